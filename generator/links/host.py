"""Where a host name leads, so far as one may ask there: never to this machine or into the network it stands in.

A directory is open to everybody's suggestions. Without this, one of them could send the machine that checks links to a
printer's settings or to a cloud's inner address, and a redirect could do so even after the link itself was judged.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from enum import Enum


class Unreachable(Enum):
    """Why a host is not asked."""

    UNKNOWN = "the name of the site is not known any more"
    NO_ANSWER = "the name of the site could not be looked up just now"
    PRIVATE = "the address leads into a private network, where nothing is asked"


Resolve = Callable[[str], "str | Unreachable"]
"""From a host name to the IP address to connect to, or why not."""


def public_address(host: str) -> str | Unreachable:
    """The first IP address of a host, if every one of its addresses is public.

    >>> public_address("127.0.0.1"), public_address("169.254.169.254")
    (<Unreachable.PRIVATE: ...>, <Unreachable.PRIVATE: ...>)
    """
    try:
        found = socket.getaddrinfo(host.removesuffix("."), None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        return Unreachable.NO_ANSWER if error.errno == socket.EAI_AGAIN else Unreachable.UNKNOWN
    except (UnicodeError, OSError):
        return Unreachable.UNKNOWN
    addresses = [str(row[4][0]) for row in found]
    return addresses[0] if all(map(_is_public, addresses)) else Unreachable.PRIVATE


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)
