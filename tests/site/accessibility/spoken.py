"""What a page is to a screen reader: Chromium's own accessibility tree, read like the lines that would be spoken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

SILENT = {"none", "generic", "InlineTextBox", "StaticText", "ListMarker", "LabelText", "Legend", "paragraph"}
PRESSED = {"button", "checkbox", "combobox", "DisclosureTriangle", "link", "searchbox", "textbox"}


@dataclass(frozen=True)
class Part:
    """One thing that is announced, and the groups round it from the outermost."""

    role: str
    name: str
    states: dict[str, Any] = field(compare=False)
    within: tuple[Part, ...] = field(compare=False, default=())

    def is_in(self, role: str) -> bool:
        return any(outer.role == role and outer.name for outer in self.within)


def parts(page: Page) -> list[Part]:
    """All that a screen reader meets on the page as it stands, in its order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return list(_walk(nodes[0], {node["nodeId"]: node for node in nodes}, ()))


def _walk(node: dict[str, Any], nodes: dict[str, Any], within: tuple[Part, ...]) -> Iterator[Part]:
    role = str(node.get("role", {}).get("value", ""))
    if not node.get("ignored") and role not in SILENT:
        states = {state["name"]: state["value"].get("value") for state in node.get("properties", [])}
        part = Part(role, str(node.get("name", {}).get("value", "")), states, within)
        yield part
        within = (*within, part)
    for child in node.get("childIds", []):
        if child in nodes:
            yield from _walk(nodes[child], nodes, within)
