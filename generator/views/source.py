"""Where a listing came from, if it is not our own: whose it is, where it stands there, on what terms, as of when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.entry import Entry
from generator.model.neighbour import Neighbour
from generator.views.survey import Survey
from generator.words import say


@dataclass(frozen=True, slots=True)
class Source:
    """A neighbour's directory, as the page of one of its listings names it; an empty text means that nobody said."""

    name: str
    sentence: str
    site: str
    page: str
    """The listing's own page there, or the site."""
    licence: str
    licence_url: str
    day: str
    """As of which it is shown, in ISO 8601."""
    said: Sequence[str]
    """What it belongs to there, in the neighbour's words."""


def source_of(entry: Entry, survey: Survey) -> Source | None:
    """The neighbour that keeps this listing, or None for our own."""
    neighbour = survey.directory.neighbour_of(entry)
    if neighbour is None:
        return None
    return Source(
        name=neighbour.name,
        sentence=_sentence(neighbour, survey),
        site=neighbour.site or "",
        page=page_there(entry, neighbour),
        licence=neighbour.licence.name if neighbour.licence else "",
        licence_url=(neighbour.licence.url or "") if neighbour.licence else "",
        day=neighbour.made.isoformat() if neighbour.made else "",
        said=neighbour.said.get(entry.id, ()),
    )


def page_there(entry: Entry, neighbour: Neighbour) -> str:
    """The address of the listing's page there, or of the neighbour's site; empty if neither is known."""
    return neighbour.pages.get(entry.id) or neighbour.site or ""


def from_whom(entry: Entry, survey: Survey) -> str:
    """The few words on a row; nothing for our own."""
    neighbour = survey.directory.neighbour_of(entry)
    return survey.language.say(say("From {directory}", directory=neighbour.name)) if neighbour else ""


def in_one_line(entry: Entry, survey: Survey) -> str:
    """On paper and in files without fields for it: whose it is, under which licence, as of when; nothing for our own."""
    neighbour = survey.directory.neighbour_of(entry)
    if neighbour is None:
        return ""
    licence = neighbour.licence.name if neighbour.licence else ""
    day = survey.language.date(neighbour.made) if neighbour.made else ""
    if licence and day:
        words = say("From {directory}, as of {day}, {licence}", directory=neighbour.name, day=day, licence=licence)
    elif day:
        words = say("From {directory}, as of {day}", directory=neighbour.name, day=day)
    elif licence:
        words = say("From {directory}, {licence}", directory=neighbour.name, licence=licence)
    else:
        words = say("From {directory}", directory=neighbour.name)
    return survey.language.say(words)


def _sentence(neighbour: Neighbour, survey: Survey) -> str:
    if neighbour.made is None:
        return survey.language.say(say("This listing is kept by {directory}, not by us.", directory=neighbour.name))
    return survey.language.say(
        say(
            "This listing is kept by {directory}, not by us. It is shown as it was there on {day}.",
            directory=neighbour.name,
            day=survey.language.date(neighbour.made),
        )
    )
