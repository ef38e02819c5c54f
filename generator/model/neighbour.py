"""Other towns' directories that are shown with ours, and where each of their listings came from.

An id of a neighbour's listing holds `--`, which no typed id can: it never collides with one of ours, and it tells by itself
whose it is.

>>> joined_id("riverton", "tuesday-talkers"), neighbour_in("riverton--tuesday-talkers"), neighbour_in("tuesday-talkers")
('riverton--tuesday-talkers', 'riverton', '')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.model.about import Licence
from generator.model.base import Part, Refused
from generator.model.text import Line, as_text, slug
from generator.model.web import WebAddress
from generator.words import say

BETWEEN = "--"
LONGEST_NAME_IN_IDS = 18
"""Letters of a neighbour's short name; with one of our longest ids behind it a browser's notes still hold it."""

_FILE = re.compile(r"[\w][\w.-]*(?:/[\w][\w.-]*)*\.json", re.ASCII)


def _snapshot_file(value: object) -> str:
    text = as_text(value).strip()
    if not _FILE.fullmatch(text) or ".." in text:
        raise Refused(
            "snapshot-file",
            say("'{seen}' cannot be the file of a neighbour's directory.", seen=text[:80]),
            say("Type a file in this project that ends with .json, as in: neighbours/riverton.json"),
        )
    return text


SnapshotFile = Annotated[
    str,
    BeforeValidator(_snapshot_file),
    WithJsonSchema({"type": "string", "pattern": r"\.json$", "examples": ["neighbours/riverton.json"]}),
]
"""A file in the project's folder, by its way from resources.yaml."""


class IncludedDirectory(Part):
    """Another town's directory whose listings are shown with ours.

    ```yaml
    include_directory:
      - file: neighbours/riverton.json
        from: https://riverton.example.org/data/waypost.json
    ```
    """

    file: SnapshotFile
    """Where its last known state lies in this project: neighbours/riverton.json. `waypost fetch` writes it."""
    from_: WebAddress | None = Field(default=None, alias="from")
    """Where that town publishes it: https://riverton.example.org/data/waypost.json. Left out, somebody brings the file."""
    name: Line | None = None
    """What to call it here, if not by its own name."""

    @property
    def id(self) -> str:
        """Its short name, from the name of the file: `riverton`."""
        return slug(PurePosixPath(self.file).stem)[:LONGEST_NAME_IN_IDS].strip("-")


class Neighbour(Part):
    """A neighbour's directory as it is shown: who publishes it, under which licence, as of when."""

    id: Line
    """Its short name, which begins the ids of its listings."""
    name: Line
    """The name of the directory."""
    area_served: Line
    """The town or region it serves."""
    site: WebAddress | None = None
    """Its site."""
    licence: Licence | None = None
    """The licence of its listings."""
    made: date | None = None
    """The day of which its listings are."""
    area: str = Field(default="", exclude=True)
    """The area that came with it, by its id; empty where ours has that area already."""
    pages: Mapping[str, WebAddress] = Field(default={}, exclude=True, repr=False)
    """The page of each listing there, by the listing's id here."""
    said: Mapping[str, tuple[str, ...]] = Field(default={}, exclude=True, repr=False)
    """Goals, areas and people in the neighbour's own words, where ours have no such one; by the listing's id here."""


def joined_id(neighbour: str, id_: str) -> str:
    """The id under which a neighbour's listing, place or organization stands here."""
    return f"{neighbour}{BETWEEN}{id_}"


def neighbour_in(id_: str) -> str:
    """The neighbour whose listing has this id; empty for our own."""
    before, between, _ = id_.partition(BETWEEN)
    return before if between else ""
