"""The words about a meeting: lines become a summary and paragraphs, and a person's name becomes a first name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.imports.plain_text import cut_paragraphs, first_sentences, wrapped
from generator.model.text import LONGEST_PROSE, LONGEST_SUMMARY

_TITLES = frozenset(
    {"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "rev", "revd", "fr", "sr", "pastor", "father", "sister"}
)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say something, each without spaces to spare."""
    return tuple(line for typed in text.splitlines() if (line := " ".join(typed.split())))


def summary_and_rest(lines: Sequence[str]) -> tuple[str, str]:
    """The first line as a summary and the others as paragraphs; a first line that is too long stands whole below too."""
    if not lines:
        return "", ""
    summary = first_sentences(lines[0], LONGEST_SUMMARY)
    return summary, as_paragraphs(lines[1:] if summary == lines[0] else lines)


def as_paragraphs(lines: Sequence[str]) -> str:
    """A paragraph for each line; items of a list stay together.

    >>> as_paragraphs(["Bring:", "- tea", "- cake", "And time."])
    'Bring:\\n\\n- tea\\n- cake\\n\\nAnd time.\\n'
    """
    text = ""
    for line in lines:
        is_item = line.startswith("- ")
        between = "" if not text else "\n" if is_item and text.rpartition("\n")[2].startswith("- ") else "\n\n"
        text += between + line
    return wrapped(cut_paragraphs(text, LONGEST_PROSE)) if text else ""


def first_name(name: str) -> str:
    """The part of a person's name that may stand on a public page: the first name, with an initial if there is one.

    >>> [first_name(name) for name in ("Rosa", "Rosa M.", "Rosa Martinez", "Dr. Okafor", "Bob & Ann")]
    ['Rosa', 'Rosa M.', 'Rosa', '', 'Bob']
    """
    words = name.split()
    if not words or words[0].rstrip(".").casefold() in _TITLES:
        return ""
    is_initial = len(words) == 2 and len(words[1].rstrip(".")) == 1 and words[1][0].isalpha()
    return " ".join(words) if is_initial else words[0]
