"""Calendars read back as a stranger would: parsed by `icalendar`, expanded by dateutil, clocks from the file's own VTIMEZONE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from io import StringIO
from typing import Any

from dateutil.rrule import rrulestr
from dateutil.tz import datetime_exists, tzical
from icalendar import Calendar

DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Meeting:
    """When something is on, in UTC; mere days are told as text, so that nobody takes them for midnights."""

    begins: str
    ends: str

    @classmethod
    def of(cls, begins: datetime | date, ends: datetime | None) -> Meeting:
        return cls(told(begins), told(ends) if ends else "")


def told(at: datetime | date) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if isinstance(at, datetime) else at.isoformat()


def parsed(content: bytes) -> Any:
    """The calendar, which must hold nothing that `icalendar` cannot read; untyped, as each property has types of its own."""
    calendar: Any = Calendar.from_ical(content)
    assert [(part.name, part.errors) for part in calendar.walk() if part.errors] == []
    return calendar


def meetings(content: bytes, first: date, last: date) -> list[Meeting]:
    """Everything that a calendar shows from `first` to `last`, both included, by the wall clock of each entry."""
    calendar = parsed(content)
    clocks = _Clocks(content)
    events = calendar.walk("VEVENT")
    instead: dict[str, set[datetime | date]] = {}
    for event in events:
        if "RECURRENCE-ID" in event:
            instead.setdefault(str(event["UID"]), set()).add(_wall(event["RECURRENCE-ID"].dt))
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    assert len({str(event["UID"]) for event in masters}) == len(masters), "two meetings of one name"
    found = []
    for event in events:
        skipped = set() if "RECURRENCE-ID" in event else instead.get(str(event["UID"]), set())
        for begins in _begins(event, last + DAY):
            day = begins.date() if isinstance(begins, datetime) else begins
            if begins not in skipped and first <= day <= last and event.get("STATUS") != "CANCELLED":
                found.append(clocks.meeting(event, begins))
        if "RECURRENCE-ID" not in event:
            unmet = skipped - set(_begins(event, max(map(_day, skipped)))) if skipped else None
            assert not unmet, f"instances that the rule does not have: {unmet}"
    return sorted(found)


def _begins(event: Any, last: date) -> Iterator[datetime | date]:
    """The beginnings of an entry on the wall clock of its place, until `last`."""
    start = _wall(event["DTSTART"].dt)
    if "RRULE" not in event:
        yield start
        return
    timed = isinstance(start, datetime)
    at = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule = event["RRULE"].copy()
    until = rule.pop("UNTIL", [None])[0]
    if isinstance(until, datetime):
        assert until.tzinfo is not None, "with a zone at DTSTART, UNTIL is in UTC"
        until = until.astimezone(event["DTSTART"].dt.tzinfo).replace(tzinfo=None)
    off = {_wall(moment.dt) for moment in event["EXDATE"].dts} if "EXDATE" in event else set()
    assert start not in off, "some calendars keep a first date that is taken out"
    beyond = set(off)
    for found in rrulestr(rule.to_ical().decode(), dtstart=at):
        begins = found if timed else found.date()
        if found.date() > last or (until is not None and _is_after(begins, until)):
            break
        if begins == start or begins not in off:
            yield begins
        beyond.discard(begins)
    assert all(_day(begins) > min(last, _day(until) if until else last) for begins in beyond), "EXDATE of no date"


def _is_after(begins: datetime | date, until: datetime | date) -> bool:
    if isinstance(begins, datetime) and isinstance(until, datetime):
        return begins > until
    return _day(begins) > _day(until)


def _day(at: datetime | date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _wall(at: datetime | date) -> datetime | date:
    return at.replace(tzinfo=None) if isinstance(at, datetime) else at


class _Clocks:
    """The zones that a calendar describes."""

    def __init__(self, content: bytes) -> None:
        self._described = tzical(StringIO(content.decode()))

    def meeting(self, event: Any, begins: datetime | date) -> Meeting:
        if not isinstance(begins, datetime):
            assert event["DTSTART"].params["VALUE"] == "DATE"
            assert "DTEND" not in event
            return Meeting(begins.isoformat(), "")
        start = self._moment(begins, event, "DTSTART")
        if "DTEND" not in event:
            return Meeting(told(start), "")
        # RFC 5545, section 3.8.5.3: the end of the first instance decides how long each of them lasts.
        length = self._moment(event["DTEND"].dt, event, "DTEND") - self._moment(event["DTSTART"].dt, event, "DTSTART")
        assert length > timedelta()
        return Meeting(told(start), told(start + length))

    def _moment(self, at: datetime, event: Any, name: str) -> datetime:
        if at.tzinfo is not None and at.utcoffset() == timedelta() and "TZID" not in event[name].params:
            return at.astimezone(UTC)
        zone = self._described.get(event[name].params["TZID"])
        assert isinstance(zone, tzinfo), "a zone that the calendar does not describe"
        wall = at.replace(tzinfo=None)
        if datetime_exists(wall, zone):
            return wall.replace(tzinfo=zone).astimezone(UTC)
        # Section 3.3.5: a time that the clocks skip is read with the offset before they do.
        offset = (wall - DAY).replace(tzinfo=zone).utcoffset()
        assert offset is not None
        return (wall - offset).replace(tzinfo=UTC)


def lines(content: bytes) -> Iterable[bytes]:
    """The lines as they stand in the file, without their CRLF."""
    *found, rest = content.split(b"\r\n")
    assert rest == b"", "the last line is ended too"
    return found
