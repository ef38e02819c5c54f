"""`waypost fetch`: a new snapshot takes the place of the old one only when it is whole and good."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.links.download import NotFetched
from tests.neighbours.towns import HILL, OURS, RIVERTON, county, published, riverton, typed

# The name of the module is also that of the command, which stands before it.
door = importlib.import_module("generator.cli.fetch")

RIVERTON_FILE = "neighbours/riverton.json"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "resources.yaml").write_text(OURS, encoding="utf-8")
    return folder


@pytest.fixture
def fetch(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    def run(answer: bytes | NotFetched, *arguments: str) -> Result:
        def answered(address: str, most: int) -> bytes:
            assert address == "https://riverton.example.org/data/waypost.json"
            if isinstance(answer, NotFetched):
                raise answer
            return answer

        monkeypatch.setattr(door, "download", answered)
        command = ["fetch", "--resources", str(home / "resources.yaml"), "--today", "2026-11-22", *arguments]
        return CliRunner().invoke(main, command)

    return run


def test_the_first_time_writes_the_file(fetch: Callable[..., Result], home: Path, tmp_path: Path) -> None:
    result = fetch(riverton(tmp_path))
    assert result.exit_code == 0, result.output
    assert "riverton: 3 listings, for the first time." in result.output
    assert json.loads((home / RIVERTON_FILE).read_text(encoding="utf-8"))["directory"]["name"] == "Riverton Directory"
    assert [path.name for path in (home / "neighbours").iterdir()] == ["riverton.json"]


def test_one_line_says_what_changed_by_meaning(fetch: Callable[..., Result], tmp_path: Path) -> None:
    fetch(riverton(tmp_path))
    assert "riverton: No listing changed." in fetch(riverton(tmp_path)).output
    changed = RIVERTON.replace("Tuesday 18:30-20:00", "Wednesday 18:30-20:00").replace(
        "id: warm-line", "id: night-line"
    )
    changed = changed.replace("name: River Warm Line", "name: All Through The Night").replace(
        "Somebody to talk to.", "Ring us at night."
    )
    changed = changed.replace("(207) 555-0197", "(207) 555-0155").replace(
        "schedule: 24 hours\n    joining: drop_in", "schedule: Monday 20:00-23:00\n    joining: sign_up"
    )
    output = fetch(published(typed(changed, tmp_path / "new"), "https://riverton.example.org/")).output
    assert "new: All Through The Night; gone: River Warm Line; changed: Tuesday Talkers." in output
    assert len(output.strip().splitlines()) == 2  # The other neighbour names no address.


def test_a_private_address_that_is_told_now_is_said_aloud(fetch: Callable[..., Result], tmp_path: Path) -> None:
    fetch(riverton(tmp_path))
    value = json.loads(riverton(tmp_path))
    value["services"][0]["location"] = {"name": "White house", "address": "9 Secret Lane"}
    assert "an address that was private is told: Safe House" in fetch(json.dumps(value).encode()).output


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<!doctype html><title>Not found</title>",
        b'{"format": "waypost", "version": "1.0", "dir',
        b'{"format": "waypost", "version": "3.0"}',
        b"PK\x03\x04 not a zip",
        b"[]",
        b"null",
        NotFetched("the site answered 404"),
    ],
)
def test_the_last_good_state_stays(
    fetch: Callable[..., Result], home: Path, tmp_path: Path, answer: bytes | NotFetched
) -> None:
    fetch(riverton(tmp_path))
    before = (home / RIVERTON_FILE).read_bytes()
    result = fetch(answer)
    assert result.exit_code == 1
    assert "The last good state stays." in result.output
    assert (home / RIVERTON_FILE).read_bytes() == before


@pytest.mark.parametrize("sections", [{"groups": [], "services": []}, {"services": []}])
def test_a_snapshot_that_lost_most_of_its_listings_is_taken_only_when_asked(
    fetch: Callable[..., Result], home: Path, tmp_path: Path, sections: dict[str, list[object]]
) -> None:
    fetch(riverton(tmp_path))
    before = (home / RIVERTON_FILE).read_bytes()
    answer = riverton(tmp_path, **sections)
    assert fetch(answer).exit_code == 1
    assert (home / RIVERTON_FILE).read_bytes() == before
    assert fetch(answer, "--anyway").exit_code == 0
    assert (home / RIVERTON_FILE).read_bytes() != before


def test_a_dry_run_writes_nothing(fetch: Callable[..., Result], home: Path, tmp_path: Path) -> None:
    assert "3 listings" in fetch(riverton(tmp_path), "--dry-run").output
    assert not (home / "neighbours").exists()


def test_an_unknown_name_is_told_with_those_there_are(fetch: Callable[..., Result], tmp_path: Path) -> None:
    result = fetch(riverton(tmp_path), "rivertown")
    assert result.exit_code == 1
    assert "riverton, hill-end" in result.output


def test_a_folder_that_may_not_be_written_is_told(
    fetch: Callable[..., Result], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch(riverton(tmp_path))
    before = (home / RIVERTON_FILE).read_bytes()

    def refuse(contents: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(door, "save", refuse)
    result = fetch(riverton(tmp_path))
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert (home / RIVERTON_FILE).read_bytes() == before


def test_what_was_fetched_is_what_the_county_shows(fetch: Callable[..., Result], home: Path, tmp_path: Path) -> None:
    fetch(riverton(tmp_path))
    kept = (home / RIVERTON_FILE).read_bytes()
    as_published = county(tmp_path / "one", hill_end=published(typed(HILL, tmp_path / "hill")))
    as_kept = county(tmp_path / "two", riverton=kept)
    assert as_published.directory is not None
    assert as_kept.directory is not None
    assert as_kept.directory.listings == as_published.directory.listings
    assert as_kept.directory.neighbours == as_published.directory.neighbours
