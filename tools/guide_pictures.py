"""Take the pictures of the guide "Change a listing in five pictures" anew: `.venv/bin/python tools/guide_pictures.py`.

They show our own pages and the file as it stands, so they are taken again whenever one of the two looks different. The site
is built twice in a folder of its own, before and after the change, and opened in the tests' Chromium.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import FloatRect, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.browser import FLAGS, find  # noqa: E402 - a program among the tools, started from anywhere

PICTURES = ROOT / "content" / "keep" / "pictures"
DAY = "1795359600"  # 22 November 2026, as in the tests
LISTING = "tuesday-talkers"
CHANGES = {
    "schedule: Tuesday 18:30-20:00": "schedule: Tuesday 19:00-20:30",
    "verified: 2026-11-03": "verified: 2026-11-22",
}
TAKEN = ("resources.yaml", "listings", "content", "theme_overrides", "mkdocs.yml")
SETTINGS = """\
INHERIT: mkdocs.yml
use_directory_urls: false
site_url: ""
plugins:
  - waypost:
      edit_listing: https://example.org/edit/{path}#L{line}
      suggest_change: https://example.org/issues/new
      pdf: false
"""
WIDTH, SHARP, MOST = 480, 1.5, 60_000

EDITOR = """\
<!doctype html><meta charset="utf-8"><title>resources.yaml</title>
<style>
  body {{ margin: 0; background: #fff; color: #1f2328; font: 14px/1.5 "DejaVu Sans Mono", Consolas, monospace; }}
  h1 {{ margin: 0; padding: .5em 1em; background: #f0f1f3; border-bottom: 1px solid #d0d4d9; font: 600 14px sans-serif; }}
  p {{ display: grid; grid-template-columns: 3em 1fr; margin: 0; }}
  b {{ padding-right: 1em; color: #6e7781; font-weight: 400; text-align: right; }}
  span {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
  .on {{ background: #fff3c4; box-shadow: inset 4px 0 #8b340c; }}
</style>
<h1>{title}</h1>{lines}"""
ROOM = 14
MARK = "outline: 4px solid #8b340c; outline-offset: 3px; border-radius: 2px"
# A picture in the page becomes WebP in the browser itself: nothing else has to be installed for it.
TO_WEBP = """async (png) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.75).split(",")[1];
}"""


def main() -> int:
    chromium = find()
    if chromium is None:
        print("There is no Chromium here; tools/browser.py says how to get one.", file=sys.stderr)
        return 1
    text = (ROOT / "resources.yaml").read_text(encoding="utf-8")
    changed = _changed(text)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _built(text) as before, _built(changed) as after, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        # Our pages allow no styles but their own; the marks round a link are the picture's.
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 900},
            device_scale_factor=SHARP,
            bypass_csp=True,
            reduced_motion="reduce",
        )
        page = context.new_page()
        _listing(page, before, "1-the-page", "div.wp-fact-where")
        _foot(page, before, "2-the-links")
        _editor(page, text, "3-the-lines", text)
        _editor(page, changed, "4-the-change", text)
        _listing(page, after, "5-the-new-page", "div.wp-fact-where", "div.wp-fact-clock >> nth=0")
        browser.close()
    return 0


def _changed(text: str) -> str:
    """The file with the two lines changed, each below the listing's own id."""
    at = text.index(f"id: {LISTING}")
    head, tail = text[:at], text[at:]
    for old, new in CHANGES.items():
        if old not in tail:
            raise SystemExit(f"{LISTING} has no line '{old}' any more; change CHANGES in this file.")
        tail = tail.replace(old, new, 1)
    return head + tail


@contextmanager
def _built(resources: str) -> Iterator[Path]:
    """The site of this text, without PDFs."""
    with TemporaryDirectory(prefix="waypost-guide-") as name:
        folder = Path(name)
        for taken in TAKEN:
            source = ROOT / taken
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / taken)
        (folder / "resources.yaml").write_text(resources, encoding="utf-8")
        (folder / "guide.yml").write_text(SETTINGS, encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "guide.yml", "-d", "site"],
            cwd=folder,
            check=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"},
        )
        yield folder / "site"


def _listing(page: Page, site: Path, name: str, last: str, *marked: str) -> None:
    page.goto((site / "groups" / f"{LISTING}.html").as_uri())
    for selector in marked:
        page.locator(selector).evaluate(f"tag => tag.style = '{MARK}'")
    _keep(page, name, _from_to(page, ".wp-head", last))


def _foot(page: Page, site: Path, name: str) -> None:
    page.goto((site / "groups" / f"{LISTING}.html").as_uri())
    for words in ("Suggest a change", "Edit this page"):
        link = page.get_by_role("link", name=words, exact=True)
        (link.first if words == "Suggest a change" else link).evaluate(f"tag => tag.style = '{MARK}'")
    _keep(page, name, _from_to(page, ".wp-colophon", ".wp-footer"))


def _from_to(page: Page, first: str, last: str) -> FloatRect:
    """The part of a page from the top of one thing to the end of another, with a little room around."""
    boxes = [box for selector in (first, last) if (box := page.locator(selector).bounding_box())]
    top, end = boxes[0]["y"] - ROOM, boxes[-1]["y"] + boxes[-1]["height"]
    floor = float(page.evaluate("document.documentElement.scrollHeight"))
    return {"x": 0, "y": top, "width": WIDTH, "height": min(end + ROOM, floor) - top}


def _editor(page: Page, text: str, name: str, before: str) -> None:
    """The listing's lines as an editor shows them; the ones that differ from before are marked."""
    rows, old = text.splitlines(), before.splitlines()
    start = next(number for number, row in enumerate(rows) if row.strip() == f"- id: {LISTING}")
    # What stands between is long, and not what this is about.
    later = next(number for number in range(start, len(rows)) if rows[number].strip().startswith("goals:"))
    end = next(number for number in range(later, len(rows)) if not rows[number])
    shown = [_line(number, rows[number], old[number]) for number in (*range(start, start + 3), *range(later, end))]
    shown.insert(3, "<p><b>…</b><span></span></p>")
    page.set_content(EDITOR.format(title="resources.yaml", lines="".join(shown)))
    _keep(page, name, {**_from_to(page, "h1", "p >> nth=-1"), "y": 0})


def _line(number: int, row: str, before: str) -> str:
    return f"<p class='{'on' if row != before else ''}'><b>{number + 1}</b><span>{escape(row)}</span></p>"


def _keep(page: Page, name: str, clip: FloatRect) -> None:
    png = page.screenshot(full_page=True, clip=clip, animations="disabled")
    data = base64.b64decode(page.evaluate(TO_WEBP, base64.b64encode(png).decode()))
    if len(data) > MOST:
        raise SystemExit(f"{name} takes {len(data)} bytes, more than {MOST}.")
    (PICTURES / f"{name}.webp").write_bytes(data)
    print(f"{name}.webp: {clip['width']:.0f} x {clip['height']:.0f}, {len(data)} bytes")


if __name__ == "__main__":
    sys.exit(main())
