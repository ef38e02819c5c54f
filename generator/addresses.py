"""Where pages stand on the site, and how one page points to another.

Pages are named by their path in the source tree, as in MkDocs: `groups/tuesday-talkers.md`. All links between them are
relative, so that a site works under a sub-path and from a memory stick alike.

    >>> addresses = Addresses()
    >>> addresses.url("groups/tuesday-talkers.md")
    'groups/tuesday-talkers/'
    >>> addresses.link("goals/work.md", to="groups/tuesday-talkers.md")
    '../../groups/tuesday-talkers/'
    >>> Addresses(folders=False).link("goals/work.md", to="index.md")
    '../index.html'
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """How paths become addresses: `folders` gives `groups/x/`, else `groups/x.html` (for sites opened by double click)."""

    folders: bool = True
    root: str = ""
    """The site's own path, such as `/town/`, for the one page that is shown at addresses of any depth: not found."""

    def file(self, path: str) -> str:
        """The file that holds the page or asset in the finished site."""
        if not path.endswith(".md"):
            return path
        stem = path.removesuffix(".md")
        if posixpath.basename(stem) == "README":
            stem = posixpath.join(posixpath.dirname(stem), "index")
        if not self.folders or posixpath.basename(stem) == "index":
            return f"{stem}.html"
        return f"{stem}/index.html"

    def url(self, path: str) -> str:
        """The address of a page or asset, from the root of the site and without a leading slash."""
        file = self.file(path)
        return file.removesuffix("index.html") if self.folders else file

    def link(self, here: str, to: str) -> str:
        """The address of page or asset `to` as typed in a link on page `here`; a `#part` is kept."""
        target, mark, part = to.partition("#")
        if self.root:
            return f"{self.root}{self.url(target)}{mark}{part}"
        folder = posixpath.dirname(self.file(here)) or "."
        file = self.file(target)
        relative = posixpath.relpath(file, folder)
        if self.folders and relative.endswith("index.html"):
            relative = relative.removesuffix("index.html") or "./"
        return f"{relative}{mark}{part}"
