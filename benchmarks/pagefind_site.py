"""The listings as bare HTML pages under a Pagefind index, with a search page that has facets, counts and results.

The search page is written as Pagefind's manual proposes, on its JavaScript API, and carries nothing else: no theme, no
fonts, no style. Facets and results are asked for at once, and each result is shown as soon as its fragment is there.
"""

from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path

from benchmarks.peer_pages import PeerPage, PeerTown

PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title></head><body><main data-pagefind-body>
{body}
</main></body></html>
"""
SEARCH_PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Search</title></head><body><h1>Search</h1><input type="search" id="words"><p id="count" role="status"></p>
<div id="facets"></div><ol id="rows"></ol>
<script type="module">
import * as pagefind from "./pagefind/pagefind.js";
const asked = new URLSearchParams(location.search);
const withFacets = asked.get("facets") !== "no";
const box = document.getElementById("words"), rows = document.getElementById("rows");
const facets = document.getElementById("facets"), shown = Number(asked.get("shown") || 5);
let turn = 0;
function chosen() {
  const filters = {};
  for (const input of facets.querySelectorAll("input:checked")) {
    (filters[input.name] = filters[input.name] || { any: [] }).any.push(input.value);
  }
  return filters;
}
function showFacets(all) {
  for (const key of Object.keys(all)) {
    const group = document.createElement("fieldset");
    group.append(Object.assign(document.createElement("legend"), { textContent: key }));
    for (const value of Object.keys(all[key])) {
      const label = document.createElement("label"), input = document.createElement("input");
      Object.assign(input, { type: "checkbox", name: key, value });
      label.append(input, " " + value + " ", document.createElement("span"));
      group.append(label);
    }
    facets.append(group);
  }
  facets.addEventListener("change", search);
}
function showCounts(counts) {
  for (const input of facets.querySelectorAll("input")) {
    input.parentElement.lastChild.textContent = String((counts[input.name] || {})[input.value] || 0);
  }
}
async function search() {
  const mine = ++turn;
  const found = await pagefind.search(box.value || null, { filters: chosen() });
  if (mine !== turn) return;
  if (withFacets) showCounts(found.filters);
  document.getElementById("count").textContent = found.results.length + " results";
  const made = found.results.slice(0, shown).map(() => document.createElement("li"));
  const texts = found.results.slice(0, shown).map((result) => result.data());
  rows.replaceChildren(...made);
  rows.dataset.asked = box.value + JSON.stringify(chosen());
  for (let n = 0; n < made.length; n++) {
    const page = await texts[n];
    if (mine !== turn) return;
    const link = Object.assign(document.createElement("a"), { href: page.url, textContent: page.meta.title });
    const excerpt = document.createElement("p");
    excerpt.innerHTML = page.excerpt;
    made[n].append(link, excerpt);
  }
}
box.value = asked.get("q") || "";
box.addEventListener("input", search);
await pagefind.init();
const [all] = await Promise.all([withFacets ? pagefind.filters() : {}, box.value ? pagefind.preload(box.value) : 0]);
showFacets(all);
await search();
</script></body></html>
"""


def build_pagefind(town: PeerTown, folder: Path, python: Path) -> Path:
    """Write the pages and index them with the Pagefind of this Python's environment; the folder of the site."""
    listings = folder / "listings"
    listings.mkdir(parents=True)
    for page in town.pages:
        here = listings / page.id
        here.mkdir()
        (here / "index.html").write_text(_html(page), encoding="utf-8")
    for article in town.articles:
        here = folder / article.path.removesuffix(".md").removesuffix("/index")
        here.mkdir(parents=True, exist_ok=True)
        html = PAGE.format(title=escape(article.title), body=article.html)
        (here / "index.html").write_text(html, encoding="utf-8")
    (folder / "index.html").write_text(SEARCH_PAGE, encoding="utf-8")
    command = [str(python), "-m", "pagefind", "--site", str(folder), "--glob", "*/**/*.html", "--quiet"]
    subprocess.run(command, check=True)
    return folder


def _html(page: PeerPage) -> str:
    body = [f"<h1>{escape(page.title)}</h1>", *(f"<p>{escape(paragraph)}</p>" for paragraph in page.paragraphs)]
    body += ["<ul>", *(f"<li><b>{escape(name)}:</b> {escape(answer)}</li>" for name, answer in page.facts), "</ul>"]
    if page.keywords:
        body.append(f"<p>{escape(', '.join(page.keywords))}</p>")
    body += [f'<i data-pagefind-filter="{key}:{value}"></i>' for key, ids in page.answers.items() for value in ids]
    return PAGE.format(title=escape(page.title), body="\n".join(body))
