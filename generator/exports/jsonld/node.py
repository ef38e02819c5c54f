"""A thing of schema.org, and how it is written into a page.

>>> node("Place", name="Alder Street Library", address=None)
{'@type': 'Place', 'name': 'Alder Street Library'}
>>> print(in_script({"name": "</script><b>"}))
{"name":"\\u003c/script\\u003e\\u003cb\\u003e"}
"""

from __future__ import annotations

import json
from collections.abc import Mapping

Node = dict[str, object]

SCHEMA = "https://schema.org/"

# What could end the script element, begin a comment in it, or (the last two) a line in an old JavaScript engine.
_UNSAFE = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def node(kind: str, **properties: object) -> Node:
    """A thing of this type with the properties that hold something, in the order given."""
    filled = {name: value for name, value in properties.items() if value or value is False or value == 0}
    return {"@type": kind, **filled} if filled else {}


def in_script(data: Mapping[str, object]) -> str:
    """The data as JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
