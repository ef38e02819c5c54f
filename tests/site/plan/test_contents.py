"""What a plan shows of the directory, and the order its visitor gives it."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, Page, Route, expect

from tests.site.plan.steps import NAME, OTHER_NAME, PLAN, a_plan, cards, kept, names, put, status


def test_times_places_and_numbers_are_the_directorys_own_and_not_those_that_were_kept(
    page: Page, site_url: str
) -> None:
    stale = a_plan("tuesday-talkers")
    stale["items"][0] |= {
        "name": "An old name",
        "kind": "worksheet",
        "when": "Monday",
        "ways": [["call", "x", "tel:1", ""]],
    }
    put(page, site_url, stale)
    card = cards(page).first
    expect(card.get_by_role("heading")).to_have_text(NAME)
    expect(card).to_contain_text("Peer group")
    expect(card).to_contain_text("Every Tuesday")
    expect(card).not_to_contain_text("Monday")
    expect(card.get_by_role("link", name=NAME)).to_have_attribute("href", "../groups/tuesday-talkers/")
    assert card.locator("a[href^='tel:']").all_inner_texts() == ["Call (207) 555-0101"]


def test_what_is_no_longer_in_the_directory_is_said_and_stays(page: Page, site_url: str) -> None:
    gone = a_plan("tuesday-talkers")
    gone["items"].append({"id": "a-group-of-old", "kind": "group", "name": "The Old Group", "note": "Rosa"})
    put(page, site_url, gone)
    card = cards(page).nth(1)
    expect(card).to_contain_text("The Old Group")
    expect(card).to_contain_text("no longer in the directory")
    expect(card.get_by_role("textbox")).to_have_value("Rosa")
    expect(card.get_by_role("link")).to_have_count(0)
    page.get_by_label("What matters to me").fill("Bread")
    assert [item["id"] for item in (kept(page, site_url) or {})["items"]] == ["tuesday-talkers", "a-group-of-old"]


def test_times_name_their_clocks_where_there_are_any(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    expect(page.get_by_text("All times are local: Eastern Time.")).to_be_hidden()
    put(page, site_url, a_plan("tuesday-talkers"))
    expect(page.get_by_text("All times are local: Eastern Time.")).to_be_visible()


def test_a_name_stands_at_once_and_says_when_the_rest_is_slow(page: Page, site_url: str) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    plan = a_plan("tuesday-talkers")
    plan["items"][0] |= {"name": NAME, "note": "Side door"}
    put(page, site_url, plan)
    page.route("**/assets/plan/*.js", hold)
    page.reload(wait_until="domcontentloaded")
    expect(cards(page).first.get_by_role("heading")).to_have_text(NAME)
    expect(page.get_by_label(f"My note: {NAME}")).to_have_value("Side door")
    expect(cards(page).first).to_contain_text("on their way")
    page.get_by_label(f"My note: {NAME}").fill("Side door, ring twice")
    for route in waiting:
        route.continue_()
    expect(cards(page).first).to_contain_text("Every Tuesday")
    expect(cards(page).first).not_to_contain_text("on their way")
    expect(page.get_by_label(f"My note: {NAME}")).to_have_value("Side door, ring twice")


def test_dates_that_are_over_are_not_shown(page: Page, site_url: str) -> None:
    rows = [{"id": "tea", "kind": "group", "name": "Tea", "path": "../x/",
             "dates": [["2026-11-24T20:00:00-05:00", "Tue 24", ""], ["2026-12-01T20:00:00-05:00", "Tue 1", "Extra date"]]}]  # fmt: skip
    page.route(
        "**/assets/plan/*.js",
        lambda route: route.fulfill(body=f"waypostDirectory[1]={json.dumps(rows)}", content_type="text/javascript"),
    )
    page.clock.set_fixed_time("2026-11-25T12:00:00Z")
    put(page, site_url, a_plan("tea"))
    assert cards(page).first.locator(".wp-dates li").all_inner_texts() == ["Tue 1 (Extra date)"]


def test_a_name_is_looked_up_however_it_is_typed(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    box = page.get_by_label("Add something by its name")
    box.fill("CIRCULO apoyo")
    expect(page.get_by_role("button", name="Add Círculo de apoyo")).to_be_visible()
    box.fill("zzz")
    expect(page.get_by_text("Nothing has that name.")).to_be_visible()
    box.fill(NAME)
    page.get_by_role("button", name=f"Add {NAME}").click()
    expect(box).to_be_focused()
    box.fill(NAME)
    page.get_by_role("button", name=f"Add {NAME}").click()
    expect(status(page)).to_have_text(f"{NAME} is in your plan already.")
    expect(cards(page)).to_have_count(1)


def test_the_order_changes_by_keyboard_and_the_focus_stays(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers", "night-owls-online", "first-and-third-harbor"))
    page.get_by_role("button", name="Move up: Harbor Lights").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move up: Harbor Lights")).to_be_focused()
    expect(status(page)).to_have_text("Harbor Lights is now number 2 of 3.")
    page.keyboard.press("Space")
    expect(status(page)).to_have_text("Harbor Lights is now number 1 of 3.")
    assert names(page) == ["Harbor Lights", NAME, OTHER_NAME]
    expect(page.get_by_role("button", name="Move up: Harbor Lights")).to_be_disabled()
    expect(page.get_by_role("button", name="Move down: Harbor Lights")).to_be_focused()
    page.reload()
    expect(cards(page)).to_have_count(3)
    assert names(page) == ["Harbor Lights", NAME, OTHER_NAME]


def test_what_is_taken_out_can_be_put_back_with_its_note(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers", "night-owls-online"))
    page.get_by_label(f"My note: {NAME}").fill("Side door")
    page.get_by_role("button", name=f"Take out: {NAME}").click()
    expect(status(page)).to_have_text(f"{NAME} is taken out of your plan.")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert names(page) == [OTHER_NAME]
    page.keyboard.press("Enter")
    expect(cards(page)).to_have_count(2)
    assert names(page) == [NAME, OTHER_NAME]
    expect(page.get_by_label(f"My note: {NAME}")).to_have_value("Side door")


def test_undo_is_not_offered_once_something_else_was_written(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers"))
    page.get_by_role("button", name=f"Take out: {NAME}").click()
    page.get_by_label("What matters to me").fill("Bread")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_what_one_joins_from_afar_is_said_by_the_visitors_clock_too(browser: Browser, site_url: str) -> None:
    with browser.new_context(timezone_id="Europe/London", locale="en-US") as context:
        page = context.new_page()
        # Night Owls meet online on Fridays and Saturdays at ten in the evening, five hours behind London.
        put(page, site_url, a_plan("night-owls-online", "tuesday-talkers"))
        expect(cards(page).first.locator(".wp-dates li").first).to_contain_text("3:00\u00a0AM your time")
        expect(cards(page).last.locator(".wp-dates")).not_to_contain_text("your time")
    with browser.new_context(timezone_id="America/New_York") as context:
        page = context.new_page()
        put(page, site_url, a_plan("night-owls-online"))
        expect(cards(page).first.locator(".wp-dates li").first).to_contain_text("10:00")
        expect(cards(page).first).not_to_contain_text("your time")
