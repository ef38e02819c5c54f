"""Hostile addresses, files that are gone, storage refused, clocks that are wrong: something sensible each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.find.steps import FIND, answer, box, count, names, open_finder, rows, search


@pytest.mark.parametrize(
    "asked",
    [
        "#how=<script>alert(1)</script>",
        "#__proto__=x&constructor=y&toString=z",
        "#kind=group&kind=__proto__&sort=constructor&near=%E0%A4%A",
        "#how=" + "x" * 20_000,
        "#" + "&".join(f"how=x{number}" for number in range(2_000)),
        "#%%%=%%%",
        "#near=<img src=x onerror=alert(1)>",
        "#content",
    ],
    ids=["markup", "prototype", "escapes", "long", "many", "percent", "place", "anchor"],
)
def test_a_hand_made_address_does_no_harm(page: Page, site_url: str, asked: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    open_finder(page, site_url, asked)
    assert rows(page).count() > 0
    assert page.locator("[data-find] img, [data-find] script").count() == 0


def test_an_answer_nobody_knows_is_said_and_left_out(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "#how=online&cost=moonbeams")
    expect(page.locator("[data-find-note]")).to_contain_text("moonbeams")
    expect(answer(page, "how", "online")).to_be_checked()
    assert rows(page).count() > 0


def test_words_in_an_address_are_text_and_never_markup(page: Page, site_url: str) -> None:
    words = "<b onmouseover=alert(1)>knit"
    open_finder(page, site_url, f"#q={words}")
    expect(box(page)).to_have_value(words)
    assert page.locator("[data-find] b").count() == 0


def test_an_old_kind_of_address_is_read_too(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "?how=online")
    expect(answer(page, "how", "online")).to_be_checked()


def test_without_its_index_the_page_says_so_and_stays_whole(page: Page, site_url: str, said: list[str]) -> None:
    page.route("**/data.js", lambda route: route.fulfill(status=404))
    page.goto(site_url + FIND)
    expect(page.locator("[data-find-note]")).to_contain_text("not working just now")
    assert rows(page).count() == 30
    expect(page.locator("[data-facet=how] a").first).to_be_visible()
    said.clear()


def test_an_index_that_cannot_be_read_leaves_the_page_whole(page: Page, site_url: str) -> None:
    page.route("**/data.js", lambda route: route.fulfill(body='(self.waypostFind=[]).push(["data",{"made":1}])'))
    page.goto(site_url + FIND)
    expect(page.locator("[data-find-note]")).to_contain_text("not working just now")
    assert rows(page).count() == 30
    expect(page.locator("[data-facet=how] a").first).to_be_visible()


def test_without_its_words_the_finder_says_so_and_keeps_its_filters(page: Page, site_url: str, said: list[str]) -> None:
    page.route("**/words-*.js", lambda route: route.abort())
    page.route("**/vocabulary.js", lambda route: route.abort())
    open_finder(page, site_url)
    search(page, "knit")
    expect(page.locator("[data-find-note]")).to_contain_text("the connection may be lost")
    answer(page, "how", "online").check()
    expect(answer(page, "how", "online")).to_be_checked()
    said.clear()


def test_a_clock_before_the_build_is_not_believed(visit: Callable[..., Page], site_url: str) -> None:
    page = visit()
    page.clock.set_fixed_time(datetime(2001, 1, 1, tzinfo=UTC))
    open_finder(page, site_url, "#kind=group")
    expect(page.locator("[data-find-note]")).to_contain_text("The date on this device may be wrong")
    assert page.locator(".wp-rows-title").first.inner_text() == "Sun, Nov 22"


def test_a_page_of_last_month_says_how_old_it_is(visit: Callable[..., Page], site_url: str) -> None:
    page = visit()
    page.clock.set_fixed_time(datetime(2026, 12, 20, 15, tzinfo=UTC))
    open_finder(page, site_url)
    expect(page.locator("[data-find-note]")).to_contain_text("This page was made on Sun, Nov 22")


def test_later_the_same_day_what_is_over_is_gone(visit: Callable[..., Page], site_url: str) -> None:
    page = visit()
    page.clock.set_fixed_time(datetime(2026, 11, 22, 22, 0, tzinfo=UTC))
    open_finder(page, site_url)
    assert names(page)[0] == "Island Check-in", "Paint and Be ends at four in the afternoon"


def test_the_finder_works_from_a_disk(page: Page, built_site: Path) -> None:
    page.goto((built_site / "find" / "index.html").as_uri())
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    search(page, "knit")
    expect(page.get_by_role("link", name="Marsh End Knitters")).to_be_visible()
    answer(page, "kind", "group").check()
    page.go_back()
    expect(answer(page, "kind", "group")).not_to_be_checked()
    assert count(page) > 0
