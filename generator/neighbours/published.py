"""What a neighbour publishes, in whichever form, as a snapshot: our plain JSON, or HSDS as JSON or as tables in a zip."""

from __future__ import annotations

import json
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.imports.imported import Imported
from generator.model.about import About
from generator.neighbours.json_text import broken
from generator.neighbours.passed_on import passed_on
from generator.neighbours.reading import read_fields, read_snapshot
from generator.neighbours.snapshot import FORMAT, VERSION, Snapshot
from generator.problems import InputError, Place
from generator.source.reader import read
from generator.words import say

ZIP = b"PK\x03\x04"
BEGINNING = 2_000
_PLAIN = re.compile(rb'"format"\s*:\s*"waypost"')


def snapshot_of(data: bytes, address: str, ours: About, today: date, file: str = "") -> Snapshot:
    """The snapshot in what was fetched from an address, or lies in a file; raises `Broken` where nothing of it can be shown.

    Where HSDS names neither country nor time zone and its addresses leave a doubt, a neighbour's are taken to be ours.
    """
    name = file or (urlsplit(address).path.rpartition("/")[2] or "directory")[:80]
    if _PLAIN.search(data[:BEGINNING]):
        return read_snapshot(data, name)
    if data.startswith(ZIP):
        return _of_hsds(data, "hsds.zip", address, ours, today)
    found = _object(data)
    if not isinstance(found, dict | list):
        return read_snapshot(data, name)  # It tells where the text breaks.
    if isinstance(found, dict) and _pages(found) > 1:
        hint = say("Name the zip of all tables under 'from', as in https://riverton.example.org/data/hsds/hsds.zip.")
        raise broken(Place(name), say("This is one page of several, and a directory is taken as a whole."), hint)
    return _of_hsds(data, "hsds.json", address, ours, today)


def _object(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _pages(found: dict[str, Any]) -> int:
    pages = found.get("total_pages")
    return pages if isinstance(pages, int) else 1


def _of_hsds(data: bytes, name: str, address: str, ours: About, today: date) -> Snapshot:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        imported = _imported(path, ours, today)
        elsewhere = passed_on(path)
        resources = Path(folder) / "resources.yaml"
        resources.write_text(imported.files["resources.yaml"], encoding="utf-8")
        about = read(resources, root=Path(folder)).value.get("directory")
    parts = urlsplit(address)
    fields: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made": today.isoformat(),
        "site": f"{parts.scheme}://{parts.netloc}/" if parts.scheme else "",
        "directory": about,
    }
    for entry in imported.entries:
        if entry.origin.id in elsewhere:
            continue  # What the neighbour has from others, those others are asked for.
        fields.setdefault(entry.section, []).append(dict(entry.fields))
    return read_fields(fields, name)


def _imported(path: Path, ours: About, today: date) -> Imported:
    # A build without HSDS files need not load what reads them.
    from generator.imports.hsds import import_hsds

    try:
        try:
            return import_hsds(path, today=today)
        except InputError:
            return import_hsds(path, today=today, country=ours.country, time_zone=ours.time_zone)
    except InputError as error:
        problem = error.problems[0]
        raise broken(problem.place, problem.message, problem.hint) from None
