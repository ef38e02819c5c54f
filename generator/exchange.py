"""Two folders change places in one step, so that at no moment is there none under either name.

Linux (renameat2) and macOS (renamex_np) can do this, most of their disks too. Where it cannot be done nothing is changed,
and whoever asked renames twice.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_SWAP = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""
_HERE = -100
"""AT_FDCWD: names are meant from the working folder on."""


def exchange(one: Path, two: Path) -> bool:
    """Whether the two have changed places; False also if one of them is not there."""
    names = os.fsencode(one), os.fsencode(two)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            return bool(system.renameat2(_HERE, names[0], _HERE, names[1], _SWAP) == 0)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, _SWAP) == 0)
    except (OSError, AttributeError, TypeError):
        pass
    return False
