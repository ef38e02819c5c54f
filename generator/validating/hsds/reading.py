"""Reads HSDS as it comes: a JSON file, a folder of them, tables in CSV, or a zip of either."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from generator.standards.hsds import TABLES
from generator.validating.finding import Finding
from generator.validating.hsds import paging
from generator.validating.hsds.objects import Object, likely_table
from generator.words import Words, say

LARGEST = 500_000_000
"""Bytes of a file, or of everything in a zip, that are read at most."""

_BY_FILE = {table.file: table for table in TABLES.values()} | {
    "services_at_location.csv": TABLES["service_at_location"]
}


@dataclass(frozen=True, slots=True)
class Part:
    """The objects of one file that stand side by side, and what is wrong with the file itself."""

    objects: tuple[Object, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_tabular: bool = False


def read(path: Path) -> Iterator[Part]:
    """Every file of `path` that holds HSDS."""
    if path.is_dir():
        found = sorted(one for one in path.rglob("*") if one.suffix.lower() in {".json", ".csv"} and one.is_file())
        for one in found:
            yield from _file(one.relative_to(path).as_posix(), one)
    elif path.suffix.lower() == ".zip":
        yield from _zipped(path)
    else:
        yield from _file(path.name, path)


def _file(name: str, path: Path) -> Iterator[Part]:
    if path.stat().st_size > LARGEST:
        yield _broken(name, "too-large", say("This file is too large to be read."))
    else:
        yield from _read(name, path.read_bytes())


def _zipped(path: Path) -> Iterator[Part]:
    try:
        with ZipFile(path) as archive:
            entries = [
                one for one in archive.infolist() if PurePosixPath(one.filename).suffix.lower() in {".json", ".csv"}
            ]
            if sum(one.file_size for one in entries) > LARGEST:
                yield _broken(path.name, "too-large", say("What is packed in this file is too large to be read."))
                return
            for entry in sorted(entries, key=lambda one: one.filename):
                yield from _read(entry.filename, archive.read(entry))
    # zipfile says by these that a file is packed in a way it does not know, locked, or cut off.
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        yield _broken(path.name, "zip", say("This zip file cannot be opened; it may have been cut off."))


def _read(name: str, content: bytes) -> Iterator[Part]:
    inside = PurePosixPath(name)
    if inside.name == "datapackage.json":
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield _broken(name, "encoding", say("This file is not in UTF-8."))
        return
    yield _csv(name, inside.name, text) if inside.suffix.lower() == ".csv" else _json(name, inside, text)


def _json(name: str, inside: PurePosixPath, text: str) -> Part:
    try:
        found = json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as cause:
        message = say("This is not JSON, from line {line}, column {column} on.", line=cause.lineno, column=cause.colno)
        return _broken(name, "json", message)
    except _Twice as cause:
        return _broken(name, "field-twice", say("The field '{name}' stands twice in one object.", name=str(cause)[:60]))
    except (RecursionError, ValueError):
        return _broken(name, "json", say("This JSON cannot be read: it is nested too deeply, or a number is too long."))
    findings: list[Finding] = []
    if isinstance(found, dict) and "openapi_url" in found:
        return Part()
    if isinstance(found, dict) and "contents" in found:
        findings += paging.check(name, found)
        found = found["contents"]
    hint = inside.parent.name or inside.stem.removesuffix("_list").removesuffix("_full")
    listed = found if isinstance(found, list) else [found]
    objects = []
    for index, one in enumerate(listed):
        table = likely_table(one, hint) if isinstance(one, dict) else None
        if table is None:
            where = f"[{index}]" if isinstance(found, list) else ""
            findings.append(Finding(name, where, "", "unknown-object", say("This is no object of HSDS 3.0.")))
        else:
            objects.append(Object(name, table, one))
    if not listed and not findings:
        return Part()
    return Part(tuple(objects), tuple(findings))


def _csv(name: str, file: str, text: str) -> Part:
    table = _BY_FILE.get(file)
    if table is None:
        return _broken(name, "unknown-table", say("HSDS 3.0 has no table of this name."), is_error=False)
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error:
        return _broken(name, "csv", say("This is not CSV: a quotation mark is open, or a cell is too long."))
    if not rows:
        return _broken(name, "columns", say("This table has no head with the names of its columns."))
    head, columns = rows[0], [column.name for column in table.columns]
    findings = []
    if head != [name for name in columns if name in head]:
        message = say(
            "The columns are not those of the specification, in its order: {columns}.", columns=", ".join(columns)
        )
        findings.append(Finding(name, "", "", "columns", message))
    objects = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(head):
            message = say(
                "Row {number} has {cells} cells, and the head has {columns}.",
                number=number,
                cells=len(row),
                columns=len(head),
            )
            findings.append(Finding(name, "", "", "cells", message))
        else:
            values = {
                key: _typed(cell, table.by_name[key].type if key in table.by_name else "")
                for key, cell in zip(head, row, strict=True)
            }
            objects.append(Object(name, table.name, values))
    return Part(tuple(objects), tuple(findings), is_tabular=True)


def _typed(cell: str, kind: str) -> object:
    """A cell of a column of numbers as a number, where it is one."""
    if kind != "number" or not cell:
        return None if kind == "number" else cell
    try:
        return float(cell)
    except ValueError:
        return cell


class _Twice(Exception):
    """A field that stands twice in one object."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return found


def _broken(name: str, rule: str, message: Words, *, is_error: bool = True) -> Part:
    return Part(findings=(Finding(name, "", "", rule, message, is_error),))
