"""What earlier checks saw, kept in a small JSON file: one bad day of a site is nobody's work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.links.outcome import Outcome

FORMAT = "waypost-links"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Failing:
    """Since when an address has failed, and the last day on which it did."""

    since: date
    last: date

    @property
    def is_certain(self) -> bool:
        """Whether it failed on two different days."""
        return self.last > self.since


def remembered(text: str) -> dict[str, Failing]:
    """What the file says; a file that cannot be read says nothing, and is written anew."""
    try:
        kept = json.loads(text)
        if kept["format"] != FORMAT or kept["version"] != VERSION:
            return {}
        return {
            str(address): Failing(date.fromisoformat(row["since"]), date.fromisoformat(row["last"]))
            for address, row in kept["failing"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def after(memory: Mapping[str, Failing], outcomes: Mapping[str, Outcome], today: date) -> dict[str, Failing]:
    """What to remember next: addresses that fail now, since the day they began to; what works again is forgotten."""
    return {
        address: Failing(min(memory[address].since, today) if address in memory else today, today)
        for address, outcome in outcomes.items()
        if outcome.state.is_failure
    }


def as_text(memory: Mapping[str, Failing]) -> str:
    """The file's text, the same for the same memory."""
    failing = {
        address: {"since": memory[address].since.isoformat(), "last": memory[address].last.isoformat()}
        for address in sorted(memory)
    }
    return json.dumps({"format": FORMAT, "version": VERSION, "failing": failing}, ensure_ascii=False, indent=1) + "\n"


def read(path: Path) -> dict[str, Failing]:
    """The memory in this file; none yet where there is no file."""
    try:
        return remembered(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}
