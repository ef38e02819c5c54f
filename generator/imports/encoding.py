"""In which encoding a file is written, as far as its bytes tell, and what a person should know of it.

>>> encoding_of([b"caf\\xc3", b"\\xa9"]), encoding_of([b"caf\\xe9"]), encoding_of([b"{\\x00}\\x00"])
('utf-8-sig', 'cp1252', 'utf-16-le')
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

from generator.imports.report import Report
from generator.words import say

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_ENOUGH = 4
"""Bytes at the beginning that tell an encoding without a mark: `{` and a quotation mark, each with an empty byte."""


def encoding_of(pieces: Iterable[bytes]) -> str:
    """The name of the encoding: by a mark, by empty bytes beside letters, UTF-8 if all of it is, or else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    begin = b""
    try:
        for piece in pieces:
            if len(begin) < _ENOUGH:
                begin += piece[:_ENOUGH]
                found = _by_its_beginning(begin)
                if found:
                    return found
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _by_its_beginning(begin: bytes) -> str:
    for mark, name in _MARKS:
        if begin.startswith(mark):
            return name
    # Text in UTF-16 without its mark: every second byte of plain letters is empty.
    if len(begin) >= 2 and begin[0] and not begin[1] and begin[3:4] in {b"", b"\0"}:
        return "utf-16-le"
    if len(begin) >= 2 and not begin[0] and begin[1] and begin[2:3] in {b"", b"\0"}:
        return "utf-16-be"
    return ""


def decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    """The text in pieces; what is no character of the encoding becomes U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for piece in pieces:
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def tell_of_encoding(file: str, encoding: str, unclear: int, report: Report) -> None:
    """A note where it is not UTF-8; `unclear` counts the characters that do not exist in the encoding."""
    if encoding.startswith(("utf-16", "utf-32")):
        name = encoding[:6].upper()
        report.note(say("{file} is in {encoding} and was read so.", file=file, encoding=name))
    elif encoding == "cp1252":
        if unclear:
            report.note(
                say(
                    "{file} is not in UTF-8; it was read as Windows-1252. Characters that do not exist there: {n}.",
                    file=file,
                    n=unclear,
                )
            )
        else:
            report.note(say("{file} is not in UTF-8; it was read as Windows-1252. Look at the accents.", file=file))
