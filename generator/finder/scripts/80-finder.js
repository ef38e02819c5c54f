// The finder itself: it takes what a visitor chose or typed, asks the engine, and shows what was found.

const TO_THE_BOX = "#find-words";
const TYPING = 60; // Milliseconds without a letter before the list is looked through again.

function runFinder(pieces, data, load) {
  const directory = readDirectory(data);
  const words = directory.words;
  const find = startSearch(directory, load);
  const say = startSaying(pieces.says);
  const kinds = new Map(directory.facets.filter((facet) => facet.key === "kind").flatMap((facet) => facet.values.map((value) => [value.id, value.name])));
  const view = {
    directory,
    words,
    kinds: [...kinds.keys()],
    kindNames: { group: words.kind_group, service: words.kind_service, worksheet: words.kind_worksheet, article: words.kind_article },
    root: pieces.root.dataset.root.replace(/[^/]*$/, ""),
    texts: new Map(),
    terms: [],
    origin: null,
    hasDays: true,
    clock: clockOf(directory, new Date()),
    ...waysFromHome(directory),
  };
  const address = startAddress(
    directory,
    (next) => show(next, { isFromAddress: true }),
    (anchor) => anchor === TO_THE_BOX && pieces.words.focus(),
  );
  let state = address.read();
  let found = [];
  let shown = 0;
  let chips = [];
  let isFirst = true;
  let turn = 0;
  let asked = { q: "", minute: -1, answer: null };
  let rest = { finish() {}, giveUp() {} };
  const ready = pause().then(() => warmUp(directory, view.clock));

  /** Looks through everything by `next` and shows it; whatever was asked for meanwhile wins. */
  async function show(next, { isStep = false, isTyped = false, isFromAddress = false } = {}) {
    state = next;
    turn += 1;
    const mine = turn;
    if (isFromAddress) takeOver(state);
    else address.write(state, isStep);
    if (!isTyped) setWords();
    const answering = lookFor(state.q.trim());
    if (isFirst) await ready;
    const answer = await answering;
    if (mine !== turn) return;
    draw(answer, Boolean(state.q.trim()) && (!answer || answer.isPartial));
  }

  /** What the words find; for the same words the answer of this minute holds, since "tonight" is among what one may type. */
  async function lookFor(q) {
    const minute = Math.floor(Date.now() / 60000);
    if (!q) return null;
    if (asked.q !== q || asked.minute !== minute || !asked.answer || asked.answer.isPartial) {
      const answer = await find(q).catch(() => null);
      asked = { q, minute, answer };
    }
    return asked.answer;
  }

  /** An address says what stands in the boxes; letters that somebody is just typing say it first. */
  function takeOver() {
    if (state.near && state.near !== pieces.near.value) {
      setNear(state.near);
      view.origin = startAt(directory, words, state.near);
    }
    if (!state.near && view.origin && !view.origin.isDevice) {
      forgetPlace();
    }
  }

  function setWords() {
    if (pieces.words.value.trim() !== state.q.trim()) pieces.words.value = state.q;
  }

  function draw(answer, isBroken) {
    const scores = answer ? answer.scores : null;
    view.clock = clockAsked(directory, clockOf(directory, new Date()), state);
    view.terms = answer ? answer.terms : [];
    const chosen = choose(directory, view.clock, state, scores);
    const sort = sortOf(state, view, Boolean(scores));
    Object.assign(view, { sort, hasDays: sort === "next" });
    found = order(directory, scores ? [...chosen.found, ...chosen.articles] : chosen.found, view.clock, { sort, scores, origin: view.origin });
    chips = narrowings(directory, words, state, view.origin && view.origin.name);

    const standing = isFirst && !chips.length && !isBroken ? standingRows(pieces, view) : null;
    isFirst = false;
    if (standing && sort === "next" && stillTrue(standing, view)) {
      bringUpToDate(standing, view);
      shown = standing.size;
    } else {
      shown = Math.min(ROWS, found.length);
      rest.giveUp();
      rest = drawInTwo(pieces.list, found, shown, { ...view }, () => fillTexts(pieces.list, view, load));
    }
    showAnswers(pieces, { directory, words, state, counts: chosen.counts });
    showQuick(pieces, state);
    showActive(pieces, chips, words.clear, (at) => take(chips[at]), clearAll);
    showSorts(pieces, words, sort, Boolean(scores));
    showMoreButton();
    const count = put(words.found, { count: found.length });
    pieces.count.textContent = count;
    pieces.done.textContent = put(words.show, { count: found.length });
    pieces.nothing.hidden = found.length > 0;
    pieces.help.hidden = !isHelpNear(directory, found, scores);
    if (!found.length) showNothing(pieces, { directory, clock: view.clock, words, state, scores, onState: step });
    const notes = notesOf(directory, words, state, view, isBroken);
    pieces.note.textContent = notes.join(" ");
    pieces.note.hidden = notes.length === 0;
    if (pieces.root.dataset.ready) say([...notes, found.length ? count : words.found_nothing].join(" "));
    pieces.root.dataset.ready = "true";
    document.documentElement.classList.remove(WAITING);
  }

  function showMoreButton() {
    const rest = Math.min(ROWS, found.length - shown);
    pieces.more.hidden = rest <= 0;
    pieces.more.textContent = put(words.more, { count: rest });
  }

  const step = (next) => {
    show(next, { isStep: true });
    pieces.count.focus();
  };

  function take(chip) {
    if (chip.isPlace) forgetPlace();
    show(chip.without, { isStep: true });
  }

  function clearAll() {
    forgetPlace();
    show({ q: "", chosen: {}, near: "", sort: "" }, { isStep: true });
    pieces.words.focus();
  }

  function forgetPlace() {
    view.origin = null;
    setNear("");
  }

  function onChoice(key, value, isOn) {
    const others = (state.chosen[key] || []).filter((id) => id !== value);
    show({ ...state, chosen: { ...state.chosen, [key]: isOn ? [...others, value] : others } }, { isStep: true });
  }

  makeBoxes(pieces, words, onChoice);
  makeQuick(pieces, onChoice);
  const setNear = startNear(pieces, directory, words, (origin, typed) => {
    view.origin = origin;
    show({ ...state, near: typed, sort: state.sort === "near" ? "" : state.sort }, { isStep: true });
  });
  startPaper(pieces, () => {
    rest.finish();
    return { found, view, chips };
  });

  let typing = 0;
  pieces.words.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => show({ ...state, q: pieces.words.value }, { isTyped: true }), TYPING);
  });
  pieces.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    show({ ...state, q: pieces.words.value }, { isStep: true, isTyped: true });
    // On a phone the keyboard would hide what was found.
    if (matchMedia("(pointer: coarse)").matches) pieces.words.blur();
  });
  pieces.sort.addEventListener("change", () => {
    if (pieces.sort.value === "near" && !view.origin) askWhere();
    else show({ ...state, sort: pieces.sort.value }, { isStep: true });
  });
  pieces.more.addEventListener("click", () => {
    rest.finish();
    const from = shown;
    shown = Math.min(shown + ROWS, found.length);
    showMore(pieces, found, from, shown, view);
    fillTexts(pieces.list, view, load);
    showMoreButton();
    say(put(words.now_shown, { count: shown }));
  });
  pieces.done.addEventListener("click", () => {
    pieces.filters.open = false;
    pieces.count.focus();
  });

  function askWhere() {
    pieces.filters.open = true;
    pieces.near.focus();
    pieces.sort.value = view.sort;
  }

  const wide = matchMedia("(min-width: 60rem)");
  const fit = () => {
    pieces.filters.open = wide.matches;
    openFacets(pieces, state, wide.matches);
  };
  wide.addEventListener("change", fit);

  // A page that comes back after hours tells the time of now, and one that stays open over midnight the day.
  const follow = (minutes) => {
    const now = clockOf(directory, new Date());
    const isLater = now.day !== view.clock.day || now.minute - view.clock.minute > minutes;
    if (!document.hidden && isLater && !pieces.list.contains(document.activeElement)) show(state, { isTyped: true });
  };
  addEventListener("visibilitychange", () => follow(15));
  setInterval(() => follow(1440), 60000);

  // Letters typed before the script was there count.
  if (pieces.words.value.trim()) state = { ...state, q: pieces.words.value };
  takeOver();
  fit();
  pieces.sort.disabled = false;
  const first = show(state, { isTyped: document.activeElement === pieces.words });
  if (location.hash === TO_THE_BOX) pieces.words.focus();
  return first;
}
