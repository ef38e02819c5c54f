"""Three states of one entry brought together, field by field. Nothing is read or written here.

>>> base, ours = {"cost": "free", "waiting": "A week."}, {"cost": "free", "waiting": "A month."}
>>> for change in compared("services", base, ours, {"cost": "donation", "waiting": "Two weeks."}):
...     print(change.field, change.fate.value)
cost taken
waiting conflict
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import ValidationError

from generator.merging.fates import FieldChange, FieldFate, Path
from generator.merging.values import Plain, alike, as_read, squeezed
from generator.model.directory import SECTIONS
from generator.model.refusals import refusals
from generator.source.writer import Writable

DEEP = frozenset({"contact", "eligibility", "online"})
"""Groups of fields that are brought together one by one; any other is taken or kept as a whole."""
SPOT = frozenset({"address", "address_2", "city", "state_province", "postal_code", "latitude", "longitude"})
"""Fields of a place that tell one spot on earth: half of it from here and half from there would be a third one."""


def compared(
    section: str, base: Mapping[str, Plain], ours: Mapping[str, Plain], theirs: Mapping[str, Writable]
) -> list[FieldChange]:
    """Every field in which one of the three differs from another, in the order of the source's own."""
    known = SECTIONS[section].model_fields
    names = [name for name in dict.fromkeys([*theirs, *base]) if name != "id" and name in known]
    found = [
        change
        for name in names
        for change in _compared(section, (name,), base.get(name), ours.get(name), theirs.get(name))
    ]
    if section == "locations" and any(change.path[0] in SPOT and _is_ours(change) for change in found):
        found = [
            replace(change, fate=FieldFate.CONFLICT)
            if change.path[0] in SPOT and change.fate is FieldFate.TAKEN
            else change
            for change in found
        ]
    return found


def _is_ours(change: FieldChange) -> bool:
    return change.fate in {FieldFate.KEPT, FieldFate.CONFLICT}


def _compared(
    section: str, path: Path, base: Plain | None, ours: Plain | None, value: Writable | None
) -> Iterator[FieldChange]:
    theirs = None if value is None else as_read(value)
    if _same(section, path, ours, theirs):
        return
    deep = path[0] in DEEP and len(path) == 1
    if deep and isinstance(base, dict) and isinstance(ours, dict) and isinstance(value, Mapping):
        for name in dict.fromkeys([*value, *base]):
            yield from _compared(section, (*path, name), base.get(name), ours.get(name), value.get(name))
        return
    if _same(section, path, base, theirs):
        fate = FieldFate.KEPT
    else:
        fate = FieldFate.TAKEN if _same(section, path, base, ours) else FieldFate.CONFLICT
    yield FieldChange(path, fate, base, theirs, ours, value)


def _same(section: str, path: Path, one: Plain | None, other: Plain | None) -> bool:
    if len(path) == 1:
        return alike(section, path[0], one, other)
    return one == other or (one is not None and other is not None and squeezed(one) == squeezed(other))


def after(ours: Mapping[str, Plain], changes: list[FieldChange]) -> dict[str, Plain]:
    """The entry as it stands once what is taken has been written."""
    made: dict[str, Plain] = dict(ours)
    for change in changes:
        if change.fate is not FieldFate.TAKEN:
            continue
        *outer, last = change.path
        here = made
        for step in outer:
            inner = here[step]
            here[step] = here = dict(inner) if isinstance(inner, dict) else {}
        if change.value is None:
            here.pop(last, None)
        else:
            here[last] = as_read(change.value)
    return {name: part for name, part in made.items() if part != {}}


def told_only(changes: list[FieldChange]) -> list[FieldChange]:
    """The changes with none of them taken: each is a conflict that somebody looks at."""
    return [replace(change, fate=FieldFate.CONFLICT) for change in changes]


def fitting(section: str, ours: Mapping[str, Plain], changes: list[FieldChange]) -> list[FieldChange]:
    """The changes, with those that would leave the entry wrong held back: they become conflicts.

    What was right in the source and what is right here can be wrong together, such as the youngest age from there and the
    oldest from here.
    """
    for _ in range(2):
        wrong = _wrong(section, after(ours, changes))
        if not wrong or not any(change.fate is FieldFate.TAKEN for change in changes):
            return changes
        blamed = {change.path[0] for change in changes if change.fate is FieldFate.TAKEN} & wrong
        changes = [
            replace(change, fate=FieldFate.CONFLICT)
            if change.fate is FieldFate.TAKEN and (change.path[0] in blamed or not blamed)
            else change
            for change in changes
        ]
    return changes


def _wrong(section: str, entry: Mapping[str, Plain]) -> set[str]:
    """Names of the fields that the model refuses; one empty name where it refuses the whole."""
    kind = SECTIONS[section]
    try:
        kind.model_validate(entry)
    except ValidationError as error:
        return {str(refusal.where[0]) if refusal.where else "" for refusal in refusals(error, kind)}
    return set()
