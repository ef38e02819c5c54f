"""Full addresses of pages and files, for whoever reads an export away from the site."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.addresses import Addresses


@dataclass(frozen=True, slots=True)
class OnTheWeb:
    """Where the site stands.

    >>> OnTheWeb("https://example.org/town").url("groups/tea.md"), OnTheWeb("").url("groups/tea.md")
    ('https://example.org/town/groups/tea/', '')
    """

    site_url: str
    addresses: Addresses = field(default_factory=Addresses)

    @property
    def root(self) -> str:
        """The address of the site with a slash at its end; empty while nobody knows it."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else ""

    def url(self, path: str) -> str:
        """The full address of a page or file by its path; empty while nobody knows where the site will stand."""
        return f"{self.root}{self.addresses.url(path)}" if self.root else ""
