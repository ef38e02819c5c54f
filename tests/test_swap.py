"""A site is replaced whole or not at all, whatever stops a build."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.swap import AnotherBuildError, Swap


def site_of(folder: Path, page: str) -> Path:
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text(page, encoding="utf-8")
    return site


def write(folder: Path, page: str) -> None:
    (folder / "index.html").write_text(page, encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_finished_build_takes_the_place_of_the_old_site_wholly(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    (site / "ended.html").write_text("a group that has ended", encoding="utf-8")
    swap = Swap.begin(site)
    write(swap.workplace, "new")
    assert (site / "index.html").read_text(encoding="utf-8") == "old", "until it is whole, visitors see the old one"
    assert swap.finish() == (site, 1)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert names(site) == ["index.html"], "nothing of the old site is left in the new one"
    assert names(tmp_path) == ["site"], "and nothing beside it"


def test_the_first_build_needs_no_old_site_and_no_folder(tmp_path: Path) -> None:
    swap = Swap.begin(tmp_path / "build" / "public.html")
    write(swap.workplace, "new")
    swap.finish()
    assert names(tmp_path / "build") == ["public.html"]


def test_a_failed_build_leaves_the_old_site_and_no_remains(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    swap = Swap.begin(site)
    write(swap.workplace, "half of the new one")
    swap.abandon()
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["site"]


def test_what_a_killed_build_left_behind_is_not_mixed_into_the_next(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    killed = Swap.begin(site)
    (killed.workplace / "stray.html").write_text("stray", encoding="utf-8")
    killed.let_go()
    swap = Swap.begin(site)
    write(swap.workplace, "new")
    swap.finish()
    assert names(site) == ["index.html"]


def test_what_stands_beside_the_site_is_left_alone(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    (tmp_path / "site.new").mkdir()
    (tmp_path / ".other.old").mkdir()
    swap = Swap.begin(site)
    swap.finish()
    assert names(tmp_path) == [".other.old", "site", "site.new"]


def test_a_build_that_cannot_take_the_place_gives_it_back(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    swap = Swap.begin(site)
    shutil.rmtree(swap.workplace)  # the second renaming will fail, as it does on a disk or share that refuses it
    with pytest.raises(FileNotFoundError):
        swap.finish()
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_swap_that_was_interrupted_between_its_two_steps_loses_no_site(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    interrupted = Swap.begin(site)
    write(interrupted.workplace, "new")
    interrupted.let_go()
    site.rename(tmp_path / ".site.old")  # the power went here: the old site is put aside, the new one not yet in place
    following = Swap.begin(site)
    following.abandon()  # and the next build fails for a slip in the file
    assert (site / "index.html").read_text(encoding="utf-8") in ("old", "new")


def test_a_first_build_that_cannot_take_its_place_is_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Swap.begin(tmp_path / "site")
    write(swap.workplace, "new")

    def refuse(path: Path, to: Path) -> Path:
        raise PermissionError(path)

    with monkeypatch.context() as disk:
        disk.setattr("generator.swap.exchange", lambda _one, _two: False)
        disk.setattr(Path, "rename", refuse)
        with pytest.raises(PermissionError):
            swap.finish()
    assert (swap.workplace / "index.html").read_text(encoding="utf-8") == "new"


def test_an_old_site_that_cannot_be_put_aside_stays_with_the_new_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(tmp_path, "old")
    swap = Swap.begin(site)
    write(swap.workplace, "new")

    def refuse(path: Path, to: Path) -> Path:
        raise PermissionError(path)

    with monkeypatch.context() as disk:
        disk.setattr("generator.swap.exchange", lambda _one, _two: False)
        disk.setattr(Path, "rename", refuse)
        with pytest.raises(PermissionError):
            swap.finish()
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert (swap.workplace / "index.html").read_text(encoding="utf-8") == "new"


def test_two_builds_of_one_site_do_not_mix(tmp_path: Path) -> None:
    site = site_of(tmp_path, "old")
    first = Swap.begin(site)
    write(first.workplace, "new")
    with pytest.raises(AnotherBuildError):
        Swap.begin(site)
    other = Swap.begin(tmp_path / "site-offline")
    other.abandon()
    first.finish()
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    Swap.begin(site).abandon()


def test_what_came_out_the_same_is_still_the_old_file_with_its_date(tmp_path: Path) -> None:
    site = site_of(tmp_path, "home")
    for name in ("groups", "services"):
        (site / name).mkdir()
        (site / name / "index.html").write_text(f"old {name}", encoding="utf-8")
    before = {path: path.stat() for path in site.rglob("*.html")}
    swap = Swap.begin(site)
    for name, words in (("groups", "old groups"), ("services", "new services"), ("areas", "old groups")):
        (swap.workplace / name).mkdir()
        (swap.workplace / name / "index.html").write_text(words, encoding="utf-8")
    assert swap.finish() == (site, 2), "the changed page and the new one"
    after = {path: path.stat() for path in site.rglob("*.html")}
    kept = site / "groups" / "index.html"
    assert (after[kept].st_ino, after[kept].st_mtime_ns) == (before[kept].st_ino, before[kept].st_mtime_ns)
    changed = site / "services" / "index.html"
    assert changed.read_text(encoding="utf-8") == "new services"
    assert after[changed].st_ino != before[changed].st_ino
    assert site / "index.html" not in after, "what is gone is gone"
    assert after[kept].st_nlink == 1


def test_where_a_disk_has_no_links_the_date_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(tmp_path, "home")
    os.utime(site / "index.html", ns=(10**18, 10**18))
    swap = Swap.begin(site)
    write(swap.workplace, "home")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert swap.finish() == (site, 0)
    assert (site / "index.html").stat().st_mtime_ns == 10**18
