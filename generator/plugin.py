"""The MkDocs plugin: it hands MkDocs what `site_files` makes, and reports problems the MkDocs way.

Curators' mistakes are warnings (`--strict` fails); a file that cannot be used stops a build with the whole list. While
serving, the last good directory stays up and every page says what to mend.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, meta

from generator.hand_written import articles, missing_pages
from generator.progress import bar
from generator.ready_page import ReadyPage
from generator.site_files import NOT_FOUND, PageFile, Site, Works
from generator.site_reading import SiteReader
from generator.stamps import stamps
from generator.swap import Swap
from generator.theme_language import NEVER_LOADED, closest, shipped_by

log = get_plugin_logger("waypost")

KEPT_PDFS = Path(".cache", "waypost")
"""Where PDFs are kept between builds, beside mkdocs.yml; it may be thrown away at any time."""


class WaypostConfig(Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: - waypost:` in mkdocs.yml."""

    enabled = options.Type(bool, default=True)
    resources = options.Type(str, default="resources.yaml")
    """The directory's file, beside mkdocs.yml."""
    edit_listing = options.Type(str, default="")
    """Address at which a line of a file can be edited, with {path} and {line} in it."""
    suggest_change = options.Type(str, default="")
    """Address of a new issue at the code host, which is led to its form with the listing's answers filled in."""
    today = options.Optional(options.Type((str, date)))
    """Build as if on this day (year-month-day); left out, it is the day it is."""
    language = options.Type(str, default="")
    """Language of the generator's own sentences, where it is not the directory's."""
    pdf = options.Type(bool, default=True)
    """Worksheets and booklets as PDFs too, where the packages for it are installed."""


class WaypostPlugin(BasePlugin[WaypostConfig]):  # type: ignore[no-untyped-call]
    """Pages from resources.yaml, in the MkDocs build."""

    serving = False
    site: Site | None = None
    problems: Sequence[str] = ()
    swap: Swap | None = None
    warnings = CountHandler(level=logging.WARNING)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # Having this event at all makes MkDocs keep one plugin object between rebuilds, and with it the last good site.
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.swap = None
        self.site = self.site if self.serving and self.config.enabled else None
        if not self.config.enabled:
            return config
        self.warnings = CountHandler(level=logging.WARNING)
        if config.strict:
            logging.getLogger("mkdocs").addHandler(self.warnings)
        root = Path(config.config_file_path).parent
        try:
            reader = SiteReader(self.config, datetime.now(UTC), os.environ.get("SOURCE_DATE_EPOCH"))
        except ValueError as mistake:
            raise PluginError(str(mistake)) from mistake
        works = Works(root / KEPT_PDFS, os.cpu_count() or 1, bar()) if self.config.pdf else None
        found = reader.read(root, config.site_url or "", config.use_directory_urls, self.site, works)
        config.watch += map(str, (*found.loaded.watched(root, Path(config.site_dir)), Path(__file__).parent))
        for level, line in found.told():
            log.log(level, "%s", line)
        self.problems, self.site = found.errors, found.site or self.site
        if not self.site:
            raise PluginError("The directory cannot be read; the list above says what to mend.")
        config.theme["language"] = closest(self.site.language, shipped_by(config.theme.dirs))
        config.site_name = self.site.directory.about.name
        if not self.serving:
            self.swap = Swap.begin(Path(config.site_dir))
            config.site_dir = str(self.swap.workplace)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        if not self.site:
            return files
        for unused in [file for file in files if file.src_uri.startswith(NEVER_LOADED)]:
            files.remove(unused)
        written = ((file.src_uri, *meta.get_data(file.content_string)) for file in files.documentation_pages())
        made_files = list(self.site.files(articles(written, config.markdown_extensions, config.mdx_configs)))
        for made in made_files:
            if isinstance(made, PageFile):
                file = File.generated(config, made.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
                ReadyPage(made, file, config)
            else:
                file = File.generated(config, made.path, content=made.content)
            files.append(file)
        log.info("Made %d pages and files", len(made_files))
        for line in self.site.told():
            log.info("%s", line)
        return files

    def on_nav(self, nav: Any, config: MkDocsConfig, files: Files) -> None:
        # Only now has every other plugin added its pages.
        if self.site:
            there = {file.dest_uri for file in files.documentation_pages()}
            for missing in missing_pages(there, self.site.addresses, Path(config.docs_dir).name):
                log.warning("%s", self.site.language.say(missing))

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        if self.site:
            env.add_extension("jinja2.ext.i18n")
            env.install_gettext_translations(self.site.language.translations, newstyle=True)
            env.globals.update(serving=self.serving)
            env.filters["stamped"] = stamps(files.get_file_from_path)
        return env

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        if self.site and template_name.endswith(".html"):
            context["waypost"] = self.site.frame(template_name, NOT_FOUND, self.problems)
        return context

    @event_priority(-50)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        if self.site:
            kind, made = str(page.meta.get("kind", "content")), getattr(page, "made", None)
            context["waypost"] = self.site.frame(page.file.src_uri, kind, self.problems, made)
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        # MkDocs fails a strict build only after this event, when it would be too late to keep the last good site.
        if self.swap and not self.warnings.get_counts():
            # From here on nothing is abandoned: should the disk refuse, the finished build stands beside the site.
            swap, self.swap = self.swap, None
            config.site_dir = str(swap.finish())

    def on_build_error(self, error: Exception) -> None:
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        if self.swap:
            self.swap.abandon()
