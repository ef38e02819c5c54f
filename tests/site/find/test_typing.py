"""Words: what is found, why, and that no letter is ever lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.find.steps import answer, box, count, names, open_finder, rows, search


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("knit", "Marsh End Knitters"),
        ("insomnia", "Night Owls"),
        ("lonely", "Morning Coffee Circle"),
        ("depression", "Tuesday Talkers"),
        ("alcohol", "Steady Steps"),
        ("domestic violence", "Safe Harbor"),
    ],
)
def test_the_words_people_bring_lead_to_somebody(page: Page, site_url: str, words: str, name: str) -> None:
    open_finder(page, site_url)
    search(page, words)
    assert any(name in found for found in names(page)[:8]), names(page)[:8]


def test_the_headers_search_leads_to_the_box(page: Page, site_url: str) -> None:
    page.goto(site_url + "learn/hope/")
    page.get_by_role("link", name="Search").click()
    expect(page.locator("h1")).to_have_text("Find support")
    expect(box(page)).to_be_focused()


def test_the_home_page_hands_its_words_over_without_telling_the_host(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url)
    box(page).fill("sleep")
    box(page).press("Enter")
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    expect(box(page)).to_have_value("sleep")
    assert count(page) > 0
    assert not [url for url in asked if "sleep" in url]


def test_matches_are_marked_and_what_matched_unseen_is_named(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    search(page, "knitters")
    expect(rows(page).first.locator(".wp-row-name mark")).to_have_text("Knitters")
    search(page, "lonely")
    why = page.locator(".wp-row-why")
    assert why.count() > 0
    assert "lonely" in why.first.inner_text().casefold()


def test_a_wrong_letter_is_forgiven_and_said(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    search(page, "knitinng")
    expect(page.locator("[data-find-note]")).to_contain_text("knitinng")
    assert any("Knitters" in name for name in names(page)[:3])


def test_what_to_read_stands_in_the_same_list(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    search(page, "stigma")
    article = page.locator(".wp-row-article").first
    expect(article).to_contain_text("To read")
    article.get_by_role("link").click()
    assert "/learn/" in page.url


def test_words_and_filters_work_together(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    search(page, "sleep")
    everything = count(page)
    answer(page, "kind", "worksheet").check()
    assert 0 < count(page) < everything
    expect(box(page)).to_have_value("sleep")


def test_no_letter_is_lost_on_a_slow_phone(phone: Page, site_url: str) -> None:
    open_finder(phone, site_url)
    phone.context.new_cdp_session(phone).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    box(phone).focus()
    phone.keyboard.type("somewhere to talk", delay=120)
    assert box(phone).input_value() == "somewhere to talk"
    expect(phone.get_by_role("button", name="Remove the words: somewhere to talk")).to_be_attached(timeout=15_000)
    assert box(phone).input_value() == "somewhere to talk"


def test_letters_typed_before_the_script_is_there_count(page: Page, site_url: str) -> None:
    page.add_init_script(
        """new MutationObserver((_, watching) => {
            const box = document.querySelector("#find-words");
            if (!box) return;
            watching.disconnect();
            box.value = "knit";
        }).observe(document, {childList: true, subtree: true});"""
    )
    open_finder(page, site_url)
    expect(box(page)).to_have_value("knit")
    expect(page.get_by_role("link", name="Marsh End Knitters")).to_be_visible()
