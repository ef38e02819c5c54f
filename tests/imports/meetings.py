"""What the tests of meeting imports share: a file of records, its import, and the directory that comes of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.exports.meeting_guide import LEFT_OUT_PATH, PATH, files
from generator.imports.bmlt import import_bmlt
from generator.imports.imported import Imported, write
from generator.imports.meeting_guide import import_meeting_guide
from generator.imports.report import Happened
from generator.language import Language
from generator.load import Loaded, load
from generator.model.directory import Directory
from generator.problems import as_text
from generator.views.survey import Survey
from tests.imports.conftest import TODAY

IN_TOWN: dict[str, Any] = {"country": "US", "time_zone": "America/Chicago", "area_served": "Town", "language": "en-US"}
READERS = {"guide": import_meeting_guide, "bmlt": import_bmlt}


def brought_in(records: Any, folder: Path, reader: str = "guide", **told: Any) -> Imported:
    """The import of these records, from a file in the folder."""
    path = folder / "meetings.json"
    path.write_text(records if isinstance(records, str) else json.dumps(records), encoding="utf-8")
    return READERS[reader](path, name=told.pop("name", "Town"), today=TODAY, **{**IN_TOWN, **told})


def loaded(imported: Imported, folder: Path) -> Loaded:
    """What `waypost check` says of the new directory."""
    write(imported, folder / "new")
    return load(folder / "new" / "resources.yaml", root=folder / "new", today=TODAY)


def directory(imported: Imported, folder: Path) -> Directory:
    found = loaded(imported, folder)
    assert found.directory, "\n".join(as_text(problem) for problem in found.problems)
    return found.directory


def published(directory: Directory, site_url: str = "") -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of our own export of a directory, and what it leaves out."""
    survey = Survey(directory, TODAY, Language.load(directory.about.language))
    made = {file.path: json.loads(file.content) for file in files(survey, site_url)}
    return made[PATH], made[LEFT_OUT_PATH]


def told(imported: Imported, happened: Happened, field: str = "") -> Sequence[str]:
    """The reasons of the report for what happened to a field, or to anything."""
    return [
        str(line.reason) for line in imported.report.lines if line.happened is happened and field in ("", line.field)
    ]
