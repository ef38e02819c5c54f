"""How large the pages of listings are, as they are and as a server sends them.

python -m benchmarks.page_sizes SITE
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

LISTINGS = ("groups/*/index.html", "services/*/index.html")


def sizes(site: Path) -> tuple[Sequence[int], Sequence[int]]:
    """Bytes of each listing's page, raw and gzip."""
    contents = [page.read_bytes() for pattern in LISTINGS for page in sorted(site.glob(pattern))]
    return [len(content) for content in contents], [len(gzip.compress(content, 6, mtime=0)) for content in contents]


def told(site: Path) -> str:
    """The sizes in a sentence."""
    raw, packed = sizes(site)
    parts = [
        f"{name} {statistics.median(of) / 1000:.1f} kB (largest {max(of) / 1000:.1f})"
        for name, of in (("raw", raw), ("gzip", packed))
    ]
    return f"{len(raw):,} pages of listings, median: {', '.join(parts)}"


if __name__ == "__main__":
    print(told(Path(sys.argv[1])))
