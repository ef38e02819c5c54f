"""Hostile texts on paper: what is printed is what was typed, and nothing in a PDF acts, asks or opens anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from generator.site_files import Site, Works
from tests.hostile.conftest import HostileSite
from tests.hostile.town import HostileTown, each_somewhere, every_string
from tests.town import TODAY

pytest.importorskip("typst", reason="the engine that prints is not installed")

# Keys by which a PDF starts a script, a program, another file or a request (ISO 32000-2, 12.6.4).
ACTING = {
    "/JS",
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/EmbeddedFile",
    "/RichMedia",
}
# Typst sets dashes and quotes as typed here; a picture's words for those who cannot see it are not on the page.
NOT_PRINTED = {"alt"}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> HostileTown:
    """Sheets of all that the fonts can print: a sheet with other letters has no PDF, and the build says so."""
    printable = tuple(text for text in every_string() if text.isascii() and text.isprintable())
    assert len(printable) > 350
    return each_somewhere(printable, tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def sheets(town: HostileTown, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    assert town.loaded is not None
    assert town.loaded.directory is not None
    works = Works(tmp_path_factory.mktemp("kept"), 2)
    site = Site(town.loaded.directory, TODAY, "https://towns.example.org/", works=works)
    printed = site.printed(lambda job: job.path.startswith("worksheets/") and job.path.endswith("-a4.pdf"))
    return {Path(paper.job.path).name.removesuffix("-a4.pdf"): PdfReader(BytesIO(paper.content)) for paper in printed}


def letters(text: str) -> str:
    return "".join(text.split())


def objects(value: Any, seen: set[int] | None = None) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached."""
    seen = set() if seen is None else seen
    if isinstance(value, IndirectObject):
        if value.idnum in seen:
            return
        seen.add(value.idnum)
        value = value.get_object()
    if isinstance(value, DictionaryObject):
        yield value
        for inner in value.values():
            yield from objects(inner, seen)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from objects(inner, seen)


def test_each_sheet_says_every_text_of_its_blocks_as_it_was_typed(
    town: HostileTown, sheets: dict[str, PdfReader]
) -> None:
    missing, compared = [], set()
    for name, reader in sheets.items():
        number = int(name.rpartition("-")[2])
        printed = letters("".join(page.extract_text() for page in reader.pages))
        for slot, typed in town.typed.items():
            if slot[:3] == ("worksheets", number, "sections") and slot[-1] not in NOT_PRINTED:
                compared.add(typed)
                if letters(typed) not in printed:
                    missing.append((name, slot, typed))
    assert missing == []
    assert len(compared) > 300


def test_nothing_in_a_pdf_acts_or_leads_to_a_stranger(hostile_site: HostileSite) -> None:
    papers = sorted(hostile_site.folder.rglob("*.pdf"))
    assert len(papers) > 50
    for path in papers:
        reader = PdfReader(path)
        for found in objects(reader.trailer):
            assert not ACTING & {*found, str(found.get("/S"))}, path.name
            if "/URI" in found and isinstance(found["/URI"], str):
                assert urlsplit(found["/URI"]).hostname in {None, "towns.example.org", "example.org"}, found["/URI"]
                assert re.match(r"(https|tel|sms|mailto):", found["/URI"])
