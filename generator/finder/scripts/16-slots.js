// When entries are on: from slots (weekday masks or lists of days) to single days, seen from a minute of the directory's clock.

const WEEKDAY_IDS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_PARTS = [["morning", 300, 720], ["afternoon", 720, 1020], ["evening", 1020, 1320], ["night", 1320, 1740]];
const WHEN_IDS = ["now", "today", "tomorrow", "week"];
const [IS_NOW, IS_TODAY, IS_TOMORROW, IS_WEEK] = [1, 2, 4, 8];
const WORTH_GOING = 60; // minutes for which one still goes to a meeting of which nobody said when it ends

const CLOCK_IDS = { when: WHEN_IDS, day: WEEKDAY_IDS, time: DAY_PARTS.map(([id]) => id) };

/** The bit of an answer that the clock gives: 2 for the day "tuesday", 4 for the time "evening". */
function clockBit(key, id) {
  return 1 << CLOCK_IDS[key].indexOf(id);
}

function weekdayOf(directory, day) {
  return (directory.firstWeekday + day) % 7;
}

/** The minute after the last in which a slot counts as on, counted from the midnight before it. */
function endOf(slot) {
  if (slot.start < 0) return MINUTES;
  if (slot.end >= 0) return slot.end;
  return slot.isOpening ? Math.max(MINUTES, slot.start + 1) : slot.start + WORTH_GOING;
}

/** The bits of the parts of the day: a meeting counts where it begins, opening hours wherever they reach. */
function partsOf(slot) {
  if (slot.parts < 0) slot.parts = partsBetween(slot);
  return slot.parts;
}

function partsBetween({ start, end, isOpening }) {
  if (start < 0) return 0;
  const last = isOpening && end > start ? end - 1 : start;
  let parts = 0;
  DAY_PARTS.forEach(([, begins, ends], number) => {
    for (const shift of [-MINUTES, 0, MINUTES]) if (start + shift < ends && last + shift >= begins) parts |= 1 << number;
  });
  return parts;
}

/** Calls `visit(day)` for the days of a slot that are not over at the clock, in order, until it returns true. */
function eachDay(directory, slot, clock, visit, ahead = directory.horizon) {
  const ends = endOf(slot);
  const now = clock.day * MINUTES + clock.minute;
  // Hours that pass midnight may have begun on an earlier day.
  const first = Math.max(0, clock.day - Math.floor(ends / MINUTES));
  const last = Math.min(directory.horizon - 1, clock.day + ahead);
  if (typeof slot.days === "number") {
    for (let day = first; day <= last; day++) {
      if ((slot.days >> weekdayOf(directory, day)) & 1 && day * MINUTES + ends > now && visit(day)) return;
    }
    return;
  }
  for (const day of slot.days) {
    if (day > last) return;
    if (day >= first && day * MINUTES + ends > now && visit(day)) return;
  }
}

function isRunning(slot, day, clock) {
  if (slot.start < 0 || !clock.isTrusted) return false;
  const now = clock.day * MINUTES + clock.minute;
  return day * MINUTES + slot.start <= now && now < day * MINUTES + endOf(slot);
}

/** Whether what begins on a day is on now, today, tomorrow, in the next seven days; as bits. */
function whenBits(slot, day, clock) {
  const ahead = day - clock.day;
  let bits = ahead < 7 ? IS_WEEK : 0;
  if (ahead <= 0) bits |= IS_TODAY;
  if (ahead === 1) bits |= IS_TOMORROW;
  if (isRunning(slot, day, clock)) bits |= IS_NOW;
  return bits;
}

/**
 * All that can be asked of the clock, as cells in parallel arrays: the number of a set of slots, the bit of the weekday on
 * which one of its slots begins, the bits of its parts of the day, and of when that is. A cell is one meeting or a row of
 * meetings that nobody can tell apart by these questions.
 */
function cellsOf(directory, clock) {
  const key = clock.isTrusted ? clock.day * MINUTES + clock.minute : -1;
  return keepLast(directory, "cells", key, () => {
    const [sets, days, parts, whens] = [[], [], [], []];
    directory.slotSets.sets.forEach((slots, number) => {
      for (const slot of slots) {
        const part = partsOf(slot);
        const onWeekday = [-1, -1, -1, -1, -1, -1, -1];
        eachDay(directory, slot, clock, (day) => {
          const weekday = weekdayOf(directory, day);
          onWeekday[weekday] = Math.max(0, onWeekday[weekday]) | whenBits(slot, day, clock);
          // A mask repeats itself after a week.
          return typeof slot.days === "number" && day > clock.day + 7;
        });
        onWeekday.forEach((when, weekday) => {
          if (when < 0) return;
          sets.push(number);
          days.push(1 << weekday);
          parts.push(part);
          whens.push(when);
        });
      }
    });
    const [dayBits, partBits, whenBitsOf] = [days, parts, whens].map((bits) => Uint8Array.from(bits));
    return { sets: Uint32Array.from(sets), days: dayBits, parts: partBits, whens: whenBitsOf };
  });
}
