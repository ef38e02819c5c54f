"""How the days of a schedule are called, each phrase whole, so that a translator can bend it as the language needs.

"Every Monday" and "Every Wednesday" are two phrases and not one with a gap, because in many languages the words before a
weekday change with its gender, and the weekday with its place in the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.words import Words, say, say_n

EVERY_DAY = say("Every day")

EVERY: Sequence[Words] = (
    say("Every Monday"),
    say("Every Tuesday"),
    say("Every Wednesday"),
    say("Every Thursday"),
    say("Every Friday"),
    say("Every Saturday"),
    say("Every Sunday"),
)
"""A single day of the week."""

SEVERAL: Sequence[Words] = (
    say("Mondays"),
    say("Tuesdays"),
    say("Wednesdays"),
    say("Thursdays"),
    say("Fridays"),
    say("Saturdays"),
    say("Sundays"),
)
"""A day of the week as one of several, in a list."""

RUNS: Mapping[tuple[int, int], Words] = {
    (0, 2): say("Monday to Wednesday"),
    (1, 3): say("Tuesday to Thursday"),
    (2, 4): say("Wednesday to Friday"),
    (3, 5): say("Thursday to Saturday"),
    (4, 6): say("Friday to Sunday"),
    (0, 3): say("Monday to Thursday"),
    (1, 4): say("Tuesday to Friday"),
    (2, 5): say("Wednesday to Saturday"),
    (3, 6): say("Thursday to Sunday"),
    (0, 4): say("Monday to Friday"),
    (1, 5): say("Tuesday to Saturday"),
    (2, 6): say("Wednesday to Sunday"),
    (0, 5): say("Monday to Saturday"),
    (1, 6): say("Tuesday to Sunday"),
}
"""Three days or more in a row, by the first and the last."""

EVERY_SECOND_WEEK: Sequence[Words] = (
    say("Every second week on Monday"),
    say("Every second week on Tuesday"),
    say("Every second week on Wednesday"),
    say("Every second week on Thursday"),
    say("Every second week on Friday"),
    say("Every second week on Saturday"),
    say("Every second week on Sunday"),
)

IN_MONTH: Mapping[int, Sequence[Words]] = {
    1: (
        say("1st Monday"),
        say("1st Tuesday"),
        say("1st Wednesday"),
        say("1st Thursday"),
        say("1st Friday"),
        say("1st Saturday"),
        say("1st Sunday"),
    ),
    2: (
        say("2nd Monday"),
        say("2nd Tuesday"),
        say("2nd Wednesday"),
        say("2nd Thursday"),
        say("2nd Friday"),
        say("2nd Saturday"),
        say("2nd Sunday"),
    ),
    3: (
        say("3rd Monday"),
        say("3rd Tuesday"),
        say("3rd Wednesday"),
        say("3rd Thursday"),
        say("3rd Friday"),
        say("3rd Saturday"),
        say("3rd Sunday"),
    ),
    4: (
        say("4th Monday"),
        say("4th Tuesday"),
        say("4th Wednesday"),
        say("4th Thursday"),
        say("4th Friday"),
        say("4th Saturday"),
        say("4th Sunday"),
    ),
    5: (
        say("5th Monday"),
        say("5th Tuesday"),
        say("5th Wednesday"),
        say("5th Thursday"),
        say("5th Friday"),
        say("5th Saturday"),
        say("5th Sunday"),
    ),
    -2: (
        say("second to last Monday"),
        say("second to last Tuesday"),
        say("second to last Wednesday"),
        say("second to last Thursday"),
        say("second to last Friday"),
        say("second to last Saturday"),
        say("second to last Sunday"),
    ),
    -1: (
        say("last Monday"),
        say("last Tuesday"),
        say("last Wednesday"),
        say("last Thursday"),
        say("last Friday"),
        say("last Saturday"),
        say("last Sunday"),
    ),
}
"""A weekday in a month, by its week."""

TWICE_IN_MONTH: Mapping[tuple[int, ...], Sequence[Words]] = {
    (1, 3): (
        say("1st and 3rd Monday"),
        say("1st and 3rd Tuesday"),
        say("1st and 3rd Wednesday"),
        say("1st and 3rd Thursday"),
        say("1st and 3rd Friday"),
        say("1st and 3rd Saturday"),
        say("1st and 3rd Sunday"),
    ),
    (2, 4): (
        say("2nd and 4th Monday"),
        say("2nd and 4th Tuesday"),
        say("2nd and 4th Wednesday"),
        say("2nd and 4th Thursday"),
        say("2nd and 4th Friday"),
        say("2nd and 4th Saturday"),
        say("2nd and 4th Sunday"),
    ),
    (1, -1): (
        say("1st and last Monday"),
        say("1st and last Tuesday"),
        say("1st and last Wednesday"),
        say("1st and last Thursday"),
        say("1st and last Friday"),
        say("1st and last Saturday"),
        say("1st and last Sunday"),
    ),
}
"""The pairs of weeks that groups like best, in one breath."""

MONTH_DAYS: Mapping[int, Words] = {
    1: say("1st"),
    2: say("2nd"),
    3: say("3rd"),
    4: say("4th"),
    5: say("5th"),
    6: say("6th"),
    7: say("7th"),
    8: say("8th"),
    9: say("9th"),
    10: say("10th"),
    11: say("11th"),
    12: say("12th"),
    13: say("13th"),
    14: say("14th"),
    15: say("15th"),
    16: say("16th"),
    17: say("17th"),
    18: say("18th"),
    19: say("19th"),
    20: say("20th"),
    21: say("21st"),
    22: say("22nd"),
    23: say("23rd"),
    24: say("24th"),
    25: say("25th"),
    26: say("26th"),
    27: say("27th"),
    28: say("28th"),
    29: say("29th"),
    30: say("30th"),
    31: say("31st"),
    -1: say("last day"),
}
"""A day of the month."""


def every_n_weeks(n: int) -> Sequence[Words]:
    """Every third week and rarer, by weekday."""
    return (
        say_n("Every {n} week on Monday", "Every {n} weeks on Monday", n),
        say_n("Every {n} week on Tuesday", "Every {n} weeks on Tuesday", n),
        say_n("Every {n} week on Wednesday", "Every {n} weeks on Wednesday", n),
        say_n("Every {n} week on Thursday", "Every {n} weeks on Thursday", n),
        say_n("Every {n} week on Friday", "Every {n} weeks on Friday", n),
        say_n("Every {n} week on Saturday", "Every {n} weeks on Saturday", n),
        say_n("Every {n} week on Sunday", "Every {n} weeks on Sunday", n),
    )
