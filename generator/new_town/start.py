"""A new town's folder, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from generator.model.json_schema import directory_schema
from generator.new_town.model_site import SETTINGS, SETTINGS_OFFLINE, taken
from generator.new_town.other_texts import GITIGNORE, REQUIREMENTS, readme, settings, with_address
from generator.new_town.resources_text import resources_text
from generator.new_town.town import Town
from generator.swap import Swap


class NotEmpty(Exception):
    """The folder holds something already."""


def start(folder: Path, town: Town, model: Path, today: date) -> int:
    """Write the town's files into a new or empty folder; returns how many.

    Raises `NotEmpty`, and `OSError` if the disk refuses; then nothing is left behind.
    """
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise NotEmpty(str(folder))
    was_there = folder.exists()
    swap = Swap.begin(folder)
    try:
        count = 0
        for place, data in files_of(town, model, today):
            path = swap.workplace / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            count += 1
        if was_there:
            folder.rmdir()
        swap.finish()
    except OSError:
        swap.abandon()
        if was_there:
            folder.mkdir(exist_ok=True)
        raise
    return count


def files_of(town: Town, model: Path, today: date) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of the new town with its place."""
    for place, data in taken(model):
        yield place, with_address(data, town)
    schema = json.dumps(directory_schema(), ensure_ascii=False, indent=2) + "\n"
    texts = {
        "resources.yaml": resources_text(town, today),
        SETTINGS: settings((model / SETTINGS).read_text(encoding="utf-8"), town),
        "docs/resources.schema.json": schema,
        "README.md": readme(town),
        "requirements.txt": REQUIREMENTS,
        ".gitignore": GITIGNORE,
    }
    if (model / SETTINGS_OFFLINE).is_file():
        texts[SETTINGS_OFFLINE] = (model / SETTINGS_OFFLINE).read_text(encoding="utf-8")
    for name, text in texts.items():
        yield PurePosixPath(name), text.encode()
