"""Every page of the built site is HTML as the standard has it, and has a name of its own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.site.accessibility.html_rules import faults
from tests.site.accessibility.kinds import every_page, file_of

PAGE = '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><main><h1>t</h1>{}</main></body></html>'


def _title(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert found
    return found[1].strip()


def test_every_page_keeps_to_the_standard(built_site: Path, subtests: pytest.Subtests) -> None:
    pages = every_page(built_site)
    assert len(pages) > 100
    for address in pages:
        found = faults(file_of(built_site, address).read_text("utf-8"))
        if found:
            with subtests.test(f"/{address}"):
                assert found == []


def test_no_two_pages_of_one_part_have_the_same_title(built_site: Path) -> None:
    titles = Counter(
        (address.partition("/")[0], _title(file_of(built_site, address).read_text("utf-8")))
        for address in every_page(built_site)
    )
    assert [title for title, count in titles.items() if count > 1] == []


# Each of these is an error (or, where ARIA only advises, a warning) to the Nu Html Checker 26.9 too.
@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p>one<div>two</div></p>", "unexpected-end-tag"),
        ("<b>one<i>two</b></i>", "adoption-agency"),
        ("<table><tr><p>one</p></tr></table>", "table-voodoo"),
        ('<p id="a" id="b">one</p>', "duplicate-attribute"),
        ('<p id="a">one</p><p id="a">two</p>', "stands 2 times"),
        ('<p id="a b">one</p>', "white space"),
        ("<ul><p>one</p></ul>", "<ul>: may not have <p>"),
        ("<ul>one</ul>", "may not have text"),
        ("<div><li>one</li></div>", "<div>: may not have <li>"),
        ("<dl><dt>one</dt></dl>", "a term without"),
        ("<span><div>one</div></span>", "<span>: may not have <div>"),
        ("<h2><div>one</div></h2>", "may not have <div>"),
        ('<p><a href="x"><div>one</div></a></p>', "unexpected-end-tag"),
        ('<span><a href="x"><div>one</div></a></span>', "<a>: may not have <div>"),
        ('<a href="x"><button type="button">one</button></a>', "may not stand within <a>"),
        ('<button type="button"><a href="x">one</a></button>', "may not stand within <button>"),
        ("<label><label>one</label></label>", "may not stand within <label>"),
        ("<form><form></form></form>", "unexpected-start-tag"),
        ("<details>one<p>two</p></details>", "does not begin with its summary"),
        ("<fieldset><p>one</p><legend>two</legend></fieldset>", "does not begin with its legend"),
        ("<center>one</center>", "no element of HTML"),
        ('<p align="center">one</p>', "may have no align"),
        ('<p href="x">one</p>', "may have no href"),
        ('<img src="x">', "has no alt"),
        ('<input type="checkbox" autocomplete="off" aria-label="x">', "may have no autocomplete"),
        ('<form action=""></form>', "action is empty"),
        ('<label for="x">one</label>', "points at nothing"),
        ('<a href="one two">one</a>', "a space in href"),
        ('<p lang="english language">one</p>', "is no language"),
        ('<time datetime="tomorrow">one</time>', "is no time"),
        ("<time>tomorrow</time>", "is no time"),
        ('<nav role="navigation"></nav>', "without saying so"),
        ('<table><tr><td role="cell">one</td></tr></table>', "a role within a table"),
        ('<div aria-label="one">two</div>', "a name but no role"),
        ("<h3>one</h3>", "a heading of rank 3 follows one of rank 1"),
        ("<main><p>one</p></main>", "not exactly one main"),
    ],
)
def test_a_fault_is_seen(html: str, fault: str) -> None:
    assert faults(PAGE.format("")) == []
    assert fault in " ".join(faults(PAGE.format(html)))


# Here we ask for more than that checker does.
@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p>R&D &nosuch; x</p>", "expected-named-entity"),
        ('<section aria-labelledby="x"></section>', "points at nothing"),
        ("<h1>one</h1>", "2 headings of the first rank"),
        ('<a href="#x">one</a>', "leads nowhere"),
        ('<p tabindex="3">one</p>', "changes the order"),
    ],
)
def test_what_that_checker_lets_pass_is_seen_too(html: str, fault: str) -> None:
    assert fault in " ".join(faults(PAGE.format(html)))
