"""One directory seen on one day: what meets when, what was checked, who belongs where. Every page asks here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from generator.changed import Changed, History
from generator.crisis.presets import preset
from generator.crisis.sentences import translated
from generator.language import Language
from generator.model.choice import Attending, Joining, Kind, Status
from generator.model.contact import Contact
from generator.model.crisis import CrisisLine
from generator.model.directory import Directory
from generator.model.entry import Alert, Entry
from generator.model.listing import Listing
from generator.model.organization import Organization
from generator.model.phone import Phone, spoken
from generator.model.schedule import Schedule
from generator.model.when import Frequency
from generator.model.worksheet import Worksheet
from generator.schedule.dates import Occurrence, occurrences
from generator.schedule.public_holidays import public_holidays
from generator.schedule.wording import sentence, short_time
from generator.views.freshness import Freshness, State, freshness_of
from generator.views.nearness import Nearness

E = TypeVar("E", bound=Entry)
V = TypeVar("V")

# How far ahead next dates are looked for: long enough for a group that meets every third month.
HORIZON = timedelta(days=120)
WEEK = timedelta(days=7)
# Two more days are in the pages, so that they still show a whole week if a build or two fail.
DAYS_IN_PAGES = WEEK + timedelta(days=2)
A_DAY = timedelta(days=1)
MOST_WEEKDAYS = 2
NEVER_SEEN_TO_CHANGE = Changed()


class Survey:
    """A directory, a day and a language, with the answers that many pages need worked out once."""

    def __init__(
        self, directory: Directory, today: date, language: Language, history: History = MappingProxyType({})
    ) -> None:
        self.directory = directory
        self.history = history
        self.today = today
        self.language = language
        self.zone = directory.about.time_zone
        self.start = datetime.combine(today, time(), ZoneInfo(self.zone))
        self._dates: dict[str, Sequence[Occurrence]] = {}
        self._freshness: dict[str, Freshness] = {}
        self._views: dict[tuple[object, str], object] = {}

    def once(self, make: Callable[[E, Survey], V], entry: E) -> V:
        """What `make` says of an entry, made at the first call; for views that are the same on every page."""
        key = make, entry.id
        if key not in self._views:
            self._views[key] = make(entry, self)
        return cast("V", self._views[key])

    @cached_property
    def crisis_lines(self) -> tuple[CrisisLine, ...]:
        crisis = self.directory.crisis
        national = preset(crisis.preset) if crisis.preset else ()
        return crisis.lines_for([translated(line, self.language.gettext) for line in national])

    @cached_property
    def holidays(self) -> Mapping[date, str]:
        about = self.directory.about
        years = range(self.today.year, (self.today + HORIZON).year + 1)
        return public_holidays(about.country, about.subdivision, years, self.language)

    @cached_property
    def zone_name(self) -> str:
        return self.language.zone_name(self.zone)

    def freshness(self, entry: Entry) -> Freshness:
        if entry.id not in self._freshness:
            self._freshness[entry.id] = freshness_of(entry, self.directory.about, self.today)
        return self._freshness[entry.id]

    def changed(self, entry: Entry) -> Changed:
        """When it came and when it changed, as far as anybody knows."""
        return self.history.get(entry.id, NEVER_SEEN_TO_CHANGE)

    def revised(self, entry: Entry) -> date | None:
        """The day on which somebody last made sure of it or changed it, as far as that is known."""
        return max((day for day in (entry.verified, self.changed(entry).last) if day), default=None)

    def is_offered(self, listing: Listing) -> bool:
        """Whether it may be counted on: running, and not left unchecked past its grace time."""
        return listing.status is Status.ACTIVE and self.freshness(listing).state is not State.HIDDEN

    def is_public(self, listing: Listing) -> bool:
        """Whether it still stands in lists: everything that has not ended."""
        return listing.status is not Status.ENDED

    def alert(self, listing: Listing) -> Alert | None:
        """Its news, as long as they are to be shown."""
        alert = listing.alert
        return alert if alert and (alert.until is None or alert.until >= self.today) else None

    def occurrences(self, listing: Listing) -> Sequence[Occurrence]:
        """Its meetings from today on, by time, with the cancelled ones among them."""
        if listing.id not in self._dates:
            # Today by our clocks may still be yesterday, or already tomorrow, where a meeting is run from.
            first, last = self.today - A_DAY, self.today + HORIZON
            found = [
                occurrence
                for schedule in listing.schedule
                for occurrence in occurrences(schedule, first, last, self.zone, self.holidays)
                if self.day_of(occurrence) >= self.today
            ]
            if len(listing.schedule) > 1:  # those of one schedule come by time
                found.sort(key=lambda occurrence: occurrence.start.astimezone(UTC))
            self._dates[listing.id] = found
        return self._dates[listing.id]

    def start_of(self, occurrence: Occurrence) -> datetime:
        """When it begins by the clocks of the directory, wherever it is run from."""
        start = occurrence.start
        return start if start.tzinfo is self.start.tzinfo else start.astimezone(self.start.tzinfo)

    def day_of(self, occurrence: Occurrence) -> date:
        """The day it stands under here; a day without a time is the same day everywhere."""
        return self.start_of(occurrence).date() if occurrence.is_timed else occurrence.day

    def iso(self, occurrence: Occurrence) -> str:
        """When it begins in ISO 8601, as far as that is known."""
        return self.start_of(occurrence).isoformat() if occurrence.is_timed else occurrence.day.isoformat()

    def when_next(self, occurrence: Occurrence) -> str:
        """The date as a page says it that may be read on any day: `Tue 24 Nov 18:30`."""
        return short_time(occurrence, self.today, self.language, self.zone)

    def how_often(self, listing: Listing) -> str:
        """The sentences of its schedules, for a card that can name no date."""
        return self.language.said_list([sentence(schedule, self.language) for schedule in listing.schedule])

    def next_meeting(self, listing: Listing) -> Occurrence | None:
        """The first meeting that takes place, if it can be counted on."""
        return next(iter(self.coming(listing)), None)

    def coming(self, listing: Listing) -> list[Occurrence]:
        """The meetings that take place, if it can be counted on."""
        if not self.is_offered(listing):
            return []
        return [occurrence for occurrence in self.occurrences(listing) if occurrence.takes_place]

    @cached_property
    def this_week(self) -> Mapping[date, Sequence[tuple[Occurrence, Listing]]]:
        """The coming seven days, today first, each with its meetings by time."""
        return dict(islice(self.coming_days.items(), WEEK.days))

    @cached_property
    def coming_days(self) -> Mapping[date, Sequence[tuple[Occurrence, Listing]]]:
        """The days that pages hold, today first, each with its meetings by time.

        Opening hours of services to which one cannot just go are no event, and would bury the groups.
        """
        days: dict[date, list[tuple[Occurrence, Listing]]] = defaultdict(list)
        for offset in range(DAYS_IN_PAGES.days):
            days[self.today + timedelta(days=offset)] = []
        for listing in self.directory.listings:
            if self.is_offered(listing) and _can_just_come(listing):
                for occurrence in self.occurrences(listing):
                    if self.day_of(occurrence) in days:
                        days[self.day_of(occurrence)].append((occurrence, listing))
        for meetings in days.values():
            meetings.sort(key=lambda meeting: (self.start_of(meeting[0]), meeting[1].name))
        return days

    def never_closed(self, day: date) -> list[Listing]:
        """The services one can drop by, or call and be let in, at any hour of this day; first those one can just go to."""
        found = [service for service in self.directory.services if self._is_never_closed(service, day)]
        return sorted(found, key=lambda service: not _can_just_come(service))

    def _is_never_closed(self, service: Listing, day: date) -> bool:
        return (
            self.is_offered(service)
            and (_can_just_come(service) or self.is_call_first(service))
            and any(line.when.frequency is Frequency.ALWAYS and line.is_regular(day) for line in service.schedule)
            and not any(closed.day == day for closed in self.occurrences(service) if not closed.takes_place)
        )

    def is_call_first(self, listing: Listing) -> bool:
        """Whether a call is the way in."""
        contact = self.contact_of(listing)
        return listing.joining is Joining.CONTACT_FIRST and bool(contact and contact.phones)

    def contact_of(self, listing: Listing) -> Contact | None:
        """How to reach it; where nobody typed that, how to reach who runs it."""
        organization = self.organization(listing)
        return listing.contact or (organization.contact if organization else None)

    def spoken(self, phone: Phone) -> str:
        """A number as people of this country write it."""
        return spoken(phone, self.directory.about.country, self.language.say)

    def attending(self, listing: Listing) -> tuple[Attending, ...]:
        """How one takes part; where nobody typed it, what place and online details tell."""
        if listing.attending:
            return tuple(listing.attending)
        if listing.location and listing.online:
            return (Attending.HYBRID,)
        if listing.location:
            return (Attending.IN_PERSON,)
        if listing.online:
            return (Attending.ONLINE,)
        return ()

    @cached_property
    def by_goal(self) -> Mapping[str, Sequence[Entry]]:
        """Public entries of each goal, in the order of the file."""
        found: dict[str, list[Entry]] = {goal.id: [] for goal in self.directory.goals}
        for entry in self.public_entries:
            for goal in entry.goals:
                found.get(goal, []).append(entry)
        return found

    @cached_property
    def by_area(self) -> Mapping[str, Sequence[Listing]]:
        """Public listings of each area; those without areas serve all of ours."""
        found: dict[str, list[Listing]] = {area.id: [] for area in self.directory.areas}
        for listing in self.public_listings:
            for area in listing.areas or self.directory.own_areas:
                found.get(area, []).append(listing)
        return found

    @cached_property
    def public_listings(self) -> Sequence[Listing]:
        return [listing for listing in self.directory.listings if self.is_public(listing)]

    @cached_property
    def public_entries(self) -> Sequence[Entry]:
        return [*self.public_listings, *self.directory.worksheets]

    @cached_property
    def leads_to(self) -> Mapping[str, Sequence[Listing]]:
        """For each worksheet, the listings that name it: every worksheet leads to people, and back."""
        found: dict[str, list[Listing]] = defaultdict(list)
        for listing in self.public_listings:
            for sheet in listing.worksheets:
                found[sheet].append(listing)
        return found

    def organization(self, listing: Listing) -> Organization | None:
        return self.directory.organization_by_id.get(listing.organization or "")

    def worksheets(self, ids: Sequence[str]) -> list[Worksheet]:
        entries = (self.directory.entry_by_id.get(name) for name in ids)
        return [entry for entry in entries if isinstance(entry, Worksheet)]

    @cached_property
    def _nearness(self) -> Nearness:
        return Nearness(listing for listing in self.directory.listings if self.is_offered(listing))

    def related(self, entry: Entry, at_most: int = 3) -> list[Listing]:
        """Listings that go well with it: those it names, then offered ones that share most goals, then most areas."""
        known = self.directory.entry_by_id
        named = [known[name] for name in entry.related if name in known]
        found = [listing for listing in named if isinstance(listing, Listing) and self.is_public(listing)]
        areas = entry.areas if isinstance(entry, Listing) else ()
        beside = {entry.id, *(listing.id for listing in found)}
        return [*found, *self._nearness.nearest(entry.goals, areas, beside, at_most)][:at_most]


def is_a_date(schedule: Schedule) -> bool:
    """Whether one would note it in a diary; what is open on most days is told by its hours."""
    return schedule.when.frequency is not Frequency.WEEKLY or len(schedule.when.weekdays) <= MOST_WEEKDAYS


def _can_just_come(listing: Listing) -> bool:
    return listing.kind is Kind.GROUP or listing.joining is Joining.DROP_IN
