// Questions with their answers: the plain links of the page become boxes to tick, each with what it would leave.

/**
 * Turns links into boxes; the links lead on where no script runs. What belongs to a box is looked up once, as `pieces.boxes`,
 * for there may be a hundred of them at each press.
 */
function makeBoxes(pieces, words, onChoice) {
  pieces.boxes = [];
  for (const facet of pieces.facets) {
    const key = facet.dataset.facet;
    const list = facet.querySelector(".wp-answers");
    const name = facet.querySelector(".wp-facet-name").textContent;
    for (const link of list.querySelectorAll("a")) {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.name = key;
      box.value = link.dataset.value;
      box.addEventListener("change", () => onChoice(key, box.value, box.checked));
      const said = link.firstElementChild.textContent;
      const count = make("span", "wp-count");
      const label = make("label", "", box, make("span", "", said), " ", count);
      link.replaceWith(label);
      pieces.boxes.push({ key, value: box.value, said, box, count, label, left: null });
    }
    list.removeAttribute("aria-label");
    const group = make("fieldset", "", make("legend", "wp-sr", name));
    list.replaceWith(group);
    group.append(list);
  }
}

/** Ticks what is chosen and says of each answer how many it would leave; what says so already is left alone. */
function showAnswers(pieces, { directory, words, state, counts }) {
  const numbers = new Map();
  for (const facet of directory.facets) {
    facet.values.forEach((value, at) => numbers.set(`${facet.key} ${value.id}`, counts[facet.key][at]));
  }
  for (const known of pieces.boxes) {
    const { key, value, said, box, count, label } = known;
    const left = numbers.get(`${key} ${value}`) || 0;
    box.checked = (state.chosen[key] || []).includes(value);
    if (known.left === left) continue;
    known.left = left;
    box.setAttribute("aria-label", put(left ? words.left : words.left_none, { name: said, count: left }));
    count.textContent = left;
    label.classList.toggle("is-none", left === 0);
  }
  for (const facet of pieces.facets) {
    const chosen = (state.chosen[facet.dataset.facet] || []).length;
    const place = facet.querySelector(".wp-facet-chosen");
    const said = chosen ? put(words.chosen, { count: chosen }) : "";
    if (place.textContent !== said) place.textContent = said;
  }
}

/** On a phone one question at a time; where there is room, all that stand open and those with an answer. */
function openFacets(pieces, state, isWide) {
  pieces.facets.forEach((facet, at) => {
    const isChosen = Boolean((state.chosen[facet.dataset.facet] || []).length);
    if (!isWide) facet.open = at === 0 || isChosen;
    else if (isChosen) facet.open = true;
  });
}
