"""`waypost links`: do the web addresses of the directory still lead somewhere?"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import read_directory, resources_option, today_option
from generator.cli.showing import show
from generator.language import Language
from generator.links import memory
from generator.links.addresses import web_addresses
from generator.links.asker import Asker
from generator.links.outcome import Outcome, State
from generator.problems import count_in_words

ORDER = (State.DEAD, State.ERROR, State.MOVED, State.BLOCKED, State.OK)
COLOURS = {State.DEAD: "red", State.ERROR: "yellow", State.MOVED: "cyan", State.BLOCKED: "magenta", State.OK: "green"}


@click.command()
@resources_option
@today_option
@click.option(
    "--memory",
    "kept",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path(".cache/waypost/links.json"),
    show_default=True,
    help="Where earlier failures are remembered.",
)
@click.option("--only", help="Ask only for addresses that have this in them.")
@click.option("--at-once", type=click.IntRange(1, 16), default=4, show_default=True, help="How many sites at a time.")
@click.option("--json", "for_programs", is_flag=True, help="For programs, in place of text.")
def links(resources: Path, today: date | None, kept: Path, only: str | None, at_once: int, for_programs: bool) -> None:
    """Ask the web addresses of the directory, politely, and say which lead nowhere.

    ok, moved (type the new address), blocked (the site answers no programs: look yourself), dead, or error (could not be
    told). A dead address or an error counts only when it was so on two different days; the first time it is remembered.
    The answer is advice: the command ends with 0 whatever it finds, and with 1 if the directory cannot be read.
    """
    loaded = read_directory(resources, today)
    if loaded.directory is None:
        show(loaded.errors, "text", Language.load("en"))
        raise click.ClickException(str(count_in_words(loaded.problems)))
    places = {
        address: where for address, where in web_addresses(loaded.directory).items() if not only or only in address
    }
    outcomes = _ask_all(list(places), at_once, quiet=for_programs or not sys.stderr.isatty())
    before = memory.read(kept)
    now = {**{address: row for address, row in before.items() if address not in outcomes and only}}
    now.update(memory.after(before, outcomes, loaded.today))
    _keep(kept, memory.as_text(now))
    if for_programs:
        click.echo(json.dumps([_plain(a, outcomes[a], places[a], now) for a in places], ensure_ascii=False, indent=1))
    else:
        _show(outcomes, places, now)


def _ask_all(addresses: list[str], at_once: int, *, quiet: bool) -> dict[str, Outcome]:
    asker, outcomes = Asker(), {}
    # Addresses of one host wait for one another, so those are not put side by side.
    with ThreadPoolExecutor(at_once) as pool:
        asked = {pool.submit(asker.ask, address): address for address in _spread(addresses)}
        bar = (
            nullcontext(as_completed(asked))
            if quiet
            else click.progressbar(as_completed(asked), length=len(asked), label="Asking", file=sys.stderr)
        )
        with bar as done:
            for answer in done:
                outcomes[asked[answer]] = answer.result()
    return outcomes


def _spread(addresses: list[str]) -> list[str]:
    """The same addresses with those of one host far apart."""
    turns: dict[str, int] = {}
    keyed = []
    for address in addresses:
        host = address.split("/", 3)[2].lower()
        turns[host] = turns.get(host, 0) + 1
        keyed.append((turns[host], address))
    return [address for _, address in sorted(keyed, key=lambda pair: pair[0])]


def _keep(path: Path, text: str) -> None:
    """Write the memory whole or not at all."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        click.echo(f"What failed could not be remembered in {path}: {error.strerror}.", err=True)


def _plain(
    address: str, outcome: Outcome, places: tuple[str, ...], kept: dict[str, memory.Failing]
) -> dict[str, object]:
    failing = kept.get(address)
    return {
        "address": address,
        "state": outcome.state.value,
        "reason": outcome.reason,
        "now_at": outcome.now_at,
        "counts": not outcome.state.is_failure or bool(failing and failing.is_certain),
        "failing_since": failing.since.isoformat() if failing else None,
        "stands_in": list(places),
    }


def _show(outcomes: dict[str, Outcome], places: dict[str, tuple[str, ...]], kept: dict[str, memory.Failing]) -> None:
    for state in ORDER[:-1]:
        for address, outcome in outcomes.items():
            if outcome.state is not state:
                continue
            failing = kept.get(address)
            first = bool(failing) and state.is_failure and not (failing and failing.is_certain)
            name = f"{state.value}?" if first else state.value
            click.echo(f"{click.style(name, fg=COLOURS[state], bold=True)}  {address}")
            click.echo(f"    {outcome.reason}{': ' + outcome.now_at if outcome.now_at else ''}")
            if failing:
                says = (
                    "seen for the first time; it counts if it is so on another day"
                    if first
                    else f"since {failing.since}"
                )
                click.echo(f"    {says}")
            for place in places[address]:
                click.echo(f"    in {place}")
    counts = ", ".join(f"{sum(o.state is s for o in outcomes.values())} {s.value}" for s in reversed(ORDER))
    click.echo(f"Asked {len(outcomes)} addresses: {counts}.")
