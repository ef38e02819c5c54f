"""The guides for those who keep the directory say what is so: their pictures, words, lines and commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.gentle_words import __file__ as gentle_words
from generator.problems import as_text
from tests.town import read
from tools.guide_pictures import CHANGES, LISTING, MOST

ROOT = Path(__file__).resolve().parents[1]
KEEP = ROOT / "content" / "keep"
GUIDES = sorted(KEEP.glob("*.md"))
FIVE = (KEEP / "change-a-listing.md").read_text(encoding="utf-8")
PICTURE = re.compile(r'!\[(?P<alt>[^\]]+)\]\((?P<path>[^)]+)\)\{ width="(?P<width>\d+)" height="(?P<height>\d+)"')


def test_the_guide_has_five_pictures_each_told_in_words_and_small_enough_for_a_phone() -> None:
    pictures = list(PICTURE.finditer(FIVE))
    assert len(pictures) == 5 == FIVE.count("![")
    for picture in pictures:
        assert len(picture["alt"]) > 60
        content = (KEEP / picture["path"]).read_bytes()
        assert len(content) < MOST
        assert content[:4] == b"RIFF"
        # RFC 9649, section 2.7: the extended header holds width and height, each less one, in 24 bits.
        assert content[8:16] == b"WEBPVP8X"
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
        assert width / height == pytest.approx(int(picture["width"]) / int(picture["height"]), rel=0.01)
    assert {path.name for path in (KEEP / "pictures").iterdir()} == {Path(one["path"]).name for one in pictures}


def test_the_lines_in_the_pictures_are_those_of_the_directory() -> None:
    text = (ROOT / "resources.yaml").read_text(encoding="utf-8")
    listing = text[text.index(f"- id: {LISTING}") :].split("\n\n  - id: ")[0]
    for before, after in CHANGES.items():
        assert before in listing
        assert before in FIVE
        assert after in FIVE


def test_every_small_change_of_the_guide_can_be_typed_so(tmp_path: Path) -> None:
    rows = re.findall(r"^- \*\*(?:A break|One evening|It has ended).*$", FIVE, flags=re.MULTILINE)
    assert len(rows) == 3
    for row in rows:
        lines = re.findall(r"`([^`]+)`", row)
        own = "" if any(line.startswith("schedule") for line in lines) else "    schedule: Tuesday 19:00-20:30\n"
        more = "".join(f"    {line}\n" for line in lines)
        head = "groups:\n  - id: tea\n    name: Tea\n    summary: Tea.\n    contact: {phones: (207) 555-0142}\n"
        loaded = read(f"{head}{own}{more}    verified: 2026-11-01\n", tmp_path)
        assert [as_text(problem) for problem in loaded.problems] == [], row


def test_the_message_of_the_guide_is_the_one_that_is_given(tmp_path: Path) -> None:
    group = "groups:\n  - id: tea\n    name: Tuesday Talkers\n    summary: Tea.\n    schedule: Tuesday at seven\n"
    loaded = read(f"{group}    contact: {{phones: (207) 555-0142}}\n    verified: 2026-11-01\n", tmp_path)
    (shown,) = re.findall(r"^resources\.yaml:310:15: (.+)$", FIVE, flags=re.MULTILINE)
    assert [as_text(problem).split(": ", 1)[1] for problem in loaded.problems] == [shown]


def test_the_gentle_words_of_the_guide_are_those_that_the_check_knows() -> None:
    known = yaml.safe_load((Path(gentle_words).parent / "en.yaml").read_text(encoding="utf-8"))
    guide = (KEEP / "write-with-dignity.md").read_text(encoding="utf-8")
    told = re.findall(r"^(.+)\n:   \*\*(.+)\*\*\n\n    (.+)$", guide, flags=re.MULTILINE)
    assert told == [
        (", ".join(words.strip().replace("*", "…") for words in str(one["words"]).split("/")), one["say"], one["why"])
        for one in known
    ]


@pytest.mark.parametrize(
    "guide", [*GUIDES, ROOT / "README.md", ROOT / "docs" / "code-hosts.md"], ids=lambda path: path.name
)
def test_every_command_that_a_guide_names_is_there(guide: Path) -> None:
    named = re.findall(r"`(?:\.venv/bin/)?waypost ([a-z-]+)", guide.read_text(encoding="utf-8"))
    assert set(named) <= set(main.commands)


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"`waypost {name}`" not in text] == []


def test_every_guide_stands_in_the_navigation_and_is_reached_from_the_first_one() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    first = (KEEP / "index.md").read_text(encoding="utf-8")
    assert len(GUIDES) == 7
    for guide in GUIDES:
        assert f"- keep/{guide.name}\n" in navigation
        assert guide.name == "index.md" or f"]({guide.name})" in first
