"""Builds that are killed at any point leave the last good site, and the next build is right.

Ten points are tried each time; WAYPOST_KILLS=100 (`make kills`) tries that many and says what came of each.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builds.small_site import SmallTown, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")

KILLS = int(os.environ.get("WAYPOST_KILLS", "10"))
KILLER = Path(__file__).with_name("killed_at.py")


class Site:
    """A town of two versions whose sites are known, with one of the two in place."""

    def __init__(self, town: SmallTown) -> None:
        self.town = town
        self.changes = town.folder / "changes.txt"
        self.hashes: dict[str, str] = {}
        for version in ("two", "one"):
            town.becomes(version)
            began = time.monotonic()
            self.hashes[version] = town.built()
            self.seconds = time.monotonic() - began
        assert len(set(self.hashes.values())) == 2
        self.standing = "one"
        self.outcomes: Counter[str] = Counter()

    def counted(self) -> tuple[int, list[int]]:
        """How often a whole build changes the disk, and which of these changes are renamings."""
        self.turn()
        command = [sys.executable, str(KILLER), "0", "build"]
        with self.town.start(instead=command, env={"CHANGES": str(self.changes)}) as process:
            process.communicate()
        assert self.found() == "whole and new"
        self.standing = self.coming
        total, *renamings = map(int, self.changes.read_text(encoding="utf-8").split())
        return total, renamings

    @property
    def coming(self) -> str:
        return "two" if self.standing == "one" else "one"

    def turn(self) -> None:
        self.town.becomes(self.coming)

    def found(self) -> str:
        """What stands there after a build to the other version was killed, as a visitor finds it."""
        now = tree(self.town.site)
        if now == self.hashes[self.coming]:
            return "whole and new"
        if now == self.hashes[self.standing]:
            return "whole and old"
        aside = tree(self.town.folder / ".site.old")
        return "put aside" if not now and aside == self.hashes[self.standing] else "broken"

    def judge(self, how: str) -> None:
        found = self.found()
        self.outcomes[f"{how}: {found}"] += 1
        assert found != "broken", how

    def mended(self) -> None:
        """The next build is right, whatever the killed one left behind."""
        assert self.town.built() == self.hashes[self.coming]
        self.standing = self.coming
        assert sorted(path.name for path in self.town.folder.iterdir() if path.name.startswith(".site")) == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(SmallTown.begun(tmp_path_factory.mktemp("town")))


def by_change(site: Site, number: int) -> None:
    with site.town.start(instead=[sys.executable, str(KILLER), str(number), "build"]) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL, number
    site.judge("at a change of the disk")


def by_time(site: Site, share: float) -> None:
    with site.town.start() as process:
        time.sleep(site.seconds * share)
        process.kill()
        process.communicate()
    site.judge("at a moment")


def test_a_build_killed_at_any_point_leaves_the_last_good_site(
    site: Site, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(7)
    total, renamings = site.counted()
    assert renamings, "the new site takes the old one's place by a renaming"
    # The moments at which the two sites change places, each from a clean start, so that the count is right.
    for number in renamings[-3:]:
        site.turn()
        by_change(site, number)
        site.mended()
    spread = KILLS - 3
    points = [(number + chance.random()) / spread for number in range(spread)]
    chance.shuffle(points)
    for number, share in enumerate(points, 1):
        site.turn()
        by_time(site, share) if number % 2 else by_change(site, 1 + int(share * (total - 2)))
        if KILLS >= 100 or number % 4 == 0 or number == spread or site.found() != "whole and old":
            site.mended()
    told = ", ".join(f"{times} {what}" for what, times in sorted(site.outcomes.items()))
    print(f"\n{KILLS} builds were killed, of {total} changes of the disk each: {told}")
    record_property("kills", KILLS)
    record_property("outcomes", told)
    assert sum(site.outcomes.values()) == KILLS >= 10
