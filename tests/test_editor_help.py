"""The settings for an editor: they find the schema, and they read the lines that `waypost check` prints."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from generator.cli import main
from generator.problems import Level, Place, Problem, as_text
from generator.words import say

ROOT = Path(__file__).resolve().parent.parent


def settings(name: str) -> Any:
    """A file of settings, without the comments that editors allow in it."""
    text = (ROOT / ".vscode" / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_every_file_of_the_directory_has_its_schema() -> None:
    [(schema, files)] = settings("settings.json")["yaml.schemas"].items()
    assert json.loads((ROOT / schema).read_text(encoding="utf-8"))["properties"]["groups"]
    ours = [ROOT / "resources.yaml", *(ROOT / "listings").rglob("*.yaml")]
    assert [file.name for file in ours if not any(fnmatch(str(file.relative_to(ROOT)), one) for one in files)] == []


def test_an_editor_reads_the_lines_that_check_prints() -> None:
    [pattern] = [
        task["problemMatcher"]["pattern"]
        for task in settings("tasks.json")["tasks"]
        if isinstance(task["problemMatcher"], dict)
    ]
    place = Place("listings/groups.yaml", 41, 12)
    line = as_text(Problem(place, Level.ERROR, "phone-number", say("Not a number: 12:30."), say("Type it.")))
    found = re.match(pattern["regexp"], line)
    assert found
    assert (found[pattern["file"]], found[pattern["line"]], found[pattern["column"]]) == (
        "listings/groups.yaml",
        "41",
        "12",
    )


def test_the_extension_that_reads_the_schema_is_proposed() -> None:
    assert settings("extensions.json")["recommendations"] == ["redhat.vscode-yaml"]


def test_the_repositorys_own_directory_is_laid_out() -> None:
    done = CliRunner().invoke(main, ["format", "--check", "--resources", str(ROOT / "resources.yaml")])
    assert done.exit_code == 0, done.output
