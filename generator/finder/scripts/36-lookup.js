// One typed word: what it is found as. Exactly, else by another ending, else as the beginning of words, else by a guess
// (38-guesses.js).

const SURE = { exact: 1, stem: 0.9, prefix: 0.75, typo: 0.6 };
const SHORTEST_TYPO = 4;

/** A word with what it is found as: `weights` has the importance of the word in each entry, 0 for none. */
function makeTerm(directory, typed, how) {
  const weights = new Float32Array(directory.total);
  // `trust`: how far the word is meant at all, beside others that were found as they were typed.
  return { typed, used: [], how, weights, isQuiet: false, trust: 1, has: (i) => weights[i] > 0 };
}

function addGroup(term, shard, group, sure) {
  eachPost(shard, group, (entry, weight) => {
    if (weight * sure > term.weights[entry]) term.weights[entry] = weight * sure;
  });
}

/**
 * Whether a group is a word that tells nothing, such as "with". It may have entries all the same: those in whose name it
 * stands, and there it counts 1, where any other word of a name counts 7.
 */
function isQuiet(directory, shard, group, form) {
  const names = foldedNames(directory);
  let quiet = true;
  eachPost(shard, group, (entry, weight) => {
    quiet = quiet && weight === 1 && names[entry].includes(` ${form} `);
  });
  return quiet;
}

/** Looks a word up; `isLast` for the one that may still be in the typing. Rejects where a file cannot be had. */
async function lookUp(directory, words, typed, isLast) {
  if (words.isEmpty) return makeTerm(directory, typed, "none");
  const home = words.fileOf(typed);
  const near = isLast ? words.filesOf(typed) || [home] : [home];
  const shards = await Promise.all(near.map(words.open));
  const shard = shards[near.indexOf(home)];
  const group = groupOf(shard, typed);
  if (group >= 0) return exactTerm(directory, typed, shard, group);
  return (
    (await kinTerm(directory, words, typed, isLast)) ||
    (typed.length >= SHORTEST_TYPO && !/^\d+$/.test(typed) && (await guessedTerm(directory, words, typed, isLast))) ||
    makeTerm(directory, typed, "none")
  );
}

function exactTerm(directory, typed, shard, group) {
  const term = makeTerm(directory, typed, "exact");
  term.used = [typed, ...formsInGroup(shard, group).filter((form) => form !== typed)];
  term.isQuiet = isQuiet(directory, shard, group, typed);
  addGroup(term, shard, group, SURE.exact);
  return term;
}

/** Other endings of the word, and the words that it begins; null for none. */
async function kinTerm(directory, words, typed, isLast) {
  const stem = typed.slice(0, Math.max(3, typed.length - 4));
  const files = words.filesOf(stem) || words.filesOf(typed) || [words.fileOf(typed)];
  const shards = await Promise.all(files.map(words.open));
  const endings = new Set(shards.flatMap((shard) => [...endingsIn(shard)]));
  const [kin, begun] = [makeTerm(directory, typed, "stem"), makeTerm(directory, typed, "prefix")];
  for (const shard of shards) {
    for (const [group, form] of groupsFrom(shard, typed)) {
      if (isQuiet(directory, shard, group, form)) continue;
      // The more of the word is typed, the surer that it is meant.
      addGroup(begun, shard, group, SURE.prefix * (0.7 + 0.3 * (typed.length / form.length)));
      begun.used.push(...formsInGroup(shard, group).filter((one) => one.startsWith(typed)));
    }
    shard.forms.forEach((form, at) => {
      if (typed.length < 4 || !endings.has(pairOf(typed, form)) || isQuiet(directory, shard, shard.of[at], form)) return;
      addGroup(kin, shard, shard.of[at], SURE.stem);
      kin.used.push(form, ...formsInGroup(shard, shard.of[at]).filter((one) => one !== form));
    });
  }
  if (!words.filesOf(typed)) addNames(directory, begun, typed);
  if (kin.used.length && isLast) begun.weights.forEach((weight, i) => (kin.weights[i] = Math.max(kin.weights[i], weight)));
  const term = kin.used.length ? kin : begun;
  if (kin.used.length && isLast) term.used.push(...begun.used);
  term.used = [...new Set(term.used)];
  // In the middle of a sentence a short word is whole: "die" is not on the way to "dietician".
  return term.used.length && (isLast || typed.length > 3) ? term : null;
}

/** The names in which a word begins so; for a beginning too short to be looked up in all files that it may mean. */
function addNames(directory, term, typed) {
  const start = ` ${typed}`;
  foldedNames(directory).forEach((line, i) => {
    const at = line.indexOf(start);
    if (at < 0) return;
    term.weights[i] = Math.max(term.weights[i], 7 * SURE.prefix);
    if (term.used.length < 50) term.used.push(line.slice(at + 1, line.indexOf(" ", at + 1)));
  });
}

function foldedNames(directory) {
  return keepLast(directory, "names", "", () => directory.name.map(lineOf));
}
