"""What stands round every page: help first, links that hold from anywhere, a way out that can be switched off."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.language import Language
from generator.load import load
from generator.model.choice import LeavePages
from generator.model.crisis import CrisisKind
from generator.views.frame import Frame, frame, urgent_lines
from generator.views.survey import Survey
from tests.town import TODAY

EVERY_KIND = {
    *("home", "find", "find-value", "week", "plan", "help-now", "listing", "goals", "goal", "areas", "area", "all"),
    *("kind", "worksheets", "worksheet", "content", "not-found", "no-signal"),
}


def seen(
    folder: Path, crisis: str = "crisis: US", about: str = "", language: str = "en-US", country: str = "US"
) -> Survey:
    text = (
        f"directory:\n  name: Small Town\n  area_served: Small Town\n  country: {country}\n"
        f"  time_zone: America/New_York\n  language: {language}\n  {about}\n{crisis}\n"
    )
    (folder / "resources.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder / "resources.yaml", root=folder, today=TODAY)
    assert loaded.directory, [str(problem.message) for problem in loaded.problems]
    return Survey(loaded.directory, TODAY, Language.load(language))


def framed(found: Survey, here: str = "index.md", folders: bool = True) -> Frame:
    return frame(found, Addresses(folders), here, "home")


def test_the_strip_has_the_emergency_number_first_then_the_crisis_line_with_its_text(tmp_path: Path) -> None:
    ways = [(way.words, way.href) for way in framed(seen(tmp_path)).urgent]
    assert ways[:3] == [("Call 911", "tel:911"), ("Call 988", "tel:988"), ("Text 988", "sms:988")]


@pytest.mark.parametrize(
    ("country", "emergency"), [("US", "911"), ("CA", "911"), ("GB", "999"), ("IE", "112"), ("AU", "000"), ("NZ", "111")]
)
def test_each_country_has_its_own_emergency_number_first(country: str, emergency: str, tmp_path: Path) -> None:
    lines = urgent_lines(seen(tmp_path, f"crisis: {country}", country=country))
    first = lines[0].ways[0]
    assert emergency in first.short
    assert 2 <= len(lines) <= 3
    assert len({line.name for line in lines}) == len(lines)


TOWN_LINE = """\
crisis:
  preset: US
  lines:
    - id: county
      name: County team
      kind: crisis
      summary: Comes to you.
      phones: (207) 555-0199
      for_whom: {for_whom}
      source: https://example.org/crisis
      checked: 2026-11-20
"""


def test_a_town_s_own_line_stands_after_the_national_ones_of_its_kind(tmp_path: Path) -> None:
    lines = seen(tmp_path, TOWN_LINE.replace("      for_whom: {for_whom}\n", "")).crisis_lines
    kinds = [line.kind for line in lines]
    assert kinds == sorted(kinds, key=list(CrisisKind).index)
    assert [line.name for line in lines if line.kind is CrisisKind.CRISIS][-1] == "County team"


def test_a_line_for_some_people_takes_no_room_on_the_strip(tmp_path: Path) -> None:
    lines = urgent_lines(seen(tmp_path, TOWN_LINE.format(for_whom="veterans")))
    assert "County team" not in [line.name for line in lines]


def test_a_hidden_line_is_nowhere(tmp_path: Path) -> None:
    ids = {line.id for line in seen(tmp_path).crisis_lines}
    hidden = next(name for name in ids if "988" in name)
    found = seen(tmp_path, f"crisis: {{preset: US, hide: [{hidden}]}}")
    assert "988" not in [way.short for way in framed(found).urgent]
    assert "911" in [way.short for way in framed(found).urgent]


@pytest.mark.parametrize(
    ("here", "folders", "help_now"),
    [
        ("index.md", True, "help-now/"),
        ("help-now.md", True, "./"),
        ("groups/tea.md", True, "../../help-now/"),
        ("groups/index.md", True, "../help-now/"),
        ("index.md", False, "help-now.html"),
        ("groups/tea.md", False, "../help-now.html"),
    ],
)
def test_links_are_relative_to_the_page_they_stand_on(here: str, folders: bool, help_now: str, tmp_path: Path) -> None:
    assert framed(seen(tmp_path), here, folders).help_now.url == help_now


@pytest.mark.parametrize(
    ("here", "current"),
    [
        ("index.md", []),
        ("groups/tea.md", ["Find support"]),
        ("goals/work.md", ["Find support"]),
        ("week.md", ["This week"]),
        ("worksheets/my-goal.md", ["Worksheets"]),
        ("learn/hope.md", ["Learn"]),
        ("help-now.md", ["Help now"]),
        ("about/privacy.md", []),
    ],
)
def test_one_sees_in_which_part_of_the_site_one_is(here: str, current: list[str], tmp_path: Path) -> None:
    assert [link.title for link in framed(seen(tmp_path), here).top if link.is_current] == current


def test_leave_can_be_switched_off_and_sent_elsewhere(tmp_path: Path) -> None:
    usual = framed(seen(tmp_path))
    assert usual.leave_on
    assert usual.leave_url.startswith("https://")
    assert not framed(seen(tmp_path, about="leave_button: no")).leave_on
    assert (
        framed(seen(tmp_path, about="leave_url: https://example.net/weather")).leave_url
        == "https://example.net/weather"
    )


def test_leave_can_stand_on_some_pages_only(tmp_path: Path) -> None:
    found = seen(tmp_path, about="leave_on: [help-now, listings, articles]")
    on = {kind for kind in EVERY_KIND if frame(found, Addresses(), "x.md", kind).leave_on}
    assert on == {"help-now", "listing", "content", "not-found", "no-signal"}
    everywhere = seen(tmp_path)
    assert all(frame(everywhere, Addresses(), "x.md", kind).leave_on for kind in EVERY_KIND)


def test_every_kind_of_page_belongs_to_a_name_that_curators_can_type(tmp_path: Path) -> None:
    for pages in LeavePages:
        found = seen(tmp_path, about=f"leave_on: {pages.value}")
        assert [kind for kind in EVERY_KIND if frame(found, Addresses(), "x.md", kind).leave_on], pages


def test_a_page_knows_its_day_and_when_it_is_old(tmp_path: Path) -> None:
    usual = framed(seen(tmp_path))
    assert (usual.made, usual.made_on, usual.old_after) == ("2026-11-22", "Sunday, November 22, 2026", 7)
    assert framed(seen(tmp_path, about="old_after: 1 month")).old_after == 30


@pytest.mark.parametrize(
    ("here", "offers"),
    [("help-now.md", True), ("plan.md", True), ("about/privacy.md", True), ("index.md", False), ("week.md", False)],
)
def test_pages_can_be_kept_where_it_is_explained_unless_the_town_says_no(
    here: str, offers: bool, tmp_path: Path
) -> None:
    assert framed(seen(tmp_path), here).offers_keeping is offers
    assert not framed(seen(tmp_path, about="offline: no"), here).offers_keeping


def test_a_made_up_directory_says_so_and_is_kept_out_of_search_engines(tmp_path: Path) -> None:
    demo = framed(seen(tmp_path, about="demo: yes"))
    assert (demo.is_demo, demo.robots) == (True, "noindex")
    real = framed(seen(tmp_path))
    assert (real.is_demo, real.robots) == (False, "index, follow")


def test_a_language_written_from_the_right_turns_the_page_round(tmp_path: Path) -> None:
    assert framed(seen(tmp_path, language="ar")).direction == "rtl"
    assert framed(seen(tmp_path)).direction == "ltr"


def test_without_a_licence_none_is_claimed_and_one_without_an_address_leads_to_our_page(tmp_path: Path) -> None:
    assert framed(seen(tmp_path)).licence is None
    licence = framed(seen(tmp_path, about="licence: {name: Ask us}")).licence
    assert licence is not None
    assert (licence.name, licence.url) == ("Ask us", "about/open-data-and-licence/")


def test_the_day_of_the_build_is_named(tmp_path: Path) -> None:
    assert framed(seen(tmp_path, language="en-GB")).updated == "22 November 2026"
