"""A file in its canonical layout, proven to say the same as before."""

from __future__ import annotations

from typing import Any

from generator.editing.files import NothingChanged
from generator.editing.layout import laid_out
from generator.editing.typed_file import TypedFile
from generator.source.outline import LIST, TEXT, NoOutline, Typed, outline
from generator.words import say


def formatted(file: TypedFile, name: str) -> TypedFile:
    """The file laid out; `name` is what it is called in messages.

    Raises `NothingChanged` for what cannot be taken apart, and should the new text ever say anything else than the old.
    """
    try:
        after = laid_out(file.text)
        same = _meaning(outline(file.text)) == _meaning(outline(after)) and file.text.count("#") == after.count("#")
    except NoOutline as cause:
        raise NothingChanged(
            say("{path} was left as it is, because it could not be taken apart.", path=name)
        ) from cause
    if not same or laid_out(after) != after:
        raise NothingChanged(
            say("{path} was left as it is, because it could not be laid out without a change.", path=name)
        )
    return file.rewritten(after) if after != file.text or _has_mixed_ends(file) else file


def _has_mixed_ends(file: TypedFile) -> bool:
    return file.rewritten(file.text).data != file.data


def _meaning(typed: Typed) -> Any:
    if typed.kind == TEXT:
        return typed.text
    if typed.kind == LIST:
        return [_meaning(item.value) for item in typed.items]
    return {item.key.text if item.key is not None else "": _meaning(item.value) for item in typed.items}
