// How well each entry fits the terms. One that has more of them comes first; a rare word tells more than a common one, and
// a word in a name more than one in passing. Tuned on benchmarks/relevance, where small changes of these numbers make none.

const BELONGS = 3; // the weight of the name of an entry's kind in the index
const MANY = 5; // of three services all three may have a word by chance
const WHOLE = 4; // the weight from which on an entry is wholly about a word
const PASSING = 0.3; // what a word said in passing counts of one that an entry is about
const WORTH = 0.8; // seven times the weight is not seven times as good
const TIME_RARITY = 1.6; // "tonight" tells as much as a fairly rare word
const DAY_RARITY = 0.9;
const KIND_RARITY = 1;
const LEAST_RARITY = 0.2;
const ARTICLE = 0.8; // of two that fit alike, somewhere to go stands before something to read
const ENOUGH_OF_MOST = 0.34;
const SENTENCE = 3; // from so many words on somebody tells of something, and wants the few that fit
const LEAST_KEPT = 10;
const TAIL = 0.15; // of the best score

/**
 * "Group", "worksheet": a word that all entries of a kind belong to is the name of that kind. Who types it wants one of
 * these, whatever else the word stands in.
 */
function asKind(directory, term) {
  const [having, lacking] = [directory.folders.map(() => 0), directory.folders.map(() => 0)];
  for (let i = 0; i < directory.count; i++) (term.weights[i] < BELONGS ? lacking : having)[directory.kind[i]]++;
  const kinds = [...having.keys()].filter((kind) => having[kind] >= MANY && !lacking[kind]);
  if (kinds.length !== 1 || term.how === "typo") return term;
  for (let i = 0; i < directory.total; i++) {
    const isSuch = i < directory.count && directory.kind[i] === kinds[0];
    term.weights[i] = isSuch ? Math.max(WHOLE, term.weights[i]) : term.weights[i] / 2;
  }
  term.rarity = KIND_RARITY;
  return term;
}

/**
 * How much a term tells, by how few entries it is found in (as BM25 has it); never nothing. Where it stands in passing
 * counts in part, so that other words for the same do not make a word common.
 */
function rarityOf(term, total) {
  if (term.rarity) return term.rarity;
  let found = 0;
  for (const weight of term.weights) found += Math.min(1, weight / WHOLE);
  return found ? Math.max(LEAST_RARITY, Math.log(1 + (total - found + 0.5) / (found + 0.5))) : 0;
}

/** The score of every entry; `typed` are all words, as they were typed. */
function scored(directory, terms, typed) {
  const { total } = directory;
  const rarities = terms.map((term) => rarityOf(term, total));
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  const scores = new Float32Array(total);
  const having = new Float32Array(total); // the share of the words that an entry has at all
  const covered = new Float32Array(total); // and of those that it is about
  const named = new Float32Array(total);
  terms.forEach((term, at) => {
    const rarity = rarities[at];
    for (let i = 0; i < total; i++) {
      const weight = term.weights[i];
      if (weight === 0) continue;
      scores[i] += rarity * weight ** WORTH;
      having[i] += rarity / all;
      covered[i] += (rarity / all) * Math.min(1, PASSING + (1 - PASSING) * (weight / WHOLE));
      if (weight > 6.5) named[i] += rarity / all;
    }
  });
  const most = having.reduce((best, part) => Math.max(best, part), 0);
  const line = ` ${typed.join(" ")} `;
  const names = foldedNames(directory);
  for (let i = 0; i < total; i++) {
    if (scores[i] === 0) continue;
    if (having[i] < most * ENOUGH_OF_MOST) scores[i] = 0;
    else {
      const isNamed = names[i] === line ? 3 : names[i].includes(line) ? 1.5 : 1;
      scores[i] *= covered[i] * (1 + named[i] ** 2 / 2) * isNamed * (i < directory.count ? 1 : ARTICLE);
    }
  }
  if (typed.length >= SENTENCE) cutTail(scores);
  return scores;
}

/** Forgets what fits a sentence so much less than the best that it would bury it. A word or two finds all that has them. */
function cutTail(scores) {
  const found = scores.filter((score) => score > 0).sort().reverse();
  if (found.length <= LEAST_KEPT) return;
  const least = Math.min(found[LEAST_KEPT - 1], found[0] * TAIL);
  scores.forEach((score, i) => score < least && (scores[i] = 0));
}
