"""The windows and settings people read this site with, set on an open page without loading it anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Page, ViewportSize

PHONE = (390, 844)
DESK = (1280, 900)
# WCAG 1.4.10 asks for 320 CSS pixels: a small phone, or 1280 at four times its size (and then only 256 pixels high).
NARROWEST = (320, 640)
ZOOMED = (320, 256)

USUAL_TEXT = 16
DOUBLE_TEXT = 32


@dataclass(frozen=True)
class Setting:
    """One way to read a page; never with motion, since axe would measure colours on their way."""

    viewport: tuple[int, int] = PHONE
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    text: int = USUAL_TEXT


# Each width, each size of text and each scheme of colours, and both schemes in the frame of wide windows.
SETTINGS = {
    "light and 320 wide": Setting(NARROWEST),
    "light desk": Setting(DESK),
    "dark desk": Setting(DESK, scheme="dark"),
    "dark phone, text of double size": Setting(scheme="dark", text=DOUBLE_TEXT),
    "phone with forced colours": Setting(forced="active"),
}


def use(page: Page, setting: Setting) -> None:
    """Read the page with this setting from now on."""
    page.emulate_media(color_scheme=setting.scheme, forced_colors=setting.forced)
    width, height = setting.viewport
    page.set_viewport_size(ViewportSize(width=width, height=height))
    text_size(page, setting.text)


def text_size(page: Page, pixels: int) -> None:
    """The browser's own size of text, as a visitor sets it: lengths in `rem` of media queries follow it too."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
    session.detach()


def open_all(page: Page) -> None:
    """Open whatever can be opened on a page, but for the menu, which would lie over the rest."""
    page.locator("details:not(.wp-menu)").evaluate_all("all => all.forEach(one => { one.open = true })")
