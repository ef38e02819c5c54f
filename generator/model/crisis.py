"""Lines to call in a crisis: the country's preset, a town's own, and which stand first.

>>> crisis = Crisis.model_validate("US")
>>> crisis.preset
'US'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from generator.model.base import Part, Refused
from generator.model.choice import Choice
from generator.model.day import Day
from generator.model.entry import LanguageTag
from generator.model.phone import Phone, TextLine
from generator.model.short_form import ShortForm
from generator.model.text import Id, Line, Several, Summary, as_text
from generator.model.web import MailAddress, WebAddress
from generator.words import say

PRESETS = ("AU", "CA", "GB", "IE", "NZ", "US")
WAYS = ("phones", "text", "chat", "email", "website")
ON_THE_STRIP = 3


class CrisisKind(Choice):
    """What a line is there for; lines are shown in this order."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    LISTENING = "listening"
    SPECIFIC = "specific"


class CrisisLine(Part):
    """Somebody to reach when things are at their worst, with the day on which this was last made sure of.

    ```yaml
    - id: county-crisis-team
      name: Lantern County crisis team
      kind: crisis
      summary: Comes to you when you are in a mental health crisis.
      phones: (207) 555-0199
      hours: 24 hours, every day
      cost: Free
      area: Lantern County
      source: https://example.org/crisis
      checked: 2026-11-20
    ```
    """

    id: Id
    """Short name for links: small letters, digits and hyphens. The id of a preset line replaces that line."""
    name: Line
    """The name as people know it."""
    kind: CrisisKind
    """emergency (a life in danger), crisis (urgent help), listening (a talk), specific (for some people or one matter)."""
    summary: Summary
    """Whom it is for and what it helps with, in one or two plain sentences."""
    phones: Several[Phone] = ()
    """Number to call: 988. Several numbers: each on its own line with a hyphen."""
    text: Several[TextLine] = ()
    """Number to text; with the word to send if one is needed: HOME to 741741."""
    chat: WebAddress | None = None
    """Page to chat on, beginning with https://."""
    email: MailAddress | None = None
    """Mail address, only if somebody answers within a day or two."""
    website: WebAddress | None = None
    """The line's own page on the web, beginning with https://."""
    hours: Line | None = None
    """When somebody answers: 24 hours, every day."""
    languages: Several[LanguageTag] = ()
    """Languages one can use; the directory's own where none is typed."""
    cost: Line | None = None
    """What it costs: Free."""
    for_whom: Several[Line] = ()
    """Whom it is meant for: veterans, young people. Leave it out if it is for everyone."""
    what_happens: Summary | None = None
    """What happens when somebody calls or writes, in one or two sentences."""
    area: Line | None = None
    """Where it works, if that is not the whole country: Scotland."""
    source: WebAddress | None = None
    """The official page on which all of this stands."""
    checked: Day
    """The day somebody last made sure that all of this is true."""

    @model_validator(mode="after")
    def _has_a_way(self) -> Self:
        if not any(getattr(self, way) for way in WAYS):
            raise Refused(
                "crisis-line",
                say("This crisis line has no way to reach anybody."),
                say("Type at least one of: phones, text, chat, email, website."),
            )
        return self


def _preset_code(value: object) -> str:
    code = as_text(value).strip().upper()
    if code not in PRESETS:
        known = ", ".join(PRESETS)
        hint = say("There are lines for: {known}. For another country, type its lines under 'lines'.", known=known)
        if code == "UK":
            hint = say("Type GB, the code of the United Kingdom.")
        raise Refused("crisis-preset", say("There are no crisis lines for '{seen}' yet.", seen=code[:40]), hint)
    return code


PresetCode = Annotated[
    str, BeforeValidator(_preset_code), WithJsonSchema({"type": "string", "enum": list(PRESETS)}), Field()
]
"""A country whose national lines come with this program, as two letters."""


class Crisis(ShortForm):
    """The `crisis:` section: `crisis: US` alone takes the national lines of that country.

    ```yaml
    crisis:
      preset: US
      hide: [veterans-crisis-line]
      lines:
        - id: county-crisis-team
          name: Lantern County crisis team
          ...
    ```
    """

    preset: PresetCode | None = None
    """Country whose national lines are shown, as two letters: AU, CA, GB, IE, NZ, US."""
    lines: Several[CrisisLine] = ()
    """Lines of your own town, county or region; each is shown after the national ones of its kind."""
    hide: Several[Id] = ()
    """Ids of national lines that should not be shown here."""

    @model_validator(mode="before")
    @classmethod
    def _a_country_alone_will_do(cls, typed: Any) -> Any:
        return {"preset": typed} if isinstance(typed, str) else typed

    @model_validator(mode="after")
    def _has_lines(self) -> Self:
        if self.preset is None and not self.lines:
            raise Refused(
                "crisis-help",
                say("There is no crisis line in this directory."),
                say("Type the country's two letters, as in: preset: US, or lines of your own under 'lines'."),
            )
        twice = [found for found, times in Counter(line.id for line in self.lines).items() if times > 1]
        if twice:
            raise Refused(
                "id",
                say("Two crisis lines have the id '{id}'.", id=twice[0]),
                say("Give each line an id of its own."),
            )
        return self

    def lines_for(self, preset: Sequence[CrisisLine]) -> tuple[CrisisLine, ...]:
        """All lines to show, by kind: the national ones given here less the hidden ones, then the town's own.

        A line of the town with the id of a national one stands in its place.
        """
        own = {line.id: line for line in self.lines}
        national = [own.pop(line.id, line) for line in preset if line.id not in self.hide]
        return in_order([*national, *own.values()])

    def unknown_hidden(self, preset: Iterable[CrisisLine]) -> tuple[str, ...]:
        """Ids under `hide` that no national line has, most likely mistyped."""
        known = {line.id for line in preset}
        return tuple(hidden for hidden in self.hide if hidden not in known)


def in_order(lines: Iterable[CrisisLine]) -> tuple[CrisisLine, ...]:
    """Lines by kind, the most urgent kind first; within a kind as they came."""
    kinds = list(CrisisKind)
    return tuple(sorted(lines, key=lambda line: kinds.index(line.kind)))


def most_urgent(lines: Iterable[CrisisLine], at_most: int = ON_THE_STRIP) -> tuple[CrisisLine, ...]:
    """The few lines for the strip on every page: one emergency number, then crisis and listening lines for everyone.

    Only lines that one can call or text are taken. Lines for some people come in only where there are no others.
    """
    reachable = [line for line in in_order(lines) if line.phones or line.text]
    emergency = [line for line in reachable if line.kind is CrisisKind.EMERGENCY][:1]
    talking = [line for line in reachable if line.kind in (CrisisKind.CRISIS, CrisisKind.LISTENING)]
    for_everyone = [line for line in talking if not line.for_whom]
    return tuple([*emergency, *(for_everyone or talking)][:at_most])
