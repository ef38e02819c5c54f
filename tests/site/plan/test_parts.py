"""A large directory's data in parts: small ones, found by the page's own rule, and silent about what is in a plan."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, Route, expect

from generator.addresses import Addresses
from generator.pages.plan_page import row
from generator.pages.plan_parts import MOST, NAMES, Parts, in_parts, part_of
from generator.views.plan import plan_entries
from tests.site.plan.steps import PLAN, a_plan, cards, put
from tests.town import survey

# A file begins with the name of its place and ends with a bracket.
LARGEST_FILE = MOST + 50

ONE_PART = 'data-part="../assets/plan/{part}-of-1.js" data-parts="1" data-names=""'

GROUP = """\
  - id: {id}
    name: {name}
    summary: Tea and talk.
    schedule: {{when: "{day} 18:30-20:00", public_holidays: closed}}
    location: {{name: House {n}, address: {n} {first} Street, city: Small Town, accessibility: [step_free]}}
    contact: {{phones: (207) 555-0101, email: {id}@example.org, website: "https://example.org/{id}"}}
    joining: drop_in
    application_process: {more}
    cost: free
    verified: 2026-11-01
"""
DAYS = ("Monday", "Tuesday", "1st and 3rd Thursday", "last Friday", "every 2nd Sunday of the month")
FIRSTS = ("Quiet", "Open", "Morning", "River", "Harbor", "Lantern", "Orchard", "Meadow", "Bridge", "Garden")
SECONDS = ("Circle", "Kitchen", "Walkers", "Voices", "Table", "Workshop", "Porch", "Evening")


def text_of(size: int) -> str:
    """A directory of so many groups; their names are alike, their entries of different lengths."""
    chance = random.Random(7)
    groups = []
    for n in range(size):
        name = f"{chance.choice(FIRSTS)} {chance.choice(SECONDS)} {n}"
        groups.append(
            GROUP.format(
                id=name.lower().replace(" ", "-"),
                name=name,
                first=name.partition(" ")[0],
                n=n,
                day=chance.choice(DAYS[:4]),
                more="Call first. " * chance.randrange(1, 12),
            )
        )
    return "groups:\n" + "".join(groups)


def parts_of(size: int, folder: Path) -> Parts:
    found = survey(text_of(size), folder)
    return in_parts([row(entry, found.language, Addresses()) for entry in plan_entries(found)])


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    return parts_of(2000, tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def files(large: Parts) -> Mapping[str, bytes]:
    return {file.path: file.content for file in large.files()}


@pytest.fixture
def in_the_large_one(page: Page, site_url: str, built_site: Path, large: Parts, files: Mapping[str, bytes]) -> Page:
    """The site's own plan page, with the data of the large directory behind it."""
    html = (built_site / "plan" / "index.html").read_text(encoding="utf-8")

    def answer(route: Route) -> None:
        path = f"assets/plan/{route.request.url.rpartition('/')[2]}"
        route.fulfill(body=files[path], content_type="text/javascript")

    page.route(f"{site_url}{PLAN}", lambda route: route.fulfill(body=large_page(html, large), content_type="text/html"))
    page.route("**/assets/plan/*.js", answer)
    return page


def large_page(html: str, large: Parts) -> str:
    assert html.count(ONE_PART) == 1, "the demonstration is small: everybody gets the same one file"
    more = f'data-part="../{large.path("{part}")}" data-parts="{large.count}" data-names="../{NAMES}"'
    return html.replace(ONE_PART, more)


def rows_in(content: bytes) -> list[Any]:
    rows: list[Any] = json.loads(content.decode().partition("=")[2].removesuffix(";\n"))
    return rows


def test_a_small_directory_is_one_file_for_everybody(tmp_path: Path) -> None:
    small = parts_of(50, tmp_path)
    assert [file.path for file in small.files()] == ["assets/plan/1-of-1.js"]


def test_no_file_of_a_large_directory_is_large(large: Parts, files: Mapping[str, bytes]) -> None:
    sizes = [len(content) for path, content in files.items() if path != NAMES]
    assert len(sizes) == large.count > 40
    assert max(sizes) <= LARGEST_FILE < 25_000
    assert 8_000 < sum(sizes) / len(sizes) < 20_000


def test_every_entry_stands_in_one_part_and_its_name_in_the_list_of_names(
    large: Parts, files: Mapping[str, bytes]
) -> None:
    ids = [entry["id"] for path, content in files.items() if path != NAMES for entry in rows_in(content)]
    assert len(ids) == len(set(ids)) == 2000
    names = rows_in(files[NAMES])
    assert {entry_id for entry_id, _, _ in names} == set(ids)
    assert [name for _, name, _ in names] == [entry["name"] for entry in large.rows]


@given(st.dictionaries(st.from_regex(r"[a-z0-9-]{1,30}", fullmatch=True), st.integers(0, 40_000), max_size=40))
def test_parts_are_small_unless_an_entry_is_not(sizes: dict[str, int]) -> None:
    rows = [{"id": entry_id, "kind": "group", "name": "n" * size} for entry_id, size in sizes.items()]
    parts = in_parts(rows)
    made = [rows_in(file.content) for file in parts.files() if file.path != NAMES]
    assert sorted(entry["id"] for entries in made for entry in entries) == sorted(sizes)
    if parts.count > 1 and max(sizes.values()) < 11_000 and parts.count < len(rows):
        assert max(len(file.content) for file in parts.files() if file.path != NAMES) <= LARGEST_FILE
    assert parts.count <= max(1, 2 * len(rows)), "a few enormous entries do not make ever more files"


def test_the_pages_rule_is_the_generators(page: Page, site_url: str) -> None:
    chance = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    ids = ["-", "a" * 80, "z" * 80, *("".join(chance.choices(letters, k=chance.randint(1, 80))) for _ in range(400))]
    page.goto(site_url + PLAN)
    rule = "([ids, parts]) => { const { partOf } = waypostPlanDirectory({ parts }); return ids.map(partOf); }"
    for parts in (1, 2, 7, 96, 512, 14336):
        assert page.evaluate(rule, [ids, str(parts)]) == [part_of(entry_id, parts) for entry_id in ids]


def test_the_page_finds_every_entry_where_it_looks(in_the_large_one: Page, site_url: str, large: Parts) -> None:
    in_the_large_one.goto(site_url + PLAN)
    found = in_the_large_one.evaluate(
        """async (ids) => {
            const { entry } = waypostPlanDirectory(document.querySelector("[data-plan]").dataset);
            return Promise.all(ids.map(async (id) => (await entry(id))?.name));
        }""",
        [entry["id"] for entry in large.rows],
    )
    assert found == [entry["name"] for entry in large.rows]


def test_a_plan_of_five_asks_for_five_files_at_most_and_names_none(
    in_the_large_one: Page, site_url: str, large: Parts
) -> None:
    page = in_the_large_one
    asked: list[str] = []
    five = [large.rows[at]["id"] for at in (3, 500, 901, 1400, 1999)]
    put(page, site_url, a_plan(*five))
    expect(cards(page)).to_have_count(5)
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    for card in cards(page).all():
        expect(card).to_contain_text("House")
    parts = [url for url in asked if "/assets/plan/" in url]
    assert 1 <= len(parts) <= 5
    assert not [url for url in asked if any(entry_id in url for entry_id in five)]
    assert page.locator("script[src*='assets/plan']").count() == 0, "the page keeps no list of what it asked for"


def test_a_name_is_looked_up_among_all_of_them(in_the_large_one: Page, site_url: str, large: Parts) -> None:
    page = in_the_large_one
    page.goto(site_url + PLAN)
    wanted = large.rows[1234]["name"]
    page.get_by_label("Add something by its name").fill(wanted)
    page.get_by_role("button", name=f"Add {wanted}", exact=True).click()
    expect(cards(page).first).to_contain_text("House")
    expect(cards(page).first).to_contain_text("Peer group")


def test_where_one_part_is_missing_the_others_are_told(
    in_the_large_one: Page, said: list[str], site_url: str, large: Parts
) -> None:
    page = in_the_large_one
    first = large.rows[0]["id"]
    other = next(
        entry["id"] for entry in large.rows if part_of(entry["id"], large.count) != part_of(first, large.count)
    )
    page.route(f"**/{large.path(part_of(first, large.count))}", lambda route: route.abort())
    put(page, site_url, a_plan(first, other, "never-heard-of"))
    expect(cards(page).nth(0)).to_contain_text("Times and places cannot be shown just now")
    expect(cards(page).nth(1)).to_contain_text("House")
    expect(cards(page).nth(2)).to_contain_text("no longer in the directory")
    said.clear()


def test_parts_are_read_from_a_disk_too(
    page: Page, built_site: Path, tmp_path: Path, large: Parts, files: Mapping[str, bytes]
) -> None:
    shutil.copytree(built_site / "assets", tmp_path / "assets")
    for path, content in files.items():
        (tmp_path / path).write_bytes(content)
    html = (built_site / "plan" / "index.html").read_text(encoding="utf-8")
    opened = tmp_path / "plan" / "index.html"
    opened.parent.mkdir()
    opened.write_text(large_page(html, large), encoding="utf-8")
    page.goto(f"{opened.as_uri()}#add={large.rows[77]['id']}")
    expect(cards(page).first).to_contain_text("House")
