"""What a town has and lacks, in numbers and sentences, and how the checking goes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup

from generator.load import load
from generator.site_files import PageFile, Site
from generator.views import coverage
from generator.views.frame import frame
from generator.views.survey import Survey
from generator.views.trend import Bar, trend
from tests.town import TODAY, survey

TOWN = """
areas:
  - {id: north-hill, name: North Hill}
  - {id: docks, name: The Docks}
goals:
  - {id: home, name: A home, summary: A home.}
  - {id: music, name: Music, summary: Music.}
groups:
  - {id: tea, name: Tea, summary: Tea., areas: [north-hill], goals: [music], schedule: Tuesday 10:00-11:00, contact: {phones: (207) 555-0142}, verified: 2026-11-01}
  - {id: night, name: Night, summary: Night., goals: [music], schedule: Friday 20:00-22:00, online: {platform: Video}, contact: {phones: (207) 555-0142}, verified: 2026-11-01}
  - {id: old, name: Old, summary: Old., areas: [docks], goals: [home], schedule: Saturday 19:00-20:00, contact: {phones: (207) 555-0142}, verified: 2025-01-01}
  - {id: rest, name: Rest, summary: Rest., areas: [docks], goals: [home], schedule: Saturday 19:00-20:00, status: paused, alert: {text: Back in May.}, contact: {phones: (207) 555-0142}, verified: 2026-11-01}
services:
  - {id: desk, name: Desk, summary: Desk., areas: [north-hill, docks], goals: [home], contact: {phones: (207) 555-0142}, verified: 2026-02-28}
"""


def test_what_an_area_lacks_is_said_in_words_and_once(tmp_path: Path) -> None:
    found = coverage.by_area(survey(TOWN, tmp_path))
    assert {row.name: list(row.counts) for row in found.rows} == {
        "North Hill": [1, 0, 0, 0, 1],
        "The Docks": [0, 0, 0, 0, 1],
        "All areas at once": [1, 1, 0, 0, 0],
    }
    assert found.missing == [
        "No evening group in North Hill.",
        "No weekend group in North Hill.",
        "No step-free group in North Hill.",
        "No group in The Docks.",
    ]


def test_what_a_goal_lacks_counts_neither_the_paused_nor_the_hidden(tmp_path: Path) -> None:
    found = coverage.by_goal(survey(TOWN, tmp_path))
    assert {row.name: list(row.counts) for row in found.rows} == {"A home": [0, 1, 0], "Music": [2, 0, 0]}
    assert found.missing == [
        "No group for the goal “A home”.",
        "No worksheet for the goal “A home”.",
        "No service for the goal “Music”.",
        "No worksheet for the goal “Music”.",
    ]


def test_the_trend_counts_each_listing_in_the_month_of_its_check_and_of_its_next_one(tmp_path: Path) -> None:
    drawn = trend(survey(TOWN, tmp_path))
    checked = {bar.month: bar.count for bar in drawn.checked.bars}
    assert list(checked) == [
        *("December 2025", "January 2026", "February 2026", "March 2026", "April 2026", "May 2026"),
        *("June 2026", "July 2026", "August 2026", "September 2026", "October 2026", "November 2026"),
    ]
    # The group of January 2025 was checked before these months; the service became due in August and is overdue.
    assert {month: count for month, count in checked.items() if count} == {"February 2026": 1, "November 2026": 3}
    due = {bar.month: bar.count for bar in drawn.due.bars}
    assert list(due) == [
        *("November 2026", "December 2026", "January 2027", "February 2027", "March 2027", "April 2027"),
    ]
    assert sum(due.values()) == 0


def test_the_bars_are_as_high_as_their_numbers_and_stand_on_one_line() -> None:
    root = Path(__file__).resolve().parents[2]
    directory = load(root / "resources.yaml", root=root, today=TODAY).directory
    assert directory is not None
    seen = Survey(directory, TODAY, Site(directory, TODAY).language)
    drawn = trend(seen)
    bars = [*drawn.checked.bars, *drawn.due.bars]
    highest = max(bars, key=lambda bar: bar.count)
    for bar in bars:
        assert bar.y + bar.height == drawn.checked.floor == drawn.due.floor
        assert abs(bar.height - highest.height * bar.count / highest.count) < 1
    days = Counter((day.year, day.month) for entry in directory.entries if (day := entry.verified))
    assert [bar.count for bar in drawn.checked.bars] == [
        days[_month(bar, drawn.checked.bars)] for bar in drawn.checked.bars
    ]


def _month(bar: Bar, bars: object) -> tuple[int, int]:
    assert isinstance(bars, list)
    past = len(bars) - 1 - bars.index(bar)
    first = date(2026, 11, 1)
    months = first.year * 12 + first.month - 1 - past
    return months // 12, months % 12 + 1


def test_the_page_of_those_who_keep_it_is_linked_from_nowhere_and_asks_search_engines_to_stay_away(
    tmp_path: Path,
) -> None:
    seen = survey(TOWN, tmp_path)
    site = Site(seen.directory, TODAY, "https://example.org/town/")
    files = list(site.files())
    (page,) = (made for made in files if made.path == "keepers/index.md")
    assert isinstance(page, PageFile)
    assert page.meta["unlisted"] is True
    assert page.meta["search"] == {"exclude": True}
    assert site.frame(page.path, page.kind, page=page).robots == "noindex"
    other = frame(site.survey, site.addresses, "week.md", "week")
    assert other.robots == "index, follow"
    for made in files:
        content = made.html if isinstance(made, PageFile) else made.content.decode("utf-8", "replace")
        if made is not page:
            assert "keepers/" not in content, made.path


def test_the_charts_say_the_same_in_a_title_a_sentence_and_a_table(tmp_path: Path) -> None:
    site = Site(survey(TOWN, tmp_path).directory, TODAY)
    (page,) = (made for made in site.files() if made.path == "keepers/index.md")
    assert isinstance(page, PageFile)
    soup = BeautifulSoup(page.html, "html.parser")
    charts = soup.select("figure.wp-chart")
    assert len(charts) == 2
    for chart in charts:
        drawing = chart.select_one("svg[role=img]")
        assert drawing is not None
        named = [soup.find(id=name) for name in str(drawing["aria-labelledby"]).split()]
        assert [tag.name for tag in named if tag is not None] == ["title", "desc"]
        rows = [cell.get_text() for cell in chart.select("tbody td")]
        assert rows == [text.get_text() for text in drawing.select("text.wp-chart-count")]
    assert not soup.select("[style], style, script")
