"""`waypost new`: a group, service or worksheet added to the directory."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.asking import resources_option, today_option
from generator.cli.changing import files_of, refuse, store
from generator.editing.files import Files, NothingChanged
from generator.editing.new_listing import add, answered, check_id, free_id, ids_of, listing, missing
from generator.editing.placing import block
from generator.editing.questions import KINDS, QUESTIONS, Question
from generator.model.base import Refused
from generator.source.writer import Writable

Answers = dict[tuple[str, ...], Writable]


@click.group()
def new() -> None:
    """Add a group, service or worksheet: asks a few questions, shows the lines, writes them in the right place."""


def _verb(kind: str) -> click.Command:
    section = KINDS[kind]

    def run(resources: Path, today: date | None, yes: bool, as_json: bool, identity: str | None, **given: Any) -> None:
        if as_json and not yes:
            raise click.UsageError("--json needs --yes, since a program answers no questions.")
        try:
            files = files_of(resources, today)
            given = _with_day_and_time(given)
            answers = _given(files, section, given)
            if not yes:
                _ask(files, section, answers)
            elif lacking := missing(section, answers):
                names = ", ".join(f"--{question.name}" for question in lacking)
                raise click.UsageError(f"With --yes nothing is asked, so these are needed: {names}")
            _write(files, section, answers, identity, yes, as_json)
        except NothingChanged as refusal:
            refuse(refusal)

    run.__doc__ = f"""Add a {kind}: asks a few questions, or takes the answers as options.

    The lines are shown before they are written. What would not pass `waypost check` is not written.
    """
    command: Callable[..., None] = run
    # What is decorated last stands first in the help.
    for option in (
        today_option,
        resources_option,
        click.option("--id", "identity", help="Its short name for links; made from the name if left out."),
        click.option("--yes", "-y", is_flag=True, help="Ask nothing: take the options and write."),
        click.option("--json", "as_json", is_flag=True, help="Tell what was written as JSON; needs --yes."),
    ):
        command = option(command)
    if section != "worksheets":
        command = click.option("--time", "time", help="Beside --day: its times, as in 18:30-20:00.")(command)
        command = click.option("--day", "day", help="In place of --when: its days, as in Tuesday.")(command)
    for question in reversed(QUESTIONS[section]):
        command = click.option(
            f"--{question.name}",
            "_".join(question.path),
            multiple=question.several,
            help=f"{question.ask} For example: {question.example}",
        )(command)
    return click.command(kind)(command)


def _with_day_and_time(given: dict[str, Any]) -> dict[str, Any]:
    day, time = given.pop("day", None), given.pop("time", None)
    if (day or time) and given.get("schedule"):
        raise click.UsageError("Use either --when, or --day with --time.")
    if bool(day) != bool(time):
        raise click.UsageError("--day and --time belong together.")
    return {**given, "schedule": f"{day} {time}"} if day else given


def _given(files: Files, section: str, given: dict[str, Any]) -> Answers:
    answers: Answers = {}
    for question in QUESTIONS[section]:
        typed = given.get("_".join(question.path))
        typed = ", ".join(typed) if isinstance(typed, tuple) else typed
        if typed:
            try:
                answers[question.path] = answered(files, section, question, typed)
            except Refused as refused:
                raise click.BadParameter(
                    f"{refused.message} {refused.hint}", param_hint=f"--{question.name}"
                ) from refused
    return answers


def _ask(files: Files, section: str, answers: Answers) -> None:
    for question in QUESTIONS[section]:
        if question.path in answers:
            continue
        known = ids_of(files, question.refers_to) if question.refers_to else {}
        if question.refers_to and not known and question.path != ("location",):
            continue
        click.echo()
        click.secho(str(question.ask), bold=True)
        click.echo(f"  For example: {question.example}")
        if known:
            click.echo(f"  There are: {', '.join(known)}")
        value = _answer(files, section, question)
        if value is not None:
            answers[question.path] = value


def _answer(files: Files, section: str, question: Question) -> Writable | None:
    """Ask until the answer can be used; an empty one leaves out what need not be there."""
    while True:
        typed = click.prompt(
            "", default=None if question.required else "", show_default=False, prompt_suffix="> ", type=str
        )
        if not typed.strip() and not question.required:
            return None
        try:
            return answered(files, section, question, typed)
        except Refused as refused:
            click.secho(f"  {refused.message} {refused.hint}", fg="red")


def _write(files: Files, section: str, answers: Answers, identity: str | None, yes: bool, as_json: bool) -> None:
    try:
        if identity is not None or yes:
            identity = check_id(files, identity if identity is not None else free_id(files, str(answers["name",])))
    except Refused as refused:
        raise click.BadParameter(f"{refused.message} {refused.hint}", param_hint="--id") from refused
    while identity is None:
        click.echo()
        typed = click.prompt("Its id, for links; it never changes", default=free_id(files, str(answers["name",])))
        try:
            identity = check_id(files, typed)
        except Refused as refused:
            click.secho(f"  {refused.message} {refused.hint}", fg="red")
    values = listing(section, identity, answers)
    path, data = add(files, section, values)
    if not as_json:
        click.echo(f"\nThis goes to the end of '{section}' in {files.place(path)}:\n\n{block(values)}\n")
    if not yes and not click.confirm("Write it?", default=True):
        click.echo("Nothing was written.")
        sys.exit(1)
    store({path: data})
    if as_json:
        click.echo(json.dumps({"id": identity, "file": files.place(path), "section": section}, ensure_ascii=False))
    else:
        click.echo(f"Written. Next: waypost check, and when somebody made sure of it: waypost verify {identity}")


for kind in KINDS:
    new.add_command(_verb(kind))
