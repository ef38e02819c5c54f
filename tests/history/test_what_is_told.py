"""Where the days of a change are told: pages, feeds, calendars and open data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker

from generator.changed import Changed, History
from generator.exports import EXPORTS
from generator.exports.calendar_events import sequence
from generator.language import Language
from generator.made import AssetFile
from generator.model.directory import Directory
from generator.model.listing import PeerGroup
from generator.site_files import Site
from generator.site_reading import SiteReader
from generator.views.calendar_links import of_listing
from generator.views.survey import Survey
from tests.history.repositories import AUTHOR, Project, group, groups
from tests.town import TODAY, town

TOWN = """
groups:
  - id: tea
    name: Tea
    summary: Talk and tea.
    schedule: {when: Tuesday 19:00-20:30}
    verified: 2026-09-01
  - id: choir
    name: Choir
    summary: We sing.
    verified: 2026-11-01
"""
MARCH, OCTOBER = date(2026, 3, 1), date(2026, 10, 5)
CHANGED = {"tea": Changed(MARCH, (MARCH, OCTOBER)), "choir": Changed(MARCH, (MARCH,))}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return town(TOWN, tmp_path_factory.mktemp("town"))


def made(directory: Directory, history: History) -> Mapping[str, bytes]:
    survey = Survey(directory, TODAY, Language.load("en-GB"), history)
    return {file.path: file.content for export in EXPORTS for file in export.files(survey, "https://example.org/")}


def page(directory: Directory, history: History, name: str) -> str:
    files = Site(directory, TODAY, "https://example.org/", history=history).files()
    return next(str(getattr(file, "html", "")) for file in files if file.path == f"groups/{name}.md")


def test_a_page_says_since_when_it_says_what_it_says(directory: Directory) -> None:
    assert "Last changed on October 5, 2026" in page(directory, CHANGED, "tea")
    assert "Listed here since March 1, 2026" in page(directory, CHANGED, "choir")
    assert "Last changed" not in page(directory, {"choir": Changed()}, "choir")


def test_without_a_history_no_file_says_anything_of_it(directory: Directory) -> None:
    assert made(directory, {}) == made(directory, {"other": Changed(MARCH, (MARCH,))})
    assert not [path for path, content in made(directory, {}).items() if b"LAST-MODIFIED" in content]


def test_the_feed_is_of_what_changed_last_and_says_since_when_it_is_there(directory: Directory) -> None:
    feed = ET.fromstring(made(directory, CHANGED)["data/changes.atom"])
    entries = feed.findall(f"{ATOM}entry")
    told = [tuple(entry.findtext(f"{ATOM}{name}") for name in ("title", "updated", "published")) for entry in entries]
    assert told == [
        ("Tea", "2026-10-05T00:00:00Z", "2026-03-01T00:00:00Z"),
        ("Choir", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"),
    ]
    assert feed.findtext(f"{ATOM}updated") == "2026-10-05T00:00:00Z"
    assert "Last changed on 5 October 2026" in str(entries[0].findtext(f"{ATOM}content"))


def test_hsds_tells_what_was_done_last(directory: Directory) -> None:
    files = made(directory, CHANGED)
    services = [json.loads(content) for path, content in files.items() if path.startswith("data/hsds/services/")]
    by_name = {service["name"]: service for service in services if "metadata" in service}
    actions = {
        name: {(one["last_action_type"], one["last_action_date"], one["field_name"]) for one in service["metadata"]}
        for name, service in by_name.items()
    }
    assert actions == {
        "Tea": {("update", "2026-10-05", "last_modified"), ("verify", "2026-09-01", "assured_date")},
        "Choir": {("create", "2026-03-01", "last_modified"), ("verify", "2026-11-01", "assured_date")},
    }
    assert by_name["Tea"]["last_modified"] == "2026-10-05T00:00:00Z"
    assert by_name["Choir"]["last_modified"] == "2026-11-01T00:00:00Z"


def test_tables_and_plain_json_tell_the_day(directory: Directory) -> None:
    files = made(directory, CHANGED)
    rows = list(csv.DictReader(io.StringIO(files["data/listings.csv"].decode("utf-8-sig"))))
    assert {row["id"]: row["changed"] for row in rows} == {"tea": "2026-10-05", "choir": "2026-03-01"}
    plain: dict[str, Any] = json.loads(files["data/waypost.json"])
    assert plain["changed"] == {"tea": "2026-10-05", "choir": "2026-03-01"}
    schema = json.loads(files["data/waypost.schema.json"])
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(plain)
    assert "changed" not in json.loads(made(directory, {})["data/waypost.json"])


def test_a_calendar_tells_the_later_of_check_and_change(directory: Directory) -> None:
    for days, expected in ((MARCH,), "2026-09-01"), ((MARCH, OCTOBER), "2026-10-05"):
        content = made(directory, {"tea": Changed(MARCH, days)})[of_listing(directory.groups[0])]
        events: list[Any] = Calendar.from_ical(content).walk("VEVENT")
        assert events
        for event in events:
            assert event["DTSTAMP"].dt.date().isoformat() == expected
            assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=200))
def test_the_revision_never_falls_and_not_when_the_history_is_lost(doings: list[tuple[bool, bool]]) -> None:
    listing = PeerGroup(id="tea", name="Tea", summary="Talk.")
    last, days, verified = -1, [date(2020, 1, 1)], date(2020, 1, 1)
    for at, (is_checked, is_changed) in enumerate(doings):
        today = date(2020, 1, 2) + timedelta(days=at)
        verified = today if is_checked else verified
        days += [today] if is_changed else []
        known = listing.model_copy(update={"verified": verified})
        now = sequence(known, _seen(today, {"tea": Changed(days[0], tuple(days))}))
        assert now >= last
        is_full = sum(day >= verified for day in days) >= 50
        assert now > last or not (is_checked or (is_changed and not is_full))
        assert sequence(known, _seen(today, {})) >= now
        last = now


def _seen(today: date, history: History) -> Any:
    """As much of a survey as the number of a revision asks for."""
    return SimpleNamespace(today=today, changed=lambda entry: history.get(entry.id, Changed()))


class TestWholeBuild:
    def test_a_build_in_git_knows_the_days_and_tells_no_author(self, tmp_path: Path) -> None:
        project = Project(tmp_path / "town")
        project.begin()
        project.commit("2026-03-01", {"resources.yaml": groups(group("tea"), group("choir"))})
        project.commit("2026-10-05", {"resources.yaml": groups(group("tea", "Talk and cake."), group("choir"))})
        site = _site(project)
        assert site.history == {"tea": Changed(MARCH, (MARCH, OCTOBER)), "choir": Changed(MARCH, (MARCH,))}
        contents = [file.content if isinstance(file, AssetFile) else file.html.encode() for file in site.files()]
        assert any(b"Last changed on October 5, 2026" in content for content in contents)
        for secret in (*AUTHOR.values(), "Quartermaine", "Zinnia"):
            assert not [content for content in contents if secret.encode() in content]

    def test_the_same_commit_gives_the_same_files(self, tmp_path: Path) -> None:
        project = Project(tmp_path / "town")
        project.begin()
        for day in range(1, 6):
            project.commit(f"2026-03-0{day}", {"resources.yaml": groups(group("tea", f"Talk number {day}."))})
        first = list(_site(project).files())
        clone = Project(tmp_path / "clone")
        clone.git("clone", "--quiet", str(project.folder), str(clone.folder))
        assert list(_site(clone).files()) == first == list(_site(project).files())


def _site(project: Project) -> Site:
    """The site as a build reads it."""
    asked: Any = SimpleNamespace(
        resources="resources.yaml", edit_listing="", suggest_change="", today=TODAY, language=""
    )
    found = SiteReader(asked, datetime.now(UTC), None).read(project.folder, "https://example.org/", folders=True)
    assert found.site
    return found.site
