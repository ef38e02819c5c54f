"""The new site takes the old one's place only when it is whole.

A build works in a folder beside the site; at the end the two change places by renaming. If the build fails, the last
good site stands untouched.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Swap:
    """One build on its way to `site`."""

    site: Path
    workplace: Path

    @classmethod
    def begin(cls, site: Path) -> Swap:
        """An empty workplace beside the site, on the same disk so that renaming is one step.

        A site that an interrupted build had put aside comes back first.
        """
        _put_back(site)
        workplace = site.with_name(f".{site.name}.new")
        shutil.rmtree(workplace, ignore_errors=True)
        workplace.mkdir(parents=True)
        return cls(site, workplace)

    def finish(self) -> Path:
        """Put the finished build in place of the old site.

        Raises `OSError` if the disk refuses; then the old site is where it was, and the finished build still stands in
        its workplace.
        """
        aside = _aside(self.site)
        try:
            if self.site.exists():
                shutil.rmtree(aside, ignore_errors=True)
                self.site.rename(aside)
            self.workplace.rename(self.site)
        finally:
            _put_back(self.site)
        shutil.rmtree(aside, ignore_errors=True)
        return self.site

    def abandon(self) -> None:
        """Leave the old site as it was."""
        shutil.rmtree(self.workplace, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _put_back(site: Path) -> None:
    aside = _aside(site)
    if aside.exists() and not site.exists():
        aside.rename(site)
