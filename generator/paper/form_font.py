"""The font of what people type into a PDF's fields.

A form's font is best a simple one, with a single byte for each letter: every viewer can write with it. Plain Helvetica
has Western European letters only, and viewers then lose the others when they save: "Zażółć gęślą" became "Zaó gl". So the
sheet's own face goes in, with the usual Western codes (WinAnsi) and other letters in the places of control characters
and of signs that nobody misses.
"""

from __future__ import annotations

import zlib
from functools import cache
from io import BytesIO

from fontTools import subset
from fontTools.agl import UV2AGL
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf

from generator.fonts import truetype
from generator.paper.tags import Node

FONT_NAME = "Atkinson"
STYLE = "Regular"
BASE_FONT = "/WAYPST+AtkinsonHyperlegible-Regular"

WESTERN = {
    code: bytes([code]).decode("cp1252") for code in range(32, 256) if code not in (127, 129, 141, 143, 144, 157, 173)
}
"""The code of each letter in WinAnsi; left out are codes without a letter, and the hyphen that is not seen."""

# Tab, line feed and carriage return keep their meaning in a field of several lines.
FREE = (*range(1, 9), 11, 12, *range(14, 32), 127, 129, 141, 143, 144, 157, *"ƒ†‡ˆ‰‹˜›¤¦¨¬¯¶¸¹µ".encode("cp1252"))
"""The codes that letters beyond Western Europe can have."""

LETTERS = {
    "pl": "ąćęłńśźżĄĆĘŁŃŚŹŻ",
    "cy": "ŵŷŴŶ",
    "hu": "őűŐŰ",
    "ro": "ășțĂȘȚ",
    "tr": "ğışĞİŞ",
    "cs": "čďěňřťůČĎĚŇŘŤŮ",
    "sk": "čďľĺňŕťČĎĽĹŇŔŤ",
    "hr": "čćđČĆĐ",
    "lt": "ąčęėįųūĄČĘĖĮŲŪ",
    "lv": "āčēģīķļņūĀČĒĢĪĶĻŅŪ",
}
"""What a language needs beyond WinAnsi, small letters first. Those of a sheet's own language come before all others."""


def form_font(pdf: Pdf, language: str) -> Node:
    """The font as an object of this PDF, for a sheet in this language."""
    codes, program, widths, shape = _font(language.partition("-")[0].casefold())
    file = _packed_stream(pdf, program)
    file.Length1 = len(program)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(BASE_FONT),
        Flags=32,
        ItalicAngle=0,
        StemV=80,
        FontFile2=file,
        FontBBox=Array(shape[:4]),
        Ascent=shape[4],
        Descent=shape[5],
        CapHeight=shape[6],
    )
    different = Array()
    for code in FREE:
        if code in codes:
            different.extend([code, Name(f"/{_glyph_name(codes[code])}")])
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(BASE_FONT),
            FirstChar=0,
            LastChar=255,
            Widths=Array(widths),
            FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=different),
            ToUnicode=_packed_stream(pdf, _letters_of_codes(codes)),
        )
    )


def _packed_stream(pdf: Pdf, content: bytes) -> Node:
    stream = pdf.make_stream(_packed(content))
    stream.Filter = Name.FlateDecode
    return stream


@cache
def _packed(content: bytes) -> bytes:
    """Packed once for all the sheets of a process."""
    return zlib.compress(content, 9)


def typable(language: str) -> frozenset[str]:
    """Every letter that a field of a sheet in this language can show and save.

    >>> set("Zażółć gęślą jaźń, ¿mañana?") <= typable("en")
    True
    """
    return frozenset(_font(language.partition("-")[0].casefold())[0].values())


@cache
def _font(language: str) -> tuple[dict[int, str], bytes, tuple[int, ...], tuple[int, ...]]:
    """The letter of each code, the subset of the face, the widths, and its box, ascent, descent and height of capitals."""
    face = TTFont(truetype(STYLE), recalcTimestamp=False)
    drawn = face.getBestCmap()
    wanted = dict.fromkeys("".join([LETTERS.get(language, ""), *LETTERS.values()]))
    codes = {code: letter for code, letter in WESTERN.items() if ord(letter) in drawn and code not in FREE}
    codes.update(zip(FREE, (letter for letter in wanted if ord(letter) in drawn), strict=False))

    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[], legacy_cmap=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[ord(letter) for letter in codes.values()])
    cut.subset(face)
    packed = BytesIO()
    face.save(packed)

    units = int(face["head"].unitsPerEm)
    head, line, metrics = face["head"], face["hhea"], face["hmtx"]

    def thousandths(length: int) -> int:
        return round(length * 1000 / units)

    widths = tuple(thousandths(metrics[drawn[ord(codes[code])]][0]) if code in codes else 0 for code in range(256))
    lengths = (head.xMin, head.yMin, head.xMax, head.yMax, line.ascent, line.descent, face["OS/2"].sCapHeight)
    return dict(sorted(codes.items())), packed.getvalue(), widths, tuple(map(thousandths, lengths))


def _glyph_name(letter: str) -> str:
    """The letter's name in the Adobe Glyph List."""
    return str(UV2AGL.get(ord(letter), f"uni{ord(letter):04X}"))


def _letters_of_codes(codes: dict[int, str]) -> bytes:
    """The table by which a reader gets letters back from codes (a CMap; at most 100 lines a block)."""
    lines = [f"<{code:02X}> <{ord(letter):04X}>" for code, letter in codes.items()]
    blocks = (lines[start : start + 100] for start in range(0, len(lines), 100))
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Waypost def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{mapped}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
