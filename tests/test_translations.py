"""A site in another language: Spanish from its own catalogue, Arabic from right to left, Welsh until somebody translates."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import date, time
from gettext import NullTranslations
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from generator.cli import main
from generator.language import Language
from generator.load import load
from generator.made import PageFile
from generator.site_files import Site
from generator.words import say_n
from tools.words import PLACE

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)

RESOURCES = """\
directory:
  name: Villa Clara
  area_served: Villa Clara
  country: US
  time_zone: America/New_York
  language: es
  contact: {email: mesa@example.org}
crisis: US
areas:
  - {id: centro, name: Centro}
groups:
  - id: cafe
    name: Café y charla
    summary: Un café entre vecinas y vecinos.
    schedule: [Tuesday 18:30-20:00, 1st and 3rd Monday 10:00-11:30, {when: last Friday 19:00, cancelled: 2026-11-27}]
    location: {name: El Molino, address: 1 Calle Molino, accessibility: [step_free]}
    contact: {email: cafe@example.org}
    joining: drop_in
    cost: free
    verified: 2026-11-01
"""
MKDOCS = f"""\
site_name: Villa Clara
site_url: https://example.org/villa-clara/
docs_dir: content
theme: {{name: material, custom_dir: {(ROOT / "theme_overrides").as_posix()}, font: false}}
plugins:
  - search
  - waypost: {{today: 2026-11-22}}
markdown_extensions: [attr_list, md_in_html, tables]
"""


class Recorder(NullTranslations):
    """Translations that remember what they were asked for and did not have."""

    def __init__(self, real: NullTranslations) -> None:
        super().__init__()
        self.real = real
        self.asked: set[str] = set()
        self.missing: set[str] = set()
        real.add_fallback(_Missing(self.missing))

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return self.real.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked.add(msgid1)
        return self.real.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add(message)
        return self.real.pgettext(context, message)


class _Missing(NullTranslations):
    def __init__(self, missing: set[str]) -> None:
        super().__init__()
        self.missing = missing

    def gettext(self, message: str) -> str:
        self.missing.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.missing.add(msgid1)
        return msgid1

    def pgettext(self, context: str, message: str) -> str:
        self.missing.add(message)
        return message


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (tmp_path / "resources.yaml").write_text(RESOURCES, encoding="utf-8")
    (tmp_path / "content" / "learn").mkdir(parents=True)
    (tmp_path / "content" / "learn" / "index.md").write_text("# Leer\n\nLeer.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """MkDocs counts warnings on its own logger; each test begins with none."""
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    yield
    logger.handlers[:] = before


def site_of(resources: Path, language: str = "") -> Site:
    loaded = load(resources, root=resources.parent, today=TODAY)
    assert loaded.directory
    return Site(loaded.directory, TODAY, site_url="https://example.org/villa-clara/", language_code=language)


def pages_of(site: Site) -> dict[str, BeautifulSoup]:
    return {made.path: BeautifulSoup(made.html, "html.parser") for made in site.files() if isinstance(made, PageFile)}


def built(town: Path) -> Path:
    config = load_config(str(town / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return town / "site"


def soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def words_of(tag: Tag | None) -> str:
    assert tag
    return " ".join(tag.get_text(" ").split())


def test_nothing_that_the_demonstration_says_in_spanish_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Language.load("es")
    recorder = Recorder(real.translations)
    monkeypatch.setattr(Language, "load", lambda _code: Language("es", recorder, real.locale))
    site = site_of(ROOT / "resources.yaml", "es")
    assert len(list(site.files())) > 100
    assert len(recorder.asked) > 300
    # In a bare "{list}" there is nothing to translate.
    assert {sentence for sentence in recorder.missing if re.search(r"\w", PLACE.sub("", sentence))} == set()


def test_a_spanish_listing_says_its_times_in_spanish(town: Path) -> None:
    page = pages_of(site_of(town / "resources.yaml"))["groups/cafe.md"]
    when = words_of(page.select_one(".wp-fact-clock"))
    assert "Todos los martes, de 18:30 a 20:00" in when
    assert "Primer y tercer lunes de cada mes, de 10:00 a 11:30" in when
    assert "Último viernes de cada mes, 19:00" in when
    assert "No hay reunión el 27 de noviembre" in when
    glance = words_of(page.select_one(".wp-glance"))
    assert "Gratis" in glance
    assert "Sin escalones" in glance
    assert "1 de noviembre de 2026" in glance
    assert "español" in glance


def test_a_spanish_week_names_days_and_months_in_spanish(town: Path) -> None:
    page = pages_of(site_of(town / "resources.yaml"))["week.md"]
    days = [words_of(day) for day in page.select(".wp-day-name")]
    assert days[0].startswith("Domingo 22 de noviembre")
    assert days[2].startswith("Martes 24 de noviembre")
    assert "hora oriental" in words_of(page.select_one(".wp-head")).casefold()


def test_help_now_is_spanish_down_to_what_happens_when_one_calls(town: Path) -> None:
    text = words_of(pages_of(site_of(town / "resources.yaml"))["help-now.md"])
    assert "Servicios de emergencia" in text
    assert "marca 2 para español" in text
    assert "Las 24 horas, todos los días" in text
    assert "Envía HOME al 741741" in text


def test_calendars_and_data_for_search_engines_are_spanish(town: Path) -> None:
    files = {made.path: made for made in site_of(town / "resources.yaml").files()}
    calendar = files["calendars/cafe.ics"]
    assert not isinstance(calendar, PageFile)
    unfolded = calendar.content.decode().replace("\r\n ", "")
    assert "Solo ve\\; no hace falta reservar" in unfolded
    assert "Última revisión: 1 de noviembre de 2026." in unfolded
    page = files["groups/cafe.md"]
    assert isinstance(page, PageFile)
    data = json.loads(page.json_ld)
    assert data["inLanguage"] in ("es", ["es"])
    assert "Correo electrónico" in json.dumps(data, ensure_ascii=False)


def test_in_the_united_states_spanish_keeps_the_clock_of_twelve_hours() -> None:
    here, elsewhere = Language.load("es-US"), Language.load("es")
    assert here.time(time(18, 30)).replace("\xa0", " ").replace("\u202f", " ") == "6:30 p.m."
    assert elsewhere.time(time(18, 30)) == "18:30"
    assert [here.say(say_n("{n} listing", "{n} listings", n)) for n in (1, 2)] == ["1 recurso", "2 recursos"]


def test_a_spanish_page_says_that_it_is_spanish(town: Path) -> None:
    page = soup(built(town) / "groups" / "cafe" / "index.html")
    assert page.html
    assert (page.html["lang"], page.html["dir"]) == ("es", "ltr")
    assert [tag.name for tag in page.select("body [lang]")] == [], "one language, said once"
    safety = page.select_one(".wp-safety")
    assert safety
    assert safety["aria-label"] == "Ayuda en una crisis"
    assert "Salir del sitio" in words_of(safety)


@pytest.mark.parametrize(
    ("directory", "option", "page_lang", "direction", "frame_lang"),
    [
        ("es-MX", "", "es-MX", "ltr", ""),
        ("en-US", "es", "en-US", "ltr", "es"),
        ("es", "en-GB", "es", "ltr", "en"),
        ("cy", "", "cy", "ltr", "en"),
        ("ar", "", "ar", "rtl", "en"),
        ("ar", "es", "ar", "rtl", "es"),
        ("hmn", "", "hmn", "ltr", "en"),
    ],
)
def test_the_listings_language_is_the_page_s_and_the_frame_names_its_own_where_it_differs(
    town: Path, directory: str, option: str, page_lang: str, direction: str, frame_lang: str
) -> None:
    (town / "resources.yaml").write_text(RESOURCES.replace("language: es", f"language: {directory}"), encoding="utf-8")
    frame = site_of(town / "resources.yaml", option).frame("index.md", "home")
    assert (frame.language, frame.direction, frame.words_language) == (page_lang, direction, frame_lang)


def test_a_site_without_a_catalogue_marks_its_english_frame(town: Path) -> None:
    (town / "resources.yaml").write_text(RESOURCES.replace("language: es", "language: ar"), encoding="utf-8")
    page = soup(built(town) / "groups" / "cafe" / "index.html")
    assert page.html
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    for part in ("header", "footer", ".wp-safety", ".wp-skip"):
        tag = page.select_one(part)
        assert tag
        assert tag["lang"] == "en", part
    name = page.select_one(".wp-wordmark span")
    assert name
    assert name["lang"] == "ar"


def test_numbers_keep_their_order_among_letters_that_run_from_right_to_left(town: Path) -> None:
    """Unicode Standard Annex 9: between FSI and PDI a number is laid out by itself, from left to right."""
    arabic = RESOURCES.replace("language: es", "language: ar").replace("country: US", "country: AU")
    (town / "resources.yaml").write_text(arabic.replace("crisis: US", "crisis: AU"), encoding="utf-8")
    site = site_of(town / "resources.yaml")
    lifeline = next(way for way in site.frame("index.md", "home").urgent if way.href == "tel:131114")
    assert (lifeline.words, lifeline.short) == ("Call \u206813 11 14\u2069", "\u206813 11 14\u2069")
    numbers = [words_of(tag) for tag in pages_of(site)["help-now.md"].select("bdi.wp-way-number")]
    assert "13 11 14" in numbers


def test_the_command_line_speaks_spanish(town: Path) -> None:
    (town / "resources.yaml").write_text(RESOURCES.replace("18:30", "25:30"), encoding="utf-8")
    arguments = ["check", "--resources", str(town / "resources.yaml"), "--today", "2026-11-22", "--language", "es"]
    told = CliRunner().invoke(main, arguments).output
    assert "no es una hora del día" in told
    assert "Se encontraron 1 error, 0 advertencias y 0 avisos." in told
