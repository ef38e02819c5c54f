"""Pages for when there is no signal: the site's service worker (docs/decisions/0011-offline-asks-first.md)."""
