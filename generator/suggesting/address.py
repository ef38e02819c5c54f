"""The address behind "Suggest a change": the code host's form, or a letter, with the listing's answers filled in.

Browsers and mail programs take an address of about two thousand letters, so the longest answers stay out of it first: a
question without an answer means "as it is".

>>> form_address("https://example.org/issues/new", "Change: Tea", {"listing": "tea", "name": "Tea & talk"})
'https://example.org/issues/new?template=change-a-listing.yml&title=Change%3A%20Tea&listing=tea&name=Tea%20%26%20talk'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import quote

from generator.editing.form_fields import CHANGE
from generator.editing.form_reading import HEADING
from generator.model.web import mail_link
from generator.suggesting.questions import CHOICES, OPENING, PRIVATE, QUESTIONS, SHORT
from generator.words import Words

LONGEST = 2000
"""Of a whole address, in letters."""
TITLE, ANSWERS = "{title}", "{answers}"
"""Where the title and the questions with their answers go, in the address of a host that has no forms of its own."""

Say = Callable[[Words], str]


def form_address(form: str, title: str, answers: Mapping[str, str], speak: Say = str) -> str:
    """The address of the form with these answers, by the ids of its questions; `listing` always stays among them.

    A `form` with `{answers}` in it gets title and questions as texts, as hosts take them that fill in no fields. The
    address is empty where there is no room even for the questions.
    """
    if ANSWERS in form:
        before, after = (part.replace(TITLE, _quoted(title)) for part in form.split(ANSWERS, 1))
        return _letter(before, answers, speak, after)
    joint = "&" if "?" in form else "?"
    start = f"{form}{joint}template={CHANGE.name}.yml&title={_quoted(title)}"
    return start + "".join(
        f"&{key}={text}" for key, text in _fitting(answers, LONGEST - len(start), lambda key: len(key) + 2).items()
    )


def mail_address(mailbox: str, subject: str, answers: Mapping[str, str], speak: Say = str) -> str:
    """The address that begins a letter to the mailbox, with the same questions and answers (RFC 6068)."""
    start = f"{mail_link(mailbox)}?subject={_quoted(subject)}&body="
    return _letter(start, answers, speak) or start + _quoted(speak(SHORT))


def _letter(start: str, answers: Mapping[str, str], speak: Say, end: str = "") -> str:
    """An address with the questions as text, each with what the listing says now below it."""
    asked = {field.id: _as_heading(speak(QUESTIONS[field.id])) for field in CHANGE.fields}
    start += _quoted(speak(OPENING))
    end = _quoted(speak(PRIVATE)) + end
    room = LONGEST - len(start) - len(end) - sum(map(len, asked.values()))
    told = {key: speak(CHOICES[text]) if text in CHOICES else text for key, text in answers.items()}
    kept = _fitting(told, room, lambda _key: 0)
    found = start + "".join(f"{words}{kept.get(key, '')}" for key, words in asked.items()) + end
    return found if len(found) <= LONGEST else ""


def _fitting(answers: Mapping[str, str], room: int, beside: Callable[[str], int]) -> dict[str, str]:
    """As many answers as there is room for, fit for an address, without the longest; each takes some room beside it."""
    kept = {key: _quoted(text) for key, text in answers.items()}
    while sum(len(text) + beside(key) for key, text in kept.items()) > room:
        spare = [key for key in kept if key != "listing"]
        if not spare:
            break
        del kept[max(spare, key=lambda key: len(kept[key]))]
    return kept


@lru_cache(maxsize=64)
def _as_heading(question: str) -> str:
    """A question as every letter of a site has it."""
    return _quoted(f"\n\n{HEADING}{question}\n\n")


def _quoted(text: str) -> str:
    """Nothing in a text can end its place in an address; lines end as in letters."""
    return quote(text.replace("\r\n", "\n").replace("\n", "\r\n"), safe="")
