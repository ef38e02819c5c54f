"""Setting up, locking and packing: that two commands are enough on a machine that knows nothing of Waypost."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tools import browser, setup
from tools.setup import CannotSetUp, Python

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))

posix_only = pytest.mark.skipif(os.name == "nt", reason="stands in for programs with shell scripts")


def requirements(level: str) -> str:
    return (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")


def program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


# Which Python


def test_an_old_python_can_read_the_set_up_and_say_that_it_is_too_old() -> None:
    tree = ast.parse((ROOT / "tools" / "setup.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    outside = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert outside <= set(sys.stdlib_module_names)


def test_an_old_python_is_named_with_what_to_install() -> None:
    with pytest.raises(CannotSetUp) as refused:
        setup.newest_allowed(iter([Python("/usr/bin/python3", (3, 9, 2))]))
    assert "needs Python 3.11 or newer, and found only Python 3.9.2" in str(refused.value)
    assert "sudo apt install python3.11 python3.11-venv" in str(refused.value)


def test_a_newer_python_is_taken_where_the_first_is_too_old() -> None:
    pythons = [Python("/usr/bin/python3", (3, 9, 2)), Python("/opt/python3.13", (3, 13, 0))]
    assert setup.newest_allowed(iter(pythons)).path == "/opt/python3.13"


@posix_only
def test_a_name_that_does_not_start_is_no_python(tmp_path: Path) -> None:
    assert setup.ask(program(tmp_path / "python3.13", "echo 'python3.13: command not found' >&2; exit 127")) is None
    assert setup.ask(tmp_path / "not there") is None


def test_a_python_inside_an_environment_names_the_one_outside() -> None:
    asked = setup.ask(sys.executable)
    assert asked is not None
    assert asked.version == sys.version_info[:3]
    assert not Path(asked.path).is_relative_to(Path(sys.prefix)) or sys.prefix == sys.base_prefix


@posix_only
def test_a_missing_venv_module_is_told_plainly(tmp_path: Path) -> None:
    bare = program(tmp_path / "python3", "exit 1")
    with pytest.raises(CannotSetUp, match="sudo apt install python3-venv"):
        setup.with_venv(iter([Python(bare, (3, 11, 2))]))


@posix_only
def test_a_python_without_venv_is_passed_over_for_one_that_has_it(tmp_path: Path) -> None:
    bare, whole = program(tmp_path / "bare", "exit 1"), program(tmp_path / "whole", "exit 0")
    assert setup.with_venv(iter([Python(bare, (3, 11, 2)), Python(whole, (3, 12, 1))])).path == whole


# What is done, and done once


class Folder:
    """A project folder in which setting up makes a real, empty environment and remembers that it was asked to."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.monkeypatch = root, monkeypatch
        self.done: list[str] = []
        (root / "requirements").mkdir(parents=True)
        for name in ("pyproject.toml", "uv.lock", "requirements/site.txt", "requirements/dev.txt"):
            (root / name).write_text("one\n", encoding="utf-8")
        self.pdf = True
        self.stand_in(root)
        monkeypatch.setattr(shutil, "which", lambda _name: None)
        monkeypatch.setattr(setup, "set_up_with_pip", self.make_environment)

    def stand_in(self, root: Path) -> None:
        self.root = root
        self.monkeypatch.setattr(setup, "ROOT", root)
        self.monkeypatch.setattr(setup, "VENV", root / ".venv")
        self.monkeypatch.setattr(setup, "STAMP", root / ".venv" / "waypost-set-up.json")

    def make_environment(self, level: str) -> bool:
        self.done.append(level)
        if not (self.root / ".venv").exists():
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", self.root / ".venv"], check=True)
        return self.pdf


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    return Folder(tmp_path / "a town of ours", monkeypatch)


def test_the_second_time_there_is_nothing_to_do(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main([]) == 0
    assert setup.main([]) == 0
    assert folder.done == ["site"]
    assert capsys.readouterr().out.endswith("Setting up: already done.\n")


def test_what_was_set_up_for_tests_serves_the_site_too(folder: Folder) -> None:
    assert (setup.main([]), setup.main(["--dev"]), setup.main([])) == (0, 0, 0)
    assert folder.done == ["site", "dev"]


def test_a_machine_for_which_there_is_no_pdf_engine_is_asked_once(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.pdf = False
    assert (setup.main([]), setup.main([])) == (0, 0)
    assert folder.done == ["site"]
    assert capsys.readouterr().out.endswith("Setting up: already done.\n")


@posix_only
def test_without_the_pdf_engine_the_site_is_set_up_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """uv is stood in for by a script that refuses whatever is asked with PDFs, as it does where no wheel fits."""
    asked = tmp_path / "asked"
    uv = program(tmp_path / "uv", f'echo "$@" >> "{asked}"; case "$*" in *"--extra pdf"*) exit 2;; esac')
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    assert setup.set_up_with_uv(uv, "site") is False
    first, second = asked.read_text(encoding="utf-8").splitlines()
    assert "--extra pdf" in first
    assert "--extra" not in second
    assert "everything except PDFs" in capsys.readouterr().out


def test_a_new_lock_is_brought_in_without_losing_the_test_tools(folder: Folder) -> None:
    setup.main(["--dev"])
    (folder.root / "uv.lock").write_text("two\n", encoding="utf-8")
    setup.main([])
    assert folder.done == ["dev", "dev"]


def test_a_folder_that_was_moved_gets_a_new_environment(folder: Folder) -> None:
    setup.main([])
    left_behind = folder.root / ".venv" / "left-behind"
    left_behind.touch()
    moved = folder.root.rename(folder.root.with_name("moved"))
    folder.stand_in(moved)
    setup.main([])
    assert folder.done == ["site", "site"]
    assert not (moved / ".venv" / left_behind.name).exists()


@posix_only
def test_an_environment_whose_python_is_gone_is_made_anew(folder: Folder) -> None:
    setup.main([])
    (folder.root / ".venv" / "bin" / "python").unlink()
    assert setup.main([]) == 0
    assert folder.done == ["site", "site"]


def test_a_step_that_fails_is_an_exit_code_and_a_sentence(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        setup, "set_up_with_pip", lambda _level: setup.run([sys.executable, "-c", "raise SystemExit(3)"])
    )
    assert setup.main([]) == 1
    assert "did not work" in capsys.readouterr().err
    assert not (folder.root / ".venv").exists()


# The lock


def test_the_lock_names_the_public_registry_and_nothing_else() -> None:
    sources = [package["source"] for package in LOCK["package"] if package["name"] != "waypost"]
    assert {source.get("registry") for source in sources} == {"https://pypi.org/simple"}
    assert "file:" not in (ROOT / "uv.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("level", ["site", "dev"])
def test_pip_gets_the_locked_versions_with_their_hashes(level: str) -> None:
    locked = {(package["name"], package["version"]) for package in LOCK["package"]}
    blocks = re.split(r"\n(?=\w)", re.sub(r"^\s*#.*\n", "", requirements(level), flags=re.MULTILINE))
    named = {(match[1], match[2]) for block in blocks if (match := re.match(r"([\w.-]+)==([^\s;]+)", block))}
    assert len(named) == len(blocks)
    assert named <= locked
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert re.search(r"index-url|find-links|file:|://", requirements(level)) is None


def test_every_package_that_the_project_asks_for_is_in_the_lists_for_pip() -> None:
    project = PROJECT["project"]
    for level, asked in (
        ("site", [*project["dependencies"], *PROJECT["dependency-groups"]["build"]]),
        ("dev", [*project["dependencies"], *project["optional-dependencies"]["dev"]]),
    ):
        named = set(re.findall(r"^([\w.-]+)==", requirements(level), flags=re.MULTILINE))
        assert {canonicalize_name(Requirement(line).name) for line in asked} <= named


def test_the_lock_is_that_of_the_project() -> None:
    (ours,) = [package for package in LOCK["package"] if package["name"] == "waypost"]
    asked = {canonicalize_name(row.name): row.specifier for row in map(Requirement, all_requirements())}
    locked = {row["name"]: SpecifierSet(row.get("specifier", "")) for row in ours["metadata"]["requires-dist"]}
    assert locked == asked
    assert ours["version"] == PROJECT["project"]["version"]


def all_requirements() -> list[str]:
    project = PROJECT["project"]
    return [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]


# The package


def test_the_version_is_said_once() -> None:
    import generator

    assert generator.__version__ == PROJECT["project"]["version"]


def test_a_wheel_holds_all_of_the_generator(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("generator/")}
    files = {path for path in (ROOT / "generator").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert packed == {path.relative_to(ROOT).as_posix() for path in files}


# Verbs, and what may not be left out


def test_every_verb_of_the_makefile_is_explained_to_people() -> None:
    verbs = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert len(verbs) >= 5
    assert [verb for verb in verbs if verb != "help" and f"make {verb}" not in told] == []


@pytest.fixture
def run_with_one_skipped_test(tmp_path: Path) -> Callable[[dict[str, str]], str]:
    test = tmp_path / "test_left_out.py"
    test.write_text("import pytest\ndef test_left_out():\n    pytest.skip('no time today')\n", encoding="utf-8")

    def run(more: dict[str, str]) -> str:
        env = {name: value for name, value in os.environ.items() if name != "WAYPOST_REQUIRE_ALL"}
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-c",
            "pyproject.toml",
            "-p",
            "tests.conftest",
            "-p",
            "no:cacheprovider",
        ]
        done = subprocess.run(
            [*command, str(test)], cwd=ROOT, env={**env, **more}, capture_output=True, text=True, check=False
        )
        return done.stdout

    return run


def test_a_test_may_be_left_out_at_home(run_with_one_skipped_test: Callable[[dict[str, str]], str]) -> None:
    assert " 1 skipped in" in run_with_one_skipped_test({})


def test_a_test_left_out_fails_where_everything_is_required(
    run_with_one_skipped_test: Callable[[dict[str, str]], str],
) -> None:
    output = run_with_one_skipped_test({"WAYPOST_REQUIRE_ALL": "1"})
    assert "1 failed" in output
    assert "no time today" in output


@posix_only
def test_the_browser_that_is_named_is_taken_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = program(tmp_path / "my own chromium", "echo Chromium 1.0")
    monkeypatch.setenv("WAYPOST_CHROMIUM", named)
    assert browser.find() == named
    monkeypatch.setenv("WAYPOST_CHROMIUM", str(tmp_path / "not there"))
    assert browser.find() is None


@posix_only
def test_a_browser_that_does_not_start_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "echo 'error while loading shared libraries' >&2; exit 127"
    monkeypatch.setenv("WAYPOST_CHROMIUM", program(tmp_path / "chromium", broken))
    assert browser.find() is None
