"""How long a booklet of 300 listings takes, and how large it is: by size of page, to read and to fold.

    python -m benchmarks.booklet [LISTINGS]

The first print of a process is told as it is: fonts are read and templates compiled. `words` is what the views and the
words take, `print` what Typst and the finish take; the directory is read beforehand.
"""

from __future__ import annotations

import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

import pikepdf

from benchmarks.make_directory import TODAY, write
from generator.language import Language
from generator.load import load
from generator.paper.booklet import booklet_job
from generator.paper.press import Press
from generator.views.booklet import Choice
from generator.views.print_page import PAPERS
from generator.views.survey import Survey

SITE = "https://example.org/farrow/"


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        write(size, Path(folder))
        loaded = load(Path(folder) / "resources.yaml", root=Path(folder), today=TODAY)
    if loaded.directory is None:
        sys.exit("the made directory has errors")
    survey = Survey(loaded.directory, TODAY, Language.load("en-US"))
    press = Press()
    print(f"{size} listings")
    print(f"{'':24}{'words s':>9}{'print s':>9}{'kB':>7}{'pages':>7}")
    for paper in PAPERS:
        for fold in (False, True) if paper.folds else (False,):
            began = time.perf_counter()
            job = booklet_job(survey, Choice(), paper, fold=fold, site_url=SITE)
            said = time.perf_counter()
            made = press.print(job)
            done = time.perf_counter()
            with pikepdf.open(BytesIO(made)) as pdf:
                pages = len(pdf.pages)
            name = f"{paper.id}{' to fold' if fold else ''}"
            print(f"{name:24}{said - began:9.2f}{done - said:9.2f}{len(made) / 1000:7.0f}{pages:7}")


if __name__ == "__main__":
    main()
