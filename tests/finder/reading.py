"""Reads the finder's files as the browser would, by the words of their description alone: a second opinion for the tests."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.addresses import Addresses
from generator.finder import Article, finder
from generator.views.survey import Survey

CALL = re.compile(rb"\(self\.waypostFind=self\.waypostFind\|\|\[\]\)\.push\((\[.*\])\);\n")


def handed_over(content: bytes) -> list[Any]:
    """What a file of the index hands over."""
    found = CALL.fullmatch(content)
    assert found, content[:80]
    data = json.loads(found[1])
    assert isinstance(data, list)
    return data


def plain(text: str) -> list[str]:
    """Words letter by letter: decomposed, folded, without marks, parted at all else."""
    words, word = [], ""
    for letter in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()) + " ":
        kind = unicodedata.category(letter)
        if kind.startswith(("L", "N")):
            word += letter
        elif not kind.startswith("M"):
            words += [word] if word else []
            word = ""
    return words


@dataclass(frozen=True)
class Read:
    """The files of one index by their names."""

    folder: str
    files: Mapping[str, bytes]

    @cached_property
    def data(self) -> dict[str, Any]:
        name, data = handed_over(self.files["data.js"])
        assert name == "data"
        assert isinstance(data, dict)
        return data

    def words(self, number: int) -> dict[str, Any]:
        name, which, found = handed_over(self.files[f"words-{number}.js"])
        assert (name, which) == ("words", number)
        assert isinstance(found, dict)
        return found

    def shard_of(self, form: str) -> int:
        """The only file in which this form may stand."""
        return bisect_right(self.data["shards"], form) - 1

    def found(self, form: str) -> dict[int, int] | None:
        """Entry numbers with their weights for one form, from one file; None if nobody has that form."""
        number = self.shard_of(form)
        if number < 0:
            return None
        shard = self.words(number)
        if form not in shard["forms"]:
            return None
        return entries_of(shard["posts"][shard["of"][shard["forms"].index(form)]])

    def names(self, form: str) -> list[str]:
        """The names of what one word finds, the best first."""
        found = self.found(form) or {}
        return [self.data["name"][entry] for entry in sorted(found, key=lambda entry: (-found[entry], entry))]


def entries_of(posts: Sequence[int]) -> dict[int, int]:
    found, entry = {}, 0
    for post in posts:
        entry += post // 8
        found[entry] = post % 8
    return found


def read(survey: Survey, articles: Sequence[Article] = (), *, folders: bool = True) -> Read:
    """The index of this survey, read back."""
    made = finder(survey, Addresses(folders), articles)
    inside = {file.path.removeprefix(made.folder): file.content for file in made.files if made.folder in file.path}
    return Read(made.folder, inside)
