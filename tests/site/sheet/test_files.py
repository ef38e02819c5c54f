"""A sheet as a file: saved, opened on another day and in another version, and deaf to whatever else is opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.site.plan.steps import EVERYTHING_STORED, NOTHING
from tests.site.sheet.steps import (
    GOAL,
    ID,
    NAME,
    OTHER,
    OTHER_ID,
    OTHER_NAME,
    SHEET,
    WHY,
    a_file,
    answers,
    clear,
    keep_box,
    kept,
    open_text,
    put,
    question,
    saved,
    status,
)


def test_a_saved_file_opens_again_with_all_that_was_in_it(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill('Brød\n"and" <salt> آنا')
    page.get_by_role("radio", name="10").first.check()
    page.get_by_label("then I will (plan 2)").fill("x")
    written = answers(page)
    text = saved(page, tmp_path)
    expect(status(page)).to_contain_text("Whoever can open that file can read it")
    assert (tmp_path / f"{ID}.json").exists()
    assert json.loads(text) == {
        "format": "waypost-sheet", "version": 1, "worksheet": ID, "name": NAME, "language": "en-US", "saved": "2026-11-22",
        "answers": written,
    }  # fmt: skip
    clear(page)
    assert answers(page) == {}
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Open a file").click()
    choosing.value.set_files(tmp_path / f"{ID}.json")
    expect(status(page)).to_have_text("Your sheet is open. It was saved on November 22, 2026.")
    assert answers(page) == written
    assert page.evaluate(EVERYTHING_STORED) == NOTHING, "opening a file keeps nothing"


def test_what_a_sheet_does_not_know_in_a_file_is_shown_and_saved_again(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    odd = {"goal": "Bread", "dream": "The sea", "mood": {"deep": [1, 2]}, "matters": "11", "why": 7}
    page.goto(site_url + SHEET)
    open_text(page, a_file(answers=odd, colour={"of": "ink"}))
    expect(status(page)).to_contain_text("Some of it has no place on this sheet")
    rest = page.get_by_role("region", name="Answers that have no place on this sheet: 4")
    for words in ("The sea", '{"deep":[1,2]}', "11", "7"):
        expect(rest.locator("dd", has_text=words).first).to_be_visible()
    assert answers(page) == {"goal": "Bread"}
    again = json.loads(saved(page, tmp_path))
    assert again["answers"] == odd
    assert again["colour"] == {"of": "ink"}


def test_a_file_of_a_newer_version_is_opened_as_far_as_can_be_and_stays_what_it_is(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    page.goto(site_url + SHEET)
    open_text(page, a_file(version=7, answers={"goal": "Bread", "why": {"said": "aloud"}}, drawings=["x"]))
    expect(status(page)).to_contain_text("saved by a newer version of this page")
    assert answers(page) == {"goal": "Bread"}
    again = json.loads(saved(page, tmp_path))
    assert (again["version"], again["drawings"]) == (7, ["x"])
    assert again["answers"] == {"goal": "Bread", "why": {"said": "aloud"}}


def test_a_file_of_another_sheet_is_named_refused_and_leads_there(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).fill("Bread")
    open_text(page, a_file(worksheet=OTHER_ID, name="<b>Not its name</b>"))
    expect(status(page)).to_have_text(
        f"That file belongs to another worksheet, “{OTHER_NAME}”. Nothing was changed here."
    )
    assert answers(page) == {"goal": "Bread"}
    link = page.get_by_role("link", name=f"Go to “{OTHER_NAME}”")
    expect(link).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    link.click()
    page.wait_for_url(site_url + OTHER)


def test_a_file_of_a_sheet_this_site_does_not_have_is_named_by_its_own_name_and_leads_nowhere(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + SHEET)
    open_text(page, a_file(worksheet="toString", name="x"))
    expect(status(page)).to_contain_text("does not hold a worksheet")
    name = "\u202e\u0000\u2066<img src=x onerror=alert(1)>$&{name}" + "x" * 500
    open_text(page, a_file(worksheet="other-town", name=name))
    expect(status(page)).to_contain_text("“<img src=x onerror=alert(1)>$&{name}x")
    words = status(page).text_content() or ""
    assert "not on this site" in words
    assert not set("\u202e\u0000\u2066") & set(words)
    assert len(words) < 250
    assert page.locator("[data-sheet-says] a:visible, [data-sheet] img").count() == 0


def test_opening_over_words_asks_first_and_no_is_no(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(WHY).fill("Salt")
    open_text(page, a_file())
    expect(question(page)).to_be_focused()
    expect(question(page)).to_have_accessible_name("Put what is in the file in place of what stands here now?")
    assert answers(page) == {"why": "Salt"}
    page.get_by_role("button", name="No, leave it").click()
    expect(question(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Open a file")).to_be_focused()
    open_text(page, a_file())
    page.keyboard.press("Escape")
    expect(question(page)).to_be_hidden()
    assert answers(page) == {"why": "Salt"}
    open_text(page, a_file())
    page.get_by_role("button", name="Open the file").click()
    assert answers(page) == {"goal": "Bread"}
    page.get_by_role("button", name="Undo").first.click()
    assert answers(page) == {"why": "Salt"}


def test_opening_over_a_kept_sheet_changes_what_is_kept_only_after_the_answer(page: Page, site_url: str) -> None:
    put(page, site_url, a_file(answers={"why": "Salt"}))
    open_text(page, a_file())
    assert (kept(page, site_url) or {})["answers"] == {"why": "Salt"}
    page.get_by_role("button", name="Open the file").click()
    assert (kept(page, site_url) or {})["answers"] == {"goal": "Bread"}
    page.get_by_role("button", name="Undo").first.click()
    assert (kept(page, site_url) or {})["answers"] == {"why": "Salt"}
    expect(keep_box(page)).to_be_checked()


def test_undo_does_not_stand_beside_a_message_that_nothing_was_changed(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(WHY).fill("Salt")
    open_text(page, a_file())
    page.get_by_role("button", name="Open the file").click()
    beside = page.locator("[data-sheet-says]").get_by_role("button", name="Undo")
    expect(beside).to_be_visible()
    open_text(page, "Dear diary")
    expect(status(page)).to_contain_text("Nothing was changed")
    expect(beside).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    assert answers(page) == {"why": "Salt"}


def test_a_question_about_one_file_does_not_outlive_the_next_file(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(WHY).fill("Salt")
    open_text(page, a_file())
    expect(question(page)).to_be_visible()
    open_text(page, "Dear diary")
    expect(status(page)).to_contain_text("Nothing was changed")
    expect(question(page)).to_be_hidden()
    assert answers(page) == {"why": "Salt"}


def test_the_same_file_can_be_opened_twice(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    for _time in range(2):
        open_text(page, a_file())
        expect(page.get_by_label(GOAL)).to_have_value("Bread")
        clear(page)


DEEP = a_file()[:-1] + ', "deep": ' + "[" * 150_000 + "]" * 150_000 + "}"
KEYS = {f"key-{number}": "x" for number in range(10_000)}
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "does not hold a worksheet"),
    "no JSON": ("Dear diary", "does not hold a worksheet"),
    "cut off": (a_file()[:-20], "does not hold a worksheet"),
    "null": ("null", "does not hold a worksheet"),
    "a number": ("7", "does not hold a worksheet"),
    "a list": (f"[{a_file()}]", "does not hold a worksheet"),
    "a plan": ('{"format": "waypost-plan", "version": 1, "items": []}', "does not hold a worksheet"),
    "another format": (a_file(format="worksheet-answers"), "does not hold a worksheet"),
    "a version in words": (a_file(version="1"), "does not hold a worksheet"),
    "a version below one": (a_file(version=0), "does not hold a worksheet"),
    "answers in a list": (a_file(answers=["Bread"]), "does not hold a worksheet"),
    "answers in a text": (a_file(answers="Bread"), "does not hold a worksheet"),
    "no answers": ('{"format": "waypost-sheet", "version": 1, "worksheet": "my-goal"}', "does not hold a worksheet"),
    "no worksheet": (a_file(worksheet={"id": ID}), "does not hold a worksheet"),  # type: ignore[arg-type]
    "a path as worksheet": (a_file(worksheet="../../plan"), "does not hold a worksheet"),
    "a selector as worksheet": (a_file(worksheet='"],[x'), "does not hold a worksheet"),
    "binary": (bytes(range(256)) * 40, "does not hold a worksheet"),
    "newer altogether": (a_file(version=2, answers=[]), "newer version"),
    "10,000 answers": (a_file(answers=KEYS), "more than a worksheet can hold"),
    "a million letters": (a_file(answers={"goal": "x" * 1_000_000}), "more than a worksheet can hold"),
    "many megabytes": (b" " * 4_000_001, "more than a worksheet can hold"),
}


@pytest.mark.parametrize("keeping", [False, True], ids=["not kept", "kept"])
def test_a_file_that_is_no_sheet_is_refused_in_words_and_changes_nothing(
    page: Page, site_url: str, keeping: bool
) -> None:
    page.goto(site_url + SHEET)
    keep_box(page).set_checked(keeping)
    for name, (text, words) in HOSTILE.items():
        page.get_by_label(WHY).fill(name)
        expect(status(page)).to_be_empty()
        before = kept(page, site_url)
        open_text(page, text)
        expect(status(page), name).to_contain_text(words)
        assert answers(page) == {"why": name}
        assert kept(page, site_url) == before
        expect(page.locator("[data-sheet-rest]")).to_be_hidden()


def test_a_file_as_deep_as_a_well_is_opened_or_refused_but_never_breaks_the_page(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    open_text(page, DEEP)
    expect(status(page)).not_to_be_empty()
    page.get_by_label(WHY).fill("Salt")
    assert answers(page)["why"] == "Salt"


def test_names_of_javascript_itself_are_only_names(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(site_url + SHEET)
    evil = '{"goal": "Bread", "__proto__": {"polluted": true}, "constructor": "x", "toString": "y", "": "z", "_": "w"}'
    text = a_file()[:-1].replace('{"goal": "Bread"}', evil) + ', "__proto__": {"polluted": true}}'
    open_text(page, text)
    assert answers(page) == {"goal": "Bread"}
    assert page.evaluate("[({}).polluted, [].polluted, typeof ({}).toString]") == [None, None, "function"]
    again = saved(page, tmp_path)
    assert json.loads(again)["answers"] == json.loads(evil)
    assert again.count("__proto__") == 2


def test_markup_in_a_file_stays_text_wherever_it_is_shown(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", on_dialog)
    evil = "<img src=x onerror=alert(1)></textarea><script>alert(2)</script>{count}$&"
    page.goto(site_url + SHEET)
    open_text(page, a_file(answers={"goal": evil, evil: evil}, saved=evil, name=evil, language=evil))
    expect(page.get_by_label(GOAL)).to_have_value(evil)
    expect(status(page)).to_have_text("Your sheet is open. Some of it has no place on this sheet; it stands below.")
    assert page.locator("[data-sheet-rest] dd").inner_text() == evil
    assert page.locator("[data-sheet] :is(img, script, [onerror])").count() == 0
    assert asked == []


def test_letters_that_turn_the_direction_or_end_a_text_do_no_harm(page: Page, site_url: str, tmp_path: Path) -> None:
    words: dict[str, Any] = {"goal": "a\u202eb\u0000c\u2066", "why": "one\r\ntwo", "gone": "\u202eturned\u0000"}
    page.goto(site_url + SHEET)
    open_text(page, a_file(answers=words))
    expect(page.get_by_label(GOAL)).to_have_value(words["goal"])
    heading, text = page.locator("#sheet-rest"), page.locator("[data-sheet-rest] dd bdi")
    expect(text).to_have_text(words["gone"])
    expect(heading).to_have_text("Answers that have no place on this sheet: 1")
    assert json.loads(saved(page, tmp_path))["answers"] == {**words, "why": "one\ntwo"}


def test_a_sheet_too_long_to_be_opened_again_is_not_saved_as_a_file(page: Page, site_url: str) -> None:
    page.goto(site_url + SHEET)
    page.get_by_label(GOAL).evaluate("area => { area.value = 'x'.repeat(1_000_000) }")
    page.get_by_role("button", name="Save to a file").click()
    expect(status(page)).to_contain_text("too long to be kept or saved")
