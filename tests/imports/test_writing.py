"""Writing an import: wholly, or not at all; and its report as a page."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.imports.hsds import Imported, write
from generator.imports.imported import REPORT_FILE
from generator.imports.report import Origin, Report, Tally
from generator.imports.report_page import report_page
from generator.language import PSEUDO_MARKS, Language
from generator.problems import InputError
from generator.words import say
from tests.imports.conftest import Import

FILES = {"resources.yaml": "directory:\n", "listings/tea.yaml": "services:\n"}


def contents(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("there", [False, True])
def test_a_new_or_empty_folder_gets_all_files_and_the_report(tmp_path: Path, there: bool) -> None:
    out = tmp_path / "some" / "where"
    if there:
        out.mkdir(parents=True)
    write(Imported(FILES, Report()), out)
    assert contents(out) == {*FILES, REPORT_FILE}
    assert (out / "listings" / "tea.yaml").read_bytes() == b"services:\n"
    assert contents(tmp_path / "some") == {f"where/{name}" for name in contents(out)}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"is not an empty folder\. Name a new folder\."):
        write(Imported(FILES, Report()), tmp_path)
    assert contents(tmp_path) == {"mine.txt"}


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="is not an empty folder"):
        write(Imported(FILES, Report()), tmp_path / "out")
    assert contents(tmp_path) == {"out"}


def test_nothing_is_left_behind_when_the_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text = Path.write_text

    def full(path: Path, *args: object, **options: object) -> int:
        if path.name == "tea.yaml":
            raise OSError(28, "No space left on device")
        return write_text(path, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        write(Imported(FILES, Report()), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_the_report_tells_the_sums_first_and_then_each_record(imported: Import) -> None:
    made = imported(services='id,name,url,fees\n1,Tea,see our page,\n2,Talk,,"Ask us, please"\n,,,\n3,,,free\n')
    assert (
        report_page(made.report)
        == """\
# What the import did

Nothing was invented. Whatever did not come over just as it was stands below, with its row in the export.

## In sum

| Written | Entries |
|---|---|
| services | 2 |

| File | Rows | Used | Say nothing | Left out, told below |
|---|---|---|---|---|
| services.csv | 3 | 2 | 0 | 1 |

| What happened | Why | How often |
|---|---|---|
| dropped | '…' has a space in it. | 1 |
| dropped | A service without a name. | 1 |
| guessed | There is no description: the name stands as summary. | 2 |
| guessed | Services that do not say whether they are on are listed as active: …. | 1 |
| kept as text | It does not say for certain what kind of price it is; it stands in the description. | 1 |

## About the files

- There is no organizations.csv in the export.
- There is no locations.csv in the export.
- There is no phones.csv in the export.
- There is no regular\\_schedules.csv in the export.

## services.csv

### The whole file

- **guessed** `status`: Services that do not say whether they are on are listed as active: 2.

### Row 2, 1, Tea

- **guessed** `description`: There is no description: the name stands as summary.
- **dropped** `url`: 'see our page' has a space in it. `see our page`

### Row 3, 2, Talk

- **guessed** `description`: There is no description: the name stands as summary.
- **kept as text** `fees`: It does not say for certain what kind of price it is; it stands in the description. `Ask us, please`

### Row 5, 3

- **dropped** A service without a name. `id: 3, fees: free`

"""
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "``` \n# heading",
    "`a` ``b`` ",
    "| a | b |",
    "\n\n<img src=x onerror=alert(1)>",
    "a\\` b",
    "![x](https://example.org/x.png)",
    "&lt;b&gt; *bold* __b__",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_an_export_stays_text_in_the_page(text: str) -> None:
    report = Report()
    report.dropped(Origin(text, 2, text, text), text, text, say("Seen: {seen}", seen=text))
    report.note(say("Note: {seen}", seen=text))
    report.rows[text] = Tally(1)
    page = BeautifulSoup(markdown.markdown(report_page(report), extensions=["tables"]), "html.parser")
    assert {tag.name for tag in page.find_all(True)} <= {
        "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "code",
    }  # fmt: skip
    assert len(page.find_all("h3")) == 1
    assert [len(row.find_all("td")) for row in page.find_all("tr") if row.find("td")] == [5, 3]
    assert "".join(text.split()) in "".join(page.find_all("li")[-1].get_text().split())


def test_every_sentence_of_the_page_is_translatable(imported: Import) -> None:
    made = imported(services="id,name,url\n1,Tea,see our page\n")
    page = report_page(made.report, Language.pseudo().say)
    start, end = PSEUDO_MARKS
    for line in page.splitlines():
        if line and not line.startswith(("|---", "| services", "## services")):
            assert start in line, line
            assert end in line, line
