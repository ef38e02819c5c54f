"""One file from a public address: bounded in size and time, and never from inside a private network."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import urllib3

from generator.links.connection import Pool, connection
from generator.links.host import Resolve, Unreachable, public_address

MOST_REDIRECTS = 5
TIMEOUT = 20.0
"""Seconds to connect, and for each wait for more."""
WHOLE = 180.0
"""Seconds for all of it: a slow drip ends here."""
PIECE = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
USER_AGENT = "Waypost fetch (takes a neighbour's published directory)"

Connect = Callable[[str, str, float], "tuple[Pool, str, str]"]


class NotFetched(Exception):
    """Why a file could not be had, in words for people."""


def download(
    address: str,
    most: int,
    *,
    resolve: Resolve = public_address,
    clock: Callable[[], float] = time.monotonic,
) -> bytes:
    """The bytes at an address, at most so many; raises `NotFetched`.

    What is asked over https is never led on to http, where others could change it on the way.
    """
    until, here = clock() + WHOLE, address
    for _ in range(MOST_REDIRECTS + 1):
        answer = _once(here, most, until, resolve, clock)
        if isinstance(answer, bytes):
            return answer
        onward = urljoin(here, answer)
        scheme = urlsplit(onward).scheme
        if scheme != "https" and (scheme != "http" or urlsplit(here).scheme == "https"):
            raise NotFetched("it leads on to an address that is not safe")
        here = onward
    raise NotFetched(f"it leads on more than {MOST_REDIRECTS} times")


def _once(address: str, most: int, until: float, resolve: Resolve, clock: Callable[[], float]) -> bytes | str:
    """The bytes, or the address to which it leads on."""
    where = resolve(urlsplit(address).hostname or "")
    if isinstance(where, Unreachable):
        raise NotFetched(where.value)
    try:
        pool, path, name = connection(address, where, TIMEOUT)
        headers = {"Host": name, "User-Agent": USER_AGENT, "Accept": "application/json, */*", "Accept-Encoding": "gzip"}
        with (
            pool,
            pool.request(
                "GET", path, headers=headers, redirect=False, retries=False, preload_content=False
            ) as response,
        ):
            if response.status in REDIRECTS and response.headers.get("Location"):
                return str(response.headers["Location"])
            if response.status != 200:
                raise NotFetched(f"the site answered {response.status}")
            return _body(response, most, until, clock)
    except urllib3.exceptions.SSLError:
        raise NotFetched("its certificate is broken or too old") from None
    except urllib3.exceptions.TimeoutError:
        raise NotFetched("it did not answer in time") from None
    except (urllib3.exceptions.HTTPError, OSError, ValueError):
        raise NotFetched("the connection broke off or was refused") from None


def _body(response: urllib3.BaseHTTPResponse, most: int, until: float, clock: Callable[[], float]) -> bytes:
    """What was sent, unpacked; the bytes are counted as they come out, so that a bomb goes off small."""
    pieces, size = [], 0
    for piece in response.stream(PIECE, decode_content=True):
        size += len(piece)
        if size > most:
            raise NotFetched(f"it has more than {most} bytes")
        if clock() > until:
            raise NotFetched("it did not end in time")
        pieces.append(piece)
    told = response.headers.get("Content-Length", "")
    if told.isdecimal() and not response.headers.get("Content-Encoding") and int(told) != size:
        raise NotFetched("it ended in the middle")
    return b"".join(pieces)
