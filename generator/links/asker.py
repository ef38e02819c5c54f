"""Asking for one address: a few small requests, each bounded in time and size, each to a public host only."""

from __future__ import annotations

import re
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import urllib3

from generator.links.connection import connection, port_of
from generator.links.host import Resolve, Unreachable, public_address
from generator.links.outcome import Outcome, State

MOST_REDIRECTS = 8
MOST_BYTES = 64 * 1024
"""So much of a page is read; a page that never ends costs no more."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
# What sites answer to programs while people see the page: not allowed, forbidden, too many, and the odd ones.
TO_PROGRAMS = frozenset({401, 402, 403, 405, 406, 409, 418, 423, 425, 429, 430, 451, 999})
TRY_AGAIN = frozenset({429, 502, 503, 504})
USER_AGENT = "Waypost link check (asks each address of a local directory once)"
_WAIT = re.compile(r"\d{1,6}")


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely to ask; all times in seconds."""

    between: float = 1.0
    """Between two requests to one host."""
    timeout: float = 15.0
    """For connecting, and for each wait for more."""
    whole: float = 40.0
    """For all that an address takes, with its redirects: a slow drip ends here."""
    retries: int = 2
    longest_wait: float = 20.0
    """A site that asks for a longer pause is left alone."""


@dataclass
class Asker:
    """Asks for addresses, from several threads at once if need be; requests to one host keep their distance."""

    manners: Manners = Manners()
    resolve: Resolve = public_address
    _hosts: dict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))
    _next: dict[str, float] = field(default_factory=dict)

    def ask(self, address: str) -> Outcome:
        """Follow the address to its end and say what is there."""
        until = time.monotonic() + self.manners.whole
        here, for_good = address, True
        settled = address
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._answer(here, until)
            if isinstance(answer, Outcome):
                return answer
            status, target = answer
            if status not in REDIRECTS or not target:
                return _judged(status, settled if settled != address else "")
            onward = urljoin(here, target)
            if urlsplit(onward).scheme not in ("http", "https"):
                return Outcome(State.ERROR, "it leads on to something that is no web address")
            for_good = for_good and status in FOR_GOOD
            here = onward
            settled = here if for_good else settled
        return Outcome(State.ERROR, f"it leads on more than {MOST_REDIRECTS} times")

    def _answer(self, address: str, until: float) -> tuple[int, str] | Outcome:
        """Status and, of a redirect, where it leads; asked again where the site says that it is busy."""
        for attempt in range(self.manners.retries + 1):
            answer = self._once(address, until)
            if isinstance(answer, Outcome):
                if answer.state is not State.ERROR or attempt == self.manners.retries or time.monotonic() >= until:
                    return answer
                pause = self.manners.between
            else:
                status, target, pause = answer
                if status not in TRY_AGAIN or attempt == self.manners.retries or pause > self.manners.longest_wait:
                    return status, target
            if time.monotonic() + pause >= until:
                return answer if isinstance(answer, Outcome) else answer[:2]
            time.sleep(pause)
        raise AssertionError("the last attempt returns")

    def _once(self, address: str, until: float) -> tuple[int, str, float] | Outcome:
        parts = urlsplit(address)
        host = parts.hostname or ""
        try:
            port_of(parts)
        except ValueError:
            return Outcome(State.ERROR, "it has no proper port")
        where = self.resolve(host)
        if where is Unreachable.UNKNOWN:
            return Outcome(State.DEAD, where.value)
        if isinstance(where, Unreachable):
            return Outcome(State.ERROR, where.value)
        self._keep_distance(host)
        try:
            return self._request(address, where, until)
        except urllib3.exceptions.SSLError:
            return Outcome(State.ERROR, "its certificate is broken or too old")
        except urllib3.exceptions.TimeoutError:
            return Outcome(State.ERROR, "it did not answer in time")
        except (urllib3.exceptions.HTTPError, OSError, ValueError):
            return Outcome(State.ERROR, "the connection broke off or was refused")

    def _request(self, address: str, where: str, until: float) -> tuple[int, str, float] | Outcome:
        pool, path, name = connection(address, where, self.manners.timeout)
        headers = {"Host": name, "User-Agent": USER_AGENT, "Accept": "*/*"}
        with (
            pool,
            pool.request(
                "GET", path, headers=headers, redirect=False, retries=False, preload_content=False, decode_content=False
            ) as response,
        ):
            read = 0
            while read < MOST_BYTES and (piece := response.read1(16 * 1024)):
                read += len(piece)
                if time.monotonic() > until:
                    return Outcome(State.ERROR, "it did not end in time")
            wait = response.headers.get("Retry-After", "")
            pause = float(wait) if _WAIT.fullmatch(wait) else self.manners.between
            return response.status, response.headers.get("Location", ""), pause

    def _keep_distance(self, host: str) -> None:
        with self._hosts[host]:
            wait = self._next.get(host, 0.0) - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            self._next[host] = time.monotonic() + self.manners.between


def _judged(status: int, settled: str) -> Outcome:
    if status in (404, 410):
        return Outcome(State.DEAD, f"there is no such page ({status})")
    if status in TO_PROGRAMS:
        return Outcome(State.BLOCKED, f"the site does not answer programs ({status})")
    if not 200 <= status < 300:
        return Outcome(State.ERROR, f"the site answered {status}")
    return Outcome(State.MOVED, "it moved for good", settled) if settled else Outcome(State.OK)
