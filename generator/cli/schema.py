"""`waypost schema`: the JSON Schema of resources.yaml."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.model.json_schema import directory_schema


@click.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to the screen.")
def schema(out: Path | None) -> None:
    """Print the JSON Schema of resources.yaml, for editors that complete and check while one types."""
    text = json.dumps(directory_schema(), ensure_ascii=False, indent=2) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)
