"""Changes of a file's text leave every other byte as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.saving import save
from generator.editing.typed_file import Splice, TypedFile

LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\ufeff"), max_size=6), min_size=1, max_size=6
)


@given(LINES, st.lists(st.sampled_from(["\n", "\r\n"]), min_size=6, max_size=6), st.booleans(), st.data())
def test_a_splice_changes_its_place_and_no_other_byte(
    lines: list[str], ends: list[str], has_mark: bool, data: st.DataObject
) -> None:
    raw = "".join(line + end for line, end in zip(lines, ends, strict=False))
    mark = b"\xef\xbb\xbf" if has_mark else b""
    file = TypedFile.of(mark + raw.encode())
    row = data.draw(st.integers(0, len(lines) - 1))
    start = sum(len(line) + 1 for line in lines[:row])
    new = file.spliced([Splice(start, start + len(lines[row]), "tea")])
    by_hand = "".join(
        ("tea" if at == row else line) + end for at, (line, end) in enumerate(zip(lines, ends, strict=False))
    )
    assert new.data == mark + by_hand.encode()


def test_two_changes_of_the_same_place_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        TypedFile.of(b"abc").spliced([Splice(0, 2, "x"), Splice(1, 3, "y")])


def test_a_file_takes_the_old_ones_place_with_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    save({link: b"new", tmp_path / "b.yaml": b"more"})
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml", "link.yaml"]


def test_a_full_disk_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for file in files:
        file.write_bytes(b"old")
    written = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(dict.fromkeys(files, b"new"))
    assert [file.read_bytes() for file in files] == [b"old", b"old"]
    assert sorted(tmp_path.iterdir()) == files


def test_a_refusal_at_the_second_file_brings_the_first_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for file in files:
        file.write_bytes(b"old")
    replace = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if target == files[1]:
            raise PermissionError(13, "held by another program")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    with pytest.raises(PermissionError):
        save(dict.fromkeys(files, b"new"))
    assert [file.read_bytes() for file in files] == [b"old", b"old"]
    assert sorted(tmp_path.iterdir()) == files
