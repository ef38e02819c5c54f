"""The check of tags itself: a good file passes it, and for each rule a file that breaks this rule fails by it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.paper.tag_check import RULES, faults, faults_of
from tests.paper.tag_reading import Seen


def test_a_specimen_with_one_of_everything_has_no_faults(specimen: bytes) -> None:
    assert faults_of(specimen) == []


def test_the_specimen_holds_what_the_rules_are_about(specimen: bytes) -> None:
    with pikepdf.open(BytesIO(specimen)) as pdf:
        seen = Seen(pdf)
        assert {"H1", "H2", "Figure", "Table", "TH", "TD", "Form", "Link", "P"} <= {tag.kind for tag in seen.tags}
        assert len(seen.widgets) == 10


def _first(pdf: Pdf, kind: str, wanted: Callable[[Any], bool] = lambda _element: True) -> Any:
    return next(tag.element for tag in Seen(pdf).tags if tag.kind == kind and wanted(tag.element))


def _widget(pdf: Pdf, kind: Any = Name.Tx) -> Any:
    return next(widget for widget in Seen(pdf).widgets if widget.get("/FT") == kind)


def _table_attributes(cell: Any) -> Any:
    return next(one for one in cell.A if Name.Table == one.O)


def _unmark(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def _no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _show_file_name(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_title(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
        del about["dc:title"]


def _no_standard(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
        del about["pdfuaid:part"]


def _unknown_tag(pdf: Pdf) -> None:
    _first(pdf, "P").S = Name.Paragraph


def _skipped_heading(pdf: Pdf) -> None:
    _first(pdf, "H2").S = Name.H4


def _untold_picture(pdf: Pdf) -> None:
    del _first(pdf, "Figure").Alt


def _no_scope(pdf: Pdf) -> None:
    del _table_attributes(_first(pdf, "TH")).Scope


def _lost_header(pdf: Pdf) -> None:
    _table_attributes(_first(pdf, "TD")).Headers = Array([String("nowhere")])


def _unlisted_headers(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


def _headless_table(pdf: Pdf) -> None:
    for tag in Seen(pdf).tags:
        if tag.kind == "TH":
            tag.element.S = Name.TD
        if tag.kind == "TD" and "/A" in tag.element and "/Headers" in _table_attributes(tag.element):
            del _table_attributes(tag.element).Headers


def _ragged_table(pdf: Pdf) -> None:
    _table_attributes(_first(pdf, "TD")).ColSpan = 2


def _wrong_parent(pdf: Pdf) -> None:
    _first(pdf, "H1").P = _first(pdf, "Table")


def _widget_in_a_link(pdf: Pdf) -> None:
    _first(pdf, "Form").S = Name.Note


def _words_in_a_form(pdf: Pdf) -> None:
    # Moved out of the Span beside it, so that everything drawn is still in the tree.
    span = _first(pdf, "Span", lambda element: any(not isinstance(kid, Dictionary) for kid in element.K))
    form = next(kid for kid in span.K if isinstance(kid, Dictionary))
    form.K = Array([*[kid for kid in span.K if not isinstance(kid, Dictionary)], *form.K])
    form.Pg = span.Pg
    span.K = Array([form])


def _lost_number(pdf: Pdf) -> None:
    _widget(pdf).StructParent = 4711


def _not_printed(pdf: Pdf) -> None:
    _widget(pdf).F = 0


def _mirrored(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array(list(pdf.pages[0].Annots)[::-1])


def _nameless_field(pdf: Pdf) -> None:
    _widget(pdf).TU = String(" ")


def _nameless_group(pdf: Pdf) -> None:
    del next(entry for entry in pdf.Root.AcroForm.Fields if "/Kids" in entry).TU


def _no_look(pdf: Pdf) -> None:
    del _widget(pdf).AP


def _empty_look(pdf: Pdf) -> None:
    _widget(pdf).AP.N.write(b"")


def _state_without_look(pdf: Pdf) -> None:
    _widget(pdf, Name.Btn).AS = Name.Maybe


def _silent_link(pdf: Pdf) -> None:
    del next(annotation for annotation in Seen(pdf).annotations if annotation.Subtype == Name.Link).Contents


def _link_round_a_picture(pdf: Pdf) -> None:
    del _first(pdf, "Link").Alt


def _tab_by_rows(pdf: Pdf) -> None:
    pdf.pages[0].Tabs = Name.R


def _drawn_outside(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"q 0 0 10 10 re f Q")


def _open_mark(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"/Artifact BMC")


def _untagged_words(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"/P <</MCID 4711>> BDC 0 0 10 10 re f EMC")


def _untold_words(pdf: Pdf) -> None:
    heading = _first(pdf, "H1")
    heading.K = Array([*heading.K, 4711] if isinstance(heading.K, Array) else [heading.K, 4711])


def _font_not_embedded(pdf: Pdf) -> None:
    del pdf.Root.AcroForm.DR.Font.Atkinson.FontDescriptor.FontFile2


def _letters_not_told(pdf: Pdf) -> None:
    font = next(iter(dict(pdf.pages[0].Resources.Font).values()))
    del font.ToUnicode


def _two_of_a_name(pdf: Pdf) -> None:
    pdf.Root.AcroForm.Fields[1].T = pdf.Root.AcroForm.Fields[0].T


def _scripted_field(pdf: Pdf) -> None:
    _widget(pdf).AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def _scripted_file(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


BROKEN = [
    ("marked", _unmark),
    ("language", _no_language),
    ("title shown", _show_file_name),
    ("title told", _no_title),
    ("standard named", _no_standard),
    ("known tags", _unknown_tag),
    ("headings in order", _skipped_heading),
    ("pictures told", _untold_picture),
    ("headers have scope", _no_scope),
    ("headers are there", _lost_header),
    ("headers are there", _unlisted_headers),
    ("rows are headed", _headless_table),
    ("tables are even", _ragged_table),
    ("parents agree", _wrong_parent),
    ("annotations at home", _widget_in_a_link),
    ("forms hold one field", _words_in_a_form),
    ("annotations find their tag", _lost_number),
    ("annotations are printed", _not_printed),
    ("annotations in order", _mirrored),
    ("fields named", _nameless_field),
    ("groups named", _nameless_group),
    ("fields have a look", _no_look),
    ("fields have a look", _empty_look),
    ("fields have a look", _state_without_look),
    ("links say where", _silent_link),
    ("links have words", _link_round_a_picture),
    ("tab follows tags", _tab_by_rows),
    ("drawn in marks", _drawn_outside),
    ("drawn in marks", _open_mark),
    ("contents are tagged", _untagged_words),
    ("contents are tagged", _untold_words),
    ("fonts embedded", _font_not_embedded),
    ("letters told", _letters_not_told),
    ("field names differ", _two_of_a_name),
    ("no script", _scripted_field),
    ("no script", _scripted_file),
]


@pytest.mark.parametrize(("rule", "break_it"), BROKEN, ids=[break_it.__name__.strip("_") for _, break_it in BROKEN])
def test_a_file_that_breaks_one_rule_fails_by_this_rule(
    specimen: bytes, rule: str, break_it: Callable[[Pdf], None]
) -> None:
    with pikepdf.open(BytesIO(specimen)) as pdf:
        break_it(pdf)
        assert {fault.partition(":")[0] for fault in faults(pdf)} == {rule}


def test_every_rule_is_broken_once() -> None:
    assert {rule for rule, _ in BROKEN} == set(RULES)


def test_a_file_without_tags_fails(specimen: bytes) -> None:
    with pikepdf.open(BytesIO(specimen)) as pdf:
        del pdf.Root.StructTreeRoot
        assert faults(pdf) == ["tag tree: there is none"]
