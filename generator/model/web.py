"""Web and mail addresses that are safe to print and to link to.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(WebAddress).validate_python("https://example.org/groups")
'https://example.org/groups'
>>> TypeAdapter(MailAddress).validate_python("hello@example.org")
'hello@example.org'
"""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import SplitResult, quote, urlsplit

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.base import Refused
from generator.model.text import as_text
from generator.words import Words, say

LONGEST_ADDRESS = 2000
LONGEST_MAIL_ADDRESS = 254  # RFC 5321, 4.5.3.1.3, less the angle brackets

# Letters that no web address holds as they are (RFC 3986, section 2); several of them could break out of a page.
_NOT_IN_AN_ADDRESS = re.compile(r"[<>\"{}|\\^`]")
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
# What people type when the beginning went missing or wrong: www.example.org, htp://example.org, https//example.org.
_WITHOUT_SCHEME = re.compile(
    r"(?:h?t{0,3}ps?:?/{1,2}|//)?((?:[^\W_]|[.-])+\.[^\W_]{2,}(?::\d+)?(?:[/?#].*)?)", re.IGNORECASE
)
# A name between the dots of a host: letters and digits of any script, and hyphens inside.
_LABEL = re.compile(r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?")


def _web_address(value: object) -> str:
    text = as_text(value).strip()
    seen = text[:60]
    if len(text) > LONGEST_ADDRESS:
        raise _refused(
            say("This web address has {length} letters; {limit} fit here.", length=len(text), limit=LONGEST_ADDRESS),
            say("Use a shorter page of the same site."),
        )
    if len(text.split(None, 1)) > 1:
        raise _refused(
            say("'{seen}' has a space in it.", seen=seen),
            say("Copy the whole address again from the top of your browser; type one address only."),
        )
    if not text.isprintable():
        raise _refused(
            say("There is an invisible character in this web address."),
            say("Delete it and copy the address again from the top of your browser."),
        )
    odd = _NOT_IN_AN_ADDRESS.search(text)
    if odd:
        raise _refused(
            say("'{seen}' has a '{letter}' in it, which no web address has.", seen=seen, letter=odd[0]),
            say("Copy the address again from the top of your browser."),
        )
    parts = _split(text, seen)
    if parts.username is not None or parts.password is not None:
        raise _refused(
            say("'{seen}' has a user name or an @ before the name of the site.", seen=seen),
            say("Type the address without it, as in: https://{host}.", host=_host(parts) or "example.org"),
        )
    host = _host(parts)
    if not is_host(host):
        raise _refused(
            say("'{seen}' has no name of a site in it.", seen=seen),
            say("Type the whole address, as in: https://example.org/groups."),
        )
    return f"{parts.scheme}{text[len(parts.scheme) :]}"


def _split(text: str, seen: str) -> SplitResult:
    """The parts of an http or https address; whatever else was typed is refused with what it should have been."""
    scheme = _SCHEME.match(text)
    if scheme is None or "." in scheme["scheme"] or not text.lower().startswith(("http://", "https://")):
        raise _refused(say("'{seen}' is not a web address.", seen=seen), _whole_address(text))
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  (reading it is the test)
    except ValueError:
        raise _refused(
            say("'{seen}' is not a web address.", seen=seen),
            say("Copy the address again from the top of your browser."),
        ) from None
    return parts


def _whole_address(text: str) -> Words:
    """What to type instead, as exactly as it can be guessed without guessing wrong."""
    if text.lower().startswith("mailto:") or (is_mail_address(text) and "/" not in text):
        return say("A mail address goes under 'email', without 'mailto:'.")
    if text.lower().startswith(("tel:", "sms:")):
        return say("A number goes under 'phones' or 'text'.")
    without_scheme = _WITHOUT_SCHEME.fullmatch(text)
    if without_scheme:
        return say("Type it as: {address}", address=f"https://{without_scheme[1]}")
    return say("Type an address that begins with https://, as in: https://example.org/groups.")


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").removesuffix(".")


def is_host(name: str) -> bool:
    """Whether this can be the name of a site or mail host: parts with dots between them, in any script.

    >>> is_host("example.org"), is_host("münchen.example"), is_host("localhost"), is_host("a..b")
    (True, True, False, False)
    """
    labels = name.split(".")
    if len(labels) < 2 or len(name) > 253 or labels[-1].isdecimal():
        return False
    return all(_LABEL.fullmatch(label) for label in labels)


def is_mail_address(text: str) -> bool:
    """Whether this can be a mail address: one @, an ordinary name before it, a host with a dot after it."""
    name, at, host = text.rpartition("@")
    return bool(at) and len(text) <= LONGEST_MAIL_ADDRESS and bool(_LOCAL_PART.fullmatch(name)) and is_host(host)


def _mail_address(value: object) -> str:
    text = as_text(value).strip()
    if is_mail_address(text) and not text.lower().startswith("mailto:"):
        return text
    bare = text[len("mailto:") :] if text.lower().startswith("mailto:") else text
    without_name = re.fullmatch(r".*<([^<>\s]+)>", bare)
    if len(re.findall("@", bare)) > 1:
        hint = say("Type one address only, as in: hello@example.org.")
    elif without_name and is_mail_address(without_name[1]):
        hint = say("Type only the address: {address}", address=without_name[1])
    elif is_mail_address(bare):
        hint = say("Type it as: {address}", address=bare)
    elif bare.lower().startswith(("http://", "https://", "www.")):
        hint = say("A web address goes under 'website' or 'form'.")
    else:
        hint = say("Type it with one @ and a dot after it, without spaces, as in: hello@example.org.")
    raise Refused("mail-address", say("'{seen}' is not a mail address.", seen=text[:60]), hint)


def mail_link(address: str) -> str:
    """The `mailto:` address (RFC 6068) of a mail address, safe in any place of a page once that is escaped.

    >>> mail_link("peer+support&tea@example.org")
    'mailto:peer+support%26tea@example.org'
    """
    return f"mailto:{quote(address, safe='@+.-_~!$*')}"


def _refused(message: Words, hint: Words) -> Refused:
    return Refused("web-address", message, hint)


WebAddress = Annotated[
    str,
    BeforeValidator(_web_address),
    WithJsonSchema(
        {"type": "string", "format": "uri", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://", "maxLength": LONGEST_ADDRESS}
    ),
]
"""The address of a web page, beginning with https:// or http://."""

MailAddress = Annotated[
    str,
    BeforeValidator(_mail_address),
    WithJsonSchema({"type": "string", "format": "email", "maxLength": LONGEST_MAIL_ADDRESS}),
]
"""A mail address, best that of a role and not of a person: hello@example.org."""
