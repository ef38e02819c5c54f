"""The forms by which people without an editor tell of a change: their questions, once, for the files of the code host and
for reading the answers.

`.github/ISSUE_TEMPLATE/` holds the same as YAML; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form. The `id` is what an address fills in beforehand (`?when=Tuesday`), so it never changes."""

    id: str
    label: str
    """The question as it stands above the answer in what is sent."""
    kind: str = "input"
    """What one answers with: input, textarea, dropdown or checkboxes."""
    path: tuple[str, ...] = ()
    """Where the answer goes in the listing; empty for what only people read."""
    required: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    """The answers to choose from, as they are read, with what they mean in the listing."""
    several: bool = False
    refers_to: str = ""
    """The list of the directory where the answer must be found, by id or name."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the name of its file, the label that the code host puts on what is sent, and its questions in order."""

    name: str
    label: str
    fields: tuple[Field, ...]


JOINING = {
    "Just come": "drop_in",
    "Get in touch first": "contact_first",
    "Sign up first": "sign_up",
    "Somebody has to refer you": "referral",
}
COST = {"Free": "free", "A donation is welcome": "donation", "What your income allows": "sliding_scale"}
STATUS = {"It is on": "active", "It is paused for now": "paused", "It has ended for good": "ended"}
KIND = {"A group of people who meet as equals": "groups", "A service of an organization": "services"}

LISTING = Field("listing", "Which listing?", required=True)
HOW_KNOWN = Field("how-known", "How do you know?", "textarea", required=True)
PRIVATE = Field("private", "Before you send", "checkboxes", required=True)
NAME = Field("name", "What is it called?", path=("name",))
SUMMARY = Field("summary", "What is it, in one or two sentences?", path=("summary",))
DETAILS = (
    Field("when", "When is it on?", path=("schedule",)),
    Field("place", "Where is it?", path=("location",), refers_to="locations"),
    Field("phone", "Which number can people call?", path=("contact", "phones"), several=True),
    Field("email", "Which mail address can people write to?", path=("contact", "email")),
    Field("website", "Which page on the web is about it?", path=("contact", "website")),
    Field("joining", "How does one come in?", "dropdown", path=("joining",), options=JOINING),
    Field("cost", "What does it cost?", "dropdown", path=("cost",), options=COST),
    Field("first-visit", "What happens on a first visit?", "textarea", path=("first_visit",)),
)

CHANGE = Form(
    "change-a-listing",
    "form: change a listing",
    (
        LISTING,
        NAME,
        SUMMARY,
        Field("status", "Is it still on?", "dropdown", path=("status",), options=STATUS),
        Field("news", "News that visitors must see first", path=("alert", "text")),
        *DETAILS,
        HOW_KNOWN,
        PRIVATE,
    ),
)
NEW = Form(
    "new-listing",
    "form: new listing",
    (
        Field("kind", "What kind of listing is it?", "dropdown", required=True, options=KIND),
        replace(NAME, required=True),
        replace(SUMMARY, required=True),
        *DETAILS,
        Field("areas", "Which part of town is it for?", path=("areas",), several=True, refers_to="areas"),
        HOW_KNOWN,
        PRIVATE,
    ),
)
WRONG = Form(
    "a-listing-is-wrong",
    "form: a listing is wrong",
    (
        LISTING,
        Field("wrong", "What is wrong?", "textarea", required=True),
        Field("right", "What is right, if you know?", "textarea"),
        HOW_KNOWN,
        PRIVATE,
    ),
)
QUESTION = Form(
    "question",
    "form: question",
    (Field("question", "What would you like to know?", "textarea", required=True), PRIVATE),
)
FORMS = (CHANGE, NEW, WRONG, QUESTION)
