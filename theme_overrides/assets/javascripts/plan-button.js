// "Save to my plan" on the page of a group, service or worksheet. The first time it asks whether this device may keep a
// plan at all; until the answer is yes, nothing is stored. Without script the button stays hidden.
for (const place of document.querySelectorAll("[data-plan-save]")) {
  if (!window.waypostPlan) break;
  const { root, id, kind, name, saved, out, refused, trouble } = place.dataset;
  const store = waypostPlan(root);
  const [button, ask, done, status] = ["add", "ask", "done", "says"].map((part) =>
    place.querySelector(`[data-plan-${part}]`),
  );
  const problem = ask.querySelector("[data-plan-problem]");

  const show = (part) => {
    button.hidden = part === done;
    ask.hidden = part !== ask;
    done.hidden = part !== done;
    button.setAttribute("aria-expanded", part === ask);
  };
  const open = (isQuestion) => {
    problem.hidden = isQuestion;
    for (const part of ask.querySelectorAll("[data-plan-question]")) part.hidden = !isQuestion;
    show(ask);
    ask.focus();
  };
  const look = () => {
    let kept = null;
    try {
      kept = store.read();
    } catch {
      // Said when somebody presses the button, and not before.
    }
    show(kept && kept.items.some((item) => item.id === id) ? done : button);
  };
  const fail = ({ message }) => {
    problem.textContent = ["big", "broken", "newer"].includes(message) ? trouble : refused;
    open(false);
  };
  const save = (write, plan) => {
    try {
      write({ ...plan, items: [...plan.items, { id, kind, name, note: "" }] });
    } catch (error) {
      return fail(error);
    }
    show(done);
    status.textContent = saved;
    done.querySelector("a").focus();
  };

  button.addEventListener("click", () => {
    let kept;
    try {
      kept = store.read();
    } catch (error) {
      return fail(error);
    }
    if (kept) return save(store.begin, kept);
    if (!ask.hidden) return show(button);
    open(true);
  });
  ask.addEventListener("click", ({ target }) => {
    if (target.closest("[data-plan-yes]")) save(store.begin, store.fresh());
    if (target.closest("[data-plan-no]")) close();
  });
  const close = () => {
    show(button);
    button.focus();
  };
  ask.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  done.querySelector("button").addEventListener("click", () => {
    try {
      const kept = store.read();
      if (kept) store.keep({ ...kept, items: kept.items.filter((item) => item.id !== id) });
    } catch (error) {
      return fail(error);
    }
    close();
    status.textContent = out;
  });

  look();
  place.hidden = false;
  addEventListener("pageshow", (event) => event.persisted && look());
  addEventListener("storage", look);
}
