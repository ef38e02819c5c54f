"""Weekly meetings in the Meeting Guide form (JSON), made into a directory of ours.

That form knows weekly meetings and meetings by appointment. A code of it becomes a field here only where both mean the
same; the others stay words. No last name, no street of an approximate address, and no goal that nobody named comes over.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any, Unpack

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.imported import Imported
from generator.imports.meetings.directory import directory, setting_of
from generator.imports.meetings.guide_places import GuidePlaces
from generator.imports.meetings.guide_types import types_of
from generator.imports.meetings.meeting import Afar, Meeting, Person
from generator.imports.meetings.people import person
from generator.imports.meetings.reading_json import read_json, records, several
from generator.imports.meetings.slugs import base_of, series_of
from generator.imports.meetings.times import clock_time
from generator.imports.meetings.timing import timing
from generator.imports.meetings.words import lines_of
from generator.imports.report import Report
from generator.imports.setting import UNNAMED, Setting, Told
from generator.language import Language
from generator.problems import Say
from generator.words import say

PEOPLE = (1, 2, 3)
OF_THE_DIRECTORY = frozenset({"entity", "entity_location", "entity_website_url", "feedback_url"})
"""Fields that say who publishes the list, not what a meeting is like."""
READ = frozenset({
    "name", "slug", "day", "time", "end_time", "timezone", "location", "group", "notes", "group_notes", "updated", "url", "types",
    "address", "city", "state", "postal_code", "country", "formatted_address", "approximate", "latitude", "longitude",
    "location_notes", "region", "sub_region", "regions", "conference_url", "conference_url_notes", "conference_phone",
    "conference_phone_notes", *(f"contact_{number}_{part}" for number in PEOPLE for part in ("name", "email", "phone")),
})  # fmt: skip


def import_meeting_guide(
    path: Path,
    *,
    today: date,
    spoken: Say = str,
    **told: Unpack[Told],
) -> Imported:
    """Make a directory from a file of meetings.

    What is not told (country, time zone, area, language) is taken from the records or guessed, and the guess is reported.
    Raises `InputError` if the file cannot be used, or if the country or time zone cannot be guessed.
    """
    report = Report()
    file, listed = read_json(path, report)
    found = records(listed, file, report, key="slug", name="name")
    rows = [row for row, _ in found]
    areas = {row["entity_location"] for row in rows}
    publishers = {row["entity"] for row in rows}
    if told.get("name", UNNAMED) in {"", UNNAMED} and len(publishers) == 1:
        told["name"] = publishers.pop()
    if not told.get("area_served") and len(areas) == 1:
        told["area_served"] = areas.pop() or None
    setting = setting_of(
        rows,
        [row["timezone"] for row in rows if row["timezone"]],
        [(row["state"], row["postal_code"], row["country"]) for row in rows],
        report,
        **told,
    )
    said = [field for field in sorted(OF_THE_DIRECTORY) if any(row[field] for row in rows)]
    if said:
        report.note(say("These fields say who publishes the list, and are not part of the listings: {fields}.",
                        fields=", ".join(said)))  # fmt: skip
    reader = _Reader(setting, report, spoken)
    meetings = [meeting for row, record in found if (meeting := reader.meeting(row, record))]
    return directory(meetings, file, setting, today, report, spoken)


class _Reader:
    """Makes meetings of the records."""

    def __init__(self, setting: Setting, report: Report, spoken: Say) -> None:
        self._setting = setting
        self._report = report
        self._spoken = spoken
        self._own = Language.load(setting.language)
        self._places = GuidePlaces(setting, self._own)

    def meeting(self, row: Row, record: Mapping[str, Any]) -> Meeting | None:
        cells = Cells(row, self._report)
        name = cells.line("name")
        if not name:
            shown = ", ".join(f"{field}: {text}" for field, text in row.values.items())
            self._report.dropped(row.origin, "", shown, say("A meeting without a name."))
            return None
        for field in row.values:
            if field not in READ | OF_THE_DIRECTORY:
                cells.dropped(field, say("There is no field for it here."))
        types = types_of(several(record.get("types")), cells)
        afar = self._afar(cells)
        place, attending = self._places.place(cells, types, bool(afar))
        news, lines = self._words(cells)
        is_paused = types.is_closed_for_now and not attending
        if types.is_closed_for_now and not news:
            news = self._spoken(say("Its place is closed for the time being."))
        return Meeting(
            cells=cells,
            key=row["slug"],
            base=base_of(row["slug"], name, row["url"]),
            series=series_of(row["slug"]),
            name=name,
            organization=cells.line("group"),
            timing=timing(
                cells, ("day", "time"), _weekdays(record.get("day")), self._ends(cells), (name, *lines), self._spoken
            ),
            time_zone=cells.line("timezone") or self._setting.time_zone,
            place=place,
            afar=afar,
            attending=attending,
            is_paused=is_paused,
            news=news,
            lines=lines,
            kinds=types.kinds,
            languages=types.languages,
            audiences=types.audiences,
            access=() if place else types.access,
            area=self._area(record, cells),
            people=self._people(cells),
            website=cells.web("url"),
            changed_on=_day(cells),
        )

    def _words(self, cells: Cells) -> tuple[str, tuple[str, ...]]:
        """News that our own export puts first, and the lines of all notes."""
        lines = (*lines_of(cells.text("notes")), *lines_of(cells.text("group_notes")))
        begins = self._own.say(say("Please note: {text}", text=""))
        if lines and begins.strip() and lines[0].startswith(begins):
            return lines[0].removeprefix(begins), lines[1:]
        return "", lines

    def _ends(self, cells: Cells) -> time | None:
        if not cells.row["end_time"]:
            return None
        ends = clock_time(cells.row["end_time"])
        if ends is None:
            cells.dropped("end_time", say("This is no time of day."))
        return ends

    def _afar(self, cells: Cells) -> Afar:
        url, phone = cells.web("conference_url"), cells.line("conference_phone")
        how = cells.line("conference_url_notes")
        note = cells.line("conference_phone_notes")
        if note and not phone:
            cells.dropped("conference_phone_notes", say("There is no number to dial that it could be about."))
        if how and not (url or phone):
            cells.dropped("conference_url_notes", say("There is no address and no number that it could be about."))
            how = ""
        return Afar(url, how, phone, note if phone else "")

    def _area(self, record: Mapping[str, Any], cells: Cells) -> str:
        """The smallest region; the larger ones hold all of the area served, or are told."""
        regions = [" ".join(region.split()) for region in several(record.get("regions"))]
        if not regions:
            regions = [line for line in (cells.line("region"), cells.line("sub_region")) if line]
        if len(regions) > 1:
            reason = say("Only the smallest region was taken: an area here has no larger ones above it.")
            cells.changed("regions" if cells.row["regions"] else "region", reason)
        return regions[-1] if regions else ""

    def _people(self, cells: Cells) -> tuple[Person, ...]:
        found = [person(cells, f"contact_{n}_name", f"contact_{n}_phone", f"contact_{n}_email") for n in PEOPLE]
        return tuple(one for one in found if one)


def _weekdays(typed: Any) -> tuple[int, ...] | None:
    """Days of the week, Monday being 0, from numbers in which Sunday is 0; None if one of them is no day.

    >>> _weekdays(["0", "2"]), _weekdays("6"), _weekdays(None), _weekdays("7")
    ((1, 6), (5,), (), None)
    """
    days = several(typed)
    if not days:
        return () if typed in (None, "", []) else None
    if not all(day in tuple("0123456") for day in days):
        return None
    return tuple(sorted({(int(day) - 1) % 7 for day in days}))


def _day(cells: Cells) -> date | None:
    typed = cells.row["updated"]
    if not typed:
        return None
    try:
        return date.fromisoformat(typed[:10])
    except ValueError:
        cells.dropped("updated", say("This is no day of the calendar."))
        return None
