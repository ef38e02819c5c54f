"""The web sheet: a worksheet as a form of native controls, without script, that can be typed into and printed."""

from __future__ import annotations

from generator.language import Language
from generator.model.worksheet import Worksheet
from generator.templating import environment
from generator.worksheets.sheet import sheet


def render_sheet(worksheet: Worksheet, language: Language) -> str:
    """The sheet's HTML, from its first part to its last; what stands round it (title, intro, crisis lines) is the page's.

    Nothing typed into the form is sent anywhere: it has no action, and a form of method `dialog` outside a dialog is
    never submitted, not even by the Enter key.
    """
    template = environment("generator.worksheets", language).get_template("sheet.html")
    return template.render(sheet=sheet(worksheet, language))
