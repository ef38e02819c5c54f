"""Why a disk refused a build, in one sentence for whoever started it.

>>> print(sentence(OSError(28, "No space left on device", "/srv/site/index.html")))
There is no room left on the disk, at /srv/site/index.html. Make room and build again; the last good site is untouched.
>>> print(sentence(OSError(30, "Read-only file system", "/srv/site")))
Nothing may be written at /srv/site. Give your user the right to write there, or build into another folder with --site-dir.
"""

from __future__ import annotations

import errno

from generator.words import Words, say

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def sentence(error: OSError) -> Words:
    """What happened, where, and what to do about it; any trouble that has no words of its own is told as the system does."""
    where = str(error.filename2 or error.filename or "")
    if error.errno in FULL and not where:
        return say("There is no room left on the disk. Make room and build again; the last good site is untouched.")
    if error.errno in FULL:
        return say(
            "There is no room left on the disk, at {where}. Make room and build again; the last good site is untouched.",
            where=where,
        )
    if error.errno in FORBIDDEN and where:
        return say(
            "Nothing may be written at {where}. Give your user the right to write there, or build into another folder "
            "with --site-dir.",
            where=where,
        )
    reason = error.strerror or str(error)
    if not where:
        return say("The disk refused the build ({reason}). The last good site is untouched.", reason=reason)
    return say(
        "The disk refused the build at {where} ({reason}). The last good site is untouched.", where=where, reason=reason
    )
