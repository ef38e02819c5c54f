"""A small export, written by the test that reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.imports.hsds import Imported, import_hsds

TODAY = date(2026, 11, 22)

Import = Callable[..., Imported]


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    """`imported(services="id,name\\n1,Tea\\n")` writes services.csv and imports it into a directory in Chicago."""

    def run(options: dict[str, Any] | None = None, **tables: str | bytes) -> Imported:
        folder = tmp_path / "export"
        folder.mkdir(exist_ok=True)
        for name, content in tables.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / f"{name}.csv").write_bytes(data)
        told: dict[str, Any] = {
            "country": "US",
            "time_zone": "America/Chicago",
            "area_served": "Town",
            "language": "en-US",
        }
        return import_hsds(folder, name="Town", today=TODAY, **told | (options or {}))

    return run
