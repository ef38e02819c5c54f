"""Addresses of pages and the links between them, judged by MkDocs' own files and by a browser's rule for links."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.files import File

from generator.addresses import Addresses

NAMES = st.one_of(st.just("index"), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True))
PAGES = st.lists(NAMES, min_size=1, max_size=4).map(lambda steps: "/".join(steps) + ".md")
ASSETS = st.lists(NAMES, min_size=1, max_size=3).map(lambda steps: "/".join(steps) + ".ics")
SITE = "https://example.org/town/"


def as_in_mkdocs(path: str, folders: bool) -> File:
    return File(path, src_dir=None, dest_dir="site", use_directory_urls=folders)


@given(PAGES | ASSETS, st.booleans())
def test_a_page_stands_where_mkdocs_puts_it(path: str, folders: bool) -> None:
    addresses = Addresses(folders)
    judge = as_in_mkdocs(path, folders)
    assert addresses.file(path) == judge.dest_uri
    assert addresses.url(path) == ("" if judge.url == "./" else judge.url)


@given(PAGES, PAGES | ASSETS, st.booleans())
def test_a_link_leads_from_any_page_to_any_other(here: str, to: str, folders: bool) -> None:
    addresses = Addresses(folders)
    link = addresses.link(here, to)
    assert urljoin(SITE + addresses.url(here), link) == SITE + addresses.url(to)
    assert link, "an empty address would be no link at all"
    assert not link.startswith("/"), "a site may stand under any sub-path"


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("path", ["README.md", "about/README.md"])
def test_a_readme_is_the_first_page_of_its_folder_as_in_mkdocs(path: str, folders: bool) -> None:
    assert Addresses(folders).file(path) == as_in_mkdocs(path, folders).dest_uri


@given(PAGES, PAGES, st.booleans())
def test_a_part_of_a_page_is_kept(here: str, to: str, folders: bool) -> None:
    addresses = Addresses(folders)
    assert addresses.link(here, f"{to}#part") == f"{addresses.link(here, to)}#part"


def test_the_page_that_is_shown_anywhere_links_from_the_root() -> None:
    lost = Addresses(root="/town/")
    assert lost.link("404.html", "week.md") == "/town/week/"
    assert lost.link("404.html", "index.md") == "/town/"
    assert Addresses(folders=False, root="/").link("404.html", "week.md#today") == "/week.html#today"
