"""How to reach somebody: HSDS `contact` with its `phones`, and the ways that stand beside them."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from generator.model.base import Part, Refused
from generator.model.phone import Phone, TextLine
from generator.model.text import Line, Several, Summary
from generator.model.web import MailAddress, WebAddress
from generator.words import say

WAYS = ("phones", "text", "email", "website", "form")


class Contact(Part):
    """How to reach somebody; type what there is, at least one way.

    ```yaml
    contact:
      name: Rosa
      role: Host of the group
      phones: (207) 555-0142
      text: HELLO to (207) 555-0143
      email: tuesday@example.org
      website: https://example.org/tuesday
    ```
    """

    name: Line | None = None
    """First name only, or leave it out. Never type a full name: this page is public."""
    role: Line | None = None
    """What this person or desk does: Host of the group, Front desk."""
    phones: Several[Phone] = ()
    """Number to call, as people write it: (207) 555-0142. Several numbers: each on its own line with a hyphen."""
    text: Several[TextLine] = ()
    """Number to text; with the word to send if one is needed: HELLO to 741741."""
    email: MailAddress | None = None
    """Mail address, best one of a desk or a role: groups@example.org."""
    website: WebAddress | None = None
    """Page about it on the web, beginning with https://."""
    form: WebAddress | None = None
    """Page with a form to write to them, beginning with https://."""
    note: Summary | None = None
    """What one should know before getting in touch: We call back within two days."""

    @model_validator(mode="after")
    def _has_a_way(self) -> Self:
        if not any(getattr(self, way) for way in WAYS):
            raise Refused(
                "contact",
                say("This contact has no way to reach anybody."),
                say("Type at least one of: phones, text, email, website, form."),
            )
        return self
