"""Help now: each crisis line with its ways, its hours and what happens when one calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.choice import Attending, Joining
from generator.model.crisis import CrisisKind
from generator.schedule.wording import sentence
from generator.views import paths
from generator.views.card import Moment
from generator.views.survey import Survey
from generator.views.ways import Way, host, ways_of_contact, ways_of_line


@dataclass(frozen=True, slots=True)
class Line:
    """One crisis line, ready to show."""

    id: str
    name: str
    is_first: bool
    is_specific: bool
    summary: str
    ways: Sequence[Way]
    website: str
    website_name: str
    hours: str
    languages: str
    cost: str
    what_happens: str
    area: str
    checked: Moment
    source: str


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody who listens on the phone, for hours that are no emergency."""

    name: str
    path: str
    summary: str
    call: Way
    hours: Sequence[str]


def somebody_to_talk_to(survey: Survey) -> list[Talk]:
    """The services that are a voice on the phone and nothing else, and that one may just call."""
    country, language = survey.directory.about.country, survey.language
    found = []
    for service in survey.directory.services:
        if survey.directory.neighbour_of(service):
            continue  # On this page only what this town itself vouches for.
        is_a_line = tuple(survey.attending(service)) == (Attending.PHONE,) and service.joining is Joining.DROP_IN
        ways = ways_of_contact(survey.contact_of(service), country, language)
        if is_a_line and survey.is_offered(service) and ways and ways[0].icon == "call":
            hours = [sentence(schedule, language) for schedule in service.schedule]
            found.append(Talk(service.name, paths.of_entry(service), service.summary, ways[0], hours))
    return found


def help_now(survey: Survey) -> list[Line]:
    """All lines of the country and the town, the most urgent first."""
    language, country = survey.language, survey.directory.about.country
    return [
        Line(
            id=line.id,
            name=line.name,
            is_first=line.kind is CrisisKind.EMERGENCY,
            is_specific=line.kind is CrisisKind.SPECIFIC,
            summary=line.summary,
            ways=ways_of_line(line, country, language),
            website=line.website or "",
            website_name=host(line.website or ""),
            hours=line.hours or "",
            languages=language.and_list([language.language_name(code) for code in line.languages])
            if line.languages
            else "",
            cost=line.cost or "",
            what_happens=line.what_happens or "",
            area=line.area or "",
            checked=Moment(language.date(line.checked), line.checked.isoformat()),
            source=line.source or "",
        )
        for line in survey.crisis_lines
    ]
