"""Near me: asked only when pressed, kept nowhere; a typed area or postcode works as well."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.site.find.steps import EVERYTHING_STORED, NOTHING_STORED, names, open_finder

# In the sea between the made-up town's areas, nearest to North Hill.
HERE = {"latitude": 43.2345, "longitude": -69.0123}


def without_coordinates(page: Page) -> None:
    """The same directory, with nothing of it on a map."""

    def off_the_map(route: Route) -> None:
        before, push, after = route.fetch().text().partition("push(")
        parcel = json.loads(after[: after.rindex(")")])
        for area in parcel[1]["areas"]:
            area[2:4] = [None, None]
        route.fulfill(body=f"{before}{push}{json.dumps(parcel)});", content_type="text/javascript")

    page.route("**/data.js", off_the_map)


def test_a_typed_postcode_sorts_by_distance_and_stands_in_the_address(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    page.get_by_label("Area or postcode").fill("04994")
    page.keyboard.press("Enter")
    expect(page.locator("#near-says")).to_contain_text("River Flats")
    expect(page.get_by_label("Order")).to_have_value("near")
    assert "near=04994" in page.url
    expect(page.get_by_role("button", name="Remove filter: Near River Flats")).to_be_visible()


def test_an_area_is_found_by_its_name_in_small_letters(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    page.get_by_label("Area or postcode").fill("old town")
    page.keyboard.press("Enter")
    expect(page.locator("#near-says")).to_contain_text("Old Town")


def test_a_place_nobody_knows_is_answered_with_those_that_are_known(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    before = names(page)
    page.get_by_label("Area or postcode").fill("Atlantis")
    page.keyboard.press("Enter")
    expect(page.locator("#near-says")).to_contain_text("“Atlantis” is not an area or postcode in this directory")
    expect(page.locator("#near-says")).to_contain_text("Mill District")
    assert names(page) == before


def test_where_one_is_is_asked_only_when_pressed_and_left_nowhere(visit: Callable[..., Page], site_url: str) -> None:
    page = visit(geolocation=HERE, permissions=["geolocation"])
    page.add_init_script(
        """const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
        window.asked = 0;
        navigator.geolocation.getCurrentPosition = (...rest) => { window.asked += 1; real(...rest); };"""
    )
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    open_finder(page, site_url)
    assert page.evaluate("asked") == 0
    page.get_by_role("button", name="Near me").click()
    expect(page.get_by_label("Order")).to_have_value("near")
    expect(page.locator("#near-says")).to_contain_text("stays on this device")
    assert page.evaluate("asked") == 1
    assert not [url for url in [*urls, page.url] if "43.2" in url or "69.0" in url]
    assert page.evaluate(EVERYTHING_STORED) == NOTHING_STORED
    page.reload()
    expect(page.locator("[data-find][data-ready]")).to_be_attached()
    expect(page.get_by_label("Order")).to_have_value("next")


def test_a_browser_that_does_not_say_where_it_is_is_answered_kindly(page: Page, site_url: str) -> None:
    open_finder(page, site_url)
    page.get_by_role("button", name="Near me").click()
    expect(page.locator("#near-says")).to_contain_text("Type an area or postcode instead")


def test_where_nothing_is_on_a_map_the_page_does_not_offer_to_ask(page: Page, site_url: str) -> None:
    without_coordinates(page)
    open_finder(page, site_url)
    expect(page.get_by_role("button", name="Near me")).to_be_hidden()
    expect(page.get_by_label("Area or postcode")).to_be_visible()
