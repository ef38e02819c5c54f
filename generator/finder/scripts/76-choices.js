// Orders to choose from, and sentences that only sometimes have to be said.

/** How the list is sorted: as somebody chose, else by what they look for. */
function sortOf(state, view, isText) {
  const possible = { next: true, name: true, best: isText, near: Boolean(view.origin) };
  if (possible[state.sort]) return state.sort;
  if (view.origin) return "near";
  return isText ? "best" : "next";
}

function showSorts(pieces, words, sort, isText) {
  const names = ["next", "best", "near", "name"].filter((name) => name !== "best" || isText);
  const have = [...pieces.sort.options].map((option) => option.value);
  if (have.join() !== names.join() || pieces.sort.options[0].textContent !== words.sort_next) {
    pieces.sort.replaceChildren(...names.map((name) => new Option(words[`sort_${name}`], name)));
  }
  pieces.sort.value = sort;
}

/** Names of the ways to take part without going anywhere, and whether an entry has one. */
function waysFromHome(directory) {
  const how = directory.facets.find((facet) => facet.key === "how");
  const names = (how ? how.values : []).filter((value) => value.id === "online" || value.id === "phone").map((value) => value.name);
  const known = new Set(names);
  return { waysFromHome: known, isFromAfar: (entry) => entry.how.some((way) => known.has(way)) };
}

/** What to know about this list: a word that was read as another, an answer nobody knows, a page that is old. */
function notesOf(directory, words, state, view, isBroken) {
  const notes = [];
  if (isBroken) notes.push(words.partly);
  for (const term of view.terms) {
    if (term.how === "typo") notes.push(put(words.meant, { typed: term.typed, used: term.used[0] }));
    if (term.how === "none" && view.terms.length > 1) notes.push(put(words.has_not, { typed: term.typed }));
  }
  if (state.unknown && state.unknown.length) notes.push(put(words.unknown, { words: inOneLine(words, state.unknown.map(String)) }));
  if (view.clock.isOld) notes.push(put(words.old, { day: directory.days[0] }));
  else if (!view.clock.isTrusted) notes.push(put(words.clock, { day: directory.days[0] }));
  return notes;
}
