"""The pages that people write and the made pages link: which of them a site lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.addresses import Addresses
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
