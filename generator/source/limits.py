"""How large and how deep a directory may be. Far above any real town, far below what could harm a build."""

from __future__ import annotations

LARGEST_FILE = 20_000_000
"""Bytes of one file."""

LARGEST_TOGETHER = 80_000_000
"""Bytes of all files of a directory."""

MOST_FILES = 20_000
"""Files of a directory, the first one included."""

MOST_LINES = 800_000
"""Lines of one file."""

MOST_VALUES = 1_000_000
"""Names, texts, and beginnings and ends of lists in one file; a listing has about 70."""

DEEPEST = 12
"""Lists and groups of values within one another; the file itself is the first."""

LONGEST_TEXT = 100_000
"""Characters of one text."""

LONGEST_KEY = 200
"""Characters of the name before a colon."""

MOST_PROBLEMS = 100
"""Problems told of one file; whoever has more mends these first."""
