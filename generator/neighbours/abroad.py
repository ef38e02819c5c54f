"""What a neighbour types in short, because everybody there knows: time zone, language, country code, holidays.

Here it is said in full, or it would mean something else: their 18:30 would be ours, and their number would ring at our end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.about import About
from generator.model.contact import Contact
from generator.model.listing import Listing
from generator.model.number import ascii_digits
from generator.model.numbering import grouped, whole_number
from generator.model.phone import Phone, TextLine, is_short_code
from generator.model.place import OnlinePlace
from generator.model.schedule import PublicHolidays, Schedule
from generator.problems import Say
from generator.words import say


class Abroad:
    """Says in full what is short in a directory of `there`, for one of `here`; `spoken` is the language here."""

    def __init__(self, there: About, here: About, spoken: Say) -> None:
        self._there, self._here = there, here
        self._is_other_zone = there.time_zone != here.time_zone
        self._is_other_country = there.country != here.country
        self._has_other_holidays = (there.country, there.subdivision) != (here.country, here.subdivision)
        self._is_other_language = there.language.partition("-")[0] != here.language.partition("-")[0]
        self._spoken = spoken
        self.is_plain = not (self._is_other_zone or self._has_other_holidays or self._is_other_language)

    def changes(self, listing: Listing) -> dict[str, Any]:
        """The fields of a listing that must say more here."""
        if self.is_plain:
            return {}
        changed: dict[str, Any] = {"schedule": tuple(map(self._schedule, listing.schedule))}
        if self._is_other_language and not listing.languages:
            changed["languages"] = (self._there.language,)
        if self._is_other_country:
            changed |= {"contact": self.contact(listing.contact), "online": self._online(listing.online)}
        return changed

    def contact(self, contact: Contact | None) -> Contact | None:
        """The contact with numbers that can be dialled from here; None if none is left."""
        if contact is None or not self._is_other_country:
            return contact
        told = contact.model_copy(update={"phones": self._numbers(contact.phones), "text": self._numbers(contact.text)})
        return told if any((told.phones, told.text, told.email, told.website, told.form)) else None

    def _schedule(self, line: Schedule) -> Schedule:
        changed: dict[str, Any] = {}
        if self._is_other_zone and line.time_zone is None:
            changed["time_zone"] = self._there.time_zone
        if self._has_other_holidays and line.public_holidays is PublicHolidays.CLOSED:
            # Which days these are, our calendar does not know.
            words = self._spoken(say("Not on public holidays there."))
            changed |= {
                "public_holidays": PublicHolidays.OPEN,
                "note": f"{line.note} {words}" if line.note else words,
            }
        return line.model_copy(update=changed) if changed else line

    def _online(self, online: OnlinePlace | None) -> OnlinePlace | None:
        if online is None or online.phone is None:
            return online
        return online.model_copy(update={"phone": next(iter(self._numbers((online.phone,))), None)})

    def _numbers(self, ways: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(way for each in ways if (way := self._number(each)))

    def _number(self, way: Phone | TextLine) -> Phone | TextLine | None:
        """With its country code; a short number of their country rings somewhere else here, if at all."""
        if ascii_digits(way.number) and is_short_code(way, self._there.country):
            return None
        number = whole_number(way.number, self._there.country)
        return way.model_copy(update={"number": grouped(number, self._here.country)}) if number else None
