"""A volunteer's plain paragraphs, told apart from their lists.

>>> blocks("Bring a cup.\\n\\n- tea\\n- cake")
[Block(text='Bring a cup.', items=()), Block(text='', items=('tea', 'cake'))]
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list of items."""

    text: str
    items: tuple[str, ...] = ()


def blocks(text: str | None) -> list[Block]:
    """The paragraphs and lists of a text; an empty line parts them, `- ` begins an item."""
    found: list[Block] = []
    for chunk in (text or "").split("\n\n"):
        words: list[str] = []
        items: list[str] = []
        for line in chunk.splitlines():
            stripped = line.strip()
            if stripped.startswith("- "):
                items.append(stripped[2:].strip())
            elif items:
                items[-1] = f"{items[-1]} {stripped}"
            elif stripped:
                words.append(stripped)
        if words:
            found.append(Block(" ".join(words)))
        if items:
            found.append(Block("", tuple(items)))
    return found
