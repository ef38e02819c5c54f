"""The PDFs of a worksheet stand on its page: that for the paper of the country as a button, the others as links."""

from __future__ import annotations

from bs4 import BeautifulSoup
from jinja2 import ChoiceLoader, DictLoader

from generator.addresses import Addresses
from generator.language import Language
from generator.pages.environment import Templates
from generator.views.papers import Paper

PATH = "worksheets/my-goal.md"
NAMES = [
    "Letter",
    "Letter, to fill in",
    "Letter, large print",
    "Letter, large print, to fill in",
    "A4",
    "A4, to fill in",
]


def offered(count: int) -> BeautifulSoup:
    papers = [Paper(f"worksheets/my-goal/{n}.pdf", name, f"{n + 30} kB") for n, name in enumerate(NAMES[:count])]
    templates = Templates(Language.load("en"), Addresses())
    # A template as those of the pages are, since what it imports is told its page by `render`.
    text = '{% from "parts/on_paper.html.jinja" import on_paper %}{{ on_paper(papers) }}'
    templates._environment.loader = ChoiceLoader([DictLoader({"page": text}), templates._environment.loader])  # type: ignore[list-item]
    return BeautifulSoup(templates.render("page", PATH, papers=papers), "html.parser")


def test_the_first_is_a_button_and_all_say_their_size() -> None:
    page = offered(6)
    (button,) = page.select("a.wp-button")
    assert (button.get_text(), button["href"]) == ("Letter", "0.pdf")
    assert [link.get_text() for link in page.select("a")] == NAMES
    assert [text.get_text() for text in page.select(".wp-quiet")] == [f"PDF, {size} kB" for size in range(30, 36)]


def test_those_for_other_paper_are_put_away() -> None:
    assert [link.get_text() for link in offered(6).select("details a")] == NAMES[4:]
    assert offered(4).select("details") == []


def test_where_none_are_made_nothing_is_offered() -> None:
    assert offered(0).get_text().strip() == ""
