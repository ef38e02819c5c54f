"""An address in one cell, taken apart where its form leaves no doubt.

>>> parted("1 Mill St, Suite 2, Elm, ME 04991", "US")
{'street': '1 Mill St, Suite 2', 'city': 'Elm', 'state_province': 'ME', 'postal_code': '04991'}
>>> parted("3 High Street, Leeds LS1 4AB", "GB")
{'street': '3 High Street', 'city': 'Leeds', 'postal_code': 'LS1 4AB'}
>>> parted("behind the church, Elm", "US")
{}
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOWN = r"(?P<city>[^\W\d][^,\d]{1,60})"
FORMS: Mapping[str, re.Pattern[str]] = {
    "US": re.compile(rf"(?P<street>.*\S),\s*{_TOWN},\s*(?P<state_province>[A-Z]{{2}})\.?,?\s+(?P<postal_code>\d{{5}}(?:-\d{{4}})?)"),
    "CA": re.compile(
        rf"(?P<street>.*\S),\s*{_TOWN},\s*(?P<state_province>[A-Z]{{2}}),?\s+(?P<postal_code>[A-Z]\d[A-Z] ?\d[A-Z]\d)"
    ),
    "AU": re.compile(rf"(?P<street>.*\S),\s*{_TOWN},?\s+(?P<state_province>[A-Z]{{2,3}}),?\s+(?P<postal_code>\d{{4}})"),
    "GB": re.compile(rf"(?P<street>.*\S),\s*{_TOWN}(?:,\s*|\s+)(?P<postal_code>[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})"),
}  # fmt: skip
"""How an address ends, by country: town, state and postal code."""


def parted(text: str, country: str) -> dict[str, str]:
    """The parts of an address by the columns they belong to; empty where it does not have the country's form."""
    form = FORMS.get(country)
    found = form.fullmatch(" ".join(text.split())) if form else None
    return {name: part.strip() for name, part in found.groupdict().items()} if found else {}
