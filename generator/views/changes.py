"""What differs from a schedule's sentence on a single date, in words."""

from __future__ import annotations

from generator.language import Language
from generator.schedule.dates import Cause, Occurrence, State
from generator.words import Words, say


def change(occurrence: Occurrence, language: Language) -> str:
    """`Cancelled`, `Moved from Tue, Nov 24` and the like, with the reason if there is one; nothing for an ordinary date."""
    words = _words(occurrence, language)
    if words is None:
        return ""
    # The name of a holiday stands over its day already.
    if occurrence.reason and occurrence.cause is not Cause.HOLIDAY:
        return language.say(say("{change}: {reason}", change=words, reason=occurrence.reason))
    return language.say(words)


def _words(occurrence: Occurrence, language: Language) -> Words | None:
    match occurrence.state:
        case State.MOVED if occurrence.moved_from:
            return say("Moved from {day}", day=language.date(occurrence.moved_from, "day"))
        case State.EXTRA:
            return say("Extra date")
        case State.CANCELLED:
            return _why_not(occurrence, language)
    return None


def _why_not(occurrence: Occurrence, language: Language) -> Words:
    match occurrence.cause:
        case Cause.MOVED if occurrence.moved_to:
            return say("Moved to {day}", day=language.date(occurrence.moved_to.day, "day"))
        case Cause.BREAK:
            return say("Not on, a break")
        case Cause.HOLIDAY:
            return say("Closed for the holiday")
    return say("Cancelled")
