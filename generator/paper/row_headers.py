"""Names that a table's rows and a picture's link need when they are heard.

Typst tags the head of a table but not the first cell of its rows, and says nothing for a link that holds only a picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Pdf, String

from generator.paper.tags import Node, attributes, give_attributes, is_annotation, is_tag, kids, kind, tags


def name_rows_and_pictures(pdf: Pdf) -> None:
    """The first written cell of each body row heads its row; a link round a picture says what the picture says."""
    root = pdf.Root.StructTreeRoot
    heads = 0
    for tag in list(tags(root)):
        if kind(tag) == "Link" and "/Alt" not in tag:
            _name_link(tag)
        elif kind(tag) == "TBody":
            for head, others in _rows(tag):
                heads += 1
                _set_head(head, others, String(f"row-{heads:05d}"))
    if heads:
        _list_ids(pdf)


def _name_link(link: Node) -> None:
    if not _has_words(link):
        named = next((tag for tag in tags(link) if "/Alt" in tag), None)
        if named is not None:
            link.Alt = named.Alt


def _rows(body: Node) -> Iterator[tuple[Node, list[Node]]]:
    """The first cell of each row of a table's body that can head it, and the cells that it heads."""
    rows = [[cell for cell in kids(row) if is_tag(cell)] for row in kids(body) if is_tag(row) and kind(row) == "TR"]
    position = 0
    while position < len(rows):
        cells = rows[position]
        # A first cell that reaches down heads the rows beside it; their own first cells are not in the first column.
        reach = int((attributes(cells[0], Name.Table) or {}).get("/RowSpan", 1)) if cells else 1
        beside = [cell for row in rows[position + 1 : position + reach] for cell in row]
        if len(cells) > 1 and kind(cells[0]) == "TD" and _has_words(cells[0]) and not _has_control(cells[0]):
            yield cells[0], [*cells[1:], *beside]
        position += reach


def _set_head(head: Node, others: list[Node], name: String) -> None:
    head.S, head.ID = Name.TH, name
    give_attributes(head, Name.Table, Scope=Name.Row)
    for cell in others:
        known = (attributes(cell, Name.Table) or {}).get("/Headers", Array())
        give_attributes(cell, Name.Table, Headers=Array([*known, name]))


def _has_words(tag: Node) -> bool:
    """Whether anything is written in it, pictures aside."""
    if kind(tag) == "Figure":
        return False
    return any(_has_words(kid) if is_tag(kid) else not is_annotation(kid) for kid in kids(tag))


def _has_control(tag: Node) -> bool:
    return any(kind(below) in ("Form", "Link") for below in tags(tag))


def _list_ids(pdf: Pdf) -> None:
    """Every id in one sorted list, where a reader looks up what `Headers` names."""
    root = pdf.Root.StructTreeRoot
    named = sorted(((bytes(tag.ID), tag) for tag in tags(root) if "/ID" in tag), key=lambda pair: pair[0])
    names = Array([part for name, tag in named for part in (String(name.decode("latin-1")), tag)])
    limits = Array([names[0], names[len(names) - 2]])
    # A name tree's root has no limits of its own (ISO 32000-1, 7.9.6), so the list is its one kid.
    leaf = pdf.make_indirect(Dictionary(Limits=limits, Names=names))
    root.IDTree = pdf.make_indirect(Dictionary(Kids=Array([leaf])))
