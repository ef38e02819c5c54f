"""Eleventy, with the form of input in which it is fastest: one data file, pages made from it by a JavaScript template."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.builders.build import Build, Town, there
from benchmarks.peer_tools import PeerTools

CONFIGURATION = """\
export default function (eleventy) {
  eleventy.addPassthroughCopy({ static: "/" });
  eleventy.addWatchTarget("bodies");
  eleventy.setQuietMode(true);
  return { dir: { input: "input", output: "output" } };
}
"""
TEMPLATE = """\
import { readFileSync } from "node:fs";

const shells = JSON.parse(readFileSync("shells.json", "utf8"));

export const data = {
  pagination: { data: "pages", size: 1, alias: "one" },
  permalink: ({ one }) => `${one.path}index.html`,
};

export function render({ one }) {
  const body = readFileSync(`bodies/${one.path}body.html`, "utf8");
  return shells[one.shell]
    .map((part, at) => (at % 2 === 0 ? part : part === "body" ? body : one.fields[part]))
    .join("");
}
"""


def prepare(town: Town, folder: Path, tools: PeerTools) -> Build:
    program = ["node", there(tools.eleventy)]
    (folder / "input" / "_data").mkdir(parents=True)
    pages = [{"path": page.path, "shell": page.shell, "fields": page.fields} for page in town.records.pages()]
    (folder / "input" / "_data" / "pages.json").write_text(json.dumps(pages), encoding="utf-8")
    (folder / "input" / "page.11ty.js").write_text(TEMPLATE, encoding="utf-8")
    (folder / "eleventy.config.js").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    shutil.copy(town.records.folder / "shells.json", folder)
    shutil.copytree(town.records.bodies, folder / "bodies")
    shutil.copytree(town.records.static, folder / "static")
    return Build(
        "eleventy",
        folder,
        program,
        site=folder / "output",
        edited=folder / "bodies" / town.listing / "body.html",
        caches=[folder / ".cache"],
        serve=[*program, "--serve", "--port={port}"],
    )
