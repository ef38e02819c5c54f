"""The words in which volunteers say when something is: what is understood, as what, and what is refused with which advice."""

from __future__ import annotations

import string
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.base import Refused
from generator.model.when import Frequency, Recurrence, day_and_hours, parse_when, typed
from generator.model.when.vocabulary import KNOWN
from tests.schedule.patterns import recurrences

UNDERSTOOD = [
    # Weekdays, in every spelling.
    ("Tuesday 18:30-20:00", "Tuesday 18:30-20:00"),
    ("every Tuesday, 6.30pm - 8pm", "Tuesday 18:30-20:00"),
    ("Each Tuesday from 6:30 PM to 8 PM", "Tuesday 18:30-20:00"),
    ("On Tuesdays between 6.30pm and 8pm", "Tuesday 18:30-20:00"),
    ("TUESDAY 18.30 – 20.00", "Tuesday 18:30-20:00"),
    ("Tuesday\u00a018:30\u200a—\u200a20:00.", "Tuesday 18:30-20:00"),
    ("Ｔｕｅｓｄａｙ　１８：３０", "Tuesday 18:30"),
    ("tues. 18:30 until 20:00", "Tuesday 18:30-20:00"),
    ("18:30-20:00 Tuesday", "Tuesday 18:30-20:00"),
    ("Tuesday's at 6:30 p.m.", "Tuesday 18:30"),
    ("Tuesdays 7-9pm", "Tuesday 19:00-21:00"),
    ("Saturday 10-2pm", "Saturday 10:00-14:00"),
    ("Saturday 9-12pm", "Saturday 09:00-12:00"),
    ("Saturday 11.30-1pm", "Saturday 11:30-13:00"),
    ("Saturday 10:30-11am", "Saturday 10:30-11:00"),
    ("Saturday 9:30-17:00", "Saturday 09:30-17:00"),
    ("Saturday 18-20", "Saturday 18:00-20:00"),
    ("Sunday noon-2pm", "Sunday 12:00-14:00"),
    ("Sunday 12 noon to 14:00", "Sunday 12:00-14:00"),
    ("Friday 18:00 to midnight", "Friday 18:00-24:00"),
    ("Friday 6pm-12am", "Friday 18:00-24:00"),
    ("Friday 22:00-02:00", "Friday 22:00-02:00"),
    ("Friday 22:00-2:00", "Friday 22:00-02:00"),
    ("Saturday 00:00-02:00", "Saturday 00:00-02:00"),
    ("Monday to Friday 09:00-17:00", "Monday to Friday 09:00-17:00"),
    ("from Mon through Fri 9am-5pm", "Monday to Friday 09:00-17:00"),
    ("weekdays 09:00-17:00", "Monday to Friday 09:00-17:00"),
    ("open every weekday 09:00-17:00", "Monday to Friday 09:00-17:00"),
    ("weekends", "Saturday and Sunday"),
    ("Mon-Wed and Fri 10:00", "Monday, Tuesday, Wednesday and Friday 10:00"),
    ("Saturday to Monday", "Monday, Saturday and Sunday"),
    ("Mon, Wed and Fri 10:00-12:00", "Monday, Wednesday and Friday 10:00-12:00"),
    ("Mon/Wed/Fri 10:00-12:00", "Monday, Wednesday and Friday 10:00-12:00"),
    ("Mon & Thurs 10:00", "Monday and Thursday 10:00"),
    ("every day 08:00-20:00", "every day 08:00-20:00"),
    ("daily", "every day"),
    ("7 days a week 08:00-20:00", "every day 08:00-20:00"),
    ("weekly on Tuesday", "Tuesday"),
    # Every so many weeks.
    ("every 2nd week on Tuesday 18:00-19:30", "every 2 weeks on Tuesday 18:00-19:30"),
    ("every second week on Tuesday", "every 2 weeks on Tuesday"),
    ("every other Tuesday", "every 2 weeks on Tuesday"),
    ("every other week on Monday and Thursday", "every 2 weeks on Monday and Thursday"),
    ("alternate Tuesdays 19:00", "every 2 weeks on Tuesday 19:00"),
    ("fortnightly on Tuesday", "every 2 weeks on Tuesday"),
    ("Tuesday 19:00-20:00, fortnightly", "every 2 weeks on Tuesday 19:00-20:00"),
    ("every fortnight on Tuesday", "every 2 weeks on Tuesday"),
    ("every three weeks on Friday", "every 3 weeks on Friday"),
    ("Friday every 3 weeks", "every 3 weeks on Friday"),
    ("every 1 weeks on Friday", "Friday"),
    # Weeks and days of the month.
    ("1st and 3rd Tuesday 19:00-20:30", "1st and 3rd Tuesday of the month 19:00-20:30"),
    ("first and third tuesdays, 7pm-8.30pm", "1st and 3rd Tuesday of the month 19:00-20:30"),
    ("every 1st and 3rd Tuesday", "1st and 3rd Tuesday of the month"),
    ("1st Tuesday and 3rd Tuesday", "1st and 3rd Tuesday of the month"),
    ("second Tuesday of the month", "2nd Tuesday of the month"),
    ("every 2nd Tuesday of the month", "2nd Tuesday of the month"),
    ("the 2nd Tuesday in each month", "2nd Tuesday of the month"),
    ("last Friday", "last Friday of the month"),
    ("every last Friday", "last Friday of the month"),
    ("second-to-last Monday", "2nd to last Monday of the month"),
    ("next to last Monday", "2nd to last Monday of the month"),
    ("1st and last Saturday of every month", "1st and last Saturday of the month"),
    ("1st Tuesday and Thursday", "1st Tuesday and Thursday of the month"),
    ("15th of every month", "15th of the month"),
    ("monthly on the 15th", "15th of the month"),
    ("2nd and 15th of the month", "2nd and 15th of the month"),
    ("last day of the month", "last day of the month"),
    ("1st and last day of the month", "1st and last day of the month"),
    ("1st Tuesday every 3 months", "1st Tuesday every 3 months"),
    ("quarterly on the first Tuesday", "1st Tuesday every 3 months"),
    ("1st Tuesday of every 2nd month", "1st Tuesday every 2 months"),
    ("every other month on the 15th", "15th every 2 months"),
    # No days at all, or single ones.
    ("24 hours", "24 hours"),
    ("Open 24 hours a day, 7 days a week", "24 hours"),
    ("24/7", "24 hours"),
    ("always open", "24 hours"),
    ("every day 00:00-24:00", "24 hours"),
    ("24 hours, Friday and Saturday", "Friday and Saturday 24 hours"),
    ("By appointment only.", "by appointment"),
    ("2026-12-24 18:00-20:00", "2026-12-24 18:00-20:00"),
    ("on 2026-12-31 and 2026-12-24 from 6pm", "2026-12-24 and 2026-12-31 18:00"),
    ("2026-9-1", "2026-09-01"),
]

MORNING_OR_EVENING = "does not say what is in the morning and what in the evening."
TWO_LINES = "Type one line for each, in brackets: [Tuesday 10:00-12:00, Friday 14:00-16:00]."
AS_IN = "Type it as in: Tuesday 18:30-20:00, or: 1st and 3rd Tuesday 19:00-20:30."
IN_MONTH = "Type it as in: 1st Tuesday of the month, or: 1st Tuesday every 3 months."
ISO = "Type year, month and day, as in: 2026-09-01."
ISO_WORDS = "Type dates as year, month and day, as in: 2026-09-01."
CLOCK = "Type am or pm with both times, or the 24-hour clock, as in:"

REFUSED = [
    # What is not there.
    ("", "Nothing is typed here.", AS_IN),
    ("  .", "Nothing is typed here.", AS_IN),
    ("18:30-20:00", "'18:30-20:00' does not say on which days.", "Type the days too, as in: Tuesday 18:30-20:00, or: every day 08:00-20:00."),
    ("fortnightly", "'fortnightly' does not say on which days.", "Type the days too, as in: Tuesday 18:30-20:00, or: every day 08:00-20:00."),
    ("monthly", "'monthly' does not say on which days.", IN_MONTH),
    ("Tuesday every month", "'Tuesday every month' does not say which of these days in a month.", IN_MONTH),
    ("Tuesday of the month", "'Tuesday of the month' does not say which of these days in a month.", IN_MONTH),
    ("last", "'last' does not say the last what.", "Type a weekday or 'day' after it, as in: last Friday, or: last day of the month."),
    ("last weekday of the month", "'last weekday of the month' does not say which day of the week.", "Type the day's name, as in: last Friday of the month."),
    ("Tuesday 18:30-", "'Tuesday 18:30-' does not say until when.", "Type both times, as in: 18:30-20:00, or the first alone."),
    # Times that cannot be, or could be two.
    ("Tuesday 25:00", "'Tuesday 25:00': '25:00' is not a time of the day.", "Hours go from 00 to 23 and minutes from 00 to 59, as in: 18:30."),
    ("Tuesday 18:75", "'Tuesday 18:75': '18:75' is not a time of the day.", "Hours go from 00 to 23 and minutes from 00 to 59, as in: 18:30."),
    ("Tuesday 13pm", "'Tuesday 13pm': '13pm' is not a time of the day.", "With am or pm hours go from 1 to 12: type 6:30pm or 18:30."),
    ("Tuesday 1830", "'Tuesday 1830': '1830' is not a time of the day.", "Type times with a colon, as in: 18:30."),
    ("Tuesday 18:30-18:30", "'Tuesday 18:30-18:30' begins and ends at the same time.", "Type when it ends, or: 24 hours."),
    ("weekdays 9-5", f"'weekdays 9-5' {MORNING_OR_EVENING}", f"{CLOCK} 09:00-17:00."),
    ("Tuesday 5-7", f"'Tuesday 5-7' {MORNING_OR_EVENING}", f"{CLOCK} 17:00-19:00."),
    ("Tuesday 9:30-11:00", f"'Tuesday 9:30-11:00' {MORNING_OR_EVENING}", f"{CLOCK} 09:30-11:00."),
    ("Tuesday 7pm-9", f"'Tuesday 7pm-9' {MORNING_OR_EVENING}", f"{CLOCK} 19:00-21:00."),
    ("Tuesday 10:30-11pm", f"'Tuesday 10:30-11pm' {MORNING_OR_EVENING}", f"{CLOCK} 10:30-23:00."),
    ("Saturday 7-midnight", f"'Saturday 7-midnight' {MORNING_OR_EVENING}", f"{CLOCK} 19:00-00:00."),
    ("Mondays at 7", "'Mondays at 7' does not say whether 7 is in the morning or in the evening.", "Type 7am or 7pm."),
    ("Mondays at 7.15", "'Mondays at 7.15' does not say whether 7.15 is in the morning or in the evening.", "Type 7:15am or 7:15pm."),
    ("Friday midnight-2am", "'Friday midnight-2am' does not say which midnight it begins at.", "Type 00:00 with the day that then begins, as in: Saturday 00:00-02:00."),
    ("Friday 24:00", "'Friday 24:00' does not say which midnight it begins at.", "Type 00:00 with the day that then begins, as in: Saturday 00:00-02:00."),
    # Days that cannot be, or could be others.
    ("6th Tuesday", "'6th Tuesday': a month has at most five of each weekday.", "Type 1st to 5th, or last."),
    ("sixth Tuesday", "'sixth Tuesday': a month has at most five of each weekday.", "Type 1st to 5th, or last."),
    ("32nd of the month", "'32nd of the month': a month has no such day.", "Type 1st to 31st, or: last day of the month."),
    ("every second Tuesday", "'every second Tuesday' can mean every so many weeks, or once in each month.", "Type: every 2nd week on Tuesday, or: 2nd Tuesday of the month."),
    ("biweekly on Tuesday", "'biweekly on Tuesday': 'biweekly' can mean twice in that time or every second time.", "Type: every 2nd week on Tuesday, or: Tuesday and Thursday."),
    ("every 0 weeks on Tuesday", "'every 0 weeks on Tuesday': '0' is not a number of weeks or months this file can use.", "Type 1 to 52 weeks or 1 to 24 months."),
    ("every 53rd week on Tuesday", "'every 53rd week on Tuesday': '53rd' is not a number of weeks or months this file can use.", "Type 1 to 52 weeks or 1 to 24 months."),
    ("Monday and Monday", "'Monday and Monday' names the same day twice.", "Take one of them out."),
    ("2026-12-24, 2026-12-24", "'2026-12-24, 2026-12-24' names the same day twice.", "Take one of them out."),
    ("01/09/2026 18:00", "'01/09/2026 18:00': '01/09/2026' is not a date this file can use.", ISO),
    ("24.12.2026", "'24.12.2026': '24.12.2026' is not a date this file can use.", ISO),
    ("9/1 18:00", "'9/1 18:00': '9/1' is not a date this file can use.", ISO),
    ("2026-02-30", "'2026-02-30' is not a day of the calendar.", "Check the month (01 to 12) and the day."),
    ("24 December 2026 18:00", "'24 December 2026 18:00': the word 'December' is not understood.", ISO_WORDS),
    # Words that are not understood.
    ("Tusday 18:30", "'Tusday 18:30': the word 'Tusday' is not understood.", "Did you mean 'Tuesday'?"),
    ("tu 18:30", "'tu 18:30': the word 'tu' is not understood.", "Did you mean 'Tuesday'?"),
    ("Tuesday 18:30 upstairs", "'Tuesday 18:30 upstairs': the word 'upstairs' is not understood.", AS_IN),
    ("every day except Sunday", "'every day except Sunday': the word 'except' is not understood.", "Type the days it is on, and days off under 'cancelled' or 'breaks'."),
    ("every 3 days", "'every 3 days': the word 'days' is not understood.", "Type the days of the week, as in: Monday, Wednesday and Friday."),
    ("<b>Tuesday</b>", "'<b>Tuesday</b>': the sign '<' is not understood.", AS_IN),
    ("Tuesday\u202e18:30", "'Tuesday\u202e18:30': the sign '\u202e' is not understood.", AS_IN),
    ("Tuesday Thursday", "'Tuesday Thursday': 'Thursday' makes no sense where it stands.", AS_IN),
    ("Tuesday-Tuesday", "'Tuesday-Tuesday': '-' makes no sense where it stands.", AS_IN),
    ("every 2 Tuesdays", "'every 2 Tuesdays': '2' makes no sense where it stands.", AS_IN),
    ("1st Tuesday of", "'1st Tuesday of' breaks off.", AS_IN),
    # Two things in one line.
    ("Tuesday 10:00-12:00 and Friday 14:00-16:00", "'Tuesday 10:00-12:00 and Friday 14:00-16:00' has a second time in it: '14:00'.", TWO_LINES),
    ("Tuesday 10:00-12:00, 14:00-16:00", "'Tuesday 10:00-12:00, 14:00-16:00' has a second time in it: '14:00'.", TWO_LINES),
    ("1st Monday and 3rd Tuesday", "'1st Monday and 3rd Tuesday' says two things at once.", TWO_LINES),
    ("Monday and 3rd Tuesday", "'Monday and 3rd Tuesday' says two things at once.", TWO_LINES),
    ("2026-12-24 every 2 weeks", "'2026-12-24 every 2 weeks' says two things at once.", TWO_LINES),
    ("fortnightly every 3 weeks on Tuesday", "'fortnightly every 3 weeks on Tuesday' says twice how often it is.", TWO_LINES),
    ("every 2 weeks on the 1st Tuesday", "'every 2 weeks on the 1st Tuesday' counts in weeks and in months at once.", IN_MONTH),
    ("by appointment Tuesday 10:00", "'by appointment Tuesday 10:00' has days or times beside 'by appointment'.", "Type 'by appointment' alone, and the days and times under 'note'."),
    ("Tuesday " * 130, "This line has 1039 letters; 1000 fit here.", "Type only days and times here, and the rest under 'note'."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "canonical"), UNDERSTOOD)
def test_what_people_type_is_understood(line: str, canonical: str) -> None:
    assert typed(parse_when(line)) == canonical


@pytest.mark.parametrize(("line", "message", "hint"), REFUSED, ids=[line[:40] for line, *_ in REFUSED])
def test_what_is_wrong_or_unclear_is_refused_with_advice(line: str, message: str, hint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_when(line)
    assert (str(refused.value.message), str(refused.value.hint), refused.value.rule) == (message, hint, "when")


def test_the_parts_of_a_pattern_are_what_the_words_say() -> None:
    assert parse_when("1st and last Tuesday every 3 months 22:00-02:00") == Recurrence(
        Frequency.MONTHLY, 3, weekdays=(1,), weeks=(1, -1), opens_at=time(22), closes_at=time(2)
    )
    assert parse_when("every other week on Monday and Sunday") == Recurrence(Frequency.WEEKLY, 2, weekdays=(0, 6))
    assert parse_when("15th and last day of the month") == Recurrence(Frequency.MONTHLY, month_days=(15, -1))
    assert parse_when("2026-12-24 18:00") == Recurrence(Frequency.DATES, dates=(date(2026, 12, 24),), opens_at=time(18))


def test_a_long_line_is_shown_by_its_beginning() -> None:
    with pytest.raises(Refused) as refused:
        parse_when("Tuesday " * 20)
    assert str(refused.value.message) == f"'{'Tuesday ' * 12}Tues…': 'Tuesday' makes no sense where it stands."


def test_a_whole_term_of_single_dates_fits_in_a_line() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 11) for day in (1, 8, 15, 22)]
    assert len(parse_when(f"{', '.join(days)} 18:00").dates) == 40


@example(Recurrence(Frequency.MONTHLY, month_days=(*range(1, 32), -1)))
@given(recurrence=recurrences)
def test_the_typed_form_is_read_back_as_the_same(recurrence: Recurrence) -> None:
    assert parse_when(typed(recurrence)) == recurrence


words = st.sampled_from(
    [*sorted(KNOWN), "1st", "2nd", "7pm", "18:30", "7", "2026-12-24", "-", ",", "and", "24 hours", "daily", "5th"]
)


@given(line=st.lists(words, max_size=9).map(" ".join) | st.text(max_size=40) | st.text(string.printable, max_size=40))
def test_whatever_is_typed_is_understood_or_refused_in_words(line: str) -> None:
    try:
        understood = parse_when(line)
    except Refused as refused:
        assert str(refused.message)
        assert str(refused.hint)
    else:
        assert parse_when(typed(understood)) == understood


def test_each_advice_can_be_followed() -> None:
    for line in ("Tuesday 18:30-20:00", "1st and 3rd Tuesday 19:00-20:30", "last Friday", "last day of the month", "24 hours",
                 "every 2nd week on Tuesday", "2nd Tuesday of the month", "1st Tuesday every 3 months", "Tuesday and Thursday",
                 "every day 08:00-20:00", "Saturday 00:00-02:00", "Monday, Wednesday and Friday", "Tuesday 10:00-12:00",
                 "Friday 14:00-16:00"):  # fmt: skip
        assert parse_when(typed(parse_when(line))) == parse_when(line)


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"frequency": Frequency.WEEKLY}, "what is weekly needs weekdays and nothing else"),
        ({"frequency": Frequency.WEEKLY, "weekdays": (7,)}, "weekdays are of 0 to 6, in order, each once"),
        ({"frequency": Frequency.WEEKLY, "weekdays": (2, 1)}, "weekdays are of 0 to 6, in order, each once"),
        ({"frequency": Frequency.WEEKLY, "weekdays": (1,), "interval": 0}, "an interval of 0 is not between 1 and 52"),
        ({"frequency": Frequency.MONTHLY, "weekdays": (1,)}, "what is monthly needs either weekdays with their weeks, or days of the month"),
        ({"frequency": Frequency.MONTHLY, "weekdays": (1,), "month_days": (1,)}, "weekdays of a month need their weeks"),
        ({"frequency": Frequency.DATES}, "dates belong to single dates, and these need some"),
        ({"frequency": Frequency.ALWAYS, "weekdays": (1,)}, "weekdays belong to what is weekly or monthly"),
        ({"frequency": Frequency.ALWAYS, "opens_at": time(1)}, "what has no days of its own has no hours"),
        ({"frequency": Frequency.WEEKLY, "weekdays": (1,), "closes_at": time(1)}, "an end needs a beginning"),
        ({"frequency": Frequency.WEEKLY, "weekdays": (1,), "opens_at": time(1), "closes_at": time(1)}, "beginning and end are the same"),
        ({"frequency": Frequency.WEEKLY, "weekdays": (1,), "opens_at": time(1, 0, 5)}, "times are hours and minutes of the wall clock"),
        ({"frequency": Frequency.DATES, "dates": (date(2026, 2, 1), date(2026, 1, 1))}, "dates stand in order, each once"),
    ],
)  # fmt: skip
def test_a_pattern_whose_parts_do_not_belong_together_cannot_be_made(parts: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=f"^{fault}$"):
        Recurrence(**parts)  # type: ignore[arg-type]


def test_a_date_may_have_its_own_times() -> None:
    assert str(day_and_hours("2026-12-21 7pm to 8.30pm")) == "2026-12-21 19:00-20:30"
    assert str(day_and_hours("2026-12-21")) == "2026-12-21"


@pytest.mark.parametrize("line", ["Tuesday 18:00", "2026-12-21 and 2026-12-22", "by appointment"])
def test_anything_but_one_date_is_refused_where_one_belongs(line: str) -> None:
    with pytest.raises(Refused) as refused:
        day_and_hours(line)
    assert str(refused.value.message) == f"'{line}' is not one date."
    assert (
        str(refused.value.hint)
        == "Type a date, and times if they are not the usual ones, as in: 2026-12-21 19:00-20:30."
    )
