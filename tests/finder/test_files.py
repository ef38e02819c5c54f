"""The finder's files: inert whatever a listing is called, the same from the same directory, named by what is in them."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finder.columns import column
from generator.finder.data import place_told
from generator.finder.script import bare, find_script, script
from generator.model.place import Location
from generator.views.slots import HORIZON
from tests.finder.reading import handed_over, read
from tests.town import survey

ROOT = Path(__file__).resolve().parents[2]

GROUP = """\
  - id: {id}
    name: {name}
    summary: {summary}
    joining: drop_in
    verified: 2026-11-01
    contact: {{phones: (207) 555-0101}}
    schedule: {when}
"""


def group(name: str = "Tea", id: str = "tea", summary: str = "Tea and talk.", when: str = "Tuesday 18:30") -> str:  # noqa: A002
    return GROUP.format(id=id, name=name, summary=summary, when=when)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_whatever_is_handed_over_is_plain_letters_and_arrives_as_it_was(data: object) -> None:
    content = script("data", data)
    assert content.isascii()
    assert b"<" not in content
    assert handed_over(content) == ["data", data]


def test_a_hostile_name_is_only_a_name(tmp_path: Path) -> None:
    name = "</script><script>alert(1)</script>"
    index = read(survey(f"groups:\n{group(name=repr(name), summary=repr('<!-- ]]> ' + name))}", tmp_path))
    assert index.data["name"][0] == name
    for content in index.files.values():
        assert b"<" not in content
        assert content.isascii()


def test_the_same_directory_makes_the_same_files_whatever_the_seed_of_hashes() -> None:
    code = (
        "import sys, hashlib, pathlib, datetime\n"
        "from generator.load import load\n"
        "from generator.site_files import Site\n"
        "from generator.finder import finder\n"
        "root = pathlib.Path('.'); day = datetime.date(2026, 11, 22)\n"
        "site = Site(load(root / 'resources.yaml', root=root, today=day).directory, day)\n"
        "made = finder(site.survey, site.addresses)\n"
        "print(made.folder, hashlib.sha256(b''.join(file.path.encode() + file.content for file in made.files)).hexdigest())\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


@pytest.mark.parametrize(
    "change", [{"summary": "Tea and cake."}, {"name": "Teas"}, {"when": "Tuesday 18:31"}, {"id": "teas"}]
)
def test_the_folder_changes_with_its_contents_and_only_then(change: dict[str, str], tmp_path: Path) -> None:
    before = read(survey(f"groups:\n{group()}", tmp_path))
    assert read(survey(f"groups:\n{group()}", tmp_path)).folder == before.folder
    assert read(survey(f"groups:\n{group(**change)}", tmp_path)).folder != before.folder


def test_data_stays_small_as_a_directory_grows(tmp_path: Path) -> None:
    first = ["Quiet", "Open", "River", "Harbor", "Cedar", "Willow", "Copper", "Amber", "Gentle", "Steady"]
    second = ["Steps", "Voices", "Hands", "Paths", "Waters", "Lights", "Doors", "Rooms", "Cups", "Tables"]
    third = ["Circle", "Table", "Hour", "Walk", "Club", "Supper"]
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "1st Saturday", "every 2nd week on Sunday"]
    made = []
    for number, words in enumerate(product(first, second, third)):
        name = " ".join(words)
        starts = f"{8 + number % 13:02}:{number % 4 * 15:02}"
        when = f"{days[number % 7]} {starts}"
        if "every" in when:
            when = f"{{when: {when}, starts: 2026-09-06}}"
        made.append(group(name, name.lower().replace(" ", "-"), f"We meet at {name}.", when))
    sizes = {}
    for count in (150, 600):
        files = read(survey("groups:\n" + "".join(made[:count]), tmp_path)).files
        sizes[count] = len(gzip.compress(files["data.js"], 9))
    assert (sizes[600] - sizes[150]) / 450 < 45


def test_summaries_stand_in_files_of_64(tmp_path: Path) -> None:
    many = "".join(group(f"Tea {number:03}", f"tea-{number:03}", f"Summary {number:03}.") for number in range(65))
    index = read(survey(f"groups:\n{many}", tmp_path))
    assert index.data["texts"] == 64
    assert handed_over(index.files["texts-0.js"])[:2] == ["texts", 0]
    assert handed_over(index.files["texts-0.js"])[2] == [f"Summary {number:03}." for number in range(64)]
    # After the last group comes the page "Help now".
    assert handed_over(index.files["texts-1.js"])[2][0] == "Summary 064."
    assert len(handed_over(index.files["texts-1.js"])[2]) == 2


def test_a_path_is_told_only_where_the_name_does_not_tell_it(tmp_path: Path) -> None:
    index = read(
        survey(f"groups:\n{group('Tea', 'tea')}{group('Zwölf Ñus', 'zwolf-nus')}{group('Water', 'h2o')}", tmp_path)
    )
    told = dict(zip(index.data["name"], index.data["path"], strict=True))
    assert told == {"Tea": 0, "Zwölf Ñus": 0, "Water": "h2o", "Help now": "help-now/"}
    assert index.data["ending"] == "/"


def test_for_a_memory_stick_pages_are_named_with_their_ending(tmp_path: Path) -> None:
    index = read(survey(f"groups:\n{group()}", tmp_path), folders=False)
    assert index.data["ending"] == ".html"
    assert index.data["path"] == [0, "help-now.html"]


def test_days_times_and_offsets_are_told_for_the_whole_horizon(tmp_path: Path) -> None:
    data = read(survey(f"groups:\n{group(when='Friday 22:30-01:00')}", tmp_path)).data
    assert (data["made"], data["zone"], data["horizon"]) == ("2026-11-22", "America/New_York", HORIZON)
    assert data["days"][:2] == ["Sun 22 Nov", "Mon 23 Nov"]
    assert len(data["days"]) == HORIZON
    assert data["times"] == {"60": "01:00", "1350": "22:30"}
    assert data["offsets"] == [[0, -300]]
    assert data["units"] == "mi"


def test_the_day_on_which_clocks_change_is_told(tmp_path: Path) -> None:
    text = f"groups:\n{group().replace('2026-11-01', '2026-10-01')}"
    data = read(survey(text, tmp_path, today=date(2026, 10, 18))).data
    # In New York summer time ends on 1 November 2026.
    assert data["offsets"] == [[0, -240], [14, -300]]


@given(st.lists(st.lists(st.integers(0, 3), max_size=3), max_size=30))
def test_a_column_gives_every_value_back(values: list[list[int]]) -> None:
    made = column(values, key="sets")
    assert [made["sets"][number] for number in made["of"]] == values
    assert len({str(found) for found in made["sets"]}) == len(made["sets"])


def test_a_column_without_values_still_has_its_first() -> None:
    assert column([], key="labels", first="") == {"of": [], "labels": [""]}
    assert column(["Free"], key="labels", first="") == {"of": [1], "labels": ["", "Free"]}


def test_the_script_is_one_strict_function() -> None:
    text = find_script().decode()
    assert text.startswith('(function () {\n"use strict";\n')
    assert text.endswith("\n})();\n")


def test_a_text_over_several_lines_is_refused_in_the_script() -> None:
    with pytest.raises(ValueError, match=r"tea\.js:1: a text in backticks"):
        bare("const tea = `hot\n  and strong`;", "tea.js")


def test_of_a_confidential_place_no_coordinates_are_told_even_where_some_are_known(tmp_path: Path) -> None:
    # The model refuses such a place in a file; what is handed over does not rely on it.
    place = Location.model_construct(name="Heron House", confidential=True, latitude=44.1, longitude=-69.0)
    told = place_told(place, survey(f"groups:\n{group()}", tmp_path))
    assert told == ("Address given when you call", None, None)
