"""The blanks of a fillable PDF are those of the web sheet, by name, kind and answers."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.language import Language
from generator.model.worksheet import Worksheet
from generator.paper.sheets import Variant
from generator.worksheets.render import render_sheet
from tests.paper.sheet_pdf import ALL, DEMO_IDS, Pdf, demo, job, printed, survey
from tests.worksheets.sheets import EVERY_KIND, worksheet

FILLABLE = [variant for variant in ALL if variant.fillable]

Blanks = dict[str, Any]


def on_the_web(sheet: Worksheet) -> Blanks:
    """Each control of the web sheet: its name with `words`, `box`, or the set of answers."""
    form = BeautifulSoup(render_sheet(sheet, Language.load("en-US")), "html.parser")
    found: Blanks = {}
    for control in form.select("input, textarea"):
        name, kind = str(control["name"]), control.get("type", "text")
        if kind == "radio":
            found.setdefault(name, set()).add(str(control["value"]))
        else:
            found[name] = "box" if kind == "checkbox" else "words"
    return found


def in_the_pdf(made: Pdf) -> Blanks:
    """The same of a PDF's form fields, as pypdf reads them."""
    found: Blanks = {}
    for name, field in (made.pypdf.get_fields() or {}).items():
        states = {str(state).removeprefix("/") for state in field.get("/_States_", [])} - {"Off"}
        if field["/FT"] == "/Tx":
            found[name] = "words"
        else:
            found[name] = states if int(field.get("/Ff", 0)) & 1 << 15 else "box"
    return found


@pytest.mark.parametrize("variant", FILLABLE, ids=lambda variant: variant.file("x")[2:-4])
@pytest.mark.parametrize("sheet", DEMO_IDS)
def test_a_sheet_of_the_set_has_the_same_blanks_on_paper_and_on_the_web(sheet: str, variant: Variant) -> None:
    typed = survey().directory.entry_by_id[sheet]
    assert isinstance(typed, Worksheet)
    assert in_the_pdf(demo(sheet, variant)) == on_the_web(typed)


@pytest.mark.parametrize("variant", FILLABLE, ids=lambda variant: variant.file("x")[2:-4])
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_block_has_the_same_blanks_on_paper_and_on_the_web(kind: str, variant: Variant) -> None:
    typed = worksheet(EVERY_KIND[kind])
    assert in_the_pdf(printed(job(typed, variant))) == on_the_web(typed)


@pytest.mark.parametrize("sheet", DEMO_IDS)
def test_every_blank_tells_a_screen_reader_what_it_is_for(sheet: str) -> None:
    for page in demo(sheet, FILLABLE[0]).pypdf.pages:
        for annotation in (one.get_object() for one in page.get("/Annots", [])):
            if annotation["/Subtype"] == "/Widget":
                assert str(annotation["/TU"]).strip()
                left, bottom, right, top = (float(str(edge)) for edge in annotation["/Rect"])
                # Large enough for an unsteady hand on a touch screen's zoomed page, and never empty.
                assert min(right - left, top - bottom) >= 12
