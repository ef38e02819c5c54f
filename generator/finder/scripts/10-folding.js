// Words as the index knows them: small letters without accents. The same few steps as generator/finder/forms.py, so that
// what a visitor types meets what was indexed.

const MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
const PLAIN_WORDS = /[a-z0-9]+/g;

// Letters that Python's `casefold` changes and small letters do not: sharp s, Greek at the end of a word and below a vowel,
// old Cyrillic, and Cherokee, whose plain form is its capitals.
const OTHER_CASE = /[\u00df\u0345\u03c2\u0587\u13a0-\u13fd\u1c80-\u1c88\uab70-\uabbf]/gu;

function caseFolded(letter) {
  const capital = letter.toUpperCase();
  return /[\u13a0-\u13f5]/.test(capital) ? capital : Array.from(capital, (part) => part.toLowerCase()).join("");
}

/** The words of a text in their order: `["cafe", "nandu", "2nd"]` of "Café Ñandú, 2nd". */
function formsOf(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase().match(PLAIN_WORDS) || [];
  const small = text.normalize("NFKD").toLowerCase().replace(OTHER_CASE, caseFolded);
  return small.normalize("NFKD").replace(MARKS, "").match(WORDS) || [];
}

/** A text as one line of its words between spaces, so that a search for " word " finds whole words only. */
function lineOf(text) {
  return ` ${formsOf(text).join(" ")} `;
}
