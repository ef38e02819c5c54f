"""The forms that `waypost import` reads, one a line; each is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from generator.imports.imported import Imported


@dataclass(frozen=True, slots=True)
class Format:
    """One form: its name on the command line, the function that reads it, and its help."""

    name: str
    module: str
    function: str
    help: str
    needs_mapping: bool = False
    """Whether its columns may be called anything."""

    @property
    def read(self) -> Callable[..., Imported]:
        """The function, with the arguments that all of them take."""
        found: Any = getattr(import_module(self.module), self.function)
        return found  # type: ignore[no-any-return]


FORMATS = (
    Format(
        "hsds",
        "generator.imports.hsds",
        "import_hsds",
        """Take over an HSDS export (Open Referral): JSON of version 3.0, or CSV of versions 1 to 3.

        PATH is a file, a folder or a zip.
        """,
    ),
    Format(
        "meeting-guide",
        "generator.imports.meeting_guide",
        "import_meeting_guide",
        """Take over meetings in the Meeting Guide format, as JSON.""",
    ),
    Format("bmlt", "generator.imports.bmlt", "import_bmlt", """Take over meetings of a BMLT server, as JSON."""),
    Format(
        "csv",
        "generator.imports.spreadsheet",
        "import_csv",
        """Take over any spreadsheet, saved as CSV: one listing a row, with names of columns in the first row.

        \b
        Without --mapping it guesses what each column means and shows the guess. It writes it to NAME.mapping.yaml
        beside the file, for you to correct, and goes on when you say so.
        """,
        needs_mapping=True,
    ),
)
"""All of them, in the order of the help."""
