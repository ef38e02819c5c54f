"""To whom a worksheet owes what: its licence and the sources it builds on.

>>> licence("cc by 4.0")
'CC-BY-4.0'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.base import Part, Refused
from generator.model.text import Line, Summary, as_text
from generator.model.web import WebAddress
from generator.words import say

LICENCES: Mapping[str, str] = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
"""Licences under which a sheet may be copied and adapted, by SPDX id, with the address of their text."""


def licence(value: object) -> str:
    """The SPDX id of an open licence, however its name was typed."""
    text = as_text(value).strip()
    key = re.sub(r"[\s_-]+", "-", text.upper())
    for known in LICENCES:
        if key in (known, known.rsplit("-", 1)[0]):
            return known
    raise Refused(
        "licence",
        say("'{seen}' is not a licence this directory can use.", seen=text[:40]),
        say("Type one under which people may copy and adapt the sheet: {known}.", known=", ".join(LICENCES)),
    )


Licence = Annotated[
    str, BeforeValidator(licence), WithJsonSchema({"type": "string", "enum": list(LICENCES), "examples": ["CC0-1.0"]})
]
"""An open licence by its SPDX id: CC0-1.0, CC-BY-4.0."""


class Source(Part):
    """Something a worksheet builds on, and what it took from it.

    ```yaml
    based_on:
      - name: SAMHSA's working definition of recovery (2012)
        url: https://library.samhsa.gov/product/samhsas-working-definition-recovery/pep12-recdef
        relation: It names the four dimensions. The questions are our own.
    ```
    """

    name: Line
    """What it is called, with its authors and year."""
    url: WebAddress | None = None
    """Where it can be read."""
    relation: Summary
    """What was taken from it, and what was not."""
