"""What tests share: a Chromium, the repository's own site built once, and a server for it.

A test that opens pages asks for `page` (or for `browser`, to make its own) and `site_url`:

    def test_the_title_is_there(page, site_url):
        page.goto(site_url)
        assert page.title()

Where no Chromium is to be had such tests are left out, and the last lines say so. With WAYPOST_REQUIRE_ALL set, nothing
may be left out: each skipped test fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.browser import FLAGS, HOW_TO_GET_ONE, find

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

ROOT = Path(__file__).resolve().parent.parent

# A slow machine is no mistake of the code.
settings.register_profile("waypost", deadline=None)
settings.load_profile("waypost")

# The demonstration is built as on Sunday, 22 November 2026, at ten in the morning of its town.
THE_DAY = "1795359600"

NO_BROWSER = "no Chromium was found"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one, the test that asks is skipped."""
    path = find()
    if path is None:
        pytest.skip(NO_BROWSER)
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A real Chromium without a window; for a page with settings of its own: `browser.new_context(...)`, and close it.

    Each of its visitors reads at the moment when the demonstration is built, whatever day the tests run on; a test of
    another moment sets `context.clock` or `page.clock` itself.
    """
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        open_context = browser.new_context

        def on_the_day(**settings: Any) -> BrowserContext:
            context = open_context(**settings)
            context.clock.set_fixed_time(datetime.fromtimestamp(int(THE_DAY), UTC))
            return context

        patch.setattr(browser, "new_context", on_the_day)
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a visitor who was never here before."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the repository's own site, built strictly, once for all tests; nobody may write into it."""
    # One folder down, so that `site_url` serves it under the sub-path that mkdocs.yml names, as many free hosts do.
    return build_site(tmp_path_factory.mktemp("host") / "lantern-bay")


def build_site(site: Path, settings: str = "mkdocs.yml") -> Path:
    """Build the repository's own site on the tests' day into a folder that is not there yet, which is returned."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", settings, "--site-dir", str(site)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": THE_DAY},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{done.stdout}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on this machine for the rest of the run: `serve(folder)` is its address, with a slash at the end."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(_served(folder))


@pytest.fixture(scope="session")
def site_url(serve: Callable[[Path], str], built_site: Path) -> str:
    """The address of `built_site`, under a sub-path and with a slash at the end."""
    return f"{serve(built_site.parent)}{built_site.name}/"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _nothing_left_out((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _nothing_left_out((yield))


def _nothing_left_out(report: Report) -> Report:
    expected_to_fail = hasattr(report, "wasxfail")
    if report.skipped and not expected_to_fail and os.environ.get("WAYPOST_REQUIRE_ALL"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"Left out, though WAYPOST_REQUIRE_ALL is set. {reason}"
    return report


# The outermost, so that it has the last word before the closing line.
@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    yield
    left_out = [report for report in terminalreporter.stats.get("skipped", []) if NO_BROWSER in str(report.longrepr)]
    if left_out:
        terminalreporter.section("not everything was run", yellow=True)
        terminalreporter.line(f"Tests left out, because {NO_BROWSER}: {len(left_out)}. To run them too:")
        terminalreporter.line(HOW_TO_GET_ONE)
