"""Browsers that keep nothing, keep no more, run no script, or read the site from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.sheet.steps import (
    GOAL,
    ID,
    SHEET,
    WHY,
    a_file,
    answers,
    keep_box,
    kept,
    open_text,
    put,
    saved,
    status,
    warns,
)

REFUSE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize("script", [REFUSE, FULL], ids=["refused", "full"])
def test_where_nothing_can_be_kept_the_sheet_says_so_and_works(
    page: Page, site_url: str, tmp_path: Path, script: str
) -> None:
    page.add_init_script(script)
    page.goto(site_url + SHEET)
    expect(status(page)).to_be_empty()
    page.get_by_label(GOAL).fill("Bread")
    keep_box(page).click()
    expect(status(page)).to_contain_text("did not let the page keep what you write")
    expect(keep_box(page)).not_to_be_checked()
    expect(page.locator("[data-sheet-unkept]")).to_be_visible()
    assert answers(page) == {"goal": "Bread"}
    assert warns(page)
    assert '"goal": "Bread"' in saved(page, tmp_path)
    page.get_by_role("button", name="Clear", exact=True).click()
    page.get_by_role("button", name="Clear it").click()
    assert answers(page) == {}
    open_text(page, a_file())
    assert answers(page) == {"goal": "Bread"}
    for address in ("worksheets/", "plan/"):
        page.goto(site_url + address)
        expect(page.locator("[data-kept-sheets]")).to_be_hidden()


def test_a_store_that_fills_up_while_writing_is_said_and_loses_nothing(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_label(WHY).fill("Salt")
    expect(status(page)).to_contain_text("its store is full")
    assert answers(page) == {"goal": "Bread", "why": "Salt"}
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Bread"}, "what was kept before still is"
    assert warns(page), "the last words stand nowhere else"


def test_a_sheet_that_grows_beyond_what_can_be_kept_is_said(page: Page, site_url: str) -> None:
    put(page, site_url, a_file())
    page.get_by_label(GOAL).fill("x" * 1_000_000)
    expect(status(page)).to_contain_text("too long to be kept")
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Bread"}
    assert warns(page)
    page.get_by_label(GOAL).fill("Butter")
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Butter"}
    assert not warns(page)


def test_without_script_it_is_a_form_to_print(browser: Browser, site_url: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site_url + SHEET)
        expect(page.get_by_label(GOAL)).to_be_editable()
        expect(page.get_by_text("It is not sent and not kept: print it before you leave")).to_be_visible()
        assert page.locator("main :is(button, input[type=file], [data-sheet-keep]):visible").count() == 0
        expect(page.locator("[data-sheet-rest]")).to_be_hidden()
        for address in ("worksheets/", "plan/"):
            page.goto(site_url + address)
            expect(page.locator("[data-kept-sheets]")).to_be_hidden()


@pytest.mark.parametrize("missing", ["sheet-store", "sheet-blanks", "saved-file"])
def test_a_script_that_did_not_come_leaves_a_form_to_print(
    page: Page, said: list[str], site_url: str, missing: str
) -> None:
    page.route(f"**/{missing}.js*", lambda route: route.abort())
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    assert page.locator("[data-sheet-keep]:visible, [data-sheet-save]:visible").count() == 0
    expect(page.get_by_text("It is not sent and not kept")).to_be_visible()
    assert len(said) == 1
    said.clear()


@pytest.mark.parametrize("refuses", [False, True], ids=["keeps", "keeps nothing"])
def test_the_sheet_works_from_a_disk(page: Page, built_site: Path, tmp_path: Path, refuses: bool) -> None:
    if refuses:
        page.add_init_script(REFUSE)
    page.goto((built_site / "worksheets" / ID / "index.html").as_uri())
    page.get_by_label(GOAL).fill("Bread")
    text = saved(page, tmp_path)
    keep_box(page).click()
    expect(status(page)).to_contain_text("did not let" if refuses else "is kept on this device")
    page.goto("about:blank")
    page.goto((built_site / "worksheets" / ID / "index.html").as_uri())
    assert answers(page) == ({} if refuses else {"goal": "Bread"})
    if refuses:
        open_text(page, text)
        assert answers(page) == {"goal": "Bread"}
