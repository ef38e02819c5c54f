"""What the HTML standard asks of a page, as far as this site's pages could break it.

The syntax is judged by html5lib, which follows the standard's own parser. Beside it stand the standard's content models
(what may be in what), the attributes of each element, what ids must be, and where a role or a name from ARIA may stand.
The table of faults in `test_markup.py` was held against the Nu Html Checker: each is an error there too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]


def _names(words: str) -> set[str]:
    return set(words.split())


METADATA = {"base", "link", "meta", "noscript", "script", "style", "template", "title"}
PHRASING = _names(
    "a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins kbd label "
    "link map mark meter noscript object output picture progress q ruby rp rt s samp script select slot small span strong sub "
    "sup svg template textarea time u var video wbr"
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SECTIONS = {"article", "aside", "nav", "section"}
FLOW = (
    PHRASING
    | HEADINGS
    | SECTIONS
    | _names(
        "address blockquote details dialog div dl fieldset figure footer form header hgroup hr main menu ol p pre search table ul"
    )
)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
SCRIPTS = {"script", "template"}

ONLY_PHRASING = (
    _names(
        "abbr b bdi bdo button cite code data dfn em i kbd label mark output p pre q s samp small span strong sub sup time u var"
    )
    | HEADINGS
)
CHILDREN: dict[str, set[str]] = {
    "html": {"head", "body"},
    "head": METADATA,
    "ul": {"li"} | SCRIPTS,
    "ol": {"li"} | SCRIPTS,
    "menu": {"li"} | SCRIPTS,
    "dl": {"dt", "dd", "div"} | SCRIPTS,
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"} | SCRIPTS,
    "colgroup": {"col", "template"},
    "thead": {"tr"} | SCRIPTS,
    "tbody": {"tr"} | SCRIPTS,
    "tfoot": {"tr"} | SCRIPTS,
    "tr": {"td", "th"} | SCRIPTS,
    "select": {"option", "optgroup", "hr"} | SCRIPTS,
    "optgroup": {"option"} | SCRIPTS,
    "datalist": PHRASING | {"option"},
    "option": set(),
    "title": set(),
    "textarea": set(),
    "details": FLOW | {"summary"},
    "fieldset": FLOW | {"legend"},
    "figure": FLOW | {"figcaption"},
    "summary": PHRASING | HEADINGS | {"hgroup"},
    "legend": PHRASING | HEADINGS,
    "dt": FLOW - HEADINGS - SECTIONS - {"header", "footer"},
    "th": FLOW - HEADINGS - SECTIONS - {"header", "footer"},
    "caption": FLOW - {"table"},
}
KNOWN = FLOW | METADATA | CHILDREN.keys() | VOID | {"body", "dd", "figcaption", "li", "source", "td", "track"}
INTERACTIVE = {"a", "button", "details", "embed", "iframe", "input", "label", "select", "textarea"}
# What may not stand anywhere within.
NOT_WITHIN: dict[str, set[str]] = {
    "a": INTERACTIVE,
    "button": INTERACTIVE,
    "label": {"label"},
    "form": {"form"},
    "dfn": {"dfn"},
    "header": {"header", "footer", "main"},
    "footer": {"header", "footer", "main"},
    "article": {"main"},
    "nav": {"main"},
}

EVERYWHERE = _names(
    "accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id inert inputmode lang role spellcheck tabindex title translate writingsuggestions"
)
ATTRIBUTES = {
    "a": "href download hreflang rel target type",
    "button": "type disabled form formnovalidate name value popovertarget",
    "col": "span",
    "colgroup": "span",
    "data": "value",
    "details": "open name",
    "dialog": "open",
    "fieldset": "disabled form name",
    "form": "action autocomplete method name novalidate target",
    "html": "",
    "iframe": "src title width height loading",
    "img": "src alt width height loading decoding srcset sizes fetchpriority",
    "input": "accept autocomplete checked disabled form list max maxlength min minlength multiple name pattern placeholder readonly required size step type value",
    "label": "for",
    "li": "value",
    "link": "href rel type media hreflang sizes as crossorigin integrity fetchpriority",
    "meta": "name content charset http-equiv media property",
    "ol": "reversed start type",
    "optgroup": "label disabled",
    "option": "value selected disabled label",
    "output": "for form name",
    "script": "src defer async type integrity crossorigin fetchpriority",
    "select": "autocomplete disabled form multiple name required size",
    "td": "colspan rowspan headers",
    "th": "abbr colspan rowspan headers scope",
    "textarea": "autocomplete cols disabled form maxlength minlength name placeholder readonly required rows wrap",
    "time": "datetime",
}
# Ticking a box is nothing a browser could fill in; Material's own switches had it.
NO_AUTOCOMPLETE = {"button", "checkbox", "radio", "file", "image", "reset", "submit"}
FILLED = {"action", "for", "href", "id", "name", "src"}
REFERENCES = _names("for headers list form aria-labelledby aria-describedby aria-controls aria-owns aria-details")
# An element that is nothing to a screen reader can have no name for it.
NAMELESS = {"b", "bdi", "code", "div", "em", "i", "p", "small", "span", "strong"}
IMPLIED = {
    "a": "link", "article": "article", "aside": "complementary", "button": "button", "dialog": "dialog", "fieldset": "group",
    "footer": "contentinfo", "h1": "heading", "h2": "heading", "h3": "heading", "header": "banner", "li": "listitem", "main": "main",
    "nav": "navigation", "ol": "list", "option": "option", "output": "status", "search": "search", "table": "table", "td": "cell",
    "textarea": "textbox", "th": "columnheader", "tr": "row", "ul": "list",
}  # fmt: skip

_TIME = re.compile(
    r"\d{4,}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?|\d\d:\d\d(:\d\d)?|\d{4,}-W\d\d|P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*(-x-[a-z0-9]+)*")


def faults(html: str) -> list[str]:
    """Everything in a page that the standard does not allow, each in a few words."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    found = [f"syntax, line {position[0]}: {code} {values or ''}" for position, code, values in parser.errors]
    found += _in_whole(tree)
    for element, above in _elements(tree, ()):
        found += [f"<{element.tag}{_named(element)}>: {fault}" for fault in _of(element, above)]
    return found


def _elements(element: Element, above: tuple[Element, ...]) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    # Comments have no tag; what is drawn in SVG has a standard of its own.
    if isinstance(element.tag, str):
        yield element, above
        if not element.tag.endswith("svg"):
            for child in element:
                yield from _elements(child, (*above, element))


def _named(element: Element) -> str:
    return "".join(f' {name}="{element.get(name)}"' for name in ("id", "class", "name") if element.get(name))


def _in_whole(tree: Element) -> Iterator[str]:
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
    yield from (f"the id {name!r} stands {count} times" for name, count in ids.items() if count > 1)
    for element in tree.iter():
        for attribute in REFERENCES:
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} points at nothing"
        target = element.get("href", "")
        if target.startswith("#") and len(target) > 1 and target[1:] not in ids:
            yield f"the link {target} leads nowhere"
    ranks = [int(element.tag[1]) for element in tree.iter() if element.tag in HEADINGS]
    if ranks.count(1) != 1:
        yield f"{ranks.count(1)} headings of the first rank"
    yield from (
        f"a heading of rank {after} follows one of rank {before}"
        for before, after in pairwise(ranks)
        if after > before + 1
    )
    if len([element for element in tree.iter("main") if element.get("hidden") is None]) != 1:
        yield "not exactly one main part"


def _of(element: Element, above: tuple[Element, ...]) -> Iterator[str]:
    tag = element.tag
    yield from _content(element, above)
    known = EVERYWHERE | _names(ATTRIBUTES.get(tag, ""))
    # A link to nothing but "" leads to the page itself.
    filled = FILLED - ({"href"} if tag == "a" else set())
    for name, value in element.attrib.items():
        if not tag.endswith("svg") and not name.startswith(("data-", "aria-", "{")) and name not in known:
            yield f"may have no {name}"
        if not value.strip() and name in filled:
            yield f"{name} is empty"
        if name == "id" and re.search(r"\s", value):
            yield "white space in its id"
        if name in {"href", "src"} and " " in value.strip():
            yield f"a space in {name}"
        if name == "lang" and not _LANGUAGE.fullmatch(value):
            yield f"{value!r} is no language"
        if name == "tabindex" and value not in {"0", "-1"}:
            yield "tabindex changes the order"
    if tag == "time" and not _TIME.fullmatch(element.get("datetime") or "".join(element.itertext()).strip()):
        yield f"datetime {element.get('datetime')!r} is no time"
    if tag == "img" and element.get("alt") is None:
        yield "has no alt"
    if tag == "html" and not element.get("lang"):
        yield "has no lang"
    if tag == "input" and element.get("autocomplete") is not None and element.get("type") in NO_AUTOCOMPLETE:
        yield "may have no autocomplete"
    role = element.get("role")
    if role is not None and role == IMPLIED.get(tag):
        yield f"is a {role} without saying so"
    if tag in {"td", "th", "tr"} and role:
        yield "has a role within a table"
    if tag in NAMELESS and not role and (element.get("aria-label") or element.get("aria-labelledby")):
        yield "has a name but no role"


def _content(element: Element, above: tuple[Element, ...]) -> Iterator[str]:
    tag = element.tag
    if tag not in KNOWN and not tag.endswith("svg"):
        yield "is no element of HTML, or an old one"
        return
    model = _model(element, above)
    if model is not None:
        for child in element:
            if child.tag.rpartition("}")[2] not in model:
                yield f"may not have <{child.tag}> in it"
    if tag in {"ul", "ol", "dl", "table", "tr", "tbody", "thead", "select"}:
        loose = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in loose):
            yield "may not have text in it"
    for outer in above:
        forbidden = NOT_WITHIN.get(outer.tag, set())
        if tag in forbidden and not (tag == "a" and element.get("href") is None) and element.get("type") != "hidden":
            yield f"may not stand within <{outer.tag}>"
    first = next(iter(element), None)
    if tag == "details" and (first is None or first.tag != "summary"):
        yield "does not begin with its summary"
    if tag == "fieldset" and element.find("legend") not in {None, first}:
        yield "does not begin with its legend"
    if tag == "dl":
        yield from _pairs(element)


def _model(element: Element, above: tuple[Element, ...]) -> set[str] | None:
    """What may stand in an element; a link, an insertion and a deletion may hold what the element round them may."""
    if element.tag in CHILDREN:
        return CHILDREN[element.tag]
    if element.tag in ONLY_PHRASING:
        return PHRASING
    if element.tag in {"a", "ins", "del"} and above:
        return _model(above[-1], above[:-1])
    if element.tag in {"script", "style", "noscript", "svg", "template"} or element.tag.endswith("svg"):
        return None
    if element.tag == "div" and above and above[-1].tag == "dl":
        return {"dt", "dd"} | SCRIPTS
    return FLOW


def _pairs(terms: Element) -> Iterator[str]:
    for group in [terms, *(child for child in terms if child.tag == "div")]:
        order = [child.tag for child in group if child.tag in {"dt", "dd"}]
        if order and (order[0] != "dt" or order[-1] != "dd"):
            yield "a term without what is said of it"
