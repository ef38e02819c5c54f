"""`waypost due`: the queue of what somebody should ask about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.town import HEAD

TOWN = """\
groups:
  - {id: fresh, name: Fresh, summary: Checked lately., contact: {phones: (207) 555-0101}, verified: 2026-10-01}
  - {id: soon, name: Soon, summary: Nearly due., contact: {phones: (207) 555-0102}, verified: 2026-06-01}
  - {id: never, name: Never, summary: Nobody knows., contact: {email: never@example.org}}
  - {id: ended, name: Ended, summary: Closed., status: ended, verified: 2020-01-01}
services:
  - id: late
    name: Late
    summary: Checked in spring.
    organization: house
    verified: 2026-03-01
    verified_by: Sam
  - {id: lost, name: Lost, summary: Long ago., contact: {name: Ada, role: front desk, text: (207) 555-0105}, verified: 2025-02-01}
organizations:
  - {id: house, name: The House, contact: {phones: (207) 555-0109}}
"""


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resources.yaml").write_text(HEAD + TOWN, encoding="utf-8")
    return tmp_path


def due(*words: str) -> Result:
    return CliRunner().invoke(main, ["due", "--today", "2026-11-22", "--language", "en-GB", *words])


def test_the_most_urgent_comes_first_and_what_is_fresh_or_over_is_left_out() -> None:
    rows = json.loads(due("--json").output)
    assert [(row["id"], row["state"]) for row in rows] == [
        ("lost", "hidden"),
        ("never", "overdue"),
        ("late", "overdue"),
        ("soon", "due"),
    ]


def test_whom_to_ask_is_the_listings_contact_or_its_organizations() -> None:
    rows = {row["id"]: row for row in json.loads(due("--json").output)}
    assert rows["lost"]["ask"] == "Ada, front desk"
    assert [way["href"] for way in rows["lost"]["ways"]] == ["sms:+12075550105"]
    assert [way["href"] for way in rows["late"]["ways"]] == ["tel:+12075550109"]


def test_a_person_reads_when_by_whom_and_what_to_type() -> None:
    shown = due().output
    assert "overdue  Late  (late)\n    Checked 1 March 2026 by Sam; to be asked again 1 September 2026.\n" in shown
    assert "    Ask: (207) 555-0109\n    If all of it is true: waypost verify late\n" in shown
    assert "    Ask Ada, front desk:" in shown
    assert "Fresh" not in shown


def test_a_limit_says_how_many_more_there_are() -> None:
    shown = due("--limit", "1").output
    assert "Lost" in shown
    assert "Late" not in shown
    assert "3 more." in shown


def test_a_rhythm_of_the_directorys_own_is_kept(town: Path) -> None:
    head = HEAD.replace("  language: en-US\n", "  language: en-US\n  review_every: 2 years\n  remind_before: 1 week\n")
    (town / "resources.yaml").write_text(head + TOWN, encoding="utf-8")
    assert [row["id"] for row in json.loads(due("--json").output)] == ["never"]


def test_nothing_due_is_said(town: Path) -> None:
    (town / "resources.yaml").write_text(HEAD, encoding="utf-8")
    done = due()
    assert (done.exit_code, done.output) == (0, "Nothing is due: everything was checked not long ago.\n")


def test_a_broken_file_is_told(town: Path) -> None:
    (town / "resources.yaml").write_text(HEAD + TOWN.replace("summary: Closed.", "sumary: Closed."), encoding="utf-8")
    done = due()
    assert done.exit_code == 1
    assert "resources.yaml has errors." in done.output
