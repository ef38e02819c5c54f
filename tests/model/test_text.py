"""Texts that cannot be seen or that cover what stands around them are refused; every script in use is let through."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.base import Refused
from generator.model.text import MOST_MARKS, Line, Prose

LINE: TypeAdapter[str] = TypeAdapter(Line)
PROSE: TypeAdapter[str] = TypeAdapter(Prose)


def rule(text: str, kind: TypeAdapter[str] = LINE) -> str:
    """Under which rule a text is refused; nothing if it is taken."""
    try:
        kind.validate_python(text)
    except ValidationError as error:
        [detail] = error.errors()
        refused = detail["ctx"]["error"]
        assert isinstance(refused, Refused)
        return refused.rule
    return ""


@pytest.mark.parametrize("kind", [LINE, PROSE], ids=["line", "prose"])
@pytest.mark.parametrize("text", ["\u200d", "\u00ad \u2003", "\u3164", "\u2800\u2800", "\u0301", "\ue000", "\ufe0f"])
def test_a_text_without_anything_to_see_is_like_none(text: str, kind: TypeAdapter[str]) -> None:
    assert rule(text, kind) == "empty"


@pytest.mark.parametrize("kind", [LINE, PROSE], ids=["line", "prose"])
def test_a_pile_of_accents_is_refused(kind: TypeAdapter[str]) -> None:
    assert rule("Z" + "\u0351" * (MOST_MARKS + 1), kind) == "stacked-marks"
    assert rule("Z" + "\u0351" * MOST_MARKS, kind) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam, Ürümqi, e\u0301\u0302\u0323",
        "הַתּוֹרָה",  # Hebrew with its points
        "ٱلسَّلَامُ عَلَيْكُمْ",  # Arabic with its vowels
        "नमस्ते",
        "བསྒྲུབས",  # Tibetan, which stacks letters below one another
        "ထိုင်း",
        "ก็ได้",
        "👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "☺",
        "…",
    ],
)
def test_words_of_every_script_are_taken(text: str) -> None:
    assert rule(text) == ""
