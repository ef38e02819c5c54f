// Which parts of a text were matched, accents and case aside.

/** The text in parts, `[{text, isMatch}]`; put together they are the text. A word is marked as a whole. */
function highlight(text, terms) {
  const used = new Set(terms.flatMap((term) => term.used));
  const parts = [];
  const add = (piece, isMatch) => {
    const last = parts[parts.length - 1];
    if (last && last.isMatch === isMatch) last.text += piece;
    else if (piece) parts.push({ text: piece, isMatch });
  };
  let end = 0;
  if (used.size) {
    for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (!formsOf(found[0]).some((form) => used.has(form))) continue;
      add(text.slice(end, found.index), false);
      add(found[0], true);
      end = found.index + found[0].length;
    }
  }
  add(text.slice(end), false);
  return parts;
}
