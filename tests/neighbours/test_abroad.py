"""What everybody there knows is said in full here: the country code, the language, the days off."""

from __future__ import annotations

from pathlib import Path

from generator.model.phone import dial
from generator.model.schedule import PublicHolidays
from tests.neighbours.towns import county, published, shown, typed

DERRY = """\
directory: {name: Derry Help, area_served: Derry, country: GB, time_zone: Europe/London, language: cy}
crisis: GB
organizations:
  - {id: trust, name: The Trust, contact: {phones: 020 7946 0001}}
groups:
  - id: talk
    name: Talk
    summary: Talk.
    schedule: {when: Tuesday 18:30-20:00, public_holidays: closed, note: Ring first.}
    location: {name: Hut, address: 3 Hill Road, city: Derry}
    online: {phone: 020 7946 0002}
    contact: {phones: [020 7946 0000 ext. 4, "111"], text: SHOUT to 85258}
    verified: 2026-11-10
  - id: only-short
    name: Only short
    summary: Only a short number.
    schedule: Monday 10:00-11:00
    location: {name: Hut, address: 3 Hill Road, city: Derry}
    contact: {phones: "111"}
    verified: 2026-11-10
"""


def test_numbers_ring_where_they_rang(tmp_path: Path) -> None:
    found = shown(county(tmp_path, riverton=published(typed(DERRY, tmp_path / "derry"))))
    group = next(group for group in found.groups if group.id == "riverton--talk")
    assert group.contact is not None
    assert group.online is not None
    assert group.online.phone is not None
    assert [dial(phone, "US") for phone in (*group.contact.phones, group.online.phone)] == [
        "tel:+442079460000;ext=4", "tel:+442079460002",
    ]  # fmt: skip
    organization = found.organization_by_id["riverton--trust"]
    assert organization.contact is not None
    assert dial(organization.contact.phones[0], "US") == "tel:+442079460001"


def test_a_short_number_of_another_country_is_not_dialled_here(tmp_path: Path) -> None:
    found = shown(county(tmp_path, riverton=published(typed(DERRY, tmp_path / "derry"))))
    group = next(group for group in found.groups if group.id == "riverton--only-short")
    assert group.contact is None
    talk = next(group for group in found.groups if group.id == "riverton--talk")
    assert talk.contact is not None
    assert talk.contact.text == ()


def test_language_zone_and_days_off_are_theirs(tmp_path: Path) -> None:
    found = shown(county(tmp_path, riverton=published(typed(DERRY, tmp_path / "derry"))))
    group = next(group for group in found.groups if group.id == "riverton--talk")
    (line,) = group.schedule
    assert group.languages == ("cy",)
    assert (line.time_zone, line.public_holidays) == ("Europe/London", PublicHolidays.OPEN)
    assert line.note == "Ring first. Not on public holidays there."
