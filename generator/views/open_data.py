"""The page "Open data": what there is for other programs, and how a calendar program keeps up with the dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.language import primary
from generator.model.listing import Listing
from generator.views.calendar_links import ALL, CalendarLink, calendar_link, meets, of_area, of_goal, of_language
from generator.views.open_data_sample import example, field_names
from generator.views.papers import size_in_words
from generator.views.survey import Survey
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class _Format:
    """One of the files, as it is explained."""

    id: str
    name: Words
    what: Words
    path: str
    more: tuple[tuple[str, Words], ...] = ()
    """Files beside it, each with what it is."""
    standard: str = ""
    """Where the form is written down."""


_FORMATS: Sequence[_Format] = (
    _Format(
        "json",
        say("Everything in one file"),
        say("Groups, services, worksheets, goals, areas and places as plain JSON, in the fields that are typed here."),
        "data/waypost.json",
        (("data/waypost.schema.json", say("Its JSON Schema: each field explained")),),
        "https://json-schema.org/",
    ),
    _Format(
        "csv",
        say("A table for spreadsheets"),
        say("Groups and services, one a line. It opens in Excel and LibreOffice, and no cell is a formula."),
        "data/listings.csv",
        standard="https://www.rfc-editor.org/rfc/rfc4180",
    ),
    _Format(
        "hsds",
        say("HSDS 3.0 for service directories"),
        say("Organizations, services and places in the form that 211 lines and councils share (Open Referral)."),
        "data/hsds/services/page-1.json",
        (
            ("data/hsds/organizations/page-1.json", say("The organizations")),
            ("data/hsds/service_at_locations/page-1.json", say("Which service is at which place")),
            ("data/hsds/taxonomy_terms/page-1.json", say("The terms by which they are sorted")),
            ("data/hsds/hsds.zip", say("The same as tables, in one package")),
        ),
        "https://docs.openreferral.org/",
    ),
    _Format(
        "geojson",
        say("Places on a map"),
        say("Groups and services whose coordinates are known, as GeoJSON. A confidential place never stands there."),
        "data/listings.geojson",
        standard="https://www.rfc-editor.org/rfc/rfc7946",
    ),
    _Format(
        "meeting-guide",
        say("Weekly meetings for meeting finders"),
        say("Peer groups in the Meeting Guide form. It knows weekly meetings only, so others are left out and listed."),
        "data/meeting-guide.json",
        (("data/meeting-guide-left-out.json", say("What this form cannot say, and why")),),
        "https://github.com/code4recovery/spec",
    ),
    _Format(
        "atom",
        say("A feed of news"),
        say("New and newly checked listings, for feed readers (Atom)."),
        "data/changes.atom",
        standard="https://www.rfc-editor.org/rfc/rfc4287",
    ),
    _Format(
        "icalendar",
        say("All dates as a calendar"),
        say("Every meeting and opening time, with what is cancelled and moved (iCalendar)."),
        ALL,
        standard="https://www.rfc-editor.org/rfc/rfc5545",
    ),
)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file one can fetch."""

    path: str
    words: str
    size: str


@dataclass(frozen=True, slots=True)
class DataFormat:
    """One form in which the listings can be had."""

    id: str
    name: str
    what: str
    file: DataFile
    more: Sequence[DataFile]
    standard: str
    fields: Sequence[str]
    example: str


@dataclass(frozen=True, slots=True)
class NamedCalendar:
    """A calendar by the name of what it is about."""

    name: str
    link: CalendarLink


@dataclass(frozen=True, slots=True)
class CalendarGroup:
    """Calendars of one sort."""

    id: str
    name: str
    calendars: Sequence[NamedCalendar]


@dataclass(frozen=True, slots=True)
class OpenDataPage:
    """The page on the survey's day."""

    formats: Sequence[DataFormat]
    everything: CalendarLink
    calendars: Sequence[CalendarGroup]
    licence_name: str
    licence_url: str
    day: str
    day_iso: str


SHOWN = frozenset(path for one in _FORMATS for path in (one.path, *(path for path, _ in one.more)))
"""The files of which the page tells the size or shows an example."""


def open_data_page(survey: Survey, exported: Mapping[str, bytes], site_url: str) -> OpenDataPage:
    """The page; `exported` are the files of this build by their paths, and only what is there is told of."""
    licence = survey.directory.about.licence
    return OpenDataPage(
        formats=[_format(one, survey, exported) for one in _FORMATS if one.path in exported],
        everything=calendar_link(ALL, site_url),
        calendars=[group for group in _calendars(survey, site_url) if group.calendars],
        licence_name=licence.name if licence else "",
        licence_url=(licence.url or "") if licence else "",
        day=survey.language.date(survey.today),
        day_iso=survey.today.isoformat(),
    )


def _format(one: _Format, survey: Survey, exported: Mapping[str, bytes]) -> DataFormat:
    say_it = survey.language.say

    def file(path: str, words: str) -> DataFile:
        return DataFile(path, words, size_in_words(len(exported[path]), survey.language))

    return DataFormat(
        id=one.id,
        name=say_it(one.name),
        what=say_it(one.what),
        file=file(one.path, one.path.removeprefix("data/")),
        more=[file(path, say_it(words)) for path, words in one.more if path in exported],
        standard=one.standard,
        fields=field_names(one.path, exported[one.path]),
        example=example(one.path, exported[one.path]),
    )


def _calendars(survey: Survey, site_url: str) -> list[CalendarGroup]:
    language, directory = survey.language, survey.directory

    def group(name: str, words: Words, found: Sequence[tuple[str, str]]) -> CalendarGroup:
        rows = [NamedCalendar(title, calendar_link(path, site_url)) for title, path in found]
        return CalendarGroup(name, language.say(words), rows)

    return [
        group("areas", say("Areas"), [(area.name, of_area(area.id)) for area in directory.areas]),
        group("goals", say("What matters to you"), [(goal.name, of_goal(goal.id)) for goal in directory.goals]),
        group(
            "languages",
            say("Languages"),
            [(language.language_name(code), of_language(code)) for code in by_language(survey)],
        ),
    ]


def by_language(survey: Survey) -> Mapping[str, Sequence[Listing]]:
    """The listings with dates by the languages one can use there, without regions; where none is typed, the directory's."""
    found: dict[str, list[Listing]] = {}
    for listing in filter(meets, survey.public_listings):
        for code in dict.fromkeys(map(primary, listing.languages or (survey.directory.about.language,))):
            found.setdefault(code, []).append(listing)
    return dict(sorted(found.items()))
