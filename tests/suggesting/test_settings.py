"""The setting `suggest_change`: read with the rest of a project, and refused where it is no address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from generator.site_files import PageFile
from generator.site_reading import SiteReader
from tests.town import town

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)
TOWN = """
groups:
  - {id: tea, name: Tea, summary: Tea., contact: {phones: (207) 555-0142}, schedule: Tuesday 18:30, verified: 2026-11-01}
"""


@dataclass(frozen=True)
class Settings:
    suggest_change: str
    resources: str = "resources.yaml"
    edit_listing: str = ""
    today: object = None
    language: str = ""


def links_at_the_foot(folder: Path, address: str) -> dict[str, str]:
    """Where the links below a listing lead, by their words."""
    town(TOWN, folder)
    site = SiteReader(Settings(address), NOW, None).read(folder, "", folders=True).site
    assert site is not None
    (page,) = (made for made in site.files() if made.path == "groups/tea.md")
    assert isinstance(page, PageFile)
    found = BeautifulSoup(page.html, "html.parser").select(".wp-colophon a")
    return {link.get_text(): str(link["href"]) for link in found}


def test_with_a_form_the_page_offers_the_form_and_the_letter(tmp_path: Path) -> None:
    links = links_at_the_foot(tmp_path, "https://example.org/issues/new")
    assert parse_qs(urlsplit(links["Suggest a change"]).query)["when"] == ["Tuesday 18:30"]
    assert links["Suggest it by email"].startswith("mailto:desk@example.org?")


def test_without_a_form_it_offers_the_letter(tmp_path: Path) -> None:
    links = links_at_the_foot(tmp_path, "")
    assert links["Suggest a change"].startswith("mailto:desk@example.org?")
    assert "Suggest it by email" not in links


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "github.com/our/town", "//example.org/x", "data:text/html,x"]
)
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(ValueError, match=r"^suggest_change: .* is no web address\. Type it with its https://\.$"):
        SiteReader(Settings(address), NOW, None)
