"""How large the finder's index is: the data that every visit to the finder loads, and the shards that a search adds."""

from __future__ import annotations

import gzip
import statistics
from pathlib import Path

GROUPS = ("data.js", "words-*.js", "texts-*.js", "vocabulary.js")


def index_sizes(site: Path, listings: int) -> str:
    """One line for each kind of file, sizes gzipped at level 6 as static hosts do."""
    lines = []
    for pattern in GROUPS:
        sizes = sorted(
            len(gzip.compress(file.read_bytes(), 6)) for file in (site / "assets" / "find").glob(f"*/{pattern}")
        )
        if sizes:
            lines.append(
                f"  {pattern}: {len(sizes)} files, {sum(sizes):,} B gzip, {sum(sizes) / listings:.1f} B a listing, "
                f"median {statistics.median(sizes):,.0f}, largest {sizes[-1]:,}"
            )
    return "\n".join(lines)
