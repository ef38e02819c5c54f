"""Other words for the same: people in distress type `sad`, `broke`, `can't sleep`; listings say it otherwise.

One file a language, `en.txt`, `es.txt`. A line is a ring: its name, a colon, and words parted by commas, each of which
leads to what any other says. A word of several ("hearing voices") is recognised in a text; what is typed is looked up word
by word. A word after `~` leads to the others and does not call them, since in a listing it may mean something else: `~low`.
Rings of the same name in two languages belong together: where both languages are spoken, one leads to the other. Two are no
rings: `quiet` holds words that tell nothing of what somebody looks for, `danger` those that lead to "Help now" first.

>>> "lonely" in rings("en")["lonely"], "soledad" in rings("es")["lonely"], dict(rings("cy"))
(True, True, {})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

QUIET = "quiet"
DANGER = "danger"
LEADS_ONLY = "~"


@cache
def rings(code: str) -> Mapping[str, Sequence[str]]:
    """The rings of a language by their names; none where nobody has written any. Raises `ValueError` at a faulty line."""
    file = files(__name__) / f"{code}.txt"
    if not file.is_file():
        return {}
    found: dict[str, Sequence[str]] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, words = line.partition(":")
        if not colon or name in found:
            raise ValueError(f"{file.name}:{number}: a line is a name of its own, a colon and words")
        found[name] = tuple(word.strip() for word in words.split(",") if word.strip())
    return found
