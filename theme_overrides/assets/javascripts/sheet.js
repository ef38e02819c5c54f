// A worksheet on the screen: what is written on it is kept if its visitor says so, saved to a file, opened, cleared.
(() => {
  const desk = document.querySelector("[data-sheet]");
  if (!desk || !window.waypostSheets || !window.waypostBlanks || !window.waypostFile) return;
  const says = desk.dataset;
  const { id, name } = says;
  const about = { worksheet: id, name, language: document.documentElement.lang };
  const store = waypostSheets(says.root);
  const blanks = waypostBlanks(desk);
  const part = (wish) => desk.querySelector(`[data-sheet-${wish}]`);
  const [keeper, status, question, other] = ["keep", "status", "ask", "other"].map(part);

  let sheet = {}; // what was opened or kept, with whatever in it we do not know
  let rest = new Map(); // answers that have no place on this sheet
  let isKept = false;
  let last = null; // the text in the browser's store as this page knows it, and its answers
  let base = new Map();
  let before = null; // what Undo brings back

  const answers = () => new Map([...rest, ...blanks.read()]);
  const isEmpty = () => !answers().size;
  const written = () => store.make(sheet, about, answers());

  // Undo stands beside what it would undo, and else below the sheet alone.
  const say = (sentence, values = {}, canUndo = false) => {
    const words = sentence.replace(/\{(\w+)\}/g, (_, key) => values[key]);
    if (status.textContent !== words) status.textContent = words;
    other.hidden = true;
    part("says").classList.toggle("is-saying", Boolean(sentence));
    for (const undo of desk.querySelectorAll("[data-sheet-undo]")) {
      undo.hidden = !before || (part("says").contains(undo) && !canUndo);
    }
  };

  // The browser asks before these words are lost; but nothing stands in the way of "Leave this site".
  const warn = (event) => {
    if (document.documentElement.classList.contains("is-leaving")) return;
    event.preventDefault();
    event.returnValue = "unsaved"; // older browsers
  };
  const keep = () => {
    last = store.keep(id, written());
    base = answers();
    unsaved(false);
  };
  const unsaved = (isSo) => (isSo ? addEventListener : removeEventListener)("beforeunload", warn);

  const draw = () => {
    keeper.checked = isKept;
    part("kept").hidden = !isKept;
    part("unkept").hidden = isKept;
    part("rest").hidden = !rest.size;
    part("rest-title").textContent = says.rest.replace("{count}", rest.size);
    part("rest-list").replaceChildren(
      ...[...rest].map(([key, value]) => {
        const row = document.createElement("div");
        for (const [tag, text] of [
          ["dt", key.replace(/_+/g, ", ").replace(/-/g, " ")],
          ["dd", typeof value === "string" ? value : JSON.stringify(value)],
        ]) {
          // What turns the direction of letters ends with its own line.
          row.appendChild(document.createElement(tag)).appendChild(document.createElement("bdi")).textContent = text;
        }
        return row;
      }),
    );
  };
  const show = (next) => {
    sheet = next;
    rest = blanks.fill(new Map(Object.entries(next.answers || {})));
    draw();
  };

  const fail = ({ message }) => {
    unsaved(!isEmpty());
    say({ big: says.full, unreadable: says.unreadable }[message] || says.refused);
  };
  const kept = (text) => {
    try {
      return store.check(text);
    } catch {
      throw new Error("unreadable");
    }
  };
  const forget = () => {
    store.forget(id);
    last = null;
    base = new Map();
    isKept = false;
  };
  // Taken away while this page slept. Its words stay, for whoever is writing on, but do not go back there by themselves.
  const gone = () => {
    forget();
    draw();
    unsaved(!isEmpty());
    say(says.unkept);
    return false;
  };
  // False where it could not be kept: then it has been said.
  const save = () => {
    if (!isKept) {
      unsaved(!isEmpty());
      return true;
    }
    try {
      const text = store.text(id);
      if (text !== last) {
        if (text === null) return gone();
        look();
      }
      keep();
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };

  // What is kept may have changed in another window. What was forgotten there goes from here as well; what was written
  // there stands here too, beside what this page has not yet kept.
  const look = () => {
    const text = store.text(id);
    if (text === last) return;
    if (text === null) {
      forget();
      before = null;
      show({});
      unsaved(false);
      say(says.elsewhere);
      return;
    }
    const theirs = kept(text);
    const [was, mine] = [base, answers()];
    last = text;
    isKept = true;
    show(theirs);
    base = answers();
    const both = store.together(was, mine, base, blanks.isText);
    if ([...both].some(([place, answer]) => base.get(place) !== answer) || both.size < base.size) {
      show(store.make(theirs, about, both));
      say(says.together);
      keep();
    }
    unsaved(false);
  };
  const lookAgain = () => {
    try {
      look();
    } catch (error) {
      // A browser that refuses storage says so when somebody asks for it.
      if (error.message === "unreadable") fail(error);
    }
  };

  const put = (next, keeping = isKept) => {
    before = isEmpty() ? null : { sheet: written(), isKept };
    show(next);
    isKept = keeping;
    const isSaid = !save();
    draw();
    return isSaid;
  };

  let asker = null;
  const ask = (words, yes, button, then) => {
    say("");
    part("question").textContent = words;
    part("yes").textContent = yes;
    asker = { button, then };
    question.hidden = false;
    part("says").classList.add("is-saying");
    question.focus({ preventScroll: true });
  };
  const dismiss = () => {
    asker = null;
    question.hidden = true;
    say("");
  };
  const answer = (isYes) => {
    const { button, then } = asker;
    dismiss();
    button.focus({ preventScroll: true });
    if (isYes) then();
  };
  part("yes").addEventListener("click", () => answer(true));
  part("no").addEventListener("click", () => answer(false));
  question.addEventListener("keydown", ({ key }) => key === "Escape" && answer(false));

  desk.addEventListener("input", ({ target }) => {
    if (!target.closest("form")) return;
    dismiss();
    save();
  });

  keeper.addEventListener("change", () => {
    isKept = keeper.checked;
    if (!isKept) {
      forget();
      unsaved(!isEmpty());
      say(says.unkept);
    } else {
      try {
        say(says.nowKept);
        if (store.text(id) !== null) look();
        keep();
      } catch (error) {
        isKept = false;
        fail(error);
      }
    }
    draw();
  });

  part("save").addEventListener("click", () => {
    try {
      const whole = written();
      store.check(JSON.stringify(whole));
      waypostFile.save(id, whole);
    } catch (error) {
      return fail(error);
    }
    if (!isKept) unsaved(false);
    say(says.saved);
  });

  const open = (text) => {
    dismiss(); // a question about the file before is none about this one
    const opened = store.check(text);
    if (opened.worksheet !== id) {
      // The link is the directory's own.
      const link = part("others").content.querySelector(`[data-id="${opened.worksheet}"]`);
      say(link ? says.another : says.unknown, { name: link?.textContent || store.called(opened) });
      if (link) {
        other.href = link.getAttribute("href");
        other.textContent = says.go.replace("{name}", () => link.textContent);
      }
      other.hidden = !link;
      return;
    }
    const then = () => {
      if (put(opened)) return;
      unsaved(false); // the file has them
      const words = [says.opened, store.day(opened) && says.savedOn, store.isNewer(opened) && says.newerOpened];
      say([...words, rest.size && says.below].filter(Boolean).join(" "), { date: store.day(opened) }, true);
    };
    if (isEmpty()) then();
    else ask(says.askOpen, says.yesOpen, part("open"), then);
  };
  waypostFile.open(part("open"), part("file"), store.MOST_LETTERS, open, ({ message }) => {
    dismiss();
    say(says[message] || says.broken);
  });

  part("clear").addEventListener("click", () => {
    const then = () => {
      put({}, false);
      forget();
      say(says.cleared, {}, true);
      part("says").querySelector("[data-sheet-undo]").focus({ preventScroll: true });
    };
    ask(isKept ? says.askClearKept : says.askClear, says.yesClear, part("clear"), then);
  });
  for (const undo of desk.querySelectorAll("[data-sheet-undo]")) {
    undo.addEventListener("click", () => {
      if (!put(before.sheet, before.isKept)) say(says.back, {}, true);
      part("start").focus();
    });
  }

  // A message makes way for what somebody reaches with the keyboard under it, unless it holds something to press.
  desk.addEventListener("focusin", ({ target }) => {
    requestAnimationFrame(() => {
      const [bar, place] = [part("says"), target].map((piece) => piece.getBoundingClientRect());
      const isCovered = bar.height && place.bottom > bar.top && place.top < bar.bottom;
      if (isCovered && !part("says").contains(target) && question.hidden && other.hidden) say("");
    });
  });

  for (const piece of desk.querySelectorAll("[data-needs-script]")) piece.hidden = false;
  for (const piece of desk.querySelectorAll("[data-without-script]")) piece.hidden = true;
  addEventListener("storage", ({ key }) => (key === store.start + id || key === null) && lookAgain());
  addEventListener("pageshow", ({ persisted }) => persisted && lookAgain());
  addEventListener("pagehide", () => {
    before = null; // Undo ends with the visit, also where the browser keeps the page for its Back button
    say("");
  });

  draw();
  lookAgain();
  if (isKept) say(store.day(sheet) ? says.foundOn : says.found, { date: store.day(sheet) });
})();
