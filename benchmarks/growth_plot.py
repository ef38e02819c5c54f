"""The plot of how builds grow with the number of listings: growth.svg, drawn from the figures of a run.

    python -m benchmarks.growth_plot FOLDER/builds.json benchmarks/growth.svg

Both scales are logarithmic: lines that rise alike grow alike.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from benchmarks.build_rounds import median

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 30, 60
LABEL = 17
"""Height of a line of words."""

MARKS = ("circle", "square", "diamond", "up", "down", "cross", "ring")
"""Lines are told apart by their marks and names; ours alone has a colour."""

STYLE = """\
svg { background: #fff; color: #222; font: 14px system-ui, sans-serif }
text { fill: currentColor }
.grid { stroke: #ddd } .line { fill: none; stroke: #777; stroke-width: 1.5 } .mark { fill: #777; stroke: #777 }
.ours .line { stroke: #0f5c5c; stroke-width: 3.5 } .ours .mark { fill: #0f5c5c; stroke: #0f5c5c } .ours text { font-weight: bold }
@media (prefers-color-scheme: dark) {
  svg { background: #16211f; color: #eee } .grid { stroke: #3a4744 } .line, .mark { stroke: #aaa } .mark { fill: #aaa }
  .ours .line { stroke: #7fd0c6 } .ours .mark { fill: #7fd0c6; stroke: #7fd0c6 }
}
"""

Lines = Mapping[str, Sequence[tuple[int, float]]]
"""Of each builder the seconds by the number of listings."""


def plot(lines: Lines) -> str:
    """The picture."""
    scale = _Scale([size for points in lines.values() for size, _ in points], [s for p in lines.values() for _, s in p])
    told = "; ".join(
        f"{name}: {', '.join(f'{seconds:.1f} s at {size:,}' for size, seconds in points)}"
        for name, points in lines.items()
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title desc">',
        '<title id="title">Seconds of a build from nothing, by the number of listings</title>',
        f'<desc id="desc">{escape(told)}.</desc>',
        f"<style>{STYLE}</style>",
        *_grid(scale),
    ]
    ends = _apart({name: scale.y(points[-1][1]) for name, points in lines.items()})
    for number, (name, points) in enumerate(lines.items()):
        at = [(scale.x(size), scale.y(seconds)) for size, seconds in points]
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts += [
            f'<g class="{"ours" if name == "ours" else "other"}"><polyline class="line" points="{way}"/>',
            *(_mark(MARKS[number % len(MARKS)], x, y) for x, y in at),
            _mark(MARKS[number % len(MARKS)], WIDTH - RIGHT + 16, ends[name]),
            f'<text x="{WIDTH - RIGHT + 26}" y="{ends[name] + 5:.1f}">{escape(name)}</text></g>',
        ]
    return "\n".join([*parts, "</svg>", ""])


class _Scale:
    """Where a number of listings and a number of seconds stand."""

    def __init__(self, sizes: Sequence[int], seconds: Sequence[float]) -> None:
        self.sizes = sorted(set(sizes))
        self.low, self.high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
        self._few, self._many = math.log10(min(sizes)), math.log10(max(*sizes, min(sizes) * 2))

    def x(self, size: int) -> float:
        return LEFT + (math.log10(size) - self._few) / (self._many - self._few) * (WIDTH - LEFT - RIGHT)

    def y(self, seconds: float) -> float:
        share = (math.log10(seconds) - self.low) / max(self.high - self.low, 1)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _grid(scale: _Scale) -> Iterator[str]:
    for power in range(scale.low, scale.high + 1):
        y = scale.y(10**power)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{10**power:g} s</text>'
    for size in scale.sizes:
        yield f'<text x="{scale.x(size):.1f}" y="{HEIGHT - BOTTOM + 24}" text-anchor="middle">{size:,}</text>'
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    yield f'<text x="{middle:.0f}" y="{HEIGHT - 12}" text-anchor="middle">listings</text>'


def _mark(kind: str, x: float, y: float) -> str:
    shapes = {
        "circle": f'<circle class="mark" cx="{x:.1f}" cy="{y:.1f}" r="4"/>',
        "ring": f'<circle class="mark" fill-opacity="0" cx="{x:.1f}" cy="{y:.1f}" r="4"/>',
        "square": f'<path class="mark" d="M{x - 4:.1f} {y - 4:.1f}h8v8h-8z"/>',
        "diamond": f'<path class="mark" d="M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z"/>',
        "up": f'<path class="mark" d="M{x:.1f} {y - 5:.1f}l5 9h-10z"/>',
        "down": f'<path class="mark" d="M{x:.1f} {y + 5:.1f}l5-9h-10z"/>',
        "cross": f'<path class="mark" d="M{x - 4:.1f} {y - 4:.1f}l8 8m0-8l-8 8"/>',
    }
    return shapes[kind]


def _apart(places: Mapping[str, float]) -> dict[str, float]:
    """The heights of the names at the ends, moved down where two would stand upon one another.

    >>> _apart({"a": 100.0, "b": 105.0, "c": 200.0})
    {'a': 100.0, 'b': 117.0, 'c': 200.0}
    """
    found: dict[str, float] = {}
    last = -math.inf
    for name, y in sorted(places.items(), key=lambda one: one[1]):
        last = found[name] = max(y, last + LABEL)
    return {name: found[name] for name in places}


def lines_of(rows: Sequence[Mapping[str, object]]) -> Lines:
    """The lines from the rows of builds.json; a builder with one size only has none."""
    found: dict[str, list[tuple[int, float]]] = {}
    for row in rows:
        cold = row["cold"]
        if isinstance(cold, list) and cold and not row["failed"]:
            found.setdefault(str(row["name"]), []).append((int(str(row["size"])), median(run["wall"] for run in cold)))
    return {name: sorted(points) for name, points in found.items() if len(points) > 1}


if __name__ == "__main__":
    drawn = plot(lines_of(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
    Path(sys.argv[2]).write_text(drawn, encoding="utf-8")
