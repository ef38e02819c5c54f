"""The shipped worksheets, and small ones made for a test."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.model.worksheet import Worksheet

FOLDER = Path(__file__).resolve().parents[2] / "listings" / "worksheets"


@cache
def shipped() -> dict[str, Worksheet]:
    """Each worksheet of the repository by its id, every value read as the text that was typed."""
    files = [
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for path in sorted(FOLDER.glob("*.yaml"))
    ]
    sheets = [Worksheet.model_validate(typed) for file in files for typed in file["worksheets"]]
    return {sheet.id: sheet for sheet in sheets}


def typed(*blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A worksheet as a volunteer might type it, with these blocks in its one section."""
    return {
        "id": "my-sheet",
        "name": "My sheet",
        "summary": "A sheet for a test.",
        "purpose": "It helps to test.",
        "minutes": "10",
        "author": "Waypost contributors",
        "licence": "CC0-1.0",
        "sections": [{"title": "First part", "blocks": list(blocks) or [LINES]}],
        **fields,
    }


def worksheet(*blocks: dict[str, Any], **fields: Any) -> Worksheet:
    return Worksheet.model_validate(typed(*blocks, **fields))


def told(sheet: dict[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    """Where each mistake of a typed sheet is, and what the model says about it; `missing` where nothing is typed."""
    with pytest.raises(ValidationError) as caught:
        Worksheet.model_validate(sheet)
    return [
        (detail["loc"], str(detail["ctx"]["error"]) if "ctx" in detail else detail["type"])
        for detail in caught.value.errors(include_url=False)
    ]


LINES = {"type": "lines", "id": "why", "prompt": "Why?"}

# One of each kind, with every option that shows.
EVERY_KIND: dict[str, dict[str, Any]] = {
    "lines": {"type": "lines", "id": "why", "prompt": "Why does it matter?", "hint": "A few words.", "rows": "4"},
    "scale": {"type": "scale", "id": "sure", "prompt": "How sure am I?", "hint": "Any number.", "min": "1", "max": "5",
              "low": "not sure", "high": "very sure"},
    "checklist": {"type": "checklist", "id": "bring", "prompt": "What do I bring?", "hint": "Tick some.", "columns": "3",
                  "items": ["Patience", {"name": "Humor", "hint": "a good laugh"}], "other": "Something else"},
    "cards": {"type": "cards", "id": "sort", "prompt": "What matters?", "hint": "One box a row.", "row_title": "Value",
              "choices": ["A lot", "Some"], "items": [{"name": "Calm", "hint": "quiet inside"}, "Fun"], "own_rows": "1"},
    "ranking": {"type": "ranking", "id": "top", "prompt": "Which two?", "hint": "The first first.", "row_title": "Value",
                "rows": "2", "scale": {"title": "How near?", "min": "0", "max": "3", "low": "far", "high": "near"}},
    "table": {"type": "table", "id": "steps", "prompt": "Which steps?", "hint": "Small ones.", "rows": "2",
              "columns": [{"name": "Step", "width": "5"}, {"name": "Days", "width": "1", "cell": "number"}]},
    "tracker": {"type": "tracker", "id": "week", "prompt": "Which days?", "hint": "Tick them.", "row_title": "What",
                "row_names": ["Walk", {"name": "Rest", "hint": "ten minutes"}], "own_rows": "1",
                "columns": ["Mon", "Tue"], "note_column": "What I noticed"},
    "circles": {"type": "circles", "id": "people", "prompt": "Who is there?", "hint": "First names.", "me": "Me",
                "rings": [{"name": "Close", "hint": "I can call them"}, "Farther"], "rows": "2", "alt": "Two rings."},
    "if_then": {"type": "if_then", "id": "plans", "prompt": "What if?", "hint": "One is enough.", "if_words": "If",
                "then_words": "then I will", "rows": "2"},
    "note": {"type": "note", "id": "rest", "prompt": "No rush", "text": "Take your time.\n\n- Skip a part\n- Come back",
             "hint": "It is yours."},
    "sign": {"type": "sign", "id": "signed", "prompt": "When?", "hint": "Any day.", "fields": ["Name", "Date"]},
    "cut_cards": {"type": "cut_cards", "id": "cards", "prompt": "Cut along the lines.", "hint": "Take care.",
                  "columns": "2", "items": [{"name": "Hope", "hint": "it can change"}, "Joy"], "own_cards": "1"},
}  # fmt: skip
