// One entry as a row, of the same make as those that stand in the page (templates/parts/rows.html.jinja).

/** The text with its matches marked. */
function marked(text, terms) {
  if (!terms.length) return [text];
  return highlight(text, terms).map((part) => (part.isMatch ? make("mark", "", part.text) : part.text));
}

function rowOf(i, view) {
  const { directory, words } = view;
  const entry = entryOf(directory, i);
  const kind = i < directory.count ? view.kinds[entry.kind] : "article";
  const link = make("a", "", ...marked(entry.name, view.terms));
  link.href = view.root + entry.path;
  const row = make("li", `wp-row wp-row-${kind}`);
  row.append(make("p", "wp-row-name", link, " ", make("span", "wp-row-kind", view.kindNames[kind])));
  if (kind === "article") {
    row.append(saysOf(i, view));
    return row;
  }
  const facts = make(
    "ul",
    "wp-row-facts",
    entry.price && make("li", "wp-fact-cost", make("bdi", "", entry.price)),
    entry.access.length > 0 && make("li", "wp-fact-access", make("bdi", "", inOneLine(words, entry.access))),
    entry.checked.words && make("li", `wp-fresh${entry.checked.isOverdue ? " is-overdue" : ""}`, entry.checked.words),
  );
  row.append(whenOf(i, entry, view), make("div", "wp-row-side", whereOf(i, entry, view), facts), saysOf(i, view));
  const why = whyOf(entry, view);
  if (why) row.append(make("p", "wp-row-why", why));
  return row;
}

/** When it is on: under the heading of its day the time alone. */
function whenOf(i, entry, view) {
  const { directory, words } = view;
  const next = nextOf(directory, i, view.clock);
  const place = make("p", "wp-row-when");
  if (!next) {
    place.append(entry.extra || "");
    return place;
  }
  const time = document.createElement("time");
  place.append(time);
  const isUnderDay = view.hasDays && !next.isOpening && (!next.isNow || view.clock.isOnPaper) && next.start >= 0;
  time.append(isUnderDay ? timeOf(directory, next.start) : whenWords(directory, next, view.clock));
  time.dateTime = momentOf(directory, next);
  if (isUnderDay && next.end >= 0) {
    place.append(" ", make("span", "wp-row-until", put(words.to, { time: timeOf(directory, next.end) })));
  }
  const yours = view.isFromAfar(entry) && visitorTime(directory, next);
  if (yours) place.append(" ", make("span", "wp-row-yours", yours.words));
  return place;
}

/** The day of the build and a number of days, as 2026-11-24; with the time where it is known. */
function momentOf(directory, next) {
  const day = new Date(Date.parse(`${directory.made}T00:00Z`) + next.day * 86400000).toISOString().slice(0, 10);
  if (next.start < 0) return day;
  const two = (number) => String(number).padStart(2, "0");
  return `${day}T${two(Math.floor((next.start % 1440) / 60))}:${two(next.start % 60)}`;
}

function whereOf(i, entry, view) {
  const next = nextOf(view.directory, i, view.clock);
  const away = entry.how.filter((way) => view.waysFromHome.has(way));
  const distance = view.origin && distanceTo(view.directory, i, view.origin);
  const place = make("p", "wp-row-where");
  for (const words of [next && next.change, entry.note]) if (words) place.append(make("strong", "wp-row-note", words), " ");
  const here = inOneLine(view.words, [entry.place, ...away]);
  place.append(make("bdi", "", here));
  if (distance) place.append(here ? " · " : "", make("span", "wp-row-far", distance.words));
  return place;
}

/** A line that waits for its text, so that nothing moves when it comes. */
function saysOf(i, view) {
  const text = view.texts.get(i);
  const line = make("p", "wp-row-says", ...(text ? marked(text, view.terms) : []));
  line.dataset.entry = i;
  return line;
}

/** Why it is here, where neither name nor text shows it. */
function whyOf(entry, view) {
  if (!view.terms.length || highlight(entry.name, view.terms).some((part) => part.isMatch)) return "";
  const used = view.terms.filter((term) => term.how !== "time" && term.has(entry.i)).map((term) => term.used[0]);
  return used.length ? put(view.words.found_by, { words: inOneLine(view.words, [...new Set(used)]) }) : "";
}
