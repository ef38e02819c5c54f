"""A visitor whose every window is watched."""

from __future__ import annotations

from tests.site.watched import context, page, said

__all__ = ["context", "page", "said"]
