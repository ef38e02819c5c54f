"""The printing works: order, keeping, what is made anew, and what happens where the engine or the disk is missing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from generator.paper import press as press_room
from generator.paper import works as works_room
from generator.paper.job import Job
from generator.paper.press import Missing, Press
from generator.paper.works import Works
from generator.words import Words
from tests.paper.conftest import ROOT, SPECIMEN

pytestmark = pytest.mark.usefixtures("own_templates")


def job(title: str, body: str = "Words.") -> Job:
    words = json.dumps({"title": title, "body": body}, ensure_ascii=False)
    return replace(SPECIMEN, path=f"{title}.pdf", title=title, words=words)


JOBS = [job(f"Sheet {number}") for number in range(1, 8)]


class NoPress:
    """Stands for the press where no job may reach it."""

    def __init__(self) -> None:
        raise AssertionError("a press was started")


@pytest.mark.parametrize("cores", [1, 2])
def test_pdfs_come_in_the_order_of_their_jobs(cores: int) -> None:
    printed = Works(None, cores).printed(JOBS)
    assert [one.job.title for one in printed] == [one.title for one in JOBS]
    assert all(one.content.startswith(b"%PDF") for one in printed)


def test_side_by_side_they_have_the_same_bytes_as_one_after_another() -> None:
    assert [one.content for one in Works(None, 4).printed(JOBS)] == [one.content for one in Works(None).printed(JOBS)]


def test_a_second_build_starts_no_press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Works(tmp_path).printed(JOBS)
    monkeypatch.setattr(works_room, "Press", NoPress)
    again = Works(tmp_path)
    assert [one.content for one in again.printed(JOBS)] == [one.content for one in first]
    assert list(again.told()) == []


def test_only_what_was_edited_is_made_again(tmp_path: Path) -> None:
    Works(tmp_path).printed(JOBS)
    edited = [*JOBS[:3], job("Sheet 4", "Other words."), *JOBS[4:]]
    works = Works(tmp_path)
    works.printed(edited)
    assert works.made == 1


def test_a_damaged_kept_file_is_made_again_and_this_is_said(tmp_path: Path) -> None:
    first = Works(tmp_path).printed(JOBS)
    for kept in tmp_path.iterdir():
        kept.write_bytes(kept.read_bytes()[:-100])
    works = Works(tmp_path)
    assert [one.content for one in works.printed(JOBS)] == [one.content for one in first]
    assert next(str(line) for line in works.told()) == f"Made {len(JOBS)} PDFs"
    assert Works(tmp_path).printed(JOBS)


def test_where_nothing_can_be_kept_all_is_made_and_this_is_said(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way", encoding="utf-8")
    works = Works(tmp_path / "kept")
    assert len(works.printed(JOBS[:2])) == 2
    assert "cannot be kept" in " ".join(map(str, works.told()))


def test_a_sheet_with_a_letter_that_no_font_has_is_left_out_and_the_others_are_there() -> None:
    works = Works(None)
    printed = works.printed([JOBS[0], job("Чай"), job("Чай"), JOBS[1]])
    assert [one.job.title for one in printed] == ["Sheet 1", "Sheet 2"]
    left_out = [str(line) for line in works.told() if "Чай" in str(line)]
    assert len(left_out) == 1
    assert "Ч (U+0427)" in left_out[0]


def test_a_sheet_that_the_template_cannot_set_is_left_out_and_the_others_are_there() -> None:
    works = Works(None)
    printed = works.printed([JOBS[0], replace(JOBS[1], words="{}"), JOBS[2]])
    assert [one.job.title for one in printed] == ["Sheet 1", "Sheet 3"]
    assert any("Sheet 2: no PDF was made" in str(line) for line in works.told())


def test_each_finished_pdf_is_told_of_once() -> None:
    told: list[tuple[str, int, int]] = []

    def progress(what: Words, done: int, of: int) -> None:
        told.append((str(what), done, of))

    Works(None, 2, progress).printed(JOBS)
    assert told == [("Making PDFs", done, len(JOBS)) for done in range(1, len(JOBS) + 1)]


@pytest.mark.parametrize(
    "words",
    ['#panic("x") *b* $x$ @ref', "<b>&amp;</b>", r"\input{/etc/passwd} \frac", '#read("x")', "// /* `", "= - + /"],
)
def test_markup_in_words_is_printed_as_it_is(words: str) -> None:
    [printed] = Works(None).printed([job("Sheet", words)])
    page = " ".join(pypdf.PdfReader(BytesIO(printed.content)).pages[0].extract_text().split())
    assert " ".join(words.split()) in page


def run(code: str, *arguments: str) -> str:
    """What a fresh interpreter prints for this code."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


BLOCKED = """
import importlib.abc, sys
class Gone(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == sys.argv[1]:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Gone())
"""


@pytest.mark.parametrize("package", ["typst", "pikepdf"])
def test_without_the_engine_the_site_is_there_without_pdfs_and_says_so(package: str) -> None:
    said = run(
        BLOCKED
        + """
from datetime import date
from pathlib import Path
from generator.load import load
from generator.site_files import Site, Works
loaded = load(Path("resources.yaml"), root=Path("."), today=lambda _zone: date(2026, 11, 22))
site = Site(loaded.directory, loaded.today, works=Works(Path(".cache/waypost")))
paths = [file.path for file in site.files()]
print(len(paths), sum(path.endswith(".pdf") for path in paths))
print("\\n".join(site.told()))
""",
        package,
    )
    count, sentence = said.splitlines()
    files, pdfs = map(int, count.split())
    assert files > 100
    assert pdfs == 0
    assert sentence.startswith("No PDFs were made, since")
    assert package in sentence
    assert "pip install 'waypost[pdf]'" in sentence


def test_a_press_without_its_engine_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_room, "PACKAGES", ("typst", "no_such_package"))
    with pytest.raises(Missing, match="no_such_package"):
        Press()
