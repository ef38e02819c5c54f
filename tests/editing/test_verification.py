"""Somebody made sure of listings: the date changes, and not a byte beside it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editing.files import Files, NothingChanged
from generator.editing.verification import verify
from tests.stories.volunteers import TOWN

TODAY = date(2026, 11, 22)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "resources.yaml").write_bytes(TOWN)
    return tmp_path / "resources.yaml"


def waypost(town: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--resources", str(town), "--today", TODAY.isoformat()])


@pytest.mark.parametrize("wanted", ["tuesday-talkers", "night-owls", "job-coach", "my-goal"])
def test_every_kind_of_listing_has_its_date_changed_in_place(town: Path, wanted: str) -> None:
    changed, (told,) = verify(Files.read(town, TODAY), [wanted], TODAY, None)
    lines = TOWN.split(b"\n")
    row = next(at for at in range(lines.index(_line_of(wanted)), len(lines)) if lines[at].startswith(b"    verified:"))
    lines[row] = lines[row].replace(told.before.encode(), b"2026-11-22")
    assert changed == {town: b"\n".join(lines)}


def _line_of(wanted: str) -> bytes:
    return next(line for line in TOWN.split(b"\n") if line.startswith(f"  - id: {wanted}".encode()))


def test_the_same_day_again_changes_nothing(town: Path) -> None:
    changed, _ = verify(Files.read(town, TODAY), ["night-owls"], date(2026, 11, 1), None)
    assert changed == {}


def test_a_day_to_come_is_refused(town: Path) -> None:
    done = waypost(town, "verify", "night-owls", "--date", "2026-11-23")
    assert done.exit_code == 1
    assert "2026-11-23 has not come yet" in done.stderr
    assert town.read_bytes() == TOWN


def test_a_date_that_is_none_is_a_wrong_call(town: Path) -> None:
    done = waypost(town, "verify", "night-owls", "--date", "22/11/2026")
    assert done.exit_code == 2
    assert "Type year, month and day" in done.stderr


def test_an_id_that_stands_twice_is_nobodys(town: Path) -> None:
    town.write_bytes(TOWN.replace(b"- id: night-owls", b"- id: tuesday-talkers"))
    with pytest.raises(NothingChanged, match="stands 2 times"):
        verify(Files.read(town, TODAY), ["tuesday-talkers"], TODAY, None)


def test_one_unknown_id_keeps_all_from_being_changed(town: Path) -> None:
    assert waypost(town, "verify", "night-owls", "nobody").exit_code == 1
    assert town.read_bytes() == TOWN


def test_a_name_that_can_be_mistaken_is_put_in_quotes(town: Path) -> None:
    assert waypost(town, "verify", "night-owls", "--by", "Jo: host # 1").exit_code == 0
    assert b'    verified: 2026-11-22\n    verified_by: "Jo: host # 1"\n' in town.read_bytes()


def test_a_program_hears_what_was_changed(town: Path) -> None:
    done = waypost(town, "verify", "night-owls", "--json")
    assert json.loads(done.stdout) == [
        {
            "id": "night-owls",
            "name": "Night Owls",
            "file": "resources.yaml",
            "before": "2026-11-01",
            "after": "2026-11-22",
        }
    ]


def test_a_mistake_elsewhere_does_not_keep_anybody_from_making_sure(town: Path) -> None:
    town.write_bytes(TOWN.replace(b"joining: drop_in", b"joining: dropin_"))
    assert waypost(town, "verify", "night-owls").exit_code == 0
