"""The model as one JSON Schema, so that an editor completes and checks `resources.yaml` while one types.

Editors read YAML by the 1.2 core schema: a bare 988 is a number there and a bare yes is a text. Waypost keeps both as typed,
so the schema allows them wherever our own reader does.
"""

from __future__ import annotations

from typing import Any

from generator.model.directory import Directory

DIALECT = "http://json-schema.org/draft-07/schema#"
"""yaml-language-server and most editors speak draft 7; nothing here needs more."""

INCLUDE = {
    "description": "Further files to read, by name or pattern: listings/*.yaml. They must lie in the project's folder.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    "examples": [["listings/*.yaml"]],
}


def directory_schema() -> dict[str, Any]:
    """The schema of `resources.yaml` and, since every section may stand alone there, of the files it includes."""
    schema = _for_editors(Directory.model_json_schema(mode="validation"))
    schema["properties"]["include"] = INCLUDE
    # What was taken in is no field that anybody types.
    schema["properties"].pop("neighbours")
    schema["definitions"].pop("Neighbour")
    # An included file holds only some of the sections; what the whole must have is told by `waypost check`.
    schema.pop("required", None)
    return {"$schema": DIALECT, **schema, "title": "Waypost directory"}


def _for_editors(node: Any) -> Any:
    if isinstance(node, list):
        return [_for_editors(child) for child in node]
    if not isinstance(node, dict):
        return node
    made = {("definitions" if key == "$defs" else key): _for_editors(child) for key, child in node.items()}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].replace("#/$defs/", "#/definitions/")
        # In draft 7 whatever stands beside a reference is ignored, help text included.
        if len(made) > 1:
            reference = made.pop("$ref")
            made["allOf"] = [{"$ref": reference}]
    if made.get("type") == "boolean":
        made.pop("type")
        made["enum"] = [True, False, "yes", "no"]
    if made.get("type") == "array":
        return _one_or_list(made)
    if made.get("default", ...) is None:
        made.pop("default")
    return made


def _one_or_list(array: dict[str, Any]) -> dict[str, Any]:
    """A list may also be one value typed alone; what is said of the list stays with the field."""
    outside: dict[str, Any] = {
        key: array.pop(key) for key in ("title", "description", "default", "examples") if key in array
    }
    if "items" not in array:
        return {**outside, **array}
    return {**outside, "anyOf": [array["items"], array]}
