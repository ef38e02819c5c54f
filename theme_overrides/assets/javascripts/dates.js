// Beside the name of a service stands whether it is open just now, or when it opens next.
(() => {
  const place = document.querySelector("[data-open-hours]");
  if (!place || !window.waypostClock) return;
  const clock = waypostClock(place);
  const { now, today, tomorrow, later } = place.dataset;
  const rows = [...document.querySelectorAll("[data-hours] li")];
  const say = (words, key, value) => words.replace(`{${key}}`, () => value);

  clock.keep((state) => {
    const row = rows.find((each) => !clock.isOver(each, state));
    place.hidden = state.isApart || !row;
    if (place.hidden) return;
    const time = row.querySelector("time");
    const isOn = clock.isOn(row, state);
    const near = [today, tomorrow][clock.daysAway(time.dateTime, state)];
    const opens = near ? say(near, "time", row.dataset.time) : say(later, "day", time.textContent);
    place.textContent = isOn ? say(now, "time", row.dataset.ends) : opens;
    place.classList.toggle("is-on", isOn);
  });
})();

// The next dates on a listing's page: those that are over go, the nearest are called today and tomorrow, and beside groups
// that meet online or by phone stands the visitor's own time.
(() => {
  const list = document.querySelector("[data-dates]");
  if (!list || !window.waypostClock) return;
  const clock = waypostClock(list);
  const dates = [...list.children].map((row) => ({ row, time: row.querySelector("time") }));
  for (const date of dates) {
    date.words = date.time.textContent;
    clock.sayYourTime(date.row);
  }
  const old = document.querySelector("[data-dates-old]");

  clock.keep((state) => {
    const areOver = dates.map(({ row }) => clock.isOver(row, state));
    // When all are over the page is old, or the device's clock is ahead: they stay, and the page says from when they are.
    const isOld = areOver.every(Boolean);
    old.hidden = !isOld;
    dates.forEach(({ row, time, words }, number) => {
      row.hidden = areOver[number] && !isOld;
      const near = state.isApart ? "" : [list.dataset.today, list.dataset.tomorrow][clock.daysAway(time.dateTime, state)];
      time.textContent = near ? near.replace("{time}", () => row.dataset.time).trim() : words;
    });
  });
})();
