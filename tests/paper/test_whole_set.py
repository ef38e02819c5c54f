"""Every PDF of the repository's own site: its tags, its weight, and that it needs nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf
import pytest

from generator.paper.job import BOOKLETS
from generator.paper.works import Printed
from generator.site_files import Site
from tests.paper.tag_check import faults_of

PRINT_SHEET, FILLABLE_SHEET, BOOKLET = 60_000, 80_000, 500_000
"""The most bytes that each may have."""


def tagged(demo_set: Sequence[Printed]) -> list[Printed]:
    return [printed for printed in demo_set if not printed.job.fold]


def test_each_worksheet_has_a_pdf_for_each_paper_size_and_use(demo_set: Sequence[Printed], demo_site: Site) -> None:
    names = {printed.job.path for printed in demo_set}
    for sheet in demo_site.directory.worksheets:
        for paper in ("a4", "letter"):
            for large in ("", "-large"):
                for fill in ("", "-fill"):
                    assert f"worksheets/{sheet.id}/{sheet.id}-{paper}{large}{fill}.pdf" in names


def test_every_tagged_file_passes_our_check_of_tags(demo_set: Sequence[Printed]) -> None:
    found = {printed.job.path: faults_of(printed.content) for printed in tagged(demo_set)}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_a_second_judge_finds_no_error(demo_set: Sequence[Printed], tmp_path: Path) -> None:
    found = {}
    for printed in tagged(demo_set):
        file = tmp_path / Path(printed.job.path).name
        file.write_bytes(printed.content)
        report = pdfua.validate(str(file))
        if bad := [f"{finding.rule_id} {finding.message}" for finding in report.findings]:
            found[printed.job.path] = bad
    assert found == {}


def test_sheets_and_booklets_stay_light(demo_set: Sequence[Printed]) -> None:
    for printed in demo_set:
        if printed.job.of == BOOKLETS:
            most = BOOKLET
        else:
            most = FILLABLE_SHEET if printed.job.fillable else PRINT_SHEET
        assert len(printed.content) < most, printed.job.path


def test_only_fillable_sheets_have_fields(demo_set: Sequence[Printed]) -> None:
    for printed in demo_set:
        with pikepdf.open(BytesIO(printed.content)) as pdf:
            if not printed.job.fillable:
                assert "/AcroForm" not in pdf.Root, printed.job.path


def test_each_file_names_its_title_and_who_answers_for_it(demo_set: Sequence[Printed], demo_site: Site) -> None:
    for printed in tagged(demo_set):
        with pikepdf.open(BytesIO(printed.content)) as pdf:
            assert str(pdf.docinfo["/Title"]) == printed.job.title
            assert str(pdf.docinfo["/Author"]) == demo_site.directory.about.name
            # A worksheet is the same from day to day; a booklet tells of one.
            assert ("/CreationDate" in pdf.docinfo) == (printed.job.of == BOOKLETS), printed.job.path


def test_links_lead_to_addresses_that_people_can_open(demo_set: Sequence[Printed]) -> None:
    for printed in tagged(demo_set):
        with pikepdf.open(BytesIO(printed.content)) as pdf:
            for page in pdf.pages:
                for annotation in page.get("/Annots", ()):
                    address = str(annotation.get("/A", pikepdf.Dictionary()).get("/URI", ""))
                    assert not address.startswith("field:"), printed.job.path
                    if address:
                        assert address.startswith(("https://", "http://", "tel:", "sms:", "mailto:")), address


@pytest.mark.parametrize("use", [True, False])
def test_fields_have_the_names_of_the_web_sheet(demo_set: Sequence[Printed], demo_site: Site, use: bool) -> None:
    """Both versions, A4 and large, have the same fields: a saved answer means the same everywhere."""
    by_sheet: dict[str, set[frozenset[str]]] = {}
    for printed in demo_set:
        if printed.job.fillable and ("-large" in printed.job.path) == use:
            with pikepdf.open(BytesIO(printed.content)) as pdf:
                fields = pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", pikepdf.Array())
                by_sheet.setdefault(printed.job.of, set()).add(frozenset(str(field.T) for field in fields))
    assert len(by_sheet) == len(demo_site.directory.worksheets)
    assert {sheet for sheet, names in by_sheet.items() if len(names) != 1} == set()
