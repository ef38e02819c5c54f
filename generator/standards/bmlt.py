"""Codes of BMLT, the Basic Meeting List Toolbox: formats of meetings, as servers ship them.

A server may give its letters another meaning, so a code is sure only where the export brings its own list of formats with the
name that all servers share (`world_id`).
"""

from __future__ import annotations

from collections.abc import Mapping

ACCESS: Mapping[str, str] = {
    "WCHR": "step_free",
}
"""Access needs by the name that all servers share."""

LANGUAGES: Mapping[str, str] = {"ESP": "es", "ASL": "ase"}

AUDIENCES: Mapping[str, str] = {"W": "Women", "M": "Men", "Y": "Young People", "GL": "Gay and Lesbian"}

CLOSED_FOR_NOW = "TC"

OF_HOW: frozenset[str] = frozenset({"VM", "HYBR", "HY"})
"""Say how one takes part, as `venue_type` does."""

USUAL: Mapping[str, str] = {
    "WC": "WCHR",
    "ES": "ESP",
    "SL": "ASL",
    "W": "W",
    "M": "M",
    "YP": "Y",
    "GL": "GL",
    "TC": "TC",
    "VM": "VM",
    "HY": "HYBR",
}
"""What the letters mean on a server that changed nothing, for an export without its list of formats."""

WORDS: Mapping[str, str] = {
    "B": "Beginners",
    "BL": "Bi-Lingual",
    "BT": "Basic Text",
    "C": "Closed",
    "CL": "Candlelight",
    "CS": "Children under Supervision",
    "D": "Discussion",
    "IW": "It Works -How and Why",
    "JT": "Just for Today",
    "ME": "Meditation",
    "NC": "No Children",
    "NS": "No Smoking",
    "O": "Open",
    "QA": "Questions & Answers",
    "RF": "Rotating Format",
    "SD": "Speaker/Discussion",
    "SG": "Step Working Guide",
    "Sm": "Smoking",
    "So": "Speaker Only",
    "Sp": "Speaker",
    "St": "Step",
    "TW": "Tradition Workshop",
    "To": "Topic",
    "Tr": "Tradition",
    "Ti": "Timer",
}
"""The other usual letters, in words."""

VENUES: Mapping[str, str] = {"1": "in_person", "2": "online", "3": "hybrid"}
"""`venue_type`."""
