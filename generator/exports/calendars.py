"""Calendars to subscribe to (RFC 5545): one for each listing that meets, each area, goal and language, and one of all.

A listing that cannot be counted on, because it is paused, has ended or was not checked for long, keeps its file, and
nothing is in it: whoever subscribed sees it empty, where a missing file would leave the old dates standing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator.addresses import Addresses
from generator.exports import calendar_words
from generator.exports.calendar_events import Entry, entries
from generator.exports.icalendar_text import Component, Property
from generator.exports.on_the_web import OnTheWeb
from generator.exports.time_zone import time_zone
from generator.made import AssetFile
from generator.model.listing import Listing
from generator.model.text import slug
from generator.schedule.public_holidays import public_holidays
from generator.views import paths
from generator.views.calendar_links import ALL, meets, of_area, of_goal, of_language, of_listing
from generator.views.open_data import by_language
from generator.views.survey import Survey
from generator.words import say

# Subscribers look daily; whoever adds a calendar once and for all has the holidays and changes of this and two more years.
YEARS_AHEAD = 2


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    """Every calendar of the site; `addresses` says what its pages are called."""
    shelf = _Shelf(survey, site_url, addresses or Addresses())
    by_listing: dict[str, Sequence[Entry]] = {}
    for listing in survey.directory.listings:
        if meets(listing):
            found = shelf.entries(listing) if survey.is_offered(listing) else []
            by_listing[listing.id] = found
            yield AssetFile(of_listing(listing), shelf.calendar_of(listing, found))
    for shared in _shared(survey):
        together = [entry for listing in shared.listings for entry in by_listing.get(listing.id, ())]
        yield AssetFile(shared.path, shelf.calendar_of_several(shared, together))


@dataclass(frozen=True, slots=True)
class _Shared:
    """A calendar of several listings."""

    path: str
    name: str
    description: str
    page: str
    listings: Sequence[Listing]


def _shared(survey: Survey) -> Iterator[_Shared]:
    """The calendars of areas, goals and languages, and that of everything."""
    about, language = survey.directory.about, survey.language

    def named(what: str) -> str:
        return language.say(say("{what}: {directory}", what=what, directory=about.name))

    for area in survey.directory.areas:
        description = language.say(say("Groups and services in {area}, with their times", area=area.name))
        yield _Shared(of_area(area.id), named(area.name), description, paths.of_area(area.id), survey.by_area[area.id])
    for goal in survey.directory.goals:
        listings = [entry for entry in survey.by_goal[goal.id] if isinstance(entry, Listing)]
        yield _Shared(of_goal(goal.id), named(goal.name), goal.summary, paths.of_goal(goal.id), listings)
    for code, with_dates in by_language(survey).items():
        spoken = language.language_name(code)
        description = language.say(say("Groups and services in this language, with their times: {name}", name=spoken))
        yield _Shared(of_language(code), named(spoken), description, paths.ALL, with_dates)
    description = about.tagline or language.say(say("All groups and services with their times"))
    yield _Shared(ALL, about.name, description, paths.HOME, survey.public_listings)


class _Shelf:
    """What the calendars of one site share."""

    def __init__(self, survey: Survey, site_url: str, addresses: Addresses) -> None:
        self.survey = survey
        self._url = OnTheWeb(site_url, addresses).url
        self.uid_ending = uid_ending(site_url)
        about, this_year = survey.directory.about, survey.today.year
        self.last = date(this_year + YEARS_AHEAD, 12, 31)
        years = range(this_year - 1, self.last.year + 1)
        self.holidays = public_holidays(about.country, about.subdivision, years, survey.language)

    def entries(self, listing: Listing) -> Sequence[Entry]:
        page_url = self._url(paths.of_entry(listing))
        return [*entries(listing, self.survey, self.holidays, self.last, self.uid_ending, page_url)]

    def calendar_of(self, listing: Listing, found: Sequence[Entry]) -> bytes:
        description = listing.summary
        if not self.survey.is_offered(listing):
            description = self.survey.language.say(
                say("There are no dates to count on at the moment. Please call or write before you go.")
            )
        head = calendar_words.of_calendar(
            listing.name,
            description,
            self._url(paths.of_entry(listing)),
            self._url(of_listing(listing)),
            self.survey,
        )
        return self._calendar(head, found)

    def calendar_of_several(self, shared: _Shared, found: Sequence[Entry]) -> bytes:
        page, own = self._url(shared.page), self._url(shared.path)
        head = calendar_words.of_calendar(shared.name, shared.description, page, own, self.survey)
        return self._calendar(head, found)

    def _calendar(self, head: Sequence[Property], found: Sequence[Entry]) -> bytes:
        zones = [
            time_zone(name, first_year, max(self.last.year, first_year))
            for name, first_year in sorted(self._zones(found).items())
        ]
        return Component("VCALENDAR", head, [*zones, *(entry.text for entry in found)]).to_bytes()

    def _zones(self, found: Sequence[Entry]) -> dict[str, int]:
        """The zones in which times are told, with the first year of each; a calendar without any tells of its own."""
        first_years: dict[str, int] = {}
        for entry in found:
            if isinstance(entry.begins, datetime) and isinstance(entry.begins.tzinfo, ZoneInfo):
                zone, year = entry.begins.tzinfo.key, entry.begins.year
                first_years[zone] = min(year, first_years.get(zone, year))
        return first_years or {self.survey.zone: self.survey.today.year}


def uid_ending(site_url: str) -> str:
    """What makes names of meetings the site's own: two towns on one host may each have a group of the same id.

    >>> uid_ending("https://towns.example.org/lantern-bay/"), uid_ending("https://waypost.example.org"), uid_ending("")
    ('lantern-bay.towns.example.org', 'waypost.example.org', 'waypost')
    """
    parts = urlsplit(site_url)
    folders = [slug(folder) for folder in reversed(parts.path.split("/")) if folder]
    return ".".join([*folders, parts.hostname or "waypost"])
