// Chips: the answers most wanted, to switch on and off, and what is chosen now, to take out again.

function makeQuick(pieces, onChoice) {
  for (const link of pieces.quick.querySelectorAll("a")) {
    const { key, value } = link.dataset;
    const chip = button("", link.textContent, () => onChoice(key, value, chip.getAttribute("aria-pressed") !== "true"));
    Object.assign(chip.dataset, { key, value });
    chip.setAttribute("aria-pressed", "false");
    link.replaceWith(chip);
  }
}

function showQuick(pieces, state) {
  for (const chip of pieces.quick.querySelectorAll("button")) {
    const isOn = (state.chosen[chip.dataset.key] || []).includes(chip.dataset.value);
    chip.setAttribute("aria-pressed", String(isOn));
  }
}

/** Everything that narrows the list now: `{name, label, without}`, `without` being the state with it taken out. */
function narrowings(directory, words, state, placeName) {
  const found = [];
  if (state.q.trim()) {
    const typed = state.q.trim();
    found.push({
      name: put(words.words_chip, { words: typed }),
      label: put(words.remove_words, { words: typed }),
      without: { ...state, q: "" },
    });
  }
  for (const facet of directory.facets) {
    for (const id of state.chosen[facet.key] || []) {
      const value = facet.values.find((one) => one.id === id);
      const rest = state.chosen[facet.key].filter((other) => other !== id);
      if (!value) continue;
      const without = { ...state, chosen: { ...state.chosen, [facet.key]: rest } };
      found.push({ name: value.name, label: put(words.remove, { name: value.name }), without });
    }
  }
  if (placeName) {
    const name = put(words.near_chip, { place: placeName });
    found.push({ name, label: put(words.remove, { name }), without: { ...state, near: "" }, isPlace: true });
  }
  return found;
}

function showActive(pieces, chips, clearWords, onRemove, onClear) {
  pieces.chosen.textContent = chips.length || "";
  // A chip that is just being pressed must not be replaced by its like, or the press is lost.
  const have = [...pieces.active.children].map((piece) => piece.getAttribute("aria-label")).filter(Boolean);
  if (have.join("\n") === chips.map((chip) => chip.label).join("\n")) return;
  const hadFocus = pieces.active.contains(document.activeElement);
  const at = [...pieces.active.children].indexOf(document.activeElement);
  pieces.active.replaceChildren(
    ...chips.map((chip, number) => {
      const piece = button("", chip.name, () => onRemove(number));
      piece.setAttribute("aria-label", chip.label);
      return piece;
    }),
    ...(chips.length ? [button("wp-find-clear", clearWords, onClear)] : []),
  );
  pieces.active.hidden = chips.length === 0;
  // Somebody who takes out one after the other stays where they are.
  if (hadFocus) (pieces.active.children[Math.min(at, chips.length - 1)] || pieces.count).focus();
}
