"""`make offline`: the site on a memory stick, opened by double click, on a computer that never meets the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import build_site
from tests.site.offline.steps import MADE, box
from tests.site.plan.steps import beside
from tests.site.visitor import overhear

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)')


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `make offline` makes, under a name as sticks have them."""
    return build_site(tmp_path_factory.mktemp("USB STICK (E)") / "Lantern Bay #1", "mkdocs.offline.yml")


@pytest.fixture
def said() -> list[str]:
    """What pages complained about, and what they asked of anything but the stick."""
    return []


@pytest.fixture
def page(browser: Browser, said: list[str]) -> Iterator[Page]:
    """A window on a computer without network; a test fails if a page complained or asked for something elsewhere."""
    with browser.new_context(reduced_motion="reduce", offline=True) as context:
        context.clock.set_fixed_time(MADE)
        yield watched(context, said)
    assert said == []


def watched(context: BrowserContext, said: list[str]) -> Page:
    page = context.new_page()
    overhear(page, said)
    page.on("request", lambda asked: None if urlsplit(asked.url).scheme in {"file", "data"} else said.append(asked.url))
    return page


class Links(HTMLParser):
    """Every address in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in {"href", "src", "data-worker", "data-root"}]


def test_every_address_is_relative_and_leads_to_a_file_that_is_there(stick: Path) -> None:
    pages = [path for path in stick.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 100
    checked = 0
    for path in pages:
        for address in Links(path.read_text(encoding="utf-8")).found:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            target = (path.parent / unquote(parts.path)).resolve()
            assert not parts.path.startswith("/"), (path.name, address)
            assert target.is_file(), (path.name, address)
            assert target.is_relative_to(stick), (path.name, address)
            checked += 1
    assert checked > 5000


def test_no_page_claims_an_address_on_the_web_that_is_not_there(stick: Path) -> None:
    for path in stick.rglob("*.html"):
        assert 'rel="canonical"' not in path.read_text(encoding="utf-8"), path.name


def test_every_page_opens_and_none_complains(page: Page, stick: Path) -> None:
    opened: set[str] = set()
    ahead = [(stick / "index.html").as_uri()]
    while ahead:
        address = ahead.pop()
        if address in opened:
            continue
        opened.add(address)
        page.goto(address, wait_until="domcontentloaded")
        expect(page.locator("h1").first).to_be_visible()
        file = Path(unquote(urlsplit(address).path))
        for link in LINK.findall(file.read_text(encoding="utf-8")):
            path = urlsplit(unescape(link)).path
            if path.endswith(".html") and not urlsplit(link).scheme:
                ahead.append((file.parent / unquote(path)).resolve().as_uri())
    built = {path.as_uri() for path in stick.rglob("*.html")}
    # Nothing leads to these: hosts and workers show the first two, keepers know the address of the third.
    unlinked = {"404.html", "no-signal.html", "keepers/index.html"}
    assert {path.removeprefix(stick.as_uri() + "/") for path in built - opened} <= unlinked


def test_from_the_first_page_one_comes_to_a_group_and_back(page: Page, stick: Path) -> None:
    page.goto((stick / "index.html").as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Atkinson Hyperlegible\"'))")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="This week").first.click()
    expect(page.locator("h1")).to_have_text("This week")
    page.get_by_role("link", name="Tuesday Talkers").first.click()
    expect(page.locator("h1")).to_have_text("Tuesday Talkers")
    page.go_back()
    expect(page.locator("h1")).to_have_text("This week")
    expect(page.locator("[data-print]").first).to_be_visible()


def test_the_finder_finds_on_a_stick(page: Page, stick: Path) -> None:
    page.goto((stick / "find" / "index.html").as_uri())
    page.get_by_role("searchbox").last.fill("knit")
    expect(page.locator("main").get_by_role("link", name="Marsh End Knitters").first).to_be_visible(timeout=15_000)
    page.goto((stick / "find" / "index.html").as_uri() + "?how=online")
    expect(page.get_by_role("checkbox", name="Online").first).to_be_checked()
    page.locator("main li a", has_text="Night Owls").first.click()
    expect(page.locator("h1")).to_contain_text("Night Owls")


def test_a_plan_is_made_and_printed_on_a_stick(page: Page, stick: Path) -> None:
    page.goto((stick / "groups" / "tuesday-talkers.html").as_uri())
    page.get_by_role("button", name="Save to my plan").click()
    plan = beside(page, "Open a plan without keeping it")
    expect(plan.locator(".wp-plan-item")).to_contain_text("Every Tuesday")
    plan.get_by_label("What matters to me").fill("Bread")
    plan.emulate_media(media="print")
    expect(plan.locator("form").get_by_text("Bread").locator("visible=true").first).to_be_visible()
    expect(plan.locator("form .wp-plan-code svg")).to_have_count(0)
    plan.emulate_media(media="screen")
    plan.evaluate("window.print = () => { window.printed = true }")
    plan.get_by_role("button", name="Print my plan").click()
    assert plan.evaluate("window.printed")


def test_a_worksheet_is_filled_in_on_a_stick(page: Page, stick: Path) -> None:
    page.goto((stick / "worksheets" / "my-goal.html").as_uri())
    field = page.locator("main textarea:visible").first
    field.fill("One small thing")
    expect(field).to_have_value("One small thing")


def test_leaving_blanks_the_page_on_a_stick(page: Page, said: list[str], stick: Path) -> None:
    page.goto((stick / "help-now.html").as_uri())
    with page.expect_request("https://www.weather.gov/**"):
        page.get_by_role("link", name="Leave this site").first.click()
    said.clear()


def test_a_stick_offers_to_keep_nothing_and_speaks_of_no_signal(page: Page, stick: Path) -> None:
    for name in ("help-now.html", "plan.html", "no-signal.html"):
        page.goto((stick / name).as_uri())
        expect(page.locator("h1")).to_be_visible()
        expect(box(page)).to_be_hidden()
        expect(page.locator("[data-signal] p:visible")).to_have_count(0)
