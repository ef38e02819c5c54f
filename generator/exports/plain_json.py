"""Everything in one file of JSON, `data/waypost.json`, with its own JSON Schema, `data/waypost.schema.json`.

The sections and fields are those of resources.yaml, so that another town can read the file with the same rules. What only
those who keep the directory need is left out: accepted warnings, and the first names of contacts and of who checked. Of a
confidential place nothing is told but that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.addresses import Addresses
from generator.exports.json_text import json_bytes
from generator.exports.on_the_web import OnTheWeb
from generator.made import AssetFile
from generator.model.directory import Directory
from generator.model.neighbour import BETWEEN, LONGEST_NAME_IN_IDS
from generator.model.text import ID_PATTERN, LONGEST_ID
from generator.views import paths
from generator.views.source import page_there
from generator.views.survey import Survey

PATH = "data/waypost.json"
SCHEMA_PATH = "data/waypost.schema.json"

VERSION = "1.1"
"""The first number grows when a reader of the old form would stumble, the second when there is something more."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_JOINED = f"^(?:[a-z0-9]+(?:-[a-z0-9]+)*{BETWEEN})?[a-z0-9]+(?:-[a-z0-9]+)*$"
_LEFT_OUT = {"accepted", "verified_by"}

_ONLY_HERE = {
    "format": {"const": "waypost", "description": "What kind of file this is."},
    "version": {"const": VERSION, "description": "The version of this form."},
    "made": {"type": "string", "format": "date", "description": "The day on which the file was made."},
    "site": {"type": "string", "description": "The address of the site; empty if it had none."},
    "pages": {
        "type": "object",
        "additionalProperties": {"type": "string", "format": "uri"},
        "description": "The page of each group, service and worksheet, by its id.",
    },
}

_OF_HISTORY = {
    "changed": {
        "type": "object",
        "additionalProperties": {"type": "string", "format": "date"},
        "description": "The day on which each listing last came to say something else, by its id, as far as that is known.",
    },
}

_OF_NEIGHBOURS = {
    "origins": {
        "type": "object",
        "additionalProperties": {"type": "string", "format": "uri"},
        "description": "Of each listing that a neighbouring directory keeps, its page there. Its id holds `--`, and what stands "
        "before that is the id of the neighbour.",
    },
}


def files(survey: Survey, site_url: str, addresses: Addresses | None = None) -> Iterator[AssetFile]:
    web = OnTheWeb(site_url, addresses or Addresses())
    yield AssetFile(PATH, json_bytes(snapshot(survey, web)))
    yield AssetFile(SCHEMA_PATH, json_bytes(snapshot_schema()))


def snapshot(survey: Survey, web: OnTheWeb) -> Mapping[str, Any]:
    """The whole directory as plain values, each section under the name it has in resources.yaml."""
    directory = survey.directory
    written = directory.model_dump(mode="json", exclude_defaults=True, exclude={"include_directory"})
    told = {name: _told(value) for name, value in written.items()}
    for name in ("groups", "services"):
        for listing in told.get(name, ()):
            if isinstance(listing.get("location"), dict):
                listing["location"] = _place(listing["location"])
    if "locations" in told:
        told["locations"] = [_place(place) for place in told["locations"]]
    # Words as one types them, not the two numbers behind them.
    for sheet, worksheet in zip(told.get("worksheets", []), directory.worksheets, strict=True):
        sheet["minutes"] = str(worksheet.minutes)
    return {
        "$schema": web.url(SCHEMA_PATH) or "waypost.schema.json",
        "format": "waypost",
        "version": VERSION,
        "made": survey.today.isoformat(),
        "site": web.root,
        "pages": {entry.id: web.url(paths.of_entry(entry)) for entry in directory.entries} if web.root else {},
        **_changed(survey),
        **_origins(directory),
        **told,
    }


def _changed(survey: Survey) -> Mapping[str, Any]:
    found = {entry.id: day.isoformat() for entry in survey.directory.entries if (day := survey.changed(entry).last)}
    return {"changed": found} if found else {}


def _origins(directory: Directory) -> Mapping[str, Any]:
    """The page there of each listing that a neighbour keeps."""
    found = {
        entry.id: page
        for entry in directory.listings
        if (neighbour := directory.neighbour_of(entry)) and (page := page_there(entry, neighbour))
    }
    return {"origins": found} if found else {}


def _told(value: Any) -> Any:
    """The value without what is only for those who keep the directory."""
    if isinstance(value, list):
        return [_told(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _without_name(part) if name == "contact" else _told(part)
        for name, part in value.items()
        if name not in _LEFT_OUT
    }


def _without_name(contact: Any) -> Any:
    return {name: part for name, part in contact.items() if name != "name"}


def _place(place: Mapping[str, Any]) -> Mapping[str, Any]:
    if not place.get("confidential"):
        return place
    return {name: place[name] for name in ("id", "confidential") if name in place}


@cache
def snapshot_schema() -> Mapping[str, Any]:
    """The JSON Schema of the file, from the same classes as the directory itself."""
    schema = Directory.model_json_schema(mode="validation")
    properties = {name: part for name, part in schema.pop("properties").items() if name != "include_directory"}
    definitions = {name: part for name, part in schema["$defs"].items() if name != "IncludedDirectory"}
    return {
        "$schema": DIALECT,
        "title": f"Waypost directory as plain JSON, version {VERSION}",
        "description": "A local directory of peer groups, services and self-help worksheets.",
        "type": "object",
        "required": [*_ONLY_HERE, *schema["required"]],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            **_ONLY_HERE,
            **_OF_HISTORY,
            **_OF_NEIGHBOURS,
            **_joined_ids(properties),
        },
        "$defs": _joined_ids(definitions),
    }


def _joined_ids(schema: Any) -> Any:
    """The schema with room for ids of neighbours' listings, which nobody can type."""
    if isinstance(schema, list):
        return [_joined_ids(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("pattern") == ID_PATTERN:
        return {**schema, "pattern": _JOINED, "maxLength": LONGEST_ID + LONGEST_NAME_IN_IDS + len(BETWEEN)}
    return {name: _joined_ids(part) for name, part in schema.items()}
