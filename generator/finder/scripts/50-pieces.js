// The pieces of the page that the finder works with, and how new ones are made. All text goes in as text, never as markup.

/** On the page while what its address asks for is not yet drawn. */
const WAITING = "wp-find-waiting";

function findPieces() {
  const root = document.querySelector("[data-find]");
  if (!root) return null;
  const part = (name) => root.querySelector(`[data-find-${name}]`);
  const names = ["form", "filters", "chosen", "done", "quick", "count", "sort", "says", "active", "note", "list", "nothing", "ways", "more", "help"];
  return {
    root,
    words: root.querySelector("#find-words"),
    nearMe: root.querySelector("[data-near-me]"),
    nearSays: root.querySelector("#near-says"),
    facets: [...root.querySelectorAll("[data-facet]")],
    paper: document.querySelector("[data-find-paper]"),
    ...Object.fromEntries(names.map((name) => [name, part(name)])),
    near: root.querySelector("#near-words"),
    nearBox: part("near"),
  };
}

function make(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside.filter((piece) => piece || piece === 0));
  return element;
}

function button(className, words, onPress) {
  const element = make("button", className, words);
  element.type = "button";
  element.addEventListener("click", onPress);
  return element;
}

/** Several things in one line, as the language of the site puts them. */
function inOneLine(words, things) {
  return things.filter(Boolean).reduce((line, thing) => (line ? put(words.list, { first: line, second: thing }) : thing), "");
}
