"""HSDS 3.0 as JSON: one object, a list, a page of a list, or a folder of any of these."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.imports.encoding import decoded, encoding_of, tell_of_encoding
from generator.imports.hsds3.gathered import Gathered
from generator.imports.hsds_tables import Package
from generator.imports.json_items import Item, items
from generator.imports.opened import PIECE, Member, refused
from generator.imports.report import Report
from generator.problems import InputError
from generator.standards.hsds import TABLES, likely_table
from generator.words import say

INDEX = "index.json"
OWN = "waypost"
"""The field of our index in which a directory says of itself what HSDS has no place for."""

# In a tree of our own everything stands in full in these folders; pages and other folders repeat it.
_IN_FULL = ("services", "organizations")

# What holds lists of objects without being a page: `{"services": [...]}`, or tables by the names of their files.
_LISTS = {"services": "service", "organizations": "organization", "locations": "location",
          "service_at_locations": "service_at_location", "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term",
          **{table.file: name for name, table in TABLES.items()}}  # fmt: skip
_SHORT = 1
"""Pieces of a file that are kept."""


def own_words(members: Sequence[Member], base: str = INDEX) -> Mapping[str, Any]:
    """What a tree or package of our own says of the directory, in its index; nothing if it is none of ours."""
    for member in members:
        if member.base == base and member.name.count("/") <= 1:
            try:
                told = json.loads("".join(decoded([member.bytes()], "utf-8-sig")))
            except (ValueError, RecursionError, InputError):
                return {}
            own = told.get(OWN) if isinstance(told, dict) else None
            return own if isinstance(own, dict) else {}
    return {}


def read_objects(members: Sequence[Member], where: str, report: Report, *, is_own: bool) -> Package:
    """The objects of JSON files as tables; raises `InputError` with everything that makes them unusable."""
    gathered = Gathered(report)
    problems = []
    passed_over = 0
    for member in members:
        if not member.base.endswith(".json") or member.base == "datapackage.json":
            report.note(say("{file} was not read: nothing here is made from it.", file=member.name))
        elif is_own and (member.folder not in _IN_FULL or member.base.startswith("page-")):
            passed_over += 1
        else:
            try:
                _read(member, gathered, report)
            except InputError as error:
                problems += error.problems
    if problems:
        raise InputError(problems)
    if passed_over:
        report.note(say("Files that repeat what stands in full elsewhere, and were not read: {n}.", n=passed_over))
    if not len(gathered):
        hint = say("Name a file, folder or zip of HSDS 3.0 in JSON, or of HSDS in CSV.")
        raise refused(where, say("There is no object of HSDS in this."), hint)
    return gathered.package()


def _read(member: Member, gathered: Gathered, report: Report) -> None:
    kept = _Kept(member)
    encoding = encoding_of(kept.first())
    unclear = 0
    twice: list[str] = []
    unknown: list[str] = []

    def text() -> Iterator[str]:
        nonlocal unclear
        for piece in decoded(kept.again(), encoding):
            if encoding == "cp1252":
                unclear += piece.count("\N{REPLACEMENT CHARACTER}")
            yield piece

    hint = _hint(member)
    for item in items(member.name, text(), twice):
        if not item.is_rest:
            _take(item, f"{member.name}#", hint, gathered, unknown)
    tell_of_encoding(member.name, encoding, unclear, report)
    if twice:
        report.note(
            say(
                "{file}: fields that stand twice in one object: {n}, the first of them '{name}'; the last value was read.",
                file=member.name,
                n=len(twice),
                name=twice[0][:80],
            )
        )
    if unknown:
        report.note(
            say(
                "{file}: what is no object of HSDS and was not read: {n}, the first of them at {pointer}.",
                file=member.name,
                n=len(unknown),
                pointer=unknown[0] or "/",
            )
        )


class _Kept:
    """A file that is read twice: first for its encoding, then for what it says; a short one stays in memory between."""

    def __init__(self, member: Member) -> None:
        self._member = member
        self._pieces: list[bytes] = []
        self._is_whole = True

    def first(self) -> Iterator[bytes]:
        for piece in self._member.pieces():
            if len(self._pieces) < _SHORT:
                self._pieces.append(piece)
            else:
                self._is_whole = False
            yield piece

    def again(self) -> Iterator[bytes]:
        # The first reading ends early where the beginning tells the encoding.
        is_all = self._is_whole and len(self._pieces) == 1 and len(self._pieces[0]) < PIECE
        return iter(self._pieces) if is_all else self._member.pieces(again=True)


def _hint(member: Member) -> str:
    """What the name of the file or its folder says of the objects in it."""
    stem = PurePosixPath(member.base).stem.removesuffix("_list").removesuffix("_full")
    return stem if likely_table({}, stem) else member.folder


def _take(item: Item, file: str, hint: str, gathered: Gathered, unknown: list[str]) -> None:
    """Put one value of a file where it belongs."""
    value = item.value
    if not isinstance(value, dict):
        unknown.append(item.pointer)
        return
    lists = [name for name in _LISTS if isinstance(value.get(name), list)]
    if lists and "id" not in value and "name" not in value:
        for name in lists:
            for number, one in enumerate(value[name]):
                pointer = f"{item.pointer}/{name}/{number}"
                if isinstance(one, dict):
                    gathered.add(_LISTS[name], one, f"{file}{pointer}")
                else:
                    unknown.append(pointer)
        return
    if "openapi_url" in value:
        return
    table = likely_table(value, hint)
    if table is None:
        unknown.append(item.pointer)
    else:
        gathered.add(table, value, f"{file}{item.pointer}")
