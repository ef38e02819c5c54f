"""`waypost verify`: somebody made sure of a listing."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import Day, resources_option, today_option
from generator.cli.changing import files_of, refuse, store
from generator.editing.files import NothingChanged
from generator.editing.verification import verify as put_in


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--date", "day", type=Day(), default=None, help="The day on which it was made sure; today if left out.")
@click.option("--by", help="Who made sure: a first name or a role.")
@click.option("--json", "as_json", is_flag=True, help="Tell what was changed as JSON.")
@resources_option
@today_option
def verify(
    ids: tuple[str, ...], day: date | None, by: str | None, as_json: bool, resources: Path, today: date | None
) -> None:
    """Note in one or more listings that somebody made sure of them today.

    Only the date changes (and the name given with --by); every other byte of the file stays.

    \b
    waypost verify tuesday-talkers
    waypost verify tuesday-talkers sunday-walk --date 2026-11-20 --by Rosa
    """
    try:
        files = files_of(resources, today)
        changed, done = put_in(files, ids, day or files.loaded.today, by)
        store(changed)
    except NothingChanged as refusal:
        refuse(refusal)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in done], ensure_ascii=False, indent=2))
        return
    for one in done:
        before = f", before {one.before}" if one.before else ""
        click.echo(f"{one.file}: {one.name} ({one.id}) was made sure of on {one.after}{before}.")
