// Questions with their answers: the plain links of the page become boxes to tick, each with what it would leave.

/** Turns links into boxes; the links lead on where no script runs. */
function makeBoxes(pieces, words, onChoice) {
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
      const said = make("span", "", link.firstElementChild.textContent);
      link.replaceWith(make("label", "", box, said, " ", make("span", "wp-count")));
    }
    list.removeAttribute("aria-label");
    const group = make("fieldset", "", make("legend", "wp-sr", name));
    list.replaceWith(group);
    group.append(list);
  }
}

function eachBox(pieces, visit) {
  for (const facet of pieces.facets) {
    for (const box of facet.querySelectorAll("input[type=checkbox]")) visit(facet, box);
  }
}

/** Ticks what is chosen and says of each answer how many it would leave. */
function showAnswers(pieces, { directory, words, state, counts }) {
  const numbers = new Map();
  for (const facet of directory.facets) {
    facet.values.forEach((value, at) => numbers.set(`${facet.key} ${value.id}`, counts[facet.key][at]));
  }
  eachBox(pieces, (facet, box) => {
    const left = numbers.get(`${box.name} ${box.value}`) || 0;
    const [name, count] = [box.nextElementSibling, box.parentElement.querySelector(".wp-count")];
    box.checked = (state.chosen[box.name] || []).includes(box.value);
    box.setAttribute("aria-label", put(left ? words.left : words.left_none, { name: name.textContent, count: left }));
    if (count.textContent !== String(left)) count.textContent = left;
    box.parentElement.classList.toggle("is-none", left === 0);
  });
  for (const facet of pieces.facets) {
    const chosen = (state.chosen[facet.dataset.facet] || []).length;
    facet.querySelector(".wp-facet-chosen").textContent = chosen ? put(words.chosen, { count: chosen }) : "";
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
