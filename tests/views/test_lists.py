"""Lists: everything is in them once, in sheets one can scroll through, in an order one can follow."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from generator.model.choice import Kind
from generator.views.areas import area_page
from generator.views.goals import goal_page
from generator.views.home import home
from generator.views.lists import all_listings, of_kind, worksheets
from generator.views.week import week
from tests.town import survey


def group(name: str, more: str = "") -> str:
    return f"  - {{id: {name}, name: {name}, summary: Tea., schedule: Tuesday, verified: 2026-11-01{more}}}\n"


def groups(count: int) -> str:
    return "groups:\n" + "".join(group(f"g{number:04}") for number in range(count)) if count else ""


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
    [sheet] = all_listings(survey(text, tmp_path))
    assert [card.name for card in sheet.cards] == ["Dawn", "Éclair", "Fox", "Zebra"]


def test_paused_ones_stay_in_the_lists_and_ended_ones_stand_apart(tmp_path: Path) -> None:
    text = "groups:\n" + group("on") + group("paused", ", status: paused, alert: {text: x}")
    found = survey(text + group("ended", ", status: ended"), tmp_path)
    [sheet] = all_listings(found)
    assert [card.id for card in sheet.cards] == ["on", "paused"]
    kind = of_kind(Kind.GROUP, found)
    assert ([card.id for card in kind.cards], [card.id for card in kind.ended]) == (["on", "paused"], ["ended"])
    assert kind.count == "2 peer groups"


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
    found = survey("goals:\n  - {id: rest, name: Rest, summary: x}\nareas:\n  - {id: north, name: North}\n", tmp_path)
    assert all_listings(found)[0].count == "0 listings"
    assert list(of_kind(Kind.SERVICE, found).cards) == []
    assert home(found).today == []
    assert len(week(found).days) == 7
    assert list(goal_page(found.directory.goals[0], found).groups) == []
    assert list(area_page(found.directory.areas[0], found).services) == []
    assert goal_page(found.directory.goals[0], found).dimensions == ""
