"""Lists: everything is in them once, in sheets one can scroll through, in an order one can follow."""

from __future__ import annotations

import posixpath
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from generator.made import PageFile
from generator.model.choice import Kind
from generator.site_files import Site
from generator.views import lists
from generator.views.areas import area_page
from generator.views.goals import goal_page
from generator.views.home import home
from generator.views.lists import all_listings, of_kind, worksheets
from generator.views.plan import plan_entries
from generator.views.week import week
from tests.town import TODAY, survey, town

HERE = "goals:\n  - {id: rest, name: Rest, summary: x}\nareas:\n  - {id: north, name: North}\n"


def group(name: str, more: str = "") -> str:
    return f"  - {{id: {name}, name: {name}, summary: Tea., schedule: Tuesday, verified: 2026-11-01{more}}}\n"


def groups(count: int, more: str = "") -> str:
    return "groups:\n" + "".join(group(f"g{number:04}", more) for number in range(count)) if count else ""


def numbered(count: int) -> list[str]:
    return [f"g{number:04}" for number in range(count)]


@pytest.mark.parametrize(
    ("count", "sheets", "last"), [(0, 1, 0), (1, 1, 1), (40, 1, 40), (41, 2, 1), (80, 2, 40), (205, 6, 5)]
)
def test_a_long_list_is_paged_and_holds_everything_once(count: int, sheets: int, last: int, tmp_path: Path) -> None:
    made = all_listings(survey(groups(count), tmp_path))
    assert len(made) == sheets
    assert len(made[-1].cards) == last
    assert [card.id for sheet in made for card in sheet.cards] == [f"g{number:04}" for number in range(count)]


def test_each_sheet_leads_to_the_one_before_and_the_one_after(tmp_path: Path) -> None:
    made = all_listings(survey(groups(100), tmp_path))
    own = [next(link.path for link in sheet.sheets if link.is_current) for sheet in made]
    assert own == ["listings/index.md", "listings/2.md", "listings/3.md"]
    for number, (before, after) in enumerate(pairwise(made)):
        assert (before.next, after.previous) == (own[number + 1], own[number])
    assert (made[0].previous, made[-1].next) == ("", "")
    assert made[1].count == "100 listings, page 2 of 3"


def test_a_single_sheet_has_no_pages_to_turn(tmp_path: Path) -> None:
    [sheet] = all_listings(survey(groups(3), tmp_path))
    assert (list(sheet.sheets), sheet.previous, sheet.next, sheet.count) == ([], "", "", "3 listings")


def test_the_order_is_by_name_whatever_the_letters(tmp_path: Path) -> None:
    names = {"a": "banana", "b": "Apple", "c": "Cherry"}
    text = "groups:\n" + "".join(group(i).replace(f"name: {i}", f"name: {name}") for i, name in names.items())
    [sheet] = all_listings(survey(text, tmp_path))
    assert [card.name for card in sheet.cards] == ["Apple", "banana", "Cherry"]


def test_a_name_with_an_accent_stands_with_its_letter(tmp_path: Path) -> None:
    names = {"a": "Zebra", "b": "Éclair", "c": "Dawn", "d": "Fox"}
    text = "groups:\n" + "".join(group(i).replace(f"name: {i}", f"name: {name}") for i, name in names.items())
    found = survey(text, tmp_path)
    expected = ["Dawn", "Éclair", "Fox", "Zebra"]
    [sheet] = all_listings(found)
    assert [card.name for card in sheet.cards] == expected
    assert [card.name for card in of_kind(Kind.GROUP, found).sheets[0].cards] == expected
    assert [entry.name for entry in plan_entries(found)] == expected


def test_only_the_first_sheet_offers_other_ways_to_look(tmp_path: Path) -> None:
    first, *others = all_listings(survey(HERE + groups(100), tmp_path))
    assert [tile.name for tile in (*first.kinds, *first.goals, *first.areas)] == [
        "Peer groups",
        "Services",
        "Rest",
        "North",
    ]
    assert [(*sheet.kinds, *sheet.goals, *sheet.areas) for sheet in others] == [(), ()]


@pytest.mark.parametrize(("count", "lengths"), [(0, [0]), (40, [40]), (41, [40, 1]), (95, [40, 40, 15])])
def test_a_kind_is_paged_like_all_listings(count: int, lengths: list[int], tmp_path: Path) -> None:
    made = of_kind(Kind.GROUP, survey(groups(count), tmp_path))
    assert [len(sheet.cards) for sheet in made.sheets] == lengths
    assert [card.id for sheet in made.sheets for card in sheet.cards] == numbered(count)
    assert made.is_empty == (count == 0)


def test_the_further_sheets_of_a_kind_take_no_address_of_a_listing(tmp_path: Path) -> None:
    made = of_kind(Kind.GROUP, survey(groups(95), tmp_path))
    assert [sheet.path for sheet in made.sheets] == ["groups/index.md", "groups/page/2.md", "groups/page/3.md"]
    with pytest.raises(AssertionError, match="'page' cannot be an id"):
        survey("groups:\n" + group("page"), tmp_path)


def test_ended_ones_come_after_all_others_and_are_paged_with_them(tmp_path: Path) -> None:
    ended = "".join(group(f"a{number}", ", status: ended") for number in range(5))
    made = of_kind(Kind.GROUP, survey(groups(38) + ended, tmp_path))
    assert [([c.id for c in sheet.cards], [c.id for c in sheet.ended]) for sheet in made.sheets] == [
        (numbered(38), ["a0", "a1"]),
        ([], ["a2", "a3", "a4"]),
    ]
    assert [sheet.count for sheet in made.sheets] == ["38 peer groups, page 1 of 2", "38 peer groups, page 2 of 2"]


def test_a_section_that_holds_all_leads_nowhere_further(tmp_path: Path) -> None:
    found = survey(HERE + groups(24, ", goals: [rest], areas: [north]"), tmp_path)
    goal, area = found.directory.goals[0], found.directory.areas[0]
    for part in (goal_page(goal, found).groups, area_page(area, found).groups):
        assert ([card.id for card in part.cards], part.onward) == (numbered(24), None)
    assert lists.of_goal(goal, found) + lists.of_area(area, found) == []


def test_a_section_that_is_too_long_leads_to_a_list_of_all(tmp_path: Path) -> None:
    found = survey(HERE + groups(90, ", goals: [rest], areas: [north]"), tmp_path)
    goal, area = found.directory.goals[0], found.directory.areas[0]
    [of_goal], [of_area] = lists.of_goal(goal, found), lists.of_area(area, found)
    for part, made, first in (
        (goal_page(goal, found).groups, of_goal, "goals/rest/groups"),
        (area_page(area, found).groups, of_area, "areas/north/groups"),
    ):
        assert [card.id for card in part.cards] == numbered(24)
        assert part.onward
        assert (part.onward.name, part.onward.path) == ("All 90 peer groups here", f"{first}.md")
        assert [sheet.path for sheet in made.sheets] == [f"{first}.md", f"{first}/2.md", f"{first}/3.md"]
        assert [card.id for sheet in made.sheets for card in sheet.cards] == numbered(90)
    assert (of_goal.name, of_area.name) == ("Peer groups: Rest", "Peer groups: North")


def pages(text: str, folder: Path, *, folders: bool = True) -> dict[str, PageFile]:
    """Every page of the site by the file it becomes."""
    site = Site(town(text, folder), TODAY, folders=folders)
    made = [made for made in site.files() if isinstance(made, PageFile)]
    files = {site.addresses.file(page.path): page for page in made}
    assert len(files) == len(made), "no two pages share a file"
    return files


def linked(file: str, page: PageFile) -> set[str]:
    targets = (urlsplit(str(tag["href"])).path for tag in BeautifulSoup(page.html, "html.parser").select("a[href]"))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(file), target)) for target in targets}


@pytest.mark.parametrize("start", ["listings/index.html", "groups/index.html", "goals/rest.html", "areas/north.html"])
def test_plain_links_lead_to_every_listing_of_a_long_list(start: str, tmp_path: Path) -> None:
    files = pages(HERE + groups(90, ", goals: [rest], areas: [north]"), tmp_path, folders=False)
    folder = start.removesuffix("index.html") if "index" in start else start.replace(".html", "/")
    visited, found, waiting = set[str](), set[str](), {start}
    while waiting:  # only along the sheets of this one list, never by way of a listing
        file = waiting.pop()
        visited.add(file)
        links = linked(file, files[file])
        found |= links
        waiting |= {link for link in links if link.startswith(folder) and files[link].kind != "listing"} - visited
    assert {f"groups/{name}.html" for name in numbered(90)} <= found


def test_no_page_of_an_empty_directory_has_a_list_of_nothing(tmp_path: Path) -> None:
    files = pages("", tmp_path)
    for name in ("listings", "groups", "services", "goals", "areas"):
        body = BeautifulSoup(files[f"{name}/index.html"].html, "html.parser")
        assert [tag for tag in body.find_all("ul") if not tag.find("li")] == [], name
        assert body.select_one(".wp-empty a"), name
    assert "By what matters" not in files["listings/index.html"].html


def test_paused_ones_stay_in_the_lists_and_ended_ones_stand_apart(tmp_path: Path) -> None:
    text = "groups:\n" + group("on") + group("paused", ", status: paused, alert: {text: x}")
    found = survey(text + group("ended", ", status: ended"), tmp_path)
    [sheet] = all_listings(found)
    assert [card.id for card in sheet.cards] == ["on", "paused"]
    kind = of_kind(Kind.GROUP, found)
    [only] = kind.sheets
    assert ([card.id for card in only.cards], [card.id for card in only.ended]) == (["on", "paused"], ["ended"])
    assert only.count == "2 peer groups"


SHEET = """\
  - id: {id}
    name: {id}
    summary: A sheet.
    purpose: It helps.
    minutes: 10
    author: Us
    licence: CC0-1.0
    {more}
    sections: [{{title: One, blocks: [{{type: lines, id: a, prompt: What, rows: 2}}]}}]
"""


def sheet(name: str, more: str = "") -> str:
    return SHEET.format(id=name, more=more)


def order(text: str, folder: Path) -> tuple[list[str], list[str]]:
    made = worksheets(survey("worksheets:\n" + text, folder))
    return [card.id for card in made.on_the_path], [card.id for card in made.others]


def test_worksheets_stand_in_the_order_in_which_each_leads_to_the_next(tmp_path: Path) -> None:
    text = sheet("steps") + sheet("alone") + sheet("goal", "next: steps") + sheet("values", "next: goal")
    assert order(text, tmp_path) == (["values", "goal", "steps"], ["alone"])


def test_worksheets_that_lead_nowhere_are_a_list_without_a_path(tmp_path: Path) -> None:
    assert order(sheet("b") + sheet("a"), tmp_path) == ([], ["b", "a"])


def test_a_ring_of_worksheets_shows_each_once(tmp_path: Path) -> None:
    path, others = order(sheet("a", "next: b") + sheet("b", "next: a"), tmp_path)
    assert sorted(path + others) == ["a", "b"]


def test_an_empty_directory_has_its_pages_all_the_same(tmp_path: Path) -> None:
    found = survey(HERE, tmp_path)
    assert all_listings(found)[0].count == "0 listings"
    assert list(of_kind(Kind.SERVICE, found).sheets[0].cards) == []
    assert [list(day.meetings) for day in home(found).today.days] == 4 * [[]]
    assert len(week(found).days) == 9
    assert list(goal_page(found.directory.goals[0], found).groups.cards) == []
    assert list(area_page(found.directory.areas[0], found).services.cards) == []
    assert goal_page(found.directory.goals[0], found).dimensions == ""
