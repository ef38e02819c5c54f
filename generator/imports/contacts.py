"""The contact of a record: its phones, mail address and page in the form of our files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.entries import filled
from generator.imports.language_names import language_codes
from generator.imports.phone_cells import TYPES, read_numbers
from generator.imports.report import Report
from generator.model.number import ascii_digits, without_extension
from generator.model.phone import PhoneType
from generator.model.text import LONGEST_SUMMARY
from generator.source.writer import Writable
from generator.words import say

Phone = dict[str, Writable]


def key_of(number: str) -> str:
    """What two ways of typing one number have in common: its digits, without the code of North America."""
    digits = ascii_digits(number)
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits


class Contacts:
    """Makes contacts for a directory in one country."""

    def __init__(
        self,
        country: str,
        report: Report,
        languages_of: Mapping[str, Sequence[Row]] | None = None,
        *,
        mends: bool = True,
    ) -> None:
        self.country = country
        self.report = report
        self._languages_of = languages_of or {}
        self._mends = mends

    def contact(self, cells: Cells | None, phones: Iterable[Row], note: str = "") -> dict[str, Writable]:
        """A contact from the mail address and page of a row, and the rows of its phones; empty if nobody is reached."""
        numbers = self.phones(phones)
        email = cells.mail("email") if cells else ""
        website = (cells.web("url") or cells.web("website")) if cells else ""
        if not numbers and not email and not website:
            return {}
        return filled(phones=_in_short(numbers), email=email, website=website, note=note)

    def phones(self, rows: Iterable[Row]) -> list[Phone]:
        """The numbers of phone rows, each once."""
        found: list[Phone] = []
        seen: set[tuple[str, object]] = set()
        for row in rows:
            phones = self._phones_of(row)
            if phones:
                self.report.use(row.origin)
            for phone in phones:
                key = (key_of(f"{phone['number']}{phone.get('extension', '')}"), phone.get("type"))
                if key in seen:
                    self.report.dropped(row.origin, "number", row["number"], say("This number stands there already."))
                else:
                    seen.add(key)
                    found.append(phone)
        return found

    def known_already(self, rows: Iterable[Row], others: Iterable[Row]) -> None:
        """Count as used the rows whose number stands in other rows as well."""
        numbers = {key_of(row["number"]) for row in others} - {""}
        for row in rows:
            if key_of(row["number"]) in numbers:
                self.report.use(row.origin)

    def _phones_of(self, row: Row) -> list[Phone]:
        cells = Cells(row, self.report, mends=self._mends)
        text = cells.text("number")
        if not text:
            self.report.pass_over(row.origin)
            return []
        read = read_numbers(text, self.country)
        if read.refusal:
            cells.dropped("number", read.refusal)
            return []
        if read.change:
            cells.changed("number", read.change)
        description, extension = cells.summary("description"), cells.line("extension")
        if extension and (len(read.numbers) > 1 or without_extension(str(read.numbers[0]["number"]))[1]):
            if without_extension(str(read.numbers[0]["number"]))[1] != extension:
                cells.dropped("extension", say("It does not fit the number, which has one already or is several."))
            extension = ""
        phones: list[Phone] = []
        for number in read.numbers:
            words = "; ".join(filter(None, (number.get("description"), description)))
            phones.append(
                filled(
                    number=number["number"],
                    extension=extension,
                    type=self._type(cells),
                    description=words[:LONGEST_SUMMARY],
                    languages=_one_or_several(self._languages(cells)),
                )
            )
        return phones

    def _type(self, cells: Cells) -> str:
        typed = cells.line("type")
        if not typed:
            return ""
        kind = TYPES.get(typed.lower())
        if kind is None:
            cells.dropped("type", say("This is no kind of phone line that is known."))
        return "" if kind in {None, PhoneType.VOICE} else str(kind)

    def _languages(self, cells: Cells) -> list[str]:
        named = [cells.text("language")]
        # From version 3.0 on they stand in a table of their own.
        for row in self._languages_of.get(cells.row.id, ()):
            named.append(row["code"] or row["name"])
            self.report.use(row.origin)
            if row["note"] and not row["service_id"]:
                self.report.dropped(row.origin, "note", row["note"], say("The languages of a number have no note."))
        codes, unknown = language_codes("; ".join(filter(None, named)))
        if unknown:
            cells.dropped(
                "language", say("'{name}' is not the English name or the code of one language.", name=unknown[0])
            )
        return codes


def _in_short(phones: list[Phone]) -> Writable:
    """The number alone where there is nothing else, and one phone without a list."""
    short: list[Writable] = [phone["number"] if len(phone) == 1 else phone for phone in phones]
    return _one_or_several(short)


def _one_or_several(values: list[Writable] | list[str]) -> Writable:
    return values[0] if len(values) == 1 else list(values)
