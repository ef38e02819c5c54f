"""What is different in a neighbour's newer snapshot, in one line, and whether it may take the place of the old one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.comparing.changes import Change, changes
from generator.comparing.second_person import Why
from generator.language import Language
from generator.model.directory import Directory
from generator.model.listing import Listing
from generator.neighbours.snapshot import Snapshot
from generator.words import Words, say, say_n

MOST_NAMED = 3
HALF = 0.5
_GIVEN_AWAY = say("an address that was private is told: {names}", names="")
_NUMBERS = say("other numbers to call or text: {names}", names="")


def what_changed(before: Snapshot | None, after: Snapshot, ours: Directory, today: date, language: Language) -> Words:
    """One sentence about its listings; how they are ordered or spelt in the file makes no difference."""
    if before is None:
        return say_n("{n} listing, for the first time.", "{n} listings, for the first time.", len(after.listings))
    found = [
        change
        for change in changes(_directory(before, ours), _directory(after, ours), today, language)
        if isinstance(change.thing.part, Listing) or Why.GIVEN_AWAY in change.why
    ]
    if not found:
        return say("No listing changed.")
    new = [change for change in found if change.before is None]
    gone = [change for change in found if change.after is None]
    other = [change for change in found if change.before and change.after]
    told = [
        language.say(words)
        for words, those in (
            (say("new: {names}", names=_names(new, language)), new),
            (say("gone: {names}", names=_names(gone, language)), gone),
            (say("changed: {names}", names=_names(other, language)), other),
        )
        if those
    ]
    for why, template in ((Why.GIVEN_AWAY, _GIVEN_AWAY), (Why.NUMBER, _NUMBERS)):
        those = [change for change in other if why in change.why]
        if those:
            told.append(language.say(replace(template, values={"names": _names(those, language)})))
    return say("{changes}.", changes="; ".join(told))


def why_not(before: Snapshot | None, after: Snapshot) -> Words | None:
    """Why a person should look before the new snapshot takes the place of the old one; None if nothing speaks against it."""
    if not after.listings:
        return say("There is no listing in it.")
    if before is not None and len(after.listings) < HALF * len(before.listings):
        return say(
            "It has {n} listings, and the last one had {before}.", n=len(after.listings), before=len(before.listings)
        )
    return None


def _directory(snapshot: Snapshot, ours: Directory) -> Directory:
    """Only for comparing: the crisis lines are ours on both sides, so that they make no difference."""
    return Directory.model_construct(
        directory=snapshot.about,
        crisis=ours.crisis,
        organizations=tuple(snapshot.organizations),
        locations=tuple(snapshot.locations),
        groups=tuple(snapshot.groups),
        services=tuple(snapshot.services),
    )


def _names(found: Sequence[Change], language: Language) -> str:
    names = [change.thing.name for change in found[:MOST_NAMED]]
    more = len(found) - len(names)
    if more:
        names.append(language.say(say_n("{n} more", "{n} more", more)))
    return language.and_list(names)
