"""The figures of a run as tables in Markdown, ready for benchmarks/README.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.build_rounds import Row, median
from benchmarks.measuring import Measured

STOCK = "mkdocs"


def tables(rows: Sequence[Row]) -> str:
    """Every table there are figures for."""
    return "\n".join([*_times(rows), "", *_written(rows), "", *_growth(rows)]) + "\n"


def _times(rows: Sequence[Row]) -> Iterator[str]:
    yield "| listings | builder | cold, s (fastest-slowest) | to stock | processor s | to stock | unchanged, s | to stock's cold | edited, s | peak MB: largest, all |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    stock = {row.size: median(run.wall for run in row.cold) for row in rows if row.name == STOCK}
    stock_cpu = {row.size: median(run.cpu for run in row.cold) for row in rows if row.name == STOCK}
    for row in rows:
        if row.failed:
            yield f"| {row.size:,} | {row.name} | fails: {row.failed[:120]} | | | | | | | |"
            continue
        base = stock.get(row.size, float("nan"))
        cold, warm = median(run.wall for run in row.cold), median(run.wall for run in row.warm)
        cells = [
            f"{row.size:,}",
            row.name,
            _spread(row.cold),
            _ratio(cold, base),
            f"{median(run.cpu for run in row.cold):.2f}",
            _ratio(median(run.cpu for run in row.cold), stock_cpu.get(row.size, float("nan"))),
            _spread(row.warm) if row.warm else "",
            _ratio(warm, base) if row.warm else "",
            f"{median(run.wall for run in row.edit):.2f}" if row.edit else "",
            f"{max(run.largest for run in row.cold):.0f}, {max(run.together for run in row.cold):.0f}",
        ]
        yield f"| {' | '.join(cells)} |"


def _written(rows: Iterable[Row]) -> Iterator[str]:
    yield "| listings | builder | pages as ours | files | written with nothing changed (other bytes) | with one listing edited (other bytes) |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        if row.unchanged and row.edited:
            none, one = row.unchanged, row.edited
            yield (
                f"| {row.size:,} | {row.name} | {row.same} | {none.files:,} | {none.written:,} ({none.other:,}) "
                f"| {one.written:,} ({one.other:,}) |"
            )


def _growth(rows: Sequence[Row]) -> Iterator[str]:
    sizes = sorted({row.size for row in rows})
    if len(sizes) < 2:
        return
    few, many = sizes[-2:]
    yield f"| builder | cold, {few:,} to {many:,} listings |"
    yield "|---|---|"
    cold = {(row.name, row.size): median(run.wall for run in row.cold) for row in rows if row.cold}
    for name in dict.fromkeys(row.name for row in rows):
        if (name, few) in cold and (name, many) in cold:
            yield f"| {name} | {cold[name, many] / cold[name, few]:.1f} times |"


def _spread(runs: Sequence[Measured]) -> str:
    walls = [run.wall for run in runs]
    return f"{median(walls):.2f} ({min(walls):.2f}-{max(walls):.2f})"


def _ratio(one: float, base: float) -> str:
    return f"{one / base:.2f}" if base == base else ""
