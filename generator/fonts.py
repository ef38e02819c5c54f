"""Atkinson Hyperlegible for the web: the declared package's TrueType files as WOFF2, made once and kept in memory.

The face (Braille Institute, SIL Open Font License) was drawn for readers with low vision; the same files serve on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import fontpkg_atkinson_hyperlegible as package
from fontTools.ttLib import TTFont

from generator.made import AssetFile

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


def font_files() -> Iterator[AssetFile]:
    """The four styles as `assets/fonts/atkinson-hyperlegible-regular.woff2` and so on."""
    for style in STYLES:
        yield AssetFile(f"assets/fonts/atkinson-hyperlegible-{style.lower()}.woff2", _woff2(style))


@cache
def truetype(style: str) -> Path:
    """The declared package's file of a style, for whoever sets type on paper."""
    [source] = Path(package.__file__).parent.rglob(f"AtkinsonHyperlegible-{style}.ttf")
    return source


@cache
def _woff2(style: str) -> bytes:
    # Without this the head table would carry the hour of the build, and no two builds the same bytes.
    font = TTFont(truetype(style), recalcTimestamp=False)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()
