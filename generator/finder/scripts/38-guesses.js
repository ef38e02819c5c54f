// What somebody may have meant by a word that is nowhere: a slip of the finger, or two words without the space between. Only
// now the list of all words is asked for, since a slip in the first letters leads to another file.

const LONG_WORD = 8; // from here on two slips may be forgiven
const MOST_MEANT = 3;
const SHORTEST_PART = 3;
const WORSE_START = 2; // a wrong first letter makes a slip less likely than any other

/** A word as what it may have meant; null for nothing. */
async function guessedTerm(directory, words, typed, isLast) {
  const vocabulary = await words.openVocabulary();
  const isLong = typed.length >= LONG_WORD;
  const slip = meantBy(typed, vocabulary, 1);
  const joined = slip.length ? null : partsOfWord(typed, vocabulary);
  if (joined) return joinedTerm(directory, words, typed, joined);
  const further = () => (isLong ? meantBy(typed, vocabulary, 2) : []);
  const begun = () => (isLast ? begunBy(typed, vocabulary) : []);
  const meant = [slip, further, begun].reduce((found, next) => (found.length ? found : next()));
  return meant.length ? slippedTerm(directory, words, typed, meant.slice(0, MOST_MEANT)) : null;
}

/** The known words that a mistyped one may have meant, likeliest first. */
function meantBy(typed, vocabulary, most) {
  // In a short word another first letter makes another word: "boss" is not "loss".
  const isOther = (form) => form[0] !== typed[0] && form.slice(1) === typed.slice(1);
  const far = (form) => (form[0] === typed[0] ? 0 : WORSE_START) + Math.abs(form.length - typed.length);
  return vocabulary
    .filter((form) => form.length > 2 && isWithin(typed, form, most) && !(typed.length < 6 && isOther(form)))
    .sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1));
}

/** The words whose beginning was mistyped: "anxei" on the way to anxiety. The first letter has to be right. */
function begunBy(typed, vocabulary) {
  const lengths = [0, 1, -1].map((more) => typed.length + more);
  const isBegun = (form) => lengths.some((length) => isWithin(typed, form.slice(0, length), 1));
  return vocabulary.filter((form) => form[0] === typed[0] && form.length > typed.length && isBegun(form));
}

async function slippedTerm(directory, words, typed, meant) {
  const shards = await Promise.all(meant.map((form) => words.open(words.fileOf(form))));
  const term = makeTerm(directory, typed, "typo");
  meant.forEach((form, at) => {
    const group = groupOf(shards[at], form);
    if (group < 0 || term.isQuiet) return;
    const isNothing = isQuiet(directory, shards[at], group, form);
    if (isNothing && term.used.length) return;
    term.isQuiet = isNothing;
    addGroup(term, shards[at], group, SURE.typo / (1 + at / 2));
    term.used.push(form);
  });
  term.trust = meant[0][0] === typed[0] ? 0.7 : 0.4;
  return term.used.length ? term : null;
}

/** Two known words that make up one: `["sea", "glass"]` of "seaglass"; null for none. */
function partsOfWord(typed, vocabulary) {
  const known = new Set(vocabulary);
  for (let at = typed.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const parts = [typed.slice(0, at), typed.slice(at)];
    if (parts.every((part) => known.has(part))) return parts;
  }
  return null;
}

/** A word as two: found where both are. */
async function joinedTerm(directory, words, typed, parts) {
  const terms = await Promise.all(parts.map((part) => lookUp(directory, words, part, false)));
  const term = makeTerm(directory, typed, "typo");
  const loud = terms.filter((part) => !part.isQuiet);
  if (!loud.length) return null;
  for (let i = 0; i < directory.total; i++) term.weights[i] = Math.min(...loud.map((part) => part.weights[i]));
  term.used = loud.flatMap((part) => part.used);
  return term;
}
