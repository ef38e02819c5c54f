"""The words a town sorts its listings by: what matters to people, where they live, who a listing is for.

They are data, not code: each town writes its own.
"""

from __future__ import annotations

from pydantic import Field

from generator.model.accepted import Accepted
from generator.model.base import Part
from generator.model.choice import Dimension
from generator.model.text import Id, Line, Prose, Several, Summary


class Goal(Part):
    """Something a person may want from life, by which visitors enter the directory.

    ```yaml
    goals:
      - id: work-or-study
        name: Work or study
        in_my_words: I want to work, learn or get back to either.
        dimensions: [purpose]
        keywords: [job, college, training]
    ```
    """

    id: Id
    """Short name for links: small letters, digits and hyphens."""
    name: Line
    """The goal in two to four words, as on a sign: Work or study."""
    in_my_words: Summary | None = None
    """The same in the words of somebody who wants it: I want ..."""
    summary: Summary
    """What this goal can mean to people, in one or two plain sentences."""
    description: Prose | None = None
    """More about it, for the goal's own page."""
    dimensions: Several[Dimension] = ()
    """Which of the four dimensions of recovery it belongs to: health, home, purpose, community."""
    questions: Several[Line] = ()
    """A few questions a person may ask themselves about it."""
    first_steps: Several[Line] = ()
    """A few small things to try."""
    keywords: Several[Line] = ()
    """Other words people type when they look for this: job, lonely, rent."""
    icon: Line | None = None
    """Name of the little picture beside it."""
    accepted: Several[Accepted] = ()
    """Warnings and notices that are right to leave as they are, each with check and because."""


class Area(Part):
    """A part of the town or county, as people there call it."""

    id: Id
    """Short name for links: small letters, digits and hyphens."""
    name: Line
    """What people call this area."""
    summary: Summary | None = None
    """What belongs to it, or how to get around, in one or two sentences."""
    postal_codes: Several[Line] = ()
    """Postal codes, or the first parts of them, that lie in this area."""
    neighbors: Several[Id] = ()
    """Ids of the areas next to it, to look in when there is nothing here."""
    latitude: float | None = Field(default=None, ge=-90, le=90)
    """Middle of the area, in degrees north."""
    longitude: float | None = Field(default=None, ge=-180, le=180)
    """Middle of the area, in degrees east."""
    accepted: Several[Accepted] = ()
    """Warnings and notices that are right to leave as they are, each with check and because."""


class Audience(Part):
    """People a listing is especially for, such as parents or veterans."""

    id: Id
    """Short name for links: small letters, digits and hyphens."""
    name: Line
    """As people would say it of themselves: Parents and carers."""
    keywords: Several[Line] = ()
    """Other words people type when they look for this."""
