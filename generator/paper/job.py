"""A PDF to be made: everything that enters it, and nothing of how it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.words import Words

BOOKLETS = "print"
"""What booklets and posters belong to, in the place of a worksheet's id."""


@dataclass(frozen=True)
class Job:
    """One PDF to be made. Two equal jobs give the same bytes on every machine.

    >>> job = Job("worksheets/x/x-a4.pdf", "sheet.typ", '{"title": "My goal"}', "My goal", "en", fillable=True)
    >>> job.inputs
    {'words': '{"title": "My goal"}', 'fillable': 'yes'}
    """

    path: str
    """Where it stands in the site: `worksheets/my-goal/my-goal-a4.pdf`."""
    template: str
    """Its template in the folder `typst`: `sheet.typ`."""
    words: str
    """Everything that enters, as JSON. The template reads it by `json(bytes(sys.inputs.words))`: words, never code."""
    title: str
    language: str
    """Code of the language that the sheet is written in, such as `en` or `pt-BR`."""
    fillable: bool = False
    """Blanks become form fields; the template asks `sys.inputs.fillable == "yes"`."""
    fold: bool = False
    """A copy with its pages laid out to be printed, folded and stapled. It has no tags."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """SVG pictures such as QR codes, by name: `image(bytes(sys.inputs.at("picture:qr")), format: "svg")`."""
    day: date | None = None
    """The day it tells of, for its metadata; left out, the file has no date and stays the same from day to day."""
    author: str = ""
    """Who answers for it, for its metadata: the directory's name."""
    subject: str = ""
    """What it is about in one sentence, for its metadata."""
    typed_size: float = 11
    """Size in points of what is typed into its form fields."""
    of: str = ""
    """Where it is offered: on the page of the worksheet with this id, or among the `BOOKLETS`."""
    label: Words | None = None
    """What the link to it says, beside others for the same page: `A4, to print`."""

    @property
    def inputs(self) -> dict[str, str]:
        """What the template finds in `sys.inputs`."""
        pictures = {f"picture:{name}": svg for name, svg in self.pictures.items()}
        return {"words": self.words, "fillable": "yes" if self.fillable else "no", **pictures}
