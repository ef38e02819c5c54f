"""What the national crisis lines say in words, so that a visitor can read it in the language of the site.

Numbers, words to text and addresses are never translated. The sentences stand in the same catalogue as all others;
one that nobody has translated yet stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from generator.model.crisis import CrisisLine
from generator.model.phone import Phone, TextLine

FIELDS = ("name", "summary", "hours", "cost", "for_whom", "what_happens", "area")

Way = TypeVar("Way", Phone, TextLine)


def sentences(line: CrisisLine) -> Iterator[str]:
    """Everything on a line that a translator may put into another language."""
    said = [getattr(line, field) for field in FIELDS]
    said += [phone.description for phone in line.phones] + [text.description for text in line.text]
    for words in said:
        yield from (words,) if isinstance(words, str) else words or ()


def translated(line: CrisisLine, gettext: Callable[[str], str]) -> CrisisLine:
    """The same line with its words as `gettext` says them.

    >>> from generator.crisis.presets import preset
    >>> spanish = {"Emergency services": "Servicios de emergencia"}
    >>> emergency = translated(preset("US")[0], lambda words: spanish.get(words, words))
    >>> emergency.name, emergency.phones[0].number
    ('Servicios de emergencia', '911')
    """

    def said(words: str | tuple[str, ...] | None) -> object:
        if isinstance(words, str):
            return gettext(words)
        return tuple(gettext(word) for word in words) if words else words

    def spoken(way: Way) -> Way:
        return way.model_copy(update={"description": said(way.description)})

    changes: dict[str, object] = {field: said(getattr(line, field)) for field in FIELDS}
    changes["phones"] = tuple(spoken(phone) for phone in line.phones)
    changes["text"] = tuple(spoken(text) for text in line.text)
    return line.model_copy(update=changes)
