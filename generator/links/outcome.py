"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """Five answers that a curator acts on differently."""

    OK = "ok"
    MOVED = "moved"
    """It is there, for good under another address: type that one."""
    BLOCKED = "blocked"
    """The site does not answer programs: look yourself."""
    DEAD = "dead"
    """There is no such page, or no such site."""
    ERROR = "error"
    """It could not be told: too slow, a broken certificate, a fault of the site."""

    @property
    def is_failure(self) -> bool:
        return self in (State.DEAD, State.ERROR)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer for one address, with the reason in a few words and, where it moved, the new address."""

    state: State
    reason: str = ""
    now_at: str = ""
