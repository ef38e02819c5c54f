// The list of what was found: under headings of days where it is sorted by them, and only as long as somebody reads.

const ROWS = 30;
const AT_ONCE = 10; // as many as a common screen shows

/** The heading under which an entry stands when the list is sorted by what comes next. */
function headingOf(i, view) {
  const { directory, words } = view;
  const next = i < directory.count ? nextOf(directory, i, view.clock) : null;
  if (!next) return words.head_any;
  const ahead = daysAhead(next, view.clock);
  if (next.isOpening && next.day > view.clock.day) return words.head_open;
  if (next.isOpening) return ahead <= 0 ? words.open_today : put(words.open_day, { day: directory.days[next.day] });
  if (ahead <= 0) return words.head_today;
  return ahead === 1 ? words.head_tomorrow : directory.days[next.day];
}

/** Adds the rows from one number to another at the end of the list. */
function addRows(list, found, from, to, view) {
  const pieces = document.createDocumentFragment();
  let rows = from > 0 ? list.lastElementChild : null;
  let heading = from > 0 ? list.dataset.heading : null;
  found.slice(from, to).forEach((i) => {
    const next = view.hasDays ? headingOf(i, view) : "";
    if (!rows || next !== heading) {
      heading = next;
      if (heading) pieces.append(make("h3", "wp-rows-title", heading));
      rows = make("ol", "wp-rows");
      pieces.append(rows);
    }
    rows.append(rowOf(i, view));
  });
  list.dataset.heading = heading || "";
  list.append(pieces);
}

function drawRows(list, found, count, view) {
  list.replaceChildren();
  addRows(list, found, 0, count, view);
}

/**
 * Draws what a screen shows, and the others as soon as that is painted, so that nobody waits for rows they do not see. Until
 * then the list keeps its height, or the page would move under a reader far down. Gives a function that ends the wait, as
 * paper and whoever asks for more rows need it, and one that gives up the rest for another list. `onAll` hears of the end.
 */
function drawInTwo(list, found, count, view, onAll) {
  const first = Math.min(AT_ONCE, count);
  const isWhole = first === count;
  list.style.minHeight = isWhole ? "" : `${list.clientHeight}px`;
  drawRows(list, found, first, view);
  let isOpen = true;
  const end = (isWanted) => {
    if (!isOpen) return;
    isOpen = false;
    list.removeAttribute("aria-busy");
    list.style.minHeight = "";
    if (!isWanted) return;
    if (!isWhole) addRows(list, found, first, count, view);
    onAll();
  };
  const finish = () => end(true);
  if (isWhole) finish();
  else {
    list.setAttribute("aria-busy", "true");
    afterPaint(finish);
  }
  return { finish, giveUp: () => end(false) };
}

/** Shows more rows and takes the visitor to the first of them. */
function showMore(pieces, found, from, to, view) {
  addRows(pieces.list, found, from, to, view);
  const links = pieces.list.querySelectorAll(".wp-row-name a");
  if (links[from]) links[from].focus();
}
