"""Country, time zone and area of an imported directory: as told, or else guessed from its addresses.

A wrong country would show the crisis lines of another country, so where the export leaves a doubt, the person is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict, Unpack

from generator.imports.csv_table import Row
from generator.imports.report import Origin, Report
from generator.model.about import About
from generator.model.crisis import PRESETS
from generator.problems import InputError, Level, Place, Problem
from generator.source.writer import Writable
from generator.words import Words, say

# The zone in which most people of each state or province live.
_ZONES: Mapping[str, Mapping[str, str]] = {
    "US": {
        "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
        "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        "America/Denver": "CO ID MT NM UT WY",
        "America/Phoenix": "AZ",
        "America/Los_Angeles": "CA NV OR WA",
        "America/Anchorage": "AK",
        "Pacific/Honolulu": "HI",
        "America/Puerto_Rico": "PR VI",
    },
    "CA": {
        "America/St_Johns": "NL",
        "America/Halifax": "NB NS PE",
        "America/Toronto": "ON QC",
        "America/Winnipeg": "MB",
        "America/Regina": "SK",
        "America/Edmonton": "AB",
        "America/Vancouver": "BC",
        "America/Whitehorse": "YT",
    },
    "AU": {
        "Australia/Sydney": "ACT NSW",
        "Australia/Melbourne": "VIC",
        "Australia/Brisbane": "QLD",
        "Australia/Adelaide": "SA",
        "Australia/Darwin": "NT",
        "Australia/Perth": "WA",
        "Australia/Hobart": "TAS",
    },
    "GB": {"Europe/London": ""},
    "IE": {"Europe/Dublin": ""},
    "NZ": {"Pacific/Auckland": ""},
}
_ZONE_OF = {
    country: {state: zone for zone, states in zones.items() for state in states.split() or [""]}
    for country, zones in _ZONES.items()
}
_POSTAL_CODE = {
    "US": re.compile(r"\d{5}(?:-\d{4})?"),
    "CA": re.compile(r"[A-Z]\d[A-Z] ?\d[A-Z]\d", re.IGNORECASE),
    "AU": re.compile(r"\d{4}"),
    "GB": re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE),
    "IE": re.compile(r"[A-Z]\d[\dW] ?[A-Z\d]{4}", re.IGNORECASE),
}
_COUNTRIES = {"USA": "US", "UNITED STATES": "US", "UK": "GB", "UNITED KINGDOM": "GB", "CANADA": "CA", "AUSTRALIA": "AU"}
UNNAMED = "Imported directory"
"""What a new directory is called until somebody gives it a name."""
MOST = 0.9
"""Part of the addresses that must lie in one state before it is taken for the directory's own."""


class Told(TypedDict, total=False):
    """What an import is told of the directory; what is left out is read in the source or guessed."""

    name: str
    country: str | None
    time_zone: str | None
    area_served: str | None
    language: str | None


def parts_of(told: Told) -> tuple[str, str | None, str | None, str | None, str | None]:
    """Name, country, time zone, area and language, as far as they were told."""
    return (
        told.get("name") or UNNAMED,
        told.get("country"),
        told.get("time_zone"),
        told.get("area_served"),
        told.get("language"),
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a directory is, and why that was assumed; what was told outright has no reason."""

    country: str
    time_zone: str
    area_served: str
    language: str
    subdivision: str = ""
    reasons: Mapping[str, Words] = field(default_factory=dict)
    """Why, for each field that was guessed."""
    further: Mapping[str, Writable] = field(default_factory=dict)
    """What else the source says of the directory itself, by the names of our fields."""
    crisis: Mapping[str, Writable] = field(default_factory=dict)
    """The crisis lines of the source; where it has none, those of the country are taken."""
    name: str = UNNAMED


def find_setting(
    addresses: Iterable[Row],
    report: Report,
    **told: Unpack[Told],
) -> Setting:
    """The setting, with every guess told to the report; raises `InputError` where nothing can be guessed."""
    name, country, time_zone, area_served, language = parts_of(told)
    rows = list(addresses)
    reasons: dict[str, Words] = {}
    states = Counter(row["state_province"].strip().upper() for row in rows if row["state_province"].strip())
    if country is None:
        country = _country(rows, states)
        reasons["country"] = say("Guessed from the addresses.")
    country = country.strip().upper()
    known_zones = _ZONE_OF.get(country, {})
    (state, times), *_ = states.most_common(1) or [("", 0)]
    is_one_state = state in known_zones and bool(state) and times >= MOST * states.total()
    if time_zone is None:
        time_zone = known_zones.get(state if is_one_state else "")
        if time_zone is None:
            raise _asked(
                "--time-zone",
                say("The export does not say in which time zone its hours are."),
                say("Say it with --time-zone, as in: --time-zone America/Chicago"),
            )
        reasons["time_zone"] = say("Guessed: the export names no time zone.")
    if area_served is None:
        area_served = state if is_one_state else name
        reasons["area_served"] = say("Guessed: the export does not say which area it serves.")
    if language is None:
        language = f"en-{country}" if country in _ZONES else "en"
        reasons["language"] = say("Guessed: the export does not say in which language it is written.")
    values = {"country": country, "time_zone": time_zone, "area_served": area_served, "language": language}
    for guess, reason in reasons.items():
        report.guessed(Origin("resources.yaml", 0, "directory", name), guess, values[guess], reason)
    return Setting(country, time_zone, area_served, language, state if is_one_state else "", reasons, name=name)


def setting_of(
    about: About,
    crisis: Mapping[str, Writable],
    **said: Unpack[Told],
) -> Setting:
    """The setting that a source says outright; what was told counts more.

    Where its name, area or country changes, it keeps the namespace from which its ids are made.
    """
    name, country, time_zone, area_served, language = parts_of(said)
    name = about.name if name == UNNAMED else name
    told: dict[str, Any] = about.model_dump(mode="json", exclude_defaults=True)
    basic = {"name", "country", "time_zone", "area_served", "language", "subdivision", "namespace"}
    further = {field: value for field, value in told.items() if field not in basic}
    now = {"name": name, "country": (country or about.country).strip().upper(),
           "area_served": area_served or about.area_served}  # fmt: skip
    if about.model_copy(update={**now, "namespace": None}).uuid != about.uuid:
        further["namespace"] = str(about.uuid)
    is_same = now["country"] == about.country
    return Setting(
        now["country"],
        time_zone or about.time_zone,
        now["area_served"],
        language or about.language,
        (about.subdivision or "") if is_same else "",
        further=further,
        crisis=crisis if is_same else {},
        name=name,
    )


def tell_of_missing_help(setting: Setting, report: Report) -> None:
    """Say so where neither the source nor anybody here knows the crisis lines of the country."""
    if setting.country not in PRESETS and not setting.crisis:
        report.note(
            say(
                "No crisis lines are known here for {country}: type those of the country under 'crisis:' before you publish.",
                country=setting.country,
            )
        )


def _country(rows: list[Row], states: Counter[str]) -> str:
    codes = {country_code(row["country"]) for row in rows if row["country"].strip()}
    if not codes:
        codes = {country for country in _ZONES if _could_be(country, rows, states)}
    if len(codes) == 1 and all(len(code) == 2 for code in codes):
        return codes.pop()
    raise _asked(
        "--country",
        say("The addresses of the export do not say in which country it is."),
        say("Say it with --country and two letters, as in: --country US"),
    )


def country_code(text: str) -> str:
    """The two letters of a country, where a name or other letters are typed for it.

    >>> country_code("United States"), country_code("gb")
    ('US', 'GB')
    """
    name = text.strip().upper().rstrip(".")
    return _COUNTRIES.get(name, name)


def _could_be(country: str, rows: list[Row], states: Counter[str]) -> bool:
    """Whether all states and nearly all postal codes are of this country, and there are some of each it has."""
    codes = [row["postal_code"].strip() for row in rows if row["postal_code"].strip()]
    pattern = _POSTAL_CODE.get(country)
    known = _ZONE_OF[country]
    if "" not in known and (not states or not set(states) <= set(known)):
        return False
    if pattern is None:
        return "" not in known
    return bool(codes) and sum(bool(pattern.fullmatch(code)) for code in codes) >= MOST * len(codes)


def _asked(option: str, message: Words, hint: Words) -> InputError:
    return InputError([Problem(Place(option), Level.ERROR, "import", message, hint)])
