// What day and minute it is where the directory is, whatever zone the device is in. The index knows how far its clocks are
// from UTC on each day; a device with old rules about summer time would not.

const MINUTES = 1440;
const OLD_AFTER = 7;

/** Minutes from midnight UTC of the date of day 0 to a moment. */
function minutesSinceMade(directory, moment) {
  return Math.floor((moment.getTime() - Date.parse(`${directory.made}T00:00Z`)) / 60000);
}

/** The number of the offset that holds for a moment. */
function offsetAt(directory, minutes, moment) {
  const { offsets } = directory;
  let at = 0;
  while (at + 1 < offsets.length && minutes + offsets[at + 1][1] >= offsets[at + 1][0] * MINUTES) at++;
  // The table tells offsets at noon. In the small hours of a day on which clocks change only the device can say which holds.
  const local = minutes + offsets[at][1];
  if (at > 0 && local < offsets[at][0] * MINUTES + MINUTES / 2) {
    const said = zoneOffset(directory.zone, moment);
    if (said === offsets[at - 1][1]) return said;
  }
  return offsets[at][1];
}

/** Minutes east of UTC in a zone at a moment, as this device knows it; null where it does not know the zone. */
function zoneOffset(zone, moment) {
  try {
    const form = { timeZone: zone };
    for (const part of ["year", "month", "day", "hour", "minute", "second"]) form[part] = "numeric";
    const parts = {};
    const clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn-hc-h23", form);
    for (const { type, value } of clock.formatToParts(moment)) parts[type] = Number(value);
    const { year, month, day, hour, minute, second } = parts;
    return Math.round((Date.UTC(year, month - 1, day, hour % 24, minute, second) - moment.getTime()) / 60000);
  } catch {
    return null;
  }
}

/**
 * The directory's clock at a moment: `{day, minute, isTrusted, isOld}`, day 0 being the one on which the index was made.
 * Before that day, and when the index knows of no day any more, either the device or the index is wrong: then the clock
 * stands at the beginning of day 0 and is not trusted. `isOld` says that the index has seen a week go by.
 */
function clockOf(directory, moment = new Date()) {
  const minutes = minutesSinceMade(directory, moment);
  if (Number.isNaN(minutes)) return { day: 0, minute: 0, isTrusted: false, isOld: false };
  const local = minutes + offsetAt(directory, minutes, moment);
  const day = Math.floor(local / MINUTES);
  const isOld = day > OLD_AFTER;
  if (day < 0 || day >= directory.horizon) return { day: 0, minute: 0, isTrusted: false, isOld };
  return { day, minute: local - day * MINUTES, isTrusted: true, isOld };
}

/** The moment at which the directory's clocks show a minute of a day. */
function momentAt(directory, day, minute) {
  const local = day * MINUTES + minute;
  const start = Date.parse(`${directory.made}T00:00Z`);
  const { offsets } = directory;
  let offset = offsets[0][1];
  for (const [from, east] of offsets) if (local >= from * MINUTES) offset = east;
  const guess = new Date(start + (local - offset) * 60000);
  return new Date(start + (local - offsetAt(directory, local - offset, guess)) * 60000);
}
