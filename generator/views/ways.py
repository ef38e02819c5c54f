"""The ways to reach somebody, each as an action: call, text, write, visit."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.language import Language
from generator.model.contact import Contact
from generator.model.crisis import CrisisLine
from generator.model.phone import Phone, PhoneType, TextLine, dial, spoken
from generator.model.place import Location
from generator.model.web import mail_link
from generator.words import say


@dataclass(frozen=True, slots=True)
class MapApp:
    """Addresses that open a place in the map app of the visitor's own device, for the devices that know them."""

    geo: str
    """RFC 5870, as Android's apps read it."""
    maps: str
    """As Apple's devices read it."""


@dataclass(frozen=True, slots=True)
class Way:
    """One action: an icon's name, the verb, what it acts on, its address, and what one should know first."""

    icon: str
    verb: str
    target: str
    href: str
    note: str = ""

    @property
    def is_outside(self) -> bool:
        """Whether it opens another website."""
        return self.href.startswith(("http:", "https:"))


def ways_of_contact(contact: Contact | None, country: str, language: Language) -> list[Way]:
    """What one can do to reach this contact, the quickest first."""
    if contact is None:
        return []
    found = [
        *(by_phone(phone, country, language) for phone in contact.phones),
        *(by_text(text, country, language) for text in contact.text),
    ]
    if contact.email:
        found.append(Way("email", language.say(say("Email")), contact.email, mail_link(contact.email)))
    if contact.form:
        found.append(Way("pencil", language.say(say("Write to them")), host(contact.form), contact.form))
    if contact.website:
        found.append(Way("website", language.say(say("Website")), host(contact.website), contact.website))
    return found


def ways_of_line(line: CrisisLine, country: str, language: Language) -> list[Way]:
    """What one can do to reach a crisis line, the quickest first."""
    found = [
        *(by_phone(phone, country, language) for phone in line.phones),
        *(by_text(text, country, language) for text in line.text),
    ]
    if line.chat:
        found.append(Way("chat", language.say(say("Chat online")), "", line.chat))
    if line.email:
        found.append(Way("email", language.say(say("Email")), line.email, mail_link(line.email)))
    return found


def by_phone(phone: Phone, country: str, language: Language) -> Way:
    """Call a number, or text it where that is what it is for."""
    verbs = {
        PhoneType.TEXT: ("text", say("Text")),
        PhoneType.FAX: ("print", say("Fax")),
        PhoneType.TEXTPHONE: ("text", say("Textphone")),
        PhoneType.VIDEO: ("online", say("Video call in sign language")),
    }
    icon, verb = verbs.get(phone.type, ("call", say("Call")))
    note = phone.description or ""
    return Way(icon, language.say(verb), spoken(phone, country, language.say), dial(phone, country), note)


def by_text(text: TextLine, country: str, language: Language) -> Way:
    """Text a number, with the word it asks for."""
    return Way("text", language.say(text.in_words(country)), "", dial(text, country), text.description or "")


def on_the_map(place: Location, language: Language) -> Way | None:
    """A map of the place on the open map of the world; none of a confidential place or one without an address."""
    if not _has_a_map(place):
        return None
    if place.latitude is not None and place.longitude is not None:
        spot = f"{place.latitude:.5f}&mlon={place.longitude:.5f}#map=17/{place.latitude:.5f}/{place.longitude:.5f}"
        href = f"https://www.openstreetmap.org/?mlat={spot}"
    else:
        words = ", ".join(address_lines(place))
        href = f"https://www.openstreetmap.org/search?query={quote(words, safe='')}"
    return Way("map", language.say(say("Map on openstreetmap.org")), "", href)


def in_a_map_app(place: Location) -> MapApp | None:
    """The place in whatever map app the device has; none where there is no map of it (see `on_the_map`).

    >>> in_a_map_app(Location(name="The Mill", latitude=44.1, longitude=-69.25)).geo
    'geo:44.10000,-69.25000?q=44.10000,-69.25000(The%20Mill)'
    >>> in_a_map_app(Location(name="The Mill", address="1 Mill Street")).maps
    'maps:?address=1%20Mill%20Street&q=The%20Mill'
    """
    if not _has_a_map(place):
        return None
    lines = address_lines(place)
    name = quote(place.name or ", ".join(lines), safe="")
    if place.latitude is not None and place.longitude is not None:
        spot = f"{place.latitude:.5f},{place.longitude:.5f}"
        # A bracket in the name would end it.
        label = name.replace("(", "%28").replace(")", "%29")
        return MapApp(f"geo:{spot}?q={spot}({label})", f"maps:?ll={spot}&q={name}")
    words = quote(", ".join(lines), safe="")
    return MapApp(f"geo:0,0?q={words}", f"maps:?address={words}&q={name}")


def address_to_copy(place: Location) -> str:
    """The place with its address in one line, for a letter or another map; nothing where no street is told.

    >>> address_to_copy(Location(name="The Mill", address="1 Mill Street", city="Millbrook"))
    'The Mill, 1 Mill Street, Millbrook'
    """
    if place.confidential or not place.address:
        return ""
    return ", ".join(dict.fromkeys(line for line in (place.name, *address_lines(place)) if line))


def _has_a_map(place: Location) -> bool:
    return not place.confidential and bool(place.address or place.latitude is not None)


def address_lines(place: Location) -> list[str]:
    """The postal address, line by line, as it stands on a letter; empty for a confidential place."""
    if place.confidential:
        return []
    town = " ".join(part for part in (place.state_province, place.postal_code) if part)
    last = ", ".join(part for part in (place.city, town) if part)
    return [line for line in (place.address, place.address_2, last) if line]


def host(url: str) -> str:
    """The name of a website, which is what people read of an address.

    >>> host("https://www.example.org/groups?x=1")
    'example.org'
    """
    return (urlsplit(url).hostname or "").removeprefix("www.")
