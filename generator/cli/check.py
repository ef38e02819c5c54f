"""`waypost check`: what is wrong with the directory, and where."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import read_directory, resources_option, speaker_of, today_option
from generator.cli.showing import FORMATS, show, show_shortly
from generator.load import Loaded
from generator.neighbours.joined import with_neighbours
from generator.problems import count_in_words
from generator.words import Words, say, say_n


@click.command()
@resources_option
@today_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--all", "everything", is_flag=True, help="Show every notice, however many there are of a kind.")
@click.option("--language", default="en", show_default=True, help="Language of the messages.")
def check(resources: Path, today: date | None, form: str, strict: bool, everything: bool, language: str) -> None:
    """Say everything that is wrong with the directory, and where.

    Ends with 0 if it can be published, with 1 if it cannot.
    """
    speaker = speaker_of(language)
    own = read_directory(resources, today)
    loaded = with_neighbours(own, resources.parent)
    if form == "text" and not everything:
        show_shortly(loaded.problems, speaker)
    else:
        show(loaded.problems, form, speaker)
    if form == "text":
        click.echo(speaker.say(_summary(own, loaded)))
    sys.exit(1 if loaded.errors or (strict and loaded.warnings) else 0)


def _summary(own: Loaded, loaded: Loaded) -> Words:
    """What stands in our own files, with the problems of all."""
    if own.directory is None:
        return count_in_words(loaded.problems)
    return say(
        "{counts} The directory holds {groups}, {services} and {worksheets}.",
        counts=count_in_words(loaded.problems),
        groups=say_n("{n} group", "{n} groups", len(own.directory.groups)),
        services=say_n("{n} service", "{n} services", len(own.directory.services)),
        worksheets=say_n("{n} worksheet", "{n} worksheets", len(own.directory.worksheets)),
    )
