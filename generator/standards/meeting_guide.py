"""Codes of the Meeting Guide form: what we can say of each, and what it means in words.

A code has a place of its own here only where it means just what a field of ours means; the others are words.
"""

from __future__ import annotations

from collections.abc import Mapping

ACCESS: Mapping[str, str] = {
    "X": "step_free",
    "XB": "accessible_toilet",
    "FF": "scent_free",
    "CF": "children_welcome",
}
"""Access needs by their codes, under the names that our files use."""

LANGUAGES: Mapping[str, str] = {
    **{code: code.lower() for code in ("AF", "AM", "AR", "BG", "DA", "DE", "EL", "EN", "FA", "FI", "FR", "HE", "HI")},
    **{code: code.lower() for code in ("HR", "HU", "IS", "JA", "KA", "LT", "ML", "MT", "NE", "NL", "NO", "SK", "SL")},
    **{code: code.lower() for code in ("SV", "TH", "TL", "UK")},
    "S": "es",
    "ITA": "it",
    "KOR": "ko",
    "POL": "pl",
    "POR": "pt",
    "PUN": "pa",
    "RUS": "ru",
    "TUR": "tr",
    "ASL": "ase",
}
"""Languages by their codes, as BCP 47 has them."""

AUDIENCES: Mapping[str, str] = {
    "W": "Women",
    "M": "Men",
    "NB": "Non-Binary",
    "LGBTQ": "LGBTQ",
    "G": "Gay",
    "L": "Lesbian",
    "BI": "Bisexual",
    "T": "Transgender",
    "POC": "People of Color",
    "N": "Native American",
    "NDG": "Indigenous",
    "SEN": "Seniors",
    "Y": "Young People",
    "P": "Professionals",
}
"""People whom a meeting is for, by the codes."""

ONLINE = "ONL"
"""Written by sites of this form for a meeting that is online, though the list of codes does not name it."""

CLOSED_FOR_NOW = "TC"
"""The place is closed for the time being."""

WORDS: Mapping[str, str] = {
    "11": "11th Step Meditation",
    "12x12": "12 Steps & 12 Traditions",
    "A": "Secular",
    "ABSI": "As Bill Sees It",
    "AL": "Concurrent with Alateen",
    "AL-AN": "Concurrent with Al-Anon",
    "B": "Big Book",
    "BA": "Babysitting Available",
    "BE": "Newcomer",
    "BRK": "Breakfast",
    "C": "Closed",
    "CAN": "Candlelight",
    "D": "Discussion",
    "DB": "Digital Basket",
    "DD": "Dual Diagnosis",
    "DR": "Daily Reflections",
    "GR": "Grapevine",
    "H": "Birthday",
    "LIT": "Literature",
    "LS": "Living Sober",
    "MED": "Meditation",
    "O": "Open",
    "OUT": "Outdoor",
    "POA": "Proof of Attendance",
    "SM": "Smoking Permitted",
    "SP": "Speaker",
    "ST": "Step Study",
    "TR": "Tradition Study",
    "XT": "Cross Talk Permitted",
}
"""All that has no field of its own, in the English words of the form."""
