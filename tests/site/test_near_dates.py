"""The next dates in lists: named in full in the page, and called today and tomorrow on the days when they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.visitor import Visit, visits

GROUPS = "groups/"
FIND, FREE, NOT_FROM_HERE = "find/", "find/cost/free/", "2020-01-01T10:00:00-05:00"


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Visit]:
    with visits(browser, site_url) as visit:
        yield visit


def when(page: Page, name: str) -> str:
    """What a card says of its next date; in the demonstration Morning Coffee Circle meets on Mondays at nine."""
    card = page.locator(".wp-card").filter(has=page.get_by_role("link", name=name, exact=True))
    return plain(card.locator(".wp-card-when").inner_text())


def plain(words: str) -> str:
    """The same with common spaces in place of narrow ones."""
    return words.replace("\u202f", " ").replace("\u2009", " ")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-22T10:00:00-05:00", "Tomorrow 9:00 AM"),
        ("2026-11-23T08:00:00-05:00", "Today 9:00 AM"),
        # An hour after midnight in London it is still Sunday in the town.
        ("2026-11-23T01:00:00+00:00", "Tomorrow 9:00 AM"),
        # Before the page was made, and long after it: one of the clocks is wrong, and only the date is sure.
        ("2020-01-01T10:00:00-05:00", "Mon, Nov 23 9:00 AM"),
        ("2031-01-01T10:00:00-05:00", "Mon, Nov 23 9:00 AM"),
    ],
)
def test_the_nearest_dates_are_called_today_and_tomorrow(visit: Visit, at: str, said: str) -> None:
    assert when(visit(GROUPS, at=at, zone="Europe/London"), "Morning Coffee Circle") == said


def test_a_page_that_stays_open_over_midnight_follows(visit: Visit) -> None:
    page = visit(GROUPS, at="2026-11-22T23:59:30-05:00")
    assert when(page, "Morning Coffee Circle") == "Tomorrow 9:00 AM"
    page.clock.run_for(61_000)
    assert when(page, "Morning Coffee Circle") == "Today 9:00 AM"


def test_without_script_the_date_is_named(visit: Visit) -> None:
    assert when(visit(GROUPS, java_script_enabled=False), "Morning Coffee Circle") == "Mon, Nov 23 9:00 AM"


def titles(page: Page) -> list[str]:
    """The first two headings of the days in a list of rows."""
    return [title for title in page.locator(".wp-rows-title").all_inner_texts() if not title.startswith("Open")][:2]


def at_the_finder(visit: Visit, address: str, at: str) -> Page:
    """A page with rows, when its script has looked at the clock."""
    page = visit(address, at=at, zone="Europe/London", timers=True)
    if address == FIND:
        expect(page.locator("[data-find][data-ready]")).to_be_attached()
    return page


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-22T10:00:00-05:00", ["Today", "Tomorrow"]),
        # Half an hour after midnight in London it is still Sunday in the town, where a group meets until eight.
        ("2026-11-23T00:30:00+00:00", ["Today", "Tomorrow"]),
        (NOT_FROM_HERE, ["Sun, Nov 22", "Mon, Nov 23"]),
        ("2031-01-01T10:00:00-05:00", ["Sun, Nov 22", "Mon, Nov 23"]),
    ],
)
@pytest.mark.parametrize("address", [FIND, FREE])
def test_rows_stand_under_today_and_tomorrow(visit: Visit, address: str, at: str, said: list[str]) -> None:
    assert titles(at_the_finder(visit, address, at)) == said


def test_a_day_later_the_finder_begins_anew_and_a_plain_page_names_the_day_that_is_gone(visit: Visit) -> None:
    at = "2026-11-23T08:00:00-05:00"
    assert titles(at_the_finder(visit, FIND, at)) == ["Today", "Tomorrow"]
    assert titles(at_the_finder(visit, FREE, at)) == ["Sun, Nov 22", "Today"]


@pytest.mark.parametrize(("address", "after"), [(FIND, ["Today", "Tomorrow"]), (FREE, ["Sun, Nov 22", "Today"])])
def test_rows_that_stay_open_over_midnight_follow(visit: Visit, address: str, after: list[str]) -> None:
    page = visit(address, at="2026-11-22T23:59:30-05:00")
    # The finder shows nothing of a day whose groups are all over.
    expect(page.locator(".wp-rows-title").filter(has_text="Tomorrow")).to_be_attached()
    page.clock.run_for(61_000)
    assert titles(page) == after


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-22T10:00:00-05:00", "Tomorrow 9:00 AM – 4:30 PM"),
        ("2026-11-23T08:00:00-05:00", "Today 9:00 AM – 4:30 PM"),
        (NOT_FROM_HERE, "Mon, Nov 23 9:00 AM – 4:30 PM"),
    ],
)
def test_opening_hours_are_of_a_day_too(visit: Visit, at: str, said: str) -> None:
    page = at_the_finder(visit, FREE + "2/", at)
    hours = page.locator(".wp-row-service time").all_inner_texts()
    assert said in [plain(words) for words in hours]


@pytest.mark.parametrize(
    ("at", "said"),
    [("2026-11-22T10:00:00-05:00", "Open today"), (NOT_FROM_HERE, "Open Sun, Nov 22")],
)
@pytest.mark.parametrize("address", [FIND, FREE])
def test_open_doors_are_open_today(visit: Visit, address: str, at: str, said: str) -> None:
    titles = at_the_finder(visit, address, at).locator(".wp-rows-title").all_inner_texts()
    assert [title for title in titles if title in {"Open today", "Open Sun, Nov 22"}] == [said]


def test_on_paper_every_day_has_its_date(visit: Visit) -> None:
    page = visit(FREE)
    assert titles(page) == ["Today", "Tomorrow"]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert titles(page) == ["Sun, Nov 22", "Mon, Nov 23"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert titles(page) == ["Today", "Tomorrow"]


@pytest.mark.parametrize("address", [FIND, FREE])
def test_without_script_no_row_is_of_today_or_tomorrow(visit: Visit, address: str) -> None:
    page = visit(address, java_script_enabled=False)
    assert titles(page) == ["Sun, Nov 22", "Mon, Nov 23"]
    said = page.locator(":is(.wp-rows-title, .wp-row-when)").all_inner_texts()
    assert [words for words in said if "today" in words.lower() or "tomorrow" in words.lower()] == []


def test_a_heading_names_no_day_of_open_doors_that_is_over(visit: Visit) -> None:
    page = visit(FREE, at="2026-11-22T23:59:30-05:00")
    title = page.locator(".wp-rows-title:has([data-open])")
    assert title.inner_text() == "Open today"
    page.clock.run_for(61_000)
    assert title.inner_text() == "Open for hours"
    assert (
        visit(FREE, java_script_enabled=False).locator(".wp-rows-title:has([data-open])").inner_text()
        == "Open Sun, Nov 22"
    )


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-22T10:00:00-05:00", "Opens today 5:00 PM"),
        ("2026-11-22T18:00:00-05:00", "Open now, until 11:00 PM"),
        ("2026-11-22T23:30:00-05:00", "Opens tomorrow 5:00 PM"),
    ],
)
def test_the_page_of_a_phone_line_says_whether_somebody_is_there(visit: Visit, at: str, said: str) -> None:
    page = visit("services/lantern-warm-line/", at=at, zone="Europe/London")
    assert plain(page.locator("[data-open-hours]").inner_text()) == said
    far = visit("services/lantern-warm-line/", at=NOT_FROM_HERE)
    expect(far.locator("[data-open-hours]")).to_be_hidden()


def test_the_number_of_a_phone_line_is_on_the_first_screen_of_a_phone(visit: Visit) -> None:
    page = visit("services/lantern-warm-line/", viewport={"width": 390, "height": 844})
    box = page.locator("main a[href='tel:+12075550130']").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844
