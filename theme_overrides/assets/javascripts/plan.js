// "My plan": what a visitor writes and collects, orders, prints, keeps or saves to a file, and forgets again.
(() => {
  const page = document.querySelector("[data-plan]");
  if (!page || !window.waypostPlan || !window.waypostPlanCard || !window.waypostPlanDirectory || !window.waypostFile) return;
  const says = page.dataset;
  const store = waypostPlan(says.root);
  const directory = waypostPlanDirectory(says);
  const part = (name) => page.querySelector(`[data-plan-${name}]`);
  const [list, status, undo, keeper, search, found] = ["list", "status", "undo", "keep", "search", "found"].map(part);

  let plan = store.fresh();
  let isKept = false;
  let before = null; // the plan as it was before something was taken out or opened over it

  const say = (sentence, values = {}) => {
    status.textContent = sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    status.parentElement.classList.toggle("is-saying", Boolean(sentence));
    undo.hidden = !before;
  };

  // A field that grows with its words has them a second time in a paragraph: it gives the height, and is what is printed.
  const grow = (area) => {
    area.parentElement.classList.toggle("is-written", Boolean(area.value.trim()));
    area.nextElementSibling.textContent = `${area.value}\n`;
  };
  const fill = (area, text) => {
    if (area.value !== text) area.value = text;
    grow(area);
  };

  const card = waypostPlanCard(part("card"), says);
  const show = (item, index) => {
    const piece = card(item, directory.entry(item.id));
    const note = piece.querySelector("textarea");
    note.addEventListener("input", () => {
      item.note = note.value;
      written(note);
    });
    fill(note, item.note);
    piece.querySelector("[data-up]").disabled = index === 0;
    piece.querySelector("[data-down]").disabled = index === plan.items.length - 1;
    return piece;
  };
  const drawList = () => {
    list.replaceChildren(...plan.items.map(show));
    part("empty").hidden = plan.items.length > 0;
    part("zone").hidden = !plan.items.length;
    part("plain").className = plan.items.length ? "wp-no-print" : "wp-print-only";
    part("plain").hidden = plan.items.length > 0;
  };
  const draw = () => {
    for (const field of store.FIELDS) fill(page.elements[field], plan[field]);
    keeper.checked = isKept;
    part("kept").hidden = !isKept;
    part("unkept").hidden = isKept;
    drawList();
  };

  const save = () => {
    if (!isKept) return;
    try {
      if (!store.keep(plan)) look();
    } catch (error) {
      say(error.message === "big" ? says.full : says.refused);
    }
  };
  const change = (next, back = null) => {
    before = back;
    plan = next;
    save();
    draw();
  };
  const written = (area) => {
    before = null;
    say("");
    grow(area);
    save();
  };

  // What is kept may have changed on another page or in another window. What was deleted there goes from here as well.
  const look = () => {
    let kept = null;
    try {
      kept = store.read();
    } catch (error) {
      if (["big", "broken", "newer"].includes(error.message)) say(says.unreadable);
    }
    if (kept) {
      const apart = !isKept && !store.isEmpty(plan);
      isKept = true;
      if (apart) say(says.together);
      return change(apart ? store.together(kept, plan) : kept);
    }
    if (isKept) {
      isKept = false;
      say(says.elsewhere);
      return change(store.fresh());
    }
    return draw();
  };

  const add = (entry) => {
    if (plan.items.some(({ id }) => id === entry.id)) return say(says.twice, entry);
    const { id, kind, name } = entry;
    say(says.added, entry);
    change({ ...plan, items: [...plan.items, { id, kind, name, note: "" }] });
  };

  const move = (from, step, wish) => {
    const items = [...plan.items];
    const [item] = items.splice(from, 1);
    items.splice(from + step, 0, item);
    change({ ...plan, items });
    const buttons = list.children[from + step].querySelectorAll("button");
    const wished = [...buttons].find((button) => button.matches(wish));
    (wished.disabled ? [...buttons].find((button) => !button.disabled) : wished).focus();
    say(says.moved, { name: item.name, number: from + step + 1, count: items.length });
  };
  const takeOut = (at) => {
    const item = plan.items[at];
    change({ ...plan, items: plan.items.filter((other) => other !== item) }, plan);
    say(says.out, item);
    undo.focus({ preventScroll: true });
  };
  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const at = [...list.children].findIndex((piece) => piece.contains(target));
    if (button?.matches("[data-up]")) move(at, -1, "[data-up]");
    if (button?.matches("[data-down]")) move(at, 1, "[data-down]");
    if (button?.matches("[data-out]")) takeOut(at);
  });

  for (const field of store.FIELDS) {
    page.elements[field].addEventListener("input", ({ target }) => {
      plan[field] = target.value;
      written(target);
    });
  }

  // Looking something up by its name, for a visitor who wants nothing kept and so cannot collect from page to page.
  search.addEventListener("input", async () => {
    const typed = search.value;
    const known = await directory.find(typed);
    if (typed !== search.value) return; // more was typed meanwhile, or the page was emptied
    const hits = known || [];
    found.replaceChildren(
      ...hits.slice(0, 6).map((entry) => {
        const item = document.createElement("li");
        const button = item.appendChild(document.createElement("button"));
        button.type = "button";
        button.className = "wp-button wp-button-quiet";
        button.textContent = says.add.replace("{name}", () => entry.name);
        button.addEventListener("click", () => {
          search.value = part("hits").textContent = "";
          found.replaceChildren();
          search.focus();
          add(entry);
        });
        return item;
      }),
    );
    const count = hits.length ? says.hits.replace("{count}", hits.length) : says.none;
    part("hits").textContent = !known ? says.nameless : typed.trim() ? count : "";
  });

  keeper.addEventListener("change", () => {
    if (keeper.checked) {
      try {
        store.begin(plan);
        isKept = true;
        say(says.kept);
      } catch (error) {
        say(error.message === "big" ? says.full : says.refused);
      }
    } else {
      store.forget();
      isKept = false;
      say(says.unkept);
    }
    draw();
  });

  part("save").addEventListener("click", () => {
    waypostFile.save(says.file, plan);
    say(says.saved);
  });

  const open = (text) => {
    const opened = store.check(text);
    change(opened, store.isEmpty(plan) ? null : plan);
    say(says.opened);
  };
  waypostFile.open(part("open"), part("file"), store.MOST_LETTERS, open, ({ message }) => say(says[message] || says.broken));

  undo.addEventListener("click", () => {
    change(before);
    say(says.back);
    part("found-title").focus();
  });

  part("forget").addEventListener("click", async () => {
    store.forget();
    isKept = false;
    search.value = "";
    found.replaceChildren();
    part("hits").textContent = "";
    await change(store.fresh());
    say(says.forgotten);
    window.waypostKeptSheets?.forget();
    window.waypostKept?.forget(); // the pages that were kept for when there is no signal; says by itself how it went
  });

  page.addEventListener("submit", (event) => event.preventDefault());
  for (const piece of page.querySelectorAll("[data-needs-script]")) piece.hidden = false;
  for (const piece of page.querySelectorAll("[data-without-script]")) piece.hidden = true;
  addEventListener("storage", ({ key }) => (key === store.key || key === null) && look());
  addEventListener("pageshow", ({ persisted }) => persisted && look());

  look();
  // "Open a plan without keeping it": the address says what to add, once, and only where no plan is kept.
  const addWished = () => {
    const wish = /^#add=([a-z0-9-]+)$/.exec(location.hash);
    if (!wish) return;
    history.replaceState(null, "", location.pathname + location.search);
    if (!isKept) directory.entry(wish[1]).then((entry) => entry && add(entry));
  };
  addWished();
  // Such a plan lives in this window alone. So links open beside it, and that button on another listing's page, which
  // looks for a window of this name, comes back here with one more thing.
  addEventListener("hashchange", addWished);
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]");
    const leads = link && /^(https?|file):$/.test(link.protocol) && link.pathname !== location.pathname;
    if (!leads || link.matches("[data-leave], [download]")) return;
    const isAlone = !isKept && !store.isEmpty(plan);
    link.target = isAlone ? "_blank" : "";
    link.relList.toggle("opener", isAlone);
    if (isAlone) window.name = "my-plan";
  });
})();
