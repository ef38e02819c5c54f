"""One listing a state, followed through every place that shows it: nothing says "checked" of what is long unchecked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from bs4 import BeautifulSoup

from generator.exports.jsonld import json_ld
from generator.language import Language
from generator.made import AssetFile, PageFile
from generator.model.listing import Listing
from generator.site_files import Site
from generator.views import calendar_links
from generator.views.booklet_listing import booklet_listing
from generator.views.freshness import State
from generator.views.keepers import keepers_page
from generator.views.plan import plan_entry
from generator.views.poster import poster
from generator.views.review_queue import review_queue
from generator.views.survey import Survey
from tests.finder.reading import handed_over
from tests.town import TODAY, town

URL = "https://example.org/town/"
CHECKED = {
    "fresh": date(2026, 11, 1),  # half a year is far
    "nearly": date(2026, 6, 1),  # due again on 1 December
    "late": date(2026, 4, 1),  # was due on 1 October; hidden from 1 January
    "gone": date(2026, 1, 15),  # was due on 15 July, hidden since 15 October
}
STATES = {
    "fresh": State.CHECKED,
    "nearly": State.DUE,
    "late": State.OVERDUE,
    "gone": State.HIDDEN,
    "never": State.OVERDUE,
}
TRUSTED, SHOWN = ("fresh", "nearly"), ("fresh", "nearly", "late", "never")


def _listing(name: str) -> str:
    verified = f"\n    verified: {CHECKED[name]}" if name in CHECKED else ""
    return f"""
  - id: {name}
    name: Group {name}
    summary: Summary of {name}.
    areas: [centre]
    goals: [company]
    schedule: daily 18:30-20:00
    location: {{name: The Mill, address: 1 Mill Street}}
    contact: {{phones: (207) 555-0142}}{verified}
"""


TOWN = (
    "areas: [{id: centre, name: Centre}]\ngoals: [{id: company, name: Company, summary: Company.}]\n"
    "groups:" + "".join(_listing(name) for name in STATES)
)


@dataclass(frozen=True)
class Made:
    site: Site
    survey: Survey
    pages: Mapping[str, PageFile]
    assets: Mapping[str, AssetFile]

    def listing(self, name: str) -> Listing:
        listing = self.survey.directory.entry_by_id[name]
        assert isinstance(listing, Listing)
        return listing

    def words(self, path: str) -> str:
        """A page as it is read, without the parts of it that only scripts show."""
        return _words(self.pages[path].html)


def _words(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup.select("[hidden]"):
        hidden.decompose()
    return " ".join(soup.get_text(" ").split())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    site = Site(town(TOWN, tmp_path_factory.mktemp("town")), TODAY, URL)
    files = list(site.files())
    return Made(
        site,
        Survey(site.directory, TODAY, Language.load("en-GB")),
        {made.path: made for made in files if isinstance(made, PageFile)},
        {made.path: made for made in files if isinstance(made, AssetFile)},
    )


@pytest.mark.parametrize("name", STATES)
def test_the_state_is_the_one_that_the_dates_give(made: Made, name: str) -> None:
    assert made.survey.freshness(made.listing(name)).state is STATES[name]


@pytest.mark.parametrize("name", STATES)
def test_its_own_page_warns_exactly_where_nobody_made_sure_lately(made: Made, name: str) -> None:
    words = made.words(f"groups/{name}.md")
    assert ("Not checked lately" in words) is (name not in TRUSTED)
    assert ("please call or write before you go" in words) is (name not in TRUSTED)


@pytest.mark.parametrize("name", STATES)
def test_cards_and_rows_say_when_it_was_checked_and_that_it_was_not(made: Made, name: str) -> None:
    for path in ("groups/index.md", "listings/index.md", "areas/centre.md", "goals/company.md"):
        page = BeautifulSoup(made.pages[path].html, "html.parser")
        links = [
            link
            for link in page.find_all("a", href=True)
            if link.get_text() == f"Group {name}" and not link.find_parent(class_="wp-meeting")
        ]
        assert links, (path, name)
        for link in links:
            row = link.find_parent("li")
            assert row is not None
            fresh = row.select_one(".wp-fresh")
            assert fresh is not None, (path, name)
            assert ("is-overdue" in (fresh.get("class") or [])) is (name not in TRUSTED), path
            assert ("Not checked" in fresh.get_text()) is (name not in TRUSTED), path


@pytest.mark.parametrize("name", STATES)
def test_the_timetable_and_today_leave_out_what_is_hidden_and_mark_what_is_overdue(made: Made, name: str) -> None:
    for path in ("week.md", "index.md", "areas/centre.md"):
        page = BeautifulSoup(made.pages[path].html, "html.parser")
        rows = [row for row in page.select(".wp-meeting") if f"Group {name}" in row.get_text()]
        assert bool(rows) is (name in SHOWN), (path, name)
        for row in rows:
            assert ("Not checked lately" in row.get_text()) is (name not in TRUSTED), (path, name)


@pytest.mark.parametrize("name", STATES)
def test_the_finder_knows_it_and_gives_no_dates_of_what_is_hidden(made: Made, name: str) -> None:
    (content,) = (file.content for path, file in made.assets.items() if path.endswith("/data.js"))
    data = handed_over(content)[1]
    number = data["name"].index(f"Group {name}")
    assert bool(data["slots"]["sets"][data["slots"]["of"][number]]) is (name in SHOWN)
    checked = data["checked"]
    words, is_overdue = checked["labels"][checked["of"][number]]
    assert is_overdue == (name not in TRUSTED)
    assert words.startswith("Not checked") is (name not in TRUSTED)


@pytest.mark.parametrize("name", STATES)
def test_the_plan_warns_and_has_no_dates_of_what_is_hidden(made: Made, name: str) -> None:
    entry = plan_entry(made.listing(name), made.survey)
    assert any("before you go" in note for note in entry.notes) is (name not in TRUSTED)
    # A meeting every day is told by its rule and not by single dates, whatever its state.
    assert entry.facts


@pytest.mark.parametrize("name", STATES)
def test_the_booklet_and_the_poster_say_so_on_paper(made: Made, name: str) -> None:
    told = booklet_listing(made.listing(name), made.survey)
    assert any("before you go" in note for note in told.notes) is (name not in TRUSTED)
    assert told.checked.startswith("Checked") is (name in TRUSTED)
    week = poster(made.survey.directory.areas[0], made.survey)
    rows = [*week.others, *week.doors, *(row for day in week.days for row in day.rows)]
    mine = [row for row in rows if row.name == f"Group {name}"]
    assert bool(mine) is (name in SHOWN)
    assert all(("Not checked lately" in row.where) is (name not in TRUSTED) for row in mine)


@pytest.mark.parametrize("name", STATES)
def test_the_calendar_warns_and_promises_no_date_of_what_is_hidden(made: Made, name: str) -> None:
    raw = made.assets[calendar_links.of_listing(made.listing(name))].content.decode()
    text = raw.replace("\r\n ", "").replace("\\", "")
    assert ("BEGIN:VEVENT" in text) is (name in SHOWN)
    assert ("before you go" in text) is (name not in TRUSTED)
    assert ("Last checked on" in text) is (name in TRUSTED)


@pytest.mark.parametrize("name", STATES)
def test_search_engines_hear_the_day_of_the_check_and_no_times_of_what_is_hidden(made: Made, name: str) -> None:
    text = json_ld(made.listing(name), made.survey, f"{URL}groups/{name}/")
    assert ("Schedule" in text) is (name in SHOWN)
    assert ("lastReviewed" in text) is (name in CHECKED)
    if name in CHECKED:
        assert CHECKED[name].isoformat() in text


def test_the_queue_and_the_keepers_page_name_what_is_to_be_asked_the_most_urgent_first(made: Made) -> None:
    assert [row.id for row in review_queue(made.survey)] == ["gone", "never", "late", "nearly"]
    page = keepers_page(made.survey)
    assert [row.id for row in page.queue] == ["gone", "never", "late", "nearly"]
    assert [state.count for state in page.states] == [1, 1, 2, 1]
    assert "Group fresh" not in made.words("keepers/index.md")
