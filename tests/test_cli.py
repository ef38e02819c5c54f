"""The `waypost` command as a volunteer or a script meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.town import HEAD

GROUP = """\
groups:
  - id: tea
    name: Tea and Talk
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
    location: {name: The Mill, address: 1 Mill Street, accessibility: step_free}
    joining: drop_in
    verified: 2026-11-01
"""


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resources.yaml").write_text(HEAD + GROUP, encoding="utf-8")
    return tmp_path


def waypost(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def test_a_good_file_is_praised_and_ends_with_0(town: Path) -> None:
    done = waypost("check", "--today", "2026-11-22")
    assert done.exit_code == 0
    assert done.stdout == "No problems found. The directory holds 1 group, 0 services and 0 worksheets.\n"


def test_a_broken_file_ends_with_1_and_shows_place_sight_and_fix(town: Path) -> None:
    (town / "resources.yaml").write_text(HEAD + GROUP.replace("drop_in", "dropin_"), encoding="utf-8")
    done = waypost("check", "--today", "2026-11-22")
    assert done.exit_code == 1
    first, *_ = done.stdout.splitlines()
    assert first == (
        "resources.yaml:15:14: Tea and Talk: joining: 'dropin_' is not one of the answers here. Did you mean 'drop_in'? "
        "You can type: drop_in, contact_first, sign_up, referral. (unknown-value)"
    )


def test_the_same_as_json_and_for_github(town: Path) -> None:
    (town / "resources.yaml").write_text(HEAD + GROUP.replace("drop_in", "dropin_"), encoding="utf-8")
    [problem] = json.loads(waypost("check", "--format", "json").stdout)
    assert (problem["path"], problem["line"], problem["column"], problem["level"]) == (
        "resources.yaml",
        15,
        14,
        "error",
    )
    github = waypost("check", "--format", "github").stdout
    assert github.startswith("::error file=resources.yaml,line=15,col=14,title=unknown-value::Tea and Talk")


def test_strict_minds_warnings_but_not_what_time_alone_brings_about(town: Path) -> None:
    old = HEAD + GROUP.replace("2026-11-01", "2024-11-01")
    (town / "resources.yaml").write_text(old, encoding="utf-8")
    assert waypost("check", "--strict", "--today", "2026-11-22").exit_code == 0
    (town / "resources.yaml").write_text(
        old.replace("    joining", "    attending: online\n    joining"), encoding="utf-8"
    )
    assert waypost("check", "--today", "2026-11-22").exit_code == 0
    assert waypost("check", "--strict", "--today", "2026-11-22").exit_code == 1


def test_the_day_is_the_one_where_the_directory_is(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # 20:00 on 22 November in Greenwich: already the 23rd in Auckland, still the 22nd in New York.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795377600")
    checked = HEAD + GROUP.replace("2026-11-01", "2026-11-23")
    (town / "resources.yaml").write_text(checked, encoding="utf-8")
    assert waypost("check").exit_code == 1, "in New York nobody can have checked it on the 23rd"
    (town / "resources.yaml").write_text(checked.replace("America/New_York", "Pacific/Auckland"), encoding="utf-8")
    assert waypost("check").exit_code == 0
    assert waypost("pages", "--out", "pages").exit_code == 0
    assert "Monday, November 23" in (town / "pages" / "index.md").read_text(encoding="utf-8")
    assert waypost("check", "--today", "2026-11-22").exit_code == 1, "the day that was asked for holds everywhere"


def test_an_impossible_source_date_epoch_is_said_plainly(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = waypost("check")
    assert done.exit_code == 1
    assert done.output.startswith("Error: SOURCE_DATE_EPOCH: 'yesterday' is not a number of seconds since 1970.")


def test_a_long_queue_of_notices_is_counted_and_can_be_had_in_full(town: Path) -> None:
    many = "".join(
        GROUP.removeprefix("groups:\n")
        .replace("tea", f"tea-{n}")
        .replace("Tea and Talk", f"Circle number {n}")
        .replace("2026-11-01", "2024-11-01")
        for n in range(30)
    )
    (town / "resources.yaml").write_text(f"{HEAD}groups:\n{many}", encoding="utf-8")
    short = waypost("check", "--today", "2026-11-22").stdout
    assert short.count(". (review-due)") == 10
    assert "20 more notices of this kind (review-due); --all shows them." in short
    assert waypost("check", "--all", "--today", "2026-11-22").stdout.count(". (review-due)") == 30


def test_a_missing_file_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = waypost("check")
    assert done.exit_code == 1
    assert "resources.yaml" in done.stdout
    assert "Traceback" not in done.output


def test_the_schema_can_be_written_to_a_file(town: Path) -> None:
    assert waypost("schema", "--out", "schema.json").exit_code == 0
    assert json.loads((town / "schema.json").read_text(encoding="utf-8")) == json.loads(waypost("schema").stdout)


def test_pages_are_written_as_markdown_for_another_generator(town: Path) -> None:
    done = waypost("pages", "--out", "pages", "--today", "2026-11-22")
    assert done.exit_code == 0, done.output
    page = (town / "pages" / "groups" / "tea.md").read_text(encoding="utf-8")
    matter, _, body = page.removeprefix("---\n").partition("\n---\n")
    assert 'title: "Tea and Talk"' in matter
    assert "<h1>Tea and Talk</h1>" in body
    assert "\n\n" not in body.strip(), "an empty line would end the HTML block"
    again = waypost("pages", "--out", "pages")
    assert again.exit_code == 1
    assert "not empty" in again.output


def test_pages_of_a_broken_directory_are_not_written(town: Path) -> None:
    (town / "resources.yaml").write_text(HEAD + GROUP.replace("18:30", "25:30"), encoding="utf-8")
    done = waypost("pages", "--out", "pages")
    assert done.exit_code == 1
    assert not (town / "pages").exists()


@pytest.mark.parametrize("command", [[], ["check"], ["schema"], ["pages"], ["import"], ["import", "hsds"]])
def test_every_command_explains_itself(command: list[str]) -> None:
    done = waypost(*command, "--help")
    assert done.exit_code == 0
    assert "Usage:" in done.stdout
