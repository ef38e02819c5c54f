// Begins as soon as the script is there, which may be before the page is. Should anything be amiss, one sentence says so,
// and the plain page with all its links stays as it is.

(() => {
  // Its own tag names the data, whose folder is that of all the other files.
  const own = document.currentScript.dataset;
  // Rows that make room for others at once need not be laid out before; should these never come, they are shown again.
  if (location.hash.includes("=") || location.search.length > 1) document.documentElement.classList.add(WAITING);
  const stopWaiting = () => document.documentElement.classList.remove(WAITING);
  const load = startLoading(new URL(own.early, location.href));
  askEarly((own.shards || "").split(" ").filter(Boolean), load);
  const arriving = load("data.js");
  arriving.catch(() => {}); // told below, when there is a page to tell it on

  const begin = () => {
    const pieces = findPieces();
    if (!pieces) return stopWaiting();
    const broken = () => {
      stopWaiting();
      pieces.note.textContent = pieces.root.dataset.broken;
      pieces.note.hidden = false;
    };
    pieces.form.addEventListener("submit", (event) => event.preventDefault());
    arriving
      .then(([, parcel]) => pause().then(() => runFinder(pieces, parcel, load)))
      .catch(broken);
  };
  // Not when all scripts are there: those at the end of the page wait for the styles.
  if (document.readyState === "loading") document.addEventListener("readystatechange", begin, { once: true });
  else begin();
})();
