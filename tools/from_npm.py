"""Fetch what some tests run from the npm registry: `python -m tools.from_npm`.

pdf.js is the viewer of Firefox, for fillable sheets; ical.js is the reader of several calendar programs. Nothing else needs
them, and they are no part of a site. Version and hash of each stand in the package-lock.json of its folder. Without npm, or
without a network, the tests that need one are left out and say so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class FromNpm:
    """One package, and the folder of the tests that holds its lock and gets it."""

    package: str
    inside: str
    needed_for: str

    @property
    def folder(self) -> Path:
        return ROOT / self.inside

    @property
    def how_to_get_it(self) -> str:
        return f"npm ci --omit=optional --ignore-scripts --prefix {self.inside}"

    def is_there(self) -> bool:
        """Whether it stands where the tests look for it, and is not older than what is locked."""
        lock, fetched = self.folder / "package-lock.json", self.folder / "node_modules" / ".package-lock.json"
        stands = (self.folder / "node_modules" / self.package).is_dir() and fetched.is_file()
        return stands and fetched.stat().st_mtime >= lock.stat().st_mtime

    def fetch(self) -> None:
        """Fetch it, unless it is there; say so where that does not work."""
        if self.is_there():
            return
        npm = shutil.which("npm")
        if npm is None:
            _say(f"{self.package} is not fetched, since there is no npm; {self.needed_for} are left out.")
            return
        _say(f"Fetching {self.package} for {self.needed_for}.")
        done = subprocess.run([npm, *self.how_to_get_it.split()[1:], "--silent"], cwd=ROOT, check=False)
        if done.returncode:
            _say(f"That did not work; {self.needed_for} are left out.")


PDFJS = FromNpm("pdfjs-dist", "tests/paper/pdfjs", "tests in Firefox's PDF viewer")
ICALJS = FromNpm("ical.js", "tests/exports/icaljs", "tests with a calendar program")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    for one in (PDFJS, ICALJS):
        one.fetch()
