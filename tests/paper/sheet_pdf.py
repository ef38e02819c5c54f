"""Worksheets as PDFs for tests, and what two independent readers (PDFium and pypdf) find in them."""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

from generator.addresses import Addresses
from generator.language import Language
from generator.load import load
from generator.model.worksheet import Worksheet
from generator.paper.job import Job
from generator.paper.press import Press
from generator.paper.sheets import Variant, jobs_of, variants
from generator.views.survey import Survey

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://example.org/lantern-bay/"
MM = 72 / 25.4

ALL = variants("US")
PRINTS = [variant for variant in ALL if not variant.fillable]


@cache
def survey() -> Survey:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=date(2026, 11, 22))
    assert loaded.directory
    return Survey(loaded.directory, loaded.today, Language.load("en-US"))


@cache
def _press() -> Press:
    return Press()


def job(worksheet: Worksheet, variant: Variant) -> Job:
    jobs = jobs_of(worksheet, survey(), SITE, Addresses())
    return next(one for one in jobs if one.path == variant.path(worksheet.id))


def printed(job: Job, **changes: Any) -> Pdf:
    """A job printed; `changes` are put into its words, by the name they have there."""
    if changes:
        job = replace(job, words=json.dumps(json.loads(job.words) | changes))
    return Pdf(_press().print(job))


@cache
def demo(worksheet_id: str, variant: Variant) -> Pdf:
    """A worksheet of the repository's own directory."""
    worksheet = survey().directory.entry_by_id[worksheet_id]
    assert isinstance(worksheet, Worksheet)
    return printed(job(worksheet, variant))


DEMO_IDS = sorted(worksheet.id for worksheet in survey().directory.worksheets)


def squeezed(text: str) -> str:
    """A text without its spaces, which a reader of a PDF can only guess at; PDFium marks a hyphen at a line's end."""
    return re.sub(r"[\s\u200b\u2028]+", "", text.replace("\ufffe", "-"))


@dataclass(frozen=True)
class Mark:
    """Something drawn, such as a line, a box or a circle: its edges from the lower left corner of the page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_rule(self) -> bool:
        return self.top - self.bottom < 2 and self.right - self.left > 20 * MM


@dataclass(frozen=True)
class Letter(Mark):
    """One letter as it stands on a page, and its size in points."""

    text: str
    size: float
    bold: bool


class Pdf:
    """A finished PDF with what PDFium and pypdf find in it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdfium = pypdfium2.PdfDocument(content)
        self._letters: dict[int, list[Letter]] = {}
        self._marks: dict[int, list[Mark]] = {}

    def __len__(self) -> int:
        return len(self.pdfium)

    @cached_property
    def text(self) -> str:
        return squeezed("".join(page.get_textpage().get_text_range() for page in self.pdfium))

    @property
    def pypdf(self) -> PdfReader:
        return PdfReader(BytesIO(self.content))

    def size(self, page: int) -> tuple[float, float]:
        width, height = self.pdfium[page].get_size()
        return float(width), float(height)

    def letters(self, page: int) -> list[Letter]:
        """Every letter that is to be seen."""
        if page not in self._letters:
            self._letters[page] = list(self._read(page))
        return self._letters[page]

    def _read(self, page: int) -> Iterator[Letter]:
        text = self.pdfium[page].get_textpage()
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            if pdfium.FPDFText_IsGenerated(text.raw, index) or letter.isspace() or letter in "\u200b\ufffe":
                continue
            name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(text.raw, index, name, 200, ctypes.byref(flags))
            size = pdfium.FPDFText_GetFontSize(text.raw, index)
            left, bottom, right, top = text.get_charbox(index)
            yield Letter(left, bottom, right, top, letter, size, b"Bold" in name.value)

    def marks(self, page: int) -> list[Mark]:
        """Everything drawn on a page."""
        if page not in self._marks:
            drawn = self.pdfium[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)
            self._marks[page] = [Mark(*one.get_bounds()) for one in drawn]
        return self._marks[page]

    def foot(self, page: int) -> float:
        """How high the foot of a page reaches: up to the rule over the last line that tells the page."""
        lines = [mark.top for mark in self.marks(page) if mark.is_rule and mark.bottom < 40 * MM]
        assert lines, "no rule over the foot"
        return min(lines)

    def body(self, page: int) -> list[Letter]:
        """The letters above the foot."""
        foot = self.foot(page)
        return [letter for letter in self.letters(page) if letter.bottom > foot]


def named(worksheet: Worksheet) -> Iterator[str]:
    """Every text that a curator typed to stand on the sheet."""
    fields = {"name", "purpose", "before", "after", "crisis_note", "intro"}
    for name, value in worksheet.model_dump(include=fields).items():
        yield from _paragraphs(value) if name == "intro" else filter(None, [value])
    for section in worksheet.sections:
        yield section.title
        yield from _paragraphs(section.intro)
        for block in section.blocks:
            yield from _texts(block.model_dump(exclude={"type", "id", "alt"}))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "text":
                yield from _paragraphs(part)
            elif name != "cell":
                yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


def _paragraphs(text: str | None) -> Iterator[str]:
    for line in (text or "").split("\n"):
        if line.strip():
            yield re.sub(r"^\s*-\s+", "", line)
