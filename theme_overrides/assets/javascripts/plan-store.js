// What a plan is, and where it is kept: in this browser alone, and only once its visitor has said so. That the key is
// there is the consent; nothing here makes it but `begin`. Kept plans and opened files are taken for hostile alike.
window.waypostPlan = (root) => {
  const FORMAT = "waypost-plan", VERSION = 1, MOST_LETTERS = 400000, MOST_ITEMS = 200;
  const FIELDS = ["matters", "step", "when", "who"];
  const KINDS = ["group", "service", "worksheet"];
  // Several directories may stand on one host, each under a path of its own.
  const key = `${FORMAT}:${new URL(root, location).pathname.replace(/index\.html$/, "")}`;

  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
  const isId = (value) => typeof value === "string" && /^[a-z0-9-]{1,80}$/.test(value);
  const fresh = () => ({ format: FORMAT, version: VERSION, matters: "", step: "", when: "", who: "", items: [] });

  // The plan in a text. What we do not know in it stays in it. Throws an Error that says big, broken or newer.
  const check = (written) => {
    if (written.length > MOST_LETTERS) throw new Error("big");
    let plan;
    try {
      plan = JSON.parse(written);
      JSON.stringify(plan); // what cannot be written again is no use, however deep it could be read
    } catch {
      throw new Error("broken");
    }
    if (!plan || plan.format !== FORMAT || !Number.isInteger(plan.version) || plan.version < 1) throw new Error("broken");
    if (plan.version > VERSION) throw new Error("newer");
    const seen = new Set();
    const items = (Array.isArray(plan.items) ? plan.items : []).filter(
      (item) => item && isId(item.id) && !seen.has(item.id) && seen.add(item.id),
    );
    if (items.length > MOST_ITEMS) throw new Error("big");
    const whole = { ...plan };
    for (const field of FIELDS) whole[field] = text(plan[field]);
    whole.items = items.map((item) => ({
      ...item,
      kind: KINDS.includes(item.kind) ? item.kind : "",
      name: text(item.name, 200) || item.id,
      note: text(item.note),
    }));
    return whole;
  };

  // The plan that is kept, or null. Throws what `check` throws, and what a browser throws that refuses storage.
  const read = () => {
    const kept = localStorage.getItem(key);
    return kept === null ? null : check(kept);
  };
  const begin = (plan) => {
    const written = JSON.stringify(plan);
    check(written);
    localStorage.setItem(key, written);
  };
  // Keeps a changed plan, unless somebody has taken the key away meanwhile: then the answer is false.
  const keep = (plan) => {
    if (localStorage.getItem(key) === null) return false;
    begin(plan);
    return true;
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that refuses storage has kept nothing.
    }
  };

  const isEmpty = (plan) => !plan.items.length && FIELDS.every((field) => !plan[field].trim());
  // Both plans in one, nothing lost: first what was kept, then what was written beside it.
  const together = (kept, other) => {
    const whole = { ...other, ...kept };
    for (const field of FIELDS) {
      const parts = [kept[field], other[field]].filter((part) => part.trim());
      whole[field] = [...new Set(parts)].join("\n\n");
    }
    whole.items = [...kept.items, ...other.items.filter(({ id }) => !kept.items.some((item) => item.id === id))];
    return whole;
  };

  return { key, FIELDS, MOST_LETTERS, fresh, check, read, begin, keep, forget, isEmpty, together };
};
