// The rows that stand in the page from the start. As long as they are still true they stay as they are; only what is
// today and what is on at this minute is brought up to date.

/** The rows in the page by the numbers of their entries; null if one of them is of no entry. */
function standingRows(pieces, view) {
  const { directory } = view;
  const rows = [...pieces.list.querySelectorAll(".wp-row")].map((row) => ({ row, link: row.querySelector(".wp-row-name a") }));
  // Only an entry of the same name is worth working out where its page is: there may be ten thousand of them.
  const names = new Set(rows.map(({ link }) => link.textContent));
  const numbers = new Map();
  for (let i = 0; i < directory.count; i += 1) {
    if (names.has(directory.name[i])) numbers.set(new URL(view.root + addressOf(directory, i), location).pathname, i);
  }
  const standing = new Map(rows.map(({ row, link }) => [numbers.get(new URL(link.href).pathname), row]));
  if (standing.has(undefined)) return null;
  standing.forEach((row, i) => view.texts.set(i, row.querySelector(".wp-row-says").textContent));
  return standing;
}

/** Whether nothing that stands there is over, or was made on another day. */
function stillTrue(rows, view) {
  if (!rows || view.clock.day !== 0) return false;
  const midnight = { ...view.clock, minute: 0 };
  return [...rows.keys()].every((i) => {
    const [was, is] = [nextOf(view.directory, i, midnight), nextOf(view.directory, i, view.clock)];
    return Boolean(was) === Boolean(is) && (!was || (was.day === is.day && was.start === is.start));
  });
}

/** Says what is on just now, and calls the nearest days today and tomorrow: the page itself may be read on any day. */
function bringUpToDate(rows, view) {
  rows.forEach((row, i) => {
    const title = row.previousElementSibling ? null : row.parentElement.previousElementSibling;
    if (title) title.textContent = headingOf(i, view);
    const next = nextOf(view.directory, i, view.clock);
    if (next && isSaidByTheHour(next)) row.querySelector(".wp-row-when").replaceWith(whenOf(i, entryOf(view.directory, i), view));
  });
}

/** Whether under its day there stands more than a time. */
function isSaidByTheHour({ isNow, isOpening, start }) {
  return isNow || isOpening || start < 0;
}
