"""A disk without room, one that is read-only, a folder one may not write to, two builds at once: the last site stays.

All are tried on the real thing where this user may: a small disk of memory is mounted, and root gives up its right to
write everywhere. Elsewhere a limit on the size of files takes the full disk's place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builds.small_site import SmallTown, plain_sentence, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mounts and modes are those of Unix")

ROOM = 4_000_000
"""Bytes of the small disk: room for one site of 1.9 MB and a part of a second."""


@pytest.fixture
def town(tmp_path: Path) -> SmallTown:
    return SmallTown.begun(tmp_path)


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[str], None]]:
    """A disk of its own at this folder; the function given changes how it is mounted."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may mount nothing here")
    try:
        yield lambda how: void(subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True))
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def void(_: object) -> None:
    return None


def modes_count() -> Sequence[str]:
    """What to put before a command so that modes of folders hold for it too; root is above them otherwise."""
    if os.geteuid():
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("this is root, whom no mode stops, and there is no setpriv to give that right up")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


def test_a_disk_that_fills_up_costs_nothing_but_the_build(town: SmallTown) -> None:
    disk = town.folder / "disk"
    with small_disk(disk) as remount:
        site = disk / "site"
        assert town.build("-d", str(site))[0] == 0
        before = tree(site)
        for left in (1_000_000, 20_000):
            town.becomes(f"with {left} bytes left")
            (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free - left))
            code, said = town.build("-d", str(site))
            assert code != 0
            assert "no room left" in plain_sentence(said)
            assert tree(site) == before
            (disk / "ballast").unlink()
        remount(f"size={ROOM * 4}")
        assert town.build("-d", str(site))[0] == 0
        assert tree(site) == town.built(), "the next build is right"


def test_a_file_that_may_not_grow_is_told_like_a_full_disk(town: SmallTown) -> None:
    before = town.built()
    town.becomes("two")
    limited = "import resource, signal, runpy, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
    limited += "sys.argv = ['mkdocs', 'build']; runpy.run_module('mkdocs', run_name='__main__')"
    with town.start(instead=[sys.executable, "-c", limited]) as process:
        said, _ = process.communicate()
    assert process.returncode != 0
    assert "no room left" in plain_sentence(said)
    assert tree(town.site) == before
    assert town.built() != before


def test_a_disk_that_is_read_only_is_said(town: SmallTown) -> None:
    disk = town.folder / "disk"
    with small_disk(disk) as remount:
        site = disk / "site"
        assert town.build("-d", str(site))[0] == 0
        before = tree(site)
        town.becomes("two")
        remount("ro")
        code, said = town.build("-d", str(site))
        assert code != 0
        assert "Nothing may be written" in plain_sentence(said)
        assert tree(site) == before
        remount("rw")
        assert town.build("-d", str(site))[0] == 0
        assert tree(site) == town.built()


@pytest.mark.parametrize("closed", [".", "site", "site/groups"])
def test_a_folder_that_may_not_be_written_is_said_or_does_not_matter(town: SmallTown, closed: str) -> None:
    before = town.built()
    town.becomes("two")
    folder = town.folder / closed
    folder.chmod(0o555)
    try:
        code, said = town.build(before=modes_count())
    finally:
        if folder.exists():
            folder.chmod(0o755)
    if code:
        assert "Nothing may be written" in plain_sentence(said)
        assert tree(town.site) == before
    for kept in town.folder.rglob("*"):
        if kept.is_dir() and not kept.is_symlink():
            kept.chmod(0o755)
    right = town.built()
    assert right != before
    assert right == fresh(town)


def test_a_right_lost_in_the_middle_leaves_the_last_site(town: SmallTown) -> None:
    before = town.built()
    town.becomes("two")
    # The folder of the site is closed at the moment when the first page is written.
    script = (
        "import os, runpy, sys\n"
        "def close(event, args):\n"
        "    if event == 'open' and '.site.new' in str(args[0]) and str(args[0]).endswith('index.html'):\n"
        f"        os.chmod({str(town.folder)!r}, 0o555)\n"
        "sys.addaudithook(close)\n"
        "sys.argv = ['mkdocs', 'build']\n"
        "runpy.run_module('mkdocs', run_name='__main__')\n"
    )
    try:
        with town.start(instead=[*modes_count(), sys.executable, "-c", script]) as process:
            said, _ = process.communicate()
    finally:
        town.folder.chmod(0o755)
    assert process.returncode != 0
    assert "Nothing may be written" in plain_sentence(said)
    assert tree(town.site) == before
    assert town.built() == fresh(town)


def test_two_builds_at_once_never_mix(town: SmallTown) -> None:
    before = town.built()
    town.becomes("two")
    running = [town.start() for _ in range(3)]
    ended = [(process.communicate()[0], process.returncode) for process in running]
    done = [said for said, code in ended if code == 0]
    assert done, ended
    for said, code in ended:
        if code:
            assert "Another build of this site is at work" in plain_sentence(said)
    assert tree(town.site) == fresh(town) != before


def fresh(town: SmallTown) -> str:
    """The site as a first build makes it, in a folder that nothing went wrong in."""
    clean = town.folder / "elsewhere"
    clean.mkdir()
    other = SmallTown.begun(clean)
    (clean / "resources.yaml").write_bytes((town.folder / "resources.yaml").read_bytes())
    try:
        return other.built()
    finally:
        shutil.rmtree(clean)
