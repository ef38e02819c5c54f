"""Every page of the seam: whole, linked, escaped, the same twice, and silent about what is confidential."""

from __future__ import annotations

import json
import posixpath
import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from generator.load import load
from generator.model.base import Part
from generator.model.directory import Directory
from generator.site_files import AssetFile, PageFile, Site
from tests.town import TODAY, town

ROOT = Path(__file__).resolve().parents[2]
URL = "https://example.org/lantern-bay/"


@cache
def demonstration() -> Site:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory is not None
    return Site(
        loaded.directory, TODAY, URL, places=loaded.places, edit_template="https://example.org/edit/{path}#L{line}"
    )


@cache
def pages() -> dict[str, PageFile]:
    return {made.path: made for made in demonstration().files() if isinstance(made, PageFile)}


@cache
def assets() -> dict[str, AssetFile]:
    return {made.path: made for made in demonstration().files() if isinstance(made, AssetFile)}


def soup(page: PageFile) -> BeautifulSoup:
    return BeautifulSoup(page.html, "html.parser")


def links(page: PageFile) -> list[str]:
    return [str(tag["href"]) for tag in soup(page).find_all(href=True)]


def test_no_two_files_share_an_address() -> None:
    addresses = [demonstration().addresses.file(made.path) for made in demonstration().files()]
    assert len(addresses) > 100
    assert sorted(addresses) == sorted(set(addresses))


def test_every_listing_goal_and_area_has_its_page() -> None:
    directory = demonstration().directory
    expected = {
        *(f"groups/{group.id}.md" for group in directory.groups),
        *(f"services/{service.id}.md" for service in directory.services),
        *(f"worksheets/{sheet.id}.md" for sheet in directory.worksheets),
        *(f"goals/{goal.id}.md" for goal in directory.goals),
        *(f"areas/{area.id}.md" for area in directory.areas),
        *("index.md", "week.md", "help-now.md", "listings/index.md", "listings/2.md"),
        *("groups/index.md", "services/index.md", "worksheets/index.md", "goals/index.md", "areas/index.md"),
    }
    assert expected <= set(pages())


def test_each_page_has_one_heading_of_the_first_rank_and_skips_none() -> None:
    for path, page in pages().items():
        ranks = [int(tag.name[1]) for tag in soup(page).find_all(["h1", "h2", "h3", "h4"])]
        assert ranks.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(ranks)), (path, ranks)


def test_ids_on_a_page_are_unique_and_labels_point_at_something() -> None:
    for path, page in pages().items():
        made = soup(page)
        ids = [str(tag["id"]) for tag in made.find_all(id=True)]
        assert len(ids) == len(set(ids)), path
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for tag in made.select(f"[{name}]"):
                assert set(str(tag[name]).split()) <= set(ids), (path, name, tag[name])


def test_every_inner_link_leads_to_a_page_or_file() -> None:
    addresses = demonstration().addresses
    content = {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.md")}
    known = {addresses.url(path) for path in {*pages(), *assets(), *content}}
    broken = []
    for path, page in pages().items():
        for link in links(page):
            target = urlsplit(urljoin(URL + addresses.url(path), link))
            is_inner = target.netloc == "example.org" and target.path.startswith("/lantern-bay/")
            if is_inner and target.path.removeprefix("/lantern-bay/") not in known:
                broken.append((path, link))
    assert broken == []


def test_links_go_only_where_a_visitor_expects() -> None:
    schemes = {urlsplit(link).scheme for page in pages().values() for link in links(page)}
    assert schemes <= {"", "https", "http", "tel", "sms", "mailto", "webcal"}


@pytest.mark.parametrize("folders", [True, False])
def test_links_hold_with_and_without_folders(folders: bool) -> None:
    site = Site(demonstration().directory, TODAY, URL, folders=folders)
    files = {site.addresses.file(made.path) for made in site.files()}
    content = {path.relative_to(ROOT / "content").as_posix() for path in (ROOT / "content").rglob("*.md")}
    files |= {site.addresses.file(path) for path in content}
    for made in site.files():
        if isinstance(made, PageFile):
            here = posixpath.dirname(site.addresses.file(made.path))
            for link in links(made):
                if not urlsplit(link).scheme and not link.startswith("#"):
                    target = posixpath.normpath(posixpath.join(here, link.partition("#")[0]))
                    is_folder = folders and "." not in posixpath.basename(target).strip(".")
                    landing = posixpath.normpath(f"{target}/index.html") if is_folder else target
                    assert landing in files, (made.path, link)


def test_every_listing_says_what_a_visitor_asks() -> None:
    page = soup(pages()["groups/tuesday-talkers.md"])
    questions = [tag.get_text() for tag in page.find_all("dt")]
    for question in (
        "When",
        "Where",
        "How to take part",
        "How to join",
        "Who can come",
        "Cost",
        "Access",
        "Languages",
        "Last checked",
    ):
        assert question in questions
    assert page.find("h2", string="Your first time")
    assert page.find("h2", string="What it is not")
    hrefs = links(pages()["groups/tuesday-talkers.md"])
    assert "tel:+12075550101" in hrefs
    assert "../../calendars/tuesday-talkers.ics" in hrefs
    assert "../../goals/calm-with-feelings/" in hrefs
    assert "../../worksheets/my-values/" in hrefs
    assert "../night-owls-online/" in hrefs
    assert any(
        href.startswith("mailto:directory@example.org?subject=Change%20to%20Tuesday%20Talkers") for href in hrefs
    )


def test_the_edit_link_leads_to_the_listing_s_own_line() -> None:
    lines = (ROOT / "resources.yaml").read_text(encoding="utf-8").splitlines()
    number = lines.index("  - id: tuesday-talkers") + 1
    page = pages()["groups/tuesday-talkers.md"]
    assert (
        demonstration().frame(page.path, page.kind, page=page).edit_url
        == f"https://example.org/edit/resources.yaml#L{number}"
    )


def test_a_qr_code_leads_back_to_the_page() -> None:
    page = soup(pages()["groups/tuesday-talkers.md"])
    assert page.select_one(".wp-qr svg path")
    assert URL + "groups/tuesday-talkers/" in page.select_one(".wp-qr").get_text()  # type: ignore[union-attr]


def test_json_ld_can_be_read_and_cannot_end_its_script() -> None:
    for page in pages().values():
        if page.json_ld:
            assert json.loads(page.json_ld)["@context"] == "https://schema.org"
            assert "<" not in page.json_ld
    assert pages()["groups/tuesday-talkers.md"].json_ld


def test_the_same_directory_and_day_give_the_same_bytes() -> None:
    site = demonstration()
    again = Site(site.directory, TODAY, URL, places=site.places, edit_template=site.edit_template)
    assert list(again.files()) == list(site.files())


def first_day(home: PageFile) -> str | None:
    found = re.search(r'data-day="([^"]*)"', home.html)
    return found[1] if found else None


def test_another_day_changes_what_is_on_today() -> None:
    later = Site(demonstration().directory, date(2026, 11, 24), URL)
    home = next(made for made in later.files() if made.path == "index.md" and isinstance(made, PageFile))
    assert "Tuesday Talkers" in home.html
    assert first_day(home) == "2026-11-24"
    assert first_day(pages()["index.md"]) == "2026-11-22"


SECRET = """\
organizations:
  - id: county
    name: County
    contact: {phones: (207) 555-0101}
goals:
  - {id: home, name: Home, summary: A home.}
areas:
  - {id: north, name: North}
services:
  - id: refuge
    name: Refuge
    summary: A safe place.
    organization: county
    goals: [home]
    areas: [north]
    schedule: every day 09:00-17:00
    joining: drop_in
    location: {name: A safe house, city: Millbrook, confidential: yes}
    verified: 2026-11-01
"""


def test_a_confidential_place_has_no_map_and_says_why(tmp_path: Path) -> None:
    made = {file.path: file for file in Site(town(SECRET, tmp_path), TODAY, URL).files()}
    page = made["services/refuge.md"]
    assert isinstance(page, PageFile)
    assert "the address is given only when you call" in page.html
    assert "openstreetmap" not in page.html
    for path, file in made.items():
        text = file.html + file.json_ld if isinstance(file, PageFile) else file.content.decode("utf-8", "replace")
        assert "Millbrook" not in text or path == "services/refuge.md", (
            "the town of a confidential place is no search word"
        )


# Text that tries to become something else: markup, script, a template, the end of an attribute or a script element.
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}</script><!-- &amp; `${8}`"


def _poisoned(value: Any) -> Any:
    """The same model with hostile text added to every free text in it."""
    if isinstance(value, tuple):
        return tuple(_poisoned(item) for item in value)
    if not isinstance(value, Part):
        return value
    changed = {}
    for name in type(value).model_fields:
        item = getattr(value, name)
        is_text = isinstance(item, str) and " " in item
        changed[name] = f"{item} {HOSTILE}" if is_text else _poisoned(item)
        if isinstance(item, tuple) and item and all(isinstance(each, str) and " " in each for each in item):
            changed[name] = tuple(f"{each} {HOSTILE}" for each in item)
    return value.model_copy(update=changed)


def test_text_of_curators_stays_text_on_every_page() -> None:
    poisoned = _poisoned(demonstration().directory)
    assert isinstance(poisoned, Directory)
    seen = 0
    site = demonstration()
    for made in Site(poisoned, TODAY, URL, places=site.places, edit_template=site.edit_template).files():
        if isinstance(made, PageFile):
            clean = pages()[made.path]
            page, before = soup(made), soup(clean)
            assert page.find("script") is None, made.path
            assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)], (
                made.path
            )
            assert _shape(page) == _shape(before), made.path
            assert "<" not in made.json_ld
            seen += HOSTILE in page.get_text()
    assert seen > 80


def _shape(page: BeautifulSoup) -> list[str]:
    """The elements of a page in order; hostile text may change words, never elements. QR codes carry no words."""
    return [tag.name for tag in page.find_all(True) if tag.name not in {"svg", "path", "br"}]
