// What somebody wrote on a worksheet, and where it is kept: each sheet by itself, in this browser alone, and only once its
// visitor has said so. That the key is there is the consent. Kept answers and opened files are taken for hostile alike.
window.waypostSheets = (root) => {
  const FORMAT = "waypost-sheet", VERSION = 1, MOST_LETTERS = 1000000, MOST_ANSWERS = 5000;
  // Several directories may stand on one host, each under a path of its own.
  const start = `${FORMAT}:${new URL(root, location).pathname.replace(/index\.html$/, "")}:`;
  const isId = (value) => typeof value === "string" && /^[a-z0-9-]{1,80}$/.test(value);

  // The answers in a text, and what else it holds. Throws an Error that says big, broken or newer. A newer version's
  // answers are taken as far as they are where we look for them.
  const check = (written) => {
    if (written.length > MOST_LETTERS) throw new Error("big");
    let sheet;
    try {
      sheet = JSON.parse(written);
      JSON.stringify(sheet); // what cannot be written again is no use, however deep it could be read
    } catch {
      throw new Error("broken");
    }
    const { format, version, worksheet, answers } = sheet || {};
    if (format !== FORMAT || !Number.isInteger(version) || version < 1 || !isId(worksheet)) throw new Error("broken");
    if (!answers || typeof answers !== "object" || Array.isArray(answers)) {
      throw new Error(version > VERSION ? "newer" : "broken");
    }
    if (Object.keys(answers).length > MOST_ANSWERS) throw new Error("big");
    return sheet;
  };
  // The same sheet with these answers, a Map, as of today. What we do not know in it stays in it.
  const make = (sheet, about, answers) => {
    const now = new Date();
    const saved = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const version = Math.max(VERSION, sheet.version || 0);
    return { ...sheet, format: FORMAT, version, ...about, saved, answers: Object.fromEntries(answers) };
  };
  const isNewer = ({ version }) => version > VERSION;
  const day = ({ saved }) => {
    const date = /^\d{4}-\d\d-\d\d$/.test(saved) ? new Date(`${saved}T12:00:00`) : NaN;
    return isNaN(date) ? "" : date.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  };

  // What a sheet calls itself, without letters that would move the words round it.
  const called = ({ name, worksheet }) =>
    (typeof name === "string" && name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim().slice(0, 80)) || worksheet;

  // Answers of two windows in one, nothing lost: where both changed a text since `base`, both stand there.
  const together = (base, mine, theirs, isText) => {
    const whole = new Map();
    for (const name of new Set([...theirs.keys(), ...mine.keys()])) {
      const [was, here, there] = [base, mine, theirs].map((answers) => answers.get(name) ?? "");
      let answer = here;
      if (here === was) answer = there;
      else if (there !== was && isText(name) && !here.includes(there)) {
        answer = there.includes(here) ? there : `${there}\n\n${here}`;
      }
      if (answer !== "") whole.set(name, answer);
    }
    return whole;
  };

  // A browser may refuse any of these.
  const text = (id) => localStorage.getItem(start + id);
  const keep = (id, sheet) => {
    const written = JSON.stringify(sheet);
    check(written);
    localStorage.setItem(start + id, written);
    return written;
  };
  const kept = () => {
    try {
      const ids = Object.keys(localStorage).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
      return ids.filter(isId);
    } catch {
      return [];
    }
  };
  const forget = (...ids) => {
    try {
      for (const id of ids) localStorage.removeItem(start + id);
    } catch {
      // A browser that refuses storage has kept nothing.
    }
  };

  return { start, MOST_LETTERS, check, make, isNewer, day, called, together, text, keep, kept, forget };
};
