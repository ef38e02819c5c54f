"""Every sentence that the finder's script says, in the language of the site.

The script puts values in where a name stands in braces. It says numbers only in ways that need no plural: a catalogue
knows how a language counts, a script does not.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.language import Language
from generator.words import Words, say

WHEN: Mapping[str, Words] = {
    "today": say("Today"),
    "tomorrow": say("Tomorrow"),
    "today_at": say("Today {time}"),
    "tomorrow_at": say("Tomorrow {time}"),
    "day_at": say("{day} {time}"),
    "now": say("Now"),
    "now_until": say("Now, until {time}"),
    "open_now": say("Open now"),
    "open_now_until": say("Open now, until {time}"),
    "open_today": say("Open today"),
    "open_tomorrow": say("Open tomorrow"),
    "open_day": say("Open {day}"),
    "opens_today_at": say("Opens today {time}"),
    "opens_tomorrow_at": say("Opens tomorrow {time}"),
    "opens_day_at": say("Opens {day} {time}"),
    "always": say("Open 24 hours"),
    "your_today": say("{time} your time"),
    "your_day": say("{day} {time} your time"),
}
"""When something is on; `time` and `day` are labels of the index."""

DISTANCES: Mapping[str, Words] = {
    "km": say("{n} km"),
    "mi": say("{n} miles"),
    "under_km": say("less than 1 km"),
    "under_mi": say("less than 1 mile"),
    "about_km": say("about {n} km"),
    "about_mi": say("about {n} miles"),
    "about_under_km": say("about 1 km"),
    "about_under_mi": say("about 1 mile"),
    "in_area": say("in this area"),
}
"""How far it is from where somebody starts; `about` where only the area of a place is known."""

TYPED: Mapping[str, Words] = {
    "typed_now": say("now, open now, right now"),
    "typed_today": say("today"),
    "typed_tonight": say("tonight, this evening"),
    "typed_tomorrow": say("tomorrow"),
    "typed_week": say("this week"),
    "typed_weekend": say("weekend, weekends, this weekend"),
    "typed_weekday": say("weekday, weekdays, during the week"),
    "typed_before_noon": say("am"),
    "typed_after_noon": say("pm"),
}
"""Words in a search that ask for a time, parted by commas."""

PAGE: Mapping[str, Words] = {
    "found": say("Found: {count}"),
    "found_nothing": say("Nothing fits all of this."),
    "clear": say("Clear all"),
    "to": say("to {time}"),
    "kind_group": say("Peer group"),
    "kind_service": say("Service"),
    "kind_worksheet": say("Worksheet"),
    "kind_article": say("To read"),
    "paper": say("Only what fits: {filters}."),
    "now_shown": say("Shown now: {count}"),
    "more": say("Show {count} more"),
    "show": say("Show what fits: {count}"),
    "left": say("{name}, {count} left"),
    "left_none": say("{name}, none left"),
    "chosen": say("chosen: {count}"),
    "remove": say("Remove filter: {name}"),
    "remove_words": say("Remove the words: {words}"),
    "words_chip": say("“{words}”"),
    "near_chip": say("Near {place}"),
    "unknown": say("Part of this address is not known here and was left out: {words}"),
    "found_by": say("Found by: {words}"),
    "meant": say("Nothing has “{typed}”. Shown is what has “{used}”."),
    "has_not": say("Nothing here has “{typed}”."),
    "partly": say("Some could not be searched just now; the connection may be lost."),
    "old": say("This page was made on {day}. Please ask before you set out."),
    "clock": say("The date on this device may be wrong, so times are shown as on {day}."),
}
"""What stands round the list."""

SORTS: Mapping[str, Words] = {
    "sort_next": say("Soonest first"),
    "sort_best": say("Best match first"),
    "sort_near": say("Nearest first"),
    "sort_name": say("By name"),
}

HEADINGS: Mapping[str, Words] = {
    "head_today": say("Today"),
    "head_tomorrow": say("Tomorrow"),
    "head_open": say("Open for hours"),
    "head_any": say("By arrangement, or at any time"),
}

PLACES: Mapping[str, Words] = {
    "near_ask": say("Your browser will ask whether this page may know where you are."),
    "near_found": say("Sorted by how near it is. Where you are stays on this device."),
    "near_refused": say("Your browser did not say where you are. Type an area or postcode instead."),
    "near_never": say("This browser cannot say where it is. Type an area or postcode instead."),
    "near_unknown": say("“{typed}” is not an area or postcode in this directory. Known areas: {areas}."),
    "near_typed": say("Sorted by how near it is to {place}."),
    "near_you": say("Near you"),
}
"""What the page says to somebody who asks what is near."""

NOTHING: Mapping[str, Words] = {
    "without": say("Without “{name}”: {count}"),
    "without_words": say("Without the words “{words}”: {count}"),
    "without_any": say("Without any filter: {count}"),
    "in_area_count": say("{name}: {count}"),
}
"""What to do next when nothing was found."""


def sentences(language: Language) -> dict[str, str]:
    """All of them by their keys; no key stands in two tables.

    >>> sentences(Language.load("en"))["found"]
    'Found: {count}'
    """
    tables = (WHEN, DISTANCES, TYPED, PAGE, SORTS, HEADINGS, PLACES, NOTHING)
    said = {key: language.say(words) for table in tables for key, words in table.items()}
    return {**said, "list": language.said_list(["{first}", "{second}"])}
