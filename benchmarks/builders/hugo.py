"""Hugo, with the form of input in which it is fastest: a file a page, HTML below front matter."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from benchmarks.builders.build import Build, Town, there
from benchmarks.peer_tools import PeerTools

CONFIGURATION = {
    "baseURL": "https://example.org/lantern-bay/",
    "title": "Farrow County",
    "disableKinds": ["taxonomy", "term", "section", "RSS", "404", "robotsTXT"],
    # Pages that are HTML already must be allowed.
    "security": {"allowContent": ["^text/html$"]},
}


def prepare(town: Town, folder: Path, tools: PeerTools) -> Build:
    program = there(tools.hugo)
    (folder / "hugo.json").write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for number, shell in enumerate(town.records.shells()):
        (layouts / f"shell{number}.html").write_text(template(shell), encoding="utf-8")
    content = folder / "content"
    for page in town.records.pages():
        # As a page and not as the list of a section: so every page comes from one of the frames.
        file = content / (f"{page.path.rstrip('/')}.html" if page.path else "_index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        front = {**page.fields, "layout": f"shell{page.shell}", **({"type": "page"} if page.path else {})}
        front["words"] = front.pop("description", "")
        file.write_text(json.dumps(front) + "\n" + town.records.body(page), encoding="utf-8")
    (layouts.parent / "page").symlink_to("_default")
    shutil.copytree(town.records.static, folder / "static")
    return Build(
        "hugo",
        folder,
        [program, "build", "--quiet"],
        site=folder / "public",
        edited=content / f"{town.listing.rstrip('/')}.html",
        environment={"HUGO_CACHEDIR": str(folder / "cache")},
        caches=[folder / "cache", folder / "resources"],
        serve=[program, "server", "--port", "{port}", "--disableFastRender", "--renderToMemory", "--quiet"],
        at="/lantern-bay/",
    )


def template(shell: list[str]) -> str:
    """The frame as a template of Hugo's; the fields are ready for HTML and must come out as they are."""
    parts = []
    for number, part in enumerate(shell):
        if number % 2 == 0:
            parts.append(part)
        elif part == "body":
            parts.append("{{ .Content }}")
        else:
            name = {"description": "words"}.get(part, part)
            parts.append(f"\0{name}\0")
    # Hugo would escape a value by the place it stands at; a whole element it takes as it is.
    whole = re.sub(r"<[^<>]*\0\w+\0[^<>]*>|<(title|script)[^<>]*>\0\w+\0</\1>", _element, "".join(parts))
    assert "\0" not in whole
    return whole


def _element(found: re.Match[str]) -> str:
    name = found[0].split("\0")[1]
    form = re.sub(r"\0\w+\0", "%s", found[0].replace("%", "%%"))
    return f"{{{{ printf `{form}` .Params.{name} | safeHTML }}}}"
