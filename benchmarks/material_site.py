"""The listings in a stock MkDocs site with the Material theme and its built-in search, as a town might have made it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html import escape
from pathlib import Path

from benchmarks.peer_pages import PeerPage, PeerTown

CONFIGURATION = {
    "site_name": "Farrow County",
    "site_url": "https://example.org/",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "not_in_nav": "*.md\n!index.md",
    "nav": ["index.md"],
}
HOME = "# Farrow County\n\nGroups and services near you. Press S to search.\n"


def build_material(town: PeerTown, folder: Path, *, with_headings: bool) -> Path:
    """Build the site in this folder; the folder of the built site.

    With headings, a page has sections, as Markdown pages mostly do, and Material keeps a search entry for each. Without, it
    has one entry a page, which is less to send.
    """
    listings = folder / "docs" / "listings"
    listings.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(json.dumps(CONFIGURATION), encoding="utf-8")  # JSON is YAML
    (folder / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    for page in town.pages:
        (listings / f"{page.id}.md").write_text(_markdown(page, with_headings=with_headings), encoding="utf-8")
    for article in town.articles:
        file = folder / "docs" / article.path
        file.parent.mkdir(parents=True, exist_ok=True)
        # A page of HTML is a page of Markdown; its headings keep the ids that Material's search goes by.
        file.write_text(f"---\ntitle: {json.dumps(article.title)}\n---\n\n{article.html}\n", encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return folder / "site"


def _markdown(page: PeerPage, *, with_headings: bool) -> str:
    parts = [f"# {page.title}", *page.paragraphs]
    parts += ["## At a glance"] if with_headings else []
    parts += ["\n".join(f"- **{name}:** {answer}" for name, answer in page.facts)]
    if page.keywords:
        parts += ["## People also look for this as"] if with_headings else []
        parts += [", ".join(page.keywords)]
    return escape("\n\n".join(parts), quote=False) + "\n"
