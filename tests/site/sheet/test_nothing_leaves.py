"""What is written on a worksheet cannot be sent: the page itself forbids it, and asks for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.sheet.steps import GOAL, SHEET, a_file, answers, clear, keep_box, open_text, saved

SENDING = {
    "fetch": "fetch(location.href).then(() => 'sent', () => 'stopped')",
    "XMLHttpRequest": """new Promise(done => {
        const ask = new XMLHttpRequest();
        ask.onload = () => done('sent');
        ask.onerror = () => done('stopped');
        ask.open('POST', location.href);
        ask.send('Bread');
    })""",
    "EventSource": """new Promise(done => {
        addEventListener('securitypolicyviolation', () => done('stopped'));
        new EventSource(location.href).onopen = () => done('sent');
    })""",
    "WebSocket": """new Promise(done => {
        addEventListener('securitypolicyviolation', () => done('stopped'));
        new WebSocket(location.href.replace('http', 'ws')).onopen = () => done('sent');
    })""",
    "sendBeacon": """new Promise(done => {
        addEventListener('securitypolicyviolation', () => done('stopped'));
        navigator.sendBeacon(location.href, 'Bread');
    })""",
}


@pytest.mark.parametrize("way", SENDING)
def test_the_page_lets_no_script_send_anything_even_to_its_own_host(
    page: Page, said: list[str], site_url: str, way: str
) -> None:
    page.goto(site_url + SHEET, wait_until="networkidle")
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    assert page.evaluate(SENDING[way]) == "stopped"
    assert answered == []
    said.clear()


def test_writing_keeping_saving_opening_clearing_and_printing_ask_nobody_for_anything(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    page.goto(site_url + SHEET, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("blob:") else asked.append(request.url))
    page.get_by_label(GOAL).fill("Bread")
    keep_box(page).check()
    text = saved(page, tmp_path)
    clear(page)
    open_text(page, text)
    assert answers(page) == {"goal": "Bread"}
    page.pdf()
    assert asked == []
    assert page.url == site_url + SHEET


def test_the_rest_of_the_page_works_as_ever(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_role("button", name="Save to my plan").click()
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.get_by_text("In my plan")).to_be_visible()
    page.goto(site_url + "plan/")
    page.get_by_role("link", name="My goal").click()
    page.wait_for_url(site_url + SHEET)


def test_a_sheet_kept_for_when_there_is_no_signal_opens_and_works_without_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "about/privacy/")
    page.get_by_label("Keep pages on this device").check()
    expect(page.get_by_text("Kept. You can open these pages without signal now.")).to_be_visible(timeout=30_000)
    page.goto(site_url + SHEET, wait_until="networkidle")
    page.context.set_offline(True)
    page.reload()
    page.get_by_label(GOAL).fill("Bread")
    keep_box(page).check()
    page.reload()
    assert answers(page) == {"goal": "Bread"}
    open_text(page, a_file(answers={}))
    expect(page.locator("[data-sheet-ask]")).to_be_visible()
