"""Every web address that the directory shows, with the entries it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.base import Part
from generator.model.directory import Directory, everything

HEADS = ("directory", "crisis")


def web_addresses(directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """For each address the fields it stands in, as `groups/tuesday-talkers: contact.website`, in the order of the file."""
    found: dict[str, list[str]] = {}
    for owner, part in _owners(directory):
        for field, address in _inside(part, ""):
            found.setdefault(address, []).append(f"{owner}: {field}")
    return {address: tuple(places) for address, places in found.items()}


def _owners(directory: Directory) -> Iterator[tuple[str, Part]]:
    for head in HEADS:
        yield head, getattr(directory, head)
    for (section, _), part in everything(directory):
        yield f"{section}/{getattr(part, 'id', '')}", part


def _inside(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for one in value:
            yield from _inside(one, path)
    elif isinstance(value, str) and value.lower().startswith(("http://", "https://")) and " " not in value:
        yield path, value
