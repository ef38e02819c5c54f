"""What a check says of an entry and curators have decided to leave, with their reason."""

from __future__ import annotations

from generator.model.base import Part
from generator.model.text import Line


class Accepted(Part):
    """A warning or notice that is left as it is, and why: whoever reads the file next need not wonder.

    ```yaml
    accepted:
      - check: plain-words
        because: The law is called that, and people need its name.
    ```
    """

    check: Line
    """The name of the check, as it stands in round brackets at the end of its line."""
    because: Line
    """Why it is right as it is, for whoever reads this file next."""
