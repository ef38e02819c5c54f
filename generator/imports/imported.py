"""What an import hands back, and how it is written: wholly, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.imports.entries import Entry
from generator.imports.report import Report
from generator.imports.report_page import report_page
from generator.problems import InputError, Level, Place, Problem, Say
from generator.words import Words, say

REPORT_FILE = "import-report.md"


@dataclass(frozen=True, slots=True)
class Imported:
    """A new directory as text, and the report about it."""

    files: Mapping[str, str]
    """The text of each file by its path inside the folder, with `/` between the names."""
    report: Report
    entries: Sequence[Entry] = ()
    """All that stands in the files, for a directory into which it is merged. `origin.id` is what the source calls the
    record, and stays the same from one export to the next; where it is empty, the record is known by our id."""
    ids_are_ours: bool = False
    """Whether what the source calls a record is its id in our own form, as in a table that a directory has published:
    then it is the listing of that id, if the directory has one."""


class Later(Mapping[str, str]):
    """Texts that are made when somebody asks for the first of them."""

    def __init__(self, make: Callable[[], Mapping[str, str]]) -> None:
        self._make = make

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return self._make()

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def write(imported: Imported, out: Path, spoken: Say = str, more: Mapping[str, str] | None = None) -> None:
    """Write the files and the report into a folder that is new or empty, and `more` files beside them.

    Raises `InputError` if it cannot be done; then nothing was written.
    """
    try:
        out = out.resolve()
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise _refused(out, say("'{out}' is not an empty folder.", out=out.name), say("Name a new folder."))
        out.parent.mkdir(parents=True, exist_ok=True)
        workplace = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
        try:
            pages = {REPORT_FILE: report_page(imported.report, spoken), **(more or {})}
            _write_all({**imported.files, **pages}, workplace)
            # A new folder of this kind is closed to others; a directory of files is not.
            workplace.chmod(0o755)
            if out.exists():
                out.rmdir()
            workplace.rename(out)
        except OSError:
            shutil.rmtree(workplace, ignore_errors=True)
            raise
    except OSError as cause:
        message = say("'{out}' cannot be written: {cause}.", out=out.name, cause=cause.strerror or cause)
        raise _refused(out, message, say("Name another folder.")) from None


def _write_all(files: Mapping[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _refused(out: Path, message: Words, hint: Words) -> InputError:
    return InputError([Problem(Place(out.name), Level.ERROR, "import", message, hint)])
