"""No worksheet is a copy of a protected form, or goes by its name.

Some well-known forms belong to somebody: WRAP, the Recovery Star, the Stanley-Brown form, sheets that are sold. A copy of
one under a free licence promises what nobody here may give, and those who print it can get into trouble. So a sheet may not
carry such a name, name such a form as its source, or have the same parts in the same order with other words round them.

## Passes

```yaml
worksheets:
  - id: hard-day
    name: What helps me on a hard day
    summary: Write down what comforts you, so that you have it at hand.
    purpose: It helps you remember what helped before.
    minutes: 10
    author: Waypost contributors
    licence: CC0-1.0
    sections:
      - title: What does me good
        blocks:
          - {type: checklist, id: comforts, prompt: Small comforts, items: [a warm drink, a walk, music]}
```

## Is refused

```yaml
worksheets:
  - id: my-wrap
    name: My WRAP
    summary: A plan for good days and bad ones.
    purpose: It helps you stay well.
    minutes: 60
    author: Waypost contributors
    licence: CC0-1.0
    sections:
      - title: What I am like when I am well
        blocks:
          - {type: lines, id: well, prompt: On a good day I am}
```

## How to mend it

Ask the question in your own way and your own order; ideas are free, forms and names are not. If people should have the
original, list the group that teaches it as a group or service, with a link to its owner's page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.finding import Finding, Subject
from generator.model.blocks.limits import Location
from generator.model.worksheet import Worksheet
from generator.problems import Level
from generator.words import say

ID = "blocked-worksheets"
LEVEL = Level.ERROR


@dataclass(frozen=True, slots=True)
class Form:
    """A form that belongs to somebody: the names it goes by, and the parts by which a copy is known."""

    name: str
    names: re.Pattern[str]
    parts: Sequence[re.Pattern[str]] = ()
    most: int = 0
    """So many of its parts may stand on one sheet; one more makes it a copy."""


def _names(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _parts(*texts: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_names, texts))


FORMS: Sequence[Form] = (
    Form(
        "WRAP",
        _names(r"(?-i:\bWRAP\b)|\bwellness recovery action\b"),
        _parts(
            r"\bwellness tool ?(?:box|s)\b",
            r"\bdaily (?:maintenance|plan)\b",
            r"\btriggers?\b|\bstressors?\b",
            r"\bearly warning signs?\b",
            r"\bbreaking down\b|\bgetting (?:much )?worse\b",
            r"\bcrisis plan\b",
            r"\b(?:post|after)[- ](?:the |a )?crisis\b",
        ),
        most=3,
    ),
    Form(
        "Recovery Star",
        _names(r"\b(?:recovery|outcomes?) star\b"),
        _parts(
            r"\bmanaging (?:my )?mental health\b",
            r"\bphysical health\b.*\bself[- ]care\b",
            r"\bliving skills\b",
            r"\bsocial networks?\b",
            r"\baddictive behavi(?:our|or)\b",
            r"\bresponsibilities\b",
            r"\bidentity\b.*\bself[- ]esteem\b",
            r"\btrust\b.*\bhope\b",
            r"\bself[- ]reliance\b",
            r"\baccepting help\b",
        ),
        most=3,
    ),
    Form(
        "Stanley-Brown",
        _names(r"\bstanley\s*(?:[-–/&]|and)\s*brown\b|\bsafety plan(?:ning)?\b"),
        _parts(
            r"\bwarning signs?\b",
            r"\binternal coping\b|\bcoping strategies\b",
            r"\b(?:people|places|social settings?)\b.*\bdistract",
            r"\bpeople (?:who|whom|that) I can ask for help\b",
            r"\b(?:professionals?|agencies)\b.*\bcrisis\b",
            r"\bmaking the (?:environment|place|home) safer?\b|\bmeans safety\b",
        ),
        most=2,
    ),
    Form("Therapist Aid", _names(r"\btherapist ?aid\b")),
    Form("Psychology Tools", _names(r"\bpsychology ?tools\b")),
    Form("Get Self Help", _names(r"\bget ?self ?help\b")),
)
"""What a sheet may not be called, taken from or built like."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each place where a sheet names a protected form, and one for each sheet that is built like one."""
    for where, sheet in subject.entries():
        if not isinstance(sheet, Worksheet):
            continue
        named = False
        for place, text in _names_and_sentences(sheet):
            for form in FORMS:
                if form.names.search(text):
                    named = True
                    yield Finding(
                        (*where, *place),
                        say("'{form}' belongs to somebody, and this sheet names it.", form=form.name),
                        say("Take the name out; if the sheet was made from it, write a sheet of your own instead."),
                    )
        for form in () if named else FORMS:
            if form.parts and len(_parts_on(sheet, form)) > form.most:
                yield Finding(
                    (*where, "sections"),
                    say("The parts of this sheet are those of the form '{form}', which belongs to somebody.", form=form.name),
                    say("Ask your own questions in your own order, or link to the original from a group or service."),
                )  # fmt: skip


def _names_and_sentences(sheet: Worksheet) -> Iterator[tuple[Location, str]]:
    yield ("name",), sheet.name
    yield ("author",), sheet.author
    for index, name in enumerate(sheet.alternate_names):
        yield ("alternate_names", index), name
    for index, source in enumerate(sheet.based_on):
        yield ("based_on", index, "name"), source.name
    for index, section in enumerate(sheet.sections):
        yield ("sections", index, "title"), section.title
    yield from sheet.running_words()


def _parts_on(sheet: Worksheet, form: Form) -> set[int]:
    """Which of a form's parts are headings, questions or options of this sheet."""
    asked = [section.title for section in sheet.sections]
    for block in sheet.blocks:
        asked += [text for text in (block.prompt, block.hint) if text]
        for field in ("items", "row_names", "columns", "rings"):
            options = getattr(block, field, None)
            named = options if isinstance(options, tuple) else ()
            asked += [option if isinstance(option, str) else option.name for option in named]
    return {number for number, part in enumerate(form.parts) if any(part.search(text) for text in asked)}
