"""The parts that own organizations, places and listings share: how to reach somebody, languages, the place itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from generator.imports.csv_table import Row
from generator.imports.entries import filled
from generator.imports.hsds3.marks import Marks, one, several
from generator.imports.hsds_tables import Package
from generator.imports.plain_text import WIDTH, wrapped
from generator.imports.report import Report
from generator.imports.setting import Setting
from generator.language import Language
from generator.model.about import About
from generator.model.base import Refused
from generator.model.phone import Phone, TextLine, number_problem
from generator.source.writer import Writable
from generator.words import Words, say

Values = dict[str, Writable]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the readers of own records share."""

    package: Package
    marks: Marks
    report: Report
    language: Language
    about: About | None
    """What the directory said of itself, where its index came along."""
    made: date
    """The day of the export."""
    setting: Setting

    @property
    def desk(self) -> str:
        """Who made sure, where nobody in particular did."""
        if self.about is None:
            return ""
        contact = self.about.contact
        return contact.role if contact and contact.role else self.about.name

    def rows(self, table: str, owner: str, of: Row) -> list[Row]:
        return self.package.by(table, f"{owner}_id").get(of.id, [])

    def contact(self, of: Row, owner: str, website: str) -> Values:
        """How to reach it; empty if nothing is told."""
        marks = self.marks.of(of.id)
        people = self.rows("contacts", owner, of)
        who = people[0] if people else None
        calls: list[Writable] = []
        texts: list[Writable] = []
        known = set()
        for row in [*self.rows("phones", owner, of), *(self.rows("phones", "contact", who) if who else ())]:
            if row.id in known:
                continue
            known.add(row.id)
            is_text = bool(one(self.marks.of(row.id), "text-line"))
            number = self.text_line(row) if is_text else self.phone(row)
            if number:
                (texts if is_text else calls).append(number)
        return filled(
            name=who["name"] if who else "",
            role=who["title"] if who else "",
            phones=in_short(calls),
            text=in_short(texts),
            email=of["email"] or (who["email"] if who else ""),
            website=website,
            form=one(marks, "contact-form"),
            note=one(marks, "contact-note"),
        )

    def phone(self, row: Row) -> Writable:
        """A number to call, alone where that says all; nothing where nobody can call it."""
        kind = row["type"]
        fields = filled(
            number=row["number"],
            extension=row["extension"].removesuffix(".0"),
            type="" if kind == "voice" else kind,
            description=row["description"],
            languages=in_short(self.languages(row, "phone")),
        )
        if not self._is_right(Phone, fields, row):
            return ""
        return fields["number"] if len(fields) == 1 else fields

    def text_line(self, row: Row) -> Writable:
        """A number to text; the first line of its description says the word to send once more."""
        keyword = one(self.marks.of(row.id), "text-keyword")
        lines = row["description"].split("\n") if row["description"] else []
        fields = filled(
            number=row["number"],
            keyword=keyword,
            description=" ".join(lines[1:] if keyword else lines),
            languages=in_short(self.languages(row, "phone")),
        )
        return fields if self._is_right(TextLine, fields, row) else ""

    def _is_right(self, kind: type[Phone] | type[TextLine], fields: Values, row: Row) -> bool:
        """Whether it is a number of the country; it was one when it was exported."""
        try:
            problem = number_problem(kind.model_validate(fields), self.setting.country)
        except ValidationError as error:
            found = error.errors()[0].get("ctx", {}).get("error")
            problem = found if isinstance(found, Refused) else Refused("import", say("This cannot be used."), Words(""))
        if problem is not None:
            self.report.dropped(row.origin, "number", row["number"], problem.message)
        return problem is None

    def languages(self, row: Row, owner: str) -> list[Writable]:
        return [found["code"] for found in self.rows("languages", owner, row) if found["code"]]

    def place(self, row: Row) -> Values:
        """The fields of a place, without its id."""
        marks = self.marks.of(row.id)
        addresses = self.rows("addresses", "location", row)
        address: Mapping[str, str] = addresses[0].values if addresses else {}
        town = address or {
            "city": one(marks, "city"),
            "state_province": one(marks, "state-province"),
            "postal_code": one(marks, "postal-code"),
        }
        street = address.get("address_1", "")
        notes = [found["details"] for found in self.rows("accessibility", "location", row) if found["details"]]
        return filled(
            name="" if row["name"] == street else row["name"],
            address=street,
            address_2=address.get("address_2", ""),
            city=town.get("city", ""),
            state_province=town.get("state_province", ""),
            postal_code=town.get("postal_code", ""),
            latitude=number(row["latitude"]),
            longitude=number(row["longitude"]),
            directions=row["description"],
            transit=row["transportation"],
            accessibility=in_short(list(several(marks, "accessibility"))),
            accessibility_note=" ".join(notes),
        )

    def online(self, row: Row) -> Values:
        """How one joins from afar."""
        numbers = self.rows("phones", "location", row)
        return filled(
            url=row["url"],
            platform="" if row["name"] == self.language.say(say("Online")) else row["name"],
            how_to_join=row["description"],
            phone=self.phone(numbers[0]) if numbers else "",
            accessibility=in_short(list(several(self.marks.of(row.id), "accessibility"))),
        )


def in_short(values: Sequence[Writable]) -> Writable:
    """One value without a list around it."""
    return values[0] if len(values) == 1 else list(values)


def number(text: str) -> float | str:
    """A coordinate as it was typed."""
    try:
        return float(text) if text else ""
    except ValueError:
        return text


def day(text: str) -> date | str:
    """A date, if it is one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def years(text: str) -> int | str:
    """An age in whole years, if it is one."""
    plain = text.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 4 else text


def in_paragraphs(text: str) -> str:
    """Prose in lines of a readable length."""
    return wrapped(text) if "\n" in text or len(text) > WIDTH else text


def split(text: str) -> list[Writable]:
    """Names that stand in one field with semicolons between them."""
    return [name for name in text.split("; ") if name]
