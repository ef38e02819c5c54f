"""The site is made anew every day, and a page from yesterday never gets today's styles, scripts or index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.offline import worker
from tests.site.offline.host import Change, Host
from tests.site.offline.steps import (
    A_DAY,
    GROUP,
    HELP,
    MADE,
    NAME,
    NO_SIGNAL,
    NOTHING,
    OTHER,
    WEEK,
    box,
    is_dressed,
    keep_pages,
    kept,
    notices,
    open_for_good,
    stored,
)

FAREWELL = Path(worker.__file__).parent / "farewell.js"


def tomorrow(path: str, content: bytes) -> bytes:
    """The site one day later, with another frame: new pages, one new style sheet, a new worker."""
    if path.endswith(".html"):
        content = content.replace(b'data-made="2026-11-22"', b'data-made="2026-11-23"')
        content = re.sub(rb"frame\.css\?v=\w+", b"frame.css?v=00000002", content)
        return content.replace(b"<h1>", b"<h1>New: ")
    if path.endswith("/frame.css"):
        return content + b"\n:root { --is-new: yes }\n"
    if path.endswith("/sw.js"):
        return re.sub(rb'"version": "\w+"', b'"version": "tomorrow"', content, count=1)
    return content


def impatient(path: str, content: bytes) -> bytes:
    """The same site, whose worker waits for the host no longer than a test likes to."""
    return content.replace(b"PATIENCE = 4000", b"PATIENCE = 400") if path.endswith("/sw.js") else content


def is_new(page: Page) -> bool:
    style = "getComputedStyle(document.documentElement).getPropertyValue('--is-new')"
    return bool(page.evaluate(style).strip() == "yes")


def brought_up_to_date(page: Page, url: str) -> None:
    """Open a page, and wait until the new worker has taken over from the old one."""
    page.goto(url + HELP)
    page.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            await registration.update();
            const worker = registration.installing || registration.waiting || registration.active;
            while (worker.state !== 'activated') await new Promise((next) => setTimeout(next, 20));
        }"""
    )


def test_with_signal_the_new_page_is_there_at_once(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    host.change = tomorrow
    page.goto(host.url + WEEK)
    expect(page.locator("h1")).to_have_text("New: This week")
    assert is_new(page)
    assert is_dressed(page)


def test_the_new_worker_brings_what_was_kept_up_to_date_and_leaves_nothing_old_behind(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    host.change = tomorrow
    brought_up_to_date(page, host.url)
    frames = [url for url in kept(page, "parts") if "frame.css" in url]
    assert [url.rpartition("=")[2] for url in frames] == ["00000002"]
    host.answers = "never"
    page.goto(host.url + WEEK)
    expect(page.locator("h1")).to_have_text("New: This week")
    assert is_new(page)
    assert is_dressed(page)


def test_a_page_seen_the_day_before_keeps_the_parts_of_its_own_day(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    open_for_good(page, host.url + GROUP)
    host.change = tomorrow
    brought_up_to_date(page, host.url)
    host.answers = "never"
    page.goto(host.url + GROUP)
    expect(page.locator("h1")).to_have_text(NAME)
    assert is_dressed(page)
    assert not is_new(page)
    page.goto(host.url + HELP)
    assert is_dressed(page)
    assert is_new(page)


def test_an_index_of_the_finder_stays_only_as_long_as_a_page_names_it(page: Page, host: Host) -> None:
    def with_index(number: bytes) -> Change:
        folder = b"assets/find/" + number * 6

        def change(path: str, content: bytes) -> bytes:
            content = content if number == b"1" else tomorrow(path, content)
            if path.endswith("/week/index.html"):
                content = content.replace(b"</head>", b'<script src="../%s/data.js" defer></script></head>' % folder)
            if path.endswith("/sw.js"):
                content = re.sub(
                    rb'"data": \[.*?\]', b'"data": ["%s/data.js", "%s/words-0.js"]' % (folder, folder), content
                )
            return content

        return change

    # Both folders stand on the host here; only what is kept is looked at.
    host.change = with_index(b"1")
    for number in "12":
        for name in ("data", "words-0"):
            host.further[f"lantern-bay/assets/find/{number * 6}/{name}.js"] = b"0"
    keep_pages(page, host.url)
    assert len([url for url in kept(page, "parts") if "/find/111111/" in url]) == 2
    host.change = with_index(b"2")
    brought_up_to_date(page, host.url)
    assert not [url for url in kept(page, "parts") if "/find/111111/" in url]
    assert len([url for url in kept(page, "parts") if "/find/222222/" in url]) == 2


def test_a_listing_that_is_gone_is_not_kept_any_longer(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    open_for_good(page, host.url + GROUP)

    def without_it(path: str, content: bytes) -> bytes | None:
        return None if "tuesday-talkers" in path else content

    host.change = without_it
    answer = page.goto(host.url + GROUP)
    assert answer
    assert answer.status == 404
    host.answers = "never"
    page.goto(host.url + GROUP)
    expect(page.locator("h1")).to_have_text("No signal just now")


@pytest.mark.parametrize("answers", ["badly", "late"])
def test_where_the_host_is_ill_or_slow_the_copy_is_shown(page: Page, host: Host, answers: str) -> None:
    host.change = impatient
    keep_pages(page, host.url)
    host.answers = answers
    page.goto(host.url + WEEK)
    expect(page.locator("h1")).to_have_text("This week")
    assert is_dressed(page)
    page.context.clock.set_fixed_time(MADE + 2 * A_DAY)
    page.goto(host.url + HELP)
    expect(page.get_by_text("you see the copy that is kept on this device")).to_be_visible()


def test_what_another_network_answers_in_our_place_is_not_kept(page: Page, host: Host) -> None:
    keep_pages(page, host.url)

    def please_sign_in(path: str, content: bytes) -> bytes:
        return b"<!doctype html><title>Free wifi</title><h1>Please sign in</h1>" if path.endswith(".html") else content

    host.change = please_sign_in
    page.goto(host.url + WEEK)
    expect(page.locator("h1")).to_have_text("Please sign in")
    page.goto(host.url + OTHER, wait_until="networkidle")
    host.answers = "never"
    page.goto(host.url + WEEK)
    expect(page.locator("h1")).to_have_text("This week")
    page.goto(host.url + OTHER)
    assert page.url == host.url + NO_SIGNAL


def test_a_town_that_switches_it_off_takes_everything_away_from_everybody(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    open_for_good(page, host.url + GROUP)

    def off(path: str, content: bytes) -> bytes:
        return FAREWELL.read_bytes() if path.endswith("/sw.js") else content

    host.change = off
    page.goto(host.url + WEEK)
    page.evaluate(
        """async () => {
            await (await navigator.serviceWorker.getRegistration())?.update();
            while (await navigator.serviceWorker.getRegistration()) await new Promise((next) => setTimeout(next, 20));
        }"""
    )
    page.goto(host.url + GROUP, wait_until="networkidle")
    assert stored(page) == NOTHING
    page.goto(host.url + HELP)
    expect(box(page)).not_to_be_checked()
    assert notices(page) == []
