"""A file's address changes with its contents, and only then."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from generator.stamps import stamps


class Kept:
    def __init__(self, content: bytes) -> None:
        self.content_bytes = content


def test_a_stamp_follows_the_contents_and_nothing_else() -> None:
    files = {"a.css": Kept(b"one"), "b.css": Kept(b"one"), "c.css": Kept(b"two")}
    stamp = stamps(files.get)
    a, b, c = (stamp(name).partition("?v=")[2] for name in files)
    assert a == b == sha256(b"one").hexdigest()[:8]
    assert c not in {a, ""}


def test_a_file_that_is_not_there_has_no_stamp() -> None:
    assert stamps(lambda path: None)("gone.js") == "gone.js"


def test_every_style_and_script_in_the_site_is_named_with_the_stamp_of_its_contents(built_site: Path) -> None:
    named = re.compile(r'<(?:link rel="stylesheet"|script)[^>]*(?:href|src)="([^"]+)"')
    seen = set()
    for page in built_site.rglob("*.html"):
        for address in named.findall(page.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            folder = built_site.parent if parts.path.startswith("/") else page.parent
            file = (folder / parts.path.lstrip("/")).resolve()
            if "/assets/find/" in file.as_posix() and not parts.query:
                continue  # its folder is named by its contents
            stamp = sha256(file.read_bytes()).hexdigest()[:8]
            assert parts.query == f"v={stamp}", (page.name, address)
            seen.add(file)
    assert len(seen) > 15
