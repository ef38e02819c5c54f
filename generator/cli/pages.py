"""`waypost pages`: the generated pages as Markdown, for another site generator."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from generator.cli.asking import history_of, read_for_showing, resources_option, today_option
from generator.cli.showing import show
from generator.language import Language
from generator.site_files import PageFile, Site


@click.command()
@resources_option
@today_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to.")
@click.option("--site-url", default="", help="Where the site will stand.")
def pages(resources: Path, today: date | None, out: Path, site_url: str) -> None:
    """Write every generated page as a Markdown file, for another site generator to build.

    The folder must be new or empty.
    """
    if out.exists() and any(out.iterdir()):
        raise click.ClickException(f"{out} is not empty. Name a new folder.")
    loaded = read_for_showing(resources, today)
    if loaded.directory is None:
        show(loaded.problems, "text", Language.load("en"))
        raise click.ClickException("Nothing was written: the directory has errors.")
    history = history_of(loaded, resources)
    site = Site(loaded.directory, loaded.today, site_url=site_url, places=loaded.places, history=history)
    count = 0
    for made in site.files():
        path = out / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_markdown(made) if isinstance(made, PageFile) else made.content)
        count += 1
    click.echo(f"Wrote {count} files to {out}.")


def _markdown(page: PageFile) -> bytes:
    """Front matter and the body as one HTML block, which Markdown passes through as it is."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in page.meta.items()]
    # An empty line would end the block, and what follows would be read as Markdown.
    body = "\n".join(line for line in page.html.splitlines() if line.strip())
    return "\n".join(["---", *lines, "---", "", f"<div>\n{body}\n</div>", ""]).encode()
