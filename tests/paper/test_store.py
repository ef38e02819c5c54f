"""Kept PDFs: found again when nothing changed, made again when anything did, and never a reason for a build to fail."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from generator.paper import store as store_room
from generator.paper.job import Job
from generator.paper.store import Store, key_of, makers
from generator.words import say
from tests.paper.conftest import SPECIMEN

KEY = "0" * 64


def test_what_was_put_is_found_by_the_next_build(tmp_path: Path) -> None:
    Store(tmp_path / "kept").put(KEY, b"%PDF")
    store = Store(tmp_path / "kept")
    assert store.get(KEY) == b"%PDF"
    assert store.get("1" * 64) is None
    assert store.trouble is None


CHANGES: dict[str, object] = {
    "template": "other.typ",
    "words": "{}",
    "title": "Another",
    "language": "es",
    "fillable": False,
    "fold": True,
    "pictures": {"code": "<svg/>"},
    "day": date(2026, 11, 22),
    "author": "Another",
    "subject": "Another",
    "typed_size": 18,
}


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_anything_that_enters_a_pdf_changes_its_key(change: str) -> None:
    assert key_of(replace(SPECIMEN, **{change: CHANGES[change]}), "m") != key_of(SPECIMEN, "m")  # type: ignore[arg-type]


def test_where_a_pdf_is_offered_does_not_change_its_key() -> None:
    elsewhere = replace(SPECIMEN, path="x.pdf", of="x", label=say("x"))
    assert key_of(elsewhere, "m") == key_of(SPECIMEN, "m")
    assert {one.name for one in fields(Job)} == {*CHANGES, "path", "of", "label"}


def test_a_changed_template_code_or_engine_changes_every_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "typst").mkdir()
    (tmp_path / "store.py").write_text("", encoding="utf-8")
    (tmp_path / "typst" / "sheet.typ").write_text("= A", encoding="utf-8")
    monkeypatch.setattr(store_room, "__file__", str(tmp_path / "store.py"))
    seen = {makers(), makers()}
    assert len(seen) == 1
    (tmp_path / "typst" / "sheet.typ").write_text("= B", encoding="utf-8")
    seen.add(makers())
    (tmp_path / "store.py").write_text("#", encoding="utf-8")
    seen.add(makers())
    monkeypatch.setattr(store_room, "version", lambda _engine: "99")
    seen.add(makers())
    assert len(seen) == 4


@pytest.mark.parametrize(
    "damage", [lambda kept: kept[:-1], lambda kept: kept[:10], lambda kept: b"", lambda kept: kept[:-1] + b"?"]
)
def test_a_file_that_is_cut_or_changed_is_not_used_and_this_is_said(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    Store(tmp_path).put(KEY, b"%PDF-1.7 whole")
    (tmp_path / KEY).write_bytes(damage((tmp_path / KEY).read_bytes()))
    store = Store(tmp_path)
    assert store.get(KEY) is None
    assert "damaged" in str(store.trouble)


def test_no_half_written_file_is_ever_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    store = Store(tmp_path)
    store.put(KEY, b"%PDF")
    assert list(tmp_path.iterdir()) == []
    assert "No space left on device" in str(store.trouble)


def test_a_folder_that_is_a_file_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "kept")
    assert store.get(KEY) is None
    store.put(KEY, b"%PDF")
    store.tidy()
    assert "cannot be kept" in str(store.trouble)
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "in the way"


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB with nothing left on it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        os.name == "posix"
        and os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=False, capture_output=True
        ).returncode
    )
    if not mounted:
        yield from _without_room(disk)
        return
    try:
        with pytest.raises(OSError, match="space"), (disk / "ballast").open("wb") as ballast:
            ballast.write(bytes(128 * 1024))
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _without_room(disk: Path) -> Iterator[Path]:
    """Where this user may mount nothing, the system refuses files above a size instead: the same error by another number."""
    resource = pytest.importorskip("resource")
    (disk / "ballast").write_bytes(b"x")
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
    try:
        yield disk
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_costs_only_the_keeping(full_disk: Path) -> None:
    store = Store(full_disk)
    store.put(KEY, b"%PDF" * 1000)
    assert "cannot be kept" in str(store.trouble)
    assert [file.name for file in full_disk.iterdir()] == ["ballast"]


def test_what_was_not_asked_for_the_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_room, "MOST_BYTES", 3 * 1032)
    earlier = Store(tmp_path)
    for number in range(5):
        earlier.put(str(number), bytes(1000))
        os.utime(tmp_path / str(number), (number, number))
    store = Store(tmp_path)
    store.get("0")
    store.tidy()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0", "3", "4"]


def test_what_one_build_needs_is_all_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_room, "MOST_BYTES", 10)
    store = Store(tmp_path)
    for number in range(5):
        store.put(str(number), bytes(1000))
    store.tidy()
    assert len(list(tmp_path.iterdir())) == 5


def test_without_a_folder_nothing_is_kept_and_nothing_said() -> None:
    store = Store(None)
    store.put(KEY, b"%PDF")
    store.tidy()
    assert store.get(KEY) is None
    assert store.trouble is None
