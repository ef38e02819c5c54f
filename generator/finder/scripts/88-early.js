// Words in the address are asked for at once, before the page, its styles and the data are there: on a slow line that is a
// fifth of the wait. The page's script tag names the first word of each file for this.

function askEarly(shards, load) {
  const asked = location.hash.includes("=") ? location.hash.slice(1) : location.search;
  const typed = formsOf((new URLSearchParams(asked).get("q") || "").slice(0, MOST_LETTERS)).slice(0, MOST_TERMS);
  if (!typed.length || !shards.length) return;
  const words = openWords({ shards }, load);
  const last = typed[typed.length - 1];
  const files = [...typed.map(words.fileOf), ...(words.filesOf(last) || [])];
  // What fails now is asked for again by the search, which can say so.
  for (const file of new Set(files)) load(`words-${file}.js`).catch(() => {});
}
