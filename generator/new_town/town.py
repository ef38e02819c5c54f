"""What has to be known of a town before its site can begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model.about import About
from generator.model.base import Refused
from generator.model.refusals import refusals
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Town:
    """The answers, each as the directory's file holds it."""

    name: str
    area_served: str
    country: str
    time_zone: str
    language: str
    site_url: str
    email: str
    repository: str = ""
    """Where the files will be edited, such as https://github.com/our-town/directory; empty if that is not known yet."""


QUESTIONS: Mapping[str, tuple[Words, str]] = {
    "name": (say("What shall the directory be called?"), "Lantern Bay Waypost"),
    "area_served": (say("Which town, county or community does it serve?"), "Lantern Bay"),
    "country": (say("Which country is that, in two letters?"), "US"),
    "time_zone": (say("In which time zone are its times?"), "America/New_York"),
    "language": (say("In which language will it be written?"), "en-US"),
    "site_url": (say("At which address will the site stand?"), "https://example.org/our-town/"),
    "email": (say("Which public mailbox may visitors write to?"), "directory@example.org"),
}
"""What is asked, with an example each."""


def answered(name: str, typed: str) -> str:
    """One answer as the file will hold it; raises `Refused` with what was seen and what to type."""
    text = typed.strip()
    if name in ("site_url", "repository"):
        return _address(text)
    value: object = {"email": text} if name == "email" else text
    field = "contact" if name == "email" else name
    try:
        About.model_validate({field: value})
    except ValidationError as error:
        for refusal in refusals(error, About):
            if refusal.where[:1] == (field,):
                raise Refused(refusal.rule, refusal.message, refusal.hint) from error
    return text.upper() if name == "country" else text


def _address(text: str) -> str:
    """An address of a site, with a slash at its end."""
    from generator.model.contact import Contact

    try:
        Contact.model_validate({"website": text})
    except ValidationError as error:
        refusal = next(iter(refusals(error, Contact)))
        raise Refused(refusal.rule, refusal.message, refusal.hint) from error
    return text if text.endswith("/") else f"{text}/"
