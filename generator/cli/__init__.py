"""The `waypost` command, one file a verb: the only room that prints."""

from __future__ import annotations

import click

from generator import __version__
from generator.cli.check import check
from generator.cli.diff import diff
from generator.cli.due import due
from generator.cli.imports import import_
from generator.cli.pages import pages
from generator.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="waypost")
def main() -> None:
    """A directory of peer groups, services and worksheets, made into a site."""


for command in (check, diff, due, schema, pages, import_):
    main.add_command(command)
