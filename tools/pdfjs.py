"""Fetch pdf.js, the viewer of Firefox, for the tests of fillable sheets: `python tools/pdfjs.py`.

Nothing else needs it, and it is no part of a site. Its version and hash stand in tests/paper/pdfjs/package-lock.json.
Without npm, or without a network, the tests that need it are left out and say so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "paper" / "pdfjs"
FETCHED = FOLDER / "node_modules" / "pdfjs-dist"
LOCKED_HERE = FOLDER / "node_modules" / ".package-lock.json"

HOW_TO_GET_IT = "npm ci --omit=optional --ignore-scripts --prefix tests/paper/pdfjs"


def is_there() -> bool:
    """Whether pdf.js stands where the tests look for it, and is not older than what is locked."""
    lock = FOLDER / "package-lock.json"
    return FETCHED.is_dir() and LOCKED_HERE.is_file() and LOCKED_HERE.stat().st_mtime >= lock.stat().st_mtime


def main() -> None:
    if is_there():
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.stdout.write("pdf.js is not fetched, since there is no npm; tests in Firefox's PDF viewer are left out.\n")
        return
    sys.stdout.write("Fetching pdf.js for the tests of fillable sheets.\n")
    done = subprocess.run([npm, *HOW_TO_GET_IT.split()[1:], "--silent"], cwd=FOLDER.parent.parent.parent, check=False)
    if done.returncode:
        sys.stdout.write("That did not work; tests in Firefox's PDF viewer are left out.\n")


if __name__ == "__main__":
    main()
