"""A new town's site: whole, right, and built at once; or nothing at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.load import load
from generator.model.crisis import PRESETS
from generator.new_town import start as starting
from tests.town import TODAY

ANSWERS = {
    "--name": 'Neustadt: "Wegweiser"',
    "--area": "Neustadt",
    "--country": "US",
    "--time-zone": "America/Chicago",
    "--language": "en-US",
    "--site-url": "https://town.example.org/guide",
    "--email": "desk@example.org",
}


def init(folder: Path, **changed: str) -> Result:
    given = ANSWERS | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    arguments = [part for pair in given.items() for part in pair]
    return CliRunner().invoke(
        main, ["init", str(folder), "--yes", "--today", "2026-11-22", *arguments], catch_exceptions=False
    )


def test_it_builds_strictly_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "town"
    assert init(folder).exit_code == 0
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    # Its sheets of paper are drawn as everywhere, and take longer than all the rest.
    settings.write_text(
        text.replace("      resources: resources.yaml\n", "      resources: resources.yaml\n      pdf: false\n"),
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795359600"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "Neustadt: &#34;Wegweiser&#34;" in home or 'Neustadt: "Wegweiser"' in home
    assert "https://town.example.org/guide/" in home
    assert "lantern-bay" not in home
    assert (folder / "site" / "groups" / "example-tea-and-talk" / "index.html").is_file()


@pytest.mark.parametrize("country", [*PRESETS, "DE", "JP", "ZA"])
def test_the_check_passes_and_says_what_is_to_do(tmp_path: Path, country: str) -> None:
    folder = tmp_path / "town"
    assert init(folder, country=country).exit_code == 0
    loaded = load(folder / "resources.yaml", root=folder, today=TODAY)
    assert loaded.directory is not None
    assert loaded.warnings == []
    told = [problem.rule for problem in loaded.notices]
    assert ("crisis-help" in told) is (country not in PRESETS)
    assert "TO DO" in (folder / "resources.yaml").read_text(encoding="utf-8")


def test_nothing_of_the_model_town_is_left_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "town"
    init(folder)
    texts = [path for path in folder.rglob("*") if path.suffix in {".md", ".yml", ".yaml", ".txt", ".html"}]
    assert len(texts) > 50
    assert [
        path for path in texts if "lantern" in path.read_text(encoding="utf-8").lower() and "docs" not in path.parts
    ] == []
    settings = yaml.load((folder / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert settings["site_url"] == "https://town.example.org/guide/"
    assert "edit_uri_template" not in settings


def test_edit_links_lead_to_where_the_files_are(tmp_path: Path) -> None:
    folder = tmp_path / "town"
    init(folder, repository="https://github.com/our-town/directory")
    settings = yaml.load((folder / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert settings["edit_uri_template"] == "https://github.com/our-town/directory/edit/main/content/{path}"
    (plugin,) = settings["plugins"]
    assert plugin["waypost"]["edit_listing"] == "https://github.com/our-town/directory/edit/main/{path}#L{line}"


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = init(tmp_path)
    assert done.exit_code == 1
    assert "is there already and is not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    assert init(tmp_path / "town").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["town"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(starting, "readme", full)
    done = init(tmp_path / "town")
    assert done.exit_code == 1
    assert "Nothing was written: No space left on device." in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("country", "UK", "Type GB"),
        ("time_zone", "America/Chicgo", "Did you mean 'America/Chicago'?"),
        ("language", "english", "not a language code"),
        ("site_url", "javascript:alert(1)", "not a web address"),
        ("email", "desk", "not a mail address"),
        ("name", "  ", "Nothing is typed here"),
    ],
)
def test_an_answer_that_cannot_be_is_told_and_nothing_is_written(
    tmp_path: Path, field: str, typed: str, told: str
) -> None:
    done = init(tmp_path / "town", **{field: typed})
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_without_options_it_asks_and_asks_again(tmp_path: Path) -> None:
    answers = [
        "Our Town",
        "Our Town",
        "UK",
        "GB",
        "Europe/London",
        "en-GB",
        "https://example.org/our/",
        "desk@example.org",
    ]
    done = CliRunner().invoke(
        main, ["init", str(tmp_path / "town"), "--today", "2026-11-22"], input="\n".join(answers) + "\n"
    )
    assert done.exit_code == 0, done.output
    assert "Type GB, the code of the United Kingdom." in done.output
    assert "  country: GB\n" in (tmp_path / "town" / "resources.yaml").read_text(encoding="utf-8")
