"""Times of the day as people type them: `18:30-20:00`, `6.30pm - 8pm`, `7-9pm`, `24 hours`.

What could be morning or evening is refused: a wrong guess sends somebody to a locked door.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from generator.model.base import Refused
from generator.model.when.recurrence import MIDNIGHT
from generator.model.when.tokens import Kind, Token, refused
from generator.model.when.vocabulary import AT, CLOCK_WORDS, EACH, TO, UNITS
from generator.words import Words, say

NOON = 12
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """When a day's opening begins and ends; `closes_at` is on the next day if it is not after `opens_at`."""

    opens_at: time | None = None
    closes_at: time | None = None


AROUND_THE_CLOCK = Hours(MIDNIGHT, MIDNIGHT)


@dataclass(frozen=True, slots=True)
class _Clock:
    """One time as typed: the hour may still be of the morning or of the evening."""

    text: str
    hour: int
    minute: int
    half: str = ""
    """`a` or `p` where am or pm was typed."""

    @property
    def is_clear(self) -> bool:
        """Whether it can be only one time of the day: with am or pm, or of two digits and minutes, or past noon."""
        return bool(self.half) or self.shows_24_hours or (len(self.text) == len("10:00"))

    @property
    def is_midnight(self) -> bool:
        """Whether it may be the midnight before a day or the one behind it; 00:00 is the one before."""
        return self.hour == 24 or (self.half == "a" and self.hour == NOON and not self.minute)

    @property
    def shows_24_hours(self) -> bool:
        return not self.half and (self.hour > NOON or self.text.startswith("0"))

    def minutes(self, half: str = "") -> int:
        """Minutes since midnight; `half` decides where nothing else does."""
        hour = self.hour
        if self.half or half:
            hour = hour % NOON + (NOON if (self.half or half) == "p" else 0)
        return hour * 60 + self.minute


def split_hours(line: str, typed: Sequence[Token]) -> tuple[Hours | None, list[Token]]:
    """The hours in a line, if it names any, and the pieces around them, which tell the days."""
    start = next((index for index in range(len(typed)) if _begins_a_time(typed, index)), None)
    if start is None:
        return None, list(typed)
    hours, end = _hours(line, typed, start)
    again = next((index for index in range(end, len(typed)) if _begins_a_time(typed, index)), None)
    if again is not None:
        message = say("'{seen}' has a second time in it: '{second}'.", seen=line, second=typed[again].text)
        raise refused(message, several_lines())
    before, after = list(typed[:start]), list(typed[end:])
    while before and (before[-1].word in AT or before[-1].kind is Kind.COMMA):
        before.pop()
    while after and after[0].kind is Kind.COMMA:
        after.pop(0)
    # A comma stands for the hours that were taken out, so that the days on either side stay apart.
    return hours, [*before, Token(Kind.COMMA, ","), *after] if before and after else before + after


def several_lines() -> Words:
    """What to type where one line cannot say it."""
    return say("Type one line for each, in brackets: [Tuesday 10:00-12:00, Friday 14:00-16:00].")


def _begins_a_time(typed: Sequence[Token], index: int) -> bool:
    token = typed[index]
    if token.kind is Kind.NUMBER:
        following = typed[index + 1].word if index + 1 < len(typed) else ""
        return following not in UNITS and not (index and typed[index - 1].word in EACH)
    return token.kind in {Kind.TIME, Kind.ALWAYS} or token.word in CLOCK_WORDS


def _hours(line: str, typed: Sequence[Token], start: int) -> tuple[Hours, int]:
    """The hours that begin at a piece, and where the pieces behind them begin."""
    if typed[start].kind is Kind.ALWAYS:
        return AROUND_THE_CLOCK, start + 1
    opens, at = _clock(line, typed[start]), start + 1
    if opens.is_midnight:
        message = say("'{seen}' does not say which midnight it begins at.", seen=line)
        raise refused(message, say("Type 00:00 with the day that then begins, as in: Saturday 00:00-02:00."))
    between = start > 0 and typed[start - 1].word == "between"
    if at < len(typed) and (
        typed[at].kind is Kind.DASH or typed[at].word in TO or (between and typed[at].kind is Kind.AND)
    ):
        if at + 1 == len(typed) or not _begins_a_time(typed, at + 1) or typed[at + 1].kind is Kind.ALWAYS:
            message = say("'{seen}' does not say until when.", seen=line)
            raise refused(message, say("Type both times, as in: 18:30-20:00, or the first alone."))
        return _from_to(line, opens, _clock(line, typed[at + 1])), at + 2
    return _from(line, opens), at


def _clock(line: str, token: Token) -> _Clock:
    text = token.text.lower().replace(" ", "").replace(".m", "m").rstrip(".")
    if token.word or text.endswith(("noon", "midnight")):
        return _Clock(text, NOON, 0, CLOCK_WORDS[text.removeprefix("12")])
    half = text[-2] if text.endswith("m") else ""
    hour, _, minute = text.removesuffix(f"{half}m").replace(".", ":").partition(":")
    if len(hour) > 2:
        message = say("'{seen}': '{time}' is not a time of the day.", seen=line, time=token.text)
        raise refused(message, say("Type times with a colon, as in: 18:30."))
    if half and not 1 <= int(hour) <= NOON:
        message = say("'{seen}': '{time}' is not a time of the day.", seen=line, time=token.text)
        raise refused(message, say("With am or pm hours go from 1 to 12: type 6:30pm or 18:30."))
    if int(hour) > 24 or int(minute or 0) > 59 or (int(hour) == 24 and int(minute or 0)):
        message = say("'{seen}': '{time}' is not a time of the day.", seen=line, time=token.text)
        raise refused(message, say("Hours go from 00 to 23 and minutes from 00 to 59, as in: 18:30."))
    return _Clock(text, int(hour), int(minute or 0), half)


def _from(line: str, opens: _Clock) -> Hours:
    if not opens.is_clear:
        clock = f"{opens.hour % NOON or NOON}" + (f":{opens.minute:02}" if opens.minute else "")
        message = say(
            "'{seen}' does not say whether {time} is in the morning or in the evening.", seen=line, time=opens.text
        )
        raise refused(message, say("Type {time}am or {time}pm.", time=clock))
    return Hours(_time(opens.minutes()))


def _from_to(line: str, opens: _Clock, closes: _Clock) -> Hours:
    begin, end = _minutes(line, opens, closes)
    if begin % DAY == end % DAY and not (begin == 0 and end == DAY):
        message = say("'{seen}' begins and ends at the same time.", seen=line)
        raise refused(message, say("Type when it ends, or: 24 hours."))
    return Hours(_time(begin), _time(end))


def _minutes(line: str, opens: _Clock, closes: _Clock) -> tuple[int, int]:
    """Both ends in minutes since midnight, each clear by itself or by the other."""
    if opens.is_clear and closes.is_clear:
        if closes.half and not opens.half and not opens.shows_24_hours:
            # 10:30-11pm may begin at night or in the morning.
            same = opens.minutes(closes.half)
            if opens.minutes() != same < closes.minutes():
                raise _morning_or_evening(line, opens, closes)
        return opens.minutes(), closes.minutes()
    if closes.half and not opens.half and opens.hour <= NOON and not opens.shows_24_hours:
        return _before(line, opens, closes), closes.minutes()
    if opens.shows_24_hours or closes.shows_24_hours:
        return opens.minutes(), closes.minutes()
    raise _morning_or_evening(line, opens, closes)


def _before(line: str, opens: _Clock, closes: _Clock) -> int:
    """7-9pm begins in the evening too, 10-2pm in the other half of the day; 11-12am could be either."""
    same, end = opens.minutes(closes.half), closes.minutes()
    if same < end:
        return same
    other = opens.minutes("a" if closes.half == "p" else "p")
    if end == 0 or same == end:
        raise _morning_or_evening(line, opens, closes)
    return other


def _morning_or_evening(line: str, opens: _Clock, closes: _Clock) -> Refused:
    """A refusal that offers what was most likely meant: 9-5 by day, 5-7 in the evening."""
    begin, end = opens.minutes("a"), closes.minutes("a")
    if closes.half and end == 0:
        begin += NOON * 60
    elif end <= begin:
        end += NOON * 60
    elif begin < 8 * 60:
        begin, end = begin + NOON * 60, end + NOON * 60
    message = say("'{seen}' does not say what is in the morning and what in the evening.", seen=line)
    offer = f"{_time(begin):%H:%M}-{_time(end):%H:%M}"
    return refused(message, say("Type am or pm with both times, or the 24-hour clock, as in: {offer}.", offer=offer))


def _time(minutes: int) -> time:
    return time(*divmod(minutes % DAY, 60))
