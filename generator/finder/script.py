"""Data as a script: what a page may load by a plain `<script src>`, from the web and from a memory stick alike.

A page that was opened by a double click can fetch nothing, but it may run its own scripts. So each file of the index is
one call that hands its data to whoever listens; the order in which files arrive does not matter.
"""

from __future__ import annotations

import json
from importlib.resources import files

PARTS = "scripts"


def script(name: str, *data: object) -> bytes:
    """A script that hands over `[name, …data]`. ASCII alone, and no `<`, so that nothing in a listing can end it early.

    >>> script("words", 3, {"forms": ["café", "</script>"]}).decode()
    '(self.waypostFind=self.waypostFind||[]).push(["words",3,{"forms":["caf\\\\u00e9","\\\\u003c/script>"]}]);\\n'
    """
    text = compact([name, *data]).replace("<", "\\u003c")
    return f"(self.waypostFind=self.waypostFind||[]).push({text});\n".encode("ascii")


def compact(data: object) -> str:
    """JSON without a needless letter, in ASCII."""
    return json.dumps(data, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def find_script() -> bytes:
    """The finder's own script: its parts one after the other, in one strict function of their own.

    The parts are numbered by the order in which they stand. Comments and indentation stay in the source: a phone has no
    use for them, and they are a third of it.
    """
    folder = files("generator.finder") / PARTS
    parts = sorted((part for part in folder.iterdir() if part.name.endswith(".js")), key=lambda part: part.name)
    text = "\n".join(bare(part.read_text(encoding="utf-8"), part.name) for part in parts)
    return f'(function () {{\n"use strict";\n{text}\n}})();\n'.encode()


def bare(source: str, name: str) -> str:
    """A script without indentation, empty lines and lines that are comments.

    Raises `ValueError` where a text in backticks runs over several lines, since those would be changed too.

    >>> bare("/** Tea. */\\nfunction tea() {\\n  // hot\\n  return 1;\\n}", "tea.js").splitlines()
    ['function tea() {', 'return 1;', '}']
    """
    lines = []
    in_comment = False
    for number, line in enumerate(map(str.strip, source.splitlines()), 1):
        if in_comment or line.startswith("/*"):
            in_comment = "*/" not in line
            if not in_comment and not line.endswith("*/"):
                raise ValueError(f"{name}:{number}: a line begins as a comment and goes on as something else")
        elif line and not line.startswith("//"):
            if line.replace("\\`", "").count("`") % 2:
                raise ValueError(f"{name}:{number}: a text in backticks does not end on its line")
            lines.append(line)
    return "\n".join(lines)
