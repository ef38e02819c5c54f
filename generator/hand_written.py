"""The pages that people write: which of them a site lacks, and what the finder is told of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from markdown import Markdown

from generator.addresses import Addresses
from generator.finder import Article
from generator.views.paths import HAND_WRITTEN
from generator.words import Words, say


def missing_pages(files: Collection[str], addresses: Addresses, folder: str) -> Iterator[Words]:
    """One sentence for each page that is linked and not there.

    `files` are the files of the finished site; `folder` is where its hand-written pages are kept.
    """
    for path in HAND_WRITTEN:
        if addresses.file(path) not in files:
            yield say(
                "The site links the page {path}, and nobody has written it. Write {folder}/{path}, or copy it from "
                "the content folder that comes with Waypost and make it your own.",
                path=path,
                folder=folder,
            )


def articles(
    pages: Iterable[tuple[str, str, Mapping[str, Any]]], extensions: Sequence[str], settings: Mapping[str, Any]
) -> list[Article]:
    """What the finder may know of these pages, given by path, Markdown and front matter.

    A page with `search: {exclude: true}` in its front matter is left out.
    """
    found = []
    markdown = Markdown(extensions=list(extensions), extension_configs=dict(settings))
    for path, text, meta in pages:
        search = meta.get("search")
        if isinstance(search, Mapping) and search.get("exclude"):
            continue
        html = markdown.reset().convert(text)
        title = str(meta.get("title") or _first_heading(html) or path)
        found.append(Article(path, title, html, str(meta.get("description") or "")))
    return found


def _first_heading(html: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", found[1])).strip() if found else ""
