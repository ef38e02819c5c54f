// In what order the found stand. Every order is one of numbers, which a browser sorts by itself: no two of ten thousand
// entries are compared in script, and only those that were found are looked at.

const PAUSED = 0.5; // what a match counts that nobody can go to now; looked for by its name it still comes first

/** All entries and articles by name, as `list`, and of each its place in that list, as `ranks`; made once. */
function byName(directory) {
  return keepLast(directory, "by name", "", () => {
    const names = foldedNames(directory);
    const isFirst = (i, j) => names[i] <= names[j];
    // Each kind comes sorted by name, so putting the kinds into each other is all there is to do.
    const runs = [];
    for (let i = 0; i < directory.count; i++) {
      if (i === 0 || directory.kind[i] !== directory.kind[i - 1]) runs.push([]);
      runs[runs.length - 1].push(i);
    }
    const articles = Array.from({ length: directory.articles }, (_, at) => directory.count + at);
    runs.push(articles.sort((i, j) => (isFirst(i, j) ? -1 : 1)));
    const list = Uint32Array.from(runs.reduce((all, run) => merged(all, run, isFirst), []));
    const ranks = new Uint32Array(list.length);
    list.forEach((i, rank) => (ranks[i] = rank));
    return { list, ranks };
  });
}

/** Two sorted lists as one; `isFirst(x, y)` says whether x of the one stands before y of the other. */
function merged(a, b, isFirst) {
  const all = [];
  let [at, bt] = [0, 0];
  while (at < a.length && bt < b.length) all.push(isFirst(a[at], b[bt]) ? a[at++] : b[bt++]);
  while (at < a.length) all.push(a[at++]);
  while (bt < b.length) all.push(b[bt++]);
  return all;
}

/** Where what comes next belongs: meetings of today, doors that are open today, meetings of later days, then their doors. */
const [DATE_TODAY, OPEN_TODAY, DATE_LATER, OPEN_LATER, NO_DATE, TO_READ] = [0, 1, 2, 3, 4, 5];

function placeInLine(next, clock) {
  if (!next) return NO_DATE;
  const isToday = next.day <= clock.day;
  if (next.isOpening) return isToday ? OPEN_TODAY : OPEN_LATER;
  return isToday ? DATE_TODAY : DATE_LATER;
}

/** A number for what comes next at an entry, the sooner the smaller; what has no date comes after all that have one. */
function nextNumber(directory, i, clock) {
  if (i >= directory.count) return TO_READ * 1e6;
  const next = nextOf(directory, i, clock);
  const place = placeInLine(next, clock) * 1e6;
  if (!next) return place;
  // A day without a time stands after those of which the time is known. Doors that are open now opened first.
  const isRunningMeeting = next.isNow && !next.isOpening;
  return place + (isRunningMeeting ? 0 : 1 + next.day * MINUTES + (next.start < 0 ? MINUTES - 1 : next.start));
}

/** Entries of a list by a whole number below 2^28 for each, the smallest first; equal ones keep their order. */
function sorted(list, numberOf) {
  const size = 2 ** 24;
  // Numbers sort natively: far faster than a comparison in script.
  const keys = Float64Array.from(list, (i, at) => numberOf(i) * size + at).sort();
  return Uint32Array.from(keys, (key) => list[key % size]);
}

/**
 * The found in order, as a new array. `sort`: "next", "name", "near" (needs an origin) or "best" (needs scores); what it
 * needs and lacks makes it "next".
 */
function order(directory, found, clock, { sort = "next", scores = null, origin = null } = {}) {
  const { list, ranks } = byName(directory);
  const named = Uint32Array.from(found, (i) => ranks[i]).sort();
  const inName = Uint32Array.from(named, (rank) => list[rank]);
  if (sort === "name") return Array.from(inName);
  const inOrder = sorted(inName, (i) => nextNumber(directory, i, clock));
  if (sort === "near" && origin) return Array.from(sorted(inOrder, nearness(directory, origin)));
  if (sort === "best" && scores) {
    const worth = (i) => Math.max(0, scores[i]) * (directory.paused.has(i) ? PAUSED : 1);
    const most = inOrder.reduce((best, i) => Math.max(best, worth(i)), 0) || 1;
    return Array.from(sorted(inOrder, (i) => Math.round((1 - worth(i) / most) * 1e6)));
  }
  return Array.from(inOrder);
}

/** A number for how near an entry is: in steps of ten metres, and without coordinates by the borders between. */
function nearness(directory, origin) {
  const steps = origin.areas ? stepsFrom(directory, origin.areas) : null;
  const areas = directory.columns.get("area");
  const known = new Map();
  const of = (i) => {
    const { km, isHere } = wayTo(directory, i, origin);
    if (isHere || km !== undefined) return isHere ? 0 : Math.round(km * 100);
    if (i >= directory.count || !isInPerson(directory, i)) return FAR * 101;
    const least = steps && areas ? Math.min(Infinity, ...areas.sets[areas.of[i]].map((number) => steps[number])) : Infinity;
    return FAR * 100 + Math.min(least, 99);
  };
  return (i) => {
    if (i >= directory.count) return of(i);
    const key = `${directory.place[i]} ${areas ? areas.of[i] : 0} ${isInPerson(directory, i)}`;
    if (!known.has(key)) known.set(key, of(i));
    return known.get(key);
  };
}
