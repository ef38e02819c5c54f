// The directory's data for "My plan", in one or more parts that many entries share: no plan needs all of it, and a host
// that sees a part asked for does not learn which entry it was for. The rule is that of generator/pages/plan_parts.py.
window.waypostDirectory = [];
window.waypostPlanDirectory = ({ part, parts, names: namesAddress }) => {
  const count = Number(parts);
  const partOf = (id) => {
    let total = 0;
    for (const letter of id) total = (total * 31 + letter.charCodeAt(0)) % 65521;
    return (total % count) + 1;
  };

  // What a script leaves behind, or null where it could not be had; the next time it is asked for again.
  const asked = new Map();
  const load = (address, left) => {
    if (!asked.has(address)) {
      asked.set(
        address,
        new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = address;
          script.onload = () => {
            script.remove(); // the page keeps no list of what was asked for
            resolve(Array.isArray(left()) ? left() : null);
          };
          script.onerror = () => {
            script.remove();
            asked.delete(address);
            resolve(null);
          };
          document.head.append(script);
        }),
      );
    }
    return asked.get(address);
  };
  const loadPart = (number) => load(part.replace("{part}", number), () => waypostDirectory[number]);

  // An entry by its id: null where its data could not be had, undefined where the directory does not know it.
  const entry = async (id) => {
    const rows = await loadPart(partOf(id));
    return rows && rows.find((row) => row.id === id);
  };

  // Every entry's id, name and kind, and its name as letters without case and accents; null where they could not be had.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let byName;
  const names = async () => {
    const rows = namesAddress
      ? await load(namesAddress, () => waypostDirectory.names)
      : (await loadPart(1))?.map(({ id, name, kind }) => [id, name, kind]);
    byName = byName || rows?.map(([id, name, kind]) => ({ id, name, kind, plain: plain(name) }));
    return byName || null;
  };
  // The entries whose name has all the words, those that begin with them first; null where no names could be had.
  const find = async (typed) => {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    const all = await names();
    if (!all || !words.length) return all && [];
    const hits = all.filter((known) => words.every((word) => known.plain.includes(word)));
    const begins = (known) => known.plain.startsWith(words.join(" "));
    return [...hits.filter(begins), ...hits.filter((known) => !begins(known))];
  };

  return { partOf, entry, find };
};
