"""What an import did, on one screen: counts, the first examples, and what to look at."""

from __future__ import annotations

import click

from generator.imports.report import Report
from generator.merging.fates import FIELD_WORDS, FieldFate, RecordFate
from generator.merging.merge import Merged
from generator.merging.merge_page import counts, in_few_words
from generator.merging.values import Plain

MOST_CONFLICTS = 10
MOST_EXAMPLES = 3
MOST_REASONS = 8
WIDTH = 60


def show_merge(merged: Merged) -> None:
    """What happened to the directory; conflicts with both sides, of all else the first few."""
    for words, count in counts(merged):
        click.echo(f"  {count:>6}  {words}")
    conflicts = merged.with_field(FieldFate.CONFLICT)
    if conflicts:
        click.secho(f"\n{FIELD_WORDS[FieldFate.CONFLICT]}:", bold=True)
        for record, change in conflicts[:MOST_CONFLICTS]:
            click.echo(f"  {shown(record.name)} ({record.id}), {shown(change.field)}")
            click.echo(f"      here:   {_value(change.ours)}")
            click.echo(f"      source: {_value(change.theirs)}")
        _more(len(conflicts) - MOST_CONFLICTS)
    for fate, heading in (
        (RecordFate.GONE, "The source no longer has these; look whether they are still on:"),
        (RecordFate.ADDED, "New, for example:"),
    ):
        records = merged.of(fate)
        if records:
            click.secho(f"\n{heading}", bold=True)
            for record in records[:MOST_EXAMPLES]:
                click.echo(f"  {shown(record.name)} ({record.id})")
            _more(len(records) - MOST_EXAMPLES)
    told_apart = [record for record in merged.records if record.asked_id]
    if told_apart:
        click.secho("\nAnother id, because theirs was somebody else's; look whether they are one thing:", bold=True)
        for record in told_apart[:MOST_EXAMPLES]:
            click.echo(f"  {shown(record.name)} ({record.id}, not {record.asked_id})")
        _more(len(told_apart) - MOST_EXAMPLES)
    click.echo()


def show_import(report: Report) -> None:
    """What was read, and what could not be taken over as it was, the gravest and most frequent first."""
    for section, count in sorted(report.made.items()):
        click.echo(f"  {count:>6}  {section}")
    reasons = report.reasons()
    if reasons:
        click.secho("Not taken over just as it was:", bold=True)
        for happened, reason, count in reasons[:MOST_REASONS]:
            click.echo(f"  {count:>6}  {happened.words}: {shown(str(reason))}")
        _more(len(reasons) - MOST_REASONS)


def shown(text: str) -> str:
    """A text on one line that cannot steer the terminal."""
    line = "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))
    return line if len(line) <= 2 * WIDTH else f"{line[: 2 * WIDTH]}…"


def _value(value: Plain | None) -> str:
    return "(nothing)" if value is None else shown(in_few_words(value))


def _more(count: int) -> None:
    if count > 0:
        click.echo(f"  and {count} more; the report has them all")
