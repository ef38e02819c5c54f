"""One file as its bytes, and the changes made to it by splicing its text.

>>> file = TypedFile.of(b"name: Tea\\r\\nday: Monday\\r\\n")
>>> file.spliced([Splice(6, 9, "Tea and talk"), Splice(21, 21, "\\ntime: 18:30")]).data
b'name: Tea and talk\\r\\nday: Monday\\r\\ntime: 18:30\\r\\n'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Put `text` in place of what stands from `start` to `end`, both counted in the text with plain line feeds."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TypedFile:
    """A file of the directory; `text` is what the reader reads: without a byte order mark, with plain line feeds."""

    data: bytes
    text: str

    @classmethod
    def of(cls, data: bytes) -> TypedFile:
        """Raises `UnicodeDecodeError` for what is not UTF-8."""
        text = data.removeprefix(BOM).decode("utf-8")
        return cls(data, text.replace("\r\n", "\n").replace("\r", "\n"))

    @classmethod
    def read(cls, path: Path) -> TypedFile:
        """Raises `OSError` and `UnicodeDecodeError`."""
        return cls.of(path.read_bytes())

    @property
    def line_end(self) -> str:
        """What ends most of its lines."""
        windows = self.data.count(b"\r\n")
        old = self.data.count(b"\r") - windows
        plain = self.data.count(b"\n") - windows
        return max(("\n", plain), ("\r\n", windows), ("\r", old), key=lambda end: end[1])[0]

    def spliced(self, splices: Iterable[Splice]) -> TypedFile:
        """The file with the changes made, and every other byte as it was."""
        raw = self.data.removeprefix(BOM).decode("utf-8")
        joined = "\r\n" in raw
        pieces: list[str] = []
        done = raw_done = 0
        for splice in sorted(splices):
            if splice.start < done:
                raise ValueError("two changes overlap")
            start = _raw_position(raw, raw_done, splice.start - done) if joined else splice.start
            end = _raw_position(raw, start, splice.end - splice.start) if joined else splice.end
            pieces += [raw[raw_done:start], splice.text.replace("\n", self.line_end)]
            done, raw_done = splice.end, end
        pieces.append(raw[raw_done:])
        mark = BOM if self.data.startswith(BOM) else b""
        return TypedFile.of(mark + "".join(pieces).encode("utf-8"))

    def rewritten(self, text: str) -> TypedFile:
        """The file with a new text, and its byte order mark and line ends kept."""
        mark = BOM if self.data.startswith(BOM) else b""
        return TypedFile.of(mark + text.replace("\n", self.line_end).encode("utf-8"))


def _raw_position(raw: str, start: int, count: int) -> int:
    """The position so many characters after another, where `\\r\\n` counts as one."""
    at = start
    while count:
        pair = raw.find("\r\n", at)
        if pair < 0 or pair - at >= count:
            return at + count
        count -= pair - at + 1
        at = pair + 2
    return at
