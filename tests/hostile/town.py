"""A town of which every text is hostile, written as a file and read as any other.

What the reader or the model refuses is counted and replaced by plain words, as a curator would have to; the rest must
come through every page and every export unharmed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.load import Loaded, load
from tests.town import TODAY

HERE = Path(__file__).resolve().parent
MARK = "§"
PLAIN = "Plain words"
MORE = "more-problems"
OF_EVERY_TEXT = {"control-character", "backslash", "stacked-marks"}
HEADS = ("directory", "crisis")

Slot = tuple[str | int, ...]
Choose = Callable[[Slot], str]


@cache
def strings() -> dict[str, list[str]]:
    """The hostile strings by their sorts."""
    found = json.loads((HERE / "strings.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@cache
def every_string() -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for sort in strings().values() for text in sort))


@cache
def exemplar() -> dict[str, Any]:
    """One entry of each kind, with the mark where a text goes."""
    read = yaml.load((HERE / "exemplar.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


def marked(value: object, slot: Slot = ()) -> Iterator[Slot]:
    """Where the texts of an entry go, from top to bottom."""
    if value == MARK:
        yield slot
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from marked(inner, (*slot, key))


@dataclass
class HostileTown:
    """A town as it was typed, the refusals on the way, and what was read in the end."""

    folder: Path
    texts: dict[Slot, str] = field(default_factory=dict)
    """Each text as it stands in the end, by its place."""
    refused: Counter[str] = field(default_factory=Counter)
    """How many texts each rule refused."""
    refused_slots: dict[Slot, str] = field(default_factory=dict)
    loaded: Loaded | None = None

    @property
    def typed(self) -> dict[Slot, str]:
        """The hostile texts that were taken."""
        return {slot: text for slot, text in self.texts.items() if slot not in self.refused_slots}

    @property
    def file(self) -> Path:
        return self.folder / "resources.yaml"


def each_in_every_field(texts: Sequence[str], folder: Path, heads: int = 0) -> HostileTown:
    """An entry of each kind for each text, which stands in all its fields."""
    return made(folder, len(texts), lambda slot: texts[int(slot[1]) if isinstance(slot[1], int) else heads])


def each_somewhere(texts: Sequence[str], folder: Path, heads: int = 0) -> HostileTown:
    """Few entries of each kind, whose fields hold the texts in turn: each text stands in some field of each listing kind."""
    fields = min(sum(1 for _ in marked(exemplar()[kind])) for kind in ("groups", "services", "worksheets"))
    orders = {
        slot if slot[0] in HEADS else (slot[0], *slot[2:]): number
        for kind in exemplar()
        for number, slot in enumerate((kind, *inner) for inner in marked(exemplar()[kind]))
    }

    def choose(slot: Slot) -> str:
        entry, field = (slot[1], (slot[0], *slot[2:])) if isinstance(slot[1], int) else (heads, slot)
        return texts[(entry * fields + orders[field]) % len(texts)]

    return made(folder, -(-len(texts) // fields), choose)


def made(folder: Path, entries: int, choose: Choose) -> HostileTown:
    """The town with so many entries of each kind, whose texts are chosen by their places."""
    town = HostileTown(folder)
    values = dict(_repeated(entries))
    texts = town.texts
    texts.update({slot: choose(slot) for slot in marked(values)})
    while True:
        lines = list(_written(values, texts))
        town.file.write_text("".join(line for line, _ in lines), encoding="utf-8")
        town.loaded = load(town.file, root=folder, today=TODAY)
        errors = [problem for problem in town.loaded.errors if problem.rule != MORE]
        if not errors:
            break
        refused = {lines[problem.place.line - 1][1]: problem.rule for problem in errors}
        assert None not in refused, refused[None]
        # What no text may hold is refused wherever it stands; of one file the reader tells a hundred places at a time.
        nowhere = {texts[slot]: rule for slot, rule in refused.items() if slot and rule in OF_EVERY_TEXT}
        refused |= {slot: nowhere[text] for slot, text in texts.items() if text in nowhere}
        for slot, rule in refused.items():
            assert slot is not None
            assert texts[slot] != PLAIN, (slot, rule)
            town.refused[rule] += 1
            town.refused_slots[slot] = texts[slot]
            texts[slot] = PLAIN
    return town


def _repeated(entries: int) -> Iterator[tuple[str, Any]]:
    for section, value in exemplar().items():
        if section in HEADS:
            yield section, value
        else:
            yield section, [{**value[0], **_linked(section, number)} for number in range(entries)]


def _linked(section: str, number: int) -> dict[str, Any]:
    """The ids of an entry: each listing belongs to one thing of every other kind, so that its page shows their texts."""
    own = {"id": f"{section}-{number}"}
    if section == "worksheets":
        return own | {"goals": [f"goals-{number}"]}
    if section not in {"groups", "services"}:
        return own
    who = {**exemplar()[section][0]["eligibility"], "audiences": [f"audiences-{number}"]}
    where = {"location": f"locations-{number}"} if section == "services" else {}
    lists = {name: [f"{name}-{number}"] for name in ("goals", "areas", "worksheets")}
    return {**own, **lists, "organization": f"organizations-{number}", "eligibility": who, **where}


def _written(
    value: Any, texts: dict[Slot, str], slot: Slot = (), before: str = ""
) -> Iterator[tuple[str, Slot | None]]:
    """The town as JSON, which is YAML, one text a line; with each line the slot that it holds."""
    indent = " " * len(slot)
    if isinstance(value, dict | list):
        pairs: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else enumerate(value)
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        yield f"{indent}{before}{opening}\n", None
        for key, inner in pairs:
            name = f"{json.dumps(key)}: " if isinstance(value, dict) else ""
            yield from _written(inner, texts, (*slot, key), name)
        yield f"{indent}{closing}{',' if slot else ''}\n", None
    else:
        text = texts[slot] if value == MARK else value
        yield f"{indent}{before}{quoted(text)},\n", slot if value == MARK else None


def quoted(text: str) -> str:
    """A text as YAML that is all visible: what cannot be seen is typed as an escape, halves of a pair too."""
    return '"' + "".join(map(_letter, text)) + '"'


def _letter(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter == " " or letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
