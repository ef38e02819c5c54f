"""The page round a list: its counts must fit what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.validating.finding import Finding
from generator.words import say

FIELDS = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")


def check(file: str, page: Mapping[str, object]) -> Iterator[Finding]:
    """Everything about a page, except for what stands in it."""
    contents = page["contents"]
    held = len(contents) if isinstance(contents, list) else 0
    told = {name: page.get(name) for name in FIELDS}
    for name, value in told.items():
        wanted = bool if name in {"first_page", "last_page", "empty"} else int
        if type(value) is not wanted:
            message = say("A page says its {field} here, as yes or no (true, false).", field=name)
            if wanted is int:
                message = say("A page says its {field} here, as a whole number.", field=name)
            yield Finding(file, "page", name, "page", message)
            return
    total, pages, number = int(str(told["total_items"])), int(str(told["total_pages"])), int(str(told["page_number"]))
    right: dict[str, object] = {
        "size": held,
        "empty": not held,
        "first_page": number == 1,
        "last_page": number >= pages,
    }
    for name, value in right.items():
        if told[name] != value:
            message = say("'{seen}' does not fit the page: '{right}' does.", seen=str(told[name]), right=str(value))
            yield Finding(file, "page", name, "page", message)
    if total < held:
        yield Finding(file, "page", "total_items", "page", say("The page holds more than there is said to be."))
    if not 1 <= number <= max(pages, 1):
        yield Finding(file, "page", "page_number", "page", say("There is no page of this number."))
