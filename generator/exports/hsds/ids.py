"""Names that last: every object has the UUID (version 5) that its directory and its own short name give.

>>> ids = Ids(UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8"))
>>> ids.of("service", "tea") == str(uuid5(NAMESPACE_URL, "service/tea"))
True
"""

from __future__ import annotations

from hashlib import sha1
from uuid import NAMESPACE_URL, UUID, uuid5

from generator.model.about import About

__all__ = ["NAMESPACE_URL", "UUID", "Ids", "namespace_of", "uuid5"]


def namespace_of(about: About) -> UUID:
    """The namespace of a directory: the one it names, or else one of its country, the area it serves and its name."""
    return about.uuid


class Ids:
    """The ids of one directory, each given once."""

    def __init__(self, namespace: UUID) -> None:
        self._start = namespace.bytes
        self._given: dict[str, int] = {}

    def of(self, *parts: object) -> str:
        """The id of what has this name; a second object of the same name is counted."""
        name = "/".join(map(str, parts))
        count = self._given[name] = self._given.get(name, 0) + 1
        return self._uuid(name if count == 1 else f"{name}#{count}")

    # The same as `uuid5`, at a third of its time: a large directory has some hundred thousand.
    def _uuid(self, name: str) -> str:
        digest = bytearray(sha1(self._start + name.encode(), usedforsecurity=False).digest()[:16])
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        text = digest.hex()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
