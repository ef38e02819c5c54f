// The worksheets whose answers are kept in this browser: where they are, and how to take them away. One that the directory
// no longer has can still be saved to a file.
(() => {
  const place = document.querySelector("[data-kept-sheets]");
  if (!place || !window.waypostSheets || !window.waypostFile) return;
  const says = place.dataset;
  const store = waypostSheets(says.root);
  const [list, status] = [place.querySelector("ul"), place.querySelector("[role=status]")];
  const [template, known] = ["[data-kept-sheet]", "[data-sheet-others]"].map((wish) => place.querySelector(wish).content);

  const read = (id) => {
    try {
      return store.check(store.text(id));
    } catch {
      return null;
    }
  };
  const row = (id) => {
    const sheet = read(id);
    const page = known.querySelector(`[data-id="${id}"]`);
    const name = page?.textContent || store.called(sheet || {}) || id;
    const piece = template.firstElementChild.cloneNode(true);
    const [link, note, save, forget] = ["a", "span", "[data-kept-save]", "[data-kept-forget]"].map((wish) =>
      piece.querySelector(wish),
    );
    link.textContent = name;
    if (page) link.href = page.getAttribute("href");
    const date = sheet && store.day(sheet);
    note.textContent = !sheet ? says.unreadable : date && says.written.replace("{date}", date);
    save.setAttribute("aria-label", says.save.replace("{name}", () => name));
    forget.setAttribute("aria-label", says.forget.replace("{name}", () => name));
    save.hidden = !sheet;
    save.addEventListener("click", () => {
      waypostFile.save(id, sheet);
      status.textContent = says.saved;
    });
    forget.addEventListener("click", () => {
      store.forget(id);
      draw();
      status.textContent = says.forgotten.replace("{name}", () => name);
      place.querySelector("h2").focus();
    });
    return piece;
  };
  const draw = () => {
    const ids = store.kept();
    list.replaceChildren(...ids.map(row));
    if (ids.length) place.hidden = false;
  };

  draw();
  addEventListener("storage", draw);
  addEventListener("pageshow", ({ persisted }) => persisted && draw());
  // "Forget everything" on My plan means these as well.
  window.waypostKeptSheets = {
    forget: () => {
      store.forget(...store.kept());
      draw();
      place.hidden = true;
    },
  };
})();
