"""The finder's engine in a browser's page, without a site around it: its parts are plain functions of one script."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

PARTS = Path(__file__).resolve().parents[3] / "generator" / "finder" / "scripts"

NAMES = (
    "formsOf slugOf readDirectory entryOf clockOf clockAsked momentAt nextOf whenWords visitorTime choose loosen order originOf distanceTo "
    "kmBetween readState writeState startSearch highlight isWithin meantBy endingsIn openWords"
)


def engine_parts() -> list[Path]:
    """The parts that know nothing of a page, in their order."""
    return sorted(part for part in PARTS.glob("*.js") if part.name < "50")


class Engine:
    """The engine in one page; `directory` there is what was read last."""

    def __init__(self, page: Page) -> None:
        text = "\n".join(part.read_text(encoding="utf-8") for part in engine_parts())
        names = ", ".join(NAMES.split())
        page.evaluate(
            f'text => {{ self.engine = new Function(\'"use strict";\' + text + "\\nreturn {{{names}}};")(); }}', text
        )
        self.page = page

    def read(self, data: Mapping[str, Any], language: str = "en-GB") -> None:
        """Reads an index: what `data.js` holds."""
        self.page.evaluate(
            "([data, language]) => { self.directory = engine.readDirectory(data, language); }", [data, language]
        )

    def run(self, script: str, given: Any = None) -> Any:
        """What a function says in the page, such as `state => engine.choose(directory, clock, state)`."""
        return self.page.evaluate(script, given)
