"""One comment under a pull request that says what it changes, kept up to date instead of repeated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.code_host.api import CodeHost

MARK = "<!-- waypost: what this changes -->"
LONGEST = 60_000
"""Characters; hosts take 65,536, and a change that needs more is read in the files."""


def post_summary(host: CodeHost, pull: int, text: str, author: str) -> int:
    """Write the text under the pull request, in place of `author`'s earlier one if there is one; gives its number.

    `author` is the account the token belongs to: what somebody else wrote is left alone, however it begins.
    """
    shown = text if len(text) <= LONGEST else text[:LONGEST].rsplit("\n", 1)[0] + "\n\n…"
    body = {"body": f"{MARK}\n{shown}"}
    ours = next((row for row in host.each(f"issues/{pull}/comments") if _is_ours(row, author)), None)
    done = (
        host.patch(f"issues/comments/{int(ours['id'])}", body) if ours else host.post(f"issues/{pull}/comments", body)
    )
    return int(done["id"])


def pull_of(host: CodeHost, commit: str) -> int | None:
    """The open pull request that has this commit at its head; None if there is none, or more than one."""
    found = [int(row["number"]) for row in host.each("pulls", state="open") if row["head"]["sha"] == commit]
    return found[0] if len(found) == 1 else None


def _is_ours(row: Mapping[str, Any], author: str) -> bool:
    return str(row.get("body") or "").startswith(MARK) and row["user"]["login"] == author
