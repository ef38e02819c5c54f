"""How to reach somebody: phones, and the contact who answers, with a first name and a role at most."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.hsds.ids import Ids
from generator.exports.hsds.languages import languages
from generator.exports.hsds.record import Record
from generator.exports.hsds.terms import Taxonomies
from generator.language import Language
from generator.model.contact import Contact
from generator.model.number import ascii_digits
from generator.model.phone import Phone, TextLine


def phones(
    of: str, contact: Contact | None, country: str, ids: Ids, language: Language, terms: Taxonomies
) -> list[Record]:
    """Every number of a contact, to call or to text."""
    if contact is None:
        return []
    called = [phone(of, found, ids, language) for found in contact.phones]
    return called + [_to_text(of, found, country, ids, language, terms) for found in contact.text]


def contacts(of: str, contact: Contact | None, numbers: Sequence[Record], ids: Ids) -> list[Record]:
    """The person or desk, where one is named; a number alone needs none."""
    if contact is None or not (contact.name or contact.role):
        return []
    fields = {"id": ids.of(of, "contact"), "name": contact.name, "title": contact.role, "email": contact.email}
    return [Record("contact", fields, {"phones": numbers})]


def phone(of: str, found: Phone, ids: Ids, language: Language) -> Record:
    """A number as people write it; HSDS takes the extension for a number, so one with leading zeros stays with the text."""
    id_ = ids.of(of, "phone", ascii_digits(found.number), found.extension or "")
    keeps = found.extension is not None and not found.extension.startswith("0")
    fields = {
        "id": id_,
        "number": found.number if keeps or found.extension is None else f"{found.number} ext. {found.extension}",
        "extension": int(found.extension) if keeps and found.extension else None,
        "type": found.type.value,
        "description": found.description,
    }
    return Record("phone", fields, {"languages": languages(id_, found.languages, ids, language)})


def _to_text(of: str, found: TextLine, country: str, ids: Ids, language: Language, terms: Taxonomies) -> Record:
    id_ = ids.of(of, "phone", "text", ascii_digits(found.number), found.keyword or "")
    told = [language.say(found.in_words(country))] if found.keyword else []
    told += [found.description] if found.description else []
    fields = {"id": id_, "number": found.number, "type": "text", "description": "\n".join(told) or None}
    marks = [*terms.details(id_, text_line=True, text_keyword=found.keyword)]
    inside = {"languages": languages(id_, found.languages, ids, language), "attributes": marks}
    return Record("phone", fields, inside)
