"""The pages without MkDocs: `waypost pages` writes them as Markdown, and other generators build a site of them.

The successors are tried where WAYPOST_OTHER_GENERATORS names a folder with their commands (`make other-generators` sets
one up); docs/decisions/0014-after-the-theme.md says what that is for.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import main
from generator.load import load
from generator.site_files import PageFile, Site
from tests.town import TODAY

ROOT = Path(__file__).resolve().parents[2]
FOLDER = os.environ.get("WAYPOST_OTHER_GENERATORS", "")
COMMANDS = {"zensical": ("build", "-f"), "properdocs": ("build", "-q", "-f")}
HERE = [name for name in COMMANDS if FOLDER and shutil.which(name, path=FOLDER)]

SETTINGS = """\
site_name: Lantern Bay
site_url: https://example.org/lantern-bay/
docs_dir: docs
theme: {theme}
"""
# ProperDocs brings no theme of its own; a frame of one line is all that is needed to see the pages.
BARE = "<!doctype html><title>{{ page.title }}</title><main>{{ page.content }}</main>\n"
THEMES = {"zensical": "{}", "properdocs": "{name: null, custom_dir: bare}"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree of pages, with the hand-written ones beside them."""
    docs = tmp_path_factory.mktemp("after") / "docs"
    command = ["pages", "--out", str(docs), "--today", TODAY.isoformat(), "--resources", str(ROOT / "resources.yaml")]
    done = CliRunner().invoke(main, [*command, "--site-url", "https://example.org/lantern-bay/"])
    assert done.exit_code == 0, done.output
    shutil.copytree(ROOT / "content", docs, dirs_exist_ok=True)
    return docs


def test_every_page_of_the_site_is_a_file_of_markdown(written: Path) -> None:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory
    pages = [made for made in Site(loaded.directory, TODAY).files() if isinstance(made, PageFile)]
    assert len(pages) > 100
    for page in pages:
        text = (written / page.path).read_text(encoding="utf-8")
        assert text.startswith("---\ntitle: ")
        head, _, body = text.removeprefix("---\n").partition("\n---\n")
        assert f'kind: "{page.kind}"' in head
        # One block of HTML, which Markdown hands on as it is: an empty line would end it.
        assert re.fullmatch(r"\n<div>\n(?:[^\n]+\n)+</div>\n", body), page.path


if HERE:

    @pytest.mark.parametrize("name", HERE)
    def test_a_successor_builds_every_page_with_its_words_and_links(written: Path, tmp_path: Path, name: str) -> None:
        shutil.copytree(written, tmp_path / "docs")
        (tmp_path / "bare").mkdir()
        (tmp_path / "bare" / "main.html").write_text(BARE, encoding="utf-8")
        settings = tmp_path / "mkdocs.yml"
        settings.write_text(SETTINGS.format(theme=THEMES[name]), encoding="utf-8")
        command = [str(shutil.which(name, path=FOLDER)), *COMMANDS[name], str(settings)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        site = tmp_path / "site"
        missing, broken = [], []
        for page in sorted((tmp_path / "docs").rglob("*.md")):
            address = page.relative_to(tmp_path / "docs").with_suffix("").as_posix()
            folder = address.removesuffix("index").removesuffix("README").rstrip("/")
            made = site / folder / "index.html"
            if not made.is_file():
                missing.append(address)
                continue
            here = BeautifulSoup(made.read_text(encoding="utf-8"), "html.parser")
            there = BeautifulSoup(page.read_text(encoding="utf-8").split("\n---\n", 1)[-1], "html.parser")
            words = there.select_one("h1")
            assert words is None or words.get_text(" ", strip=True) in here.get_text(" ", strip=True), address
            for link in there.select("div a[href]"):
                target = urlsplit(urljoin(f"https://site.example/{folder}/", str(link["href"])))
                file = site / unquote(target.path).lstrip("/")
                if target.netloc == "site.example" and not (file.is_file() or (file / "index.html").is_file()):
                    broken.append((address, link["href"]))
        assert missing == []
        assert broken == []
