"""Peer groups of ours from meetings, with what they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.imports.entries import Entry, filled, fitted
from generator.imports.ids import ids_for
from generator.imports.meetings.lines_of_times import schedule
from generator.imports.meetings.meeting import Afar, Meeting, Place
from generator.imports.meetings.named import named, places
from generator.imports.meetings.reaching import contact, dial_in, one_or_several
from generator.imports.meetings.together import OneGroup, groups_of
from generator.imports.meetings.words import summary_and_rest
from generator.imports.plain_text import first_sentences
from generator.imports.report import Origin, Report
from generator.imports.setting import Setting
from generator.model.choice import Attending
from generator.model.text import LONGEST_SUMMARY
from generator.problems import Say
from generator.source.writer import Writable
from generator.words import say


@dataclass(frozen=True, slots=True)
class _Named:
    organizations: Mapping[str, Entry]
    areas: Mapping[str, Entry]
    audiences: Mapping[str, Entry]
    places: Mapping[Place, Entry]

    def all(self) -> list[Entry]:
        return [
            entry for kind in (self.areas, self.audiences, self.organizations, self.places) for entry in kind.values()
        ]


def entries(
    meetings: Iterable[Meeting], file: str, setting: Setting, today: date, report: Report, spoken: Say
) -> list[Entry]:
    """Every entry of the new directory, what others name first; groups in the order in which their meetings stand."""
    groups = groups_of(meetings)
    firsts = [group.first for group in groups]
    known = _Named(
        named("organizations", (meeting.organization for meeting in firsts), file, report),
        named("areas", (meeting.area for meeting in firsts), file, report),
        named("audiences", (name for meeting in firsts for name in meeting.audiences), file, report),
        places((meeting.place for meeting in firsts), file, report),
    )
    made = []
    for group, made_id in zip(groups, ids_for([(one.base, one.key) for one in firsts]), strict=True):
        entry = fitted(_group(group, made_id, known, file, setting, today, spoken), report)
        if entry:
            made.append(entry)
            for meeting in group.meetings:
                report.use(meeting.cells.origin)
    return [*known.all(), *made]


def _group(
    group: OneGroup, made_id: str, known: _Named, file: str, setting: Setting, today: date, spoken: Say
) -> Entry:
    first = group.first
    summary, description = summary_and_rest(_lines(group, spoken))
    if not summary:
        summary = first_sentences(first.name, LONGEST_SUMMARY)
        first.cells.guessed("name", say("Nothing else is said about it: the name stands as summary."))
    fields = filled(
        id=made_id,
        name=first.name,
        summary=summary,
        description=description,
        languages=one_or_several(first.languages),
        organization=_id(known.organizations.get(first.organization)),
        status="paused" if first.is_paused else "",
        alert=filled(text=first_sentences(first.news, LONGEST_SUMMARY)),
        eligibility=filled(audiences=one_or_several([_id(known.audiences.get(name)) for name in first.audiences])),
        schedule=schedule(group, setting.time_zone),
        # Where there is a place and nothing else, everybody knows that one goes there.
        attending=one_or_several([str(way) for way in first.attending if first.attending != (Attending.IN_PERSON,)]),
        areas=_id(known.areas.get(first.area)),
        location={"confidential": True} if first.place and first.place.confidential else _place(first, known),
        online=_online(group.afar, first, setting.country),
        contact=contact(first.people, first.website, setting.country, first.cells),
        verified=_verified(group, today),
    )
    return Entry("groups", Origin(file, first.cells.origin.row, "", first.name), fields)


def _lines(group: OneGroup, spoken: Say) -> list[str]:
    lines = [*group.lines, *dict.fromkeys(meeting.timing.line for meeting in group.meetings if meeting.timing.line)]
    if group.first.kinds:
        lines.append(spoken(say("Kind of meeting: {kinds}.", kinds=", ".join(group.first.kinds))))
    return lines


def _place(meeting: Meeting, known: _Named) -> str:
    return _id(known.places.get(meeting.place)) if meeting.place else ""


def _id(entry: Entry | None) -> str:
    return entry.id if entry else ""


def _online(afar: Afar, first: Meeting, country: str) -> Mapping[str, Writable]:
    online = filled(
        url=afar.url,
        how_to_join=first_sentences(afar.how, LONGEST_SUMMARY),
        phone=dial_in(afar, country, first.cells),
    )
    if first.access and not online:
        first.cells.dropped("types", say("What it offers has no place here: it says neither where nor how one joins."))
        return {}
    return filled(**online, accessibility=one_or_several(first.access))


def _verified(group: OneGroup, today: date) -> Writable:
    """The oldest day on which one of the meetings was changed; nothing if one of them does not say."""
    days = [meeting.changed_on for meeting in group.meetings]
    known = [day for day in days if day and day <= today]
    if not known or len(known) < len(days):
        if any(days):
            reason = say("Not all of its meetings name a day that is past, so nothing is said of when it was checked.")
            group.first.cells.dropped("updated", reason)
        return ""
    group.first.cells.guessed("updated", say("The day of its last change was taken as the day it was last checked."))
    return min(known)
