// Words in a search that ask for a time: "somewhere to talk tonight", "tuesday evening". They count as found in what is on
// then. The phrases come from the site's sentences, the names of days and their parts from its facets.

const TONIGHT = 0b1100; // evening and night
const ASKED = { now: IS_NOW, today: IS_TODAY, tonight: IS_TODAY, tomorrow: IS_TOMORROW, week: IS_WEEK };
const ASKED_DAYS = { weekend: 0b1100000, weekday: 0b0011111 }; // bit 0 is Monday

/** The phrases as lists of words, the longest first, with the bits they ask for: `{words: ["this", "evening"], when, day, time}`. */
function timePhrases(directory) {
  return keepLast(directory, "phrases", "", () => {
    const phrases = [];
    for (const key of [...Object.keys(ASKED), ...Object.keys(ASKED_DAYS)]) {
      for (const words of phrasesOf(directory, key)) {
        phrases.push({ words, when: ASKED[key] || 0, day: ASKED_DAYS[key] || 0, time: key === "tonight" ? TONIGHT : 0 });
        if (key === "tonight") phrases.push(...otherParts(directory, words));
      }
    }
    return phrases.sort((a, b) => b.words.length - a.words.length);
  });
}

function phrasesOf(directory, key) {
  return (directory.words[`typed_${key}`] || "").split(",").map((text) => formsOf(text)).filter((words) => words.length);
}

/** Whoever can say "this evening" can say "this afternoon": the same words with the name of another part of the day. */
function otherParts(directory, words) {
  const facet = directory.facetByKey.get("time");
  const parts = (facet ? facet.values : []).map(({ id, name }) => ({ id, word: formsOf(name).join(" ") }));
  const at = words.findIndex((word) => parts.some((part) => part.word === word));
  if (at < 0 || words.length < 2) return [];
  const others = parts.filter((part) => part.word !== words[at] && !part.word.includes(" "));
  const say = (word) => words.map((one, step) => (step === at ? word : one));
  return others.map(({ id, word }) => ({ words: say(word), when: IS_TODAY, day: 0, time: clockBit("time", id) }));
}

/**
 * The time of day that begins at a word, `{length: in words, time: bits}`, or null: "7pm", "7 30 pm", "7 30pm", "19 00". Somebody who
 * types a minute means about then, so it asks for its part of the day.
 */
function typedTime(directory, words, at) {
  const [, hours, tail] = /^(\d{1,2})([a-z]*)$/.exec(words[at]) || [];
  if (!hours || hours > 23) return null;
  const [minutes, glued] = (!tail && /^[0-5][05]([a-z]*)$/.exec(words[at + 1] || "")) || [];
  const isMinutes = minutes !== undefined;
  const length = isMinutes ? 2 : 1;
  const half = tail || glued || words[at + length];
  const [isBefore, isAfter] = ["before_noon", "after_noon"].map((key) =>
    phrasesOf(directory, key).some((phrase) => phrase.join("") === half),
  );
  const isHalf = (isBefore || isAfter) && hours >= 1 && hours <= 12;
  if (!isHalf && (!isMinutes || glued)) return null;
  const hour = isHalf ? (hours % 12) + (isAfter ? 12 : 0) : Number(hours);
  const time = partsOf({ start: hour * 60, end: -1, isOpening: false, parts: -1 });
  return { length: length + (isHalf && !tail && !glued ? 1 : 0), time };
}

/** What the words ask of the clock: `{rest: [words that ask for no time], typed: [words], asks: {when, day, time}}` in bits. */
function askedTimes(directory, words) {
  const asks = { when: 0, day: 0, time: 0 };
  const [rest, typed] = [[], []];
  for (let at = 0; at < words.length; ) {
    const phrase = timePhrases(directory).find((one) => one.words.every((word, step) => words[at + step] === word));
    if (phrase) {
      asks.when |= phrase.when;
      asks.day |= phrase.day;
      asks.time |= phrase.time;
      typed.push(phrase.words.join(" "));
      at += phrase.words.length;
      continue;
    }
    const moment = typedTime(directory, words, at);
    if (moment) {
      asks.time |= moment.time;
      typed.push(words.slice(at, at + moment.length).join(" "));
      at += moment.length;
      continue;
    }
    const word = words[at++];
    const bit = namedBit(directory, "day", word);
    const part = namedBit(directory, "time", word);
    asks.day |= bit;
    asks.time |= part;
    if (bit || part) typed.push(word);
    // Such a word may also be in a name: Tuesday Talkers, Night Owls.
    rest.push(word);
  }
  return { rest, typed, asks };
}

/** The bit of the day or part of the day that a word names: "tuesday", "tuesdays", "tue". */
function namedBit(directory, key, word) {
  const facet = directory.facetByKey.get(key);
  if (!facet || word.length < 3) return 0;
  for (const { id, name } of facet.values) {
    const full = formsOf(name).join(" ");
    const isShort = key === "day" && word.length >= 3 && full.startsWith(word);
    if (word === full || word === `${full}s` || isShort) return clockBit(key, id);
  }
  return 0;
}

/** Which sets of slots have a meeting that is on when the words ask. */
function setsOnThen(directory, clock, asks) {
  const { sets, days, parts, whens } = cellsOf(directory, clock);
  const isOn = new Uint8Array(directory.slotSets.sets.length);
  for (let cell = 0; cell < sets.length; cell++) {
    const fits = (bits, asked) => !asked || (bits & asked) !== 0;
    if (fits(days[cell], asks.day) && fits(parts[cell], asks.time) && fits(whens[cell], asks.when)) isOn[sets[cell]] = 1;
  }
  return isOn;
}
