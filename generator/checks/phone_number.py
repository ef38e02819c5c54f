"""Every phone number can be dialled in the directory's country.

A wrong number is worse than none: somebody gathers the courage to call and hears that the number does not exist. Numbers are
checked for the country under `directory:`, with short numbers such as 988, codes to text, and extensions. The digits stay as
they were typed; nothing is ever corrected in silence.

## Passes

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact:
      phones:
        - (207) 555-0142 ext. 4
        - 988
      text: HOME to 741741
```

## Is refused

```yaml
groups:
  - id: tuesday-talkers
    name: Tuesday Talkers
    summary: Tea and talk.
    contact:
      phones: 555-014
```

## How to mend it

Type the number as a local caller would dial it, with its area code. A number abroad begins with + and the code of its
country. Then call it once yourself.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding, Subject, Where
from generator.model.base import Part
from generator.model.phone import Phone, TextLine, number_problem
from generator.problems import Level

ID = "phone-number"
LEVEL = Level.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for each number to call or text that cannot be right, wherever in the directory it stands."""
    if not subject.has_head:
        return
    about = subject.directory.about
    yield from _in_part(("directory",), about, about.country)
    yield from _in_part(("crisis",), subject.directory.crisis, about.country)
    for where, part in subject.everything():
        yield from _in_part(where, part, about.country)


def _in_part(where: Where, part: Part, country: str) -> Iterator[Finding]:
    for place, way in numbers(part, where):
        problem = number_problem(way, country)
        if problem:
            yield Finding(place, problem.message, problem.hint)


def numbers(part: Part, where: Where = ()) -> Iterator[tuple[Where, Phone | TextLine]]:
    """Each number inside a part of the directory, however deep, with its address.

    >>> from generator.model.contact import Contact
    >>> [place for place, _ in numbers(Contact(phones=["(207) 555-0142", "988"]))]
    [('phones', 0, 'number'), ('phones', 1, 'number')]
    """
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                yield from _numbers_of(one, (*where, name, index))
        else:
            yield from _numbers_of(value, (*where, name))


def _numbers_of(value: object, where: Where) -> Iterator[tuple[Where, Phone | TextLine]]:
    if isinstance(value, Phone | TextLine):
        yield (*where, "number"), value
    elif isinstance(value, Part):
        yield from numbers(value, where)
