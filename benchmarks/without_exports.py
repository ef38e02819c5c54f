"""MkDocs with our plugin, but without the open data and calendars: what is left of a build when they are left out.

python -m benchmarks.without_exports build --quiet
"""

from __future__ import annotations

from unittest.mock import patch

from mkdocs.__main__ import cli

from generator import site_files

if __name__ == "__main__":
    with patch.object(site_files, "EXPORTS", ()):
        cli()
