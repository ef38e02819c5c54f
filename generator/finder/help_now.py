"""The page of crisis lines as something that is found: whoever types that they want to die is shown it first."""

from __future__ import annotations

from html import escape

from generator.finder.article import Article
from generator.finder.other_words import danger_words
from generator.language import primary
from generator.views import paths
from generator.views.survey import Survey
from generator.words import say


def help_now(survey: Survey) -> Article:
    """`help-now`, found by its lines and by every word for danger in the site's languages."""
    say_it = survey.language.say
    spoken = dict.fromkeys(map(primary, (survey.directory.about.language, survey.language.code)))
    lines = "".join(f"<h2>{escape(line.name)}</h2><p>{escape(line.summary)}</p>" for line in survey.crisis_lines)
    return Article(
        paths.HELP_NOW,
        say_it(say("Help now")),
        lines,
        say_it(say("People to call, text or chat with right now.")),
        danger_words(list(spoken)),
    )
