"""Find the Chromium in which the tests open pages; run as a program, fetch Playwright's own if there is none.

The order: the path in WAYPOST_CHROMIUM, a Chromium or Chrome of the system, the one that Playwright keeps for itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ELSEWHERE = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)

# Nothing of its own on the line, and no second way for requests that tests and measurements would not see.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

HOW_TO_GET_ONE = """\
  Debian:          sudo apt install chromium
  macOS:           brew install --cask chromium
  anywhere:        the Python in .venv with  -m playwright install --with-deps chromium
or name one that is there:  WAYPOST_CHROMIUM=/where/it/is"""


def find() -> str | None:
    """The path of a Chromium that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    named = os.environ.get("WAYPOST_CHROMIUM")
    if named:
        # Who names one wants that one and no other.
        yield named
        return
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path
    yield from ELSEWHERE
    own = _playwrights_own()
    if own:
        yield own


def _playwrights_own() -> str | None:
    # In a process of its own: Playwright keeps an event loop, and the caller may have one already.
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as it: print(it.chromium.executable_path)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    return done.stdout.strip() or None


def _starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    if os.name == "nt":
        # There, asking for the version opens a window.
        return True
    try:
        done = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    path = find()
    if path is None and "WAYPOST_CHROMIUM" not in os.environ:
        print("Browser for the tests: none found; fetching the one that Playwright keeps", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False)
        path = find()
    if path:
        print(f"Browser for the tests: {path}", flush=True)
        return 0
    if os.environ.get("WAYPOST_REQUIRE_ALL"):
        print(f"Browser for the tests: none to be had. To get one:\n{HOW_TO_GET_ONE}", file=sys.stderr)
        return 1
    print("Browser for the tests: none to be had; the tests that need one are left out", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
