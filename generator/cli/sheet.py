"""What the columns of a spreadsheet become: guessed, shown, written down for correction, and asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.bringing_in import Told, can_ask
from generator.cli.import_summary import shown
from generator.editing.saving import save
from generator.imports.report import Report
from generator.imports.sheet.guessing import Guess
from generator.imports.sheet.plan import ENDING, Plan, is_certain, mapping_text, plan_of, read_plan
from generator.imports.spreadsheet import guess, read_sheet
from generator.source import read

WIDEST = 28
LONGEST_EXAMPLE = 36


def mapped(told: Told, mapping: Path | None, target: Path | None, *, yes: bool) -> Told:
    """The same with what each column becomes. Ends the command where somebody has to look at a guess first."""
    table = read_sheet(told.path, Report())
    beside = told.path.with_name(f"{told.path.stem}{ENDING}")
    if mapping is None and beside.exists():
        mapping = beside
        click.echo(f"What each column becomes is taken from {mapping}.")
    if mapping is not None:
        return _with(told, read_plan(mapping, table.columns))
    guesses = guess(table, told.options.get("country") or _country(target))
    if not is_certain(guesses):
        _show(guesses, plan_of(guesses))
        if not yes:
            _look_first(told, guesses, beside)
    return _with(told, plan_of(guesses))


def _with(told: Told, plan: Plan) -> Told:
    return replace(told, options={**told.options, "mapping": plan})


def _country(target: Path | None) -> str | None:
    """The country of the directory into which the rows go, by which numbers to call are known."""
    about = read(target, root=target.parent).value.get("directory") if target is not None else None
    country = about.get("country") if isinstance(about, dict) else None
    return country if isinstance(country, str) and country.strip() else None


def _look_first(told: Told, guesses: Sequence[Guess], beside: Path) -> None:
    try:
        save({beside: mapping_text(told.path.name, guesses).encode()})
    except OSError as cause:
        raise click.ClickException(f"{beside} cannot be written: {cause.strerror}. Name one with --mapping.") from cause
    click.echo(f"\nThis guess was written to {beside}, for you to correct.")
    if not any(one.target == "name" for one in guesses):
        click.echo(
            "No column holds the names. Type 'becomes: name' under the right one, and run the same command again."
        )
        sys.exit(1)
    if not can_ask():
        click.echo(
            "Nothing was imported yet. Look at it, then run the same command again; --yes takes the guess as it is."
        )
        sys.exit(1)
    if not click.confirm("Is it right as it stands?", default=False):
        click.echo("Correct it there, then run the same command again.")
        sys.exit(1)


def _show(guesses: Sequence[Guess], plan: Plan) -> None:
    """The guess as a table: each column, what it becomes, what stands in it, and how sure that is."""
    columns = [shown(one.column.replace("_", " "))[:WIDEST] for one in guesses]
    examples = [shown(one.examples[0])[:LONGEST_EXAMPLE] if one.examples else "" for one in guesses]
    first = max(len("Column"), *map(len, columns))
    second = max(len("Becomes"), *(len(one.target) for one in guesses))
    third = max(len("For example"), *map(len, examples))
    click.echo(f"{'Column':<{first}}  {'Becomes':<{second}}  {'For example':<{third}}  How sure")
    for column, one, example in zip(columns, guesses, examples, strict=True):
        click.echo(f"{column:<{first}}  {one.target:<{second}}  {example:<{third}}  {one.how.words}")
    if "kind" not in plan.columns.values():
        click.echo(f"No column says whether a row is a group or a service; each is taken for a {plan.kind}.")
