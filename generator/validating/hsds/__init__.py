"""Whether HSDS 3.0 is right in shape and in meaning: what the schemas ask for, and what they let pass."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.validating.finding import Finding
from generator.validating.hsds import meaning, shape
from generator.validating.hsds.links import Links
from generator.validating.hsds.reading import read
from generator.words import say


def validate(path: Path, today: date) -> Iterator[Finding]:
    """Everything that is wrong with a JSON file, a folder, or a zip; what is said twice is told once.

    A folder or a zip is taken for a whole directory, in which every id leads to something. A single file may name
    objects that stand elsewhere.
    """
    links = Links()
    told: set[tuple[str, str, str]] = set()
    count = 0
    for part in read(path):
        yield from part.findings
        for listed in part.objects:
            for found in listed.everything():
                count += 1
                for finding in (
                    *shape.check(found, is_tabular=part.is_tabular),
                    *meaning.check(found, today),
                    *links.add(found),
                ):
                    # The same schedule may stand below a service and below its place.
                    key = (found.id or finding.record, finding.field, str(finding.message))
                    if key not in told:
                        told.add(key)
                        yield finding
    yield from links.broken(is_whole=path.is_dir() or path.suffix.lower() == ".zip")
    if not count:
        yield Finding(path.name, "", "", "nothing-there", say("There is no object of HSDS in this."), is_error=False)
