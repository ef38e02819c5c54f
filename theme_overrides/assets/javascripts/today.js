// "On today" on the first page: the page holds the coming days, and this shows the one that today is by the clocks of the
// directory. What is over makes room for what comes next; when all is over, the next day with groups stands below.
(() => {
  const place = document.querySelector("[data-on-today]");
  if (!place || !window.waypostClock) return;
  const clock = waypostClock(place);
  const most = Number(place.dataset.shown);
  const title = place.querySelector("h2");
  const plain = title.textContent;
  const ledes = new Map();
  const days = [...place.querySelectorAll("[data-day]")].map((box) => {
    const part = (name) => box.querySelector(name);
    ledes.set(box, part(".wp-section-lede").textContent);
    const parts = { box, lede: part(".wp-section-lede"), list: part(".wp-today"), more: part(".wp-today-more") };
    const rows = [...box.querySelectorAll(".wp-meeting")];
    const rest = box.dataset.rest.split(" ").filter(Boolean).map((minute) => Number(minute) * 60000);
    return { ...parts, none: part("[data-none]"), done: part("[data-done]"), doors: part(".wp-doors"), rows, rest };
  });
  for (const { rows } of days) rows.forEach(clock.sayYourTime);

  // Shows the first rows that are not over, and the one in which somebody is just now.
  const choose = (rows, state) => {
    let left = most;
    const coming = rows.filter((row) => !clock.isOver(row, state) || row.contains(document.activeElement));
    for (const row of rows) row.hidden = !coming.includes(row) || left-- <= 0;
    return coming;
  };
  const fill = ({ rows, rest, list, more }, state) => {
    const coming = choose(rows, state);
    for (const row of rows) clock.mark(row, "wp-on-now", clock.isOn(row, state) && place.dataset.onNow);
    if (!list) return 0;
    const unseen = coming.length + rest.filter((ends) => state.isApart || ends > state.now).length - most;
    list.hidden = !coming.length;
    more.hidden = unseen <= 0;
    more.firstChild.textContent = more.dataset.more.replace("{count}", Math.max(0, unseen));
    return coming.length;
  };

  const show = (state) => {
    clock.sayAge(place.querySelector("[data-old]"), state);
    title.textContent = state.isApart ? plain : place.dataset.title;
    const counts = days.map((day) => fill(day, state));
    const next = counts[state.age] ? -1 : counts.findIndex((count, number) => number > state.age && count);
    days.forEach(({ box, lede, list, none, done, doors }, number) => {
      const isToday = number === state.age;
      // What began last night stays to be seen until it ends.
      const isNight = number === state.age - 1 && counts[number] > 0;
      box.hidden = !isToday && !isNight && number !== next;
      none.hidden = !isToday || Boolean(list);
      if (done) done.hidden = !isToday || counts[number] > 0;
      if (doors) {
        const open = choose([...doors.querySelectorAll("li")], state);
        doors.hidden = !isToday || !open.length;
      }
      const isTomorrow = !state.isApart && number === state.age + 1;
      lede.textContent = isTomorrow ? lede.dataset.tomorrow : ledes.get(box);
    });
  };
  clock.keep(show);
})();
