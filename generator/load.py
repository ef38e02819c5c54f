"""From a file to a checked directory: the one way in for the command line, the plugin and tests.

loaded = load(Path("resources.yaml"), root=Path("."), today=date(2026, 11, 22))
if loaded.directory is None: ...   # every reason stands in loaded.problems
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from generator.accepting import not_accepted
from generator.checks import CHECKS
from generator.checks.finding import Subject, Where
from generator.model.about import About
from generator.model.base import Part, Refused
from generator.model.crisis import Crisis
from generator.model.directory import FURTHER, SECTIONS, Directory
from generator.model.field_names import unknown_key
from generator.model.gaps import what_is_left
from generator.model.neighbour import IncludedDirectory
from generator.model.refusals import refusals
from generator.model.text import slug
from generator.model.time_zone import zone_name
from generator.problems import Level, Place, Problem, in_order
from generator.source.document import Document
from generator.source.reader import read
from generator.words import Words, say

# Sections that hold one thing each, where the others are lists. No directory can do without them.
HEAD: Mapping[str, type[Part]] = {"directory": About, "crisis": Crisis}
EXAMPLE_OF_HEAD = {
    "directory": "directory: {name: Our town, area_served: Our town, country: US, time_zone: America/New_York}",
    "crisis": "crisis: US",
}
LONGEST_NAME = 80
MOST_PROBLEMS = 1_000
"""Problems of the entries that are told; from there on the rest of the list is not looked at."""

Today: TypeAlias = date | Callable[[str], date]
"""The day on which a directory is judged, or a way to tell it from the directory's time zone."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A directory as far as it could be read, where its entries stand, and everything that is wrong with it."""

    directory: Directory | None
    """The directory, or None if an error keeps it from being published."""
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    """Every file that was read; a preview watches them."""
    places: Mapping[str, Place]
    """Where each group, service and worksheet stands, by its id."""
    today: date
    """The day on which it was judged."""
    about: About | None
    """What the directory says of itself, if that much could be read; it may be there where the directory is not."""

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.level is Level.WARNING]

    @property
    def notices(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.level is Level.NOTICE]

    def watched(self, root: Path, site: Path) -> list[Path]:
        """What a preview watches: the files, and the folders of included ones, where a further file may come to match.

        The project folder is not watched as a whole, nor one that holds the site: each build writes there and would set
        off the next.
        """
        folders = {file.parent for file in self.files[1:]} - {root}
        return [*self.files, *sorted(folder for folder in folders if not site.is_relative_to(folder))]


def load(path: Path, *, root: Path, today: Today) -> Loaded:
    """Read, type and check a directory; `root` is the project folder that included files may not leave.

    `today` is a day, or a function that gives the day in a time zone: it is asked for the one the directory names.
    Nothing is raised for what stands in the files: all of it comes back as problems, in order.
    """
    return judge(read(path, root=root), today)


def judge(document: Document, today: Today) -> Loaded:
    """Type and check what was read. Each entry is typed on its own, so that one mistake does not hide the next."""
    typing = _Typing(document)
    subject = typing.subject(today)
    # What stands in a line that could not be read says nothing true about what was meant.
    unread = {(problem.place.path, problem.place.line) for problem in document.problems if problem.is_error}
    found = [*typing.problems, *_checked(subject, document)]
    told = [problem for problem in found if (problem.place.path, problem.place.line) not in unread]
    problems = in_order([*document.problems, *told])
    usable = subject.has_head and not any(problem.is_error for problem in problems)
    places = {typed: document.place(where[:-1]) for where, typed in subject.ids("worksheets", "services", "groups")}
    directory = subject.directory if usable else None
    return Loaded(directory, tuple(problems), document.files, places, subject.today, typing.about)


def _checked(subject: Subject, document: Document) -> Iterator[Problem]:
    found = ((check.ID, finding.level or check.LEVEL, finding) for check in CHECKS for finding in check.check(subject))
    for check, level, finding in not_accepted(found, subject, CHECKS):
        where = _as_typed(finding.where, document)
        message = _named(where, document, finding.message)
        yield Problem(document.place(where), level, check, message, finding.hint)


class _Typing:
    """One pass over the document: what could be typed, what is left of the rest, and what is wrong with it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.typed_ids: dict[str, list[tuple[Where, str]]] = {section: [] for section in SECTIONS}
        self.likely_ids: dict[str, set[str]] = {section: set() for section in SECTIONS}
        self.rows: dict[str, list[int]] = {section: [] for section in SECTIONS}
        self.partly: list[tuple[Where, Part]] = []
        self.has_all_lists = True
        self.about: About | None = None

    def subject(self, today: Today) -> Subject:
        root = self.document.value
        known = [*HEAD, *SECTIONS, "include", FURTHER]
        unknown = [key for key in root if key not in known]
        for key in unknown:
            message, hint = unknown_key(
                key, known, {section: list(kind.model_fields) for section, kind in HEAD.items()}
            )
            self._report((key,), "unknown-key", message, hint, at_key=True)
        parts: dict[str, Any] = {section: self._head(section, kind) for section, kind in HEAD.items()}
        has_head = None not in parts.values()
        self.about = parts["directory"]
        parts |= {section: self._list(section, kind) for section, kind in SECTIONS.items()}
        parts[FURTHER] = self._further()
        # A head that could not be read is left out: whoever asks for it by mistake hears so at once.
        directory = Directory.model_construct(**{name: part for name, part in parts.items() if part is not None})
        return Subject(
            directory=directory,
            today=today if isinstance(today, date) else today(self._zone()),
            has_head=has_head,
            is_complete=self.document.complete and not unknown and self.has_all_lists,
            partly=self.partly,
            typed_ids=self.typed_ids,
            likely_ids=self.likely_ids,
            rows=self.rows,
            place=self.document.place,
        )

    def _zone(self) -> str:
        """The directory's time zone, also where something beside it could not be read; UTC if there is none."""
        typed = self.document.value.get("directory")
        try:
            return zone_name(typed.get("time_zone", "")) if isinstance(typed, dict) else "UTC"
        except Refused:
            return "UTC"

    def _head(self, section: str, kind: type[Part]) -> Part | None:
        value = self.document.value.get(section, "")
        if value != "":
            return self._part((section,), kind, value)
        # Fields that slipped out of their section are told one by one.
        slipped = any(key in kind.model_fields for key in self.document.value if key not in SECTIONS)
        if not slipped and (section in self.document.value or self.document.complete):
            message = say("There is nothing under '{section}:', and no directory can do without it.", section=section)
            self._report(
                (section,), "missing", message, say("Type it, as in: {example}", example=EXAMPLE_OF_HEAD[section])
            )
        return None

    def _list(self, section: str, kind: type[Part]) -> tuple[Part, ...]:
        rows: object = self.document.value.get(section, [])
        if rows == "":
            return ()
        if not isinstance(rows, list):
            self.has_all_lists = False
            self._report(
                (section,),
                "wrong-kind",
                say("'{section}' is not a list.", section=section),
                say("Begin each entry below it with a hyphen and a space, as in: - id: my-first-entry"),
            )
            return ()
        parts = []
        for index, row in enumerate(rows):
            if len(self.problems) >= MOST_PROBLEMS:
                # Nobody reads as many, and telling each of a hundred thousand takes minutes.
                self.has_all_lists = False
                message = say("There are more problems in this file than are shown.")
                hint = say("Mend the ones shown, then check again.")
                self._report((section, index), "more-problems", message, hint)
                break
            self._note_id((section, index), row)
            part = self._part((section, index), kind, row)
            if part is not None:
                parts.append(part)
                self.rows[section].append(index)
        return tuple(parts)

    def _further(self) -> tuple[Part, ...]:
        """The directories of other towns; a short name that two of them share would mix their listings."""
        typed: object = self.document.value.get(FURTHER, [])
        rows = typed if isinstance(typed, list) else [typed] if typed else []
        found = [self._part((FURTHER, index), IncludedDirectory, row) for index, row in enumerate(rows)]
        names: set[str] = set()
        for index, part in enumerate(found):
            if isinstance(part, IncludedDirectory) and part.id in names:
                message = say("Another directory has the short name '{name}' too.", name=part.id)
                hint = say("Rename one of the files: its name begins the ids of its listings.")
                self._report(_as_typed((FURTHER, index, "file"), self.document), "repeated", message, hint)
            names.add(getattr(part, "id", ""))
        return tuple(part for part in found if part is not None)

    def _note_id(self, where: tuple[str, int], row: object) -> None:
        typed = row.get("id") if isinstance(row, dict) else None
        if isinstance(typed, str) and typed.strip():
            self.typed_ids[where[0]].append(((*where, "id"), typed.strip()))
            self.likely_ids[where[0]].add(slug(typed))
        elif isinstance(row, dict):
            self.likely_ids[where[0]].update(slug(value) for value in row.values() if isinstance(value, str))

    def _part(self, where: Where, kind: type[Part], value: object) -> Part | None:
        try:
            return kind.model_validate(value)
        except ValidationError as error:
            found = list(refusals(error, kind, in_list=len(where) > 1))
        for refusal in found:
            if refusal.rule == "missing" and not self.document.complete:
                continue  # It may stand in the part of the file that could not be read.
            place = _as_typed((*where, *refusal.where), self.document)
            message = refusal.message if refusal.names_field else _in_field(place, self.document, refusal.message)
            self._report(place, refusal.rule, message, refusal.hint, at_key=refusal.at_key)
        refused = {str(refusal.where[0]) for refusal in found if refusal.where}
        left = what_is_left(kind, value, refused) if isinstance(value, dict) and where[0] in SECTIONS else None
        if left is not None:
            self.partly.append((where, left))
        return None

    def _report(self, where: Where, rule: str, message: Words, hint: Words, *, at_key: bool = False) -> None:
        place = self.document.key_place(where) if at_key else self.document.place(where)
        self.problems.append(Problem(place, Level.ERROR, rule, _named(where, self.document, message), hint))


def _as_typed(where: Where, document: Document) -> Where:
    """The address as it is in the file, where one thing may be typed alone in place of a list of one."""
    typed: list[str | int] = []
    for step in where:
        if step != 0 or isinstance(_at(document, tuple(typed)), list):
            typed.append(step)
    return tuple(typed)


def _named(where: Where, document: Document, message: Words) -> Words:
    """The message with the name of the entry it is about, where there is one."""
    steps = 3 if where[:2] == ("crisis", "lines") else 2
    entry = _at(document, where[:steps]) if len(where) >= steps else None
    if isinstance(entry, dict):
        for field in ("name", "id"):
            name = entry.get(field)
            if isinstance(name, str) and name.strip():
                return say("{name}: {message}", name=name.strip()[:LONGEST_NAME], message=message)
    return message


def _in_field(where: Where, document: Document, message: Words) -> Words:
    """The message with the name of the innermost field that was typed on the way to where it is about."""
    typed = [number for number in range(len(where)) if _at(document, where[: number + 1]) is not None]
    names = [step for step in where[: len(typed)] if isinstance(step, str)]
    if not names or isinstance(_at(document, where), dict):
        return message
    return say("{field}: {message}", field=names[-1], message=message)


def _at(document: Document, where: Where) -> object:
    """What was typed at an address, or None."""
    value: object = document.value
    for step in where:
        if isinstance(value, list):
            value = value[step] if isinstance(step, int) and 0 <= step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value
