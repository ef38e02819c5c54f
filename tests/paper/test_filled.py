"""Fillable sheets filled as people do, in the engines of three viewers; what was typed is read back by other programs.

pypdf stands for programs that fill forms, PDFium for Chrome and Edge, pdf.js for Firefox. Poppler, a fourth engine that
none of them shares code with, must find the words again on the saved page.
"""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from playwright.sync_api import Browser, Page

from tools.from_npm import PDFJS

POLISH = "Zażółć gęślą jaźń"
SPANISH = "¿Mañana? ¡Sí, señor!"
OTHERS = "Őrült ș ğ č ř ů"
TYPED = f"{POLISH} {SPANISH} {OTHERS}"


def values(content: bytes) -> dict[str, str]:
    """What a saved file holds, by the names of its fields, as pypdf reads it."""
    fields = pypdf.PdfReader(BytesIO(content)).get_fields() or {}
    return {name: str(value) for name, field in fields.items() if (value := field.get("/V")) not in (None, "/Off", "")}


def seen_on_paper(content: bytes, tmp_path: Path) -> str:
    """The words on the pages, fields included, as Poppler reads them; without Poppler, the test is left out."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    (tmp_path / "saved.pdf").write_bytes(content)
    done = subprocess.run(["pdftotext", "saved.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    assert b"Error" not in done.stderr, done.stderr.decode()
    return " ".join(done.stdout.decode().split())


def test_pypdf_fills_every_field(specimen: bytes, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(specimen))
    filled = {"name": TYPED, "why": "Tak", "done": "/Yes", "near": "/2", "Honesty": "/yes", "Rest": "/no"}
    writer.update_page_form_field_values(writer.pages[0], filled, auto_regenerate=False)
    saved = BytesIO()
    writer.write(saved)
    assert values(saved.getvalue()) == filled
    assert TYPED in seen_on_paper(saved.getvalue(), tmp_path)


class PdfiumViewer:
    """A file opened in PDFium as a viewer opens it, with a mouse and keys."""

    def __init__(self, content: bytes) -> None:
        self.document = pypdfium2.PdfDocument(content)
        self.document.init_forms()
        self.page = self.document[0]
        assert self.document.formenv
        self.form = self.document.formenv.raw

    def click(self, x: float, y: float) -> None:
        pdfium.FORM_OnMouseMove(self.form, self.page.raw, 0, x, y)
        pdfium.FORM_OnLButtonDown(self.form, self.page.raw, 0, x, y)
        pdfium.FORM_OnLButtonUp(self.form, self.page.raw, 0, x, y)

    def type(self, text: str) -> None:
        for letter in text:
            pdfium.FORM_OnChar(self.form, self.page.raw, ord(letter), 0)

    def saved(self) -> bytes:
        pdfium.FORM_ForceToKillFocus(self.form)
        written = BytesIO()
        self.document.save(written)
        return written.getvalue()


def middle(content: bytes, name: str, state: str = "") -> tuple[float, float]:
    """The middle of a field on the first page; of a choice, that of the answer `state`."""
    for annotation in pypdf.PdfReader(BytesIO(content)).pages[0]["/Annots"]:  # type: ignore[attr-defined]
        widget = annotation.get_object()
        called = widget.get("/T") or widget.get("/Parent", {}).get("/T")
        if called == name and (not state or state in widget["/AP"]["/N"]):
            left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
            return (left + right) / 2, (bottom + top) / 2
    raise LookupError(name)


def test_pdfium_types_ticks_and_chooses(specimen: bytes, tmp_path: Path) -> None:
    viewer = PdfiumViewer(specimen)
    viewer.click(*middle(specimen, "name"))
    viewer.type(POLISH)
    viewer.click(*middle(specimen, "why"))
    viewer.type(f"{SPANISH}\r{OTHERS}")
    viewer.click(*middle(specimen, "done"))
    viewer.click(*middle(specimen, "near", "/1"))
    viewer.click(*middle(specimen, "near", "/3"))
    viewer.click(*middle(specimen, "Honesty", "/yes"))
    saved = viewer.saved()
    assert values(saved) == {
        "name": POLISH,
        "why": f"{SPANISH}\r\n{OTHERS}",
        "done": "/Yes",
        "near": "/3",
        "Honesty": "/yes",
    }
    page = seen_on_paper(saved, tmp_path)
    assert POLISH in page
    assert SPANISH in page


@pytest.fixture(scope="module")
def firefox_viewer(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Page]:
    """pdf.js in a page, ready to open files."""
    if not PDFJS.is_there():
        pytest.skip(f"pdf.js, the viewer of Firefox, is not fetched: {PDFJS.how_to_get_it}")
    with browser.new_context(viewport={"width": 900, "height": 1300}) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("warning", "error") else None)
        page.goto(f"{serve(PDFJS.folder)}viewer.html")
        page.locator("body[data-ready]").wait_for(state="attached")
        complaints.clear()
        yield page
        assert complaints == []


def opened(viewer: Page, content: bytes) -> int:
    pages: int = viewer.evaluate("base64 => openPdf(base64)", b64encode(content).decode())
    return pages


def saved_by(viewer: Page) -> bytes:
    return b64decode(viewer.evaluate("() => savePdf()"))


def test_pdfjs_types_ticks_and_chooses(firefox_viewer: Page, specimen: bytes, tmp_path: Path) -> None:
    opened(firefox_viewer, specimen)
    firefox_viewer.locator("input[name=name]").click()
    firefox_viewer.keyboard.type(POLISH)
    firefox_viewer.locator("textarea[name=why]").click()
    firefox_viewer.keyboard.type(f"{SPANISH}\n{OTHERS}")
    firefox_viewer.locator("input[name=done]").check()
    firefox_viewer.locator("input[name=near]").nth(0).check()
    firefox_viewer.locator("input[name=near]").nth(2).check()
    firefox_viewer.locator("input[name=Honesty]").nth(0).check()
    saved = saved_by(firefox_viewer)
    assert values(saved) == {
        "name": POLISH,
        "why": f"{SPANISH}\n{OTHERS}",
        "done": "/Yes",
        "near": "/3",
        "Honesty": "/yes",
    }
    page = seen_on_paper(saved, tmp_path)
    assert POLISH in page
    assert SPANISH in page


def test_pdfjs_says_what_each_field_is_for(firefox_viewer: Page, specimen: bytes) -> None:
    opened(firefox_viewer, specimen)
    told = firefox_viewer.locator(".annotationLayer section:has(input, textarea)").evaluate_all(
        "sections => sections.map(section => section.title)"
    )
    assert told[:2] == ["Your name", "Why?"]
    assert told[2:5] == ["1 of 3", "2 of 3", "3 of 3"]
    assert all(told)


def test_what_one_viewer_saved_another_goes_on_with(firefox_viewer: Page, specimen: bytes, tmp_path: Path) -> None:
    chrome = PdfiumViewer(specimen)
    chrome.click(*middle(specimen, "name"))
    chrome.type(POLISH)
    chrome.click(*middle(specimen, "near", "/2"))
    opened(firefox_viewer, chrome.saved())
    assert firefox_viewer.locator("input[name=name]").input_value() == POLISH
    firefox_viewer.locator("textarea[name=why]").fill(SPANISH)
    saved = saved_by(firefox_viewer)
    assert values(saved) == {"name": POLISH, "why": SPANISH, "near": "/2"}
    assert POLISH in seen_on_paper(saved, tmp_path)
