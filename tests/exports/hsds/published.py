"""The HSDS of a directory, read back: files by their paths, tables of the zip by their names."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from generator.exports.hsds import FOLDER, files
from generator.language import Language
from generator.load import load
from generator.problems import as_text
from generator.views.survey import Survey
from tests.town import TODAY

ROOT = Path(__file__).resolve().parents[3]
SITE = "https://towns.example.org/lantern-bay/"
SPECIFICATION = ROOT.parent / "shared" / "data" / "hsds-3.0"
"""The specification's own files, where they stand beside the checkout; they are not part of the project."""
NOT_THERE = f"the files of the HSDS specification are not in {SPECIFICATION}"


@cache
def demonstration() -> Survey:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return Survey(loaded.directory, TODAY, Language.load(loaded.directory.about.language))


def published(found: Survey, site_url: str = SITE) -> dict[str, bytes]:
    """Content by path, without the folder of the format."""
    return {file.path.removeprefix(FOLDER): file.content for file in files(found, site_url)}


@cache
def demonstrated() -> dict[str, bytes]:
    return published(demonstration())


def tables(packed: bytes) -> dict[str, list[dict[str, str]]]:
    """The rows of each CSV of the zip."""
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        return {
            name.removesuffix(".csv"): list(csv.DictReader(StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def single(files_: dict[str, bytes], kind: str) -> list[dict[str, Any]]:
    """Every object of a kind in full."""
    return [
        json.loads(content) for path, content in files_.items() if path.startswith(f"{kind}/") and "/page-" not in path
    ]


def listed(files_: dict[str, bytes], kind: str) -> list[dict[str, Any]]:
    """The objects of a kind as its pages list them."""
    pages = [json.loads(content) for path, content in files_.items() if path.startswith(f"{kind}/page-")]
    return [one for page in pages for one in page["contents"]]


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Every JSON object inside another."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)
