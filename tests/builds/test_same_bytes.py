"""The same project gives the same site: in any folder, time zone and locale, with any hash seed and order of files.

With WAYPOST_OTHER_PYTHON set to a Python of another version that has requirements/site-without-pdf.txt installed
(`make other-python OTHER=python3.13` does all of it), its site is compared as well.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from generator.build_record import PATH, build_record, installed, record_file
from tests.builds.small_site import DAY
from tests.town import TODAY

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ("resources.yaml", "mkdocs.yml", "listings", "content", "theme_overrides")
OTHER_PYTHON = os.environ.get("WAYPOST_OTHER_PYTHON", "")


def copied(to: Path, *, backwards: bool) -> Path:
    """The demonstration's project, its files made in one order or the other: a folder lists them as they came."""
    files = [
        path
        for name in PROJECT
        for path in ([ROOT / name] if (ROOT / name).is_file() else sorted((ROOT / name).rglob("*")))
        if path.is_file() and "__pycache__" not in path.parts
    ]
    for path in reversed(files) if backwards else files:
        copy = to / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    # The sheets' own bytes are compared in tests/paper.
    settings = to / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - waypost:\n", "  - waypost:\n      pdf: false\n"), encoding="utf-8")
    return to


def site_of(project: Path, python: str = sys.executable, **environment: str) -> dict[str, str]:
    """The hash of each file of the site that is built there."""
    done = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": DAY, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    project = copied(tmp_path_factory.mktemp("here"), backwards=False)
    return site_of(project, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def test_another_folder_zone_locale_seed_and_order_of_files_give_the_same_site(
    here: dict[str, str], tmp_path: Path
) -> None:
    project = copied(tmp_path / "another place" / "deeper, with ünusual name", backwards=True)
    there = site_of(project, TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", LANG="de_DE", PYTHONHASHSEED="4242")
    assert differing(here, there) == []
    assert len(here) > 500


def test_another_day_gives_another_site(here: dict[str, str], tmp_path: Path) -> None:
    # The comparison above would be worth nothing if SOURCE_DATE_EPOCH were not what sets the day.
    later = site_of(copied(tmp_path, backwards=False), SOURCE_DATE_EPOCH=str(int(DAY) + 86_400))
    assert "index.html" in differing(here, later)


if OTHER_PYTHON:

    def test_another_python_gives_the_same_site(here: dict[str, str], tmp_path: Path) -> None:
        ask = [OTHER_PYTHON, "-c", "import sys; print(*sys.version_info[:2])"]
        told = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.split()
        assert tuple(map(int, told)) != sys.version_info[:2]
        there = site_of(copied(tmp_path, backwards=False), OTHER_PYTHON, PYTHONPATH=str(ROOT))
        assert differing(here, there) == []


def test_the_site_says_what_it_was_made_from(tmp_path: Path) -> None:
    project = copied(tmp_path, backwards=False)
    site_of(project)
    record = json.loads((project / "site" / PATH).read_text(encoding="utf-8"))
    assert record["day"] == "2026-11-22"
    assert {"waypost", "mkdocs", "mkdocs-material"} <= set(record["made_with"])
    wanted = {
        "resources.yaml",
        "mkdocs.yml",
        "listings/goals.yaml",
        "content/learn/hope.md",
        "theme_overrides/main.html",
    }
    assert wanted <= set(record["inputs"])
    for path, told in record["inputs"].items():
        assert sha256((project / path).read_bytes()).hexdigest() == told
    assert str(project) not in json.dumps(record)


def test_a_record_knows_neither_the_machine_nor_the_order_of_files(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name in ("resources.yaml", "content/a.md", "content/b.md", ".venv/lib/python3.11/x.py", "content/.hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    files = [tmp_path / "resources.yaml", tmp_path / "content", tmp_path / ".venv", Path(sys.executable)]
    one = record_file(tmp_path, files, {"mkdocs": "1", "waypost": "2"}, TODAY)
    two = record_file(tmp_path, reversed(files), {"waypost": "2", "mkdocs": "1"}, TODAY)
    assert one == two
    assert list(json.loads(one.content)["inputs"]) == ["content/a.md", "content/b.md", "resources.yaml"]
    assert one.content == build_record(
        {name: name.encode() for name in ("content/b.md", "resources.yaml", "content/a.md")},
        {"mkdocs": "1", "waypost": "2"},
        TODAY,
    )


def test_the_versions_are_those_that_are_installed() -> None:
    assert installed(["mkdocs", "no-such-package-at-all"]).keys() == {"mkdocs"}
