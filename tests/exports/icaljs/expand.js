// Reads a calendar from standard input with ical.js, as calendar programs built on it do, and prints each date from one
// moment to another as a line: its beginning and end in UTC, or its day where it has no time of the day.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [first, last] = process.argv.slice(2);
const calendars = JSON.parse(readFileSync(0, "utf8"));
const found = {};
for (const [path, text] of Object.entries(calendars)) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event] = calendar.getAllSubcomponents("vevent");
  found[path] = {
    name: String(calendar.getFirstPropertyValue("x-wr-calname")),
    summary: event ? event.getFirstPropertyValue("summary") : "",
    dates: expanded(calendar),
  };
}
process.stdout.write(JSON.stringify(found));

function expanded(calendar) {
  const components = calendar.getAllSubcomponents("vevent");
  const exceptions = components.filter((one) => one.hasProperty("recurrence-id"));
  const dates = [];
  for (const component of components.filter((one) => !one.hasProperty("recurrence-id"))) {
    const uid = component.getFirstPropertyValue("uid");
    const own = exceptions.filter((one) => one.getFirstPropertyValue("uid") === uid);
    const event = new ICAL.Event(component, { exceptions: own, strictExceptions: false });
    const moved = new Set(own.map((one) => one.getFirstPropertyValue("recurrence-id").toString()));
    for (const one of own) {
      // A moved date may lie beside what the rule is asked for.
      add(dates, new ICAL.Event(one), null);
    }
    if (!event.isRecurring()) {
      add(dates, event, null);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && dayOf(next) <= last; next = iterator.next()) {
      if (!moved.has(next.toString())) {
        add(dates, event, next);
      }
    }
  }
  return dates.sort();
}

function add(dates, event, occurrence) {
  if (event.component.getFirstPropertyValue("status") === "CANCELLED") {
    return;
  }
  const details = occurrence ? event.getOccurrenceDetails(occurrence) : event;
  const day = dayOf(details.startDate);
  if (day < first || day > last) {
    return;
  }
  const hasEnd = event.component.hasProperty("dtend") || event.component.hasProperty("duration");
  dates.push([told(details.startDate), hasEnd ? told(details.endDate) : ""]);
}

function dayOf(time) {
  return time.toString().slice(0, 10);
}

// In UTC by the clocks that the calendar itself describes: ical.js knows no others.
function told(time) {
  if (time.isDate) {
    return time.toString();
  }
  if (time.zone === ICAL.Timezone.localTimezone) {
    throw new Error(`no zone is described for ${time}`);
  }
  return `${new Date(time.toUnixTime() * 1000).toISOString().slice(0, 16)}Z`;
}
