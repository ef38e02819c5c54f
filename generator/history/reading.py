"""The history of a project's entries, from its git repository and from what is not committed yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha1, sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.changed import History
from generator.history.entries import Differences
from generator.history.kept import Kept
from generator.history.repository import MOST_COMMITS, Commit, NoAnswer, Repository
from generator.history.states import States, joined
from generator.history.timeline import Timeline
from generator.kept import KEPT
from generator.words import Words, say

MOST_BYTES = 3_000_000_000
"""Bytes before and after all changes that are looked at, newest first; the first time, each billion takes some seconds."""

FILE = KEPT / "history.json"
"""What was found out about earlier states."""


@dataclass(frozen=True, slots=True)
class Told:
    """A history, and what there is to say of how far it goes."""

    history: History = field(default_factory=dict)
    words: Words | None = None


def read_history(root: Path, files: Sequence[Path], today: date, zone: str, kept: Path | None = None) -> Told:
    """When the entries of these files below the project folder changed; nothing where there is no git.

    Days are those of the time zone; what is not committed changes `today`. What was found out is kept in the file `kept`.
    """
    try:
        return _read(root, files, today, ZoneInfo(zone), Kept(kept))
    except NoAnswer as refusal:
        return Told(words=say("Git could not be asked when listings changed: {reason}", reason=str(refusal)))
    except OSError as refusal:
        reason = refusal.strerror or str(refusal)
        return Told(words=say("Git could not be asked when listings changed: {reason}", reason=reason))


def _read(root: Path, files: Sequence[Path], today: date, zone: ZoneInfo, kept: Kept) -> Told:
    repository, here = Repository(root), _names(root, files)
    if not here or not repository.is_there():
        return Told()
    paths = sorted({name.split("/")[0] for name in here})
    committed = repository.files(paths)
    if next(iter(here)) not in committed:
        # A project that somebody unpacked within another one's repository.
        return Told()
    # Beside the listings may lie what other towns publish, in files of another kind.
    kinds = tuple({Path(name).suffix for name in here})
    commits = repository.commits(paths)
    is_shallow = repository.is_shallow()
    with repository.reading() as blobs:
        states = States(blobs, kept)
        steps, ends = _steps(commits, states, kinds, is_shallow=is_shallow)
        unsaved = _unsaved(here, committed, states)
    kept.write()
    timeline = Timeline()
    for at, found, is_beginning in reversed(steps):
        day = min(datetime.fromtimestamp(at, zone).date(), today)
        timeline.note(None if is_beginning else day, found)
    timeline.note(today, unsaved)
    return Told(timeline.history(), _how_far(ends, zone, is_shallow=is_shallow))


def _how_far(ends: int | None, zone: ZoneInfo, *, is_shallow: bool) -> Words | None:
    if ends is None:
        return None
    day = datetime.fromtimestamp(ends, zone).date().isoformat()
    if is_shallow:
        return say("Git tells of changed listings since {day} only: this clone has its newest commits alone.", day=day)
    return say("Git is asked for changed listings since {day} only, as there are very many changes.", day=day)


def _names(root: Path, files: Sequence[Path]) -> dict[str, Path]:
    """The files by their paths below the project folder, where a link leads to the file that it stands for."""
    top, real = root.resolve(), [file.resolve() for file in files]
    return {file.relative_to(top).as_posix(): file for file in real if file.is_relative_to(top)}


_Step = tuple[int, Differences, bool]
"""When a commit was made, what it changed, and whether it only holds what was there when the known history begins."""


def _steps(
    commits: Sequence[Commit], states: States, kinds: tuple[str, ...], *, is_shallow: bool
) -> tuple[list[_Step], int | None]:
    """What each commit changed, newest first; and where the history ends, if that is not its beginning."""
    steps: list[_Step] = []
    room = MOST_BYTES
    for commit in commits[:MOST_COMMITS]:
        found = states.together((file.before, file.after) for file in commit.files if file.path.endswith(kinds))
        if found is None or found.size > room:
            return steps, steps[-1][0] if steps else commit.at
        room -= found.size
        # Where a clone is cut off, git tells all that stood there as if it had come that day.
        is_cut_off = is_shallow and not commit.has_parent
        steps.append((commit.at, found.differences, is_cut_off))
        if is_cut_off:
            return steps, commit.at
    return steps, steps[-1][0] if len(commits) > MOST_COMMITS else None


def _unsaved(here: Mapping[str, Path], committed: Mapping[str, str], states: States) -> Differences:
    """What stands in the files now and is not committed.

    What came in a file that git does not keep is no news: it may have stood there for years.
    """
    contents = {name: path.read_bytes() for name, path in here.items()}
    other = {name: content for name, content in contents.items() if not _is(content, committed.get(name, ""))}
    found = {name: states.unsaved(committed.get(name, ""), content) for name, content in other.items()}
    strange = {entry for name, inside in found.items() if name not in committed for entry in inside}
    together = joined(found.values())
    return {entry: both for entry, both in together.items() if both[0] is not None or entry not in strange}


def _is(content: bytes, name: str) -> bool:
    """Whether git gives this name to this content."""
    digest = sha256 if len(name) == 64 else sha1
    return digest(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == name
