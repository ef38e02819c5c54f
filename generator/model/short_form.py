"""Parts that may also be typed as one text: `phones: 988` in place of a number with its fields."""

from __future__ import annotations

from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.model.base import Part


class ShortForm(Part):
    """A part with fields for which one text alone will do; its JSON Schema tells editors so.

    The class itself turns the text into fields, in a validator that runs before the others.
    """

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        fields = handler.resolve_ref_schema(handler(core))
        # An editor that reads YAML 1.2 takes a bare 988 for a number.
        return {"anyOf": [{"type": ["string", "number"]}, fields]}
