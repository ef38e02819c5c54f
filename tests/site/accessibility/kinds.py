"""Which pages stand for all: a few of the built site, so chosen that everything the site's pages are made of is on one of them.

No list to keep: a new kind of page, component, field or language that any page has draws a page of its own in here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup


def every_page(site: Path) -> list[str]:
    """The addresses of all pages below the site's own, sorted: `""`, `404.html`, `about/`, …"""
    return sorted(page.relative_to(site).as_posix().removesuffix("index.html") for page in site.rglob("*.html"))


def file_of(site: Path, address: str) -> Path:
    return site / (f"{address}index.html" if address.endswith("/") or not address else address)


def made_of(html: str) -> frozenset[str]:
    """Kind of page, elements, classes, roles, kinds of field, languages, and what scripts and screen readers are told."""
    parts: set[str] = set()
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        parts.add(tag.name)
        parts.update(f"{tag.name}.{name}" for name in tag.get_attribute_list("class") if name)
        parts.update(
            f"[{name}={tag[name]}]" for name in ("role", "type", "lang", "dir", "inputmode") if tag.has_attr(name)
        )
        parts.update(f"[{name}]" for name in tag.attrs if name.startswith(("aria-", "data-")))
    return frozenset(parts)


def fewest(pages: dict[str, frozenset[str]]) -> list[str]:
    """Greedily the fewest pages that have, together, every part that any page has.

    >>> fewest({"a": frozenset("x"), "b": frozenset("xy"), "c": frozenset("z")})
    ['b', 'c']
    """
    left = set().union(*pages.values())
    chosen: list[str] = []
    while left:
        chosen.append(max(pages, key=lambda address: len(pages[address] & left)))
        left -= pages[chosen[-1]]
    return sorted(chosen)


@cache
def of_every_kind(site: Path) -> tuple[str, ...]:
    """The sample that the tests beside this file walk through."""
    made = {page: made_of(file_of(site, page).read_text("utf-8")) | {_where(page)} for page in every_page(site)}
    return tuple(fewest(made))


def _where(address: str) -> str:
    """The first part of an address and its depth, as in `groups/2`: alike in all its parts, a page may have another purpose."""
    parts = [part for part in address.split("/") if part]
    return f"{parts[0] if parts else ''}/{len(parts)}"
