"""Browsers that keep nothing, or only a little, or will not let go of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.offline.host import Change, Host
from tests.site.offline.steps import (
    GROUP,
    HELP,
    NAME,
    NO_SIGNAL,
    NOTHING,
    PLAN,
    WEEK,
    box,
    keep_pages,
    kept,
    status,
    stored,
)

NO = "() => Promise.reject(new DOMException('no', 'SecurityError'))"
FULL = "() => Promise.reject(new DOMException('full', 'QuotaExceededError'))"

NO_WORKERS = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { return undefined } })"
THROWN_WORKERS = """Object.defineProperty(Navigator.prototype, 'serviceWorker', {
    get() { throw new DOMException('no', 'SecurityError') } })"""
NO_CACHES = "delete window.caches; delete Window.prototype.caches"
REFUSED_WORKER = f"ServiceWorkerContainer.prototype.register = {NO}"
REFUSED_CACHES = f"for (const verb of ['open', 'has', 'keys', 'match', 'delete']) CacheStorage.prototype[verb] = {NO}"


def in_the_worker(script: str) -> Change:
    """The same site, with a worker whose browser is as the script makes it."""

    def change(path: str, content: bytes) -> bytes:
        return script.encode() + b";\n" + content if path.endswith("/sw.js") else content

    return change


@pytest.fixture
def said(page: Page) -> list[str]:
    """Errors that no script caught."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    return errors


@pytest.mark.parametrize("script", [NO_WORKERS, THROWN_WORKERS, NO_CACHES], ids=["none", "throws", "no store"])
def test_where_there_are_no_workers_the_page_offers_nothing_and_works(
    page: Page, host: Host, said: list[str], script: str
) -> None:
    page.add_init_script(script)
    for address in (HELP, PLAN, NO_SIGNAL, GROUP):
        page.goto(host.url + address, wait_until="networkidle")
        expect(page.locator("h1")).to_be_visible()
        expect(box(page)).to_be_hidden()
        expect(page.get_by_role("region", name="Kept on this device")).to_be_hidden()
    assert said == []


@pytest.mark.parametrize("script", [REFUSED_WORKER, REFUSED_CACHES], ids=["worker", "store"])
def test_a_browser_that_refuses_is_said_and_keeps_nothing(page: Page, host: Host, said: list[str], script: str) -> None:
    page.add_init_script(script)
    page.goto(host.url + HELP)
    box(page).click()
    expect(status(page)).to_contain_text(
        "did not let the site keep pages" if script == REFUSED_WORKER else "", timeout=60_000
    )
    page.goto(host.url + PLAN)
    page.get_by_label("What matters to me").fill("Bread")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.locator("[data-plan-status]")).to_contain_text("Everything is forgotten")
    expect(page.get_by_label("What matters to me")).to_have_value("")
    assert said == []


@pytest.mark.parametrize(
    "script",
    [
        f"Cache.prototype.put = {FULL}",
        f"CacheStorage.prototype.open = {FULL}",
        f"CacheStorage.prototype.has = {NO}",
        "throw new Error('not understood')",
        "this is no script",
    ],
    ids=["full", "cannot be opened", "refused", "fails", "broken"],
)
def test_a_worker_that_cannot_keep_the_help_lines_is_not_installed(
    page: Page, host: Host, said: list[str], script: str
) -> None:
    host.change = in_the_worker(script)
    page.goto(host.url + HELP)
    box(page).click()
    expect(status(page)).to_contain_text("did not let the site keep pages", timeout=60_000)
    expect(box(page)).not_to_be_checked()
    assert stored(page) == NOTHING
    assert said == []


def test_a_store_that_fills_up_later_costs_only_what_did_not_fit(page: Page, host: Host) -> None:
    full_for_groups = """
        const { put } = Cache.prototype;
        Cache.prototype.put = function (key, response) {
            const isLate = String(key).includes('/groups/') || String(key).includes('/week/');
            return isLate ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.call(this, key, response);
        }"""
    host.change = in_the_worker(full_for_groups)
    keep_pages(page, host.url)
    page.goto(host.url + GROUP, wait_until="networkidle")
    expect(page.locator("h1")).to_have_text(NAME)
    page.goto(host.url + WEEK)
    expect(page.locator("h1")).to_have_text("This week")
    assert not [url for url in kept(page) if "/groups/" in url or "/week/" in url]
    host.answers = "never"
    page.goto(host.url + HELP)
    expect(page.locator("h1")).to_have_text("Help now")


def test_a_store_that_breaks_later_leaves_the_site_as_it_is_without_one(page: Page, host: Host) -> None:
    breaking = f"""
        setTimeout(() => {{}}, 0);
        addEventListener('activate', () => {{
            for (const verb of ['open', 'has', 'keys', 'delete']) CacheStorage.prototype[verb] = {NO};
        }})"""
    host.change = in_the_worker(breaking)
    keep_pages(page, host.url)
    for address, title in [(GROUP, NAME), (WEEK, "This week"), (HELP, "Help now")]:
        page.goto(host.url + address)
        expect(page.locator("h1")).to_have_text(title)


def test_what_cannot_be_deleted_is_said(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    page.evaluate("() => { CacheStorage.prototype.delete = () => Promise.resolve(false) }")
    box(page).click()
    expect(status(page)).to_contain_text("did not let the page delete everything")
    expect(box(page)).to_be_checked()


def test_broken_copies_do_no_harm(page: Page, host: Host) -> None:
    keep_pages(page, host.url)
    page.evaluate(
        """async (url) => {
            const [name] = (await caches.keys()).filter((name) => name.endsWith(':pages'));
            const pages = await caches.open(name);
            await pages.put(url + 'groups/x/', new Response('<h1><img src=x onerror="window.ran = 1"><script>window.ran = 2</script></h1>'));
            await pages.put(url + 'groups/empty/', new Response(''));
        }""",
        host.url,
    )
    host.answers = "never"
    page.goto(host.url + "groups/none/")
    expect(page.locator("h1")).to_have_text("No signal just now")
    expect(page.get_by_role("region", name="Kept on this device").get_by_role("link").first).to_be_visible()
    assert page.evaluate("window.ran") is None


def test_a_box_unticked_while_pages_are_coming_ends_with_nothing_kept(page: Page, host: Host) -> None:
    page.goto(host.url + HELP)
    box(page).click()
    box(page).click()
    expect(status(page)).to_contain_text("All kept pages are deleted", timeout=60_000)
    expect(box(page)).not_to_be_checked()
    assert stored(page) == NOTHING


def test_stored_plans_of_any_kind_are_no_business_of_the_box(page: Page, host: Host) -> None:
    page.goto(host.url + HELP)
    page.evaluate("() => localStorage.setItem('waypost-plan:/lantern-bay/', '{\"format\":\"waypost-plan\"')")
    keep_pages(page, host.url)
    box(page).uncheck()
    expect(status(page)).to_contain_text("All kept pages are deleted")
    assert page.evaluate("localStorage.length") == 1
