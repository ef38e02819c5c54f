"""Meetings of BMLT, the Basic Meeting List Toolbox, made into a directory of ours.

The file is what a BMLT server answers to `GetSearchResults` as JSON: a list of meetings, or the meetings with the formats they
use. As with every import, nothing is invented; that form, too, knows weekly meetings only.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Unpack

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.imported import Imported
from generator.imports.meetings.bmlt_formats import Formats, Legend
from generator.imports.meetings.coordinates import coordinates
from generator.imports.meetings.directory import directory, setting_of
from generator.imports.meetings.meeting import Afar, Meeting, Person, Place
from generator.imports.meetings.people import person
from generator.imports.meetings.reading_json import read_json, records, several
from generator.imports.meetings.slugs import base_of
from generator.imports.meetings.times import after, clock_time
from generator.imports.meetings.timing import timing
from generator.imports.meetings.words import lines_of
from generator.imports.report import Report
from generator.imports.setting import Setting, Told
from generator.model.choice import Attending
from generator.problems import Say
from generator.standards.bmlt import VENUES
from generator.words import say

OF_THE_SERVER = frozenset({
    "id_bigint", "worldid_mixed", "shared_group_id_bigint", "service_body_bigint", "format_shared_id_list", "lang_enum",
    "root_server_uri", "root_server_id", "distance_in_km", "distance_in_miles", "published", "zone",
})  # fmt: skip
"""Numbers and notes by which servers know one another's records; they say nothing about a meeting."""
READ = frozenset({
    "meeting_name", "service_body_name", "weekday_tinyint", "start_time", "duration_time", "time_zone", "formats", "venue_type",
    "location_text", "location_info", "location_street", "location_municipality", "location_province", "location_postal_code_1",
    "location_nation", "latitude", "longitude", "bus_lines", "train_lines", "comments", "virtual_meeting_link",
    "virtual_meeting_additional_info", "phone_meeting_number", "email_contact",
    *(f"contact_{part}_{number}" for number in (1, 2) for part in ("name", "email", "phone")),
})  # fmt: skip


def import_bmlt(
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
    file, found = read_json(path, report)
    legend = Legend({})
    if isinstance(found, dict) and isinstance(found.get("meetings"), list):
        legend, found = Legend.of(found.get("formats")), found["meetings"]
    listed = records(found, file, report, key="id_bigint", name="meeting_name")
    rows = [row for row, _ in listed]
    setting = setting_of(
        rows,
        [row["time_zone"] for row in rows if row["time_zone"]],
        [(row["location_province"], row["location_postal_code_1"], row["location_nation"]) for row in rows],
        report,
        **told,
    )
    reader = _Reader(setting, legend, report, spoken)
    meetings = [meeting for row, record in listed if (meeting := reader.meeting(row, record.get("formats")))]
    return directory(meetings, file, setting, today, report, spoken)


class _Reader:
    """Makes meetings of the records."""

    def __init__(self, setting: Setting, legend: Legend, report: Report, spoken: Say) -> None:
        self._setting = setting
        self._legend = legend
        self._report = report
        self._spoken = spoken

    def meeting(self, row: Row, typed_formats: Any) -> Meeting | None:
        cells = Cells(row, self._report)
        name = cells.line("meeting_name")
        if not name or row["published"] in {"0", "false"}:
            shown = ", ".join(f"{field}: {text}" for field, text in row.values.items())
            reason = say("It is not published there.") if name else say("A meeting without a name.")
            self._report.dropped(row.origin, "", name or shown, reason)
            return None
        for field in row.values:
            if field not in READ | OF_THE_SERVER:
                cells.dropped(field, say("There is no field for it here."))
        formats = self._legend.formats(several(typed_formats), cells)
        lines = lines_of(cells.text("comments"))
        opens_at = clock_time(row["start_time"])
        ends = after(opens_at, row["duration_time"]) if opens_at and row["duration_time"] else None
        if row["duration_time"] and opens_at and ends is None:
            cells.dropped("duration_time", say("This is no length between a minute and a day."))
        afar = self._afar(cells)
        place, attending = self._place(cells, formats, bool(afar.url or afar.phone))
        if afar and attending in ((), (Attending.IN_PERSON,)):
            cells.dropped(
                "virtual_meeting_additional_info", say("The meeting is in person, so nobody joins from afar.")
            )
            afar = Afar()
        return Meeting(
            cells=cells,
            key=row["id_bigint"],
            base=base_of("", name),
            series="",
            name=name,
            organization=cells.line("service_body_name"),
            timing=timing(
                cells,
                ("weekday_tinyint", "start_time"),
                _weekday(row["weekday_tinyint"]),
                ends,
                (name, *lines, *formats.kinds),
                self._spoken,
            ),
            time_zone=cells.line("time_zone") or self._setting.time_zone,
            place=place,
            afar=afar,
            attending=attending,
            is_paused=formats.is_closed_for_now and not attending,
            news=self._spoken(say("Its place is closed for the time being.")) if formats.is_closed_for_now else "",
            lines=lines,
            kinds=formats.kinds,
            languages=formats.languages,
            audiences=formats.audiences,
            access=() if place else formats.access,
            area="",
            people=self._people(cells),
            website="",
            changed_on=None,
        )

    def _afar(self, cells: Cells) -> Afar:
        how, phone = cells.line("virtual_meeting_additional_info"), cells.line("phone_meeting_number")
        return Afar(cells.web("virtual_meeting_link"), how, phone)

    def _place(
        self, cells: Cells, formats: Formats, is_reached_from_afar: bool
    ) -> tuple[Place | None, tuple[Attending, ...]]:
        typed = VENUES.get(cells.row["venue_type"])
        if cells.row["venue_type"] and typed is None:
            cells.dropped("venue_type", say("This is no kind of venue that is known."))
        from_afar = (
            Attending.PHONE
            if cells.row["phone_meeting_number"] and not cells.row["virtual_meeting_link"]
            else Attending.ONLINE
        )
        if typed == Attending.ONLINE or (formats.is_closed_for_now and is_reached_from_afar):
            for column in ("location_text", "location_info", "location_street"):
                if cells.row[column]:
                    cells.dropped(column, say("The meeting is online, so it has no place."))
            return None, (from_afar,)
        place = self._told_place(cells, formats)
        if formats.is_closed_for_now:
            return place, ()
        if typed == Attending.HYBRID or (typed is None and place and is_reached_from_afar):
            return place, (Attending.HYBRID,)
        if place:
            return place, (Attending.IN_PERSON,)
        return None, (from_afar,) if is_reached_from_afar else ()

    def _told_place(self, cells: Cells, formats: Formats) -> Place | None:
        latitude, longitude = coordinates(cells)
        buses, trains = cells.line("bus_lines"), cells.line("train_lines")
        place = Place(
            name=cells.line("location_text"),
            address=cells.line("location_street"),
            city=cells.line("location_municipality"),
            state_province=cells.line("location_province"),
            postal_code=cells.line("location_postal_code_1"),
            latitude=latitude,
            longitude=longitude,
            directions=cells.summary("location_info"),
            transit="; ".join(filter(None, (buses, trains))),
            accessibility=formats.access,
        )
        return place if place.in_one_line else None

    def _people(self, cells: Cells) -> tuple[Person, ...]:
        found = [person(cells, f"contact_name_{n}", f"contact_phone_{n}", f"contact_email_{n}") for n in (1, 2)]
        email = cells.mail("email_contact")
        people = [one for one in found if one]
        if email and not any(one.email == email for one in people):
            people.append(Person(email=email))
        return tuple(people)


def _weekday(typed: str) -> tuple[int, ...] | None:
    """The day, Monday being 0, from a number in which Sunday is 1; None if it is no day.

    >>> _weekday("1"), _weekday("2"), _weekday(""), _weekday("8")
    ((6,), (0,), (), None)
    """
    if not typed:
        return ()
    return ((int(typed) - 2) % 7,) if typed in tuple("1234567") else None
