"""The same bytes everywhere: from two processes, folders, time zones, locales and hash seeds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from generator.paper.works import Printed
from tests.paper.conftest import ROOT

PRINTS = """
import sys
sys.path.insert(0, sys.argv[1])
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from generator.load import load
from generator.paper.works import Works
from generator.site_files import Site
root = Path(sys.argv[1])
loaded = load(root / "resources.yaml", root=root, today=lambda _zone: date(2026, 11, 22))
site = Site(loaded.directory, loaded.today, "https://example.org/lantern-bay/", works=Works(None, cores=2))
wanted = set(sys.argv[2].split(","))
for one in site.printed(lambda job: PurePosixPath(job.path).name in wanted):
    print(one.job.path, sha256(one.content).hexdigest())
print(Path(sys.modules["generator"].__file__).parent)
"""

# One of each kind: with tables and choices, large and to be typed into; for the pen; a booklet, tagged and folded.
SOME = [
    "my-values-a4-fill.pdf",
    "my-people-letter-large-fill.pdf",
    "my-goal-a4.pdf",
    "booklet-a6.pdf",
    "booklet-a6-fold.pdf",
]


def printed_in(root: Path, cwd: Path, **environment: str) -> list[str]:
    """Paths and hashes, and at the end the folder of the generator that printed."""
    done = subprocess.run(
        [sys.executable, "-c", PRINTS, str(root), ",".join(SOME)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_another_process_folder_time_zone_locale_and_hash_seed_give_the_same_bytes(
    demo_set: Sequence[Printed], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "a folder with spaces"
    for part in ("generator", "listings"):
        shutil.copytree(ROOT / part, elsewhere / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "resources.yaml", elsewhere)
    one = printed_in(ROOT, ROOT, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="1")
    other = printed_in(
        elsewhere, tmp_path, TZ="America/Adak", LC_ALL="tr_TR.UTF-8", LANG="pl_PL.UTF-8", PYTHONHASHSEED="4711"
    )
    assert one[-1] == str(ROOT / "generator")
    assert other[-1] == str(elsewhere / "generator")
    assert one[:-1] == other[:-1]
    here = {printed.job.path: sha256(printed.content).hexdigest() for printed in demo_set}
    assert len(one) == len(SOME) + 1
    assert all(here[line.split()[0]] == line.split()[1] for line in one[:-1])
