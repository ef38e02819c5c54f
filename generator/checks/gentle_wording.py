"""People are spoken of with respect.

Somebody who reads a listing about themselves, and finds a word that was made to insult or to pity, closes the page. The
words and what one can say instead stand in a list (`generator/gentle_words/en.yaml`), each with its reason. What stands in
quotation marks, and what a group or an organization calls itself, is left alone: people may name themselves as they like.
Only texts in English are looked at.

## Passes

```yaml
groups:
  - id: open-door
    name: Open Door
    summary: For people in recovery, and for people who use drugs and want company.
    description: One member says, "I am an addict, and I am proud of today."
    contact: {phones: 988}
```

## Is told

```yaml
groups:
  - id: open-door
    name: Open Door
    summary: Company for people who suffer from low mood.
    contact: {phones: 988}
```

## How to mend it

Type what the line proposes, or ask the people of the group how they would say it. If the words are theirs, put them in
quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject
from generator.gentle_words import said_otherwise
from generator.model.entry import Entry
from generator.model.organization import Organization
from generator.model.texts import texts
from generator.problems import Level
from generator.words import say

ID = "gentle-wording"
# Advice: what people are called is for the people of a group to say, and no build stops for a word.
LEVEL = Level.NOTICE


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each text that could say something more gently, once for each line of the list."""
    if not subject.has_head:
        return
    names = _names(subject)
    for where, part in subject.everything():
        language = subject.directory.about.language
        if isinstance(part, Entry) and part.languages and len(part.languages) == 1:
            language = part.languages[0]
        for inner, text in texts(part):
            for found in said_otherwise(text, language, names):
                yield Finding(
                    (*where, *inner),
                    say("'{words}' can hurt. {why}", words=found.words, why=found.entry.why),
                    say("Say: {instead}.", instead=found.entry.say),
                )


def _names(subject: Subject) -> list[str]:
    """What groups, services and organizations call themselves."""
    named = [part for _, part in subject.everything() if isinstance(part, (Entry, Organization))]
    return sorted({name for part in named for name in (part.name, *(part.alternate_names or ())) if name})
