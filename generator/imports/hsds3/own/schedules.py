"""The schedules of an own listing: rules with the dates that differ, put together again from their records.

An added or moved date is a record of its own, which the rule before it names; a record that none names is a single date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from pydantic import ValidationError

from generator.imports.csv_table import Row
from generator.imports.entries import as_typed, filled
from generator.imports.hsds3.marks import one
from generator.imports.hsds3.own.records import OwnWords, Values, day, in_short
from generator.imports.hsds3.rule import Rule, read_rule
from generator.model.schedule import Schedule
from generator.model.when import DayAndHours, Frequency, Recurrence, typed
from generator.schedule.details import details
from generator.source.writer import Writable
from generator.words import Words, say

BAR = " | "
_LONGEST_WAIT = timedelta(days=366 * 30)
Marked = Mapping[str, list[str]]


def schedules(rows: Sequence[Row], own: OwnWords) -> list[Writable]:
    """The lines, in the order of the records."""
    found: list[Values] = []
    added: dict[date, tuple[time | None, time | None]] = {}
    for row in rows:
        marks = own.marks.of(row.id)
        rule = _rule(row, own)
        if isinstance(rule, Words):
            own.report.dropped(row.origin, "", row["description"], rule)
        elif rule.is_single and not one(marks, "starts"):
            when = rule.whens[0]
            if added.get(when.dates[0], ()) == (when.opens_at, when.closes_at):
                del added[when.dates[0]]
            else:
                _add_date(found, row, when, marks, own)
        else:
            fields, added = _whole(row, rule, marks, own)
            found.append(fields)
    return [fields["when"] if len(fields) == 1 else fields for fields in found]


def _rule(row: Row, own: OwnWords) -> Rule | Words:
    rule = read_rule(row, frozenset({timedelta()}), is_own=True)
    if rule is None:
        if row["description"] in {own.language.say(say("By appointment")), "By appointment"}:
            return Rule((Recurrence(Frequency.BY_APPOINTMENT),))
        return say("It says neither days nor times.")
    return rule


def _whole(
    row: Row, rule: Rule, marks: Marked, own: OwnWords
) -> tuple[Values, dict[date, tuple[time | None, time | None]]]:
    """A rule with all that its attributes say of it, and the records that are to follow it."""
    when = rule.whens[0]
    moved = [text.split(BAR) for text in marks.get("details/moved-date", ())]
    extra = list(marks.get("details/extra-date", ()))
    cancelled = [text.split(BAR) for text in marks.get("details/cancelled-date", ())]
    told = {parts[0] for parts in [*moved, *cancelled]} | {text[:10] for text in extra}
    told |= {parts[1][:10] for parts in moved if len(parts) > 1}
    cancelled += [[off] for off in marks.get("details/excluded-date", ()) if off not in told]
    reasons = dict(text.split(BAR, 1) for text in marks.get("details/break-reason", ()) if BAR in text)
    breaks = [
        filled(first=day(pause.partition("/")[0]), last=day(pause.partition("/")[2]), reason=reasons.get(pause, ""))
        for pause in marks.get("details/break", ())
    ]
    fields: Values = filled(
        when=typed(when),
        starts=_starts(when, rule.starts, one(marks, "starts")),
        ends=rule.ends,
        public_holidays=one(marks, "public-holidays"),
        breaks=in_short(breaks),
        extra=in_short([day(text) for text in extra]),
        cancelled=in_short([_cancelled(parts) for parts in cancelled]),
        moved=in_short(
            [filled(date=day(parts[0]), to=parts[1], reason=BAR.join(parts[2:])) for parts in moved if parts[1:]]
        ),
        **_shared(marks, own),
    )
    try:
        made = Schedule.model_validate(as_typed(fields))
    except ValidationError:
        kept: Values = {name: fields[name] for name in ("when", "starts", "ends", "public_holidays") if name in fields}
        own.report.dropped(
            row.origin, "attributes", " ".join(extra), say("The dates that differ contradict one another.")
        )
        return kept, {}
    note = _note(row, made, own)
    changes = [found.to for found in made.moved] + [
        to for to in made.extra if to.day not in {off.date for off in made.cancelled}
    ]
    return {**fields, **filled(note=note)}, {to.day: _hours(to, when) for to in changes}


def _starts(when: Recurrence, counted_from: date | None, typed_day: str) -> Writable:
    """The first day as typed, unless somebody gave the record another one since."""
    found = day(typed_day)
    if isinstance(found, str):
        return counted_from or ""
    if counted_from is None or not when.has_days:
        return found
    return found if next(when.days(found, found + _LONGEST_WAIT, found), None) == counted_from else counted_from


def _shared(marks: Marked, own: OwnWords) -> Values:
    zone = one(marks, "time-zone")
    ways = [way for way in one(marks, "attending").split(", ") if way]
    return filled(time_zone="" if zone == own.setting.time_zone else zone, attending=in_short(list(ways)))


def _cancelled(parts: list[str]) -> Writable:
    return filled(date=day(parts[0]), reason=BAR.join(parts[1:])) if parts[1:] else day(parts[0])


def _hours(to: DayAndHours, when: Recurrence) -> tuple[time | None, time | None]:
    """The hours of a record for this day, as they are read back from it."""
    return (to.opens_at, to.closes_at) if to.opens_at else (when.opens_at, when.closes_at)


def _note(row: Row, made: Schedule, own: OwnWords) -> str:
    """What the curators wrote, without the sentences that the export made of the dates."""
    lines = row["notes"].split("\n") if row["notes"] else []
    for sentence in details(made, own.language, own.made):
        if sentence in lines:
            lines.remove(sentence)
    return " ".join(lines)


def _add_date(found: list[Values], row: Row, when: Recurrence, marks: Marked, own: OwnWords) -> None:
    """A single date: beside those before it that are like it in all but the day, or a line of its own."""
    fields = {"when": typed(when), **_shared(marks, own), **filled(note=row["notes"])}
    if found:
        last = Schedule.model_validate(as_typed(found[-1])).when
        rest = {name: value for name, value in found[-1].items() if name != "when"}
        is_alike = last.frequency is Frequency.DATES and (last.opens_at, last.closes_at) == (
            when.opens_at,
            when.closes_at,
        )
        says_the_same = rest == {name: value for name, value in fields.items() if name != "when"}
        if is_alike and says_the_same and last.dates[-1] < when.dates[0]:
            together = replace(when, dates=last.dates + when.dates)
            found[-1]["when"] = typed(together)
            return
    found.append(fields)
