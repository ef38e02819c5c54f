"""How to reach somebody, as `ContactPoint`. First names stay on the page, where people read them."""

from __future__ import annotations

from generator.exports.jsonld.node import SCHEMA, Node, node
from generator.model.contact import Contact
from generator.model.phone import Phone, PhoneType, TextLine, dial
from generator.views.survey import Survey
from generator.views.ways import by_phone, by_text
from generator.words import say

_FOR_DEAF_PEOPLE = {PhoneType.TEXTPHONE, PhoneType.VIDEO}


def contact_points(contact: Contact | None, survey: Survey) -> list[Node]:
    """Each way to reach this contact, the numbers first."""
    if contact is None:
        return []
    found = [phone_point(phone, survey) for phone in contact.phones]
    found += [text_point(text, survey) for text in contact.text]
    if contact.email:
        found.append(node("ContactPoint", contactType=survey.language.say(say("Email")), email=contact.email))
    if contact.form:
        found.append(node("ContactPoint", contactType=survey.language.say(say("Write to them")), url=contact.form))
    return found


def phone_point(phone: Phone, survey: Survey) -> Node:
    """A number to call, or to fax or text where that is what it is for."""
    country = survey.directory.about.country
    number = _digits(phone, country)
    return node(
        "ContactPoint",
        contactType=by_phone(phone, country, survey.language).verb,
        telephone=None if phone.type is PhoneType.FAX else number,
        faxNumber=number if phone.type is PhoneType.FAX else None,
        contactOption=f"{SCHEMA}HearingImpairedSupported" if phone.type in _FOR_DEAF_PEOPLE else None,
        description=phone.description,
        availableLanguage=list(phone.languages),
    )


def text_point(text: TextLine, survey: Survey) -> Node:
    """A number to text; what to send stands in its type: Text HOME to 741741."""
    country = survey.directory.about.country
    return node(
        "ContactPoint",
        contactType=by_text(text, country, survey.language).verb,
        telephone=_digits(text, country),
        description=text.description,
        availableLanguage=list(text.languages),
    )


def _digits(way: Phone | TextLine, country: str) -> str:
    """The number as it is dialled, with the country's code where it has one.

    >>> _digits(Phone.model_validate("(207) 555-0142 ext. 4"), "US")
    '+12075550142;ext=4'
    """
    return dial(way, country).partition(":")[2].partition("?")[0]
