"""Builds of a project as somebody types them: a process of its own, asked in words, judged by what it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.views.paths import HAND_WRITTEN

ROOT = Path(__file__).resolve().parent.parent
TEN_O_CLOCK = "1795359600"
"""Sunday 22 November 2026, ten in the morning in New York."""

CHANGE = """\
import sys
from generator import page_shell
page_shell.FEW = 10 ** 9
from mkdocs.__main__ import cli
sys.exit(cli(sys.argv[1:]))
"""
"""MkDocs with every page drawn by the theme's own template."""


def build(project: Path, *words: str, program: tuple[str, ...] = ("-m", "mkdocs"), **more: str) -> str:
    """What `mkdocs build` says in this project; raises if it fails."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": TEN_O_CLOCK,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT),
        **more,
    }
    done = subprocess.run(
        [sys.executable, *program, "build", *words],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def contents(site: Path) -> dict[str, bytes]:
    """All files of a site by their paths."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def small_project(folder: Path, listings: int = 8) -> Path:
    """A project with some groups in one area, the theme of this repository and no PDFs."""
    folder.mkdir(exist_ok=True)
    groups = "".join(
        f'  - id: group-{number}\n    name: Group {number} & friends\n    summary: Tea, talk and "time" <{number}>.\n'
        "    goals: [calm]\n    areas: [harbor]\n    schedule: Tuesday 18:30-20:00\n"
        "    location: {name: The Mill, address: 1 Mill Street}\n    joining: drop_in\n    verified: 2026-11-01\n"
        for number in range(listings)
    )
    (folder / "resources.yaml").write_text(
        "directory:\n  name: Small Town\n  area_served: Small Town\n  country: US\n  time_zone: America/New_York\n"
        "  language: en-US\n  contact: {email: desk@example.org}\ncrisis: US\n"
        "goals:\n  - {id: calm, name: A calmer day, summary: Less worry.}\nareas:\n  - {id: harbor, name: Harbor}\ngroups:\n"
        + groups,
        encoding="utf-8",
    )
    theme = (ROOT / "theme_overrides").as_posix()
    (folder / "mkdocs.yml").write_text(
        "site_name: Not yet read\nsite_url: https://example.org/small-town/\ndocs_dir: content\n"
        f"theme: {{name: material, custom_dir: {theme}, font: false}}\n"
        'plugins:\n  - waypost: {pdf: false, edit_listing: "https://example.org/edit/{path}"}\n'
        "markdown_extensions: [attr_list, md_in_html, tables]\n",
        encoding="utf-8",
    )
    for page in ("about.md", *HAND_WRITTEN):
        (folder / "content" / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / page).write_text(f"# The page {page}\n", encoding="utf-8")
    return folder
