// The search: typed words become terms, and terms a score for every entry (40-scores.js).

const MOST_LETTERS = 400;
const MOST_TERMS = 24;
const LONGEST_WORD = 60;

/**
 * A search over the directory: `find(text)` gives a promise of
 * `{scores, terms: [{typed, used: [forms], how, has(i)}], isPartial, isCurrent}`. `scores` (0: not found) is null for a text
 * that asks for nothing. `how` is exact, stem, prefix, typo, time (asks for a time) or none (found nowhere). `isPartial`: a
 * file could not be had. `isCurrent` turns false as soon as another text was asked for: then the answer comes too late.
 */
function startSearch(directory, load, now = () => new Date()) {
  const words = openWords(directory, load);
  let latest = 0;
  return async (text) => {
    const turn = ++latest;
    const typed = formsOf(String(text).slice(0, MOST_LETTERS)).map((word) => word.slice(0, LONGEST_WORD));
    const { rest, typed: times, asks } = askedTimes(directory, typed);
    const unique = [...new Set(rest)].slice(0, MOST_TERMS);
    let isPartial = false;
    const looked = await Promise.all(
      unique.map((word) =>
        lookUp(directory, words, word, word === typed[typed.length - 1]).catch(() => {
          isPartial = true;
          const term = makeTerm(directory, word, "prefix");
          addNames(directory, term, word);
          return term.used.length ? term : makeTerm(directory, word, "none");
        }),
      ),
    );
    const terms = looked.filter((term) => !term.isQuiet).map((term) => asKind(directory, term));
    if (times.length) terms.push(timeTerm(directory, clockOf(directory, now()), times, asks));
    // Words that say nothing of what is looked for ("somewhere for me") leave all as it is.
    const quiet = looked.filter((term) => term.isQuiet && term.weights.some((weight) => weight > 0));
    const scores = terms.length || quiet.length ? scored(directory, terms.length ? terms : quiet, typed) : null;
    return {
      scores,
      terms: terms.map(({ typed: word, used, how, has }) => ({ typed: word, used, how, has })),
      isPartial,
      get isCurrent() {
        return turn === latest;
      },
    };
  };
}

/** The words that ask for a time, as one term. */
function timeTerm(directory, clock, typed, asks) {
  const term = makeTerm(directory, typed.join(" "), "time");
  const isOn = setsOnThen(directory, clock, asks);
  const names = foldedNames(directory);
  for (let i = 0; i < directory.count; i++) if (isOn[directory.slotSets.of[i]]) term.weights[i] = WHOLE;
  // "Tonight" may also be part of a name.
  const isNamed = (line) => typed.some((words) => line.includes(` ${words} `));
  names.forEach((line, i) => isNamed(line) && (term.weights[i] = WHOLE));
  term.rarity = asks.when ? TIME_RARITY : DAY_RARITY;
  return term;
}
