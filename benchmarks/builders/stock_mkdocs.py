"""Stock MkDocs with Material, listings out of the navigation: Markdown files with the words of our pages."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

from benchmarks.builders.as_markdown import as_markdown
from benchmarks.builders.build import Build, Town, there
from benchmarks.material_site import CONFIGURATION as STOCK
from benchmarks.page_records import PageRecord
from benchmarks.peer_tools import PeerTools

CONFIGURATION = {**STOCK, "site_url": "https://example.org/lantern-bay/", "not_in_nav": "*.md\n!/index.md"}

Form = Callable[[str], str]


def prepare(town: Town, folder: Path, _tools: PeerTools) -> Build:
    """Pages typed in Markdown, as a town might have them."""
    return _mkdocs("mkdocs", town, folder, as_markdown)


def prepare_html(town: Town, folder: Path, _tools: PeerTools) -> Build:
    """Pages that hold our HTML: all of the same markup comes out."""
    return _mkdocs("mkdocs-html", town, folder, _in_one_block)


def _mkdocs(name: str, town: Town, folder: Path, form: Form) -> Build:
    lay_out(town, folder, form)
    program = [sys.executable, "-m", "mkdocs"]
    return Build(
        name,
        folder,
        [*program, "build", "--quiet"],
        site=folder / "site",
        edited=folder / "docs" / f"{town.listing.rstrip('/')}.md",
        environment={"NO_MKDOCS_2_WARNING": "1"},
        serve=[*program, "serve", "--livereload", "--dev-addr", "127.0.0.1:{port}"],
        at="/lantern-bay/",
    )


def prepare_zensical(town: Town, folder: Path, tools: PeerTools) -> Build:
    """Zensical reads the same files and the same settings."""
    program = there(tools.zensical)
    lay_out(town, folder, as_markdown)
    return Build(
        "zensical",
        folder,
        [program, "build", "--clean"],
        site=folder / "site",
        edited=folder / "docs" / f"{town.listing.rstrip('/')}.md",
        caches=[folder / ".cache"],
        warm_command=[program, "build"],
        serve=[program, "serve", "--dev-addr", "127.0.0.1:{port}"],
        at="/lantern-bay/",
    )


def lay_out(town: Town, folder: Path, form: Form) -> None:
    # JSON is YAML.
    (folder / "mkdocs.yml").write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    docs = folder / "docs"
    for page in town.records.pages():
        file = docs / (f"{page.path.rstrip('/')}.md" if page.path else "index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_head(page) + form(town.records.body(page)), encoding="utf-8")
    shutil.copytree(town.records.static, docs, dirs_exist_ok=True)


def _head(page: PageRecord) -> str:
    title = unescape(page.fields["title"])
    words = unescape(page.fields.get("description", ""))
    return f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(words)}\n---\n"


def _in_one_block(body: str) -> str:
    return f"<div>\n{body}\n</div>\n"
