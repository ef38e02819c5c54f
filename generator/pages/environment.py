"""The templates of pages, with what they may call: relative links and QR codes."""

from __future__ import annotations

from functools import lru_cache

import segno
from jinja2.runtime import Macro
from markupsafe import Markup

from generator.addresses import Addresses
from generator.language import Language
from generator.templating import environment

MASK = 2
"""Mask pattern of QR codes, as ISO/IEC 18004 numbers them: stripes, which leave no large area of one colour."""


class Templates:
    """Templates of one site: they loop and print, and decide nothing."""

    def __init__(self, language: Language, addresses: Addresses) -> None:
        self._addresses = addresses
        self._environment = environment("generator.pages", language)
        self._environment.globals["link"] = self._link
        self._environment.globals["qr"] = qr_code
        self._environment.globals["again"] = self._again
        self._here = ""
        self._drawn: dict[tuple[object, ...], tuple[object, Markup]] = {}

    def render(self, template: str, path: str, /, **values: object) -> str:
        """The HTML of page `path` from a template and the values it names."""
        # Not in the context: parts that use none are read once, and not again for each page.
        self._here = path
        return self._environment.get_template(template).render(here=path, **values)

    def _again(self, macro: Macro, item: object, path: str, *rest: object) -> Markup:
        """What a macro draws of an item, kept for other pages: it differs only by how one gets from there to `path`."""
        key = macro.name, id(item), self._link(path), rest
        if key not in self._drawn:
            # The item is kept too, so that no other can have its identity.
            self._drawn[key] = item, Markup(macro(item, *rest))  # noqa: S704 - a macro escapes what it is given
        return self._drawn[key][1]

    def _link(self, to: str) -> str:
        return self._addresses.link(self._here, to)


@lru_cache(maxsize=4096)
def qr_code(address: str) -> Markup:
    """A QR code as inline SVG, error level M, sized by its style sheet; its words stand beside it for everybody else."""
    # Which of the eight masks is best takes four fifths of the time; readers undo whichever the code names.
    code = segno.make(address, error="m", micro=False, mask=MASK)
    return Markup(code.svg_inline(border=2, omitsize=True, svgclass="wp-qr__code", lineclass=None))  # noqa: S704
