"""Files typed into a folder and read, by both parsers, which must tell the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.problems import as_text
from generator.source import Document, read
from generator.source.events import libyaml_events, python_events

Path_ = tuple[str | int, ...]


def read_typed(folder: Path, typed: str | bytes, /, **more: str | bytes) -> Document:
    """Write `resources.yaml` (and `more_name=` as `more/name.yaml`), and read it with libyaml and without."""
    write(folder, "resources.yaml", typed)
    for name, text in more.items():
        write(folder, name.replace("_", "/") + ".yaml", text)
    return read_twice(folder / "resources.yaml", folder)


def write(folder: Path, name: str, typed: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(typed.encode() if isinstance(typed, str) else typed)
    return path


def read_twice(path: Path, root: Path, *, is_nonsense: bool = False) -> Document:
    """Read by both parsers. They stumble over the same nonsense, but now and then in another place of it."""
    fast = read(path, root=root, events=libyaml_events)
    slow = read(path, root=root, events=python_events)
    if is_nonsense and fast.problems and slow.problems:
        return fast
    assert fast.value == slow.value
    assert told(fast) == told(slow)
    assert (fast.complete, fast.files) == (slow.complete, slow.files)
    for where in paths(fast.value):
        assert (fast.place(where), fast.key_place(where)) == (slow.place(where), slow.key_place(where)), where
    return fast


def told(document: Document) -> list[str]:
    """The problems as a volunteer reads them."""
    return [as_text(problem) for problem in document.problems]


def rules(document: Document) -> list[str]:
    """Place and rule of each problem, as in `2:5 repeated-key`."""
    return [f"{problem.place.line}:{problem.place.column} {problem.rule}" for problem in document.problems]


def paths(value: Any, so_far: Path_ = ()) -> Iterator[Path_]:
    """The path of every value in a tree."""
    yield so_far
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from paths(inner, (*so_far, key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, inner in enumerate(value):
            yield from paths(inner, (*so_far, index))


def value_at(value: Any, where: Path_) -> Any:
    for step in where:
        value = value[step]
    return value
