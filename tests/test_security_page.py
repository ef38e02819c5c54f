"""SECURITY.md promises nothing that no test proves."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| What holds", "|--"))]


def functions_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_each_line_names_tests_and_each_test_is_there() -> None:
    assert len(ROWS) > 25
    for row in ROWS:
        named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row)
        assert named, row
        for path, test in named:
            assert (ROOT / path).is_file(), path
            assert not test or test in functions_of(ROOT / path), f"{path}::{test}"


def test_each_kind_of_attack_says_what_holds() -> None:
    for part in PAGE.partition("## Who might attack")[2].partition("## What keepers")[0].split("\n### ")[1:]:
        assert "| What holds | Proven by |" in part, part.partition("\n")[0]
