"""What a template writes into the link round a blank, so that a form field can be made of it.

    field:KIND|NAME|LABEL               KIND: text, area, check
    field:KIND:VALUE|NAME|LABEL|GROUP   KIND: radio, ring

Labels are percent-coded, so that a bar or a space in them divides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, cast, get_args
from urllib.parse import unquote

START = "field:"
Kind = Literal["text", "area", "check", "radio", "ring"]


@dataclass(frozen=True, slots=True)
class FieldLink:
    """A blank as its link tells of it.

    >>> FieldLink.read("field:ring:4|near|4%20of%205|How%20near%3F")
    FieldLink(kind='ring', name='near', label='4 of 5', value='4', group='How near?')
    """

    kind: Kind
    name: str
    label: str
    value: str = ""
    """Of a choice: its value in a saved file."""
    group: str = ""
    """Of a choice: what the whole question is, for a screen reader."""

    @classmethod
    def read(cls, address: str) -> Self | None:
        """The blank that a link's address tells of; None for any other address. Raises `ValueError` if it is half said."""
        if not address.startswith(START):
            return None
        first, *rest = address.removeprefix(START).split("|")
        kind, _, value = first.partition(":")
        named = [unquote(part) for part in rest]
        if kind not in get_args(Kind) or not 2 <= len(named) <= 3 or not all(named):
            raise ValueError(f"{address!r} names no blank")
        group = named[2] if len(named) == 3 else ""
        return cls(cast("Kind", kind), named[0], named[1], unquote(value), group)

    @property
    def is_choice(self) -> bool:
        """One of several answers that exclude each other."""
        return self.kind in ("radio", "ring")
