// Words that are nearly the word: other endings of the same stem, and slips of the finger.

/**
 * The endings that change places in a language, learned from the groups of a file: where `sleep` and `sleeping` are one
 * group, "" and "ing" are a pair. So no language needs rules of its own here, and nine words in ten find their kin.
 */
function endingsIn(shard) {
  if (!shard.endings) {
    const groups = shard.posts.map(() => []);
    shard.forms.forEach((form, at) => groups[shard.of[at]].push(form));
    shard.endings = new Set(groups.flatMap((forms) => forms.flatMap((a, at) => forms.slice(at + 1).map((b) => pairOf(a, b)))));
    shard.endings.delete("");
  }
  return shard.endings;
}

/** What is left of two words behind what they share, or "" if they share too little to be kin. */
function pairOf(a, b) {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  if (shared < 3 || a.length - shared > 5 || b.length - shared > 5) return "";
  return [a.slice(shared), b.slice(shared)].sort().join("-");
}

/**
 * Whether at most `most` slips lead from one word to the other: a letter more, less or other, or two neighbors changed round
 * (optimal string alignment).
 */
function isWithin(a, b, most) {
  let [start, endA, endB] = [0, a.length, b.length];
  if (Math.abs(endA - endB) > most) return false;
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [x, y] = [a.slice(start, endA), b.slice(start, endB)];
  if (!x && !y) return true;
  if (most === 0) return false;
  if (Math.max(x.length, y.length) <= 1) return true;
  if (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]) return true;
  if (most === 1) return false;
  return slips(x, y) <= most;
}

/** The least number of slips between two words, by the table of all their beginnings. */
function slips(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2] + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
