"""`waypost links` from the file to what a person reads."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.links.asker import Asker
from tests.links.test_asker import QUICK, resolve, site, status
from tests.town import HEAD

# The command of the same name hides its module from an import.
links_command = sys.modules["generator.cli.links"]

TOWN = """\
groups:
  - id: talkers
    name: Talkers
    summary: Tea and talk.
    contact: {{website: '{good}'}}
  - id: walkers
    name: Walkers
    summary: A slow walk.
    contact: {{website: '{gone}', form: '{old}'}}
  - id: sitters
    name: Sitters
    summary: A bench.
    contact: {{website: '{gone}'}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    # The names of these tests lead to this machine; all else is as it is in earnest.
    monkeypatch.setattr(links_command, "Asker", partial(Asker, QUICK, resolve))
    return tmp_path


def links(*words: str, today: str = "2026-11-22") -> Result:
    return CliRunner().invoke(main, ["links", "--today", today, "--only", "town.example", *words])


def test_dead_and_moved_addresses_are_told_with_where_they_stand(folder: Path) -> None:
    with site({"/good": status(200), "/gone": status(404), "/old": status(301, Location="/good")}) as server:
        text = TOWN.format(**{name: server.address(f"/{name}") for name in ("good", "gone", "old")})
        (folder / "resources.yaml").write_text(HEAD + text, encoding="utf-8")
        first = json.loads(links("--json").output)
        second = json.loads(links("--json", today="2026-11-24").output)
        shown = links(today="2026-11-25").output
        asked = [path for _, _, path in server.asked if path == "/gone"]
    rows = {row["address"].rpartition("/")[2]: row for row in first}
    assert {name: row["state"] for name, row in rows.items()} == {"good": "ok", "gone": "dead", "old": "moved"}
    assert rows["old"]["now_at"] == server.address("/good")
    assert rows["gone"]["stands_in"] == ["groups/walkers: contact.website", "groups/sitters: contact.website"]
    assert len(asked) == 3, "an address that stands in two places is asked once a run"
    assert [row["counts"] for row in first if row["state"] == "dead"] == [False]
    assert [(row["counts"], row["failing_since"]) for row in second if row["state"] == "dead"] == [(True, "2026-11-22")]
    assert "since 2026-11-22" in shown
    assert "Asked 3 addresses: 1 ok, 0 blocked, 1 moved, 0 error, 1 dead." in shown


def test_a_memory_that_cannot_be_written_is_told_and_stops_nothing(folder: Path) -> None:
    (folder / "resources.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "taken").write_text("", encoding="utf-8")
    done = links("--memory", "taken/links.json")
    assert done.exit_code == 0
    assert "could not be remembered" in done.stderr
    assert "Asked 0 addresses" in done.stdout


def test_a_directory_that_cannot_be_read_ends_with_1(folder: Path) -> None:
    (folder / "resources.yaml").write_text(HEAD + "groups: none\n", encoding="utf-8")
    assert links().exit_code == 1
