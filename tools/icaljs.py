"""Fetch ical.js, the reader of several calendar programs, for the tests of calendars: `python tools/icaljs.py`.

Nothing else needs it, and it is no part of a site. Its version and hash stand in tests/exports/icaljs/package-lock.json.
Without npm and node, or without a network, the tests that need it are left out and say so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "exports" / "icaljs"
FETCHED = FOLDER / "node_modules" / "ical.js"
LOCKED_HERE = FOLDER / "node_modules" / ".package-lock.json"

HOW_TO_GET_IT = "npm ci --ignore-scripts --prefix tests/exports/icaljs"


def is_there() -> bool:
    """Whether node is there to run it, and ical.js stands where the tests look for it and is not older than what is locked."""
    lock = FOLDER / "package-lock.json"
    is_fetched = FETCHED.is_dir() and LOCKED_HERE.is_file() and LOCKED_HERE.stat().st_mtime >= lock.stat().st_mtime
    return is_fetched and shutil.which("node") is not None


def main() -> None:
    if is_there():
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.stdout.write("ical.js is not fetched, since there is no npm; tests with a calendar program are left out.\n")
        return
    sys.stdout.write("Fetching ical.js for the tests of calendars.\n")
    done = subprocess.run([npm, *HOW_TO_GET_IT.split()[1:], "--silent"], cwd=FOLDER.parent.parent.parent, check=False)
    if done.returncode:
        sys.stdout.write("That did not work; tests with a calendar program are left out.\n")


if __name__ == "__main__":
    main()
