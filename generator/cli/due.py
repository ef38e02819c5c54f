"""`waypost due`: what is to be asked again, and whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.asking import read_directory, resources_option, speaker_of, today_option
from generator.cli.showing import show
from generator.language import Language
from generator.views.freshness import State
from generator.views.review_queue import STATES, ToAsk, review_queue
from generator.views.survey import Survey
from generator.words import say, say_n

COLOURS = {State.HIDDEN: "red", State.OVERDUE: "yellow", State.DUE: "green"}


@click.command()
@resources_option
@today_option
@click.option("--limit", type=click.IntRange(min=1), help="Show only so many, the most urgent ones.")
@click.option("--json", "for_programs", is_flag=True, help="For programs, in place of text.")
@click.option("--language", default="en", show_default=True, help="Language of the words.")
def due(resources: Path, today: date | None, limit: int | None, for_programs: bool, language: str) -> None:
    """Say which listings should be asked about again, the most urgent first, and whom to ask.

    hidden: no longer offered under "today" and "this week". overdue: its page says that it was not checked lately. due
    soon: visitors see no difference yet. How long each takes stands under `directory:` as review_every, remind_before and
    grace.
    """
    speaker = speaker_of(language)
    loaded = read_directory(resources, today)
    if loaded.directory is None:
        show(loaded.errors, "text", speaker)
        raise click.ClickException(f"{resources} has errors.")
    everything = review_queue(Survey(loaded.directory, loaded.today, speaker))
    rows = everything[:limit]
    if for_programs:
        click.echo(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        state = click.style(speaker.say(STATES[row.state]), fg=COLOURS[row.state], bold=True)
        click.echo(f"{state}  {click.style(row.name, bold=True)}  ({row.id})")
        for line in _lines(row, speaker):
            click.echo(f"    {line}")
        click.echo()
    if len(everything) > len(rows):
        click.echo(speaker.say(say_n("{n} more.", "{n} more.", len(everything) - len(rows))))
    elif not rows:
        click.echo(speaker.say(say("Nothing is due: everything was checked not long ago.")))


def _lines(row: ToAsk, speaker: Language) -> Iterator[str]:
    fresh = row.freshness
    if fresh.verified and fresh.review_due:
        checked, again = speaker.date(fresh.verified), speaker.date(fresh.review_due)
        if row.verified_by:
            yield speaker.say(
                say(
                    "Checked {day} by {whom}; to be asked again {again}.",
                    day=checked,
                    whom=row.verified_by,
                    again=again,
                )
            )
        else:
            yield speaker.say(say("Checked {day}; to be asked again {again}.", day=checked, again=again))
    else:
        yield speaker.say(say("Nothing says when it was last checked."))
    ways = " · ".join(way.target or way.verb for way in row.ways)
    if row.whom and ways:
        yield speaker.say(say("Ask {whom}: {ways}", whom=row.whom, ways=ways))
    elif ways:
        yield speaker.say(say("Ask: {ways}", ways=ways))
    else:
        yield speaker.say(say("No way to reach anybody is listed: visit, or look for a number, and add it."))
    yield speaker.say(say("If all of it is true: {command}", command=f"waypost verify {row.id}"))


def _plain(row: ToAsk) -> dict[str, Any]:
    fresh = row.freshness
    return {
        "section": row.section,
        "id": row.id,
        "name": row.name,
        "state": row.state.value,
        "verified": fresh.verified and fresh.verified.isoformat(),
        "verified_by": row.verified_by,
        "review_due": fresh.review_due and fresh.review_due.isoformat(),
        "hidden_from": fresh.hidden_from and fresh.hidden_from.isoformat(),
        "ask": row.whom,
        "ways": [{"verb": way.verb, "target": way.target, "href": way.href} for way in row.ways],
    }
