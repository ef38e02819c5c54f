"""A connection to the very address that was judged fit to ask: a second look-up of the name could give another."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit, urlunsplit

import urllib3

Pool = urllib3.HTTPConnectionPool


def connection(address: str, where: str, timeout: float) -> tuple[Pool, str, str]:
    """A pool to the IP address `where`, with the path to ask for and the name to ask as. Raises `ValueError` for a bad port."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    waits = urllib3.Timeout(connect=timeout, read=timeout)
    port = port_of(parts)
    pool = (
        urllib3.HTTPSConnectionPool(where, port, timeout=waits, server_hostname=host, assert_hostname=host)
        if parts.scheme == "https"
        else urllib3.HTTPConnectionPool(where, port, timeout=waits)
    )
    name = in_ascii(host)
    usual = port == (443 if parts.scheme == "https" else 80)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return pool, path, name if usual else f"{name}:{port}"


def port_of(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host
