"""The same listings as plain pages, for other search tools: what each page says, in the words that our finder indexes too.

No tool gets more to carry than another: name, other names, keywords, summary, description, organization, place, areas,
goals, audiences, cost and the names of all facet values stand on each page; what a first visit is like stands on none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from benchmarks.make_directory import ROOT, TODAY
from generator.finder.article import Article
from generator.finder.help_now import help_now
from generator.hand_written import articles
from generator.language import Language
from generator.load import load
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.worksheet import Worksheet
from generator.problems import as_text
from generator.views.card import cost
from generator.views.facets import Answers, Facet, facets, values_of
from generator.views.prose import blocks
from generator.views.survey import Survey


@dataclass(frozen=True, slots=True)
class PeerPage:
    """One listing as a page."""

    id: str
    title: str
    paragraphs: Sequence[str]
    """Summary, then description."""
    facts: Sequence[tuple[str, str]]
    """What is asked, and the answer: ("Area", "Old Town, The Harbor")."""
    keywords: Sequence[str]
    answers: Answers
    """Facet by facet, the ids of its values."""


@dataclass(frozen=True, slots=True)
class PeerTown:
    """All pages of a directory, and the facets that they answer."""

    pages: Sequence[PeerPage]
    facets: Sequence[Facet]
    articles: Sequence[Article] = ()
    """Hand-written pages, where these are to be found too."""


def survey_of(directory: Path) -> Survey:
    """The directory of a folder as seen on the day of all measurements."""
    loaded = load(directory / "resources.yaml", root=directory, today=TODAY)
    if not loaded.directory:
        raise SystemExit(f"{directory} cannot be published: {as_text(loaded.problems[0])}")
    return Survey(loaded.directory, TODAY, Language.load(loaded.directory.about.language))


def peer_town(survey: Survey, articles: Sequence[Article] = (), *, with_goal_words: bool = False) -> PeerTown:
    """The pages of every public entry; with the words of its goals and its areas' postal codes on them too if asked."""
    # The clock's own answers (now, today) are no property of a page: only a script of the peer's could work them out.
    asked = [facet for facet in facets(survey) if facet.key != "when"]
    return PeerTown([_page(entry, survey, asked, with_goal_words) for entry in survey.public_entries], asked, articles)


def hand_written(survey: Survey) -> list[Article]:
    """The hand-written pages of the demonstration, and its page of crisis lines, as our finder reads them."""
    settings = load_config(str(ROOT / "mkdocs.yml"))
    written = []
    for file in sorted((ROOT / "content").rglob("*.md")):
        text, about = get_data(file.read_text(encoding="utf-8"))
        written.append((file.relative_to(ROOT / "content").as_posix(), text, about))
    return [*articles(written, settings.markdown_extensions, settings.mdx_configs), help_now(survey)]


def _page(entry: Entry, survey: Survey, asked: Sequence[Facet], with_goal_words: bool) -> PeerPage:
    answers = values_of(entry, survey)
    facts = [*_facts(entry, survey)]
    for facet in asked:
        names = [value.name for value in facet.values if value.id in answers.get(facet.key, ())]
        # Serving every area is one sentence on a page, and not forty names.
        if facet.key == "area" and len(names) == len(facet.values):
            names = ["All areas"]
        if names:
            facts.append((facet.name, ", ".join(names)))
    return PeerPage(
        id=entry.id,
        title=entry.name,
        paragraphs=[entry.summary, *(block.text or " ".join(block.items) for block in blocks(entry.description))],
        facts=facts,
        keywords=tuple(dict.fromkeys(_keywords(entry, survey, with_goal_words))),
        answers=answers,
    )


def _facts(entry: Entry, survey: Survey) -> Iterator[tuple[str, str]]:
    if entry.alternate_names:
        yield "Also called", ", ".join(entry.alternate_names)
    if isinstance(entry, Listing):
        organization, place = survey.organization(entry), survey.directory.location_of(entry)
        if organization:
            yield "Run by", organization.name
        if place and not place.confidential:
            yield "Place", ", ".join(filter(None, (place.name, place.address, place.city, place.postal_code)))
        if entry.eligibility.description:
            yield "For", entry.eligibility.description
        if entry.online and entry.online.platform:
            yield "Joining", entry.online.platform
        if entry.cost:
            yield "Price", cost(entry.cost, survey.language)
        if entry.schedule:
            yield "Times", survey.how_often(entry)
    if isinstance(entry, Worksheet):
        yield "Purpose", entry.purpose
        yield "In it", ", ".join(section.title for section in entry.sections)


def _keywords(entry: Entry, survey: Survey, with_goal_words: bool) -> Iterator[str]:
    directory = survey.directory
    yield from entry.keywords
    if isinstance(entry, Listing):
        for audience in entry.eligibility.audiences:
            yield from directory.audience_by_id[audience].keywords
    if with_goal_words:
        for goal in entry.goals:
            yield from (directory.goal_by_id[goal].in_my_words or "", *directory.goal_by_id[goal].keywords)
        for area in entry.areas if isinstance(entry, Listing) else ():
            yield from directory.area_by_id[area].postal_codes
