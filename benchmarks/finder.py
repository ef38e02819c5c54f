"""How fast somebody with an old phone finds help: our finder beside Material's built-in search and Pagefind.

    python -m benchmarks.finder --sizes 200,2000,10000 --rounds 5 --pagefind /path/to/python

All contenders serve the same listings over the same slow line to the same slowed browser, in turn within each round, so a
busy machine slows all of them. Sites are built once into --folder and kept. `--pagefind` names the Python of an environment
with Pagefind in it (`pip install 'pagefind[bin]==1.5.2'`); without it, Pagefind is left out.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import make_directory
from benchmarks.contenders import Contender, contenders
from benchmarks.index_sizes import index_sizes
from benchmarks.our_site import ROOT
from benchmarks.slow_server import SlowServer
from benchmarks.visitors import what_visitors_get
from benchmarks.visits import QUIET, Change, Load, change, chromium, load, paste, typed

WORD, OTHER_WORD = "sleep", "garden"
WORKSHEETS = len([*(ROOT / "listings" / "worksheets").glob("*.yaml")])
PAINTED = "document.body"


@dataclass(slots=True)
class Measured:
    """All rounds of one contender at one size."""

    searches: list[Load] = field(default_factory=list)
    homes: list[Load] = field(default_factory=list)
    lists: list[Load] = field(default_factory=list)
    facets: list[Change] = field(default_factory=list)
    pastes: list[Change] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)


def measure(browser: Browser, contender: Contender, server: SlowServer, into: Measured) -> None:
    """One round: a cold visit with a question in the address, then other words and a facet; of ours, two pages more."""

    def go_on(page: Page) -> None:
        into.pastes.append(paste(page, contender.rows, contender.link, contender.box, OTHER_WORD))
        into.letters.append(typed(page, contender.box, WORD))
        if contender.facet:
            for closed in contender.opens:
                page.evaluate("it => { document.querySelector(it).open = true }", closed)
            page.wait_for_timeout(QUIET)
            into.facets.append(change(page, contender.rows, contender.link, contender.facet))

    into.searches.append(load(browser, server, contender.search.format(word=WORD), contender.result, go_on))
    if contender.page:
        into.homes.append(load(browser, server, "", PAINTED))
        into.lists.append(load(browser, server, contender.page, f"document.querySelector('{contender.rows} li')"))


def spread(values: Iterable[float]) -> str:
    """Median, least and most in milliseconds: 1195 (1180-1240)."""
    known = sorted(values)
    return f"{statistics.median(known):.0f} ({known[0]:.0f}-{known[-1]:.0f})" if known else "-"


def median(values: Iterable[float]) -> float:
    known = list(values)
    return statistics.median(known) if known else float("nan")


COLUMNS: Sequence[tuple[str, int, Callable[[Measured], str]]] = (
    ("first text result, ms", 24, lambda it: spread(load.seen for load in it.searches)),
    ("kB", 7, lambda it: f"{median(load.wire for load in it.searches) / 1000:.0f}"),
    ("requests", 8, lambda it: f"{median(len(load.sent) for load in it.searches):.0f}"),
    ("longest task", 16, lambda it: spread(load.longest_task for load in it.searches)),
    ("facet, ms", 16, lambda it: spread(change.first for change in it.facets)),
    ("search, ms", 16, lambda it: spread(change.first for change in it.pastes)),
    ("task then", 16, lambda it: spread(change.longest_task for change in [*it.facets, *it.pastes])),
    ("typed", 12, lambda it: "/".join(sorted(set(it.letters)))),
)


def ratio(of: Measured, to: Measured | None) -> str:
    """Of the medians, and in brackets of the fastest visits, which other work on the machine disturbs least."""
    if to is None:
        return "-"
    pairs = [[load.seen for load in it.searches] for it in (of, to)]
    return f"{median(pairs[0]) / median(pairs[1]):.2f} ({min(pairs[0]) / min(pairs[1]):.2f})"


def table(size: int, measured: dict[str, Measured]) -> str:
    """The table of one size."""
    bases = {name: measured.get(name) for name in ("material", "pagefind+facets")}
    heads = [f"{size} listings".ljust(16), *(f"to {name}".ljust(18) for name in bases)]
    lines = ["  ".join([*heads, *(name.ljust(width) for name, width, _ in COLUMNS)])]
    for name, it in measured.items():
        cells = [ratio(it, base).ljust(18) for base in bases.values()]
        cells += [show(it).ljust(width) for _, width, show in COLUMNS]
        lines.append("  ".join([name.ljust(16), *cells]).rstrip())
    return "\n".join(lines)


def loads_of(name: str, loads: Sequence[Load]) -> str:
    """One line on a page of ours."""
    if not loads:
        return ""
    return (
        f"  {name}: first contentful paint {spread(it.contentful for it in loads)} ms, painted "
        f"{spread(it.seen for it in loads)} ms, {median(it.wire for it in loads) / 1000:.0f} kB in "
        f"{median(len(it.sent) for it in loads):.0f} requests, longest task {spread(it.longest_task for it in loads)} ms"
    )


def waterfall(it: Load) -> str:
    """What went over the line, when, and how large: to see where time and bytes go."""
    began = min(response.asked for response in it.sent)
    return "\n".join(
        f"    {(response.asked - began) * 1000:6.0f} to {(response.done - began) * 1000:6.0f} ms {response.size:8,} B {response.path}"
        for response in sorted(it.sent, key=lambda response: response.asked)
    )


def run(
    size: int, rounds: int, folder: Path, pagefind_python: Path | None, only: Sequence[str]
) -> tuple[dict[str, Measured], list[str]]:
    """Build and measure one size; with what visitors of ours get, in words."""
    directory = folder / f"directory-{size}"
    make_directory.write(size, directory)
    there = contenders(directory, folder / str(size), pagefind_python, only=only)
    measured = {contender.name: Measured() for contender in there}
    with ExitStack() as stack:
        servers = {it.name: stack.enter_context(SlowServer(it.site)) for it in there}
        browser = chromium(stack.enter_context(sync_playwright()))
        for number in range(rounds + 1):
            for contender in there:
                # The first round warms the server's own store of gzipped files, and does not count.
                measure(browser, contender, servers[contender.name], measured[contender.name] if number else Measured())
        got: list[str] = []
        for contender in there:
            if contender.name == "waypost":
                server = stack.enter_context(SlowServer(contender.site, kilobits=0, round_trip=0))
                got += what_visitors_get(browser, server.url, contender, size + WORKSHEETS)
        browser.close()
    return measured, got


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="200,2000,10000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "waypost-benchmarks")
    parser.add_argument("--pagefind", type=Path, help="the Python of an environment with Pagefind")
    parser.add_argument("--only", default="", help="names of contenders, with commas between them")
    options = parser.parse_args()
    for size in map(int, options.sizes.split(",")):
        measured, got = run(
            size, options.rounds, options.folder, options.pagefind, [*filter(None, options.only.split(","))]
        )
        print(f"load of the machine: {os.getloadavg()[0]:.1f}", table(size, measured), sep="\n")
        if "waypost" in measured:
            mine = measured["waypost"]
            print(loads_of("home", mine.homes))
            print(loads_of("find", mine.lists))
            print(index_sizes(options.folder / str(size) / "waypost" / "site", size))
            print(*(f"  {line}" for line in got), sep="\n")
            print("  one search, file by file:", waterfall(mine.searches[-1]), sep="\n")
        print(flush=True)


if __name__ == "__main__":
    main()
