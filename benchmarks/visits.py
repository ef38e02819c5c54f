"""Visits to a page as from an old phone: slow line, slow processor, nothing in the cache, a small screen.

The line is `SlowServer`'s; the processor is slowed by Chromium itself, which slows the page's main thread and no worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from benchmarks.slow_server import Sent, SlowServer
from tools.browser import FLAGS, HOW_TO_GET_ONE, find

SLOWER = 4
PHONE = {"width": 390, "height": 844}
PATIENCE = 180_000
POLL = 100
QUIET = 1_000
KEY_BY_KEY = 120
WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Load:
    """How one cold visit went; times in milliseconds from the start of the navigation."""

    seen: float
    """When what was waited for stood on the screen."""
    contentful: float
    """First contentful paint."""
    longest_task: float
    """The longest that the main thread was busy in one piece; 0 if never over 50 ms."""
    sent: Sequence[Sent]
    """Everything that went over the line until the page was quiet."""

    @property
    def wire(self) -> int:
        return sum(response.size for response in self.sent)


@dataclass(frozen=True, slots=True)
class Change:
    """How the page answered one action of the visitor, in milliseconds from the event."""

    first: float
    """Until the first frame with something new in the list."""
    last: float
    """Until the last one."""
    longest_task: float


def chromium(playwright: Playwright) -> Browser:
    """The browser for all visits of a run."""
    path = find()
    if not path:
        raise SystemExit(f"No Chromium was found. To get one:\n{HOW_TO_GET_ONE}")
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


@contextmanager
def visit(browser: Browser, address: str, until: str, *, slower: float = SLOWER) -> Iterator[Page]:
    """A page opened with an empty cache, once `until` (a JavaScript condition) holds and is painted."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, locale="en-US", timezone_id="America/New_York")  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.add_init_script(f"bench.watch('it', () => {until})")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(address, wait_until="commit", timeout=PATIENCE)
        _wait(page, "bench.seen.it")
        yield page
    finally:
        context.close()


def load(
    browser: Browser, server: SlowServer, path: str, until: str, then: Callable[[Page], None] = lambda _: None
) -> Load:
    """One cold visit, watched until the line is quiet; `then` is what the visitor does afterwards."""
    server.sent.clear()
    with visit(browser, server.url + path, until) as page:
        page.wait_for_load_state("networkidle", timeout=PATIENCE)
        page.wait_for_timeout(QUIET)
        seen, contentful, longest = page.evaluate("[bench.seen.it, bench.contentful, bench.longest]")
        sent = tuple(server.sent)
        then(page)
    return Load(seen, contentful, longest, sent)


def change(page: Page, rows: str, link: str, action: str, *, quiet: float = QUIET) -> Change:
    """Press what `action` (a selector) names, and watch the list `rows` with its links; all are selectors."""
    page.evaluate("([rows, link]) => bench.arm(rows, link)", [rows, link])
    page.locator(action).first.click()
    return _settled(page, quiet)


def paste(page: Page, rows: str, link: str, box: str, words: str, *, quiet: float = QUIET) -> Change:
    """Put words into the search box in one go, and watch the list."""
    page.evaluate("([rows, link]) => bench.arm(rows, link)", [rows, link])
    page.locator(box).fill(words)
    page.keyboard.press("End")  # Material looks at the box when a key is let go, and not when its text changes.
    return _settled(page, quiet)


def typed(page: Page, box: str, words: str) -> str:
    """What stands in the box after the words were typed at 120 ms a key."""
    page.locator(box).fill("")
    page.locator(box).press_sequentially(words, delay=KEY_BY_KEY)
    page.wait_for_timeout(QUIET)
    return page.locator(box).input_value()


def _settled(page: Page, quiet: float) -> Change:
    _wait(page, "bench.first")
    page.wait_for_timeout(quiet)
    return Change(*page.evaluate("[bench.first - bench.start, bench.last - bench.start, bench.longest]"))


def _wait(page: Page, value: str) -> None:
    """Until the value is there. Playwright's own wait evaluates text in the page, which a strict policy forbids."""
    for _ in range(PATIENCE // POLL):
        if page.evaluate(value):
            return
        page.wait_for_timeout(POLL)
    raise TimeoutError(f"{value} never came on {page.url}")
