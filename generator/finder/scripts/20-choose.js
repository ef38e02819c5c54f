// Which entries fit what is chosen, and how many each further answer would leave. An entry that fails no question counts for
// every question, one that fails a single question counts for that question alone. Each question walks the entries by itself:
// plain loops over typed arrays, which a browser makes fast at once.

/** The chosen values of a facet as their numbers; unknown ones are no values. */
function numbersOf(facet, state) {
  const chosen = state.chosen || {};
  const ids = Object.prototype.hasOwnProperty.call(chosen, facet.key) ? chosen[facet.key] : [];
  return ids.map((id) => facet.numbers.get(id)).filter((number) => number !== undefined);
}

/** What is asked of the clock, as bits for days, parts of the day and when; -1 where nothing is asked. */
function clockQuestion(directory, state) {
  const asked = {};
  for (const key of CLOCK_KEYS) {
    const facet = directory.facetByKey.get(key);
    const numbers = facet ? numbersOf(facet, state) : [];
    asked[key] = numbers.length ? numbers.reduce((mask, number) => mask | clockBit(key, facet.values[number].id), 0) : -1;
  }
  return asked;
}

/** For each set of slots, the bits of the answers with which one and the same meeting of it fits the other two questions. */
function reachOf(directory, cells, asked) {
  const count = directory.slotSets.sets.length;
  const reach = { when: new Uint8Array(count), day: new Uint8Array(count), time: new Uint8Array(count), fits: new Uint8Array(count) };
  const { sets, days, parts, whens } = cells;
  for (let cell = 0; cell < sets.length; cell++) {
    const set = sets[cell];
    const isDay = (days[cell] & asked.day) !== 0;
    const isTime = asked.time === -1 || (parts[cell] & asked.time) !== 0;
    const isWhen = asked.when === -1 || (whens[cell] & asked.when) !== 0;
    if (isTime && isWhen) reach.day[set] |= days[cell];
    if (isDay && isWhen) reach.time[set] |= parts[cell];
    if (isDay && isTime) reach.when[set] |= whens[cell];
    if (isDay && isTime && isWhen) reach.fits[set] = 1;
  }
  return reach;
}

/** Every question with an answer chosen, as `{of, passes}`: an entry passes if its set does. The clock is one question. */
function questionsOf(directory, state, asked, reach) {
  const questions = [];
  for (const facet of directory.facets) {
    const column = directory.columns.get(facet.key);
    if (!column) continue;
    const chosen = new Set(numbersOf(facet, state));
    const passes = chosen.size ? Uint8Array.from(column.sets, (set) => (set.some((number) => chosen.has(number)) ? 1 : 0)) : null;
    questions.push({ key: facet.key, of: column.of, passes, tally: new Uint32Array(column.sets.length) });
  }
  const isAsked = CLOCK_KEYS.some((key) => asked[key] !== -1);
  const { of, sets } = directory.slotSets;
  questions.push({ key: "", of, passes: isAsked ? reach.fits : null, tally: new Uint32Array(sets.length) });
  return questions;
}

/**
 * What fits: `{found: [numbers of entries], articles: [numbers, the best first], counts: {key: [how many for each value]}}`.
 * A count says how many would be left if its facet asked for that value alone, all other facets staying as they are.
 */
function choose(directory, clock, state, scores = null) {
  const asked = clockQuestion(directory, state);
  const reach = reachOf(directory, cellsOf(directory, clock), asked);
  const questions = questionsOf(directory, state, asked, reach);
  const strict = questions.filter(({ passes }) => passes);
  const possible = possibleOf(directory, scores);
  const failures = new Uint8Array(possible.length);
  for (const { of, passes } of strict) addFailures(possible, of, passes, failures);
  const found = possible.filter((_, at) => failures[at] === 0);
  for (const { of, tally } of questions) addTo(tally, found, of);
  const almost = strict.length ? possible.filter((_, at) => failures[at] === 1) : [];
  for (const { of, passes, tally } of strict) addFailed(tally, almost, of, passes);
  return { found, articles: strict.length ? [] : foundArticles(directory, scores), counts: countsOf(directory, questions, reach) };
}

/** The entries that have the words looked for. */
function possibleOf(directory, scores) {
  const possible = [];
  for (let i = 0; i < directory.count; i++) if (!scores || scores[i] > 0) possible.push(i);
  return possible;
}

function addFailures(entries, of, passes, failures) {
  for (let at = 0; at < entries.length; at++) if (!passes[of[entries[at]]]) failures[at]++;
}

function addTo(tally, entries, of) {
  for (let at = 0; at < entries.length; at++) tally[of[entries[at]]]++;
}

function addFailed(tally, entries, of, passes) {
  for (let at = 0; at < entries.length; at++) if (!passes[of[entries[at]]]) tally[of[entries[at]]]++;
}

/** Pages to read answer no question, so they are found by words alone. */
function foundArticles(directory, scores) {
  const found = [];
  if (scores) for (let i = directory.count; i < directory.total; i++) if (scores[i] > 0) found.push(i);
  return found.sort((a, b) => scores[b] - scores[a] || a - b);
}

function countsOf(directory, questions, reach) {
  const counts = {};
  const byKey = new Map(questions.map((question) => [question.key, question]));
  for (const { key, values } of directory.facets) {
    counts[key] = new Array(values.length).fill(0);
    if (CLOCK_KEYS.includes(key)) continue;
    const { tally } = byKey.get(key);
    directory.columns.get(key).sets.forEach((set, number) => {
      if (tally[number]) for (const value of set) counts[key][value] += tally[number];
    });
  }
  const { tally } = byKey.get("");
  for (const key of CLOCK_KEYS) {
    const facet = directory.facetByKey.get(key);
    if (!facet) continue;
    const sums = sumsByBits(tally, reach[key]);
    counts[key] = facet.values.map(({ id }) => {
      const bit = clockBit(key, id);
      return sums.reduce((sum, each, bits) => (bits & bit ? sum + each : sum), 0);
    });
  }
  return counts;
}

/** The tallies of all sets that have the same bits, by these; there are seven bits at most. */
function sumsByBits(tally, bits) {
  const sums = new Uint32Array(128);
  for (let set = 0; set < tally.length; set++) sums[bits[set]] += tally[set];
  return sums;
}

/**
 * For a search that finds nothing: which single question, left out, would find most. `[{key, value, count}]`, the best first;
 * `value` is the one answer that was chosen, or null for several. The words that were typed have the key "q".
 */
function loosen(directory, clock, state, scores = null) {
  const ways = [];
  const chosen = state.chosen || {};
  for (const facet of directory.facets) {
    const numbers = numbersOf(facet, state);
    if (!numbers.length) continue;
    const without = { ...state, chosen: { ...chosen, [facet.key]: [] } };
    const { found, articles } = choose(directory, clock, without, scores);
    const value = numbers.length === 1 ? facet.values[numbers[0]].id : null;
    ways.push({ key: facet.key, value, count: found.length + articles.length });
  }
  if (scores) ways.push({ key: "q", value: null, count: choose(directory, clock, state, null).found.length });
  return ways.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
