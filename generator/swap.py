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
        """An empty workplace beside the site, on the same disk so that renaming is one step."""
        workplace = site.with_name(f".{site.name}.new")
        shutil.rmtree(workplace, ignore_errors=True)
        workplace.mkdir(parents=True)
        return cls(site, workplace)

    def finish(self) -> Path:
        """Put the finished build in place of the old site."""
        old = self.site.with_name(f".{self.site.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        self.workplace.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)
        return self.site

    def abandon(self) -> None:
        """Leave the old site as it was."""
        shutil.rmtree(self.workplace, ignore_errors=True)
