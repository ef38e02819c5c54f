"""Small tables about a service: who can come, in which languages, what to bring, where it serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.imports.cells import Cells
from generator.imports.desk import Desk, Record, said_of
from generator.imports.language_names import language_codes
from generator.imports.words_kept import WordsKept
from generator.source.writer import Writable
from generator.words import say

_AREA = say("It stands in words in the description: here areas are ids.")


@dataclass(frozen=True, slots=True)
class About:
    """What the small tables say of one service."""

    eligibility: str = ""
    languages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def about(desk: Desk, record: Record, kept: WordsKept) -> About:
    """Gather the rows about a service; the areas it serves become a paragraph, as they are names and no ids."""
    eligibility = [cells.text("eligibility") for cells in _rows(desk, "eligibility", record)]
    languages: list[str] = []
    for cells in _rows(desk, "languages", record):
        codes, unknown = language_codes(cells.text("language") or cells.text("code") or cells.text("name"))
        languages += [code for code in codes if code not in languages]
        if note := cells.text("note"):
            label = f"{cells.line('name') or cells.line('code')}: {note}"
            kept.add(label, lambda text: say("About languages: {text}", text=text))
            cells.kept("note", say("It stands in words in the description."))
        if unknown:
            reason = say("'{name}' is not the English name or the code of one language.", name=unknown[0])
            cells.dropped("language", reason)
    documents = [cells.line("document") for cells in _rows(desk, "required_documents", record)]
    areas = []
    for cells in _rows(desk, "service_areas", record):
        named = cells.line("service_area") or cells.line("name")
        areas.append(" ".join(dict.fromkeys(filter(None, (named, cells.line("description"))))))
        cells.kept("service_area", _AREA)
    if any(areas):
        kept.add("; ".join(filter(None, areas)), lambda text: say("Area served: {text}", text=text))
    return About(" ".join(filter(None, eligibility)), tuple(languages), tuple(dict.fromkeys(filter(None, documents))))


def in_short(values: tuple[str, ...]) -> Writable:
    """One value without a list around it."""
    return values[0] if len(values) == 1 else list(values)


def _rows(desk: Desk, table: str, record: Record) -> Iterator[Cells]:
    """The rows of a table about this record and no place in particular."""
    if not record.linked_as:
        return
    for row in desk.package.by(table, "service_id").get(record.linked_as, []):
        desk.report.use(row.origin)
        yield desk.cells(said_of(row, record.row))
