"""The rows of a spreadsheet as listings of ours, with the organizations and areas that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.imports.cells import Cells
from generator.imports.csv_table import Row, Table
from generator.imports.desk import records
from generator.imports.entries import Entry, filled, fitted
from generator.imports.ids import ids_for
from generator.imports.language_names import language_codes
from generator.imports.report import Report
from generator.imports.services import STATUS
from generator.imports.sheet.known import Known, id_of
from generator.imports.sheet.plan import Plan
from generator.imports.sheet.sheet_cells import SheetCells, one_or_several
from generator.imports.sheet.times import composed, lines_of
from generator.imports.sheet.ways import answer, attending, contact, cost, online, place
from generator.imports.twins import told_apart
from generator.imports.words_kept import WordsKept
from generator.model.choice import Joining, Status
from generator.model.text import slug
from generator.problems import Say
from generator.source.writer import Writable
from generator.words import say

SECTIONS: Mapping[str, str] = {
    **dict.fromkeys(("group", "groups", "peer group", "support group", "meeting", "self-help group"), "groups"),
    **dict.fromkeys(("service", "services", "program", "programme"), "services"),
}
"""Words for what a row is."""
MARKS = ("id", "place", "city", "run_by", "when", "day")
"""Columns that tell rows of one name apart, the best first."""


class Rows:
    """One spreadsheet at work."""

    def __init__(
        self, table: Table, plan: Plan, report: Report, country: str, zone: str, known: Known | None, spoken: Say
    ):
        self._table = table
        self._plan = plan
        self._report = report
        self._country = country
        self._zone = zone
        self._makes_areas = known is None
        self._known = known or Known()
        self._spoken = spoken
        self.organizations: dict[str, Entry] = {}
        self.areas: dict[str, Entry] = {}

    def all(self) -> list[Entry]:
        """What the rows name, and then a listing for each row that says something."""
        named = [(row, cells, name) for row, cells in self._rows() if (name := self._name(cells))]
        ids = ids_for([(name, self._mark(cells)) for _, cells, name in named])
        own = [cells.row["id"] for _, cells, _ in named]
        counts = Counter(own)
        made: dict[str, Entry] = {}
        for (row, cells, name), made_id, original in zip(named, ids, own, strict=True):
            identity = original if counts[original] == 1 and is_in_our_form(original) else made_id
            entry = fitted(self._listing(cells, name, identity), self._report)
            if entry is not None:
                self._report.use(row.origin)
                made[f"row {row.origin.row}"] = entry
        listings = told_apart(made, self._report)
        return [*self.areas.values(), *self.organizations.values(), *listings.values()]

    def _rows(self) -> Iterable[tuple[Row, SheetCells]]:
        rows = []
        for row in self._table.rows:
            first = {target: row[columns[0]] for target in ("id", "name") if (columns := self._plan.of(target))}
            rows.append(Row(replace(row.origin, id=first.get("id", ""), name=first.get("name", "")), row.values))
        for record in records(rows, self._report):
            yield record.row, SheetCells(record.row, self._plan, self._report)

    def _name(self, cells: SheetCells) -> str:
        name = cells.line("name")
        shown = ", ".join(f"{column}: {text}" for column, text in cells.row.values.items())
        if not name:
            self._report.dropped(cells.origin, "", shown, say("A row without a name."))
        elif set(cells.row.values) <= {"name", "id", "kind"}:
            self._report.dropped(cells.origin, "", shown, say("There is nothing but a name; it may be a heading."))
            return ""
        return name

    def _mark(self, cells: SheetCells) -> str:
        return next((cells.row[target] for target in MARKS if cells.row[target]), "")

    def _listing(self, cells: SheetCells, name: str, identity: str) -> Entry:
        kept = WordsKept(cells, self._spoken)
        for head, text in cells.more():
            kept.add(text, lambda text, head=head: say("{head}: {text}", head=head, text=text))  # type: ignore[misc]
        summary = cells.summary("summary") or kept.summary(name)
        organization, home = self._organization(cells)
        fields: dict[str, Writable] = {
            "id": identity,
            "name": name,
            "alternate_names": _several(cells, "other_names"),
            "summary": summary,
            "description": "",
            "goals": self._goals(cells),
            "keywords": _several(cells, "keywords"),
            "languages": self._languages(cells),
            "verified": self._verified(cells),
            "organization": organization,
            "status": self._status(cells),
            "alert": self._alert(cells, kept),
            "first_visit": cells.prose("first_visit"),
            "eligibility": _eligibility(cells, kept),
            "schedule": self._schedule(cells, kept),
            "attending": attending(cells, kept),
            "areas": self._areas(cells),
            "location": place(cells, self._known, self._country),
            "online": online(cells, self._country),
            "contact": contact(cells, self._country),
            **_joining(cells, kept),
            "required_documents": _several(cells, "required_documents"),
            "cost": cost(cells, kept),
        }
        # What does not fit into its field went into the description.
        fields["description"] = kept.description(summary)
        return Entry(self._section(cells), cells.origin, filled(**fields), home)

    def _section(self, cells: SheetCells) -> str:
        typed = cells.line("kind")
        usual = SECTIONS[self._plan.kind]
        if not typed:
            return usual
        found = SECTIONS.get(typed.casefold())
        if found is None:
            cells.guessed(
                "kind", say("It is neither group nor service; it was taken for a {kind}.", kind=self._plan.kind)
            )
        return found or usual

    def _organization(self, cells: SheetCells) -> tuple[str, str]:
        """The id of the organization, and by what its file is found."""
        name = cells.line("run_by")
        if not name:
            return "", ""
        known = id_of(name, self._known.organizations)
        if known:
            return known, ""
        key = name.casefold()
        if key not in self.organizations:
            identity = ids_for([(name, "")], [entry.id for entry in self.organizations.values()])[0]
            origin = replace(cells.origin, id="", name=name)
            self.organizations[key] = Entry("organizations", origin, {"id": identity, "name": name}, key)
        return self.organizations[key].id, key

    def _areas(self, cells: SheetCells) -> Writable:
        found = []
        for name in cells.each("areas"):
            known = id_of(name, self._known.areas)
            if not known and self._makes_areas:
                key = name.casefold()
                if key not in self.areas:
                    identity = ids_for([(name, "")], [entry.id for entry in self.areas.values()])[0]
                    origin = replace(cells.origin, id="", name=name)
                    self.areas[key] = Entry("areas", origin, {"id": identity, "name": name})
                known = self.areas[key].id
            if known:
                found.append(known)
            else:
                self._report.dropped(cells.origin, cells.head("areas"), name, say("The directory has no such area."))
        return one_or_several(list(dict.fromkeys(found))) if found else ""

    def _goals(self, cells: SheetCells) -> Writable:
        found = []
        for name in cells.each("goals"):
            known = id_of(name, self._known.goals)
            if known:
                found.append(known)
            else:
                self._report.dropped(cells.origin, cells.head("goals"), name, say("The directory has no such goal."))
        return one_or_several(list(dict.fromkeys(found))) if found else ""

    def _languages(self, cells: SheetCells) -> Writable:
        codes, unknown = language_codes(cells.text("languages"))
        for name in unknown:
            self._report.dropped(
                cells.origin,
                cells.head("languages"),
                name,
                say("'{name}' is not the English name or the code of one language.", name=name),
            )
        return one_or_several(codes) if codes else ""

    def _verified(self, cells: SheetCells) -> Writable:
        typed = cells.line("verified")
        try:
            return date.fromisoformat(typed) if typed else ""
        except ValueError:
            cells.dropped("verified", say("It is not a day in the form 2026-09-01."))
            return ""

    def _status(self, cells: SheetCells) -> str:
        typed = cells.line("status")
        status = answer(Status, typed) or STATUS.get(typed.casefold())
        if typed and status is None:
            cells.dropped("status", say("This is no status that is known; it is listed as active."))
        return "" if status in {None, Status.ACTIVE} else str(status)

    def _alert(self, cells: SheetCells, kept: WordsKept) -> dict[str, Writable]:
        text = kept.short("news", lambda text: say("More news: {text}", text=text))
        if not text and self._status_is_paused(cells):
            text = self._spoken(say("It is not on for the time being."))
        return {"text": text} if text else {}

    def _status_is_paused(self, cells: SheetCells) -> bool:
        typed = cells.row["status"].strip()
        return (answer(Status, typed) or STATUS.get(typed.casefold())) is Status.PAUSED if typed else False

    def _schedule(self, cells: SheetCells, kept: WordsKept) -> Writable:
        """When it is, where all that is said of it is certain; else it is quoted, so that nobody comes in vain."""
        parts = composed(*(cells.text(target) for target in ("day", "starts_at", "ends_at")))
        whole = cells.text("when")
        for text, column in ((whole, "when"), (parts, "day" if cells.row["day"] else "starts_at")):
            if not text:
                continue
            lines = lines_of(text)
            if lines is not None:
                return self._in_zone(lines, cells)
            kept.add(" ".join(text.split()), lambda text: say("Days and times: {text}", text=text))
            self._report.kept(
                cells.origin,
                cells.head(column),
                text,
                say("It is not certain which days and times are meant; they stand in words in the description."),
            )
        return ""

    def _in_zone(self, lines: list[str], cells: SheetCells) -> Writable:
        zone = cells.line("time_zone")
        if zone and zone != self._zone and ";" not in zone:
            return [{"when": line, "time_zone": zone} for line in lines]
        return one_or_several(lines)


def is_in_our_form(text: str) -> bool:
    """Whether an id of a spreadsheet can be an id here: others may know the listing by it.

    >>> is_in_our_form("tuesday-talkers"), is_in_our_form("17"), is_in_our_form("Row 17")
    (True, False, False)
    """
    return bool(text) and slug(text) == text and not text.isdecimal()


def _several(cells: SheetCells, target: str) -> Writable:
    found = cells.each(target)
    return one_or_several(found) if found else ""


def _eligibility(cells: SheetCells, kept: WordsKept) -> Writable:
    told = kept.short("who_can_come", lambda text: say("More on who can come: {text}", text=text))
    ages: dict[str, Writable] = {}
    for target in ("minimum_age", "maximum_age"):
        typed = cells.line(target).removesuffix("+")
        if typed.isdecimal() and int(typed) <= 120:
            ages[target] = int(typed)
        elif typed:
            cells.dropped(target, say("'{seen}' is not an age in whole years.", seen=typed))
    return filled(description=told, **ages) if ages else told


def _joining(cells: SheetCells, kept: WordsKept) -> dict[str, Writable]:
    """How one comes in: one of the four answers, or words."""
    typed = cells.line("joining")
    joining = answer(Joining, typed) if typed else None
    if typed and joining is None:
        kept.add(typed, lambda text: say("How to join: {text}", text=text))
        Cells.kept(cells, "joining", say("It stands in words in the description."))
    words = kept.short("how_to_join", lambda text: say("More on how to join: {text}", text=text))
    return {"joining": str(joining) if joining else "", "application_process": words}
