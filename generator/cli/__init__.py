"""The `waypost` command, one file a verb: the only room that prints."""

from __future__ import annotations

import click

from generator import __version__
from generator.cli.booklet import booklet
from generator.cli.check import check
from generator.cli.diff import diff
from generator.cli.doctor import doctor
from generator.cli.due import due
from generator.cli.export import export
from generator.cli.fetch import fetch
from generator.cli.format import format_
from generator.cli.from_form import from_form
from generator.cli.host import host
from generator.cli.imports import import_
from generator.cli.init import init
from generator.cli.links import links
from generator.cli.new import new
from generator.cli.pages import pages
from generator.cli.pdf import pdf
from generator.cli.schema import schema
from generator.cli.validate import validate
from generator.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="waypost")
def main() -> None:
    """A directory of peer groups, services and worksheets, made into a site."""


for command in (
    host,
    check,
    diff,
    doctor,
    due,
    export,
    links,
    schema,
    pages,
    pdf,
    booklet,
    import_,
    new,
    fetch,
    validate,
    verify,
    format_,
    from_form,
    init,
):
    main.add_command(command)
