"""The short name of a group from the short names of its meetings.

>>> base_of("tuesday-talkers-tuesday", "Tuesday Talkers"), base_of("sunday-serenity-14", "Sunday Serenity")
('tuesday-talkers', 'sunday-serenity-14')
>>> base_of("tea-monday-2", "Tea"), base_of("", "Tea and talk")
('tea', 'tea-and-talk')
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.model.text import LONGEST_ID, slug

_DAY_AT_END = re.compile(r"-(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:-\d{1,2})?$")


def series_of(typed: str) -> str:
    """The short name that meetings of one group share, if it is followed by the day; empty if not.

    >>> series_of("tuesday-talkers-tuesday"), series_of("sunday-serenity-14")
    ('tuesday-talkers', '')
    """
    found = _DAY_AT_END.search(typed)
    return typed[: found.start()] if found else ""


def base_of(typed: str, name: str, url: str = "") -> str:
    """The short name without a day of the week at its end; made of the name where there is none.

    A short name of ours that was cut to fit a form stands whole at the end of the page's address.
    """
    base = slug(_DAY_AT_END.sub("", typed)) if typed else slug(name)
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2].removesuffix(".html") if url.isascii() else ""
    is_whole = len(last) <= LONGEST_ID and last.startswith(base) and slug(last) == last and base != slug(typed)
    return last if is_whole else base
