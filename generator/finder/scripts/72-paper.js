// On paper stands everything that was found, with the filters that found it, and not only the rows somebody scrolled to.
// What is printed is read on another day: there days have dates, and nothing is on "now".

function startPaper(pieces, current) {
  let screen = null;
  addEventListener("beforeprint", () => {
    const { found, view, chips } = current();
    if (screen || !found) return;
    pieces.paper.textContent = chips.length ? put(view.words.paper, { filters: inOneLine(view.words, chips.map((chip) => chip.name)) }) : "";
    screen = { nodes: [...pieces.list.childNodes], heading: pieces.list.dataset.heading || "" };
    drawRows(pieces.list, found, found.length, { ...view, clock: { ...view.clock, isOnPaper: true } });
  });
  addEventListener("afterprint", () => {
    if (!screen) return;
    pieces.list.replaceChildren(...screen.nodes);
    pieces.list.dataset.heading = screen.heading;
    screen = null;
  });
}
