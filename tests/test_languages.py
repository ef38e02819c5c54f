"""No word bypasses the catalogue: a site in the pseudo-language has marks on every word that nobody typed."""

from __future__ import annotations

import json
import logging
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from generator.cli import main
from generator.crisis.presets import preset
from generator.exports import calendar_words
from generator.language import PSEUDO, Language
from generator.load import load
from generator.made import PageFile
from generator.model.crisis import PRESETS
from generator.model.json_schema import directory_schema
from generator.site_files import AssetFile, Site, SiteFile
from generator.views import names
from generator.words import Words
from tests.finder.reading import handed_over
from tests.spoken import Known, MarkedLanguage, texts_in_calendar, texts_in_json, texts_of, texts_on, without_marks
from tests.test_cases import ALL, CASES, TODAY

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme_overrides"
SITE_URL = "https://example.org/small-town/"

# With the demonstration they hold every kind of schedule, block and field.
RICH_CASES = ["schedules/every-form", "worksheets/each-kind-of-block", "model/every-field-of-a-group"]

# A town of its own, small, in whose frame everything stands that can stand there.
RESOURCES = """\
directory:
  name: Small Town
  tagline: Somebody near you
  area_served: Small Town
  country: US
  time_zone: America/New_York
  language: en-US
  demo: yes
  licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
  contact: {email: desk@example.org}
crisis: US
groups:
  - id: tea
    name: Tea and Talk
    summary: Hot drinks.
    schedule: Tuesday 18:30-20:00
    location: {name: The Mill, address: 1 Mill Street}
    joining: drop_in
    verified: 2026-11-01
"""
MKDOCS = f"""\
site_name: Small Town
site_url: {SITE_URL}
docs_dir: content
theme: {{name: material, custom_dir: {THEME.as_posix()}, font: false}}
edit_uri_template: https://example.org/edit/{{path}}
plugins:
  - waypost: {{today: 2026-11-22, language: {PSEUDO}, edit_listing: "https://example.org/edit/{{path}}#L{{line}}"}}
markdown_extensions: [attr_list, md_in_html, tables]
nav:
  - Reading room: [learn/index.md, learn/hope.md, learn/rest.md]
"""
WRITTEN_BY_HAND = {"learn/index.md": "All of it", "learn/hope.md": "Hope", "learn/rest.md": "Rest"}

# Files without a word in them.
SILENT = {".woff2"}
# Scripts that say what pages and the index tell them.
SCRIPTS = {"assets/javascripts/find.js", "sw.js"}


@pytest.fixture(autouse=True)
def marked(monkeypatch: pytest.MonkeyPatch) -> Language:
    """A pseudo-language in which only what somebody typed has no marks."""
    pseudo = MarkedLanguage.pseudo()
    monkeypatch.setattr(Language, "pseudo", lambda: pseudo)
    return pseudo


def site_of(resources: Path) -> Site:
    loaded = load(resources, root=resources.parent, today=TODAY)
    assert loaded.directory, resources
    return Site(
        loaded.directory,
        TODAY,
        site_url=SITE_URL,
        places=loaded.places,
        edit_template="https://example.org/edit/{path}#L{line}",
        language_code=PSEUDO,
    )


def read_case(case: Path, folder: Path) -> Path:
    """Lays a case out as its directory includes it; the file to read."""
    shutil.copy(case, folder)
    if case.with_suffix("").is_dir():
        shutil.copytree(case.with_suffix(""), folder / case.stem)
    if case.parent.name == "whole":
        return folder / case.name
    town = (CASES / "town.yaml").read_text(encoding="utf-8")
    (folder / "town.yaml").write_text(f"{town}\ninclude: {case.name}\n", encoding="utf-8")
    return folder / "town.yaml"


def known_to(site: Site) -> Known:
    """What may stand on its pages without marks: the directory's texts, the crisis lines' addresses, holidays' names."""
    return Known([*texts_of(site.directory), *texts_of(site.survey.crisis_lines), *site.survey.holidays.values()])


MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def said_in(made: SiteFile) -> Iterator[tuple[str, str]]:
    """Every text of one file of a site, with the place where it stands."""
    if isinstance(made, PageFile):
        yield from (("title", made.title), ("description", made.description), *texts_on(made.html))
        yield from texts_in_json(json.loads(made.json_ld)) if made.json_ld else ()
    elif made.path.endswith(".ics"):
        yield from texts_in_calendar(made.content.decode())
    elif made.path.startswith("assets/plan/"):
        for row in json.loads(made.content.decode().partition("=")[2].rstrip(";\n")):
            yield from (("plan", words) for words in (row["name"], *row.get("notes", ())))
            # Beside its words a date has its moments, from which a script tells the visitor's own time.
            parts = (part for _, *parts in row.get("dates", ()) for part in parts)
            yield from (("plan", words) for words in parts if not MOMENT.fullmatch(words))
            yield from (("plan", words) for _, words in row.get("facts", ()))
            yield from (("plan", words) for _, words, _, note in row.get("ways", ()) for words in (words, note))
    elif made.path.startswith("assets/find/"):
        yield from (("finder", words) for words in said_in_the_index(made))
    elif made.path == "data/meeting-guide-left-out.json":
        yield from (("left out", row["why"]) for row in json.loads(made.content))
    elif not made.path.startswith("data/") and made.path not in SCRIPTS:
        assert Path(made.path).suffix in SILENT, f"Teach this test to read {made.path}, or name it silent."


def said_in_the_index(made: SiteFile) -> Iterator[str]:
    """The texts of one file of the finder's index; its words are pieces of texts that stand on the pages."""
    assert isinstance(made, AssetFile)
    kind, *_, found = handed_over(made.content)
    if kind == "texts":
        yield from found
    if kind != "data":
        return
    yield from (words for words in found["words"].values())
    for _, name, values in found["facets"]:
        yield from (name, *(words for _, words in values))
    yield from (label for label, *_ in found["places"])
    yield from (label for column in ("price", "note", "extra") for label in found[column]["labels"])
    yield from (label for label, _ in found["checked"]["labels"])
    yield from (slot[4] for slots in found["slots"]["sets"] for slot in slots if len(slot) > 4)


def escaped(said: Iterable[tuple[str, str]], known: Known) -> set[str]:
    return {f"{place}: {words}" for place, text in said for words in known.escaped(text)}


def escaped_from(site: Site) -> set[str]:
    known = known_to(site)
    return {words for made in site.files() for words in escaped(said_in(made), known)}


def test_the_demonstration_says_only_sentences_of_the_catalogue() -> None:
    assert escaped_from(site_of(ROOT / "resources.yaml")) == set()


@pytest.mark.parametrize("case", RICH_CASES)
def test_every_kind_of_field_is_told_in_sentences_of_the_catalogue(case: str, tmp_path: Path) -> None:
    assert escaped_from(site_of(read_case(CASES / f"{case}.yaml", tmp_path))) == set()


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "resources.yaml").write_text(RESOURCES, encoding="utf-8")
    for path, title in WRITTEN_BY_HAND.items():
        page = tmp_path / "content" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {title}\n\n{title}.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """MkDocs counts warnings on its own logger; each test begins with none."""
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    yield
    logger.handlers[:] = before


def preview(town: Path) -> None:
    """What `mkdocs serve` builds."""
    config = load_config(str(town / "mkdocs.yml"), site_dir=str(town / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")


def test_the_frame_says_only_sentences_of_the_catalogue(town: Path) -> None:
    preview(town)
    # The next preview has a mistake to tell, which stands on every page.
    (town / "resources.yaml").write_text(RESOURCES.replace("18:30", "25:30"), encoding="utf-8")
    preview(town)
    quoted = ("resources.yaml", "schedule", "Tuesday 25:30-20:00", "(when)")
    typed = Known([*known_to(site_of_text(town)).texts, *WRITTEN_BY_HAND.values(), "Reading room", *quoted])
    pages = sorted((town / "site").rglob("*.html"))
    assert len(pages) > 14
    text = (town / "site" / "learn" / "hope" / "index.html").read_text(encoding="utf-8")
    assert "wp-problems" in text
    assert "wp-turn" in text
    assert {words for page in pages for words in escaped(texts_on(page.read_text(encoding="utf-8")), typed)} == set()


def site_of_text(town: Path) -> Site:
    (town / "resources.yaml").write_text(RESOURCES, encoding="utf-8")
    return site_of(town / "resources.yaml")


def test_whatever_bypasses_the_catalogue_is_found(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests above prove something only if they fail when a string is not wrapped; here five are unwrapped."""
    assert escaped_from(site_of_text(town)) == set()
    source_of = jinja2.PackageLoader.get_source

    def unwrapped(self: jinja2.PackageLoader, environment: jinja2.Environment, template: str) -> Any:
        source, *rest = source_of(self, environment, template)
        source = source.replace('_("At a glance")', '"At a glance"')
        source = source.replace("{{ _('What you can do') }}", "What you can do")
        source = source.replace("{% trans zone=view.zone %}", "{% set zone = view.zone %}")
        return source.replace("{% trans zone=zone %}", "").replace(
            "All times are local: {{ zone }}.{% endtrans %}", "All times are local: {{ zone }}."
        ), *rest

    monkeypatch.setattr(jinja2.PackageLoader, "get_source", unwrapped)
    monkeypatch.setattr(calendar_words, "say", lambda words, **values: Words("{it}", {"it": words.format(**values)}))
    joining: Mapping[Any, Words] = {key: Words("{it}", {"it": str(words)}) for key, words in names.JOINING.items()}
    monkeypatch.setattr(names, "JOINING", joining)
    assert escaped_from(site_of_text(town)) == {
        "<h2>: At a glance",
        "<ul aria-label>: What you can do",
        "<p>: All times are local:",
        "<bdi>: Just come; no need to book",
        "calendar DESCRIPTION: Just come; no need to book",
        "plan: Just come; no need to book",
        "calendar DESCRIPTION: All about it, with the latest changes:",
        "calendar DESCRIPTION: Last checked on",
    }


# What a problem quotes: fields and fixed answers as they are typed, alone, in a list, or before an example.
SCHEMA = json.dumps(directory_schema())
FIELDS = {*re.findall(r'"([a-z][a-z0-9_]*)"', SCHEMA), "include"}
IDS = {line.id for country in PRESETS for line in preset(country)}


def is_quoted(text: str, typed: str) -> bool:
    """Whether a part of a problem without marks is something typed, or to be typed, letter by letter."""
    plain = text.strip(" '\"-{}.,;()")
    if " ".join(plain.split()).casefold() in " ".join(typed.split()).casefold():
        return True
    key, colon, _example = plain.partition(":")
    is_example = (bool(colon) and key in FIELDS) or bool(re.search(r" \d\d:\d\d$", plain))
    listed = [word.strip(":") for word in re.split(r", | / ", plain)]
    return is_example or all(word in FIELDS | IDS or _is_code(word) or word in typed for word in listed)


def _is_code(word: str) -> bool:
    """Ids, file names, time zones, licences, countries: with a digit, a sign or capitals, as no word of a sentence."""
    return bool(re.search(r"^\S*(\d|[a-z][-_./:][a-zA-Z/])\S*$|^[A-Z]{2}$", word)) or len(word) == 1


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_problems_are_told_in_sentences_of_the_catalogue(case: Path, tmp_path: Path, marked: Language) -> None:
    file = read_case(case, tmp_path)
    typed = "\n".join(path.read_bytes().decode("utf-8", "replace") for path in sorted(tmp_path.rglob("*.yaml")))
    for problem in load(file, root=tmp_path, today=TODAY).problems:
        for words in (problem.message, problem.hint):
            for part in without_marks(marked.say(words)):
                assert is_quoted(part, typed), f"{words}: '{part}' is in no catalogue"


def test_a_part_of_a_problem_that_nobody_typed_is_found() -> None:
    assert is_quoted("location: {address: ...}", "")
    assert is_quoted("active, paused, ended", "")
    assert not is_quoted("is missing", "")
    assert not is_quoted("a day of the week", "summary: One day")


def test_the_command_line_tells_problems_in_the_language_asked_for(town: Path) -> None:
    (town / "resources.yaml").write_text(RESOURCES.replace("18:30", "25:30"), encoding="utf-8")
    arguments = ["check", "--resources", str(town / "resources.yaml"), "--today", "2026-11-22", "--language", PSEUDO]
    lines = CliRunner().invoke(main, arguments).output.splitlines()
    assert len(lines) == 2
    told = re.sub(r"^\S+:\d+:\d+: (.*) \(\S+\)$", r"\1", lines[0])
    assert [part for line in (told, lines[1]) for part in without_marks(line)] == [
        "Tea and Talk",
        "schedule",
        "Tuesday 25:30-20:00",
    ]


def test_styles_and_pictures_of_the_theme_hold_no_words() -> None:
    styles = {path.name: path.read_text(encoding="utf-8") for path in THEME.rglob("*.css")}
    assert len(styles) > 5
    written = {
        (name, content)
        for name, text in styles.items()
        for content in re.findall(r"content:\s*([^;}]*)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
        if any(
            re.search(r"[^\W\d_]", quoted)
            for quoted in re.findall(r"\"([^\"\\]*)\"|'([^'\\]*)'", content)
            for quoted in quoted
        )
    }
    assert written == set()
    for picture in THEME.rglob("*.svg"):
        assert not re.search(r"<(text|title|desc)\b", picture.read_text(encoding="utf-8")), picture


def test_scripts_of_the_theme_take_their_sentences_from_the_page() -> None:
    """A sentence in a script would be two words or more with a capital first; selectors and class names are not."""
    scripts = sorted(THEME.rglob("*.js"))
    assert len(scripts) > 3
    for script in scripts:
        code = re.sub(
            r"^\s*//.*$|\s//\s.*$|/\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        found = [quoted for quoted in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`", code) for quoted in quoted]
        assert [text for text in found if re.match(r"\s*[A-Z][a-z]+ [a-z]+", text)] == [], script
