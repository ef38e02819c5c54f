"""What is asked of somebody who adds a listing, in plain words and with an example each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `path` is where the answer goes in the listing, `option` how the command line calls it."""

    path: tuple[str, ...]
    ask: Words
    example: str
    option: str = ""
    required: bool = False
    several: bool = False
    """Several answers may be given, with commas between them."""
    refers_to: str = ""
    """The list of the directory whose ids are the answers."""

    @property
    def name(self) -> str:
        """What the option is called, without the two dashes."""
        return self.option or self.path[-1].replace("_", "-")


NAME = Question(("name",), say("What is it called?"), "Tuesday Talkers", required=True)
SUMMARY = Question(
    ("summary",),
    say("What is it, in one or two plain sentences?"),
    "Tea and talk among people who know low days from the inside.",
    required=True,
)
GOALS = Question(
    ("goals",), say("Which goals does it serve?"), "coping-skills, community", "goal", several=True, refers_to="goals"
)
_MEETING = (
    Question(("schedule",), say("When is it on?"), "Tuesday 18:30-20:00, or: 1st and 3rd Monday 19:00-20:30", "when"),
    Question(("attending",), say("How does one take part?"), "in_person, online, phone", several=True),
    Question(
        ("areas",),
        say("Which areas does it serve? Leave it empty for all."),
        "old-town",
        "area",
        several=True,
        refers_to="areas",
    ),
    Question(
        ("location",),
        say("Where is it? Type the id of a place, or street and number."),
        "1 Mill Street",
        refers_to="locations",
    ),
    Question(
        ("online", "url"),
        say("What is the link to join online, if it may be public?"),
        "https://example.org/join",
        "link",
    ),
    Question(("contact", "phones"), say("Which number can people call?"), "(207) 555-0142", "phone"),
    Question(("contact", "email"), say("Which mail address can people write to?"), "desk@example.org"),
    Question(("contact", "website"), say("Which page on the web is about it?"), "https://example.org/"),
    Question(("joining",), say("How does one come in?"), "drop_in, contact_first, sign_up or referral"),
    Question(("cost",), say("What does it cost?"), "free, donation or sliding_scale"),
)
QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "groups": (
        NAME,
        Question(("organization",), say("Which organization runs it?"), "peer-center", refers_to="organizations"),
        Question(("led_by",), say("Who leads it?"), "peers, professionals, family or volunteers"),
        SUMMARY,
        Question(
            ("first_visit",), say("What happens the first time somebody comes?"), "Somebody greets you at the door."
        ),
        GOALS,
        *_MEETING,
    ),
    "services": (
        NAME,
        Question(("organization",), say("Which organization runs it?"), "bayside-clinic", refers_to="organizations"),
        SUMMARY,
        GOALS,
        *_MEETING,
        Question(("waiting",), say("How long do people usually wait?"), "About two weeks."),
    ),
    "worksheets": (
        NAME,
        SUMMARY,
        Question(("purpose",), say("What is it good for?"), "It helps you notice what does you good.", required=True),
        Question(("minutes",), say("How many minutes does it take?"), "10 to 20", required=True),
        Question(("author",), say("Who wrote it?"), "Rosa, peer worker", required=True),
        Question(("licence",), say("Under which licence may people copy it?"), "CC0-1.0", required=True),
        GOALS,
        Question(
            ("prompt",), say("What is the first question on the sheet?"), "Three things that did me good", required=True
        ),
    ),
}
"""The questions of each list, in the order in which they are asked."""

KINDS: Mapping[str, str] = {"group": "groups", "service": "services", "worksheet": "worksheets"}
