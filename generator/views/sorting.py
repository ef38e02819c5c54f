"""The order of names in every list: by letters, as somebody looks for them."""

from __future__ import annotations

import unicodedata

from generator.model.entry import Entry


def by_name(entry: Entry) -> tuple[str, str, str]:
    """A key for sorting: the name by its letters alone, then as it is typed, then the id."""
    return (letters(entry.name), entry.name.casefold(), entry.id)


def letters(text: str) -> str:
    """The text without capitals and accents, so that a name stands where its plain letters lead.

    >>> sorted(["Fox", "éclair", "Zebra", "Dawn"], key=letters)
    ['Dawn', 'éclair', 'Fox', 'Zebra']
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
