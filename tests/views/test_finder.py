"""The finder's plain pages: every answer with all that have it, in the order in which one could go there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.views.facets import facets, values_of
from generator.views.finder import FIRST, answer_pages, finder
from generator.views.rows import Row, Rows
from generator.views.survey import Survey
from tests.town import survey

GROUP = """\
  - id: {id}
    name: {name}
    summary: Tea and talk.
    contact: {{phones: (207) 555-0101}}
    verified: {verified}
    schedule: {schedule}
    {more}
"""

TOWN = "areas:\n  - {id: north, name: North}\ngoals:\n  - {id: rest, name: Rest, summary: Sleep well.}\n"


def listing(name: str, schedule: str = "by appointment", more: str = "", verified: str = "2026-11-01") -> str:
    return GROUP.format(id=name.lower(), name=name, schedule=schedule, more=more, verified=verified)


def town(folder: Path, groups: str = "", services: str = "", language: str = "en-GB") -> Survey:
    text = TOWN + (f"groups:\n{groups}" if groups else "") + (f"services:\n{services}" if services else "")
    return survey(text, folder, language=language)


def rows(seen: Survey) -> list[Row]:
    return [row for group in finder(seen).groups for row in group.rows]


def row(folder: Path, schedule: str, more: str = "", verified: str = "2026-11-01") -> Row:
    (only,) = rows(town(folder, listing("Tea", schedule, more, verified)))
    return only


def test_what_begins_first_stands_first_then_open_doors_then_what_has_no_time(tmp_path: Path) -> None:
    seen = town(
        tmp_path,
        listing("Zebra", "Sunday 10:00-11:00")
        + listing("Yarn", "Sunday 09:00-10:00")
        + listing("Aria", "Tuesday 09:00")
        + listing("Bees"),
        listing("Desk", "Monday to Friday 9:00-17:00"),
    )
    found = finder(seen)
    shown = [(group.heading, [one.name for one in group.rows]) for group in found.groups]
    assert shown == [
        ("Sun 22 Nov", ["Yarn", "Zebra"]),
        ("Tue 24 Nov", ["Aria"]),
        ("Open for hours", ["Desk"]),
        ("By arrangement, or at any time", ["Bees"]),
    ]


def test_what_has_a_day_and_no_time_stands_after_the_hours_of_that_day(tmp_path: Path) -> None:
    seen = town(
        tmp_path,
        listing("Aria", "2026-11-22") + listing("Zebra", "Sunday 18:30"),
        listing("Attic", "daily") + listing("Desk", "daily 9:00-17:00"),
    )
    assert [one.name for one in rows(seen)] == ["Zebra", "Aria", "Desk", "Attic"]


def test_nothing_is_called_today_or_tomorrow_since_a_page_may_be_read_later(tmp_path: Path) -> None:
    seen = town(
        tmp_path,
        listing("Yarn", "Sunday 18:30") + listing("Bees", "2026-11-22") + listing("Aria", "Monday 18:30"),
        listing("Desk", "daily 9:00-17:00"),
    )
    groups = finder(seen).groups
    said = [group.heading for group in groups] + [one.when.words for one in rows(seen) if one.when]
    assert [words for words in said if "today" in words.lower() or "tomorrow" in words.lower()] == []
    assert [(group.heading, group.day) for group in groups] == [
        ("Sun 22 Nov", "2026-11-22"),
        ("Open Sun 22 Nov", ""),
        ("Mon 23 Nov", "2026-11-23"),
    ]


@pytest.mark.parametrize(
    ("schedule", "words", "time", "until"),
    [
        ("Sunday 18:30-20:00", "Sun 22 Nov 18:30", "18:30", "to 20:00"),
        ("Monday 18:30", "Mon 23 Nov 18:30", "18:30", ""),
        ("Tuesday 23:00-01:00", "Tue 24 Nov 23:00", "23:00", "to 01:00"),
        ("2026-11-25", "Wed 25 Nov", "", ""),
    ],
)
def test_a_row_says_when_it_is_next(tmp_path: Path, schedule: str, words: str, time: str, until: str) -> None:
    only = row(tmp_path, schedule)
    assert only.when is not None
    assert (only.when.words, only.time, only.until) == (words, time, until)
    assert only.when.iso.startswith("2026-11-2")


def test_open_doors_are_told_by_their_hours(tmp_path: Path) -> None:
    (desk,) = rows(town(tmp_path, services=listing("Desk", "daily 9:00-17:00")))
    assert desk.when is not None
    assert (desk.when.words, desk.time, desk.is_dated) == ("Sun 22 Nov 09:00–17:00", "09:00–17:00", True)
    (line,) = rows(town(tmp_path, services=listing("Line", "24 hours")))
    assert line.when is not None
    assert (line.when.words, line.is_dated) == ("Open 24 hours", False)


def test_a_row_says_where_how_for_how_much_and_since_when_that_is_known(tmp_path: Path) -> None:
    only = row(
        tmp_path,
        "Sunday 10:00",
        "cost: free\n    location: {name: The Mill, address: 1 Mill Lane, accessibility: [hearing_loop, step_free]}\n"
        "    online: {url: https://example.org/tea}",
    )
    assert only.where == "The Mill, Online"
    assert only.cost == "Free"
    assert only.access == "Step-free, Hearing loop", "in the order of the finder's own question"
    assert (only.checked, only.is_overdue) == ("Checked 1 Nov 2026", False)


def test_a_row_of_long_ago_says_so(tmp_path: Path) -> None:
    only = row(tmp_path, "Sunday 10:00", verified="2026-03-01")
    assert (only.checked, only.is_overdue) == ("Not checked since 1 Mar 2026", True)


def test_a_confidential_place_is_named_nowhere(tmp_path: Path) -> None:
    only = row(
        tmp_path,
        "Sunday 10:00",
        "location: {name: Hidden House, confidential: yes}",
    )
    assert only.where == "Address given when you call"


def test_what_is_paused_has_no_date_and_says_so(tmp_path: Path) -> None:
    only = row(tmp_path, "Sunday 10:00", "status: paused")
    assert (only.when, only.note, only.is_paused) == (None, "Paused for now", True)


def test_what_has_ended_is_not_found(tmp_path: Path) -> None:
    seen = town(tmp_path, listing("Gone", "Sunday 10:00", "status: ended") + listing("Here", "Sunday 10:00"))
    assert [one.name for one in rows(seen)] == ["Here"]


def test_only_the_first_rows_stand_on_the_page_and_the_count_is_of_all(tmp_path: Path) -> None:
    few = town(tmp_path, "".join(listing(f"G{number}") for number in range(FIRST)))
    assert (len(rows(few)), finder(few).is_more) == (FIRST, False)
    many = town(tmp_path, "".join(listing(f"G{number}") for number in range(FIRST + 1)))
    assert (len(rows(many)), finder(many).is_more, finder(many).count) == (FIRST, True, f"Found: {FIRST + 1}")


def test_every_answer_has_a_page_with_exactly_those_that_give_it(tmp_path: Path) -> None:
    seen = town(
        tmp_path,
        "".join(listing(f"G{number}", "Tuesday 18:30", "cost: free") for number in range(45))
        + listing("Dear", "Wednesday 10:00", "cost: {kind: fixed, amount: £5}"),
    )
    pages = {(page.question.key, page.answer.id): page for page in answer_pages(seen)}
    asked = {(facet.key, value.id) for facet in facets(seen) for value in facet.values}
    assert pages.keys() == {(key, value) for key, value in asked if key not in {"when", "kind", "goal", "area"}}
    for (key, value), page in pages.items():
        there = {entry.name for entry in seen.public_entries if value in values_of(entry, seen).get(key, ())}
        shown = [one.name for sheet in page.sheets for group in sheet.groups for one in group.rows]
        assert set(shown) == there
        assert len(shown) == len(there)
        assert page.chosen == f"#{key}={value}"
    free = pages["cost", "free"]
    assert [sheet.path for sheet in free.sheets] == ["find/cost/free.md", "find/cost/free/2.md"]
    assert [sheet.count for sheet in free.sheets] == ["Found: 45, page 1 of 2", "Found: 45, page 2 of 2"]


def test_an_empty_directory_still_has_its_finder(tmp_path: Path) -> None:
    seen = survey("", tmp_path)
    made = finder(seen)
    assert (made.groups, made.count, made.is_more) == ([], "Found: 0", False)
    assert list(answer_pages(seen)) == []


def test_rows_speak_the_language_of_the_site(tmp_path: Path) -> None:
    seen = town(tmp_path, listing("Cafe", "Tuesday 18:30"), language="es")
    (group,) = Rows(seen).grouped(seen.public_entries)
    assert group.heading[0].isupper()
    assert "24" in group.heading


def test_a_row_without_a_place_says_for_where_it_is(tmp_path: Path) -> None:
    assert row(tmp_path, "Sunday 10:00").where == "All of Small Town"
    assert row(tmp_path, "Sunday 10:00", "areas: [north]").where == "North"
    assert row(tmp_path, "Sunday 10:00", "attending: phone").where == "By phone"
