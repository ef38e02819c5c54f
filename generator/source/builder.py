"""Parser events to values: the one pass over a file, with every refusal that needs YAML's structure.

The loop is written for speed: a directory of 10,000 listings has 700,000 events.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.problems import Place, Problem
from generator.source import limits
from generator.source.complaints import Complaint
from generator.source.document import Mapping, Sequence
from generator.source.events import Events
from generator.source.scrutiny import Scrutiny
from generator.words import say

_ITEM = "\0item"
"""Stands for the key while the items of a list are read. No key can be called so: it has a control character."""


class _Stopped(Exception):
    """Reading on would tell nothing more; the reason is among the problems."""


class Builder:
    """Builds the values of one text; `value`, `problems` and `complete` are its outcome."""

    def __init__(self, file: str, text: str, start: int = 0) -> None:
        self.value = Mapping(start=start)
        self.problems: list[Problem] = []
        self.complete = False
        self._file = file
        self._text = text
        self._start = start
        self._scrutiny = Scrutiny(text)
        self._known_keys: dict[str, str] = {}
        self._lost_keys: list[tuple[Mapping, str]] = []
        self._without_dash: Mapping | None = None
        self._around: list[Any] = []

    def build(self, events: Events) -> YAMLError | None:
        """Read the text; gives back the parser's error where the text is not YAML, with what stood before it kept."""
        documents = Sequence()
        error = None
        ended = False
        try:
            self._read(events(self._text), documents)
            ended = True
        except YAMLError as not_yaml:
            error = not_yaml
        except _Stopped:
            pass
        if not ended:
            self._drop_unfinished(self._is_in_an_entry(error))
        for mapping, key in reversed(self._lost_keys):
            _forget(mapping, key)
        self.complete = ended and not self._lost_keys
        if documents and isinstance(documents[0], Mapping):
            self.value = documents[0]
        elif error is None:
            self._refuse_root(documents)
        return error

    def _read(self, parser: Iterator[Any], documents: Sequence) -> None:
        events = islice(parser, limits.MOST_VALUES)
        around = self._around
        current: Any = documents
        note = current.places.append
        key: str | None = _ITEM
        start = self._start
        known_keys, scrutiny = self._known_keys, self._scrutiny
        wary, longest, deepest = scrutiny.wary, limits.LONGEST_TEXT, limits.DEEPEST
        event = None
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                text = event.value
                if event.anchor is not None or event.tag is not None:
                    self._tell(event, scrutiny.of_mark(event))
                if key is None:
                    key = known_keys.get(text) or self._new_key(event, current)
                    if key in current:
                        key = self._repeated_key(event, current)
                    note(start + event.start_mark.index)
                    continue
                # Nearly every text passes here at once: the doubtful beginnings sort before "/" or are curly quotes.
                if wary or not "/" <= text < "\u2018" or len(text) > longest:
                    complaint = scrutiny.of_text(event)
                    if complaint is not None:
                        self._tell(event, complaint)
                if key is _ITEM:
                    current.append(text)
                else:
                    current[key] = text
                    key = None
                note(start + event.start_mark.index)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._tell(event, scrutiny.of_mark(event))
                if key is None:
                    self._tell(event, scrutiny.of_complex_key(event))
                    _skip(events)
                    key = self._lost_key(current)
                    note(start + event.start_mark.index)
                    continue
                if len(around) == deepest:
                    self._stop_at_depth(event)
                position = start + event.start_mark.index
                new: Any = Mapping(start=position) if kind is MappingStartEvent else Sequence(start=position)
                if key is _ITEM:
                    current.append(new)
                else:
                    current[key] = new
                note(position)
                around.append(current)
                current, note = new, new.places.append
                key = None if kind is MappingStartEvent else _ITEM
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                current = around.pop()
                note = current.places.append
                key = None if type(current) is Mapping else _ITEM
            elif kind is AliasEvent:
                if key is None:
                    self._tell(event, scrutiny.of_mark(event, is_alias=True))
                    key = self._lost_key(current)
                else:
                    # Where the key was refused, as in `<<: *usual`, one problem is enough.
                    if key is _ITEM or key[0] != "\0":
                        self._tell(event, scrutiny.of_mark(event, is_alias=True))
                    if key is _ITEM:
                        current.append(scrutiny.typed(event))
                    else:
                        current[key] = scrutiny.typed(event)
                        key = None
                note(start + event.start_mark.index)
            elif kind is DocumentStartEvent and documents:
                self._stop_at_second_document(event)
        if next(parser, None) is not None:
            self._stop_at_many(event)

    def _new_key(self, event: Any, mapping: Mapping) -> str:
        """The key of this event, met for the first time in this file, or a stand-in if it cannot be a key."""
        complaint = self._scrutiny.of_key(event)
        if complaint is None:
            key: str = event.value
            self._known_keys[key] = key
            return key
        self._tell(event, complaint)
        return self._lost_key(mapping)

    def _repeated_key(self, event: Any, mapping: Mapping) -> str:
        key: str = event.value
        if mapping is self._without_dash:
            return self._lost_key(mapping)
        ordinal = list(mapping).index(key)
        first = mapping.places[2 * ordinal] - self._start
        message = say(
            "'{key}' is typed twice, in line {first} and in line {second}.",
            key=key,
            first=self._text.count("\n", 0, first) + 1,
            second=event.start_mark.line + 1,
        )
        hint = say("Keep one of the two.")
        is_item = isinstance(self._around[-1], Sequence) and len(self._around) > 1
        if is_item and ordinal == 0 and self._scrutiny.begins_line(event):
            # The other keys that follow are then repeated too; this one tells it for them.
            self._without_dash = mapping
            hint = say("Keep one of the two. If a new entry begins here, type a dash before it: - {key}: ...", key=key)
        self._tell(event, Complaint("repeated-key", message, hint))
        return self._lost_key(mapping)

    def _lost_key(self, mapping: Mapping) -> str:
        """A stand-in for a refused key, so that its value is read as well; both are dropped in the end."""
        key = f"\0{len(self._lost_keys)}"
        self._lost_keys.append((mapping, key))
        return key

    def _is_in_an_entry(self, error: Any) -> bool:
        """Whether the line with the error begins no new item: then it would have gone on with the one before."""
        mark = getattr(error, "problem_mark", None)
        if mark is None or mark.index is None:
            return False
        line_start = self._text.rfind("\n", 0, mark.index) + 1
        line = self._text[line_start : line_start + limits.LONGEST_KEY]
        return line.startswith(" ") and not line.lstrip(" ").startswith("-")

    def _drop_unfinished(self, is_in_an_entry: bool) -> None:
        """Take out the innermost entry that was cut off, as nobody can tell what else it would have held."""
        if not self._around:
            return
        inner = [*self._around[1:], _last(self._around[-1])]
        if is_in_an_entry:
            # A line too far to the left has ended the entry to which it belongs.
            if len(inner) == 1 and isinstance(inner[0], Mapping) and inner[0] and isinstance(_last(inner[0]), Sequence):
                inner.append(_last(inner[0]))
            if isinstance(inner[-1], Sequence) and inner[-1] and isinstance(inner[-1][-1], Mapping):
                inner.append(inner[-1][-1])
        root = inner[0]
        for outer, value in pairwise(inner):
            if isinstance(value, Mapping):
                outer.popitem() if isinstance(outer, Mapping) else outer.pop()
                break
        for value in inner:
            del value.places[len(value) * (2 if isinstance(value, Mapping) else 1) :]
            if value is not root and isinstance(value, Mapping):
                break

    def _refuse_root(self, documents: Sequence) -> None:
        if not documents or documents[0] == "":
            message = say("There is nothing in this file.")
            hint = say("Type something into it, or delete it.")
            self.problems.append(Complaint("empty-file", message, hint).at(Place(self._file)))
            return
        self.complete = False
        at = documents.places[0] - self._start
        place = Place(self._file, self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at))
        if isinstance(documents[0], str):
            message = say("This file does not begin with a name and a colon.")
        else:
            message = say("This file is a list without a name.")
        hint = say("Type a name and a colon first, and what belongs to it below, two spaces further to the right.")
        self.problems.append(Complaint("not-a-mapping", message, hint).at(place))

    def _stop_at_depth(self, event: Any) -> None:
        message = say("Lists and groups stand within one another more than {most} deep here.", most=limits.DEEPEST)
        hint = say("Look for lines that are too far to the right, or for brackets that are not closed.")
        self._tell(event, Complaint("too-deep", message, hint))
        raise _Stopped

    def _stop_at_second_document(self, event: Any) -> None:
        message = say("A line of three dashes starts a second document here.")
        hint = say("Delete the line; a file holds one document. To have more files, name them under include.")
        self._tell(event, Complaint("second-document", message, hint))
        raise _Stopped

    def _stop_at_many(self, event: Any) -> None:
        message = say("This file holds more than {most} names and texts.", most=limits.MOST_VALUES)
        hint = say("Split it into several files and name them under include.")
        self._tell(event, Complaint("too-large", message, hint))
        raise _Stopped

    def _tell(self, event: Any, complaint: Complaint) -> None:
        mark = event.start_mark
        self.problems.append(complaint.at(Place(self._file, mark.line + 1, mark.column + 1)))
        if len(self.problems) == limits.MOST_PROBLEMS:
            raise _Stopped


def _skip(events: Iterator[Any]) -> None:
    """Pass over what belongs to a list or mapping that has just started."""
    depth = 1
    for event in events:
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            depth += 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            depth -= 1
            if not depth:
                return


def _last(value: Mapping | Sequence) -> Any:
    return value[next(reversed(value))] if isinstance(value, Mapping) else value[-1]


def _forget(mapping: Mapping, key: str) -> None:
    """Take an entry out, with its places."""
    if key in mapping:
        ordinal = list(mapping).index(key)
        del mapping[key]
        del mapping.places[2 * ordinal : 2 * ordinal + 2]
