"""The questions of the form "Change a listing" for people who write a letter, in the directory's language."""

from __future__ import annotations

from collections.abc import Mapping

from generator.words import Words, say

QUESTIONS: Mapping[str, Words] = {
    "listing": say("Which listing?"),
    "name": say("What is it called?"),
    "summary": say("What is it, in one or two sentences?"),
    "status": say("Is it still on?"),
    "news": say("News that visitors must see first"),
    "when": say("When is it on?"),
    "place": say("Where is it?"),
    "phone": say("Which number can people call?"),
    "email": say("Which mail address can people write to?"),
    "website": say("Which page on the web is about it?"),
    "joining": say("How does one come in?"),
    "cost": say("What does it cost?"),
    "first-visit": say("What happens on a first visit?"),
    "how-known": say("How do you know?"),
    "private": say("Before you send"),
}
"""By the ids of the form's questions. In English they are the form's own words, so that a letter can be read as a form."""

OPENING = say("Thank you. Change what is wrong, and leave the rest as it is.")
PRIVATE = say("Please leave out full names, private numbers, secret addresses and anybody's health or story.")
"""What stands where the form has a box to tick."""
SHORT = say("What is wrong, or what has changed:")
"""All that is asked where the questions are too long for one address."""

CHOICES: Mapping[str, Words] = {
    "Just come": say("Just come"),
    "Get in touch first": say("Get in touch first"),
    "Sign up first": say("Sign up first"),
    "Somebody has to refer you": say("Somebody has to refer you"),
    "Free": say("Free"),
    "A donation is welcome": say("A donation is welcome"),
    "What your income allows": say("What your income allows"),
    "It is on": say("It is on"),
    "It is paused for now": say("It is paused for now"),
    "It has ended for good": say("It has ended for good"),
}
"""The answers that the form has to choose from."""
