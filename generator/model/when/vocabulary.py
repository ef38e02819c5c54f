"""The words in which people say when something is, and which of them was meant by one that is not understood.

>>> nearest("tusday")
'Tuesday'
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORT_WEEKDAYS = (
    ("mon",),
    ("tue", "tues"),
    ("wed", "weds"),
    ("thu", "thur", "thurs"),
    ("fri",),
    ("sat",),
    ("sun",),
)

WEEKDAYS: Mapping[str, tuple[int, ...]] = {
    **{name.lower(): (number,) for number, name in enumerate(WEEKDAY_NAMES)},
    **{f"{name.lower()}s": (number,) for number, name in enumerate(WEEKDAY_NAMES)},
    **{short: (number,) for number, shorts in enumerate(_SHORT_WEEKDAYS) for short in shorts},
    "weekday": (0, 1, 2, 3, 4),
    "weekdays": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    "weekends": (5, 6),
}
"""One weekday or a run of them, Monday being 0."""

NUMBERS: Mapping[str, int] = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
}

ORDINALS: Mapping[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": -1}

UNITS: Mapping[str, tuple[int, str]] = {
    "week": (1, "week"),
    "weeks": (1, "week"),
    "fortnight": (2, "week"),
    "month": (1, "month"),
    "months": (1, "month"),
    "quarter": (3, "month"),
}
"""What stands behind "every": so many weeks or months."""

RHYTHMS: Mapping[str, tuple[int, str]] = {
    "weekly": (1, "week"),
    "fortnightly": (2, "week"),
    "monthly": (1, "month"),
    "quarterly": (3, "month"),
}
"""A rhythm in one word."""

CLOCK_WORDS: Mapping[str, str] = {"noon": "p", "midday": "p", "midnight": "a"}
"""Twelve o'clock in a word, and whether it is of am or pm."""

EACH = frozenset({"every", "each"})
TO = frozenset({"to", "until", "till", "til", "through", "thru"})
AT = frozenset({"at", "from", "between"})
FILLERS = frozenset({"on", "the", "open", "from", "at"})
OF = frozenset({"of", "in"})

KNOWN = frozenset(
    {"and", "other", "alternate", "a", "day"}
    | EACH | TO | AT | FILLERS | OF
    | WEEKDAYS.keys() | NUMBERS.keys() | ORDINALS.keys() | UNITS.keys() | RHYTHMS.keys() | CLOCK_WORDS.keys()
)  # fmt: skip

MONTHS = frozenset([
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
])  # fmt: skip

# Worth a guess at: long enough that one wrong letter leaves the word recognisable.
_GUESSES = {word: word for word in KNOWN | {"daily", "appointment", "hours"} if len(word) > 3 or word in WEEKDAYS}
_GUESSES.update(
    {word: WEEKDAY_NAMES[days[0]] for word, days in WEEKDAYS.items() if len(days) == 1}
    | {f"{name.lower()}s": f"{name}s" for name in WEEKDAY_NAMES}
)


def nearest(word: str) -> str | None:
    """The known word that looks most like this one, if one does."""
    near = get_close_matches(word.lower(), sorted(_GUESSES), n=1, cutoff=0.7)
    return _GUESSES[near[0]] if near else None
