"""The ways in which a visitor can tell of a change to one listing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.entry import Entry
from generator.suggesting.address import form_address, mail_address
from generator.suggesting.answers import Answers
from generator.views.source import source_of
from generator.views.survey import Survey
from generator.views.ways import Way
from generator.words import say


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Where changes are sent, and what each listing says now."""

    form: str = ""
    """Address of a new issue at the code host; empty where there is none."""
    answers: Mapping[str, Answers] = field(default_factory=dict)

    def ways(self, entry: Entry, survey: Survey) -> Sequence[Way]:
        """The form that everybody can read, then the letter that only the directory's keepers read; as far as they are."""
        say_it, contact = survey.language.say, survey.directory.about.contact
        source = source_of(entry, survey)
        if source:
            tell = Way("pencil", say_it(say("Tell {directory} of a change", directory=source.name)), "", source.page)
            return [tell] if source.page else []
        title = say_it(say("Change to {name} ({id})", name=entry.name, id=entry.id))
        answers = {"listing": entry.id, **self.answers.get(entry.id, {"name": entry.name})}
        found = []
        if self.form and (address := form_address(self.form, title, answers, say_it)):
            found.append(Way("pencil", say_it(say("Suggest a change")), "", address))
        if contact and contact.email:
            verb = say("Suggest it by email") if found else say("Suggest a change")
            found.append(
                Way("pencil", say_it(verb), contact.email, mail_address(contact.email, title, answers, say_it))
            )
        return found
