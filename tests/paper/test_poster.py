"""A poster for each area: one sheet, large letters, and nothing that is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.paper.poster import poster_jobs
from generator.paper.press import Press
from generator.site_files import Site
from generator.views.survey import Survey
from tests.paper.paper_reader import boxes_of, in_one_line, pages_of
from tests.paper.tag_check import faults_of
from tests.town import survey as survey_of

URL = "https://example.org/lantern-bay/"
SMALLEST = 10
"""In points: what one can read at all from two steps away."""


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@pytest.fixture(scope="module")
def survey(demo_site: Site) -> Survey:
    return demo_site.survey


@pytest.fixture(scope="module")
def made(press: Press, survey: Survey) -> Mapping[str, bytes]:
    return {job.path: press.print(job) for job in poster_jobs(survey, URL)}


def sizes_of(content: bytes) -> Iterator[float]:
    """The size of every run of letters, as the file itself sets it."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            for drawn in pikepdf.parse_content_stream(page):
                if str(drawn.operator) == "Tf":
                    yield float(str(drawn.operands[1]))


def busy_town(folder: Path, groups: int) -> Survey:
    """A town with one area where as many groups meet, by turns on each day."""
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    rows = [
        f"  - {{id: g-{n}, name: Group number {n}, summary: Tea., goals: [talk], areas: [north], verified: 2026-11-01, "
        f"location: {{name: The long hall of the old mill, address: {n} Mill Street}}, schedule: '{days[n % 7]} 18:30-20:00'}}"
        for n in range(groups)
    ]
    return survey_of(
        "goals:\n  - {id: talk, name: Talk, summary: To talk.}\nareas:\n  - {id: north, name: North}\ngroups:\n"
        + "\n".join(rows)
        + "\n",
        folder,
    )


def test_each_is_one_page_on_each_paper(made: Mapping[str, bytes]) -> None:
    for path, content in made.items():
        [((width, height), _boxes)] = boxes_of(content)
        expected = (595.3, 841.9) if path.endswith("-a4.pdf") else (612, 792)
        assert (width, height) == pytest.approx(expected, abs=0.5)


def test_each_names_all_groups_of_its_area_under_their_days(made: Mapping[str, bytes], survey: Survey) -> None:
    for area in survey.directory.areas:
        text = in_one_line(pages_of(made[f"print/week-{area.id}-a4.pdf"])[0])
        for group in survey.directory.groups:
            is_here = survey.is_offered(group) and (not group.areas or area.id in group.areas)
            assert (group.name in text) == is_here, (area.id, group.id)
    text = in_one_line(pages_of(made["print/week-old-town-a4.pdf"])[0])
    tuesday = text[text.index("Tuesday") : text.index("Wednesday")]
    assert "6:30 PM Tuesday Talkers" in tuesday


def test_each_says_when_it_was_made_and_whom_to_call(made: Mapping[str, bytes]) -> None:
    for path, content in made.items():
        text = in_one_line(pages_of(content)[0])
        assert "As of November 22, 2026" in text
        assert "Help now Call 911 · Call 988 · Text 988 · Text HOME to 741741" in text
        area = re.sub(r"print/week-(.+)-(a4|letter)\.pdf", r"\1", path)
        assert f"example.org/lantern-bay/areas/{area}" in text


def test_each_is_tagged(made: Mapping[str, bytes]) -> None:
    for path, content in made.items():
        assert faults_of(content) == [], path


@pytest.mark.parametrize("groups", [1, 20, 45, 150, 400])
def test_it_never_needs_a_second_page_nor_tiny_letters(press: Press, tmp_path: Path, groups: int) -> None:
    for job in poster_jobs(busy_town(tmp_path, groups), URL):
        content = press.print(job)
        [((width, height), boxes)] = boxes_of(content)
        assert all(left >= 0 and right <= width and bottom >= 0 and top <= height for left, bottom, right, top in boxes)
        assert min(sizes_of(content)) >= SMALLEST
        text = in_one_line(pages_of(content)[0])
        told = len(set(re.findall(r"Group number (\d+)", text)))
        assert (told == groups) != ("There is more on the site." in text)
        if groups <= 45:
            assert told == groups


def test_letters_are_larger_where_there_is_room(press: Press, tmp_path: Path) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    few.mkdir()
    many.mkdir()
    roomy, full = (
        list(sizes_of(press.print(next(poster_jobs(town, URL))))) for town in (busy_town(few, 3), busy_town(many, 100))
    )
    # The title has one size on all.
    assert 22 in roomy
    assert 22 not in full


def test_an_area_where_nothing_is_on_has_none(tmp_path: Path) -> None:
    assert list(poster_jobs(survey_of("areas:\n  - {id: north, name: North}\n", tmp_path))) == []
