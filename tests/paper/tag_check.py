"""Our own check of a tagged PDF: what PDF/UA-1 (ISO 14289-1) asks and a program can see, rule by rule.

It reads the file with pikepdf alone and shares no line with the generator. Each rule is a function that yields what is
wrong; `faults` gives them all as `rule: what`. tests/paper/test_tag_check.py breaks a good file once for each rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from tests.paper.tag_reading import STANDARD, Seen, attribute, listed, listed_ids

DRAWING = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"])
ACTIVE = frozenset(["/JavaScript", "/JS", "/XFA", "/AA", "/OpenAction", "/Launch", "/SubmitForm", "/ImportData"])
PRINTED, HIDDEN = 1 << 2, 1 << 1


Rule = Callable[[Seen], Iterator[str]]
RULES: dict[str, Rule] = {}


def _rule(rule: Rule) -> Rule:
    RULES[rule.__name__.strip("_").replace("_", " ")] = rule
    return rule


def faults(pdf: Pdf) -> list[str]:
    """Everything that is wrong, as `rule: what`."""
    seen = Seen(pdf)
    if not seen.tags:
        return ["tag tree: there is none"]
    return [f"{name}: {what}" for name, rule in RULES.items() for what in rule(seen)]


def faults_of(content: bytes) -> list[str]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return faults(pdf)


@_rule
def marked(seen: Seen) -> Iterator[str]:
    mark: Any = seen.root.get("/MarkInfo", Dictionary())
    if mark.get("/Marked") is not True or mark.get("/Suspects", False) is not False:
        yield "the file does not say that it is tagged"


@_rule
def language(seen: Seen) -> Iterator[str]:
    if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", str(seen.root.get("/Lang", ""))):
        yield "the file names no language"


@_rule
def title_shown(seen: Seen) -> Iterator[str]:
    shown: Any = seen.root.get("/ViewerPreferences", Dictionary())
    if shown.get("/DisplayDocTitle") is not True:
        yield "a viewer shows the file name"


@_rule
def title_told(seen: Seen) -> Iterator[str]:
    with seen.pdf.open_metadata() as about:
        if not str(about.get("dc:title", "")).strip():
            yield "no dc:title"


@_rule
def standard_named(seen: Seen) -> Iterator[str]:
    with seen.pdf.open_metadata() as about:
        if about.get("pdfuaid:part") != "1":
            yield "no pdfuaid:part"


@_rule
def known_tags(seen: Seen) -> Iterator[str]:
    yield from (f"{tag.named}" for tag in seen.tags if tag.kind not in STANDARD)


@_rule
def headings_in_order(seen: Seen) -> Iterator[str]:
    level = 0
    for tag in seen.tags:
        if re.fullmatch("H[1-6]", tag.kind):
            if int(tag.kind[1]) > level + 1:
                yield f"{tag.kind} after H{level}"
            level = int(tag.kind[1])


@_rule
def pictures_told(seen: Seen) -> Iterator[str]:
    for tag in seen.tags:
        if tag.kind == "Figure" and not str(tag.element.get("/Alt", "")).strip():
            yield "a Figure without Alt"


@_rule
def headers_have_scope(seen: Seen) -> Iterator[str]:
    for tag in seen.tags:
        if tag.kind == "TH" and attribute(tag, "/Scope") not in (Name.Row, Name.Column, Name.Both):
            yield "a TH without Scope"


@_rule
def headers_are_there(seen: Seen) -> Iterator[str]:
    there = {bytes(tag.element.ID) for tag in seen.tags if "/ID" in tag.element}
    in_list = set(listed_ids(seen.root.StructTreeRoot.get("/IDTree", Dictionary())))
    for tag in seen.tags:
        for header in map(bytes, listed(attribute(tag, "/Headers"))):
            if header not in there:
                yield f"a cell names the header {header!r}, which is not there"
            elif header not in in_list:
                yield f"the header {header!r} is not in the list of ids"


@_rule
def rows_are_headed(seen: Seen) -> Iterator[str]:
    for tag in seen.tags:
        if tag.kind == "Table" and not any(below.kind == "TH" for below in tag.all()):
            yield "a table without any TH"


@_rule
def tables_are_even(seen: Seen) -> Iterator[str]:
    for table in (tag for tag in seen.tags if tag.kind == "Table"):
        rows = [below for below in table.all() if below.kind == "TR"]
        reaching: Counter[int] = Counter()
        widths = set()
        for number, row in enumerate(rows):
            for cell in row.kids:
                wide, tall = int(attribute(cell, "/ColSpan") or 1), int(attribute(cell, "/RowSpan") or 1)
                for below in range(tall):
                    reaching[number + below] += wide
            widths.add(reaching[number])
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells in one table"


@_rule
def parents_agree(seen: Seen) -> Iterator[str]:
    for tag in seen.tags:
        if "/P" not in tag.element or tag.element.P.objgen != tag.parent.objgen:
            yield f"a {tag.kind} names another parent"


@_rule
def annotations_at_home(seen: Seen) -> Iterator[str]:
    for annotation in seen.annotations:
        homes = seen.home.get(annotation.objgen, [])
        wanted = "Form" if annotation.Subtype == Name.Widget else "Link"
        if [home.kind for home in homes] != [wanted]:
            yield f"a {annotation.Subtype} stands in {[home.kind for home in homes] or 'no tag'}"


@_rule
def forms_hold_one_field(seen: Seen) -> Iterator[str]:
    for tag in seen.tags:
        if tag.kind == "Form" and (len(tag.annotations) != 1 or tag.kids or tag.contents):
            yield "a Form holds other things than its field"


@_rule
def annotations_find_their_tag(seen: Seen) -> Iterator[str]:
    for annotation in seen.annotations:
        holder = seen.holders.get(int(annotation.get("/StructParent", -1)))
        homes = seen.home.get(annotation.objgen, [])
        if holder is None or not homes or homes[0].element.objgen != holder.objgen:
            yield f"StructParent of a {annotation.Subtype}"


@_rule
def annotations_are_printed(seen: Seen) -> Iterator[str]:
    for annotation in seen.annotations:
        flags = int(annotation.get("/F", 0))
        if not flags & PRINTED or flags & HIDDEN:
            yield f"a {annotation.Subtype} would be missing on paper"


@_rule
def annotations_in_order(seen: Seen) -> Iterator[str]:
    order = {annotation.objgen: at for at, annotation in enumerate(a for tag in seen.tags for a in tag.annotations)}
    for number, page in enumerate(seen.pdf.pages, start=1):
        places = [order.get(annotation.objgen, -1) for annotation in page.get("/Annots", Array())]
        if places != sorted(places):
            yield f"page {number}"


@_rule
def fields_named(seen: Seen) -> Iterator[str]:
    for widget in seen.widgets:
        if not str(widget.get("/TU", "")).strip():
            yield f"the field {_full_name(widget)} has no TU"


@_rule
def groups_named(seen: Seen) -> Iterator[str]:
    for entry in listed(seen.root.get("/AcroForm", Dictionary()).get("/Fields")):
        if "/Kids" in entry and not str(entry.get("/TU", "")).strip():
            yield f"the group {entry.get('/T')} has no TU"


@_rule
def fields_have_a_look(seen: Seen) -> Iterator[str]:
    for widget in seen.widgets:
        look = widget.get("/AP", Dictionary()).get("/N")
        streams = [look] if isinstance(look, Stream) else list(dict(look).values()) if look is not None else []
        if not streams or not all(stream.read_bytes().strip() for stream in streams):
            yield f"the field {_full_name(widget)}"
        elif widget.get("/AS") is not None and str(widget.AS) not in dict(look):
            yield f"the field {_full_name(widget)} has no look for its state {widget.AS}"


@_rule
def links_say_where(seen: Seen) -> Iterator[str]:
    for annotation in seen.annotations:
        if annotation.Subtype == Name.Link and not str(annotation.get("/Contents", "")).strip():
            yield "a link without Contents"


@_rule
def links_have_words(seen: Seen) -> Iterator[str]:
    for tag in seen.tags:
        written = any(below.contents for below in tag.all() if below.kind != "Figure")
        if tag.kind == "Link" and "/Alt" not in tag.element and not written:
            yield "a link round a picture without Alt"


@_rule
def tab_follows_tags(seen: Seen) -> Iterator[str]:
    for number, page in enumerate(seen.pdf.pages, start=1):
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield f"page {number}"


@_rule
def drawn_in_marks(seen: Seen) -> Iterator[str]:
    for number, page in enumerate(seen.pdf.pages, start=1):
        depth, outside = 0, Counter[str]()
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in ("BDC", "BMC"):
                depth += 1
            elif operator == "EMC":
                depth -= 1
            elif depth < 1 and operator in DRAWING:
                outside[operator] += 1
        if outside:
            yield f"page {number}: {dict(outside)} outside of marked content"
        if depth:
            yield f"page {number}: marks are not closed"


@_rule
def contents_are_tagged(seen: Seen) -> Iterator[str]:
    for number, page in enumerate(seen.pdf.pages, start=1):
        where: Any = page.obj
        drawn = Counter(
            int(instruction.operands[1].MCID)
            for instruction in pikepdf.parse_content_stream(page, "BDC")
            if isinstance(instruction.operands[1], Dictionary) and "/MCID" in instruction.operands[1]
        )
        if drawn != seen.content_of.get(where.objgen, Counter()):
            yield f"page {number}: what is drawn and what the tags name differ"


@_rule
def fonts_embedded(seen: Seen) -> Iterator[str]:
    for font in seen.fonts:
        shape = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(shape.get("/FontDescriptor", Dictionary()).keys()):
            yield str(font.get("/BaseFont"))


@_rule
def letters_told(seen: Seen) -> Iterator[str]:
    yield from (str(font.get("/BaseFont")) for font in seen.fonts if "/ToUnicode" not in font)


@_rule
def field_names_differ(seen: Seen) -> Iterator[str]:
    names = Counter(
        str(entry.get("/T", "")) for entry in listed(seen.root.get("/AcroForm", Dictionary()).get("/Fields"))
    )
    yield from (f"{name!r} {count} times" for name, count in names.items() if count > 1 or not name)


@_rule
def no_script(seen: Seen) -> Iterator[str]:
    for thing in seen.pdf.objects:
        plain = (
            dict(thing.stream_dict if isinstance(thing, Stream) else thing)
            if isinstance(thing, Dictionary | Stream)
            else {}
        )
        if ACTIVE & _names_in(list(plain.items())):
            yield f"{sorted(ACTIVE & _names_in(list(plain.items())))}"


def _names_in(value: Any) -> set[str]:
    """All names in a direct object, keys and values."""
    if isinstance(value, Name):
        return {str(value)}
    if isinstance(value, str):
        return {value}
    if isinstance(value, Dictionary):
        # What has a number of its own is seen on its own.
        value = [] if value.is_indirect else [part for pair in dict(value).items() for part in pair]
    if isinstance(value, Array | list | tuple):
        return set().union(*map(_names_in, value))
    return set()


def _full_name(widget: Any) -> str:
    return str(widget.get("/T", widget.get("/Parent", Dictionary()).get("/T", "")))
