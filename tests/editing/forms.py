"""Bodies of issues as code hosts make them from a form: each question as a heading, then the answer."""

from __future__ import annotations

from generator.editing.form_fields import FORMS


def body(form: str, **answers: str) -> str:
    """The body of a form, with answers by the ids of the questions; the others stay without one."""
    (found,) = (one for one in FORMS if one.name == form)
    given = {"how-known": "I was there.", "private": "- [X] I left out names.", **answers}
    parts = [f"### {field.label}\n\n{given.get(field.id, '_No response_')}" for field in found.fields]
    return "\n\n".join(parts) + "\n"
