"""Merging judged by a second, simpler implementation: random edits on both sides, in files typed in many ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.files import Files
from generator.imports.entries import Entry
from generator.imports.imported import Imported
from generator.imports.report import Origin, Report
from generator.merging.base import Base
from generator.merging.fates import FieldFate, RecordFate
from generator.merging.merge import Merged, merge
from generator.merging.records import first_base
from generator.merging.storing import store
from generator.source import read
from tests.imports.conftest import TODAY
from tests.town import HEAD

Fields = dict[str, Any]
State = dict[str, Fields]
"""Records by what the source calls them, without their ids."""

KEYS = ("1", "2", "3")
VALUES: Mapping[str, Sequence[Any]] = {
    "name": ("Tea", "Tea: and talk", "Walk # one"),
    "summary": ("We sit.", "We walk, slowly.", "- We stand"),
    "description": ("One.\n\nTwo.", "- a\n- b", "Three."),
    "cost": ("free", "donation", {"kind": "fixed", "amount": "$5"}),
    "status": ("ended", "active"),
    "keywords": ("tea", ["tea", "talk"], ["no", "988"]),
    "waiting": ("A week.", "Two weeks: about.", "None"),
}
CONTACT: Mapping[str, Sequence[Any]] = {
    "phones": ("(207) 555-0142", ["(207) 555-0142", "(207) 555-0160"], {"number": "988", "description": "At night."}),
    "email": ("desk@example.org", "tea@example.org"),
    "note": ("Ring twice.", "Ask for Rosa."),
}
NEEDED = ("name", "summary")


def fields() -> st.SearchStrategy[Fields]:
    contact = st.fixed_dictionaries(
        {"email": st.sampled_from(CONTACT["email"])},
        optional={name: st.sampled_from(CONTACT[name]) for name in ("phones", "note")},
    )
    needed = {name: st.sampled_from(VALUES[name]) for name in NEEDED}
    others = {name: st.sampled_from(values) for name, values in VALUES.items() if name not in NEEDED}
    return st.fixed_dictionaries(needed, optional={**others, "contact": contact})


@st.composite
def states(draw: st.DrawFn) -> tuple[State, State, State, list[int]]:
    """What was imported, what people made of it, what the source says now; and how each record is typed."""
    base: State = {key: draw(fields()) for key in KEYS if draw(st.booleans())}
    ours = {key: draw(changed(value)) for key, value in base.items() if draw(st.integers(0, 5))}
    theirs = {key: draw(changed(value)) for key, value in base.items() if draw(st.integers(0, 5))}
    theirs |= {key: draw(fields()) for key in KEYS if key not in base and draw(st.booleans())}
    # At least one record stays, as another source would be told from this one by that.
    for key in list(base)[:1]:
        theirs.setdefault(key, base[key])
    return base, ours, theirs, [draw(st.integers(0, 5)) for _ in KEYS]


@st.composite
def changed(draw: st.DrawFn, before: Fields) -> Fields:
    other = draw(fields())
    after: Fields = {}
    for name in dict.fromkeys([*before, *other]):
        source = other if draw(st.integers(0, 2)) == 0 else before
        if name in source or name in NEEDED:
            after[name] = source.get(name, before.get(name))
    return after


def expected(base: Fields, ours: Fields, theirs: Fields) -> tuple[Fields, set[str]]:
    """The other implementation: plain mappings, no text, no model."""
    made: Fields = {}
    conflicts: set[str] = set()
    for name in {*base, *ours, *theirs}:
        b, o, t = base.get(name), ours.get(name), theirs.get(name)
        if name == "contact" and isinstance(b, dict) and isinstance(o, dict) and isinstance(t, dict):
            inner, inside = expected(b, o, t)
            made[name] = inner
            conflicts |= {f"contact.{one}" for one in inside}
            continue
        chosen = t if o == b else o
        if o != b and t not in (b, o):
            conflicts.add(name)
        if chosen is not None:
            made[name] = chosen
    return made, conflicts


def entry(key: str, said: Fields) -> Entry:
    return Entry("services", Origin("x.json", 0, key), {"id": f"record-{key}", **said})


def imported(state: State) -> Imported:
    return Imported({}, Report(), [entry(key, said) for key, said in state.items()])


def typed(value: Any, way: int, column: int) -> str:
    """A value in YAML, in one of several ways of typing; written here, so that the writer is judged by it as well."""
    if isinstance(value, dict):
        if way % 2:
            return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
        lines = (f"{' ' * (column + 2)}{key}: {typed(part, way, column + 2)}" for key, part in value.items())
        return "\n" + "\n".join(lines)
    if isinstance(value, list):
        if way % 3 == 0:
            return flow(value)
        return "".join(f"\n{' ' * (column + 2)}- {flow(part)}" for part in value)
    if "\n" in value and way % 2 == 0:
        return "|-\n" + "\n".join(f"{' ' * (column + 2)}{line}" if line else "" for line in value.split("\n"))
    return flow(value)


def flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return '"' + str(value).replace("\n", "\\n") + '"'


def block(key: str, said: Fields, way: int) -> str:
    row = {"id": f"record-{key}", **said, "verified": "2026-11-01"}
    if way == 5:
        return f"  # about {key}\n  - {flow(row)} # behind {key}\n"
    names = list(row)[::-1] if way == 4 else list(row)
    lines = [f"    {name}: {typed(row[name], way, 4)}" for name in names]
    if way in (1, 3):
        lines[0] += f" # behind {key}"
    return f"  # about {key}\n  - " + "\n".join(lines)[4:] + f"\n    # below {key}\n\n"


def write_town(folder: Path, state: State, ways: Sequence[int]) -> Path:
    (folder / "listings").mkdir()
    rows = [block(key, said, ways[KEYS.index(key)]) for key, said in state.items()]
    text = "# The list.\nservices:\n" + "".join(rows) if rows else "services: [] # none yet\n"
    (folder / "listings" / "services.yaml").write_text(text, encoding="utf-8")
    resources = folder / "resources.yaml"
    resources.write_text(HEAD + "include: listings/*.yaml\n", encoding="utf-8")
    return resources


def stand(resources: Path) -> State:
    """What stands in the files, as the reader sees it."""
    document = read(resources, root=resources.parent)
    assert not document.problems
    rows: Any = document.value.get("services") or []
    return {row["id"].removeprefix("record-"): {k: v for k, v in row.items() if k != "id"} for row in rows}


def bring_in(resources: Path, theirs: State, base: Base) -> tuple[Merged, dict[Path, bytes]]:
    files = Files.read(resources, TODAY)
    before = {path: file.data for path, file in files.files.items()}
    merged = merge(files, imported(theirs), base)
    store(files, merged.contents, {})
    return merged, before


@settings(max_examples=150, deadline=None)
@given(states())
def test_random_edits_on_both_sides_come_out_as_a_plain_three_way_merge_says(
    drawn: tuple[State, State, State, list[int]],
) -> None:
    base, ours, theirs, ways = drawn
    with TemporaryDirectory() as name:
        resources = write_town(Path(name), ours, ways)
        first = first_base("test", imported(base).entries)
        merged, before = bring_in(resources, theirs, first)

        wanted: State = {key: {**said, "verified": "2026-11-01"} for key, said in ours.items()}
        conflicts: set[tuple[str, str]] = set()
        for key, said in theirs.items():
            if key in base and key in ours:
                made, fields_in_conflict = expected(base[key], ours[key], said)
                wanted[key] = {**made, "verified": "2026-11-01"}
                conflicts |= {(f"record-{key}", field) for field in fields_in_conflict}
            elif key not in base:
                wanted[key] = said
        assert stand(resources) == wanted
        assert {(record.id, change.field) for record, change in merged.with_field(FieldFate.CONFLICT)} == conflicts
        assert {record.id for record in merged.of(RecordFate.ADDED)} == {
            f"record-{key}" for key in theirs.keys() - base
        }
        assert {record.id for record in merged.of(RecordFate.GONE)} == {
            f"record-{key}" for key in ours.keys() - theirs.keys()
        }
        assert {record.id for record in merged.of(RecordFate.TAKEN_OUT)} == {
            f"record-{key}" for key in (base.keys() & theirs.keys()) - ours.keys()
        }

        after = {path: path.read_bytes() for path in before}
        text = (Path(name) / "listings" / "services.yaml").read_text(encoding="utf-8")
        touched = {record.id for record, _ in merged.with_field(FieldFate.TAKEN)}
        for key, said in ours.items():
            if f"record-{key}" not in touched:
                assert block(key, said, ways[KEYS.index(key)]).rstrip("\n") in text
            assert f"# about {key}" in text

        again, _ = bring_in(resources, theirs, Base.read(merged.base.text.encode(), "test"))
        assert not again.contents
        assert again.base == merged.base
        assert not again.of(RecordFate.TAKEN_OUT)
        assert not again.with_field(FieldFate.CONFLICT)
        assert {path: path.read_bytes() for path in before} == after
