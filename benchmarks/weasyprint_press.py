"""Prints HTML pages with WeasyPrint, in an environment of its own: a contender of `sheets.py`.

    python weasyprint_press.py FOLDER print|fill

FOLDER holds `styles.css` and a page for each sheet. The styles are read once, fonts are set up once, and each page is
printed in the same process. It writes one line of JSON: seconds, bytes and peak memory.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML  # type: ignore[import-not-found,unused-ignore]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-not-found,unused-ignore]


def main(folder: Path, kind: str) -> None:
    """Print every page of the folder, in order."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    fonts = FontConfiguration()
    styles = [CSS(filename=str(folder / "styles.css"), font_config=fonts)]
    seconds, sizes, memory = [], [], []
    worked = time.process_time()
    for page in sorted(folder.glob("*.html")):
        text = page.read_text(encoding="utf-8")
        began = time.perf_counter()
        pdf = HTML(string=text, base_url=folder.as_uri()).write_pdf(
            stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True, pdf_forms=kind == "fill"
        )
        seconds.append(time.perf_counter() - began)
        sizes.append(len(pdf))
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps({"seconds": seconds, "cpu": time.process_time() - worked, "sizes": sizes, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
