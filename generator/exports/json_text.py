"""JSON as bytes: the same data always the same bytes, and one record a line, so that two versions are easy to compare.

>>> print(json_bytes({"made": "2026-11-22", "groups": [{"id": "tea"}, {"id": "walks"}], "services": []}).decode(), end="")
{
"made": "2026-11-22",
"groups": [
{"id": "tea"},
{"id": "walks"}
],
"services": []
}
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def json_bytes(data: Mapping[str, object] | Sequence[object]) -> bytes:
    """The data as a JSON file in UTF-8, with a line for each entry of it and for each record of a list in it."""
    if isinstance(data, Mapping):
        fields = ",\n".join(f"{_one_line(name)}: {_rows(value)}" for name, value in data.items())
        text = f"{{\n{fields}\n}}" if fields else "{}"
    else:
        text = _rows(data)
    # Half a surrogate pair has no form in UTF-8.
    return f"{text}\n".encode("utf-8", "replace")


def _rows(value: object) -> str:
    if not isinstance(value, (list, tuple)) or not value:
        return _one_line(value)
    return "[\n" + ",\n".join(_one_line(row) for row in value) + "\n]"


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
