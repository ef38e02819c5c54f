"""Changes for programs: plain values, ready to be written as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.comparing.changes import Change, Thing


def as_plain(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """One mapping a change: `change` is added, removed, moved or changed; `fields` hold texts as people would type them,
    and `why` says what somebody else has to look at."""
    return [
        {
            "change": _kind(change),
            "before": _address(change.before),
            "after": _address(change.after),
            "name": change.thing.name,
            "fields": [
                {"path": field.path, "before": list(field.before), "after": list(field.after)}
                for field in change.fields
            ],
            "used_by": change.used_by,
            "why": [why.value for why in change.why],
            "needs_second_person": any(why.needs_second_person for why in change.why),
        }
        for change in changes
    ]


def _kind(change: Change) -> str:
    if change.before is None:
        return "added"
    if change.after is None:
        return "removed"
    return "moved" if change.is_moved else "changed"


def _address(thing: Thing | None) -> dict[str, str] | None:
    return {"section": thing.section, "id": thing.id} if thing else None
