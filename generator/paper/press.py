"""The press: makes the PDF of a job, with Typst and a pass that finishes tags and form fields.

One press keeps its fonts and its compiler; make one in each process and print all its jobs on it. Nothing from outside
enters a PDF: no fonts of the machine, no clock, no network, and templates can read only their own folder.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from importlib.util import find_spec
from pathlib import Path

from generator.fonts import STYLES, truetype
from generator.paper.job import Job
from generator.words import Words, say

__all__ = ["Job", "Missing", "Press", "Unprintable", "is_there"]

TEMPLATES = Path(__file__).parent / "typst"
PACKAGES = ("typst", "pikepdf")

# Typst keeps the parts of a document until they were not used in so many compilations.
COMPILES_REMEMBERED = 10


class Missing(Exception):
    """A package that PDFs need is not installed."""

    def __init__(self, package: str) -> None:
        self.words: Words = say(
            "No PDFs were made, since the package {package} is not installed. For PDFs, type: pip install 'waypost[pdf]' "
            "(about 40 MB to fetch).",
            package=package,
        )
        super().__init__(str(self.words))


class Unprintable(Exception):
    """A job that cannot be printed as it is; `reason` says why, as the compiler said it."""

    def __init__(self, job: Job, reason: str) -> None:
        self.job, self.reason = job, reason
        super().__init__(f"{job.path}: {reason}")


def is_there() -> Missing | None:
    """What is missing for making PDFs, or nothing."""
    return next((Missing(package) for package in PACKAGES if not _is_installed(package)), None)


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ModuleNotFoundError:
        return False


class Press:
    """Prints jobs. Raises `Missing` where a package it needs is not installed."""

    def __init__(self) -> None:
        if missing := is_there():
            raise missing
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=sorted({str(truetype(style).parent) for style in STYLES}),
        )
        self._failure = typst.TypstError
        self._compiler = typst.Compiler(root=str(TEMPLATES), font_paths=fonts)

    def print(self, job: Job) -> bytes:
        """The finished PDF. Raises `Unprintable` where the template cannot set these words."""
        from generator.paper.finish import finished

        return finished(self.compiled(job), job)

    def compiled(self, job: Job) -> bytes:
        """The PDF as Typst makes it: tagged, with blanks as links and not yet packed."""
        # A document without a date would get the hour of the machine; this one is taken out again by the finish.
        moment = datetime.combine(job.day, time(), UTC) if job.day else datetime.fromtimestamp(0, UTC)
        try:
            made = self._compiler.compile(
                input=str(TEMPLATES / job.template),
                format="pdf",
                sys_inputs=job.inputs,
                pdf_standards=["ua-1"],
                timestamp=moment,
            )
        except self._failure as failure:
            raise Unprintable(job, failure.message) from failure
        if not isinstance(made, bytes):
            raise TypeError(f"{job.template}: the compiler made no PDF")
        self._forget()
        return made

    def _forget(self) -> None:
        """Make the compiler let go of what it remembers of a job: kept for ten more, that doubles the memory of a whole set."""
        # Without inputs of its own an empty page costs next to nothing: the library is not made again.
        for _ in range(COMPILES_REMEMBERED + 1):
            self._compiler.compile(input=b" ", format="svg")
