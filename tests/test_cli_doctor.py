"""`waypost doctor` on machines that have everything, and on machines that do not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.town import HEAD

ROOT = Path(__file__).resolve().parent.parent


def doctor(*words: str) -> Result:
    return CliRunner().invoke(main, ["doctor", "--today", "2026-11-22", *words])


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resources.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Town\n", encoding="utf-8")
    return tmp_path


def rows(result: Result) -> dict[str, dict[str, str]]:
    return {row["what"]: row for row in json.loads(result.output)}


def test_a_machine_that_has_everything_is_fine() -> None:
    done = doctor("--json")
    assert done.exit_code == 0
    assert {row["state"] for row in rows(done).values()} == {"fine"}
    assert rows(done)["Python"]["seen"].startswith(".".join(map(str, sys.version_info[:3])))


def test_a_folder_without_a_directory_says_how_to_begin_one(town: Path) -> None:
    (town / "resources.yaml").unlink()
    done = doctor()
    assert done.exit_code == 1
    assert (
        "!!  resources.yaml: not there\n    Go to the folder of your directory, or begin one: waypost init"
        in done.output
    )


def test_a_directory_with_errors_says_where_to_see_them(town: Path) -> None:
    (town / "resources.yaml").write_text(HEAD + "groups: none\n", encoding="utf-8")
    done = doctor()
    assert done.exit_code == 1
    assert "resources.yaml: Found 1 error" in done.output
    assert "waypost check" in done.output


def test_without_git_it_says_what_that_costs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = doctor("--json")
    assert done.exit_code == 0
    assert rows(done)["git"]["state"] == "less"


def test_without_the_pdf_engine_it_says_what_that_costs(town: Path) -> None:
    """The packages are there; a path on which only Waypost's other needs can be seen stands for a machine without them."""
    shadow = "import sys; from importlib import metadata; real = metadata.version\n"
    shadow += "def version(name):\n    if name in ('typst', 'pikepdf'): raise metadata.PackageNotFoundError(name)\n    return real(name)\n"
    shadow += "metadata.version = version\nfrom generator.cli import main; main(['doctor', '--json'])"
    done = subprocess.run(
        [sys.executable, "-c", shadow],
        cwd=town,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    found = {row["what"]: row for row in json.loads(done.stdout)}
    assert done.returncode == 0
    assert found["PDFs"]["seen"] == "typst and pikepdf not installed"
    assert "pip install 'waypost[pdf]'" in found["PDFs"]["advice"]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be closed to their owner by mode there")
def test_a_folder_that_cannot_be_written_to_is_told(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write everywhere, so that what the system would answer to others is said in its place.
    if os.geteuid() == 0:
        monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    else:
        town.chmod(0o555)
    done = doctor("--json")
    town.chmod(0o755)
    assert done.exit_code == 1
    assert rows(done)["Folder"]["state"] == "wrong"
