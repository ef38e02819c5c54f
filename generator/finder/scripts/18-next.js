// What comes next at an entry, and how to say it.

/** The clock with what a visitor asks of it, so that "next" is the next that fits: in a list of Mondays a Monday. */
function clockAsked(directory, clock, state) {
  return { ...clock, asked: clockQuestion(directory, state) };
}

/** Whether one meeting fits all that is asked of the clock; every one does where nothing is. */
function fitsAsked(directory, slot, day, clock) {
  const { asked } = clock;
  if (!asked) return true;
  const isDay = (asked.day & (1 << weekdayOf(directory, day))) !== 0;
  const isTime = asked.time === -1 || (asked.time & partsOf(slot)) !== 0;
  return isDay && isTime && (asked.when === -1 || (asked.when & whenBits(slot, day, clock)) !== 0);
}

/** What an answer that depends on the clock is kept by: the minute, and what is asked. */
function keyOf(clock) {
  const { day, time, when } = clock.asked || { day: -1, time: -1, when: -1 };
  return `${clock.isTrusted ? clock.day * MINUTES + clock.minute : -1} ${day} ${time} ${when}`;
}

/**
 * The first meeting or opening of entry `i` that is not over and fits what the clock is asked:
 * `{day, start, end, change, isNow, isOpening, isAlways}`, or null. What is on now comes before all else. Entries with the
 * same slots share one answer, which is worked out once a minute.
 */
function nextOf(directory, i, clock) {
  if (i >= directory.count) return null;
  const answers = nextAnswers(directory, clock);
  const set = directory.slotSets.of[i];
  if (answers[set] === undefined) answers[set] = nextOfSet(directory, directory.slotSets.sets[set], clock);
  return answers[set];
}

/** The answers of a clock so far. Its key is made once for each clock, since ten thousand rows may ask. */
function nextAnswers(directory, clock) {
  const known = directory.answers.get(clock);
  if (known) return known;
  const answers = keepLast(directory, "next", keyOf(clock), () => []);
  directory.answers.set(clock, answers);
  return answers;
}

function nextOfSet(directory, slots, clock) {
  let best = null;
  let bestRank = Infinity;
  for (const slot of slots) {
    eachDay(directory, slot, clock, (day) => {
      if (!fitsAsked(directory, slot, day, clock)) return false;
      const isNow = isRunning(slot, day, clock);
      const rank = (isNow ? -1e7 : 0) + day * MINUTES + Math.max(0, slot.start);
      if (rank < bestRank) {
        bestRank = rank;
        const isAlways = slot.days === 127 && slot.start === 0 && slot.end === MINUTES;
        best = { day, start: slot.start, end: slot.end, change: slot.change, isNow, isOpening: slot.isOpening, isAlways };
      }
      return true;
    });
  }
  return best;
}

/** How many days from today; no number by a clock that cannot be trusted, or on paper, which may be read on any day. */
function daysAhead(next, clock) {
  return clock.isTrusted && !clock.isOnPaper ? next.day - clock.day : NaN;
}

/** "Today 18:30", "Now, until 20:00", "Tue 24 Nov 18:30", "Open now, until 17:00"; nothing for null. */
function whenWords(directory, next, clock) {
  if (!next) return "";
  const { words } = directory;
  if (next.isOpening && next.isAlways) return words.always;
  const say = (key, values) => put(words[key], values);
  if (next.isNow && !clock.isOnPaper) {
    const kind = next.isOpening ? "open_now" : "now";
    return next.end < 0 ? say(kind) : say(`${kind}_until`, { time: timeOf(directory, next.end) });
  }
  const ahead = daysAhead(next, clock);
  const near = ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : "day";
  const day = directory.days[next.day];
  const isTimed = next.start >= 0;
  const values = { day, time: isTimed ? timeOf(directory, next.start) : "" };
  if (next.isOpening) return isTimed ? say(`opens_${near}_at`, values) : say(`open_${near}`, values);
  if (isTimed) return say(`${near}_at`, values);
  return near === "day" ? day : say(near);
}

/** The label of a minute, which may have passed midnight. */
function timeOf(directory, minute) {
  const clock = minute % MINUTES;
  const two = (number) => String(number).padStart(2, "0");
  return directory.times[clock] || `${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
}

/** A sentence with values put in where it names them in braces. */
function put(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/**
 * The same moment by the visitor's clock, `{words}`, where that shows another time; else null. `zone` is the visitor's,
 * the device's own if it is left out.
 */
function visitorTime(directory, next, zone) {
  if (!next || next.start < 0) return null;
  const moment = momentAt(directory, next.day, next.start);
  const own = next.day * MINUTES + next.start - minutesSinceMade(directory, moment);
  const theirs = zone ? zoneOffset(zone, moment) : -moment.getTimezoneOffset();
  if (theirs === null || theirs === own) return null;
  const said = (name, form) => {
    const make = () => new Intl.DateTimeFormat(directory.language, { ...form, timeZone: zone });
    return keepLast(directory, name, zone, make).format(moment);
  };
  const time = said("your time", { timeStyle: "short" }).replace(/ /g, "\u00a0");
  const there = next.day * MINUTES + next.start - own + theirs;
  if (Math.floor(there / MINUTES) === next.day) return { words: put(directory.words.your_today, { time }) };
  return { words: put(directory.words.your_day, { time, day: said("your day", { weekday: "short" }) }) };
}
