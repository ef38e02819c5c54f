"""Where things are kept between builds, in the project's folder: PDFs, days of change, the record of the last build.

It may be thrown away at any time; the next build only takes longer.
"""

from __future__ import annotations

from pathlib import Path

KEPT = Path(".cache", "waypost")
