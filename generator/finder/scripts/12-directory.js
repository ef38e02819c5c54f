// The directory as the engine works with it: the columns of data.js (described in generator/finder/data.py) with their
// numbers in typed arrays, so that ten thousand entries are walked in a millisecond on an old phone.

/** Facets that the clock answers; a day, a part of it and "today" must hold for the same meeting. */
const CLOCK_KEYS = ["when", "day", "time"];

/**
 * The index in `data`, ready to be asked.
 * Beside what data.js says: `facets` as `[{key, name, values: [{id, name}]}]`, `areas` as `[{id, name, lat, lon, neighbors, codes}]`,
 * `language` of the page for numbers and dates.
 */
function readDirectory(data, language = pageLanguage()) {
  const { count, articles } = data;
  const facets = data.facets.map(([key, name, values]) => ({
    key,
    name,
    values: values.map(([id, valueName]) => ({ id, name: valueName })),
    numbers: new Map(values.map(([id], number) => [id, number])),
  }));
  const areas = data.areas.map(([id, name, lat, lon, neighbors, codes]) => ({ id, name, lat, lon, neighbors, codes }));
  const columns = new Map();
  for (const { key, values } of facets) {
    if (CLOCK_KEYS.includes(key)) continue;
    const plain = { of: data[key], sets: values.map((_, number) => [number]) };
    const { of, sets } = Array.isArray(data[key]) ? plain : data[key];
    columns.set(key, { of: Uint32Array.from(of), sets });
  }
  return {
    ...data,
    count,
    articles,
    total: count + articles,
    language,
    facets,
    facetByKey: new Map(facets.map((facet) => [facet.key, facet])),
    areas,
    columns,
    slotSets: { of: Uint32Array.from(data.slots.of), sets: data.slots.sets.map((set) => set.map(readSlot)) },
    firstWeekday: (new Date(Date.parse(`${data.made}T00:00Z`)).getUTCDay() + 6) % 7,
    paused: new Set(data.paused),
    hasCoordinates: data.places.some(([, lat]) => lat !== null) || areas.some(({ lat }) => lat !== null),
    // What is worked out once and kept: by minute, by origin, and for good.
    kept: new Map(),
    answers: new WeakMap(),
  };
}

function pageLanguage() {
  return (typeof document !== "undefined" && document.documentElement.lang) || "en";
}

function readSlot([days, start, end, isOpening = 0, change = ""]) {
  return { days, start, end, isOpening: isOpening === 1, change, parts: -1 };
}

/** What `make` gives for this key of this directory; made anew only when the key is another than the last time. */
function keepLast(directory, name, key, make) {
  const last = directory.kept.get(name);
  if (last && last.key === key) return last.value;
  const value = make();
  directory.kept.set(name, { key, value });
  return value;
}

/** All that a row shows of entry `i`, but for its times. Its `kind` is a number in the facet; of an article, -1. */
function entryOf(directory, i) {
  if (i >= directory.count) {
    const nothing = { place: "", price: "", access: [], how: [], languages: [], checked: { words: "", isOverdue: false } };
    return { i, name: directory.name[i], path: directory.path[i], kind: -1, ...nothing, note: "", extra: "" };
  }
  const label = (column) => directory[column].labels[directory[column].of[i]];
  const [words, isOverdue] = label("checked");
  return {
    i,
    name: directory.name[i],
    path: addressOf(directory, i),
    kind: directory.kind[i],
    place: directory.place[i] ? directory.places[directory.place[i] - 1][0] : "",
    price: label("price"),
    access: namesOf(directory, "access", i),
    how: namesOf(directory, "how", i),
    languages: namesOf(directory, "language", i),
    checked: { words, isOverdue: isOverdue === 1 },
    note: label("note"),
    extra: label("extra"),
  };
}

function namesOf(directory, key, i) {
  const column = directory.columns.get(key);
  if (!column) return [];
  const { values } = directory.facetByKey.get(key);
  return column.sets[column.of[i]].map((number) => values[number].name);
}

/** Where the page of a listing or worksheet is, from the root of the site: `groups/tuesday-talkers/`. */
function addressOf(directory, i) {
  const id = directory.path[i] || slugOf(directory.name[i]);
  return `${directory.folders[directory.kind[i]]}/${id}${directory.ending}`;
}

/** The id that most names lead to; the rule stands in data.py. */
function slugOf(name) {
  const plain = name.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");
}
