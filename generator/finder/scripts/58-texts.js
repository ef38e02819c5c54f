// What an entry says of itself comes in files of its own, after the rows that it belongs to.

/** Fills the lines that wait for their text; on a narrow screen, which shows none, nothing is asked for. */
function fillTexts(list, view, load) {
  const waiting = [...list.querySelectorAll(".wp-row-says:empty[data-entry]")];
  if (!waiting.length || !matchMedia("(min-width: 48rem), print").matches) return;
  const files = new Set(waiting.map((line) => Math.floor(line.dataset.entry / view.directory.texts)));
  files.forEach((number) => {
    load(`texts-${number}.js`).then(([, , texts]) => {
      texts.forEach((text, at) => view.texts.set(number * view.directory.texts + at, text));
      waiting.forEach((line) => {
        const text = view.texts.get(Number(line.dataset.entry));
        if (text && !line.firstChild) line.append(...marked(text, view.terms));
      });
    }, () => {}); // Without its text a row still says all that one needs to go there.
  });
}
