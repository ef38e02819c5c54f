"""A plan as a file: saved, opened, and deaf to whatever else is opened or found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.site.plan.steps import (
    EVERYTHING_STORED,
    GROUP,
    NAME,
    NOTHING,
    PLAN,
    SHEET_NAME,
    a_plan,
    cards,
    kept,
    key,
    names,
    open_text,
    put,
    status,
)


def test_a_saved_file_opens_again_with_all_that_was_in_it(page: Page, site_url: str, tmp_path: Path) -> None:
    from_later = {"colour": "green", "deep": {"a": [1, 2]}}
    plan = a_plan("tuesday-talkers", "my-goal", matters='Brød\n"and" <salt>', step="", who="آنا", later=from_later)
    plan["items"][0] |= {"note": "Side door", "mood": 7}
    put(page, site_url, plan)
    expect(cards(page)).to_have_count(2)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Save to a file").click()
    assert downloading.value.suggested_filename == "my-plan.json"
    file = tmp_path / "my-plan.json"
    downloading.value.save_as(file)
    page.get_by_role("button", name="Forget everything").click()

    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Open a file").click()
    choosing.value.set_files(file)
    expect(status(page)).to_have_text("Your plan is open.")
    assert names(page) == [NAME, SHEET_NAME]
    expect(page.get_by_label("What matters to me")).to_have_value('Brød\n"and" <salt>')
    expect(page.get_by_label("Who can help")).to_have_value("آنا")
    assert page.evaluate(EVERYTHING_STORED) == NOTHING, "opening a file keeps nothing"
    page.get_by_label("Keep my plan on this device").check()
    found = kept(page, site_url) or {}
    assert found["later"] == from_later
    assert found["items"][0] == {"id": "tuesday-talkers", "kind": "group", "name": NAME, "note": "Side door", "mood": 7}


def test_opening_a_file_over_something_can_be_undone(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    page.get_by_label("What matters to me").fill("Bread")
    open_text(page, json.dumps(a_plan("tuesday-talkers", matters="Salt")))
    expect(page.get_by_label("What matters to me")).to_have_value("Salt")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("What matters to me")).to_have_value("Bread")
    expect(cards(page)).to_have_count(0)


HUGE = json.dumps(a_plan(matters="x" * 500_000))
MANY = json.dumps(a_plan(*(f"id-{number}" for number in range(201))))
DEEP = json.dumps(a_plan())[:-1] + ', "deep": ' + "[" * 150_000 + "]" * 150_000 + "}"
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "does not hold a plan"),
    "no JSON": ("Dear diary", "does not hold a plan"),
    "half": ('{"format": "waypost-plan", "version": 1, "items": [', "does not hold a plan"),
    "null": ("null", "does not hold a plan"),
    "a number": ("7", "does not hold a plan"),
    "a list": ('["waypost-plan", 1]', "does not hold a plan"),
    "another format": ('{"format": "worksheet", "version": 1}', "does not hold a plan"),
    "a version in words": ('{"format": "waypost-plan", "version": "1"}', "does not hold a plan"),
    "a version below one": ('{"format": "waypost-plan", "version": 0}', "does not hold a plan"),
    "binary": (bytes(range(256)) * 40, "does not hold a plan"),
    "newer": ('{"format": "waypost-plan", "version": 2, "items": []}', "newer version"),
    "huge": (HUGE, "more than a plan can hold"),
    "too many": (MANY, "more than a plan can hold"),
    "many megabytes": (b" " * 8_000_000, "more than a plan can hold"),
}


def test_a_file_that_is_no_plan_is_refused_in_words_and_changes_nothing(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan("tuesday-talkers", matters="Bread"))
    expect(cards(page)).to_have_count(1)
    for name, (text, words) in HOSTILE.items():
        page.get_by_label("My next small step").fill(name)
        expect(status(page)).to_be_empty()
        before = kept(page, site_url)
        open_text(page, text)
        expect(status(page), name).to_contain_text(words)
        expect(page.get_by_label("What matters to me")).to_have_value("Bread")
        assert names(page) == [NAME]
        assert kept(page, site_url) == before, name


# What of a plan's list makes no sense, beside one thing that does.
ODD = {
    "items of other kinds": [
        {"id": "tuesday-talkers", "name": 7, "note": ["a"]},
        None,
        7,
        "x",
        [],
        {"id": 7},
        {"name": "x"},
    ],
    "the same twice": [{"id": "tuesday-talkers"}, {"id": "tuesday-talkers", "note": "again"}],
    "ids that are none": [{"id": "tuesday-talkers"}, {"id": "../../etc"}, {"id": "A B"}, {"id": ""}, {"id": "x" * 81}],
}


def test_of_a_plan_with_odd_items_the_sound_one_is_shown(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    for name, items in ODD.items():
        open_text(page, json.dumps(a_plan() | {"items": items, "matters": {"a": 1}, "who": 7, "step": name}))
        expect(page.get_by_label("My next small step")).to_have_value(name)
        expect(page.get_by_label("What matters to me")).to_have_value("")
        expect(cards(page)).to_have_count(1)
        assert names(page) == [NAME]


def test_names_of_javascript_itself_are_only_names(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    text = json.dumps(a_plan("constructor", "tuesday-talkers"))[:-1] + ', "__proto__": {"polluted": true}}'
    open_text(page, text)
    expect(cards(page)).to_have_count(2)
    expect(cards(page).first).to_contain_text("no longer in the directory")
    assert page.evaluate("({}).polluted") is None


def test_a_file_as_deep_as_a_well_is_opened_or_refused_but_never_breaks_the_page(page: Page, site_url: str) -> None:
    page.goto(site_url + PLAN)
    open_text(page, DEEP)
    expect(status(page)).not_to_be_empty()
    open_text(page, json.dumps(a_plan("tuesday-talkers")))
    expect(cards(page)).to_have_count(1)


def test_script_in_a_plan_stays_text(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", on_dialog)
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>{name}$&"
    plan = a_plan(matters=evil, step=evil, when=evil, who=evil)
    plan["items"] = [
        {"id": "evil", "kind": "x onload=alert(3)", "name": evil, "note": evil, "path": "javascript:alert(4)"},
        {"id": "tuesday-talkers", "kind": evil, "name": evil, "note": evil},
    ]
    put(page, site_url, plan)
    expect(cards(page)).to_have_count(2)
    assert page.locator("form img, form script, form [onload], form [onerror], form a[href^=javascript]").count() == 0
    expect(page.get_by_label("What matters to me")).to_have_value(evil)
    assert names(page) == [evil, NAME]
    page.get_by_role("button", name="Take out").first.click()
    expect(status(page)).to_have_text(f"{evil} is taken out of your plan.")
    assert asked == []


@pytest.mark.parametrize(
    "text", ["", "nonsense", '{"format":"waypost-plan","version":9}', HUGE], ids=["empty", "nonsense", "newer", "huge"]
)
def test_a_kept_plan_that_cannot_be_read_is_said_left_alone_and_can_be_forgotten(
    page: Page, site_url: str, text: str
) -> None:
    put(page, site_url, text)
    expect(status(page)).to_contain_text("this page cannot read it")
    page.get_by_label("What matters to me").fill("Bread")
    assert page.evaluate("key => localStorage.getItem(key)", key(site_url)) == text
    page.goto(site_url + GROUP)
    page.get_by_role("button", name="Save to my plan").click()
    expect(page.get_by_text("Nothing was saved")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", key(site_url)) == text
    page.goto(site_url + PLAN)
    page.get_by_role("button", name="Forget everything").click()
    assert page.evaluate(EVERYTHING_STORED) == NOTHING


def test_a_plan_that_grows_beyond_what_can_be_kept_is_said(page: Page, site_url: str) -> None:
    put(page, site_url, a_plan(matters="Bread"))
    page.get_by_label("What matters to me").fill("x" * 450_000)
    expect(status(page)).to_contain_text("too long to be kept")
    assert (kept(page, site_url) or {})["matters"] == "Bread"
