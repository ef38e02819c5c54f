"""Every file that a page of the built site asks for, or leads to, is there."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ASKED = {"link": "href", "script": "src", "img": "src", "a": "href", "source": "src", "use": "href"}
# The site stands in a folder of its host; whole addresses of it are those of mkdocs.yml.
ORIGIN = "https://site.test/lantern-bay/"
# The demonstration has its code host there too.
CODE_HOST = ("edit/", "issues/")
HOME = ("https://example.org/lantern-bay/", ORIGIN)


class Asking(HTMLParser):
    """Collects the addresses in one page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get(ASKED.get(tag, ""))
        if address:
            self.addresses.append(address)


def missing(site: Path) -> Iterator[str]:
    for page in sorted(site.rglob("*.html")):
        parser = Asking()
        parser.feed(page.read_text(encoding="utf-8"))
        here = ORIGIN + page.relative_to(site).as_posix().removesuffix("index.html")
        for address in parser.addresses:
            whole = urljoin(here, address)
            start = next((home for home in HOME if whole.startswith(home)), "")
            inside = unquote(urlsplit(whole.removeprefix(start)).path)
            if not start or inside.startswith(CODE_HOST):
                continue
            if not ((site / inside).is_file() or (site / inside / "index.html").is_file()):
                yield f"{page.relative_to(site)}: {address}"


def test_every_file_that_is_asked_for_is_there(built_site: Path) -> None:
    assert list(missing(built_site)) == []


def test_a_missing_file_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link href="nowhere.css?v=1"><a href="./#x">x</a>', encoding="utf-8")
    assert list(missing(tmp_path)) == ["index.html: nowhere.css?v=1"]
