"""Who is measured: our finder, Material's built-in search, Pagefind. For each the site, and what to look for on its page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.material_site import build_material
from benchmarks.our_site import ROOT, build_ours, fingerprint
from benchmarks.pagefind_site import build_pagefind
from benchmarks.peer_pages import PeerTown, hand_written, peer_town, survey_of

PEERS_MADE_OF = [ROOT / "benchmarks" / f"{name}.py" for name in ("peer_pages", "material_site", "pagefind_site")] + [
    ROOT / "content"
]


@dataclass(frozen=True, slots=True)
class Contender:
    """One search in one site. Conditions are JavaScript, places on the page are selectors."""

    name: str
    site: Path
    search: str
    """Address of the page that shows results for a word; {word} stands for it."""
    result: str
    """Holds as soon as the first result of a search is in the page."""
    rows: str
    """The list of results."""
    link: str
    """The links of results, in their order."""
    box: str
    facet: str = ""
    """One value of a facet to press, if there are any."""
    opens: Sequence[str] = ()
    """What has to be unfolded before it can be seen on a phone."""
    page: str = ""
    """Address of the page with the search, without a question."""


def ours(site: Path) -> Contender:
    """Our finder: rows stand in the page already, so a result is there only once the script has drawn its own."""
    return Contender(
        name="waypost",
        site=site,
        search="find/?q={word}",
        result="document.querySelector('[data-find][data-ready] .wp-row a')",
        rows="[data-find-list]",
        link="[data-find-list] .wp-row-name a",
        box="#find-words",
        facet="input[name=day][value=tuesday]",
        opens=("[data-find-filters]", "[data-facet=day]"),
        page="find/",
    )


def material(site: Path, name: str = "material") -> Contender:
    """Material's search opens by itself when the address carries a question."""
    return Contender(
        name=name,
        site=site,
        search="?q={word}",
        result="document.querySelector('.md-search-result__item')",
        rows=".md-search-result__list",
        link=".md-search-result__item > .md-search-result__link:first-child",
        box=".md-search__input",
    )


def pagefind(site: Path, *, with_facets: bool) -> Contender:
    """Pagefind on a bare page."""
    return Contender(
        name="pagefind+facets" if with_facets else "pagefind",
        site=site,
        search="?q={word}" + ("" if with_facets else "&facets=no"),
        result="document.querySelector('#rows a')",
        rows="#rows",
        link="#rows a",
        box="#words",
        facet="input[name=day][value=tuesday]" if with_facets else "",
    )


def contenders(
    directory: Path,
    folder: Path,
    pagefind_python: Path | None,
    *,
    only: Sequence[str] = (),
    with_articles: bool = False,
    with_goal_words: bool = False,
) -> list[Contender]:
    """Those of these names, or all; each built in this folder unless it stands there. Without a Pagefind, that is left out."""

    @cache
    def town() -> PeerTown:
        survey = survey_of(directory)
        return peer_town(survey, hand_written(survey) if with_articles else (), with_goal_words=with_goal_words)

    def stock(name: str, *, with_headings: bool) -> Contender:
        place = _once(directory, folder / name, lambda at: build_material(town(), at, with_headings=with_headings))
        return material(place / "site", name)

    def bare(*, with_facets: bool) -> Contender:
        assert pagefind_python, "asked for only where there is one"
        python = pagefind_python
        place = _once(directory, folder / "pagefind", lambda at: build_pagefind(town(), at, python))
        return pagefind(place, with_facets=with_facets)

    known: dict[str, Callable[[], Contender]] = {
        "waypost": lambda: ours(build_ours(directory, folder / "waypost")),
        "material": lambda: stock("material", with_headings=True),
        "material-lean": lambda: stock("material-lean", with_headings=False),
    }
    if pagefind_python:
        known["pagefind"] = lambda: bare(with_facets=False)
        known["pagefind+facets"] = lambda: bare(with_facets=True)
    return [make() for name, make in known.items() if not only or name in only]


def _once(directory: Path, place: Path, build: Callable[[Path], Path]) -> Path:
    """Build into the place, unless what stands there was made of the same."""
    stamp, made_of = place.with_suffix(".made-of"), fingerprint([*PEERS_MADE_OF, directory])
    if not stamp.is_file() or stamp.read_text() != made_of:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        build(place)
        stamp.write_text(made_of)
    return place
