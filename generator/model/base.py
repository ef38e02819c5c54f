"""What every part of the model shares: frozen, documented, strict about names, and plain-spoken when it refuses.

A validator that meets a wrong value raises `Refused` with what was seen and what to type. Pydantic collects these with
the path of the field; `generator.load` turns them into problems with a line and a column.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from generator.words import Words


class Refused(ValueError):
    """A value that cannot be used: the rule it breaks, what was seen, and what to type instead."""

    def __init__(self, rule: str, message: Words, hint: Words) -> None:
        self.rule, self.message, self.hint = rule, message, hint
        super().__init__(f"{message} {hint}")


class Part(BaseModel):
    """A frozen piece of the directory; the sentence under each field is its help in editors and in the manual."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        populate_by_name=True,
        arbitrary_types_allowed=True,
    )
