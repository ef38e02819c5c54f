"""Whether people find what a librarian would hand them: our finder beside Pagefind and Material on the demonstration.

    python -m benchmarks.relevance --pagefind /path/to/python [--set tuned [--each]]

Each question of questions/held_out.yaml (or tuned.yaml, by which the search was improved) is typed into each search in a
real browser, on the day for which it was judged. Success@3 is the share of questions with one of the best answers among the
first three results. nDCG@10 looks at ten: the best count 2, good ones 1, each divided by the logarithm of its place, and 1
is the order in which all good answers come first. Pages that merely gather entries are left out of every ranking.

Pagefind and Material get the same entries and hand-written pages twice: as our listings' own pages would say them, and with
the words of the goals on each page as well, which our finder knows too. The better of the two is what counts.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.contenders import Contender, contenders
from benchmarks.our_site import ROOT
from benchmarks.slow_server import SlowServer
from benchmarks.visits import PHONE, chromium

QUESTIONS = Path(__file__).parent / "questions"
SETS = ("tuned", "held_out")
"""Questions that the search was improved by, and questions that nobody looked at meanwhile."""
THE_HOUR = "2026-11-22T10:00:00-05:00"
FOLDERS = ("listings", "groups", "services", "worksheets")
FIRST, MOST = 3, 10
SEVERAL = 2.0

DONE = {
    "waypost": "document.querySelector('[data-find][data-ready]')",
    "material": "/matching doc/i.test((document.querySelector('.md-search-result__meta') || {}).textContent || '')",
    "pagefind": "document.querySelector('#rows[data-asked]') && !document.querySelector('#rows > :empty')",
}
"""When each has shown what it found, be it nothing."""

MORE = {"pagefind": "&shown=15"}
"""What to add to the address, so that there are ten results."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and what a librarian would hand over."""

    ask: str
    kind: str
    best: Sequence[str]
    good: Sequence[str]

    def gain(self, entry: str) -> float:
        return SEVERAL if entry in self.best else float(entry in self.good)


def questions(name: str) -> list[Question]:
    """All questions of one set with their judgements."""
    listed = yaml.safe_load((QUESTIONS / f"{name}.yaml").read_text(encoding="utf-8"))["questions"]
    return [Question(str(q["ask"]), q["class"], q["best"], q.get("good") or ()) for q in listed]


def success(question: Question, found: Sequence[str]) -> float:
    """1 if one of the best is among the first three.

    >>> success(Question("sad", "one-word", ["tea"], ["walk"]), ["walk", "choir", "tea"])
    1.0
    """
    return float(any(entry in question.best for entry in found[:FIRST]))


def ndcg(question: Question, found: Sequence[str]) -> float:
    """The discounted gain of the first ten, as a share of what the best order would have.

    >>> ndcg(Question("sad", "one-word", ["tea"], []), ["tea"]), ndcg(Question("sad", "one-word", ["tea"], []), ["x"])
    (1.0, 0.0)
    """
    ideal = [SEVERAL] * len(question.best) + [1.0] * len(question.good)
    return _discounted(map(question.gain, found[:MOST])) / _discounted(ideal[:MOST])


def _discounted(gains: Iterator[float] | Sequence[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def entry_of(address: str) -> str | None:
    """The id by which the judgements name a page; None for a page that they leave out.

    >>> entry_of("http://x/groups/tuesday-talkers/?h=sad"), entry_of("http://x/learn/hope/"), entry_of("http://x/goals/home/")
    ('tuesday-talkers', 'learn/hope', None)
    """
    parts = [part for part in urlsplit(address).path.split("/") if part and part != "index.html"]
    match parts:
        case [folder, name] if folder in FOLDERS:
            return name
        case ["learn", name]:
            return f"learn/{name}"
        case ["help-now"]:
            return "help-now"
    return None


def demonstration(folder: Path) -> Path:
    """The demonstration's directory, by itself in a folder."""
    place = folder / "directory-demonstration"
    shutil.copytree(ROOT / "listings", place / "listings", dirs_exist_ok=True)
    shutil.copy(ROOT / "resources.yaml", place)
    return place


def ask(page: Page, url: str, contender: Contender, question: Question) -> list[str]:
    """The first results, by their ids and each once."""
    page.goto("about:blank")
    engine = contender.name.partition("-")[0].partition("+")[0]
    page.goto(url + contender.search.format(word=quote(question.ask)) + MORE.get(engine, ""))
    done = DONE[engine]
    for _ in range(200):
        if page.evaluate(f"Boolean({done})"):
            break
        page.wait_for_timeout(25)
    else:
        raise TimeoutError(f"{contender.name} never answered {question.ask!r}")
    addresses = page.evaluate("link => [...document.querySelectorAll(link)].map(it => it.href)", contender.link)
    return list(dict.fromkeys(entry for address in addresses if (entry := entry_of(address))))


def answers(browser: Browser, contender: Contender, asked: Sequence[Question]) -> list[list[str]]:
    """What one search finds for each question."""
    with SlowServer(contender.site, kilobits=0, round_trip=0) as server:
        context = browser.new_context(viewport=PHONE, locale="en-US", timezone_id="America/New_York")  # type: ignore[arg-type]
        page = context.new_page()
        page.clock.set_fixed_time(THE_HOUR)
        found = [ask(page, server.url, contender, question) for question in asked]
        context.close()
    return found


def report(asked: Sequence[Question], found: dict[str, list[list[str]]]) -> str:
    """The table: all questions, then class by class."""
    lines = [f"{'':18}" + "".join(f"{name:>28}" for name in found)]
    for kind in ("all", *dict.fromkeys(question.kind for question in asked)):
        chosen = [n for n, question in enumerate(asked) if kind in ("all", question.kind)]
        cells = []
        for name in found:
            pairs = [(asked[n], found[name][n]) for n in chosen]
            cells.append(f"{_mean(success, pairs):.2f} / {_mean(ndcg, pairs):.3f}".rjust(28))
        lines.append(f"{kind + f' ({len(chosen)})':18}" + "".join(cells))
    return "\n".join(lines)


def _mean(of: Callable[[Question, Sequence[str]], float], pairs: Sequence[tuple[Question, Sequence[str]]]) -> float:
    return statistics.mean(of(question, found) for question, found in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "waypost-benchmarks")
    parser.add_argument("--pagefind", type=Path, help="the Python of an environment with Pagefind")
    parser.add_argument("--only", default="", help="names of searches, with commas between them")
    parser.add_argument("--each", action="store_true", help="show what was found for each question")
    parser.add_argument("--set", choices=SETS, default="held_out", help="which questions: see the heads of these files")
    options = parser.parse_args()
    if options.each and options.set != "tuned":
        parser.error("whoever sees single answers to the questions held out can no longer be judged by them")
    asked, directory = questions(options.set), demonstration(options.folder)
    found: dict[str, list[list[str]]] = {}
    only = [*filter(None, options.only.split(","))] or ["waypost", "material-lean", "pagefind"]
    with ExitStack() as stack:
        browser = chromium(stack.enter_context(sync_playwright()))
        for with_goal_words in (False, True):
            place = options.folder / ("relevance-goal-words" if with_goal_words else "relevance")
            chosen = [name for name in only if name != "waypost" or not with_goal_words]
            if not chosen:
                continue
            for contender in contenders(
                directory, place, options.pagefind, only=chosen, with_articles=True, with_goal_words=with_goal_words
            ):
                name = contender.name + (" + goal words" if with_goal_words else "")
                found[name] = answers(browser, contender, asked)
        browser.close()
    print(f"success@3 / nDCG@10 of {len(asked)} questions ({options.set})", report(asked, found), sep="\n")
    if options.each:
        for number, question in enumerate(asked):
            print(f"\n{question.kind}: {question.ask}\n  best: {', '.join(question.best)}")
            for name, rankings in found.items():
                print(f"  {name} {ndcg(question, rankings[number]):.2f}: {', '.join(rankings[number][:5])}")


if __name__ == "__main__":
    main()
