// The timetable: which days to show and what is over, by the clocks of the directory; the visitor's own time beside groups
// that meet online or by phone; and rows narrowed by area and by how to take part. What is chosen stands in the address,
// behind the #: that part stays in the browser.
(() => {
  const page = document.querySelector("[data-week]");
  if (!page || !window.waypostClock) return;
  const clock = waypostClock(page);
  const words = page.dataset;
  const shownDays = Number(words.shown);
  const ROWS = ".wp-meeting, .wp-doors li";
  const days = [...page.querySelectorAll("[data-day]")];
  const rows = [...page.querySelectorAll(ROWS)];
  const meetings = rows.filter((row) => row.matches(".wp-meeting"));
  // Read once: a large town has thousands of rows.
  const known = new Map(
    rows.map((row) => {
      const list = (text) => (text || "").split(" ").filter(Boolean);
      return [row, { day: row.closest("[data-day]"), area: list(row.dataset.area), how: list(row.dataset.how) }];
    }),
  );
  const dayOf = (row) => known.get(row).day;
  meetings.forEach(clock.sayYourTime);

  // The days

  const lede = document.querySelector("[data-week-lede]");
  let seen = "";
  const isOn = (state) => (row) => clock.isOn(row, state) && !row.matches(".is-cancelled");
  const showDays = (state) => {
    clock.sayAge(document.querySelector("[data-old]"), state);
    days.forEach((day, number) => {
      const isToday = !state.isApart && number === state.age;
      // What began last night stays to be seen until it ends, alone of its day.
      const isNight = number === state.age - 1 && meetings.some((row) => dayOf(row) === day && isOn(state)(row));
      day.classList.toggle("is-night", isNight);
      day.hidden = !isNight && (number < state.age || number >= state.age + shownDays);
      day.classList.toggle("is-today", isToday);
      day.querySelector(".wp-day-today").hidden = !isToday;
    });
    const seeing = [state.isApart, ...days.map((day) => day.hidden)].join();
    // From minute to minute only what is on today, or since last night, can begin or end.
    const near = [days[state.age - 1], days[state.age]];
    for (const row of seeing === seen ? meetings.filter((each) => near.includes(dayOf(each))) : meetings) {
      const isOver = clock.isOver(row, state);
      row.classList.toggle("is-over", isOver);
      const isNow = isOn(state)(row);
      row.classList.toggle("is-on", isNow);
      clock.mark(row, "wp-over", isOver && !row.matches(".is-cancelled") && words.over);
      clock.mark(row, "wp-on-now", isNow && words.onNow);
    }
    const [first, last] = [days[state.age], days.filter((day) => !day.hidden).pop()].map(
      (day) => day.querySelector(".wp-day-date").textContent,
    );
    lede.textContent = lede.dataset.weekLede.replace("{first}", () => first).replace("{last}", () => last);
    if (seeing !== seen) narrow(false);
    seen = seeing;
  };

  // The choice

  const box = document.querySelector("[data-week-narrow]");
  const says = document.querySelector("[data-week-says]");
  const all = document.querySelector("[data-week-all]");
  const questions = box ? [...box.querySelectorAll("[data-week-question]")].map(asFieldset) : [];

  // The links to plain pages become boxes to tick, in one group with one name.
  function asFieldset(place) {
    const key = place.dataset.weekQuestion;
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.className = "wp-chips-label";
    legend.textContent = place.querySelector(".wp-chips-label").textContent;
    const list = document.createElement("ul");
    list.className = "wp-chips";
    const choices = [...place.querySelectorAll("a")].map((link) => {
      const [item, label, name, count, left] = ["li", "label", "span", "span", "span"].map((tag) =>
        document.createElement(tag),
      );
      const tick = document.createElement("input");
      Object.assign(tick, { type: "checkbox", name: key, value: link.dataset.value });
      name.textContent = link.textContent;
      count.className = "wp-count";
      count.setAttribute("aria-hidden", "true");
      left.className = "wp-sr";
      label.append(tick, name, count, left);
      item.append(label);
      list.append(item);
      return { tick, label, count, left, id: link.dataset.value, name: link.textContent };
    });
    group.append(legend, list);
    place.replaceWith(group);
    return { key, choices };
  }
  const chosenIn = ({ choices }) => choices.filter(({ tick }) => tick.checked).map(({ id }) => id);
  // A row that names no area serves them all; one that does not say how to take part cannot be counted on for any way.
  const fits = (row, key, ids) => {
    const own = known.get(row)[key];
    return !ids.length || (key === "area" && !own.length) || ids.some((id) => own.includes(id));
  };
  const put = (element, name, words, hidden) => {
    let there = element.querySelector(`.${name}`);
    if (!there) {
      there = document.createElement("p");
      there.className = name;
      there.textContent = words;
      element.append(there);
    }
    there.hidden = hidden;
  };

  function narrow(isAnnounced) {
    if (!questions.length) return;
    const chosen = questions.map(chosenIn);
    const isChosen = chosen.some((ids) => ids.length);
    const isInDays = (row, day) => !day.hidden && (!day.matches(".is-night") || row.matches(".is-on"));
    const inDays = rows.filter((row) => isInDays(row, dayOf(row)));
    const fitting = (row, without) => questions.every(({ key }, n) => n === without || fits(row, key, chosen[n]));
    for (const row of rows) row.hidden = !fitting(row);
    for (const day of days) {
      const left = (list) => [...list.children].filter((row) => !row.hidden).length;
      let isEmpty = true;
      for (const list of day.querySelectorAll(".wp-day-list, .wp-doors ul")) {
        const place = list.closest(".wp-doors") || list;
        place.hidden = !left(list);
        if (!place.hidden) isEmpty = false;
      }
      const none = day.querySelector(".wp-day-empty");
      if (none) none.hidden = isChosen;
      put(day, "wp-day-nothing", words.empty, !isChosen || !isEmpty);
    }
    questions.forEach(({ key, choices }, n) => {
      const open = inDays.filter((row) => fitting(row, n));
      for (const { tick, label, count, left, id } of choices) {
        const found = open.filter((row) => fits(row, key, [id])).length;
        count.textContent = found;
        left.textContent = words.left.replace("{count}", found);
        label.classList.toggle("is-chosen", tick.checked);
        label.classList.toggle("is-nothing", !found);
      }
    });
    all.hidden = !isChosen;
    const count = inDays.filter((row) => !row.hidden).length;
    const names = questions.map(({ choices }) => choices.filter(({ tick }) => tick.checked).map(({ name }) => name));
    const said = names.filter((list) => list.length).map((list) => list.join(", ")).join(" · ");
    const sentence = isChosen ? (count ? words.only : words.none) : isAnnounced ? words.all : "";
    const values = { chosen: said, count, all: inDays.length };
    const text = sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    if (says.textContent !== text) says.textContent = text;
  }

  // Only answers that there are; whatever else an address names is let be.
  const read = () => {
    const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
    for (const { key, choices } of questions) {
      const ids = asked.getAll(key);
      for (const { tick, id } of choices) tick.checked = ids.includes(id);
    }
  };
  const write = () => {
    const asked = new URLSearchParams();
    for (const question of questions) for (const id of chosenIn(question)) asked.append(question.key, id);
    const query = asked.toString();
    try {
      history.pushState(null, "", location.pathname + (query && `#${query}`));
    } catch {
      // A browser that lets a page from a disk keep no address narrows the timetable all the same.
    }
  };
  const changed = () => {
    write();
    narrow(true);
  };
  if (box) {
    box.addEventListener("change", changed);
    all.addEventListener("click", () => {
      for (const { choices } of questions) for (const { tick } of choices) tick.checked = false;
      changed();
      box.querySelector("summary").focus();
    });
    for (const step of ["popstate", "hashchange"]) {
      addEventListener(step, () => {
        read();
        narrow(true);
      });
    }
    // A browser may bring ticks of its own when it comes back to a page; the address decides.
    addEventListener("pageshow", () => {
      read();
      narrow(false);
    });
    read();
  }
  clock.keep(showDays);
})();
