"""A worksheet in English reads easily: at about grade 8 or below.

People fill in a worksheet when they are tired, sad or in a second language. A hard sentence makes them feel that the sheet
is not for them. The school grade is that of Flesch and Kincaid, counted over all sentences of the sheet; names, labels and
options do not count. Sheets in other languages, and sheets of a few words, are not judged.

## Passes

```yaml
worksheets:
  - id: good-week
    name: A good week
    summary: Look back at your week and find what did you good.
    purpose: It helps you see the small things that helped.
    minutes: 10
    author: Waypost contributors
    licence: CC0-1.0
    intro: Take your time. You may skip a part, and you can come back to it on another day.
    sections:
      - title: The week
        blocks:
          - {type: lines, id: good, prompt: What did you like this week?}
```

## Is told

```yaml
worksheets:
  - id: good-week
    name: A good week
    summary: A retrospective examination of beneficial experiences during the preceding week.
    purpose: It facilitates the identification of circumstances which contributed to emotional stability.
    minutes: 10
    author: Waypost contributors
    licence: CC0-1.0
    intro: >-
      Completion of individual components remains voluntary, and participants may subsequently reconsider previously
      documented considerations whenever additional observations necessitate modification.
    sections:
      - title: The week
        blocks:
          - {type: lines, id: good, prompt: Which activities contributed positively to your psychological condition?}
```

## How to mend it

Begin with the sentence that is named, which is the hardest one. Make two sentences of one, say who does what, and take the
short word: "use" for "utilize", "help" for "facilitate". Read it aloud to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.model.worksheet import Worksheet
from generator.problems import Level
from generator.reading_grade import grade, has_words
from generator.words import say

ID = "plain-words"
LEVEL = Level.WARNING

HIGHEST_GRADE = 8
FEWEST_LETTERS = 25
LONGEST_SHOWN = 60


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each worksheet in English that reads harder than grade 8, at its hardest sentence."""
    if not subject.has_head:
        return
    for where, sheet in subject.entries():
        if not isinstance(sheet, Worksheet):
            continue
        found = sheet.reading_grade(subject.directory.about.language)
        if found is None or found <= HIGHEST_GRADE:
            continue
        graded = [(place, text) for place, text in sheet.running_words() if has_words(text)]
        # A text of a word or two has a grade too, and it means little; some sheets hold no longer ones.
        long = [(place, text) for place, text in graded if len(text) >= FEWEST_LETTERS]
        place, hardest = max(long or graded, key=lambda one: grade([one[1]]))
        shown = hardest if len(hardest) <= LONGEST_SHOWN else f"{hardest[:LONGEST_SHOWN].rstrip()}…"
        yield Finding(
            (*where, *place),
            say("The sheet reads like grade {grade}, and this is its hardest text: '{text}'.",
                grade=round(found), text=shown),
            say("Make its sentences shorter and its words plainer, until the sheet is at grade {highest} or below.",
                highest=HIGHEST_GRADE),
        )  # fmt: skip
