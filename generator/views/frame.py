"""What stands round every page: the name, the crisis lines, the ways through the site and out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.addresses import Addresses
from generator.language import Language, primary
from generator.model.about import About
from generator.model.choice import Kind, LeavePages
from generator.model.crisis import CrisisKind, CrisisLine, most_urgent
from generator.model.phone import dial, spoken
from generator.views import paths
from generator.views.survey import Survey
from generator.words import Words, say


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the frame; `url` is relative to the page it stands on."""

    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links of the footer under one heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LicenceLink:
    """Under which licence the listings may be used."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class UrgentWay:
    """One way to reach help now, for the strip: `Call` `988`, with its tel: or sms: address."""

    name: str
    words: str
    short: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the theme shows round a page; it decides nothing itself."""

    name: str
    tagline: str
    is_demo: bool
    language: str
    direction: str
    words_language: str
    """The language of the generator's own sentences, where it is another than the listings'; else nothing."""
    kind: str
    urgent: tuple[UrgentWay, ...]
    top: tuple[Link, ...]
    footer: tuple[LinkGroup, ...]
    home: Link
    help_now: Link
    plan: Link
    suggest: Link
    leave_url: str
    leave_on: bool
    licence: LicenceLink | None
    updated: str
    made: str
    """The day the page is of, in the directory's time zone, as 2026-11-22."""
    zone: str
    """The time zone of all its times, as the IANA database names it."""
    made_on: str
    """The same for people, with its weekday."""
    old_after: int
    """From how many days on the page says that it is old."""
    offers_keeping: bool
    """Whether this page has the box "Keep these pages for when there is no signal"."""
    problems: tuple[str, ...]
    edit_url: str
    json_ld: str
    robots: str
    early: tuple[str, ...]
    """Scripts this page asks for before anything else, by their paths in the site."""
    early_words: str
    """What its own script has to know before the page is there."""


TOP: Sequence[tuple[Words, str, tuple[str, ...]]] = (
    (say("Find support"), paths.FIND, ("find/", "listings/", "groups/", "services/", "goals/", "areas/")),
    (say("This week"), paths.WEEK, ("week",)),
    (say("Worksheets"), paths.of_kind(Kind.WORKSHEET), ("worksheets/",)),
    (say("Learn"), paths.LEARN, ("learn/",)),
    (say("Help now"), paths.HELP_NOW, ("help-now",)),
)

FOOTER: Sequence[tuple[Words, Sequence[tuple[Words, str]]]] = (
    (
        say("Find"),
        (
            (say("What matters to you"), paths.GOALS),
            (say("Areas"), paths.AREAS),
            (say("Peer groups"), paths.of_kind(Kind.GROUP)),
            (say("Services"), paths.of_kind(Kind.SERVICE)),
            (say("All listings"), paths.ALL),
            (say("My plan"), paths.PLAN),
        ),
    ),
    (
        say("About this directory"),
        (
            (say("About us"), paths.ABOUT),
            (say("How listings are checked"), paths.HOW_CHECKED),
            (say("Suggest a change"), paths.SUGGEST),
            (say("To print"), paths.TO_PRINT),
        ),
    ),
    (
        say("The small print"),
        (
            (say("Privacy"), paths.PRIVACY),
            (say("Accessibility"), paths.ACCESSIBILITY),
            (say("Open data and license"), paths.LICENCE),
            (say("Data files and calendars"), paths.DATA),
        ),
    ),
)


LEAVE_ON = {
    "home": LeavePages.HOME,
    "find": LeavePages.FIND,
    "find-value": LeavePages.FIND,
    "week": LeavePages.WEEK,
    "plan": LeavePages.PLAN,
    "help-now": LeavePages.HELP_NOW,
    "listing": LeavePages.LISTINGS,
    "worksheet": LeavePages.WORKSHEETS,
    "worksheets": LeavePages.WORKSHEETS,
    "goals": LeavePages.LISTS,
    "goal": LeavePages.LISTS,
    "areas": LeavePages.LISTS,
    "area": LeavePages.LISTS,
    "all": LeavePages.LISTS,
    "kind": LeavePages.LISTS,
}
"""What curators call the pages of each kind; the others are articles."""

KEEPS = (paths.HELP_NOW, paths.PLAN, paths.PRIVACY)
"""The pages on which one may ask to have pages kept on the device: where it matters, and where it is explained."""


def has_leave_button(about: About, kind: str) -> bool:
    """Whether the pages of this kind have "Leave this site"."""
    return about.leave_button and (not about.leave_on or LEAVE_ON.get(kind, LeavePages.ARTICLES) in about.leave_on)


def frame(
    survey: Survey,
    addresses: Addresses,
    here: str,
    kind: str,
    *,
    problems: Sequence[str] = (),
    json_ld: str = "",
    edit_url: str = "",
    early: tuple[str, ...] = (),
    early_words: str = "",
    is_unlisted: bool = False,
) -> Frame:
    """The frame of the page at `here`; all its addresses are relative to that page."""
    about, language = survey.directory.about, survey.language
    own = language if language.code == about.language else Language.load(about.language)

    def link(title: Words, to: str, *, is_current: bool = False) -> Link:
        return Link(language.say(title), addresses.link(here, to), is_current)

    return Frame(
        name=about.name,
        tagline=about.tagline or "",
        is_demo=about.demo,
        language=about.language,
        direction="rtl" if own.is_right_to_left else "ltr",
        words_language="" if language.of_sentences == primary(about.language) else language.of_sentences,
        kind=kind,
        urgent=urgent_ways(survey),
        top=tuple(link(title, to, is_current=here.startswith(starts)) for title, to, starts in TOP),
        footer=tuple(
            LinkGroup(language.say(title), tuple(link(name, to) for name, to in links)) for title, links in FOOTER
        ),
        home=Link(about.name, addresses.link(here, paths.HOME)),
        help_now=link(say("All help lines"), paths.HELP_NOW),
        plan=link(say("My plan"), paths.PLAN, is_current=here == paths.PLAN),
        suggest=link(say("Suggest a change"), paths.SUGGEST),
        leave_url=about.leave_url,
        leave_on=has_leave_button(about, kind),
        licence=LicenceLink(about.licence.name, about.licence.url or addresses.link(here, paths.LICENCE))
        if about.licence
        else None,
        updated=language.date(survey.today),
        made=survey.today.isoformat(),
        zone=survey.zone,
        made_on=language.date(survey.today, "full"),
        old_after=(about.old_after.after(survey.today) - survey.today).days,
        offers_keeping=about.offline and here in KEEPS,
        problems=tuple(problems),
        edit_url=edit_url,
        json_ld=json_ld,
        robots="noindex" if about.demo or is_unlisted else "index, follow",
        early=early,
        early_words=early_words,
    )


@dataclass(frozen=True, slots=True)
class UrgentLine:
    """One of the most urgent lines with its quickest ways."""

    name: str
    ways: tuple[UrgentWay, ...]


def urgent_lines(survey: Survey) -> tuple[UrgentLine, ...]:
    """The most urgent lines, each with its first number and, beside the emergency's, its first text line."""
    return tuple(UrgentLine(line.name, tuple(_ways(line, survey))) for line in most_urgent(survey.crisis_lines))


def urgent_ways(survey: Survey) -> tuple[UrgentWay, ...]:
    """The ways of these lines in one row, for the strip on every page."""
    return tuple(way for line in urgent_lines(survey) for way in line.ways)


def _ways(line: CrisisLine, survey: Survey) -> Iterator[UrgentWay]:
    country, say_it, apart = survey.directory.about.country, survey.language.say, survey.language.apart
    for phone in line.phones[:1]:
        number = spoken(phone, country, say_it)
        yield UrgentWay(line.name, say_it(say("Call {number}", number=number)), apart(number), dial(phone, country))
    if line.kind is not CrisisKind.EMERGENCY:
        for text in line.text[:1]:
            words = say_it(text.in_words(country))
            yield UrgentWay(line.name, words, apart(spoken(text, country, say_it)), dial(text, country))
