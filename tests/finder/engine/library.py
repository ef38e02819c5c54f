"""A small index of words, written by hand in the form of words-*.js, and a shelf that hands its files out as a test likes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from tests.finder.engine.driver import Engine
from tests.finder.engine.made_up import made_up

# Of each entry its words with their importance, 7 for those of its name; other forms of a stem are told by STEMS.
ENTRIES: Mapping[str, Mapping[str, int]] = {
    "Garden Hands": {"garden": 7, "hands": 7, "group": 3, "flowers": 4, "tuesday": 2, "free": 2},
    "Night Owls": {"night": 7, "owls": 7, "group": 3, "sleep": 5, "anxiety": 3, "free": 2},
    "Sleep Well": {"sleep": 7, "well": 7, "group": 3, "worry": 3, "free": 2},
    "Tuesday Talkers": {"tuesday": 7, "talkers": 7, "group": 3, "anxiety": 4, "talk": 5, "free": 2},
    "Work Club": {"work": 7, "club": 7, "group": 3, "jobs": 5, "free": 2},
    "Café Central": {"cafe": 7, "central": 7, "group": 3, "free": 2, "talk": 2},
    "Housing Desk": {"housing": 7, "desk": 7, "service": 3, "rent": 5, "free": 2},
    "Work and Benefits": {"work": 7, "and": 1, "benefits": 7, "service": 3, "jobs": 2, "money": 4},
    "A good night": {"night": 7, "good": 7, "sheet": 3, "sleep": 4, "a": 1},
    "Zebra": {"zebra": 7, "sheet": 3, "garden": 1, "group": 5},
}
KINDS = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2]
STEMS = [
    {"sleep", "sleeping", "sleeps"},
    {"job", "jobs"},
    {"work", "working", "works"},
    {"garden", "gardening", "gardens"},
    {"talk", "talking", "talks"},
    {"flower", "flowers"},
    {"group", "groups"},
]
QUIET = ["a", "and", "for", "i", "in", "me", "my", "need", "somewhere", "the", "to", "with"]


def index(
    entries: Mapping[str, Mapping[str, int]] = ENTRIES, *, forms_a_file: int = 12
) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """The directory and the files of its words."""
    posts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(entries.values()):
        for word, weight in words.items():
            posts[word].append((number, weight))
    groups: list[tuple[list[str], list[tuple[int, int]]]] = []
    for word in sorted({*posts, *QUIET}):
        kin = next((sorted(stem) for stem in STEMS if word in stem), [word])
        if word == min((one for one in kin if one in posts), default=word):
            groups.append((kin, sorted({post for one in kin for post in posts.get(one, ())})))
    forms = sorted((form, number) for number, (kin, _) in enumerate(groups) for form in kin)
    files: dict[str, list[Any]] = {}
    firsts = []
    for at, start in enumerate(range(0, len(forms), forms_a_file)):
        part = forms[start : start + forms_a_file]
        own = list(dict.fromkeys(number for _, number in part))
        firsts.append(part[0][0])
        files[f"words-{at}.js"] = [
            "words",
            at,
            {
                "forms": [form for form, _ in part],
                "of": [own.index(number) for _, number in part],
                "posts": [deltas(groups[number][1]) for number in own],
            },
        ]
    files["vocabulary.js"] = ["vocabulary", " ".join(form for form, _ in forms)]
    data = made_up(1, count=len(entries), articles=0)
    never = {"of": [0] * len(entries), "sets": [[]]}
    return {**data, "name": list(entries), "kind": KINDS[: len(entries)], "shards": firsts, "slots": never}, files


def deltas(posts: Sequence[tuple[int, int]]) -> list[int]:
    numbers = [0, *(number for number, _ in posts)]
    return [(number - before) * 8 + weight for before, (number, weight) in zip(numbers, posts, strict=False)]


OPEN = """files => {
    self.shelf = { files, asked: [], broken: new Set(), held: [] };
    shelf.load = (file) => {
        shelf.asked.push(file);
        if (shelf.broken.has(file) || !(file in shelf.files)) return Promise.reject(new Error(file));
        const parcel = shelf.files[file];
        return shelf.isHeld ? new Promise((give) => shelf.held.push(() => give(parcel))) : Promise.resolve(parcel);
    };
    self.now = () => new Date("2026-11-22T10:00Z");
    self.find = engine.startSearch(directory, (file) => shelf.load(file), () => self.now());
}"""
FIND = """async text => {
    const { scores, terms, isPartial, isCurrent } = await find(text);
    const found = scores && [...scores.keys()].filter(i => scores[i] > 0).sort((a, b) => scores[b] - scores[a] || a - b);
    const said = terms.map(({ typed, used, how, has }) => ({ typed, used, how, has: [...Array(directory.total).keys()].filter(has) }));
    return { names: found && found.map(i => directory.name[i]), terms: said, isPartial, isCurrent };
}"""


def open_library(engine: Engine, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None) -> None:
    """Reads an index and starts a search over it: that of this file, or another."""
    own_data, own_files = index()
    engine.read(data or own_data)
    engine.run(OPEN, files or own_files)


def names(engine: Engine, text: str) -> list[str] | None:
    """What is found, the best first; None for a text that asks for nothing."""
    found: list[str] | None = engine.run(FIND, text)["names"]
    return found
