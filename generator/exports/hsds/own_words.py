"""What a directory says of itself that HSDS has no place for, in our own terms: for a reader that is one of ours.

It stands in `index.json` and in `datapackage.json` under the name of this program. Other programs pass over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.views.survey import Survey

KEY = "waypost"
VERSION = "1.0"

_TOLD = {"directory", "crisis", "goals", "areas", "audiences"}


def own_words(survey: Survey) -> Mapping[str, Any]:
    """The sections of resources.yaml that are no records, without first names and accepted warnings."""
    directory = survey.directory
    told = directory.model_dump(mode="json", include=_TOLD, exclude_defaults=True)
    contact = told["directory"].get("contact")
    if contact:
        contact.pop("name", None)
    for name in ("goals", "areas"):
        for found in told.get(name, ()):
            found.pop("accepted", None)
    return {
        "version": VERSION,
        "made": survey.today.isoformat(),
        "namespace": str(directory.about.uuid),
        **told,
    }
