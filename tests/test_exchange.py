"""Two folders change places at once, or nothing happens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.exchange import exchange


def folder(path: Path, word: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(word, encoding="utf-8")
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="other systems may not be able to")
def test_two_folders_change_places(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "øne", "old"), folder(tmp_path / ".two.new", "new")
    assert exchange(one, two)
    assert (one / "index.html").read_text(encoding="utf-8") == "new"
    assert (two / "index.html").read_text(encoding="utf-8") == "old"


def test_with_one_that_is_not_there_nothing_happens(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", "old")
    assert not exchange(one, tmp_path / "two")
    assert not exchange(tmp_path / "two", one)
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
