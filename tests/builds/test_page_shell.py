"""The frame that is drawn once is the frame that the theme draws, for every page and every template."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.builds.small_site import ROOT, SmallTown, contents

DRAWING_EACH = """\
import sys
from generator import page_shell
page_shell.FEW = 10 ** 9
from mkdocs.__main__ import cli
sys.exit(cli(sys.argv[1:]))
"""
"""MkDocs with every page drawn by the theme's own template."""


def build(project: Path, *words: str, drawn_each: bool = False) -> str:
    instead = [sys.executable, "-c", DRAWING_EACH, "build", *words] if drawn_each else []
    return SmallTown(project).says(*words, instead=instead, PYTHONPATH=str(ROOT))


def test_every_page_of_this_repository_is_the_one_the_template_draws(tmp_path: Path) -> None:
    drawn, filled = tmp_path / "drawn", tmp_path / "filled"
    # Only pages are compared, and their PDFs need not be printed twice for that.
    settings = (
        (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("- waypost:", "- waypost:\n      pdf: false", 1)
    )
    for name in ("listings", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "resources.yaml", tmp_path)
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(tmp_path, "-d", str(drawn), drawn_each=True)
    said = build(tmp_path, "-d", str(filled))
    one, other = contents(drawn), contents(filled)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert "one by one" not in said, "the theme of this repository needs it for no kind of page"
    assert len([path for path in one if path.startswith("groups/")]) > 20


def with_own_template(project: Path, announced: str, settings: str = "") -> None:
    """Give the project a theme of its own, whose every page announces something."""
    shutil.copytree(ROOT / "theme_overrides", project / "own")
    (project / "own" / "main.html").write_text(
        f'{{% extends "base.html" %}}{{% block announce %}}{{% if page %}}<p>{announced}</p>{{% endif %}}{{% endblock %}}',
        encoding="utf-8",
    )
    told = (project / "mkdocs.yml").read_text(encoding="utf-8")
    told = told.replace((ROOT / "theme_overrides").as_posix(), "own")
    (project / "mkdocs.yml").write_text(told + settings, encoding="utf-8")


@pytest.mark.parametrize("addresses", ["true", "false"])
def test_a_project_s_own_template_is_drawn_too(tmp_path: Path, addresses: str) -> None:
    project = SmallTown.begun(tmp_path / "town", more=8).folder
    with_own_template(project, "Seen by all: {{ page.title | e }}", f"use_directory_urls: {addresses}\n")
    said = build(project, "-d", str(tmp_path / "filled"))
    build(project, "-d", str(tmp_path / "drawn"), drawn_each=True)
    filled = contents(tmp_path / "filled")
    assert filled == contents(tmp_path / "drawn")
    assert "one by one" not in said
    page = filled["groups/group-5/index.html" if addresses == "true" else "groups/group-5.html"]
    assert b"<p>Seen by all: Group 5 &amp; friends</p>" in page


@pytest.mark.parametrize(
    "block",
    [
        "{{ page.file.src_uri }}",
        "{{ page.title | length }}",
        "{{ page.title }}",
        "{{ page.title | truncate(9) | e }}",
        "{% if page.meta.description | length > 200 %}Long{% endif %}",
        "{{ page.content | striptags | length }}",
    ],
)
def test_a_template_that_looks_at_more_has_its_pages_drawn_one_by_one_and_it_is_said(
    tmp_path: Path, block: str
) -> None:
    project = SmallTown.begun(tmp_path / "town", more=8).folder
    with_own_template(project, block)
    said = build(project, "-d", str(tmp_path / "filled"))
    build(project, "-d", str(tmp_path / "drawn"), drawn_each=True)
    assert contents(tmp_path / "filled") == contents(tmp_path / "drawn")
    assert "draws pages of the kind 'listing' one by one" in said
