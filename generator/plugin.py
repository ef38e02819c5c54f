"""The MkDocs plugin: the moments of a build, handed on to `Building`.

What a build needs is imported when there is one to make; that there is none is known without it.
"""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.kept import KEPT
from generator.last_build import Inputs, LastBuild, head, machinery
from generator.today import building_day

if TYPE_CHECKING:
    from generator.building import Building

log = get_plugin_logger("waypost")

PREDICTABLE = {"waypost", "search", "material/search"}
"""Plugins that make the same of the same files. Beside any other, a site is always built."""

UNTOLD = re.compile(r"!ENV|^INHERIT:.*\.\.", re.MULTILINE)
"""Settings that come from elsewhere than the project; with them a site is always built, too."""


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

    command = ""
    """What the person typed: build, gh-deploy or serve; nothing where a program calls MkDocs."""

    @cached_property
    def building(self) -> Building:
        # To import it takes longer than to see that nothing has changed.
        from generator.building import Building

        return Building()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        # Having this event at all makes MkDocs keep one plugin object between rebuilds, and with it the last good site.
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not self.config.enabled:
            return config
        root = Path(config.config_file_path).parent
        clock = datetime.now(UTC), os.environ.get("SOURCE_DATE_EPOCH")
        last = LastBuild(root / KEPT, Path(config.site_dir)) if self.command == "build" else None
        inputs = self._inputs(root, config)

        def day(zone: str) -> date:
            return building_day(*clock, self.config.today)(zone)

        if last and inputs and last.is_the_same(inputs, day):
            log.info("Nothing has changed since the last build: the site stands in %s", config.site_dir)
            # The one way for a plugin to say that all is done; programs that call MkDocs never come here.
            raise SystemExit(0)
        return self.building.begin(root, config, self.config, clock, self.command == "serve", last, inputs)

    def _inputs(self, root: Path, config: MkDocsConfig) -> Inputs | None:
        """What the build is made from, or nothing if that cannot be told."""
        settings = Path(config.config_file_path).read_text(encoding="utf-8")
        commit = head(root)
        if config.hooks or not PREDICTABLE.issuperset(config.plugins) or UNTOLD.search(settings) or commit is None:
            return None
        folders = (root, Path(config.docs_dir), *map(Path, config.theme.dirs), Path(__file__).parent)
        asked = repr((sys.argv[1:], config.site_dir, machinery(), commit))
        return Inputs(tuple(dict.fromkeys(folders)), (Path(config.site_dir),), asked)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        return self.building.add(files, config) if self.config.enabled else files

    def on_nav(self, nav: Any, config: MkDocsConfig, files: Files) -> None:
        # Only now has every other plugin added its pages.
        if self.config.enabled:
            self.building.look_at(files, config)

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        return self.building.dress(env, files) if self.config.enabled else env

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        return self.building.framed_template(context, template_name) if self.config.enabled else context

    @event_priority(-50)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        return self.building.framed(context, page) if self.config.enabled else context

    def on_post_build(self, config: MkDocsConfig) -> None:
        if self.config.enabled:
            self.building.finish(config)

    def on_build_error(self, error: Exception) -> None:
        if self.config.enabled:
            self.building.give_up()
            if isinstance(error, OSError):
                from generator.disk_trouble import sentence

                raise PluginError(str(sentence(error))) from error
