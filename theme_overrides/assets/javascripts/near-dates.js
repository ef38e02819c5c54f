// Lists name the next dates in full, since they may be read days after they were made, and so may what is printed. On the
// screen the nearest are called today and tomorrow, by the clocks of the directory.
(() => {
  const lists = [...document.querySelectorAll("[data-near-dates]")];
  if (!lists.length || !window.waypostClock) return;
  const { made, zone } = document.documentElement.dataset;
  const clock = waypostClock({ dataset: { made, zone, days: "120" } });
  const dates = lists.flatMap((list) => {
    const { today, tomorrow, todayAt, tomorrowAt, openToday } = list.dataset;
    return [...list.querySelectorAll("time[data-time]")].map((time) => {
      const plain = "open" in time.dataset ? [openToday] : [today, tomorrow];
      const near = time.dataset.time ? [todayAt, tomorrowAt] : plain;
      return { time, near, words: time.textContent };
    });
  });

  let seen;
  const show = (state, isPaper = false) => {
    seen = state;
    for (const { time, near, words } of dates) {
      const away = state.isApart ? NaN : clock.daysAway(time.dateTime, state);
      // A heading that names the day on which doors stand open names none once that day is over.
      const named = away < 0 ? time.dataset.open : !isPaper && near[away];
      time.textContent = named ? named.replace("{time}", () => time.dataset.time) : words;
    }
  };
  const again = clock.keep(show);
  addEventListener("beforeprint", () => show(seen, true));
  addEventListener("afterprint", again);
})();
