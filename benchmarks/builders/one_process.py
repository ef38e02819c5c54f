"""As a list is built by one script of its own, in the manner of hecat: YAML is read, a template is filled, files are written.

    python -m benchmarks.builders.one_process FOLDER SITE

reads `resources.yaml` with PyYAML's `CSafeLoader`, fills the frames with Jinja2 and writes a file a page. Nothing is checked,
nothing is kept from build to build; bodies are at hand, as for all others here.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import jinja2
import yaml

from benchmarks.builders.build import Build, Town
from benchmarks.page_records import Records
from benchmarks.peer_tools import PeerTools

ROOT = Path(__file__).resolve().parent.parent.parent


def prepare(town: Town, folder: Path, _tools: PeerTools) -> Build:
    shutil.copytree(town.records.folder, folder / "records")
    shutil.copy(town.directory / "resources.yaml", folder)
    return Build(
        "one-process",
        folder,
        [sys.executable, "-m", "benchmarks.builders.one_process", str(folder), str(folder / "site")],
        site=folder / "site",
        edited=folder / "records" / "bodies" / town.listing / "body.html",
        environment={"PYTHONPATH": str(ROOT)},
    )


def build(folder: Path, site: Path) -> None:
    records = Records(folder / "records")
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(records.static, site)
    with (folder / "resources.yaml").open(encoding="utf-8") as text:
        yaml.load(text, yaml.CSafeLoader)
    templates = [_template(shell) for shell in records.shells()]
    for page in records.pages():
        file = site / page.path / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(templates[page.shell].render(page.fields, body=records.body(page)), encoding="utf-8")


def _template(shell: list[str]) -> jinja2.Template:
    names = [f"{{{{ {part} }}}}" if at % 2 else f"{{% raw %}}{part}{{% endraw %}}" for at, part in enumerate(shell)]
    return jinja2.Environment(keep_trailing_newline=True).from_string("".join(names))


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
