"""What somebody sent by a form, as its answers: headings and texts, and nothing in a text is obeyed.

A code host sends the answers as Markdown, each below its question: `### Which listing?`, an empty line, the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.editing.files import NothingChanged
from generator.editing.form_fields import FORMS, Field, Form
from generator.problems import Level, Place, Problem
from generator.words import Words, say

MOST_BYTES = 100_000
"""More than any form with honest answers; a code host allows 65,536 letters."""
UNANSWERED = ("", "_No response_", "None", "_Keine Antwort_")
HEADING = "### "


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was typed, with the line of its question."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent; only questions with an answer are in it."""

    form: Form
    answers: Mapping[str, Answer]
    """By the ids of the fields."""

    def problem(self, field: Field, rule: str, message: Words, hint: Words) -> Problem:
        """What is wrong with an answer, with the line of its question."""
        place = Place("form", self.answers[field.id].line if field.id in self.answers else 1)
        named = say("{question} {message}", question=field.label, message=message)
        return Problem(place, Level.ERROR, rule, named, hint)


def read_form(data: bytes) -> Sent:
    """The answers in the body of an issue; raises `NothingChanged` for what no form has sent."""
    if len(data) > MOST_BYTES:
        raise NothingChanged(say("This is larger than {most} bytes, so it is no form of ours.", most=MOST_BYTES))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as cause:
        raise NothingChanged(say("This is not UTF-8 text, so it is no form of ours.")) from cause
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    form = _form_of(lines)
    found = _answers(form, lines)
    sent = Sent(form, {name: answer for name, answer in found.items() if answer.text not in UNANSWERED})
    missing = [field for field in form.fields if field.required and field.id not in sent.answers]
    if missing:
        hint = say("Edit what was sent, and answer it.")
        problems = tuple(sent.problem(field, "form", say("This was not answered."), hint) for field in missing)
        raise NothingChanged(say("Nothing was changed, because an answer is missing:"), problems)
    return sent


def _form_of(lines: list[str]) -> Form:
    headings = {line[len(HEADING) :].strip() for line in lines if line.startswith(HEADING)}
    for form in FORMS:
        if {field.label for field in form.fields} <= headings:
            return form
    raise NothingChanged(say("Nothing was changed: these are not the questions and answers of one of our forms."))


def _answers(form: Form, lines: list[str]) -> dict[str, Answer]:
    """Each answer below its question. A question that stands there twice, or out of its place, was typed by somebody."""
    by_label = {field.label: field for field in form.fields}
    starts = [
        (row, by_label[line[len(HEADING) :].strip()])
        for row, line in enumerate(lines)
        if line.startswith(HEADING) and line[len(HEADING) :].strip() in by_label
    ]
    if [field.id for _, field in starts] != [field.id for field in form.fields]:
        seen: set[str] = set()
        for row, field in starts:
            if field.id in seen:
                message = say("The question '{label}' stands here a second time.", label=field.label)
                hint = say("Take this line out of the answer; nobody could tell which of the two is meant.")
                problem = Problem(Place("form", row + 1), Level.ERROR, "form", message, hint)
                raise NothingChanged(say("Nothing was changed, because the form cannot be read:"), (problem,))
            seen.add(field.id)
        raise NothingChanged(say("Nothing was changed: the questions of this form are not in their order."))
    ends = [row for row, _ in starts[1:]] + [len(lines)]
    return {
        field.id: Answer("\n".join(lines[row + 1 : end]).strip(), row + 1)
        for (row, field), end in zip(starts, ends, strict=True)
    }
