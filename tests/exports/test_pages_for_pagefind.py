"""The lean pages for Pagefind; and Pagefind itself, wherever its command is installed (`pip install pagefind_bin_extended`)."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from playwright.sync_api import Page

from generator.addresses import Addresses
from generator.exports.pages_for_pagefind import FOLDER, files
from generator.language import Language
from generator.model.directory import Directory
from generator.views.survey import Survey
from tests.town import HEAD, TODAY, town

ROOT = Path(__file__).resolve().parent.parent.parent

TOWN = """
areas:
  - {id: quay, name: "Quay, north: all of it"}
groups:
  - id: tea
    name: Tea & <b>Talk</b>
    summary: Come and talk.
    schedule: {when: Tuesday 19:00-20:30}
    areas: [quay]
    joining: drop_in
    location: {name: The Mill, city: Milltown, accessibility: [step_free]}
    verified: 2026-11-01
  - id: refuge
    name: The refuge
    summary: A safe house.
    location: {name: Secret house, confidential: yes}
    contact: {phones: (207) 555-0101}
    verified: 2026-11-01
  - id: gone
    name: Gone
    summary: It has ended.
    status: ended
    contact: {phones: (207) 555-0102}
    verified: 2026-11-01
"""


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return town(TOWN, tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def pages(directory: Directory) -> dict[str, str]:
    found = files(Survey(directory, TODAY, Language.load("en-US")), "")
    return {file.path.removeprefix(FOLDER): file.content.decode() for file in found}


def test_each_public_entry_has_a_page_at_its_own_address(directory: Directory, pages: dict[str, str]) -> None:
    assert set(pages) == {"groups/tea/index.html", "groups/refuge/index.html"}
    flat = files(Survey(directory, TODAY, Language.load("en-US")), "", Addresses(folders=False))
    assert {file.path.removeprefix(FOLDER) for file in flat} == {"groups/tea.html", "groups/refuge.html"}


def test_what_was_typed_stays_text_and_every_facet_is_a_filter(pages: dict[str, str]) -> None:
    page = BeautifulSoup(pages["groups/tea/index.html"], "html.parser")
    assert [heading.get_text() for heading in page("h1")] == ["Tea & <b>Talk</b>"]
    marks = dict(str(mark["data-pagefind-filter"]).split(":", 1) for mark in page("i"))
    assert marks["Area"] == "Quay, north: all of it"
    assert marks["Day of the week"] == "Tuesday"
    assert "When" not in marks


def test_a_confidential_place_is_on_no_page(pages: dict[str, str]) -> None:
    assert not [page for page in pages.values() if "Secret" in page]


def _pagefind() -> list[str]:
    if importlib.util.find_spec("pagefind_bin_extended"):
        return [sys.executable, "-m", "pagefind_bin_extended"]
    found = shutil.which("pagefind") or shutil.which("pagefind_extended")
    return [found] if found else []


PAGEFIND = _pagefind()

if PAGEFIND:

    def test_what_the_manual_says_finds_a_listing(tmp_path: Path, page: Page, serve: Callable[[Path], str]) -> None:
        """The page and the script of docs/scaling.md, as they stand there, in a site of a small town."""
        text = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
        markdown, script = (
            re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL) for kind in ("html", "js")
        )
        content = tmp_path / "content"
        (content / "javascripts").mkdir(parents=True)
        (content / "search.md").write_text(markdown[0], encoding="utf-8")
        (content / "javascripts" / "search-all.js").write_text(script[0], encoding="utf-8")
        (tmp_path / "resources.yaml").write_text(HEAD + TOWN, encoding="utf-8")
        (tmp_path / "mkdocs.yml").write_text(
            "site_name: Town\nsite_url: https://example.org/town/\ndocs_dir: content\n"
            f"theme: {{name: material, custom_dir: {(ROOT / 'theme_overrides').as_posix()}, font: false}}\n"
            "plugins: [{waypost: {today: 2026-11-22, pdf: false}}]\nextra_javascript: [javascripts/search-all.js]\n",
            encoding="utf-8",
        )
        lean = tmp_path / ".pagefind"
        command = [sys.executable, "-m", "generator", "export", "pagefind", "--out", str(lean)]
        subprocess.run([*command, "--today", "2026-11-22"], cwd=tmp_path, check=True, capture_output=True)
        subprocess.run(
            [*PAGEFIND, "--site", str(lean), "--output-path", str(content / "pagefind")],
            check=True,
            capture_output=True,
        )
        build(load_config(str(tmp_path / "mkdocs.yml")))
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{serve(tmp_path / 'site')}search/")
        page.get_by_label("What are you looking for?").press_sequentially("talk")
        link = page.locator("[data-search-all] li a")
        link.first.wait_for()
        assert link.all_inner_texts() == ["Tea & <b>Talk</b>"]
        link.first.click()
        page.wait_for_url("**/groups/tea/")
        assert page.locator("h1").inner_text() == "Tea & <b>Talk</b>"
        assert said == []
