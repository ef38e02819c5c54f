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
