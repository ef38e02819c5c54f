// Nothing fits: never the end of the way. What would open it up, what lies close by, and whom to call.

const NEAR_THE_TOP = 3;

function showNothing(pieces, { directory, clock, words, state, scores, onState }) {
  const ways = [];
  const offer = (sentence, values, next) => ways.push(make("li", "", button("", put(sentence, values), () => onState(next))));
  for (const way of loosen(directory, clock, state, scores).filter((one) => one.count > 0).slice(0, 4)) {
    if (way.key === "q") {
      offer(words.without_words, { words: state.q.trim(), count: way.count }, { ...state, q: "" });
      continue;
    }
    const facet = directory.facets.find((one) => one.key === way.key);
    const chosen = state.chosen[way.key] || [];
    const names = facet.values.filter((one) => (way.value === null ? chosen.includes(one.id) : one.id === way.value));
    const rest = way.value === null ? [] : chosen.filter((id) => id !== way.value);
    const next = { ...state, chosen: { ...state.chosen, [way.key]: rest } };
    offer(words.without, { name: inOneLine(words, names.map((one) => one.name)), count: way.count }, next);
  }
  for (const { area, count } of areasBeside(directory, clock, state, scores)) {
    offer(words.in_area_count, { name: area.name, count }, { ...state, chosen: { ...state.chosen, area: [area.id] } });
  }
  if (!ways.length) offer(words.without_any, { count: directory.count }, { ...state, q: "", chosen: {}, near: "" });
  pieces.ways.replaceChildren(...ways);
}

/** Whether "Help now", the first of the pages to read, fits the words so well that the lines themselves should stand here. */
function isHelpNear(directory, found, scores) {
  const helpNow = directory.count;
  if (!scores || !found.length || !(scores[helpNow] > 0)) return false;
  return found.filter((i) => scores[i] > scores[helpNow]).length < NEAR_THE_TOP;
}

/** The areas next to the chosen ones in which the same search finds something. */
function areasBeside(directory, clock, state, scores) {
  const chosen = state.chosen.area || [];
  if (!chosen.length) return [];
  const facet = directory.facets.find((one) => one.key === "area");
  const { counts } = choose(directory, clock, state, scores);
  const beside = new Set();
  for (const area of directory.areas) {
    if (chosen.includes(area.id)) area.neighbors.forEach((number) => beside.add(directory.areas[number].id));
  }
  return facet.values
    .map((value, at) => ({ area: value, count: counts.area[at] }))
    .filter(({ area, count }) => beside.has(area.id) && !chosen.includes(area.id) && count > 0)
    .slice(0, 3);
}
