// Where somebody starts, by a typed area or postcode of the directory's own table, and how far it is from there. Nothing of
// this leaves the device; there is no map and no service behind it.

const EARTH_KM = 6371.0088;
const KM_PER_MILE = 1.609344;
const FAR = 25000; // beyond the other side of the earth, for what has no distance

/** The great circle between two places in km. */
function kmBetween(latA, lonA, latB, lonB) {
  const turn = Math.PI / 180;
  const across = Math.sin(((latB - latA) * turn) / 2) ** 2;
  const along = Math.sin(((lonB - lonA) * turn) / 2) ** 2;
  const share = across + Math.cos(latA * turn) * Math.cos(latB * turn) * along;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(share)));
}

/**
 * The start that a typed area or postcode means: `{lat, lon, name, area, areas}`, or null. `areas` are the numbers of all
 * areas with that postcode, `area` the first of them; `lat` and `lon` are their middle, or null where nobody typed it.
 */
function originOf(directory, typed) {
  const words = formsOf(String(typed).slice(0, 100));
  if (!words.length) return null;
  return originByName(directory, words) || originByCode(directory, words.join(""));
}

function originByName(directory, words) {
  const line = ` ${words.join(" ")} `;
  const names = directory.areas.map(({ id, name }) => [lineOf(name), lineOf(id)]);
  const all = names.map((_, number) => number);
  const whole = all.filter((number) => names[number].includes(line));
  const part = all.filter((number) => names[number].some((name) => name.includes(line)));
  const begun = all.filter((number) => names[number].some((name) => name.includes(line.trimEnd())));
  // A part of a name is enough where it can mean one area only.
  const found = [whole, part, begun].find((numbers) => numbers.length);
  if (!found || (found !== whole && found.length > 1)) return null;
  return originAt(directory, found.slice(0, 1), directory.areas[found[0]].name);
}

function originByCode(directory, code) {
  let longest = 0;
  let found = [];
  directory.areas.forEach(({ codes }, number) => {
    for (const own of codes) {
      const plain = formsOf(own).join("");
      // Somebody may type less than the table has ("SW1A" of "SW1A 1AA") or more ("SW1A 1AA" where it has "SW1A").
      const shared = plain.startsWith(code) ? code.length : code.startsWith(plain) ? plain.length : 0;
      if (shared < Math.min(3, plain.length) || shared < longest) continue;
      if (shared > longest) found = [];
      longest = shared;
      if (!found.includes(number)) found.push(number);
    }
  });
  return found.length ? originAt(directory, found, code.toUpperCase()) : null;
}

function originAt(directory, numbers, name) {
  const known = numbers.map((number) => directory.areas[number]).filter(({ lat }) => lat !== null);
  const middle = (key) => (known.length ? known.reduce((sum, area) => sum + area[key], 0) / known.length : null);
  return { lat: middle("lat"), lon: middle("lon"), name, area: numbers[0], areas: numbers };
}

/** How many borders lie between the areas of an origin and each area: 0 for its own; Infinity where no way is known. */
function stepsFrom(directory, areas) {
  const steps = directory.areas.map(() => Infinity);
  let edge = areas.slice();
  for (let step = 0; edge.length; step++) {
    for (const number of edge) steps[number] = Math.min(steps[number], step);
    edge = [...new Set(edge.flatMap((number) => directory.areas[number].neighbors))].filter((number) => steps[number] === Infinity);
  }
  return steps;
}

/**
 * How far entry `i` is: `{km, words, isAbout}`, or null where that cannot be said or means nothing (online, by phone).
 * A place that is kept secret, or that nobody measured, is somewhere in its area: then it is about as far as the middle of
 * that. `km` is null where only the area is known to be the same.
 */
function distanceTo(directory, i, origin) {
  const { km, isHere, isAbout } = wayTo(directory, i, origin);
  if (isHere) return { km: null, words: directory.words.in_area, isAbout: true };
  return km === undefined ? null : { km, words: distanceWords(directory, km, isAbout), isAbout };
}

/** The same without words: `{km, isAbout}`, `{isHere}` or nothing. */
function wayTo(directory, i, origin) {
  if (!origin || i >= directory.count) return {};
  const place = directory.place[i] ? directory.places[directory.place[i] - 1] : null;
  if (!place || place[1] === null || origin.lat === null) return { ...areaDistance(directory, i, origin), isAbout: true };
  // From the middle of an area a distance to the house is no truer than one to its area.
  return { km: kmBetween(origin.lat, origin.lon, place[1], place[2]), isAbout: Boolean(origin.areas) };
}

/** The distance to the nearest of an entry's areas, if one goes there at all. */
function areaDistance(directory, i, origin) {
  const areas = directory.columns.get("area");
  if (!areas || (!directory.place[i] && !isInPerson(directory, i))) return {};
  const own = areas.sets[areas.of[i]];
  if (origin.areas && origin.areas.some((number) => own.includes(number))) return { isHere: true };
  if (origin.lat === null) return {};
  const far = own
    .map((number) => directory.areas[number])
    .filter(({ lat }) => lat !== null)
    .map(({ lat, lon }) => kmBetween(origin.lat, origin.lon, lat, lon));
  return far.length ? { km: Math.min(...far) } : {};
}

function isInPerson(directory, i) {
  const [facet, column] = [directory.facetByKey.get("how"), directory.columns.get("how")];
  return Boolean(facet) && column.sets[column.of[i]].includes(facet.numbers.get("in_person"));
}

/** "1.2 mi", "800 m", "about 3 miles". */
function distanceWords(directory, km, isAbout) {
  const { units, words, language } = directory;
  const far = units === "mi" ? km / KM_PER_MILE : km;
  const said = (number, form) => new Intl.NumberFormat(language, form).format(number);
  const whole = Math.round(far);
  if (isAbout) return whole < 2 ? words[`about_under_${units}`] : put(words[`about_${units}`], { n: said(whole) });
  const digits = far < 9.95 ? 1 : 0;
  try {
    const form = { style: "unit", unitDisplay: "short" };
    if (units === "km" && km < 0.95) return said(Math.max(50, Math.round(km * 20) * 50), { ...form, unit: "meter" });
    const unit = units === "mi" ? "mile" : "kilometer";
    return said(Math.max(0.1, far), { ...form, unit, maximumFractionDigits: digits });
  } catch {
    // A browser that knows no units says the whole sentence of the site.
    const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return far < 1 ? words[`under_${units}`] : put(words[units], { n: said(far, form) });
  }
}
