"""`waypost import`, as somebody types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import bringing_in, main
from tests.town import HEAD

SHEET = "Group name,Times,Tel\nTea,Tuesday 18:30-20:00,(207) 555-0142\nWalk,Sunday 10:00-12:00,(207) 555-0160\n"
PLACE = ("--country", "US", "--time-zone", "America/New_York", "--today", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


def waypost(*words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *words], input=typed, catch_exceptions=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def somebody_sits_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing_in, "can_ask", lambda: True)
    monkeypatch.setattr("generator.cli.sheet.can_ask", lambda: True)


def test_every_form_has_its_help() -> None:
    for form in ("hsds", "meeting-guide", "bmlt", "csv"):
        said = waypost(form, "--help")
        assert said.exit_code == 0
        assert "--into" in said.output


def test_without_a_mapping_the_guess_is_shown_and_written_and_nothing_else(folder: Path) -> None:
    said = waypost("csv", "list.csv", "--out", "new", *PLACE)
    assert said.exit_code == 1
    assert "group name  name     Tea                  likely, by its head" in said.output
    assert "run the same command again" in said.output
    assert set(contents(folder)) == {"list.csv", "list.mapping.yaml"}


def test_a_corrected_mapping_beside_the_file_is_used_and_never_written_over(folder: Path) -> None:
    waypost("csv", "list.csv", "--out", "new", *PLACE)
    mapping = folder / "list.mapping.yaml"
    mine = mapping.read_text(encoding="utf-8").replace("becomes: phones", "becomes: leave_out")
    mapping.write_text(mine, encoding="utf-8")
    said = waypost("csv", "list.csv", "--out", "new", *PLACE)
    assert said.exit_code == 0, said.output
    assert "is taken from list.mapping.yaml" in said.output
    assert mapping.read_text(encoding="utf-8") == mine
    text = (folder / "new" / "listings" / "groups.yaml").read_text(encoding="utf-8")
    assert "phones" not in text
    assert "schedule: Tuesday 18:30-20:00" in text


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1)])
def test_somebody_who_sits_there_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    somebody_sits_there(monkeypatch)
    said = waypost("csv", "list.csv", "--out", "new", *PLACE, typed=answer)
    assert said.exit_code == code
    assert (folder / "new").exists() == (code == 0)


def test_yes_takes_the_guess_and_writes_no_mapping(folder: Path) -> None:
    assert waypost("csv", "list.csv", "--out", "new", "--yes", *PLACE).exit_code == 0
    assert not (folder / "list.mapping.yaml").exists()


def test_a_rehearsal_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    said = waypost("csv", "list.csv", "--out", "new", "--yes", "--dry-run", *PLACE)
    assert (said.exit_code, contents(folder)) == (0, before)
    (folder / "resources.yaml").write_text(HEAD, encoding="utf-8")
    before = contents(folder)
    said = waypost("csv", "list.csv", "--into", "resources.yaml", "--yes", "--dry-run")
    assert (said.exit_code, contents(folder)) == (0, before)
    assert "New, added" in said.output
    assert "listings/groups.yaml" in said.output


def test_a_second_import_takes_what_changed_and_keeps_what_people_typed(folder: Path) -> None:
    assert waypost("csv", "list.csv", "--out", "new", "--yes", *PLACE).exit_code == 0
    groups = folder / "new" / "listings" / "groups.yaml"
    text = groups.read_text(encoding="utf-8").replace("Tuesday 18:30-20:00", "Tuesday 18:00-20:00 # we begin earlier")
    groups.write_text(text + "    goals: []\n".replace("goals: []", "joining: drop_in"), encoding="utf-8")
    before = contents(folder / "new")
    again = ("csv", "list.csv", "--into", "new/resources.yaml", "--yes", "--today", "2026-11-22")
    said = waypost(*again)
    assert (said.exit_code, contents(folder / "new")) == (0, before), said.output
    assert "Nothing to do" in said.output

    (folder / "list.csv").write_text(
        SHEET.replace("Tuesday 18:30", "Tuesday 19:00").replace("555-0160", "555-0161") + "Sing,Monday 19:00,\n",
        encoding="utf-8",
    )
    said = waypost(*again)
    assert said.exit_code == 0, said.output
    assert "here:   Tuesday 18:00-20:00" in said.output
    assert "source: Tuesday 19:00-20:00" in said.output
    after = groups.read_text(encoding="utf-8")
    assert "schedule: Tuesday 18:00-20:00 # we begin earlier" in after
    assert "(207) 555-0161" in after
    assert "joining: drop_in" in after
    assert "id: sing" in after
    report = (folder / "new" / "imports" / "csv-report.md").read_text(encoding="utf-8")
    assert "Tuesday 19:00-20:00" in report

    done = contents(folder / "new")
    assert waypost(*again).exit_code == 0
    assert contents(folder / "new") == done


def test_in_a_project_it_goes_into_its_directory_after_asking(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resources = folder / "resources.yaml"
    resources.write_text(HEAD, encoding="utf-8")
    waypost("csv", "list.csv")
    said = waypost("csv", "list.csv")
    assert said.exit_code == 1
    assert "Nothing was written. If this is what you want, say so: --into resources.yaml" in said.output
    assert resources.read_text(encoding="utf-8") == HEAD
    somebody_sits_there(monkeypatch)
    assert waypost("csv", "list.csv", typed="n\n").exit_code == 1
    assert resources.read_text(encoding="utf-8") == HEAD
    assert waypost("csv", "list.csv", typed="y\n").exit_code == 0
    assert "listings/*.yaml" in resources.read_text(encoding="utf-8")


def test_without_a_directory_it_wants_to_know_where_to(folder: Path) -> None:
    said = waypost("csv", "list.csv", "--yes")
    assert said.exit_code == 2
    assert "--out NEW-FOLDER" in said.output
    assert waypost("csv", "list.csv", "--out", "new", "--into", "list.csv").exit_code == 2


def test_a_folder_with_something_in_it_and_a_damaged_directory_are_left_alone(folder: Path) -> None:
    (folder / "full").mkdir()
    (folder / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / "resources.yaml").write_text(f"{HEAD}groups: [\n", encoding="utf-8")
    before = contents(folder)
    said = waypost("csv", "list.csv", "--out", "full", "--yes", *PLACE)
    assert said.exit_code == 1
    assert "is not an empty folder" in said.output
    said = waypost("csv", "list.csv", "--into", "resources.yaml", "--yes")
    assert said.exit_code == 1
    assert "First mend what cannot be read" in said.output
    assert contents(folder) == before


def test_what_stands_in_a_cell_cannot_steer_the_terminal(folder: Path) -> None:
    (folder / "list.csv").write_text("Group name,Tel,\x1b[2JBad\nTea\x1b[31m,988,\x1b]0;x\x07\n", encoding="utf-8")
    said = waypost("csv", "list.csv", "--out", "new", "--yes", *PLACE)
    assert "\x1b[2J" not in said.output
    assert "\x1b]0" not in said.output


def test_another_name_of_the_source_has_a_memory_of_its_own(folder: Path) -> None:
    (folder / "resources.yaml").write_text(HEAD, encoding="utf-8")
    said = waypost("csv", "list.csv", "--into", "resources.yaml", "--source", "County: Helplist", "--yes")
    assert said.exit_code == 0, said.output
    assert {path.name for path in (folder / "imports").iterdir()} == {
        "county-helplist.json",
        "county-helplist-report.md",
    }
