"""What every build begins with, whoever builds: the directory is read, and the site or the reasons against it are there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from generator.history.reading import FILE, Told, read_history
from generator.language import Language
from generator.load import Loaded, judge
from generator.neighbours.joined import with_neighbours
from generator.problems import as_text
from generator.site_files import Site, Works
from generator.source.reader import read
from generator.suggesting.answers import answers_by_id
from generator.suggesting.ways import Suggesting
from generator.today import building_day
from generator.words import Words


class Options(Protocol):
    """What a project says of its build; the plugin's options are such."""

    @property
    def resources(self) -> str: ...
    @property
    def edit_listing(self) -> str: ...
    @property
    def suggest_change(self) -> str: ...
    @property
    def today(self) -> object: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A directory as it was found."""

    loaded: Loaded
    site: Site | None
    """The site, or None if the directory has errors."""
    language: Language
    """The language of everything that is said about it."""
    history: Words | None = None
    """How far its history goes, if there is something to say of that."""

    @property
    def errors(self) -> list[str]:
        return [as_text(problem, self.language.say) for problem in self.loaded.errors]

    def told(self) -> Iterator[tuple[int, str]]:
        """Every line for the log of a build, with its level there."""
        yield from ((logging.ERROR, error) for error in self.errors)
        yield from ((logging.WARNING, as_text(problem, self.language.say)) for problem in self.loaded.warnings)
        # What time alone brings about must not stop a strict build: a site is built every day.
        if self.loaded.notices:
            count = "1 notice" if len(self.loaded.notices) == 1 else f"{len(self.loaded.notices)} notices"
            yield logging.INFO, f"{count} for the maintainers; `waypost check` tells more"
        if self.loaded.directory:
            entries = len(self.loaded.directory.entries)
            yield logging.INFO, f"Read {entries} listings from {len(self.loaded.files)} files"
        if self.history:
            yield logging.INFO, self.language.say(self.history)


class SiteReader:
    """Reads one project as its options ask. Raises `ValueError`, with a sentence for people, if one of them is no good.

    `now` is the time by the clock and `epoch` what SOURCE_DATE_EPOCH says.
    """

    def __init__(self, options: Options, now: datetime, epoch: str | None) -> None:
        self.options = options
        if options.suggest_change and not options.suggest_change.startswith(("https://", "http://")):
            raise ValueError(
                f"suggest_change: {options.suggest_change!r} is no web address. Type it with its https://."
            )
        self.day = building_day(now, epoch, options.today)
        try:
            self.language = Language.load(options.language) if options.language else None
        except ValueError as cause:
            raise ValueError(f"language: {cause}. Type a code such as en, es or pt-BR.") from cause

    def read(
        self, root: Path, site_url: str, folders: bool, last: Site | None = None, works: Works | None = None
    ) -> Reading:
        """The project in the folder `root`, its PDFs made by these works, if any.

        Of a directory that cannot be read at all is told in the last site's language.
        """
        options = self.options
        document = read(root / options.resources, root=root)
        loaded = with_neighbours(judge(document, self.day), (root / options.resources).parent)
        site, history = None, Told()
        if loaded.directory:
            zone = loaded.directory.about.time_zone
            history = read_history(root, document.files, loaded.today, zone, root / FILE)
            site = Site(
                loaded.directory,
                loaded.today,
                site_url,
                folders,
                loaded.places,
                options.edit_listing,
                Suggesting(options.suggest_change, answers_by_id(document.value, loaded.directory)),
                options.language,
                works,
                history.history,
            )
        own = Language.load(loaded.about.language) if loaded.about else None
        language = self.language or own or (last.language if last else Language.load("en"))
        return Reading(loaded, site, language, history.words)
