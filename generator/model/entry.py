"""What groups, services and worksheets have in common."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, ClassVar

from babel import Locale
from pydantic import BeforeValidator, WithJsonSchema

from generator.model.accepted import Accepted
from generator.model.base import Part, Refused
from generator.model.choice import Kind
from generator.model.day import Day, TimeSpan
from generator.model.text import Id, Line, Prose, Several, Summary, as_text
from generator.sign_languages import SIGN_LANGUAGES
from generator.words import say

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-(?:[A-Z]{2}|\d{3}))?")


@cache
def _known_languages() -> frozenset[str]:
    """Languages that the Unicode CLDR has a name for, sign languages among them (`ase` is American Sign Language)."""
    return frozenset(Locale("en").languages) | frozenset(SIGN_LANGUAGES)


def _language(value: object) -> str:
    tag = as_text(value).strip()
    if not _TAG.fullmatch(tag) or tag.partition("-")[0] not in _known_languages():
        raise Refused(
            "language",
            say("'{seen}' is not a language code.", seen=tag[:40]),
            say("Type the short code of the language: en for English, es for Spanish, ase for American Sign Language."),
        )
    return tag


LanguageTag = Annotated[
    str, BeforeValidator(_language), WithJsonSchema({"type": ["string", "boolean"], "examples": ["en", "es", "no"]})
]
"""A language as a BCP 47 code: en, es, pt-BR. (A program that reads YAML 1.1 takes a bare `no` for false; we do not.)"""


class Alert(Part):
    """News that must be seen first, such as a change of room (HSDS `service.alert`)."""

    text: Summary
    """The news in one or two sentences."""
    until: Day | None = None
    """Last day on which it is shown."""


class Entry(Part):
    """One listing: the fields that all kinds share."""

    kind: ClassVar[Kind]

    id: Id
    """Short name for links and file names: small letters, digits, hyphens. Never change it once it is published."""
    name: Line
    """The name as people know it."""
    alternate_names: Several[Line] = ()
    """Other names people use for it."""
    summary: Summary
    """What it is, in one or two plain sentences (up to 250 characters). It stands on cards and in search results."""
    description: Prose | None = None
    """More about it, in plain paragraphs. No markup."""
    goals: Several[Id] = ()
    """Ids of the goals it serves: what it helps people with."""
    keywords: Several[Line] = ()
    """Other words people type when they look for this."""
    languages: Several[LanguageTag] = ()
    """Languages one can use there; the directory's own where none is typed."""
    related: Several[Id] = ()
    """Ids of other listings that go well with it."""
    verified: Day | None = None
    """The day somebody last made sure that all of this is true."""
    verified_by: Line | None = None
    """Who made sure: a first name or a role, never a full name."""
    review_every: TimeSpan | None = None
    """How often it should be looked at again; the directory's own rhythm where none is typed."""
    accepted: Several[Accepted] = ()
    """Warnings and notices that are right to leave as they are, each with check and because."""
