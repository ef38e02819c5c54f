"""Hostile texts in a real Chromium: no script runs, nobody else is asked, and every page keeps its shape.

The pages' own security policy is switched off here, so that what is judged is the escaping and not the second wall.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.hostile.conftest import HostileSite
from tests.hostile.town import strings

# Each hostile script of the corpus calls this.
TRAP = "window.ranTimes = 0; window.ran = () => { window.ranTimes += 1; }"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
# Elements that a hostile text may bring and that pages of ours have no use for.
FOREIGN = "iframe, object, embed, base, marquee, portal, math, video, audio, xmp, plaintext, frame, x, custom-element"
HANDLERS = "[...document.querySelectorAll('*')].some(one => [...one.attributes].some(a => a.name.startsWith('on')))"
MEASURE = f"""() => ({{
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ran: window.ranTimes,
    foreign: document.querySelectorAll("{FOREIGN}").length,
    handlers: {HANDLERS},
    schemes: [...new Set([...document.querySelectorAll('[href], [src], [action]')].map(
        one => new URL(one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'), location).protocol
    ))],
    headings: [...document.querySelectorAll('h1')].map(one => one.textContent.trim()),
}})"""
SCHEMES = {"http:", "https:", "tel:", "sms:", "mailto:", "webcal:"}


class Watched:
    """A visitor without the wall of the policy, and what pages did."""

    def __init__(self, context: BrowserContext) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        context.add_init_script(TRAP)
        context.on("request", self._on_request)
        self.page = context.new_page()
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _on_request(self, request: Request) -> None:
        self.asked.append(request.url)

    def strangers(self, own: str) -> list[str]:
        return [url for url in self.asked if urlsplit(url).netloc not in {urlsplit(own).netloc, ""}]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:
        yield Watched(context)


def addresses(site: Path) -> list[str]:
    pages = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    # The page of what is not there asks for its files by the address that the site has in the end.
    return [page.removesuffix("index.html") for page in pages if page != "404.html"]


def test_no_page_runs_asks_or_spills(watched: Watched, hostile_site: HostileSite, hostile_url: str) -> None:
    wrong: list[tuple[str, Any]] = []
    opened = addresses(hostile_site.folder)
    for address in opened:
        watched.page.goto(hostile_url + address)
        watched.page.evaluate(OPEN_ALL)
        for width in (390, 1280):
            watched.page.set_viewport_size({"width": width, "height": 844})
            found = watched.page.evaluate(MEASURE)
            if found["over"] > 0 or found["ran"] or found["foreign"] or found["handlers"]:
                wrong.append((f"{address} at {width} px", found))
            assert set(found["schemes"]) <= SCHEMES, address
            assert len(found["headings"]) == 1, address
    assert wrong == []
    assert watched.strangers(hostile_url) == []
    assert watched.said == []
    assert len(opened) > 150


def test_a_directory_of_any_name_keeps_its_frame(watched: Watched, hostile_site: HostileSite, hostile_url: str) -> None:
    watched.page.goto(hostile_url)
    for width in (390, 1280):
        watched.page.set_viewport_size({"width": width, "height": 844})
        for name in strings()["long"]:
            watched.page.locator(".wp-wordmark span").last.evaluate("(one, name) => { one.textContent = name; }", name)
            assert watched.page.evaluate(MEASURE)["over"] <= 0, (name[:40], width)


@pytest.mark.parametrize("kind", ["groups", "services", "worksheets"])
def test_each_page_says_its_name_as_it_was_typed(
    watched: Watched, hostile_site: HostileSite, hostile_url: str, kind: str
) -> None:
    names = {
        slot[1]: text for slot, text in hostile_site.town.texts.items() if slot[0] == kind and slot[2:] == ("name",)
    }
    assert len(names) > 5
    for number, name in names.items():
        watched.page.goto(f"{hostile_url}{kind}/{kind}-{number}/")
        heading = watched.page.locator("h1").text_content() or ""
        assert " ".join(heading.split()) == " ".join(name.split())


def test_the_finder_shows_what_it_found_as_text(watched: Watched, hostile_site: HostileSite, hostile_url: str) -> None:
    for words in ("script", "<img src=x onerror=ran()>", "onerror", "{{ 7*7 }}", '"><svg', "__proto__", "plain"):
        watched.page.goto(f"{hostile_url}find/#q={quote(words)}")
        expect(watched.page.locator("[data-find][data-ready]")).to_be_attached()
        expect(watched.page.locator("[data-find-list][aria-busy]")).to_have_count(0)
        found = watched.page.evaluate(MEASURE)
        assert (found["ran"], found["foreign"], found["handlers"]) == (0, 0, False), words
        # Highlighting puts marks round words; it must not make anything else.
        rows = watched.page.locator("[data-find-list] .wp-row :is(script, img, svg[onload], style, form)")
        assert rows.count() == 0
    assert watched.strangers(hostile_url) == []
    assert watched.said == []


def test_a_plan_of_hostile_listings_is_text(watched: Watched, hostile_site: HostileSite, hostile_url: str) -> None:
    page: Page = watched.page
    evil = "</script><script>ran()</script><img src=//evil.example/x onerror=ran()>"
    items = [{"id": f"groups-{number}", "kind": "group", "name": evil, "note": evil} for number in range(5)]
    items += [{"id": evil, "kind": evil, "name": evil, "note": evil}]
    plan = {"format": "waypost-plan", "version": 1, "items": items, "matters": evil, "next_step": evil, evil: evil}
    page.goto(f"{hostile_url}plan/")
    page.locator("input[type=file]").set_input_files(
        {"name": "my-plan.json", "mimeType": "application/json", "buffer": json.dumps(plan).encode()}
    )
    expect(page.locator(".wp-plan-item").first).to_be_visible()
    found = page.evaluate(MEASURE)
    assert (found["ran"], found["foreign"], found["handlers"], found["over"]) == (0, 0, False, 0)
    assert watched.strangers(hostile_url) == []


def test_the_heads_of_pages_say_titles_as_text(watched: Watched, hostile_site: HostileSite, hostile_url: str) -> None:
    compared = 0
    for name, title in hostile_site.titles.items():
        if not name.startswith("learn/more-"):
            continue
        watched.page.goto(hostile_url + name.removesuffix(".md") + "/")
        assert " ".join(title.split()) in " ".join(watched.page.title().split()), title
        described = watched.page.locator("meta[name=description]").get_attribute("content") or ""
        assert " ".join(described.split()) == " ".join(title.split())
        compared += 1
    assert compared > 20


def test_json_in_pages_comes_back(watched: Watched, hostile_site: HostileSite, hostile_url: str) -> None:
    names = {
        slot[1]: text for slot, text in hostile_site.town.texts.items() if slot[0] == "groups" and slot[2:] == ("name",)
    }
    for number, name in names.items():
        watched.page.goto(f"{hostile_url}groups/groups-{number}/")
        data = json.loads(watched.page.locator("script[type='application/ld+json']").text_content() or "")
        assert " ".join(name.split()) in set(_texts(data)), name


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
