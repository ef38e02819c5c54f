"""The site as MkDocs users know it: strict builds, a broken file, a preview that stays up."""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.load import load
from generator.site_files import Site
from generator.views.paths import HAND_WRITTEN
from tests.town import TODAY

ROOT = Path(__file__).resolve().parent.parent

RESOURCES = """\
directory:
  name: Small Town
  area_served: Small Town
  country: US
  time_zone: America/New_York
  language: en-US
  contact: {email: desk@example.org}
crisis: US
include: [more/*.yaml]
groups:
  - id: tea
    name: Tea and Talk
    summary: Tea and talk.
    schedule: Tuesday 18:30-20:00
    location: {name: The Mill, address: 1 Mill Street}
    joining: drop_in
    verified: 2026-11-01
"""
MORE = """\
services:
  - id: advice
    name: Advice
    summary: Somebody to ask.
    contact: {phones: (207) 555-0101}
    schedule: by appointment
    verified: 2026-11-01
"""
MKDOCS = f"""\
site_name: Not yet read
site_url: https://example.org/small-town/
docs_dir: content
theme: {{name: material, custom_dir: {(ROOT / "theme_overrides").as_posix()}, font: false}}
plugins:
  - waypost: {{today: 2026-11-22, pdf: false, edit_listing: "https://example.org/edit/{{path}}#L{{line}}"}}
markdown_extensions: [attr_list, md_in_html, tables]
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town's own repository, with the pages that people write."""
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "resources.yaml").write_text(RESOURCES, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "services.yaml").write_text(MORE, encoding="utf-8")
    (tmp_path / "content" / "learn").mkdir(parents=True)
    (tmp_path / "content" / "learn" / "hope.md").write_text("# Hope\n\nSee [the week](../week.md).\n", encoding="utf-8")
    for page in HAND_WRITTEN:
        (tmp_path / "content" / page).parent.mkdir(exist_ok=True)
        (tmp_path / "content" / page).write_text("# Written by hand\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """MkDocs counts warnings on its own logger; each test begins with none."""
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    yield
    logger.handlers[:] = before


def config_of(town: Path, **changes: Any) -> MkDocsConfig:
    return load_config(str(town / "mkdocs.yml"), **changes)


def built(town: Path, **changes: Any) -> Path:
    config = config_of(town, **changes)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return town / "site"


def test_a_town_gets_its_pages(town: Path) -> None:
    site = built(town)
    page = (site / "groups" / "tea" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Tea and Talk</h1>" in page
    assert '<link rel="canonical" href="https://example.org/small-town/groups/tea/">' in page
    assert "https://example.org/edit/resources.yaml#L11" in page
    assert "https://example.org/edit/more/services.yaml#L2" in (site / "services/advice/index.html").read_text("utf-8")
    assert "Small Town" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "sitemap.xml").read_text(encoding="utf-8").count("<loc>") >= 10


def test_nothing_is_written_into_the_content(town: Path) -> None:
    before = sorted(path.relative_to(town) for path in (town / "content").rglob("*"))
    built(town)
    assert sorted(path.relative_to(town) for path in (town / "content").rglob("*")) == before


def test_a_broken_file_fails_with_all_its_mistakes_and_leaves_the_last_site(
    town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = built(town)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    broken = RESOURCES.replace("18:30-20:00", "25:00-26:00").replace("joining: drop_in", "joining: dropin_")
    (town / "resources.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(Abort):
        built(town)
    told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert any("resources.yaml:14:15: Tea and Talk" in line for line in told)
    assert any("resources.yaml:16:14: Tea and Talk" in line for line in told)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in town.iterdir()) == [
        ".cache",
        "content",
        "mkdocs.yml",
        "more",
        "resources.yaml",
        "site",
    ]


def test_a_curator_s_slip_is_a_warning_and_fails_only_a_strict_build(town: Path) -> None:
    site = built(town)
    before = (site / "index.html").read_bytes()
    slip = RESOURCES.replace("    schedule: Tuesday", "    attending: online\n    schedule: Tuesday")
    (town / "resources.yaml").write_text(slip.replace("Small Town", "Other Town"), encoding="utf-8")
    with pytest.raises(Abort):
        built(town, strict=True)
    assert (site / "index.html").read_bytes() == before, "a failed build leaves the last good site"
    built(town)
    assert b"Other Town" in (site / "index.html").read_bytes()


def test_what_only_time_brings_about_does_not_stop_a_strict_build(town: Path) -> None:
    (town / "resources.yaml").write_text(RESOURCES.replace("2026-11-01", "2024-11-01"), encoding="utf-8")
    page = built(town, strict=True) / "groups" / "tea" / "index.html"
    assert "Not checked lately" in page.read_text(encoding="utf-8")


def test_while_serving_the_last_good_directory_stays_up_and_says_what_to_mend(town: Path) -> None:
    config = config_of(town, site_dir=str(town / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    assert str(town / "resources.yaml") in config.watch
    assert str(town / "more" / "services.yaml") in config.watch

    (town / "resources.yaml").write_text(RESOURCES.replace("18:30", "25:30"), encoding="utf-8")
    again = config_of(town, site_dir=str(town / "preview"))
    assert again.plugins["waypost"] is config.plugins["waypost"], "MkDocs keeps the plugin while it serves"
    build(again, serve_url="http://127.0.0.1:8000/")
    page = (town / "preview" / "groups" / "tea" / "index.html").read_text(encoding="utf-8")
    assert "6:30" in page, "the last good time"
    assert "resources.yaml:14:15: Tea and Talk" in page, "and what is wrong with the new one"

    (town / "resources.yaml").write_text(RESOURCES.replace("18:30", "17:30"), encoding="utf-8")
    build(config_of(town, site_dir=str(town / "preview")), serve_url="http://127.0.0.1:8000/")
    page = (town / "preview" / "groups" / "tea" / "index.html").read_text(encoding="utf-8")
    assert "5:30" in page
    assert "resources.yaml:14:15" not in page


def test_a_preview_watches_the_folder_where_a_further_file_may_come_to_match(town: Path) -> None:
    (town / "beside.yaml").write_text("goals: []\n", encoding="utf-8")
    (town / "data").mkdir()
    (town / "data" / "goals.yaml").write_text("goals: []\n", encoding="utf-8")
    included = "include: [more/*.yaml, beside.yaml, data/*.yaml]"
    (town / "resources.yaml").write_text(RESOURCES.replace("include: [more/*.yaml]", included), encoding="utf-8")
    config = config_of(town, site_dir=str(town / "data" / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    assert str(town / "more") in config.watch
    assert str(town / "beside.yaml") in config.watch
    assert str(town) not in config.watch, "the whole project holds much that is no listing"
    assert str(town / "data") not in config.watch, "each build would set off the next"


def test_while_serving_mistakes_are_said_in_the_site_s_language(town: Path, caplog: pytest.LogCaptureFixture) -> None:
    # The marked language shows which words went through the catalogue, whatever has been translated.
    text = MKDOCS.replace("today:", "language: en-XA, today:")
    (town / "mkdocs.yml").write_text(text, encoding="utf-8")
    config = config_of(town, site_dir=str(town / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    (town / "resources.yaml").write_text(RESOURCES.replace("drop_in", "dropin_"), encoding="utf-8")
    build(config_of(town, site_dir=str(town / "preview")), serve_url="http://127.0.0.1:8000/")
    page = (town / "preview" / "groups" / "tea" / "index.html").read_text(encoding="utf-8")
    [logged] = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    marked = "' is not one of the answers here.⟧"
    assert marked in logged
    assert marked in unescape(page)


@pytest.mark.parametrize("language", ["es", "es-MX", "pt-BR", "cy"])
def test_pages_name_the_site_s_language(town: Path, language: str) -> None:
    elsewhere = RESOURCES.replace("en-US", language).replace(", address: 1 Mill Street", "")
    (town / "resources.yaml").write_text(elsewhere, encoding="utf-8")
    assert f'<html lang="{language}"' in (built(town) / "index.html").read_text(encoding="utf-8")


def test_the_finder_finds_pages_that_people_wrote_but_not_those_kept_out(town: Path) -> None:
    (town / "content" / "learn" / "hidden.md").write_text(
        "---\ntitle: Hidden\nsearch:\n  exclude: true\n---\n\nMarigold.\n", encoding="utf-8"
    )
    (town / "content" / "learn" / "found.md").write_text(
        "---\ndescription: What was found.\n---\n\n# A *real* find\n\nBuddleia.\n", encoding="utf-8"
    )
    [folder] = (built(town) / "assets" / "find").iterdir()
    index = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert '"A real find"' in index["data.js"]
    assert '"learn/found/"' in index["data.js"]
    assert '"What was found."' in index["texts-0.js"]
    assert " buddleia " in index["vocabulary.js"]
    assert not any("hidden" in text.lower() or "marigold" in text for text in index.values())


def test_no_script_of_the_theme_beneath_is_published(town: Path) -> None:
    scripts = {path.relative_to(town / "site").as_posix() for path in built(town).rglob("*.js")}
    assert not {path for path in scripts if "bundle" in path or "worker" in path or "lunr" in path}
    assert "assets/javascripts/find.js" in scripts


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("language: klingon", "language: 'klingon' is not a language"),
        ("today: tomorrow", "today: 'tomorrow' is not a day. Type year, month and day"),
        ('today: "2026-02-30"', "today: '2026-02-30' is not a day. Type year, month and day"),
    ],
)
def test_an_option_that_cannot_be_meant_is_one_plain_sentence(
    town: Path, option: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    text = re.sub(r"waypost: \{.*\}", f"waypost: {{{option}}}", MKDOCS)
    (town / "mkdocs.yml").write_text(text, encoding="utf-8")
    # MkDocs makes an Abort of a plugin's own error, and a traceback of any other.
    with pytest.raises(Abort):
        built(town)
    [line] = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert line.startswith(told)
    assert "\n" not in line


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_an_impossible_source_date_epoch_is_one_plain_sentence(
    town: Path, epoch: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (town / "mkdocs.yml").write_text(MKDOCS.replace("today: 2026-11-22, ", ""), encoding="utf-8")
    with pytest.raises(Abort):
        built(town)
    [line] = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert line.startswith(f"SOURCE_DATE_EPOCH: '{epoch}' is not a number of seconds")


def test_a_build_judges_by_the_day_in_the_directory_s_own_zone(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # 20:00 on 22 November in Greenwich is 09:00 on the 23rd in Auckland, where somebody has just checked a listing.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795377600")
    (town / "mkdocs.yml").write_text(MKDOCS.replace("today: 2026-11-22, ", ""), encoding="utf-8")
    there = RESOURCES.replace("America/New_York", "Pacific/Auckland").replace("2026-11-01", "2026-11-23")
    (town / "resources.yaml").write_text(there, encoding="utf-8")
    page = built(town, strict=True) / "groups" / "tea" / "index.html"
    assert "November 23, 2026" in page.read_text(encoding="utf-8")


def test_a_page_that_is_linked_and_was_removed_fails_a_strict_build(
    town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    built(town, strict=True)
    assert "nobody has written it" not in caplog.text
    (town / "content" / "learn" / "values.md").unlink()
    with pytest.raises(Abort):
        built(town, strict=True)
    [line] = [record.getMessage() for record in caplog.records if "nobody has written it" in record.getMessage()]
    assert "learn/values.md" in line
    assert "Write content/learn/values.md" in line


def test_a_page_may_be_written_as_the_readme_of_its_folder(town: Path) -> None:
    (town / "content" / "learn" / "index.md").rename(town / "content" / "learn" / "README.md")
    page = built(town, strict=True) / "learn" / "index.html"
    assert "Written by hand</h1>" in page.read_text(encoding="utf-8")


def test_every_page_that_is_linked_by_name_is_made_or_known_as_hand_written() -> None:
    loaded = load(ROOT / "resources.yaml", root=ROOT, today=TODAY)
    assert loaded.directory
    made = {file.path for file in Site(loaded.directory, TODAY).files()}
    assert set(named_pages()) - made == set(HAND_WRITTEN)


def named_pages() -> Iterator[str]:
    """Each page that a template links or a line of the views and pages names."""
    for template in (ROOT / "generator").rglob("*.jinja"):
        yield from re.findall(r"link\('([^']+\.md)'\)", template.read_text(encoding="utf-8"))
    for room in ("views", "pages"):
        for code in (ROOT / "generator" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(code.read_text(encoding="utf-8"))):
                # Pieces of an f-string are no whole names.
                if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z][a-z/-]*\.md", str(node.value)):
                    yield str(node.value)


@pytest.mark.parametrize("slip", ["", "    attending: online\n"])
def test_a_strict_build_leaves_no_counter_behind(town: Path, slip: str) -> None:
    (town / "resources.yaml").write_text(
        RESOURCES.replace("    schedule: Tuesday", f"{slip}    schedule: Tuesday"), encoding="utf-8"
    )
    before = list(logging.getLogger("mkdocs").handlers)
    try:
        built(town, strict=True)
    except Abort:
        assert slip
    assert logging.getLogger("mkdocs").handlers == before


def test_an_edit_link_holds_with_a_name_of_any_letters(town: Path) -> None:
    (town / "more" / "services.yaml").rename(town / "more" / "advice & help #1.yaml")
    page = (built(town) / "services" / "advice" / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/edit/more/advice%20%26%20help%20%231.yaml#L2" in page


def test_an_option_that_does_not_exist_is_named(town: Path) -> None:
    text = MKDOCS.replace("today:", "todya:")
    (town / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(Abort), Logged("todya"):
        config_of(town, strict=True)


class Logged:
    """Holds that MkDocs said a word."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.said: list[str] = []

    def __enter__(self) -> None:
        self.handler = logging.Handler()
        self.handler.emit = lambda record: self.said.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger("mkdocs").addHandler(self.handler)

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self.handler)
        assert any(self.word in line for line in self.said)


def test_switched_off_it_leaves_the_site_alone(town: Path) -> None:
    (town / "mkdocs.yml").write_text(
        "site_name: Plain\ndocs_dir: content\ntheme: mkdocs\nplugins: [{waypost: {enabled: false}}]\n", encoding="utf-8"
    )
    site = built(town)
    assert not (site / "groups").exists()
    assert (site / "learn" / "hope" / "index.html").exists()
