"""Entries as rows to look through: name, when next, place or how, cost, access, and when it was last checked.

Rows stand in the order in which one could go there: the meetings of the day, the doors that are open on it, later days in
the same way, then what has no time of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from generator.model.choice import Status
from generator.model.entry import Entry
from generator.model.listing import Listing
from generator.model.worksheet import Worksheet
from generator.views import card, names, paths
from generator.views.card import Moment
from generator.views.facets import facets, values_of
from generator.views.slots import DAY, Slot, days_of, slots
from generator.views.sorting import by_name
from generator.views.source import from_whom
from generator.views.survey import Survey
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in a list to look through; an empty text means that there is nothing to say."""

    id: str
    kind: str
    kind_name: str
    name: str
    path: str
    summary: str
    note: str
    """Paused, or the news of these days."""
    is_paused: bool
    when: Moment | None
    """The next date, never called "today": a list may be read tomorrow. A script calls it so on that day."""
    time: str
    """The hours of that date alone, for a row that stands under its day."""
    is_dated: bool
    """Whether `when` names a date."""
    until: str
    change: str
    """What is unusual about that date."""
    where: str
    """The place, and how one takes part from home; else for where it is there."""
    cost: str
    access: str
    extra: str
    """How long a worksheet takes."""
    checked: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading, such as a day."""

    heading: str
    day: str
    """The date of the heading in ISO 8601; empty under another heading."""
    open_day: str
    """The date on which doors stand open, in ISO 8601, where the heading names that one."""
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Next:
    """The first date from the survey's day on."""

    day: int
    slot: Slot


class Rows:
    """What makes rows of the entries of one survey."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._names = {facet.key: {value.id: value.name for value in facet.values} for facet in facets(survey)}
        self._next: dict[str, Next | None] = {}
        self._rows: dict[str, Row] = {}

    def in_order(self, entries: Iterable[Entry]) -> list[Entry]:
        """Meetings of the day itself, then doors that are open on it, then later meetings and later doors, then the rest."""
        return sorted(entries, key=lambda entry: (self._rank(entry), *self._begins(entry), by_name(entry)))

    def grouped(self, entries: Iterable[Entry]) -> list[RowGroup]:
        """Rows in the order given, under a heading for each day."""
        return [
            RowGroup(heading, day, open_day, [self._row(entry) for entry in part])
            for (heading, day, open_day), part in groupby(entries, self._heading)
        ]

    def _row(self, entry: Entry) -> Row:
        if entry.id not in self._rows:
            self._rows[entry.id] = self.row(entry)
        return self._rows[entry.id]

    def row(self, entry: Entry) -> Row:
        """The row of a group, service or worksheet on the survey's day."""
        survey, listing = self._survey, entry if isinstance(entry, Listing) else None
        next_one = self._next_of(entry)
        words, is_overdue = checked(entry, survey)
        return Row(
            id=entry.id,
            kind=entry.kind.value,
            kind_name=survey.language.say(names.KIND[entry.kind]),
            name=entry.name,
            path=paths.of_entry(entry),
            summary=entry.summary,
            note=note(listing, survey) if listing else "",
            is_paused=bool(listing and listing.status is Status.PAUSED),
            when=self._moment(next_one) if next_one else None,
            time=self._hours(next_one.slot) if next_one else "",
            is_dated=bool(next_one and not is_always(next_one.slot)),
            until=self._until(next_one.slot) if next_one else "",
            change=next_one.slot.change if next_one else "",
            where=self._where(listing) if listing else "",
            cost=card.cost(listing.cost, survey.language) if listing else "",
            access=self._said(entry, "access"),
            extra=card.minutes(entry, survey.language) if isinstance(entry, Worksheet) else "",
            checked=words,
            is_overdue=is_overdue,
        )

    def _next_of(self, entry: Entry) -> Next | None:
        if entry.id not in self._next:
            found = slots(entry, self._survey) if isinstance(entry, Listing) else ()
            firsts = [Next(days_of(slot, self._survey.today)[0], slot) for slot in found]
            self._next[entry.id] = min(firsts, key=lambda first: (first.day, first.slot.start), default=None)
        return self._next[entry.id]

    def _rank(self, entry: Entry) -> int:
        next_one = self._next_of(entry)
        if next_one is None:
            return 4
        return 2 * (next_one.day > 0) + next_one.slot.is_opening

    def _begins(self, entry: Entry) -> tuple[int, int]:
        """What has a day and no time stands after all that have one, as in the finder's own order."""
        next_one = self._next_of(entry)
        if next_one is None:
            return 0, 0
        return next_one.day, next_one.slot.start if next_one.slot.start >= 0 else DAY

    def _heading(self, entry: Entry) -> tuple[str, str, str]:
        """The words of the heading it stands under; their date if they are one; that of which they say "open"."""
        language, next_one = self._survey.language, self._next_of(entry)
        if next_one is None:
            return language.say(say("By arrangement, or at any time")), "", ""
        if next_one.slot.is_opening and next_one.day == 0:
            return language.say(say("Open {day}", day=self._day(next_one))), "", self._date(next_one).isoformat()
        if next_one.slot.is_opening:
            return language.say(say("Open for hours")), "", ""
        return language.at_the_top(self._day(next_one)), self._date(next_one).isoformat(), ""

    def _day(self, next_one: Next) -> str:
        return self._survey.language.date(self._date(next_one), "day")

    def _date(self, next_one: Next) -> date:
        return self._survey.today + timedelta(days=next_one.day)

    def _moment(self, next_one: Next) -> Moment:
        slot, zone = next_one.slot, self._survey.start.tzinfo
        if slot.start < 0:
            iso = self._date(next_one).isoformat()
        else:
            iso = datetime.combine(self._date(next_one), clock(slot.start), zone).isoformat()
        return Moment(self._survey.language.say(self._when(next_one)), iso)

    def _when(self, next_one: Next) -> Words:
        if is_always(next_one.slot):
            return say("Open 24 hours")
        day, hours = self._day(next_one), self._hours(next_one.slot)
        return say("{day} {time}", day=day, time=hours) if hours else Words(day)

    def _hours(self, slot: Slot) -> str:
        """From when to when it is open; of a meeting only when it begins, since one comes for the whole of it."""
        if slot.is_opening and slot.end > slot.start >= 0:
            return self._survey.language.times(clock(slot.start), clock(slot.end))
        return self._clock(slot.start)

    def _clock(self, minute: int) -> str:
        return self._survey.language.time(clock(minute)) if minute >= 0 else ""

    def _until(self, slot: Slot) -> str:
        end = self._clock(slot.end)
        return self._survey.language.say(say("to {time}", time=end)) if end else ""

    def _where(self, listing: Listing) -> str:
        survey = self._survey
        place = survey.directory.location_of(listing)
        known = values_of(listing, survey).get("how", ())
        away = [self._names["how"][way] for way in ("online", "phone") if way in known]
        here = [card.where(place, survey.directory, survey.language)] if place else []
        return survey.language.said_list([*here, *away]) or card.covers(listing, survey)

    def _said(self, entry: Entry, key: str) -> str:
        known = values_of(entry, self._survey).get(key, ())
        return self._survey.language.said_list(
            [name for value, name in self._names.get(key, {}).items() if value in known]
        )


def is_always(slot: Slot) -> bool:
    """Whether the doors never close, so that no day has to be named."""
    return slot.is_opening and slot.end - slot.start >= DAY


def clock(minute: int) -> time:
    """The time of day of a minute counted from midnight, also of one after the next midnight.

    >>> clock(1110), clock(1500)
    (datetime.time(18, 30), datetime.time(1, 0))
    """
    return time(minute % DAY // 60, minute % 60)


def note(listing: Listing, survey: Survey) -> str:
    """What one should know before going there: that it is paused, or its news."""
    if listing.status is Status.PAUSED:
        return survey.language.say(say("Paused for now"))
    alert = survey.alert(listing)
    return alert.text if alert else ""


def checked(entry: Entry, survey: Survey) -> tuple[str, bool]:
    """When it was last checked, and whether that is too long ago; of a worksheet nothing, since it does not grow old."""
    if isinstance(entry, Worksheet):
        return "", False
    fresh, whose = survey.freshness(entry), from_whom(entry, survey)
    words = say("Not checked yet")
    if fresh.verified:
        day = survey.language.date(fresh.verified, "medium")
        words = say("Checked {day}", day=day) if fresh.is_trusted else say("Not checked since {day}", day=day)
    told = survey.language.say(words)
    if whose:
        told = survey.language.say(say("{checked} · {source}", checked=told, source=whose))
    return told, fresh.verified is None or not fresh.is_trusted
