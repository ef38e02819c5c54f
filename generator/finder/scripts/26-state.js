// What is chosen, and the address that says so. An address may come from anywhere: nothing in it is believed before it is
// found in the directory, and no key of it ever becomes a key of ours.

const SORTS = ["next", "name", "near", "best"];
const MOST_ADDRESS = 8000; // letters of an address that are read
const MOST_WORDS = 200; // letters of a search
const MOST_NEAR = 100;
const MOST_UNKNOWN = 5;

/**
 * `{q, chosen: {key: [ids]}, near, sort, unknown: [texts]}` from "?q=sleep&goal=work-or-study&goal=home". Facets stand in
 * their order, and so do their values, each once; `sort` is "" unless the address names one.
 */
function readState(search, directory) {
  const asked = new URLSearchParams(String(search).slice(0, MOST_ADDRESS));
  const state = { q: "", chosen: {}, near: "", sort: "", unknown: [] };
  const found = new Map(directory.facets.map(({ key }) => [key, new Set()]));
  const unknown = new Set();
  for (const [key, value] of asked) {
    if (key === "q") state.q = cleanText(value, MOST_WORDS);
    else if (key === "near") state.near = cleanText(value, MOST_NEAR);
    else if (key === "sort" && SORTS.includes(value)) state.sort = value;
    else if (found.has(key) && directory.facetByKey.get(key).numbers.has(value)) found.get(key).add(value);
    else if (unknown.size < MOST_UNKNOWN) unknown.add(cleanText(value ? `${key}=${value}` : key, 40));
  }
  for (const { key, values } of directory.facets) {
    const ids = values.map(({ id }) => id).filter((id) => found.get(key).has(id));
    if (ids.length) state.chosen[key] = ids;
  }
  state.unknown = [...unknown].filter(Boolean);
  return state;
}

// Controls, halves of letters, and marks that turn the direction of what follows.
const UNSEEN = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text without what cannot be seen, cut between letters. */
function cleanText(text, most) {
  const seen = text.slice(0, 2 * most).replace(UNSEEN, " ");
  return [...seen].slice(0, most).join("").trimStart();
}

/** The address of a state, "" for one that asks for nothing. */
function writeState(state) {
  const asked = new URLSearchParams();
  if (state.q && state.q.trim()) asked.append("q", state.q.trim());
  for (const [key, ids] of Object.entries(state.chosen || {})) for (const id of ids) asked.append(key, id);
  if (state.near && state.near.trim()) asked.append("near", state.near.trim());
  if (state.sort) asked.append("sort", state.sort);
  const text = asked.toString();
  return text && `?${text}`;
}
