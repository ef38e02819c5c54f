"""What HSDS 3.0 says of a service in objects of their own: who answers, what it costs, the terms it is sorted under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.imports.cells import Cells
from generator.imports.csv_table import Row
from generator.imports.desk import Desk, Record, said_of
from generator.imports.entries import Entry, filled
from generator.imports.fees import read_fees
from generator.imports.hsds3.marks import Attribute, Marks
from generator.imports.words_kept import WordsKept
from generator.model.choice import CostKind
from generator.model.text import LONGEST_SUMMARY, slug
from generator.source.writer import Writable
from generator.words import Words, say

_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "prof", "professor", "rev", "reverend", "sister", "father", "the"}
)
_FIRST_NAME = re.compile(r"[^\W\d_][\w'’-]*", re.UNICODE)
MOST_KEYWORDS = 40
_KEYWORD = say("The name of the term stands among the words to search by.")


@dataclass(slots=True)
class Answering:
    """Who answers: the fields of a contact, and the rows of phones to try."""

    fields: dict[str, Writable] = field(default_factory=dict)
    phones: list[Row] = field(default_factory=list)


def answering(desk: Desk, owners: Iterable[tuple[str, str]], record: Row) -> Answering:
    """The contacts of a service and of its places: the first gives name and role, the phones of all are taken.

    `owners` are pairs of a column and an id, the nearest first.
    """
    found = Answering()
    seen: set[int] = set()
    for column, id_ in owners:
        for row in desk.package.by("contacts", column).get(id_, []) if id_ else ():
            if id(row) in seen:
                continue
            seen.add(id(row))
            desk.report.use(row.origin)
            cells = desk.cells(said_of(row, record))
            found.phones += [
                said_of(phone, record) for phone in desk.package.by("phones", "contact_id").get(row.id, [])
            ]
            if found.fields:
                for name in ("name", "title", "department", "email"):
                    if row[name]:
                        cells.dropped(name, say("A contact has one person or desk; this is a further one."))
                continue
            role = ", ".join(dict.fromkeys(filter(None, (cells.line("title"), cells.line("department")))))
            found.fields = filled(name=first_name(cells), role=role, email=cells.mail("email"))
    return found


def each_once(rows: Iterable[Row]) -> list[Row]:
    """The rows of phones, without those that stand below several objects."""
    return list({(row.origin.file, row.origin.row): row for row in rows}.values())


def first_name(cells: Cells) -> str:
    """The first name alone: no page here shows a full one."""
    whole = cells.line("name")
    words = whole.split()
    if not words:
        return ""
    if len(words) == 1 and "," not in whole:
        return words[0]
    first = words[0]
    if (
        "," in whole
        or first.rstrip(".").casefold() in _TITLES
        or first.endswith(".")
        or not _FIRST_NAME.fullmatch(first)
    ):
        cells.dropped("name", say("Pages here name people by their first name, and which that is, is not certain."))
        return ""
    cells.changed("name", say("Only the first name was taken: pages here name nobody in full."))
    return first


def cost(desk: Desk, record: Record, cells: Cells, kept: WordsKept, today: date) -> Writable:
    """The price, where it is certain; everything else that is said about money stands in the description."""
    column = "fees_description" if cells.row["fees_description"] else "fees"
    text = cells.line(column)
    said = read_fees(text) if text else ""
    if cells.row["fees_description"] and cells.row["fees"] not in {"", cells.row["fees_description"]}:
        kept.add(cells.text("fees"), lambda text: say("Cost: {text}", text=text))
        cells.kept("fees", say("It does not say for certain what kind of price it is; it stands in the description."))
    options = desk.package.by("cost_options", "service_id").get(record.linked_as, []) if record.linked_as else []
    for row in options:
        desk.report.use(row.origin)
    if said in ("", None) and len(options) == 1 and (only := _certain(desk.cells(options[0]), today)):
        if text:
            _keep_fees(text, column, cells, kept)
        return only
    if said is None:
        _keep_fees(text, column, cells, kept)
    for row in options:
        option = desk.cells(said_of(row, record.row))
        words = _in_words(option)
        if words:
            kept.add(words, lambda text: say("Cost: {text}", text=text))
            option.kept(
                "option", say("One of several prices, or one that is not in force; it stands in the description.")
            )
    return said or ""


def _keep_fees(text: str, column: str, cells: Cells, kept: WordsKept) -> None:
    kept.add(text, lambda text: say("Cost: {text}", text=text))
    cells.kept(column, say("It does not say for certain what kind of price it is; it stands in the description."))


def _certain(cells: Cells, today: date) -> Writable:
    """The one price that is in force, if it is a number or one of our own kinds."""
    row = cells.row
    first, last = row["valid_from"], row["valid_to"]
    if (first and first[:10] > today.isoformat()) or (last and last[:10] < today.isoformat()):
        return ""
    kind = row["option"].lower()
    if kind in set(CostKind) and not row["amount"]:
        return filled(kind=kind, amount=cells.summary("amount_description")) if row["amount_description"] else kind
    try:
        amount = float(row["amount"])
    except ValueError:
        return ""
    words = " ".join(filter(None, (_money(row), row["amount_description"])))
    if amount == 0 and not row["amount_description"]:
        note = "" if kind == CostKind.FREE else cells.line("option")
        return filled(kind=str(CostKind.FREE), note=note) if note else str(CostKind.FREE)
    if amount <= 0 or len(words) > LONGEST_SUMMARY or len(row["option"]) > LONGEST_SUMMARY:
        return ""
    note = "" if kind in set(CostKind) else cells.line("option")
    return filled(kind=kind if kind in set(CostKind) else str(CostKind.FIXED), amount=words, note=note)


def _money(row: Row) -> str:
    return " ".join(filter(None, (row["amount"].removesuffix(".0"), row["currency"].upper())))


def _in_words(cells: Cells) -> str:
    row = cells.row
    span = " – ".join(filter(None, (row["valid_from"], row["valid_to"])))
    price = " ".join(filter(None, (_money(row), cells.line("amount_description"))))
    words = ": ".join(filter(None, (cells.line("option"), price)))
    return f"{words} ({span})" if words and span else words


class Classified:
    """The terms of services: those of a directory like ours become goals, others words to search by."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._marks = Marks(desk.package)
        self.goals: dict[str, Entry] = {}

    def of(self, record: Record, kept: WordsKept) -> dict[str, Writable]:
        """The fields `keywords` and `goals`."""
        keywords: list[str] = []
        goals: list[str] = []
        for attribute in self._marks.attributes(record.linked_as):
            self._desk.report.use(attribute.row.origin)
            cells = self._desk.cells(said_of(attribute.row, record.row))
            if attribute.term is None:
                cells.dropped("taxonomy_term_id", say("Nothing in the export has this id."))
                continue
            self._desk.report.use(attribute.term.origin)
            if attribute.code.startswith("goals/"):
                goals += self._goal(attribute)
                continue
            name = self._desk.cells(attribute.term).line("name") or attribute.term["code"]
            value = cells.text("value")
            if not name:
                continue
            if value:
                kept.add(f"{name}: {value}", lambda text: Words("{text}", {"text": text}))
                cells.kept("value", say("It stands in words in the description."))
            elif name not in keywords and len(keywords) < MOST_KEYWORDS:
                keywords.append(name)
                cells.kept("taxonomy_term_id", _KEYWORD)
        return filled(goals=_short(goals), keywords=_short(keywords))

    def _goal(self, attribute: Attribute) -> Iterator[str]:
        term = attribute.term
        if term is None:
            return
        cells = self._desk.cells(term)
        id_ = slug(attribute.code.partition("/")[2])
        name, summary = cells.line("name"), cells.summary("description")
        if name:
            fields = filled(id=id_, name=name, summary=summary or name)
            self.goals.setdefault(id_, Entry("goals", term.origin, fields))
            yield id_


def _short(values: list[str]) -> Writable:
    once = list(dict.fromkeys(values))
    return once[0] if len(once) == 1 else list(once)
