"""A site built by the real command from a town whose every text is hostile, and from one whose every text is plain."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.views.paths import HAND_WRITTEN
from tests.conftest import THE_DAY
from tests.hostile.town import PLAIN, HostileTown, each_somewhere, every_string, made, quoted

ROOT = Path(__file__).resolve().parents[2]

MKDOCS = f"""\
site_name: Not yet read
site_url: https://towns.example.org/small-town/
docs_dir: content
theme: {{name: material, custom_dir: {(ROOT / "theme_overrides").as_posix()}, font: false}}
plugins:
  - waypost: {{edit_listing: "https://towns.example.org/edit/{{path}}#L{{line}}", suggest_change: "https://towns.example.org/new"}}
markdown_extensions: [attr_list, md_in_html, tables]
"""


@dataclass(frozen=True)
class HostileSite:
    """A town and the site that was built of it."""

    town: HostileTown
    folder: Path
    titles: dict[str, str]
    """What the hand-written pages are called, by their files."""


def build(town: HostileTown, texts: tuple[str, ...]) -> HostileSite:
    """The site, with hand-written pages that are called by these texts."""
    folder = town.folder
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    titles = dict(zip(HAND_WRITTEN, texts, strict=False))
    more = {f"learn/more-{number}.md": text for number, text in enumerate(texts[len(titles) :])}
    for name, title in {**titles, **more}.items():
        page = folder / "content" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {quoted(title)}\ndescription: {quoted(title)}\n---\n\n"
        page.write_text(f"{head}# Written by hand\n\nWords.\n", encoding="utf-8")
    site = folder / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": THE_DAY},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert "Traceback" not in done.stdout
    return HostileSite(town, site, {**titles, **more})


@pytest.fixture(scope="package")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """Each hostile text stands in some field of a group, a service and a worksheet."""
    town = each_somewhere(every_string(), tmp_path_factory.mktemp("hostile"))
    spoken = tuple(text for text in every_string() if text.isprintable() and text.strip())
    return build(town, spoken[:60])


@pytest.fixture(scope="package")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> HostileSite:
    """The same town in plain words."""
    town = made(tmp_path_factory.mktemp("plain"), 3, lambda slot: PLAIN)
    return build(town, (PLAIN,) * (len(HAND_WRITTEN) + 1))


@pytest.fixture(scope="package")
def hostile_url(serve: Callable[[Path], str], hostile_site: HostileSite) -> str:
    """Where the hostile site is served."""
    return serve(hostile_site.folder)
