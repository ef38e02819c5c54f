"""Small windows, large text and wide spacing: nothing to scroll sideways, nothing cut or covered, nothing too small to hit.

WCAG 1.4.4 (text of double size), 1.4.10 (320 pixels), 1.4.12 (spacing of text), 2.5.8 (size of what is pressed).
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.site.accessibility.windows import DESK, DOUBLE_TEXT, NARROWEST, PHONE, Setting, open_all, use

WINDOWS = {
    "320 wide": Setting(NARROWEST),
    "phone": Setting(PHONE),
    "desk": Setting(DESK),
    "text of double size on a phone": Setting(PHONE, text=DOUBLE_TEXT),
    "text of double size at a desk": Setting(DESK, text=DOUBLE_TEXT),
}


def faults(page: Page, setting: Setting) -> list[str]:
    """What cannot be read or pressed in this window."""
    use(page, setting)
    # As high as the page, so that everything in it can be asked for by its point; of an endless list the beginning will do.
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    page.set_viewport_size(ViewportSize(width=width, height=min(height, 16_000)))
    found: list[str] = page.evaluate("[...measures.sideways(), ...measures.lost(), ...measures.small()]")
    return found


def test_all_of_a_page_is_seen_and_can_be_pressed(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for address in kinds:
        page.goto(site_url + address)
        open_all(page)
        for name, setting in WINDOWS.items():
            with subtests.test(f"/{address}, {name}"):
                assert faults(page, setting) == []


def test_wide_spacing_of_text_loses_nothing(
    page: Page, site_url: str, kinds: tuple[str, ...], subtests: pytest.Subtests
) -> None:
    for address in kinds:
        page.goto(site_url + address)
        open_all(page)
        page.evaluate("measures.space(true)")
        for name in ("320 wide", "desk"):
            with subtests.test(f"/{address}, {name}"):
                assert faults(page, WINDOWS[name]) == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<p class="wide">one</p>', "the page is"),
        ('<div class="hides"><p class="wide">one two three four five six seven eight nine</p></div>', "cut: <p"),
        ('<p class="short"><a href="#content">one two three four five six seven eight nine ten</a></p>', "cut: <a"),
        ('<div class="box"><p>one</p><div class="over">two</div></div>', "is covered by"),
        ('<div class="box"><p class="wide">one</p></div>', "scrolls sideways"),
        ('<button class="tiny">a</button><button class="tiny">b</button>', "is small and near"),
    ],
)
def test_a_loss_would_be_seen(page: Page, site_url: str, html: str, fault: str) -> None:
    page.goto(site_url + "suggest/")
    page.evaluate(
        """html => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`.wide { width: 2000px; text-align: end } .hides { width: 80px; height: 20px; overflow: hidden }
                .short { width: 90px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
                .box { position: relative; overflow-x: auto } .over { position: absolute; inset: 0; background: red }
                .tiny { min-height: 0; width: 10px; height: 10px; padding: 0; border: 0; font-size: 8px }`);
            document.adoptedStyleSheets = [sheet];
            document.querySelector("main .wp-prose").insertAdjacentHTML("beforeend", html);
        }""",
        html,
    )
    assert fault in " ".join(faults(page, Setting(NARROWEST)))
