"""How form fields look, empty and chosen, drawn as paths: no font of symbols is needed, and grey printers show them.

An empty field's appearance is `q Q`, which draws nothing; a stream of no bytes at all makes some viewers complain.
"""

from __future__ import annotations

from enum import Enum

from pikepdf import Array, Dictionary, Name, Pdf

from generator.paper.tags import Node

# How far the handles of a cubic curve stand off for a quarter of a circle, in radii: (4/3) tan(pi/8).
HANDLE = 0.5523


class Mark(Enum):
    """What is seen of a chosen box."""

    TICK = "tick"
    DOT = "dot"
    RING = "ring"
    """A thick ring round a number that must stay readable."""


class Appearances:
    """The appearance streams of one PDF; boxes of one size share theirs."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[float, float, bytes], Node] = {}

    def of_text(self, width: float, height: float) -> Node:
        """An empty field for words: whoever shows typed words replaces what stands between the two marks."""
        return Dictionary(N=self._stream(width, height, b"/Tx BMC q Q EMC"))

    def of_choice(self, width: float, height: float, mark: Mark, chosen: str) -> Node:
        """A box that can be off or have the state `chosen`."""
        on, off = self._stream(width, height, _drawn(width, height, mark)), self._stream(width, height, b"q Q")
        return Dictionary(N=Dictionary({f"/{chosen}": on, "/Off": off}))

    def _stream(self, width: float, height: float, drawing: bytes) -> Node:
        key = (round(width, 1), round(height, 1), drawing)
        if key not in self._made:
            stream = self._pdf.make_stream(drawing)
            stream.Type, stream.Subtype = Name.XObject, Name.Form
            stream.BBox, stream.Resources = Array([0, 0, *key[:2]]), Dictionary()
            self._made[key] = self._pdf.make_indirect(stream)
        return self._made[key]


def _drawn(width: float, height: float, mark: Mark) -> bytes:
    radius = min(width, height) / 2
    if mark is Mark.TICK:
        points = ((0.2, 0.52, "m"), (0.42, 0.25, "l"), (0.82, 0.78, "l"))
        path = " ".join(f"{width * x:.2f} {height * y:.2f} {to}" for x, y, to in points)
        return f"q 0.1 G 1.6 w 1 J 1 j {path} S Q".encode()
    if mark is Mark.DOT:
        return f"q 0.1 g {_circle(width / 2, height / 2, radius * 0.6)} f Q".encode()
    return f"q 0.1 G 2.6 w {_circle(width / 2, height / 2, radius - 1.3)} s Q".encode()


def _circle(x: float, y: float, radius: float) -> str:
    handle = radius * HANDLE
    quarters = (
        (x - radius, y + handle, x - handle, y + radius, x, y + radius),
        (x + handle, y + radius, x + radius, y + handle, x + radius, y),
        (x + radius, y - handle, x + handle, y - radius, x, y - radius),
        (x - handle, y - radius, x - radius, y - handle, x - radius, y),
    )
    curves = " ".join(" ".join(f"{number:.2f}" for number in quarter) + " c" for quarter in quarters)
    return f"{x - radius:.2f} {y:.2f} m {curves}"
