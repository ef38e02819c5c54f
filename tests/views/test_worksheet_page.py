from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.language import Language
from generator.load import load
from generator.model.directory import Directory
from generator.reading_grade import grade
from generator.views.survey import Survey
from generator.views.worksheet_page import worksheet_page
from tests.worksheets.sheets import FOLDER, typed, worksheet

PLAIN = (
    "You can stop here. You can go on. Take your time and do not rush. It is your day, and you choose what you want."
)
FAIR = (
    "Before an appointment, write down the questions that matter to you, and think about who could come along. "
    "Afterwards you may want to remember what was decided, and who promised to do it for you."
)
HARD = (
    "Documentation of individual considerations preceding consultation facilitates participation, while subsequent "
    "clarification of responsibilities necessitates systematic documentation of collaboratively established decisions. "
    "Additional participants occasionally contribute indispensable contextual information regarding circumstances, "
    "priorities, expectations, preferences, communication, accessibility, confidentiality and accountability alike."
)


def reading(language: str = "en", **fields: Any) -> str:
    """What the page of a sheet says about how it reads, in a directory of this language."""
    directory = Directory.model_validate(
        {
            "directory": {
                "name": "Lantern Bay",
                "area_served": "Lantern County",
                "country": "US",
                "time_zone": "America/New_York",
                "language": language,
            },
            "crisis": "US",
            "worksheets": [typed(**fields)],
        }
    )
    survey = Survey(directory, date(2026, 11, 22), Language.load("en"))
    return worksheet_page(directory.worksheets[0], survey).reading


@pytest.mark.parametrize(
    ("intro", "said"),
    [
        (f"{PLAIN} {PLAIN}", "Plain language: grade 4 or easier"),
        (f"{FAIR} {FAIR} {FAIR}", "Plain language: about grade "),
        (HARD, "Reading level: about grade "),
        ("Take your time.", ""),
    ],
)
def test_a_sheet_says_how_easily_it_reads(intro: str, said: str) -> None:
    assert reading(intro=intro).startswith(said)
    assert bool(reading(intro=intro)) is bool(said)


@pytest.mark.parametrize("intro", [f"{FAIR} {FAIR} {FAIR}", HARD])
def test_the_grade_is_that_of_all_its_sentences(intro: str) -> None:
    sentences = [text for _, text in worksheet(intro=intro).running_words()]
    assert intro in sentences
    assert reading(intro=intro).endswith(f" {round(grade(sentences))}")


def test_every_sheet_of_the_demonstration_offers_people_who_can_help() -> None:
    root = FOLDER.parents[1]
    loaded = load(root / "resources.yaml", root=root, today=date(2026, 11, 22))
    assert loaded.directory is not None
    survey = Survey(loaded.directory, date(2026, 11, 22), Language.load("en"))
    for sheet in loaded.directory.worksheets:
        page = worksheet_page(sheet, survey)
        assert page.helpers, sheet.id
        assert page.goals
        assert page.reading == "Plain language: grade 4 or easier"


def test_nothing_is_said_about_a_language_the_formula_does_not_know() -> None:
    assert reading("es", intro=HARD) == ""
    assert reading(languages=["es"], intro=HARD) == ""
    assert reading("es", languages=["en-GB"], intro=HARD) != ""
