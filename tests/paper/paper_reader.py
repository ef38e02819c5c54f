"""Reads PDFs as a reader does: by PDFium, which shares nothing with what made them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2


def pages_of(content: bytes) -> list[str]:
    """The text of each page, with single spaces; lines stay apart."""
    with pypdfium2.PdfDocument(content) as pdf:
        return [_plain(page.get_textpage().get_text_range()) for page in pdf]


def in_one_line(text: str) -> str:
    """The text as somebody reads it who goes on at the end of a line."""
    return re.sub(r"\s+", " ", text)


def boxes_of(content: bytes) -> list[tuple[tuple[float, float], Sequence[tuple[float, float, float, float]]]]:
    """For each page its size, and the box of each of its letters: left, bottom, right, top."""
    with pypdfium2.PdfDocument(content) as pdf:
        found: list[tuple[tuple[float, float], Sequence[tuple[float, float, float, float]]]] = []
        for page in pdf:
            text = page.get_textpage()
            seen = [text.get_charbox(number) for number in range(text.count_chars())]
            found.append((page.get_size(), [box for box in seen if box[2] > box[0]]))
        return found


def _plain(text: str) -> str:
    # PDFium tells of a break within a word by a mark of its own.
    text = (
        text.replace("\ufffe", "")
        .replace("\u200b", "")
        .replace("\u00a0", " ")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
    return "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
