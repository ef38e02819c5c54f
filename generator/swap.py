"""The new site takes the old one's place only when it is whole.

A build works in a folder beside the site; at the end the two change places by renaming. If the build fails, the last
good site stands untouched. Files that came out just as they were are taken over from the old site, so that what a
deployment copies by date is only what changed.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.exchange import exchange

try:
    import fcntl
except ImportError:  # Windows, where a folder that is open cannot be renamed
    fcntl = None  # type: ignore[assignment]


class AnotherBuildError(OSError):
    """Somebody else is building the same site at this moment."""


@dataclass(frozen=True, slots=True)
class Swap:
    """One build on its way to `site`."""

    site: Path
    workplace: Path
    lock: int | None = None
    """The open workplace, which this build alone may use as long as it is open."""

    @classmethod
    def begin(cls, site: Path) -> Swap:
        """An empty workplace beside the site, on the same disk so that renaming is one step.

        A site that an interrupted build had put aside comes back first. Raises `AnotherBuildError` while another
        build is at work on the same site.
        """
        workplace = site.with_name(f".{site.name}.new")
        workplace.mkdir(parents=True, exist_ok=True)
        lock = _locked(workplace, site)
        _put_back(site)
        _empty(workplace)
        return cls(site, workplace, lock)

    def finish(self) -> tuple[Path, int]:
        """Put the finished build in place of the old site: where it stands, and how many files of it are new or changed.

        Raises `OSError` if the disk refuses; then the old site is where it was, and the finished build still stands in
        its workplace.
        """
        written = _take_over(self.site, self.workplace)
        aside = _aside(self.site)
        try:
            shutil.rmtree(aside, ignore_errors=True)
            if exchange(self.site, self.workplace):  # in one step: there is no moment without a site
                self.workplace.rename(aside)
            else:
                if self.site.exists():
                    self.site.rename(aside)
                self.workplace.rename(self.site)
        finally:
            _put_back(self.site)
            self.let_go()
        shutil.rmtree(aside, ignore_errors=True)
        return self.site, written

    def abandon(self) -> None:
        """Leave the old site as it was."""
        shutil.rmtree(self.workplace, ignore_errors=True)
        self.let_go()

    def let_go(self) -> None:
        """Let others build, as a build that is killed does."""
        if self.lock is not None:
            os.close(self.lock)


def _locked(workplace: Path, site: Path) -> int | None:
    """The folder, open and ours alone until it is closed; a build that is killed lets go of it by that."""
    if fcntl is None:
        return None
    opened = os.open(workplace, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Since it was opened, the other build may have made a site of it, and may still be tidying up.
        if os.path.samestat(os.fstat(opened), workplace.stat()) and _is_free(site):
            return opened
    except OSError:
        pass
    os.close(opened)
    raise AnotherBuildError(f"another build of {site.name} is at work")


def _is_free(site: Path) -> bool:
    try:
        opened = os.open(site, os.O_RDONLY)
    except OSError:  # there is none yet, or nothing that a build could lock
        return True
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(opened)


def _take_over(old: Path, new: Path) -> int:
    """Put the old site's file in place of each that is just the same; how many are not.

    It is one file with two names until the old site goes. Where a disk has no such links, the old date at least is kept.
    """
    written = 0
    for path in _files(new):
        before = old / path.relative_to(new)
        if not (before.is_file() and not before.is_symlink() and filecmp.cmp(before, path, shallow=False)):
            written += 1
            continue
        try:
            link = path.with_name(f".{path.name}.kept")
            os.link(before, link)
            link.replace(path)
        except OSError:
            with suppress(OSError):
                os.utime(path, ns=(before.stat().st_atime_ns, before.stat().st_mtime_ns))
    # What `cmp` remembers of files is of no use once they have been renamed.
    filecmp.clear_cache()
    return written


def _files(folder: Path) -> Iterator[Path]:
    return (Path(inner, name) for inner, _, names in os.walk(folder) for name in names)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _put_back(site: Path) -> None:
    aside = _aside(site)
    if aside.exists() and not site.exists():
        aside.rename(site)
