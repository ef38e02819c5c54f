"""What a form changes, as Markdown for a pull request; no answer can be more than text there."""

from __future__ import annotations

import re

from generator.editing.form_changes import FormChange

_TICKS = re.compile("`+")


def report(change: FormChange) -> str:
    """A heading, each field with its value before and after, and how the sender knows.

    >>> from pathlib import Path
    >>> from generator.editing.form_changes import Asked
    >>> asked = (Asked("When is it on?", "Monday", "Friday"),)
    >>> print(report(FormChange("tea", "Tea", Path("x.yaml"), b"", False, asked, "I was there.")))
    ### Change of `tea`
    <BLANKLINE>
    | Question | Until now | From now on |
    |---|---|---|
    | When is it on? | `Monday` | `Friday` |
    <BLANKLINE>
    How the sender knows:
    <BLANKLINE>
    ```text
    I was there.
    ```
    <BLANKLINE>
    Nobody has made sure of it yet. Once you have, `waypost verify tea` notes the day.
    <BLANKLINE>
    """
    rows = [f"| {one.question} | {_cell(one.before)} | {_cell(one.after)} |" for one in change.asked]
    fence = "`" * max(3, *(len(found) + 1 for found in [*_TICKS.findall(change.how_known), ""]))
    return "\n".join(
        [
            f"### {'New listing' if change.is_new else 'Change of'} `{change.id}`",
            "",
            "| Question | Until now | From now on |",
            "|---|---|---|",
            *rows,
            "",
            "How the sender knows:",
            "",
            f"{fence}text",
            change.how_known,
            fence,
            "",
            f"Nobody has made sure of it yet. Once you have, `waypost verify {change.id}` notes the day.",
            "",
        ]
    )


def _cell(text: str) -> str:
    """A text as code in a table, on one line; its own backticks and bars cannot end the code or the cell."""
    line = " ".join(text.split()).replace("|", "\\|")
    if not line:
        return ""
    fence = "`" * (max((len(found) for found in _TICKS.findall(line)), default=0) + 1)
    edge = " " if "`" in line else ""
    return f"{fence}{edge}{line}{edge}{fence}"
