"""Sentences that the generator writes, kept translatable until they are shown.

A room below the screen (a check, the reader, the model) does not know the reader's language. It returns `Words`: the
English sentence with named places, and the values for them. Whoever shows the sentence asks a `Language` to say it;
`str()` says it in English.

    >>> seen = say("{name}: phone {number!r} is not a phone number.", name="Tuesday Talkers", number="83")
    >>> str(seen)
    "Tuesday Talkers: phone '83' is not a phone number."

Babel collects the first argument of `say` and the first two of `say_n`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence: its English form and the values that go into it."""

    singular: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int = 1

    def __str__(self) -> str:
        return self.said(lambda one: one, lambda one, many, n: one if n == 1 else many)

    def said(
        self,
        gettext: Callable[[str], str],
        ngettext: Callable[[str, str, int], str],
        put_in: Callable[[str], str] = str,
    ) -> str:
        """The sentence in the language of the two gettext functions; values that are Words are said too.

        `put_in` gets each text before it is put into the sentence.
        """
        if not self.singular:
            # What gettext keeps under the empty text is the head of its catalogue.
            return ""
        if self.plural is None:
            text = gettext(self.singular)
        else:
            text = ngettext(self.singular, self.plural, self.count)
        if not self.values:
            return text

        def said(value: object) -> object:
            if isinstance(value, Words):
                return value.said(gettext, ngettext, put_in)
            return put_in(value) if isinstance(value, str) else value

        return text.format(**{name: said(value) for name, value in self.values.items()})


def say(sentence: str, /, **values: object) -> Words:
    """A translatable sentence; `{name}` marks the place of a value. A literal brace is doubled only if there are values."""
    return Words(sentence, values)


def say_n(one: str, many: str, n: int, /, **values: object) -> Words:
    """A sentence that depends on a number, given to it as `{n}`.

    >>> str(say_n("{n} listing", "{n} listings", 3))
    '3 listings'
    """
    return Words(one, {"n": n, **values}, many, n)
