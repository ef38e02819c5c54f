// The words of the index, file by file: which file has a word, the word's group, and in which entries it is found.

const MOST_FILES = 4; // files that one beginning of a word may cost

/** Reads words through `load(file)`; each file once, and anew if it failed. */
function openWords(directory, load) {
  const { shards } = directory;
  const opened = new Map();
  const open = (number) => {
    if (!opened.has(number)) {
      const arriving = load(`words-${number}.js`).then((parcel) => parcel[2]);
      opened.set(number, arriving);
      arriving.catch(() => opened.delete(number));
    }
    return opened.get(number);
  };
  let vocabulary = null;
  const openVocabulary = () => {
    if (!vocabulary) {
      vocabulary = load("vocabulary.js").then((parcel) => parcel[1].split(" "));
      vocabulary.catch(() => (vocabulary = null));
    }
    return vocabulary;
  };
  /** The number of the file in which a form would stand. */
  const fileOf = (form) => Math.max(0, lastAtMost(shards, form));
  /** The files for all forms that begin like this; null if they are too many. */
  const filesOf = (start) => {
    const [first, last] = [fileOf(start), fileOf(`${start}\u{10ffff}`)];
    return last - first < MOST_FILES ? range(first, last) : null;
  };
  return { open, openVocabulary, fileOf, filesOf, isEmpty: shards.length === 0 };
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The place of the last text in a sorted list that does not come after `text`; -1 for none. */
function lastAtMost(list, text) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesAfter(list[middle], text)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** Sorted as the index is, by the numbers of letters; script alone would put letters beyond U+FFFF before some others. */
function comesAfter(a, b) {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return rankOf(x) > rankOf(y);
  }
  return a.length > b.length;
}

function rankOf(unit) {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

/** The group of a form in a file of words: its number, or -1. */
function groupOf(shard, form) {
  const at = lastAtMost(shard.forms, form);
  return at >= 0 && shard.forms[at] === form ? shard.of[at] : -1;
}

/** The groups of all forms that begin like this, each with its first such form. */
function groupsFrom(shard, start) {
  const found = new Map();
  for (let at = lastAtMost(shard.forms, start); at < shard.forms.length; at++) {
    if (at < 0) continue;
    const form = shard.forms[at];
    if (form.startsWith(start)) {
      if (!found.has(shard.of[at])) found.set(shard.of[at], form);
    } else if (comesAfter(form, start)) break;
  }
  return found;
}

function formsInGroup(shard, group) {
  return shard.forms.filter((_, at) => shard.of[at] === group);
}

/** Calls `visit(entry, weight)` for all entries of a group. */
function eachPost(shard, group, visit) {
  let entry = 0;
  for (const post of shard.posts[group]) {
    entry += post >> 3;
    visit(entry, post & 7);
  }
}
