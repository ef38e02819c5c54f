"""The report of a merge as a Markdown page: what happened to the directory first, then what the source's form could not say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from generator.imports.report import Report
from generator.imports.report_page import as_code, as_plain, report_page, table
from generator.merging.fates import FIELD_WORDS, RECORD_WORDS, FieldChange, FieldFate, RecordChange, RecordFate
from generator.merging.merge import Merged
from generator.merging.values import Plain
from generator.problems import Say
from generator.words import Words, say

LONGEST = 300
"""Characters of a value that are shown."""


def merge_page(merged: Merged, report: Report, spoken: Say = str) -> str:
    """The whole page. What stands in the source or in the directory is shown as code, so that it stays text."""
    return "\n".join([*_page(merged, spoken), report_page(report, spoken)])


def counts(merged: Merged) -> list[tuple[Words, int]]:
    """How often each thing happened, what wants a look first; what never happened is left out."""
    fields = [(FIELD_WORDS[fate], len(merged.with_field(fate))) for fate in FieldFate]
    records = [(RECORD_WORDS[fate], len(merged.of(fate))) for fate in RecordFate if fate in RECORD_WORDS]
    told_apart = sum(bool(record.asked_id) for record in merged.records)
    rows = [
        *records,
        *fields,
        (say("Given another id, as theirs was somebody else's"), told_apart),
        (say("Just as in the source"), merged.unchanged),
    ]
    return [(words, count) for words, count in rows if count]


def _page(merged: Merged, spoken: Say) -> Iterator[str]:
    yield f"# {spoken(say('What came into the directory'))}"
    yield ""
    yield spoken(
        say("What people changed here was kept. Nothing was deleted. Records and fields that differ stand below.")
    )
    yield ""
    yield from table(
        [say("What happened"), say("How often")], [[spoken(words), str(n)] for words, n in counts(merged)], spoken
    )
    for fate in FieldFate:
        found = merged.with_field(fate)
        if found:
            yield from (f"## {spoken(FIELD_WORDS[fate])}", "")
            for record, rows in groupby(found, key=itemgetter(0)):
                yield from (f"### {_named(record)}", "")
                for _, change in rows:
                    yield from _field(change, spoken)
                yield ""
    for one, words in RECORD_WORDS.items():
        records = merged.of(one)
        if records:
            yield from (f"## {spoken(words)}", "")
            yield from (f"- {_named(record)}{_told_apart(record, spoken)}" for record in records)
            yield ""


def _named(record: RecordChange) -> str:
    file = f" ({as_code(record.file)})" if record.file else ""
    return f"{as_plain(record.name)}, {as_code(f'{record.section}: {record.id}')}{file}"


def _told_apart(record: RecordChange, spoken: Say) -> str:
    if not record.asked_id:
        return ""
    words = say("The id {id} was somebody else's: look whether they are one thing.", id=record.asked_id)
    return f". {as_plain(spoken(words))}"


def _field(change: FieldChange, spoken: Say) -> Iterator[str]:
    yield f"- {as_code(change.field)}"
    yield f"  - {spoken(say('Last time: {value}', value=_shown(change.base)))}"
    yield f"  - {spoken(say('The source now: {value}', value=_shown(change.theirs)))}"
    if change.fate is not FieldFate.TAKEN:
        yield f"  - {spoken(say('Here: {value}', value=_shown(change.ours)))}"


def _shown(value: Plain | None) -> Words | str:
    return say("nothing") if value is None else as_code(in_few_words(value))


def in_few_words(value: Plain) -> str:
    """A value on one line, as one would type it.

    >>> in_few_words({"kind": "fixed", "amount": "$5"})
    'kind: fixed; amount: $5'
    """
    if isinstance(value, str):
        text = " ".join(value.split())
    elif isinstance(value, dict):
        text = "; ".join(f"{name}: {in_few_words(part)}" for name, part in value.items())
    else:
        text = ", ".join(map(in_few_words, value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
