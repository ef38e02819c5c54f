"""What was added, taken out, given another id, or changed, between two states of a directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.comparing.fields import FieldChange, changed_fields, field_change
from generator.comparing.meetings import mean_the_same, said
from generator.comparing.second_person import Why, reasons
from generator.language import Language
from generator.model.base import Part
from generator.model.directory import SECTIONS, Directory
from generator.model.listing import Listing
from generator.views.survey import Survey

ALIKE = 0.6
"""So large a share of its typed fields must be the same for a thing under another id to be taken for the one before."""
SCHEDULE = frozenset({"schedule"})
HEAD = ("directory", "crisis")


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the directory, named for people and for programs."""

    section: str
    id: str
    name: str
    part: Part


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one thing: `before` is missing if it is new, `after` if it was taken out."""

    before: Thing | None
    after: Thing | None
    fields: Sequence[FieldChange] = ()
    used_by: int = 0
    """How many groups and services a changed place or organization stands in."""
    why: Sequence[Why] = ()
    """Why somebody else has to look at it too."""

    @property
    def thing(self) -> Thing:
        """What is spoken of: as it is now, or as it last was."""
        found = self.after or self.before
        if found is None:
            raise ValueError("A change needs a thing before or after it.")
        return found

    @property
    def is_moved(self) -> bool:
        """Whether it is the same thing under another id, or in another list: links to its old page lead nowhere."""
        both = self.before, self.after
        return bool(both[0] and both[1] and (both[0].section, both[0].id) != (both[1].section, both[1].id))


def changes(before: Directory, after: Directory, today: date, language: Language) -> list[Change]:
    """All changes, in the order of the newer file; what was taken out comes last.

    Where a thing stands in the file, or in which of several files, makes no difference.
    """
    return list(_Comparison(before, after, today, language).all())


class _Comparison:
    def __init__(self, before: Directory, after: Directory, today: date, language: Language) -> None:
        self.today, self.language = today, language
        self.states = before, after
        self.survey = Survey(after, today, language)
        self.old, self.new = _things(before), _things(after)
        self.heads = [(name, getattr(before, name), getattr(after, name)) for name in HEAD]
        self.uses = _uses(after)

    def all(self) -> Iterator[Change]:
        for name, old, new in self.heads:
            yield from self._changed(Thing(name, "", name, old), Thing(name, "", name, new))
        gone = {key: thing for key, thing in self.old.items() if key not in self.new}
        for key, thing in self.new.items():
            was = self.old.get(key) or _same_elsewhere(thing, gone)
            if was is None:
                yield Change(None, thing, why=reasons(None, thing.part, (), *self.states))
            else:
                gone.pop((was.section, was.id), None)
                yield from self._changed(was, thing)
        for thing in gone.values():
            yield Change(thing, None, why=reasons(thing.part, None, (), *self.states))

    def _changed(self, old: Thing, new: Thing) -> Iterator[Change]:
        fields = list(self._fields(old.part, new.part))
        why = reasons(old.part, new.part, fields, *self.states)
        found = Change(old, new, fields, self.uses.get(new.id, 0), why)
        if found.fields or found.is_moved:
            yield found

    def _fields(self, old: Part, new: Part) -> Iterator[FieldChange]:
        yield from changed_fields(old, new, but=SCHEDULE)
        if not (isinstance(old, Listing) and isinstance(new, Listing)):
            return
        if not mean_the_same(old.schedule, new.schedule, self.survey):
            was, now = (said(one.schedule, self.today, self.language) for one in (old, new))
            yield field_change("schedule", was, now)


def _things(directory: Directory) -> dict[tuple[str, str], Thing]:
    found = {}
    for section in SECTIONS:
        for part in getattr(directory, section):
            thing = Thing(section, part.id or "", str(getattr(part, "name", None) or part.id or ""), part)
            found[section, thing.id] = thing
    return found


def _uses(directory: Directory) -> Mapping[str, int]:
    count: dict[str, int] = {}
    for listing in directory.listings:
        for used in (listing.organization, listing.location):
            if isinstance(used, str):
                count[used] = count.get(used, 0) + 1
    return count


def _same_elsewhere(thing: Thing, gone: Mapping[tuple[str, str], Thing]) -> Thing | None:
    """What was taken out and is most like this new thing, if it is like it enough."""
    near = [(_likeness(old.part, thing.part), old) for old in gone.values() if _may_be(old, thing)]
    best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= ALIKE else None


def _may_be(old: Thing, new: Thing) -> bool:
    """A group may have become a service, and keep its id; nothing else changes its list."""
    return old.section == new.section or (
        old.id == new.id and isinstance(old.part, Listing) and isinstance(new.part, Listing)
    )


def _likeness(old: Part, new: Part) -> float:
    """The share of the fields typed in either that hold the same in both; the id does not count."""
    typed = (old.model_fields_set | new.model_fields_set) - {"id"}
    same = [name for name in typed if getattr(old, name, None) == getattr(new, name, None)]
    return len(same) / len(typed) if typed else 0.0
