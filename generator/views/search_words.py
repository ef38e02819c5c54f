"""The words under which people look for a listing, beyond those that its page shows.

Diagnoses belong here: nobody enters this directory by one, and everybody may search for it.
"""

from __future__ import annotations

from generator.model.directory import Directory
from generator.model.entry import Entry
from generator.model.listing import Listing


def search_words(entry: Entry, directory: Directory) -> tuple[str, ...]:
    """Its own keywords and other names, then those of the people it is for and the goals it serves; each once."""
    audiences = entry.eligibility.audiences if isinstance(entry, Listing) else ()
    words = [
        *entry.keywords,
        *entry.alternate_names,
        *(
            word
            for name in audiences
            if name in directory.audience_by_id
            for word in directory.audience_by_id[name].keywords
        ),
    ]
    return tuple(dict.fromkeys(words))
