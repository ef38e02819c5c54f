"""Prints the manual's page of each check from the check's own docstring: `python -m tools.check_pages`."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from pathlib import Path

from generator.checks import CHECKS
from generator.checks.finding import Check
from generator.problems import Level

FOLDER = Path(__file__).parents[1] / "docs" / "checks"

LEVELS: Mapping[Level, str] = {
    Level.ERROR: "An error: the directory is not published until it is mended.",
    Level.WARNING: "A warning: the directory is published, and somebody should look at this.",
    Level.NOTICE: "A notice: nothing stops, and it is somebody's turn to look at this.",
}
WORDS: Mapping[Level, str] = {Level.ERROR: "an error", Level.WARNING: "a warning", Level.NOTICE: "a notice"}

LEAVE = """
## How to leave it as it is

```yaml
    accepted:
      - check: {check}
        because: The reason, for whoever reads this file next.
```
"""

INDEX = """# Checks

`waypost check` reads the directory and tells every mistake it finds with file, line and column. The name at the end of a
line, in round brackets, is that of the check. What a single field may hold is told while reading; these checks look at
how things fit together. Examples on their pages are read as if today were 22 November 2026.

A warning or a notice that is right to leave as it is can be accepted where it stands, with the reason, in any goal, area,
organization, location, group, service or worksheet:

```yaml
    accepted:
      - check: review-due
        because: They answer letters only, and we wrote in May.
```

It is told again when there is nothing left to accept, so that no acceptance outlives its reason. Errors have to be mended.

| Check | Asks that | A finding is mostly |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """File name and text of each page, the list of all checks first."""
    rows = [f"| [{check.ID}]({check.ID}.md) | {_asks(check)} | {WORDS[check.LEVEL]} |" for check in CHECKS]
    return {"index.md": INDEX + "\n".join(rows) + "\n"} | {f"{check.ID}.md": _page(check) for check in CHECKS}


def _page(check: Check) -> str:
    first, _, rest = _manual(check).partition("\n\n")
    leave = "" if check.LEVEL is Level.ERROR else LEAVE.format(check=check.ID)
    return f"# {check.ID}\n\n**{first}**\n\n{LEVELS[check.LEVEL]}\n\n{rest}\n{leave}"


def _asks(check: Check) -> str:
    return _manual(check).partition("\n\n")[0].replace("\n", " ")


def _manual(check: Check) -> str:
    return inspect.cleandoc(check.__doc__ or "")


def write(folder: Path = FOLDER) -> None:
    """Write all pages, and take away those of checks that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
