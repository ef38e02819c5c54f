"""The finder's index, as scripts that a page may load from anywhere, also from a memory stick.

`data.js` holds what can be filtered, sorted and shown in a row; `words-*.js` the full text by ranges of words; `texts-*.js`
the summaries; `vocabulary.js` all words, for those that are mistyped. They stand in a folder that is named by their
contents, so that a page kept from yesterday never meets an index of today.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.addresses import Addresses
from generator.finder.article import Article
from generator.finder.data import TEXTS, data
from generator.finder.help_now import help_now
from generator.finder.index import index
from generator.finder.script import find_script, script
from generator.finder.shards import shards, vocabulary
from generator.made import AssetFile
from generator.model.choice import Kind
from generator.model.entry import Entry
from generator.views.sorting import by_name
from generator.views.survey import Survey

__all__ = ["Article", "Finder", "finder"]

FOLDER = "assets/find"
SCRIPT = "assets/javascripts/find.js"


@dataclass(frozen=True, slots=True)
class Finder:
    """The files of the finder."""

    folder: str
    """Where the index is, from the root of the site: `assets/find/3f2a9c4e17/`."""
    files: Sequence[AssetFile]
    shards: tuple[str, ...]
    """The first word of each words file, in order."""


def finder(survey: Survey, addresses: Addresses, articles: Sequence[Article] = ()) -> Finder:
    """The index of every public entry, of "Help now" and of these hand-written pages, and the script that reads it."""
    entries = in_order(survey)
    articles = [help_now(survey), *articles]
    groups = index(survey, entries, articles)
    parts = shards(groups)
    firsts = tuple(shard.forms[0] for shard in parts)
    made = {
        "data.js": script("data", data(survey, entries, articles, firsts, addresses)),
        **{f"words-{number}.js": shard.file(number) for number, shard in enumerate(parts)},
        **_texts([*(entry.summary for entry in entries), *(article.summary for article in articles)]),
        "vocabulary.js": vocabulary(groups),
    }
    folder = f"{FOLDER}/{_name(made)}/"
    files = [AssetFile(folder + name, content) for name, content in made.items()]
    return Finder(folder, [*files, AssetFile(SCRIPT, find_script())], firsts)


def in_order(survey: Survey) -> list[Entry]:
    """All public entries as the index numbers them: kind by kind, each by name."""
    kinds = list(Kind)
    return sorted(survey.public_entries, key=lambda entry: (kinds.index(entry.kind), by_name(entry)))


def _texts(summaries: Sequence[str]) -> dict[str, bytes]:
    return {
        f"texts-{number}.js": script("texts", number, summaries[first : first + TEXTS])
        for number, first in enumerate(range(0, len(summaries), TEXTS))
    }


def _name(made: Mapping[str, bytes]) -> str:
    """A short name that changes whenever a file does."""
    total = hashlib.sha256()
    for name, content in made.items():
        total.update(f"{name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()[:10]
