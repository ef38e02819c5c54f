"""One build after another of one site: what is handed to MkDocs at each moment, and how problems are reported.

Curators' mistakes are warnings (`--strict` fails); a file that cannot be used stops a build with the whole list. While
serving, the last good directory stays up and every page says what to mend.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, meta

from generator.bare_styles import bare
from generator.build_record import installed, record_file
from generator.hand_written import articles, missing_pages
from generator.kept import KEPT
from generator.last_build import Inputs, LastBuild, State
from generator.made import AssetFile, PageFile
from generator.page_shell import Shells
from generator.progress import bar
from generator.ready_page import ReadyPage
from generator.site_files import NOT_FOUND, Site, Works
from generator.site_reading import Options, Reading, SiteReader
from generator.stamps import stamps
from generator.swap import AnotherBuildError, Swap
from generator.theme_language import NEVER_LOADED, closest, shipped_by
from generator.views.frame import Frame

log = get_plugin_logger("waypost")

BUSY = "Another build of this site is at work. Wait until it is done, and build again."


Clock = tuple[datetime, str | None]
"""The moment it is, and what SOURCE_DATE_EPOCH says."""


class BuildOptions(Options, Protocol):
    """What a project says of its builds; the plugin's options are such."""

    @property
    def pdf(self) -> bool: ...


class Building:
    """The builds of one site."""

    def __init__(self) -> None:
        self.last_good: Site | None = None
        self.problems: Sequence[str] = ()
        self.swap: Swap | None = None
        self.shells: Shells | None = None
        self.serving = False
        self.warnings = CountHandler(level=logging.WARNING)
        self._reading: Reading | None = None
        self._record: tuple[LastBuild, Inputs, State] | None = None

    @property
    def site(self) -> Site:
        """The directory as it was read last; while serving, as it was when it could last be read."""
        if self.last_good is None:
            raise RuntimeError("no build has begun")
        return self.last_good

    def begin(
        self,
        root: Path,
        config: MkDocsConfig,
        options: BuildOptions,
        clock: Clock,
        serving: bool,
        last: LastBuild | None,
        inputs: Inputs | None,
    ) -> MkDocsConfig:
        """Read the directory in `root`; what the build is made from goes into the record `last` when it is done."""
        self.swap, self.serving = None, serving
        self.last_good = self.last_good if serving else None
        self.warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)
        before = inputs.state() if last and inputs else None
        self._record = (last, inputs, before) if last and inputs and before else None
        self._read(root, config, options, clock)
        if not serving:
            try:
                self.swap = Swap.begin(Path(config.site_dir))
            except AnotherBuildError as cause:
                raise PluginError(BUSY) from cause
            config.site_dir = str(self.swap.workplace)
        return config

    def _read(self, root: Path, config: MkDocsConfig, options: BuildOptions, clock: Clock) -> None:
        try:
            reader = SiteReader(options, *clock)
        except ValueError as mistake:
            raise PluginError(str(mistake)) from mistake
        works = Works(root / KEPT, os.cpu_count() or 1, bar()) if options.pdf else None
        found = reader.read(root, config.site_url or "", config.use_directory_urls, self.last_good, works)
        config.watch += map(str, (*found.loaded.watched(root, Path(config.site_dir)), Path(__file__).parent))
        for level, line in found.told():
            log.log(level, "%s", line)
        self.problems, self.last_good, self._reading = found.errors, found.site or self.last_good, found
        if not self.last_good:
            raise PluginError("The directory cannot be read; the list above says what to mend.")
        config.theme["language"] = closest(self.site.language, shipped_by(config.theme.dirs))
        config.site_name = self.site.directory.about.name

    def add(self, files: Files, config: MkDocsConfig) -> Files:
        """The files of the project with those that are made of its directory."""
        for unused in [file for file in files if file.src_uri.startswith(NEVER_LOADED)]:
            files.remove(unused)
        for sheet in [file for file in files if _is_own_sheet(file, config)]:
            files.remove(sheet)
            files.append(File.generated(config, sheet.src_uri, content=bare(sheet.content_string)))
        written = ((file.src_uri, *meta.get_data(file.content_string)) for file in files.documentation_pages())
        count = 0
        made_files = self.site.files(articles(written, config.markdown_extensions, config.mdx_configs))
        for made in chain([self._made_from(files, config)], made_files):
            count += 1
            if isinstance(made, PageFile):
                file = File.generated(config, made.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                ReadyPage(made, file, config)
            else:
                # Written at once and not kept: together they would take more room than all else. MkDocs lets plugins do so.
                path = Path(config.site_dir, made.path)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(made.content)
                file = File.generated(config, made.path, abs_src_path=str(path))
            files.append(file)
        log.info("Made %d pages and files", count)
        for line in self.site.told():
            log.info("%s", line)
        return files

    def _made_from(self, files: Files, config: MkDocsConfig) -> AssetFile:
        """What says of the site what it was made from; `files` are those that people wrote and those of the theme."""
        settings, theme = Path(config.config_file_path), config.theme.custom_dir
        read = self._reading.loaded.files if self._reading else ()
        written = (Path(file.abs_src_path) for file in files if file.abs_src_path)
        sources = [settings, *read, *written, *([Path(theme)] if theme else [])]
        return record_file(settings.parent, sources, installed(), self.site.today)

    def look_at(self, files: Files, config: MkDocsConfig) -> None:
        """Say which of the hand-written pages that ours lead to are missing."""
        there = {file.dest_uri for file in files.documentation_pages()}
        for missing in missing_pages(there, self.site.addresses, Path(config.docs_dir).name):
            log.warning("%s", self.site.language.say(missing))

    def dress(self, env: Any, files: Files) -> Any:
        """The theme's templates with our sentences, and their frame drawn once for each kind of ready-made page."""
        env.add_extension("jinja2.ext.i18n")
        env.install_gettext_translations(self.site.language.translations, newstyle=True)
        env.globals.update(serving=self.serving)
        env.filters["stamped"] = stamps(files.get_file_from_path)
        ready = [file.page for file in files.documentation_pages() if isinstance(file.page, ReadyPage)]
        self.shells = Shells(env.get_template("main.html"), ready, self._frame, self.site.edit_url)
        for page in ready:
            page.meta["template"] = self.shells
        return env

    def framed_template(self, context: Any, template_name: str) -> Any:
        """The context of a template without a page, such as that for pages which are not there."""
        if template_name.endswith(".html"):
            context["waypost"] = self.site.frame(template_name, NOT_FOUND, self.problems)
        return context

    def framed(self, context: Any, page: Page) -> Any:
        """The context of a hand-written page; the shells frame the ready-made ones, many at a time."""
        if not isinstance(page, ReadyPage):
            kind = str(page.meta.get("kind", "content"))
            context["waypost"] = self.site.frame(page.file.src_uri, kind, self.problems)
        return context

    def _frame(self, made: PageFile) -> Frame:
        return self.site.frame(made.path, made.kind, self.problems, made)

    def finish(self, config: MkDocsConfig) -> None:
        """Put the new site in place, unless a strict build is about to fail."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        has_warnings = bool(self.warnings.get_counts())
        for kind in self.shells.drawn_one_by_one() if self.shells else ():
            log.info(
                "The theme's template draws pages of the kind '%s' one by one: they differ in more than words", kind
            )
        # MkDocs fails a strict build only after this event, when it would be too late to keep the last good site.
        if self.swap and not (config.strict and has_warnings):
            if self._record:
                self._record[0].forget()
            # From here on nothing is abandoned: should the disk refuse, the finished build stands beside the site.
            swap, self.swap = self.swap, None
            site, written = swap.finish()
            config.site_dir = str(site)
            log.info("%d files are new or changed", written)
            if not has_warnings:
                self._remember()

    def _remember(self) -> None:
        if self._record and self._reading and self._reading.site:
            last, inputs, files = self._record
            site = self._reading.site
            last.remember(inputs, files, self._reading.loaded.files, site.survey.zone, site.today)

    def give_up(self) -> None:
        """Leave everything as it was before the build."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        if self.swap:
            self.swap.abandon()


def _is_own_sheet(file: File, config: MkDocsConfig) -> bool:
    own = config.theme.custom_dir
    is_sheet = file.src_uri.startswith("assets/stylesheets/") and file.src_uri.endswith(".css")
    return bool(is_sheet and own and file.abs_src_path and Path(file.abs_src_path).is_relative_to(own))
