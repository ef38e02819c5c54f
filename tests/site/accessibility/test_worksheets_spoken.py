"""A table to fill in is a table to a screen reader too where a phone shows its cells one below the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.accessibility.spoken import parts
from tests.site.accessibility.windows import DESK, PHONE, Setting, use


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_table_stays_a_table_and_each_field_says_its_row_and_column(
    page: Page, site_url: str, viewport: tuple[int, int]
) -> None:
    use(page, Setting(viewport))
    page.goto(site_url + "worksheets/my-story/")
    whole = parts(page)
    (table,) = [part for part in whole if part.role == "table"]
    inside = [part for part in whole if table in part.within]
    columns = [part.name for part in inside if part.role == "columnheader"]
    rows = [part.name for part in inside if part.role == "rowheader"]
    assert table.name == "Who gets to know what?"
    assert len(columns) == 3
    assert len(rows) == 5
    fields = [part.name for part in inside if part.role == "textbox"]
    assert fields == [f"{row}: {column}" for row in rows for column in columns[1:]]
