"""Exports that nobody should send: whatever is in them, what comes out loads without an error, and nothing is raised."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.imports.hsds import import_hsds, write
from generator.imports.hsds_tables import TABLES
from generator.load import load
from generator.problems import InputError
from tests.imports.conftest import TODAY, Import

SCRIPT = '</script><script>alert("x")</script>'
NASTY = st.sampled_from([
    SCRIPT, "=1+1", "../../etc/passwd", "- a: b", "# no", "null", "yes", "1:30", "a\n\nb", "\x00\x1b[31m", "\u202egnp", "{{ x }}",
    "x" * 6000, "(312) 555-0142", "9:00", "24:00", "Monday", "31", "IL", "www.example.org", "a@example.org", "Free to everyone",
    "<p>a<br>b</p>", "&#0;&#xD800;", "''\"\"", "%YAML 1.2", "<<<<<<< mine", "é" * 300, "…", " ", "0", "-1", "NaN", "988",
])  # fmt: skip
CELLS = st.one_of(NASTY, st.text(max_size=30))


@st.composite
def exports(draw: st.DrawFn) -> dict[str, str]:
    """CSV text for some of the tables, with cells of any kind and ids that often meet."""
    found = {}
    for name in ["services", *draw(st.lists(st.sampled_from(sorted(TABLES)), max_size=5, unique=True))]:
        columns = sorted(TABLES[name].read)
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(columns)
        for _ in range(draw(st.integers(1, 4))):
            ids = st.sampled_from(["1", "2", ""])
            writer.writerow([draw(ids if column.endswith("id") else st.just("") | CELLS) for column in columns])
        found[name] = text.getvalue()
    return found


@given(exports())
@settings(max_examples=120, suppress_health_check=list(HealthCheck))
def test_any_export_gives_a_directory_without_errors_or_a_plain_refusal(tables: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        for name, text in tables.items():
            (source / f"{name}.csv").write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            made = import_hsds(source, name="Town", today=TODAY, country="US", time_zone="America/Chicago")
        except InputError:
            return
        write(made, out)
        if made.report.made["services"]:
            errors = [str(problem.message) for problem in load(out / "resources.yaml", root=out, today=TODAY).errors]
            assert errors == []


@given(st.binary(max_size=300))
def test_any_bytes_in_the_place_of_a_table_raise_nothing_but_a_refusal(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "services.csv").write_bytes(b"id,name,description\n1,Tea,Tea\n" + data)
        Path(folder, "phones.csv").write_bytes(data)
        try:
            made = import_hsds(Path(folder), name="Town", today=TODAY, country="US", time_zone="America/Chicago")
        except InputError as refused:
            assert refused.problems, "a refusal says why"
        else:
            assert "resources.yaml" in made.files


def test_script_and_formulas_stay_the_text_they_are(imported: Import) -> None:
    cell = SCRIPT.replace('"', '""')
    made = imported(services=f'id,name,description\n1,"{cell}","=HYPERLINK(""https://x.example"")"\n')
    assert f"name: '{SCRIPT}'" in made.files["listings/services.yaml"]
    assert """summary: '=HYPERLINK("https://x.example")'""" in made.files["listings/services.yaml"]


def test_an_id_of_the_export_cannot_name_a_file_elsewhere(imported: Import) -> None:
    made = imported(services="id,organization_id,name,description\n../../x,../../../y,Tea,Tea.\n")
    assert set(made.files) == {"resources.yaml", "listings/organization-y.yaml"}
    assert "- id: tea # HSDS service ../../x\n" in made.files["listings/organization-y.yaml"]


def test_thousands_of_the_same_record_become_one(imported: Import) -> None:
    made = imported(services="id,name,description\n" + "1,Tea,Tea.\n" * 3000)
    assert made.report.made == {"services": 1}
    assert sum(line.origin.row > 2 for line in made.report.lines) == 2999
