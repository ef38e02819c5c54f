"""What the comparison of builders rests on: pages taken apart and put together, files looked at, words as Markdown."""

from __future__ import annotations

import os
import sys
from html import escape, unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from benchmarks.builders.as_markdown import as_markdown
from benchmarks.builders.hugo import template
from benchmarks.growth_plot import lines_of, plot
from benchmarks.measuring import measured
from benchmarks.page_records import apart, take_apart, together
from benchmarks.written_files import look, written
from generator.site_files import PageFile, Site
from tests.town import TODAY, town

HEAD = '<meta name="description" content="{description}"><title>{title}</title>'
PAGE = HEAD + '<main class="wp-main" id="content" tabindex="-1">{body}</main><footer>100 %</footer>'
words = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=20)


@given(words, words, words)
def test_a_page_taken_apart_is_the_same_page_again(title: str, description: str, body: str) -> None:
    page = PAGE.format(title=escape(title), description=escape(description), body=f"<p>{escape(body)}</p>")
    shell, fields = apart(page)
    assert shell[1::2] == ["description", "title", "body"]
    assert unescape(fields["title"]) == title
    assert together(shell, fields) == page


def test_pages_of_one_kind_share_a_frame(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("a", "b", "c"):
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(PAGE.format(title=name, description=name, body=name))
    (site / "index.html").write_text(PAGE.replace("footer", "aside").format(title="Home", description="", body=""))
    (site / "assets").mkdir()
    records = take_apart(site, tmp_path / "records")
    assert [(page.path, page.shell) for page in records.pages()] == [("a/", 0), ("b/", 0), ("c/", 0), ("", 1)]
    assert [records.body(page) for page in records.pages()] == ["a", "b", "c", ""]


def test_hugo_gets_whole_elements_since_it_would_escape_values_by_their_place() -> None:
    made = template(apart(PAGE.format(title="x", description="x", body="x"))[0])
    assert '{{ printf `<meta name="description" content="%s">` .Params.words | safeHTML }}' in made
    assert "{{ printf `<title>%s</title>` .Params.title | safeHTML }}" in made
    assert "{{ .Content }}</main><footer>100 %</footer>" in made


def test_what_was_written_is_seen_even_with_the_same_bytes(tmp_path: Path) -> None:
    for name in ("kept", "again", "other", "gone"):
        (tmp_path / name).write_text("one")
        os.utime(tmp_path / name, ns=(10**18, 10**18))
    before = look(tmp_path)
    (tmp_path / "again").write_text("one")
    (tmp_path / "other").write_text("two")
    (tmp_path / "new.html").write_text("one")
    (tmp_path / "gone").unlink()
    seen = written(before, look(tmp_path))
    assert (seen.files, seen.written, seen.other, seen.gone, seen.pages) == (4, 3, 2, 1, ("new.html",))


def test_markdown_says_the_words_of_a_page(tmp_path: Path) -> None:
    text = "groups: [{id: tea, name: Tea & *Talk*, summary: 'Come [in]: 1 < 2.', verified: 2026-11-01, "
    text += "contact: {phones: (207) 555-0101}}]\n"
    files = Site(town(text, tmp_path), TODAY).files()
    html = next(file.html for file in files if isinstance(file, PageFile) and file.kind == "listing")
    page = BeautifulSoup(html, "html.parser")
    for unseen in page(["svg", "script", "style", "template", "noscript"]):
        unseen.decompose()
    again = BeautifulSoup(markdown(as_markdown(html)), "html.parser")
    assert again.get_text("").split()
    assert "".join(again.get_text("").split()) == "".join(page.get_text("").split())
    assert [link.get("href") for link in again("a")] == [link.get("href") for link in page("a")]


class TestMeasuring:
    def test_a_command_is_measured_with_all_its_processes(self, tmp_path: Path) -> None:
        busy = "import time, sys; block = bytearray({megabytes} << 20); end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
        both = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy.format(megabytes=80)!r}]); block = bytearray(1 << 20); print('done')"
        found = measured([sys.executable, "-c", both], tmp_path, {})
        assert (found.status, found.told) == (0, "done")
        assert 0.3 <= found.cpu < found.wall * (os.cpu_count() or 1) + 0.1
        assert 80 < found.largest < 200
        assert found.together == 0 or found.together > 20

    def test_the_memory_of_who_measures_is_not_counted(self, tmp_path: Path) -> None:
        ballast = bytearray(300 << 20)
        assert measured([sys.executable, "-I", "-S", "-c", ""], tmp_path, {}).largest < 100 < len(ballast)

    def test_a_command_that_fails_is_told(self, tmp_path: Path) -> None:
        found = measured([sys.executable, "-c", "raise SystemExit('no luck')"], tmp_path, {})
        assert (found.status, found.told) == (1, "no luck")


ROWS = [
    {"name": name, "size": size, "failed": "", "cold": [{"wall": size * rate}]}
    for name, rate in (("ours", 0.001), ("<other>", 0.01))
    for size in (200, 2000)
]


def test_the_plot_says_its_figures_in_words_too() -> None:
    drawn = ET.fromstring(plot(lines_of([*ROWS, {"name": "broken", "size": 200, "failed": "it broke", "cold": []}])))
    space = "{http://www.w3.org/2000/svg}"
    description = str(drawn.findtext(f"{space}desc"))
    assert description == "ours: 0.2 s at 200, 2.0 s at 2,000; <other>: 2.0 s at 200, 20.0 s at 2,000."
    assert drawn.get("aria-labelledby") == "title desc"
    lines = [line.get("points", "").split() for line in drawn.iter(f"{space}polyline")]
    assert [len(points) for points in lines] == [2, 2]
    # Less time stands lower, and ten times as much is as far away everywhere.
    (few, many), (few_other, many_other) = [[float(point.split(",")[1]) for point in points] for points in lines]
    assert few - many == pytest.approx(few_other - many_other, abs=0.2) == pytest.approx(few - few_other, abs=0.2)
    assert few > many > many_other
