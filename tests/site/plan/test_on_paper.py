"""A plan on paper."""

from __future__ import annotations

from typing import Any

import pytest
import segno.encoder
from playwright.sync_api import Page, expect

from tests.site.plan.steps import NAME, PHONE, PLAN, a_plan, cards, put


def test_a_long_text_grows_and_is_printed_whole(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    long = "\n".join(f"Line {number} of what matters" for number in range(60))
    put(page, site_url, a_plan("tuesday-talkers", matters=long, step="w" * 300))
    field = page.get_by_label("What matters to me")
    assert field.evaluate("area => area.scrollHeight <= area.clientHeight + 1"), "nothing is hidden inside the field"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.emulate_media(media="print")
    expect(field).to_be_hidden()
    expect(page.locator(".wp-written", has_text="Line 59 of what matters")).to_be_visible()


def test_paper_shows_the_plan_and_no_controls(page: Page, site_url: str) -> None:
    plan = a_plan("tuesday-talkers", matters="Bread")
    put(page, site_url, plan)
    expect(cards(page)).to_have_count(1)
    page.emulate_media(media="print")
    for shown in ("Bread", NAME, "Every Tuesday", "Call (207) 555-0101", "Call 911", "988"):
        expect(page.locator("form").get_by_text(shown).locator("visible=true").first).to_be_visible()
    assert page.locator("form button:visible, form input:visible, form textarea:visible").count() == 3, (
        "only the three empty fields are left, as lines for a pen"
    )
    expect(page.locator("form .wp-plan-code svg")).to_be_visible()
    expect(page.locator("form .wp-plan-address")).to_contain_text("/groups/tuesday-talkers/")


def test_an_empty_plan_prints_as_a_sheet_for_the_pen(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    expect(page.get_by_label("Groups, services and worksheets to try")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_label("Groups, services and worksheets to try")).to_be_visible()
    assert page.locator("form textarea:visible").count() == 5


def test_the_codes_on_paper_are_those_of_the_standard(
    page: Page, site_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # segno adds a byte of zeros where a text already ends at a byte; a reader does not mind, but ISO/IEC 18004 (7.4.10)
    # asks for it only where it does not. Texts that fill a version are compared with segno as it is.
    def to_the_next_byte(buffer: Any, version: object, length: int) -> None:
        buffer.extend([0] * (-length % 8))

    def modules(text: str) -> str:
        code = segno.make(text, error="l", mode="byte", mask=0, boost_error=False, micro=False)
        return "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(code.matrix) for x, dark in enumerate(row) if dark)

    page.goto(site_url + PLAN)
    draw = "text => waypostCode(text)?.querySelector('path').getAttribute('d')"
    address = "https://example.org/lantern-bay/groups/a-group-with-quite-a-long-name/?" + "0123456789" * 5
    for length in (17, 32, 53, 78, 106):
        assert page.evaluate(draw, address[:length]) == modules(address[:length])
    monkeypatch.setattr(segno.encoder, "write_padding_bits", to_the_next_byte)
    for length in (1, 16, 18, 31, 33, 52, 54, 77, 79, 105):
        assert page.evaluate(draw, address[:length]) == modules(address[:length])
    assert page.evaluate(draw, address[:107]) is None
