"""The timetable in a real browser: true on each day and at each clock, narrowed without a reload, whole without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Literal, cast
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.visitor import TOWN, Visit, typed_listings, visits

BUILT = date(2026, 11, 22)
DAYS_IN_PAGE = 9
ELSEWHERE = ["Europe/London", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Kiritimati"]
ROWS = ".wp-meeting, .wp-doors li"


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Visit]:
    with visits(browser, site_url) as visit:
        yield visit


def shown_days(page: Page) -> list[str]:
    script = "days => days.filter(d => d.checkVisibility()).map(d => d.dataset.day)"
    return list(page.eval_on_selector_all(".wp-day", script))


def shown_rows(page: Page) -> list[tuple[str, str]]:
    """The day and the listing's id of every row that can be seen."""
    found = page.eval_on_selector_all(
        ROWS,
        """rows => rows.filter(r => r.checkVisibility())
            .map(r => [r.closest(".wp-day").dataset.day, r.querySelector("a").getAttribute("href")])""",
    )
    return [(day, href.rstrip("/").rpartition("/")[2]) for day, href in found]


def status(page: Page) -> str:
    return page.locator("[data-week-says]").inner_text()


def choices(page: Page) -> Locator:
    """What opens the choice of area and of how to take part."""
    return page.locator(".wp-narrow > summary")


def tick(page: Page, name: str) -> None:
    if not page.locator(".wp-narrow[open]").count():
        choices(page).click()
    page.get_by_role("checkbox", name=name).click()


# What day it is


@pytest.mark.parametrize("zone", [TOWN, *ELSEWHERE])
@pytest.mark.parametrize(
    "at",
    [
        "2026-11-22T00:00:00-05:00",
        "2026-11-22T23:59:59-05:00",
        "2026-11-23T00:00:00-05:00",
        "2026-11-24T12:00:00-05:00",
    ],
)
def test_the_first_day_is_today_by_the_clocks_of_the_town(visit: Visit, zone: str, at: str) -> None:
    page = visit("week/", at=at, zone=zone)
    today = datetime.fromisoformat(at).astimezone(ZoneInfo(TOWN)).date()
    assert shown_days(page) == [str(today + timedelta(days=ahead)) for ahead in range(7)]
    expect(page.locator(".wp-day-today:visible")).to_have_count(1)
    assert page.locator(".wp-day.is-today").get_attribute("data-day") == str(today)
    first, last = (f"{day:%B} {day.day}" for day in (today, today + timedelta(days=6)))
    expect(page.locator(".wp-lede")).to_contain_text(f"{first} to {last}.")


def test_a_page_left_open_over_midnight_moves_on_by_itself(visit: Visit) -> None:
    page = visit("week/", at="2026-11-22T23:58:30-05:00")
    assert shown_days(page)[0] == "2026-11-22"
    page.clock.fast_forward("02:00")
    assert shown_days(page) == [str(BUILT + timedelta(days=ahead)) for ahead in range(1, 8)]
    assert page.locator(".wp-day.is-today").get_attribute("data-day") == "2026-11-23"


@pytest.mark.parametrize("age", range(DAYS_IN_PAGE))
def test_an_old_copy_shows_what_is_still_to_come_and_says_from_when_it_is(visit: Visit, age: int) -> None:
    page = visit("week/", at=f"{BUILT + timedelta(days=age)}T09:00:00-05:00")
    days = [str(BUILT + timedelta(days=ahead)) for ahead in range(age, DAYS_IN_PAGE)]
    assert shown_days(page) == days[:7]
    note = page.locator("[data-old]")
    assert note.is_visible() == (age >= 2), "a build a day: after two something is amiss"
    if age >= 2:
        expect(note).to_contain_text("As known on Sunday, November 22, 2026")
        expect(note.locator("p:visible")).to_have_count(2)


@pytest.mark.parametrize("at", ["1990-01-01", "2026-11-21", "2026-12-01", "2031-05-05", "9999-12-31"])
def test_a_clock_far_off_empties_nothing_and_calls_no_day_today(visit: Visit, at: str) -> None:
    page = visit("week/", at=f"{at}T12:00:00-05:00")
    assert shown_days(page) == [str(BUILT + timedelta(days=ahead)) for ahead in range(7)]
    expect(page.locator("[data-old]")).to_contain_text("As known on Sunday, November 22, 2026")
    expect(page.locator("[data-old-apart]")).to_be_visible()
    for said in (".wp-day-today:visible", ".is-today", ".wp-over", ".wp-on-now"):
        expect(page.locator(said)).to_have_count(0)


def test_a_browser_that_does_not_know_the_time_zone_shows_the_day_of_the_build(visit: Visit) -> None:
    page = visit("privacy/../week/")
    page.route("**/week/", lambda route: route.fulfill(body=changed(route, {TOWN: "Mars/Olympus_Mons"})))
    page.reload()
    assert shown_days(page)[0] == str(BUILT)
    expect(page.locator("[data-old]")).to_be_visible()


def changed(route: Any, words: dict[str, str]) -> str:
    text = cast("str", route.fetch().text())
    for before, after in words.items():
        assert before in text
        text = text.replace(before, after)
    return text


def test_what_is_over_and_what_is_on_is_said_in_words(visit: Visit) -> None:
    # Paint and Be is from 13:00 to 16:00 on Sundays, Island Check-in from 19:00 to 20:00.
    said = {}
    for at in ("12:59", "13:00", "15:59", "16:00", "19:30"):
        today = visit("week/", at=f"2026-11-22T{at}:00-05:00").locator(".is-today")
        rows = {name: today.locator(".wp-meeting", has_text=name) for name in ("Paint and Be", "Island Check-in")}
        said[at] = [
            (row.locator(".wp-over:visible").count(), row.locator(".wp-on-now:visible").count())
            for row in rows.values()
        ]
    assert said == {
        "12:59": [(0, 0), (0, 0)],
        "13:00": [(0, 1), (0, 0)],
        "15:59": [(0, 1), (0, 0)],
        "16:00": [(1, 0), (0, 0)],
        "19:30": [(1, 0), (0, 1)],
    }


def test_what_began_last_night_stays_until_it_ends(visit: Visit) -> None:
    # Night Owls is on Fridays and Saturdays from 22:00 to 02:00.
    page = visit("week/", at="2026-11-28T01:58:30-05:00")
    assert shown_days(page)[:2] == ["2026-11-27", "2026-11-28"]
    assert [name for day, name in shown_rows(page) if day == "2026-11-27"] == ["night-owls-online"]
    expect(page.locator("[data-day='2026-11-27'] .wp-on-now")).to_be_visible()
    page.clock.fast_forward("02:00")
    assert shown_days(page)[0] == "2026-11-28"


# The visitor's own time


def test_groups_online_or_by_phone_say_the_visitors_own_time(visit: Visit) -> None:
    for zone in [TOWN, "America/Toronto", *ELSEWHERE]:
        page = visit("week/", zone=zone)
        rows = page.eval_on_selector_all(
            ".wp-meeting",
            """rows => rows.map(r => [r.querySelector("time").dateTime, r.dataset.how || "", r.className,
                                      r.querySelector(".wp-yours")?.textContent || ""])""",
        )
        told = 0
        for iso, how, kind, said in rows:
            here = datetime.fromisoformat(iso)
            there = here.astimezone(ZoneInfo(zone))
            differs = there.utcoffset() != here.utcoffset()
            words = f"{there:%a} {there:%-I:%M %p} your time".removeprefix(
                "" if there.date() != here.date() else f"{there:%a} "
            )
            from_afar = {"online", "phone"} & set(how.split()) and "is-cancelled" not in kind
            assert re.sub(r"\s", " ", said) == (words if from_afar and differs else ""), (zone, iso, how)
            told += bool(said)
        assert (told > 0) == (zone in ELSEWHERE)


# Narrowed


@pytest.mark.parametrize(
    ("query", "areas", "how"),
    [
        ("#area=harbor", {"harbor"}, set()),
        ("#area=river-flats&area=north-hill", {"river-flats", "north-hill"}, set()),
        ("#how=online", set(), {"online"}),
        ("#area=old-town&how=phone&how=online", {"old-town"}, {"online", "phone"}),
    ],
)
def test_rows_are_those_that_the_listings_themselves_say(
    visit: Visit, query: str, areas: set[str], how: set[str]
) -> None:
    listings = typed_listings()
    everything = shown_rows(visit("week/"))
    page = visit(f"week/{query}")

    def fits(name: str) -> bool:
        entry = listings[name]
        return (not areas or not entry.areas or bool(areas & entry.areas)) and (not how or bool(how & entry.how))

    expected = [row for row in everything if fits(row[1])]
    assert 0 < len(expected) < len(everything)
    assert shown_rows(page) == expected
    assert status(page).endswith(f": {len(expected)} of {len(everything)}")
    for day in page.locator(".wp-day:visible").all():
        has_rows = day.locator("a:visible").count() > 0
        assert day.get_by_text("Nothing of what you chose.").is_visible() != has_rows


def test_counts_beside_each_answer_are_what_it_would_leave(visit: Visit) -> None:
    page = visit("week/#how=online")
    choices(page).click()
    counts = {}
    for box in page.get_by_role("checkbox").all():
        label = box.locator("xpath=..")
        counts[box.get_attribute("value")] = int(label.locator(".wp-count").inner_text())
    for area in ("harbor", "gull-islands"):
        assert counts[area] == len(shown_rows(visit(f"week/#how=online&area={area}")))
    for way in ("in_person", "phone"):
        assert counts[way] == len(shown_rows(visit(f"week/#how={way}"))), "another answer to the same question"


def test_choosing_is_announced_stands_in_the_address_and_back_undoes_it(visit: Visit, site_url: str) -> None:
    page = visit("week/")
    everything = shown_rows(page)
    assert status(page) == ""
    tick(page, "The Harbor")
    assert page.url == f"{site_url}week/#area=harbor"
    one = status(page)
    assert one.startswith("Only The Harbor: ")
    tick(page, "Online")
    assert page.url == f"{site_url}week/#area=harbor&how=online"
    assert status(page).startswith("Only The Harbor · Online: ")
    page.go_back()
    assert status(page) == one
    expect(page.get_by_role("checkbox", name="Online")).not_to_be_checked()
    page.go_back()
    assert shown_rows(page) == everything
    page.go_forward()
    assert status(page) == one
    page.get_by_role("button", name="Show everything").click()
    assert page.url == f"{site_url}week/"
    assert shown_rows(page) == everything
    assert status(page) == f"Everything is shown: {len(everything)}"


@pytest.mark.parametrize(
    "query",
    [
        "#area=nowhere",
        "#how=%3Cscript%3Ealert(1)%3C/script%3E",
        "#area=%E0%A4%A&how",
        "?constructor=x&__proto__=y",
        "#area=",
    ],
)
def test_an_address_made_by_hand_that_asks_for_nothing_known_shows_everything(visit: Visit, query: str) -> None:
    assert shown_rows(visit(f"week/{query}")) == shown_rows(visit("week/"))


def test_known_answers_count_beside_unknown_ones(visit: Visit) -> None:
    page = visit("week/#area=nowhere&area=harbor")
    assert shown_rows(page) == shown_rows(visit("week/#area=harbor"))
    assert status(page).startswith("Only The Harbor: ")


def test_where_nothing_fits_the_page_says_so_and_offers_the_way_back(visit: Visit) -> None:
    page = visit("week/")
    body = page.request.get(page.url).text()
    nobody_by_phone = re.sub(r'(data-how="[^"]*?) ?\bphone\b', r"\1", body)
    assert nobody_by_phone != body
    page.route("**/week/", lambda route: route.fulfill(body=nobody_by_phone, content_type="text/html"))
    address = page.url
    page.goto("about:blank")  # from the same page a step to another # would load nothing
    page.goto(address + "#how=phone")
    assert shown_rows(page) == []
    assert status(page).startswith("Only By phone: nothing on these days.")
    expect(page.locator(".wp-day:visible").get_by_text("Nothing of what you chose.")).to_have_count(7)
    choices(page).click()
    expect(page.locator(".wp-narrow label", has_text="By phone")).to_have_class(re.compile("is-nothing"))
    page.get_by_role("button", name="Show everything").click()
    assert shown_rows(page)


def test_the_choice_survives_midnight(visit: Visit) -> None:
    page = visit("week/#area=harbor", at="2026-11-22T23:58:30-05:00")
    page.clock.fast_forward("02:00")
    assert shown_days(page)[0] == "2026-11-23"
    listings = typed_listings()
    assert all(not listings[name].areas or "harbor" in listings[name].areas for _, name in shown_rows(page))
    assert status(page).startswith("Only The Harbor: ")


def test_all_of_it_can_be_done_by_keyboard(visit: Visit) -> None:
    page = visit("week/")
    choices(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("type", "checkbox")
    assert focused.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2
    page.keyboard.press("Space")
    assert status(page).startswith("Only ")
    everything = page.get_by_role("button", name="Show everything")
    for _ in range(20):
        page.keyboard.press("Tab")
        if everything.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert status(page).startswith("Everything is shown")
    # The button is gone, so that focus is put where the choice can be made anew.
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_each_group_of_boxes_is_a_fieldset_with_a_name_and_large_enough(visit: Visit) -> None:
    page = visit("week/", viewport={"width": 390, "height": 844})
    choices(page).click()
    assert page.get_by_role("group", name="Area").get_by_role("checkbox").count() == 7
    assert page.get_by_role("group", name="How to take part").get_by_role("checkbox").count() == 3
    sizes = [label.bounding_box() for label in page.locator(".wp-narrow label").all()]
    assert all(size and min(size["width"], size["height"]) >= 24 for size in sizes)
    assert re.fullmatch(r"Online\s*\d+ on these days", re.sub(r"\s+", " ", accessible_name(page, "online")))


def accessible_name(page: Page, value: str) -> str:
    label = page.locator(f".wp-narrow input[value={value}]").locator("xpath=..")
    return " ".join(label.locator(":scope > :not([aria-hidden=true])").all_text_contents()).strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_in_a_narrowed_old_timetable(
    visit: Visit, scheme: Literal["light", "dark"], width: int
) -> None:
    page = visit(
        "week/#area=harbor&how=online",
        at="2026-11-25T19:30:00-05:00",
        zone="Europe/London",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        timers=True,
    )
    choices(page).click()
    expect(page.locator("[data-old]")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("zone", [TOWN, "Europe/London"])
@pytest.mark.parametrize("query", ["", "#area=old-town&how=in_person"])
def test_what_is_chosen_is_printed_on_one_sheet_and_named_there(visit: Visit, zone: str, query: str) -> None:
    page = visit(f"week/{query}", zone=zone)
    for paper in ("A4", "Letter"):
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) == 1
    page.emulate_media(media="print")
    expect(page.locator(".wp-narrow")).not_to_be_visible()
    assert page.locator("[data-week-says]").inner_text().startswith("Only Old Town · In person: " if query else "")
    assert page.locator(".wp-over:visible, .wp-on-now:visible, button:visible").count() == 0


@pytest.mark.parametrize("address", ["week/", ""])
@pytest.mark.parametrize(
    "viewport", [{"width": 390, "height": 844}, {"width": 1280, "height": 900}], ids=["390", "1280"]
)
def test_nothing_jumps_when_the_script_has_its_say(visit: Visit, address: str, viewport: dict[str, int]) -> None:
    page = visit(address, at="2026-11-22T17:00:00-05:00", viewport=viewport, timers=True)
    page.wait_for_timeout(300)
    shifted = page.evaluate(
        """() => new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
              .observe({type: "layout-shift", buffered: true});
            setTimeout(() => done(sum), 200);
        })"""
    )
    # The limit of what Web Vitals calls good; the word "over" in a row is worth half of it on a phone.
    assert shifted < 0.1


def test_without_script_the_timetable_is_whole_true_on_any_day_and_leads_to_plain_pages(
    visit: Visit, site_url: str
) -> None:
    page = visit("week/", java_script_enabled=False)
    headings = page.locator(".wp-day:visible h2").all_inner_texts()
    days = [BUILT + timedelta(days=ahead) for ahead in range(7)]
    assert [" ".join(text.split()) for text in headings] == [f"{day:%A %B} {day.day}" for day in days]
    assert page.get_by_text("Today", exact=True).locator("visible=true").count() == 0
    choices(page).click()
    links = page.locator(".wp-narrow a:visible")
    assert links.count() == 7 + 3
    for link in links.all():
        address = link.evaluate("a => a.href")
        assert page.request.get(address).ok, address
    assert page.get_by_role("button", name="Show everything").is_visible() is False
