"""Sheets in other circumstances: from right to left, without an address or help lines, in another language, very full."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.addresses import Addresses
from generator.language import Language
from generator.paper.sheets import Variant, jobs_of
from generator.views.survey import Survey
from tests.paper.sheet_pdf import MM, Pdf, job, printed, survey
from tests.paper.tag_check import faults_of
from tests.worksheets.sheets import EVERY_KIND, worksheet

A4, LARGE = Variant("a4", large=False, fillable=False), Variant("a4", large=True, fillable=False)
FILL = Variant("a4", large=False, fillable=True)
HEBREW = {"code": "he", "region": "", "from_right": True}

both_sizes = pytest.mark.parametrize("variant", [A4, LARGE], ids=["a4", "a4-large"])


def every_kind(variant: Variant, **changes: Any) -> Pdf:
    return printed(job(worksheet(*EVERY_KIND.values()), variant), **changes)


@both_sizes
def test_a_sheet_from_right_to_left_is_mirrored_and_keeps_inside_the_page(variant: Variant) -> None:
    plain, mirrored = every_kind(variant), every_kind(variant, language=HEBREW, said_in=HEBREW)
    assert len(mirrored) == len(plain)
    width = plain.size(0)[0]
    for page in range(len(mirrored)):
        assert min(letter.left for letter in mirrored.letters(page)) > 12 * MM
        assert max(letter.right for letter in mirrored.letters(page)) < width - 12 * MM
    title = [letter for letter in plain.body(0) if letter.size > 20]
    turned = [letter for letter in mirrored.body(0) if letter.size > 20]
    assert min(letter.left for letter in title) < 20 * MM
    assert max(letter.right for letter in turned) > width - 20 * MM


def test_a_mirrored_sheet_has_all_its_blanks_in_good_order() -> None:
    made = every_kind(FILL, language=HEBREW, said_in=HEBREW)
    assert faults_of(made.content) == []
    assert (made.pypdf.get_fields() or {}).keys() == (every_kind(FILL).pypdf.get_fields() or {}).keys()


@both_sizes
def test_a_sheet_without_an_address_has_no_code(variant: Variant) -> None:
    jobs = jobs_of(worksheet(), survey(), "", Addresses())
    made = printed(next(one for one in jobs if one.path == variant.path("my-sheet")))
    assert "Onscreen" not in made.text
    assert "Ifyouneedhelpnow" in made.text
    assert faults_of(made.content) == []


@both_sizes
def test_a_sheet_without_help_lines_has_its_foot_and_its_code(variant: Variant) -> None:
    made = every_kind(variant, crisis=None)
    assert "Helpnow" not in made.text
    assert f"Page1of{len(made)}" in made.text
    assert "Onscreen" in made.text


def test_many_long_help_lines_still_fit_on_one_line_of_the_foot() -> None:
    [ways] = [json.loads(job(worksheet(), A4).words)["crisis"]]
    long = " · ".join(f"A very long name of a help line {n}: Call 0800 000 00{n}" for n in range(5))
    made = every_kind(A4, crisis=ways | {"foot": [long, "Call 111 · Call 116 123"]})
    foot = made.foot(0)
    words = "".join(letter.text for letter in made.letters(0) if letter.top < foot)
    assert "Call116123" in words
    assert "verylongname" not in words


def test_the_generators_words_on_paper_are_in_the_language_of_the_site() -> None:
    here = survey()
    spanish = Survey(here.directory, here.today, Language.pseudo())
    jobs = jobs_of(worksheet(*EVERY_KIND.values()), spanish, "https://example.org/", Addresses())
    words = json.loads(next(iter(jobs)).words)
    assert "⟦" in words["page"]
    assert all("⟦" in one for one in words["colophon"])
    assert "⟦" in words["crisis"]["title"]
    assert "⟦" in words["online"]["alt"]


@both_sizes
def test_the_fullest_sheet_that_can_be_typed_keeps_inside_its_pages(variant: Variant) -> None:
    label = "a rather long label, as long as one may type it, with many words to fill it up to its very last letter, which is"
    hint = " ".join(["hint"] * 55)
    many = [{"name": f"{n} {label}"[:118], "hint": hint} for n in range(10)]
    names = [one["name"] for one in many]
    full: dict[str, dict[str, Any]] = {
        "cards": {"items": many, "choices": names[:5], "row_title": label[:118], "own_rows": "10"},
        "checklist": {"items": many, "other": label[:118], "columns": "4"},
        "tracker": {"columns": [*names, "a", "b", "c", "d"], "row_names": many, "note_column": label[:118]},
        "table": {"columns": [{"name": name, "width": "1"} for name in names[:6]], "rows": "30", "cell_lines": "8"},
        "circles": {"rings": many[:4], "me": label[:118], "rows": "10"},
        "ranking": {"row_title": label[:110], "rows": "10"},
        "sign": {"fields": names[:4]},
        "if_then": {"if_words": label[:118], "then_words": label[:118], "rows": "10"},
        "cut_cards": {"items": many, "columns": "4", "own_cards": "12"},
        "lines": {"rows": "30"},
        "scale": {"low": label[:118], "high": label[:118], "min": "0", "max": "10"},
        "note": {"text": "\n\n".join([hint] * 10)},
    }
    blocks = [{**block, "prompt": hint, "hint": hint, **full[kind]} for kind, block in EVERY_KIND.items()]
    made = printed(job(worksheet(*blocks), variant))
    width, height = made.size(0)
    for page in range(len(made)):
        foot = made.foot(page)
        things = [*made.letters(page), *made.marks(page)]
        assert min(thing.left for thing in things) > 12 * MM
        assert max(thing.right for thing in things) < width - 12 * MM
        assert max(thing.top for thing in things) < height - 10 * MM
        # Nothing of the body runs into the foot, and nothing lies under the page's edge.
        under = [letter.text for letter in made.letters(page) if letter.top < foot]
        assert "".join(under).startswith("Helpnow")
        assert min(thing.bottom for thing in things) > 8 * MM
