"""On paper stands all that was found, with the day and the filters, and nothing to press."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.site.find.steps import count, names, open_finder, rows

BEFORE, AFTER = "dispatchEvent(new Event('beforeprint'))", "dispatchEvent(new Event('afterprint'))"


def test_all_that_was_found_is_printed_and_the_screen_is_as_before(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    before = names(page)
    page.evaluate(BEFORE)
    assert rows(page).count() == count(page) > len(before)
    page.evaluate(AFTER)
    assert names(page) == before
    page.get_by_role("button", name="Show 30 more").click()
    assert len(set(names(page))) == 60


def test_paper_names_the_day_and_the_filters(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "#how=online&cost=free")
    page.evaluate(BEFORE)
    page.emulate_media(media="print")
    expect(page.get_by_text("As known on November 22, 2026")).to_be_visible()
    expect(page.get_by_text("Only what fits: Online, Free.")).to_be_visible()
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
    assert rows(page).count() == count(page)


def test_paper_calls_no_day_today_since_it_is_read_on_any(page: Page, site_url: str) -> None:
    # Paint and Be goes from one to four in the afternoon.
    page.clock.set_fixed_time(datetime(2026, 11, 22, 19, 0, tzinfo=UTC))
    open_finder(page, site_url)
    titles, when = page.locator(".wp-rows-title"), page.locator(".wp-row-when")
    assert titles.all_inner_texts()[:3] == ["Today", "Open today", "Tomorrow"]
    expect(when.first).to_contain_text("Now, until")
    page.evaluate(BEFORE)
    assert titles.all_inner_texts()[:3] == ["Sun, Nov 22", "Open Sun, Nov 22", "Mon, Nov 23"]
    expect(when.first).to_contain_text("1:00")
    nearly = ("now", "today", "tomorrow")
    assert [said for said in when.all_inner_texts() if any(word in said.lower() for word in nearly)] == []
    page.evaluate(AFTER)
    assert titles.all_inner_texts()[:3] == ["Today", "Open today", "Tomorrow"]


def test_the_page_itself_prints_whole(page: Page, site_url: str) -> None:
    open_finder(page, site_url, "#kind=group")
    found = count(page)
    page.evaluate(
        "addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('.wp-row').length })"
    )
    page.pdf(format="A4")
    assert page.evaluate("window.printed") == found > 30
