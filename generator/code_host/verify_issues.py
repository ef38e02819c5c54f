"""Issues that ask whether a listing is still true: a few at a time, closed when somebody has checked it.

An issue belongs to a listing by a mark in its text and by the label, which only maintainers and the workflow can set: anybody
may open an issue with such a mark, and it must close nothing and keep nothing from being asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.code_host.api import CodeHost
from generator.comparing.markdown import inert
from generator.language import Language
from generator.views.review_queue import ToAsk
from generator.words import say

LABEL = "please-verify"
TRUE_LABEL = "still-true"
_MARK = re.compile(r"<!-- waypost-verify: ([a-z0-9][a-z0-9-]{0,79}) -->")


@dataclass(frozen=True, slots=True)
class Asked:
    """An open issue that asks about a listing."""

    number: int
    listing: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to open and what to close."""

    to_open: Sequence[ToAsk]
    to_close: Sequence[Asked]
    left: int
    """How many more are due than may be asked about at a time."""


def plan(asked: Iterable[Asked], queue: Sequence[ToAsk], most: int) -> Plan:
    """Close what is due no longer, then fill up to `most` open issues, the most urgent first; a listing has one at most."""
    due = {row.id for row in queue}
    open_now: dict[str, Asked] = {}
    to_close = []
    for issue in asked:
        if issue.listing not in due or issue.listing in open_now:
            to_close.append(issue)
        else:
            open_now[issue.listing] = issue
    waiting = [row for row in queue if row.id not in open_now]
    room = max(0, most - len(open_now))
    return Plan(waiting[:room], to_close, len(waiting[room:]))


def asked_on(host: CodeHost) -> list[Asked]:
    """The open issues that carry our label and our mark."""
    found = []
    for row in host.each("issues", state="open", labels=LABEL):
        mark = _MARK.search(str(row.get("body") or ""))
        # Some hosts give back every issue if they do not know the label.
        if mark and LABEL in _labels(row) and "pull_request" not in row:
            found.append(Asked(int(row["number"]), mark[1]))
    return found


def carry_out(host: CodeHost, work: Plan, bodies: Mapping[str, str], language: Language) -> None:
    """Close and open what the plan says. `bodies` are by the id of the listing."""
    for issue in work.to_close:
        thanks = language.say(say("This was checked, or is listed no longer. Thank you."))
        host.post(f"issues/{issue.number}/comments", {"body": thanks})
        host.patch(f"issues/{issue.number}", {"state": "closed"})
    for row in work.to_open:
        title = language.say(say("Please check: {name}", name=row.name))
        host.post("issues", {"title": title, "body": bodies[row.id], "labels": [LABEL]})


def listing_of(body: str) -> str:
    """The listing an issue asks about, by its mark; empty if it has none.

    >>> listing_of("<!-- waypost-verify: tuesday-talkers -->"), listing_of("<!-- waypost-verify: ../../x -->")
    ('tuesday-talkers', '')
    """
    mark = _MARK.search(body)
    return mark[1] if mark else ""


def body_of(row: ToAsk, today: date, page: str, edit: str, language: Language) -> str:
    """What the issue says: whom to ask, and the one line that answers it.

    `page` and `edit` are the addresses of the listing's page and of its lines on the code host; either may be empty. What
    curators typed stays inert text.
    """
    ways = " · ".join(way.target for way in row.ways if way.target)
    told = [
        say("Is everything on the page of {name} still true?", name=inert(row.name)),
        say("It was last checked on {day}.", day=language.date(row.freshness.verified))
        if row.freshness.verified
        else say("Nothing says when it was last checked."),
        say("Whom one may ask: {whom}", whom=inert(", ".join(text for text in (row.whom, ways) if text)))
        if row.whom or ways
        else say("No way to reach anybody is listed: visit, or look for a number."),
        say("Its page: {address}", address=page) if page else None,
        say("Its lines: {address}", address=edit) if edit else None,
        say("If all of it is true, type this line there in place of the old one:"),
    ]
    sentences = [language.say(words) for words in told if words]
    answer = f"```yaml\nverified: {today.isoformat()}\n```"
    after = [
        language.say(say("Or put the label '{label}' on this issue, and a pull request does it.", label=TRUE_LABEL)),
        language.say(say("If something is another way now, change it in the same place, or tell us here.")),
    ]
    return "\n\n".join([*sentences, answer, *after, f"<!-- waypost-verify: {row.id} -->"]) + "\n"


def _labels(row: Mapping[str, Any]) -> set[str]:
    return {str(label.get("name")) if isinstance(label, dict) else str(label) for label in row.get("labels", [])}
