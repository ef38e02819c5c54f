"""The pages that browser tests open: one or more of every kind."""

from __future__ import annotations

# A sample of every page kind, with the variants that look different.
PAGES = {
    "home": "",
    "goals": "goals/",
    "goal": "goals/work-or-study/",
    "areas": "areas/",
    "area": "areas/river-flats/",
    "all listings": "listings/",
    "second sheet of listings": "listings/2/",
    "groups": "groups/",
    "services": "services/",
    "weekly group": "groups/tuesday-talkers/",
    "group with a cancelled date": "groups/first-and-third-harbor/",
    "group online at night": "groups/night-owls-online/",
    "group in Spanish": "groups/circulo-de-apoyo/",
    "paused group": "groups/flats-evening-circle/",
    "group overdue for review": "groups/marsh-end-knitters/",
    "service": "services/bayside-counseling/",
    "confidential service": "services/safe-harbor/",
    "worksheets": "worksheets/",
    "worksheet: values": "worksheets/my-values/",
    "worksheet: goal": "worksheets/my-goal/",
    "worksheet: people": "worksheets/my-people/",
    "this week": "week/",
    "my plan": "plan/",
    "help now": "help-now/",
    "learn": "learn/",
    "learn page": "learn/hope/",
    "about": "about/",
    "privacy": "about/privacy/",
    "suggest a change": "suggest/",
    "not found": "404.html",
}
