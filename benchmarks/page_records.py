"""What the other builders are fed: every page of our own built site, taken apart into its frame and its own words.

    python -m benchmarks.page_records SITE FOLDER

writes into FOLDER:

- `shells.json`: the frames. Each is a list in which text and the names of fields take turns, text first;
- `pages.jsonl`: a line for each page, with the number of its frame and its fields but for the body;
- `bodies/`: what stands in each page's `<main>`, in a file of its own;
- `static/`: styles, scripts, fonts and pictures.

Whoever fills the frames with the fields gets our pages back, byte for byte: so all builders make the same pages.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FIELDS = {
    "description": r'<meta name="description" content="(?P<description>[^"]*)">',
    "canonical": r'<link rel="canonical" href="(?P<canonical>[^"]*)">',
    "title": r"<title>(?P<title>[^<]*)</title>",
    "json_ld": r'<script type="application/ld\+json">(?P<json_ld>.*?)</script>',
    "body": r'<main class="wp-main" id="content" tabindex="-1">(?P<body>.*)</main>',
    "edit": r'<li><a href="(?P<edit>[^"]*)" rel="noreferrer">Edit',
}
"""The places of a page that are its own, in their order; all but the body stand there ready for HTML."""

_FIELD = re.compile("|".join(FIELDS.values()), re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page without its body."""

    path: str
    """Its folder in the site, with a slash at the end; empty for the home page."""
    shell: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Records:
    """Where the pages stand, taken apart."""

    folder: Path

    @property
    def static(self) -> Path:
        return self.folder / "static"

    @property
    def bodies(self) -> Path:
        return self.folder / "bodies"

    def shells(self) -> list[list[str]]:
        found: list[list[str]] = json.loads((self.folder / "shells.json").read_text(encoding="utf-8"))
        return found

    def pages(self) -> Iterator[PageRecord]:
        with (self.folder / "pages.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                yield PageRecord(**json.loads(line))

    def body_file(self, page: PageRecord) -> Path:
        return self.bodies / page.path / "body.html"

    def body(self, page: PageRecord) -> str:
        return self.body_file(page).read_text(encoding="utf-8")


def take_apart(site: Path, folder: Path) -> Records:
    """Take the pages of the built site apart, into this folder."""
    records = Records(folder)
    shutil.rmtree(folder, ignore_errors=True)
    records.bodies.mkdir(parents=True)
    shells: dict[tuple[str, ...], int] = {}
    with (folder / "pages.jsonl").open("w", encoding="utf-8") as lines:
        for file in sorted(site.rglob("index.html")):
            path = file.parent.relative_to(site).as_posix()
            path = "" if path == "." else f"{path}/"
            shell, fields = apart(file.read_text(encoding="utf-8"))
            page = PageRecord(path, shells.setdefault(tuple(shell), len(shells)), fields)
            body = records.body_file(page)
            body.parent.mkdir(parents=True, exist_ok=True)
            body.write_text(fields.pop("body"), encoding="utf-8")
            lines.write(json.dumps(asdict(page)) + "\n")
    (folder / "shells.json").write_text(json.dumps(list(shells)), encoding="utf-8")
    shutil.copytree(site / "assets", records.static / "assets")
    return records


def apart(html: str) -> tuple[list[str], dict[str, str]]:
    """A page's frame, in which text and the names of fields take turns; and the fields.

    >>> apart('<title>Choir</title><main class="wp-main" id="content" tabindex="-1">Sing</main>')[0][1::2]
    ['title', 'body']
    """
    shell, fields, end = [], {}, 0
    for found in _FIELD.finditer(html):
        name = str(found.lastgroup)
        shell += [html[end : found.start(name)], name]
        fields[name] = found[name]
        end = found.end(name)
    return [*shell, html[end:]], fields


def together(shell: Sequence[str], fields: Mapping[str, str]) -> str:
    """The page again.

    >>> together(["<title>", "title", "</title>"], {"title": "Choir"})
    '<title>Choir</title>'
    """
    return "".join(fields[part] if number % 2 else part for number, part in enumerate(shell))


if __name__ == "__main__":
    take_apart(Path(sys.argv[1]), Path(sys.argv[2]))
