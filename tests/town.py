"""A small town for tests: a directory made from a few lines of YAML, as a volunteer would type them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from generator.language import Language
from generator.load import Loaded, load
from generator.model.directory import Directory
from generator.problems import as_text
from generator.views.survey import Survey

TODAY = date(2026, 11, 22)
"""A Sunday; Thursday of that week is Thanksgiving Day."""

HEAD = """\
directory:
  name: Small Town
  area_served: Small Town
  country: US
  time_zone: America/New_York
  language: en-US
  contact: {email: desk@example.org}
crisis: US
"""


def read(text: str, folder: Path, *, today: date = TODAY) -> Loaded:
    """What `waypost check` would know of this text, after the head of a small town."""
    file = folder / "resources.yaml"
    file.write_text(HEAD + dedent(text), encoding="utf-8")
    return load(file, root=folder, today=today)


def town(text: str, folder: Path, *, today: date = TODAY) -> Directory:
    """The directory of a text that has no errors."""
    loaded = read(text, folder, today=today)
    assert loaded.directory, "\n".join(as_text(problem) for problem in loaded.problems)
    return loaded.directory


def survey(text: str, folder: Path, *, today: date = TODAY, language: str = "en-GB") -> Survey:
    """The same as seen on a day."""
    return Survey(town(text, folder, today=today), today, Language.load(language))
