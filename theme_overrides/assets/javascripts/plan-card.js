// One thing in a plan, with the directory's present times, places and numbers. What a kept plan or a file says of it is
// put on the page as text, never as markup; links come from the directory alone. The card stands at once, with the name
// and the visitor's note; the rest follows when the directory's data has come.
window.waypostPlanCard = (template, says) => {
  const make = (tag, text, className = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.className = className;
    return element;
  };
  const line = (icon, content) => {
    const item = make("li", "");
    const picture = make("span", "", `wp-icon wp-icon-${icon}`);
    picture.setAttribute("aria-hidden", "true");
    const words = make("span", "");
    words.append(...content);
    item.append(picture, words);
    return item;
  };
  const way = ([icon, words, href, note]) => {
    const link = make("a", words);
    link.href = href;
    if (href.startsWith("http")) link.rel = "noreferrer";
    return line(icon, note ? [link, " ", make("span", note, "wp-plan-small")] : [link]);
  };
  // What one joins from afar is said by the visitor's own clock too.
  const clock = window.waypostClock && waypostClock({ dataset: says });
  const date = ([, words, change, iso]) => {
    const item = make("li", change ? `${words} (${change})` : words);
    const yours = iso && clock ? clock.yourTime(iso) : "";
    if (yours) item.append(" ", make("span", yours, "wp-yours"));
    return item;
  };

  const title = (piece, at, { kind, name }) => {
    piece.className = `wp-plan-item wp-card-${kind}`;
    at("kind").className = `wp-kind wp-kind-${kind}`;
    at("kind").textContent = says[kind] || "";
    at("kind").hidden = !kind;
    at("name").textContent = name;
    for (const part of piece.querySelectorAll("[data-label]")) {
      part.setAttribute("aria-label", part.dataset.label.replace("{name}", () => name));
    }
  };
  const tell = (piece, at, entry) => {
    const link = make("a", entry.name);
    link.href = entry.path;
    at("name").replaceChildren(link);
    const address = new URL(entry.path, says.url || location.href);
    if (address.protocol !== "file:") {
      at("address").textContent = address.host + address.pathname;
      at("code").append((window.waypostCode && waypostCode(address.href)) || "");
    }
    const { notes = [], dates = [], facts = [], ways = [] } = entry;
    const coming = dates.filter(([until]) => !(Date.parse(until) < Date.now()));
    at("notes").append(...notes.map((words) => make("p", words)));
    at("dates").append(...coming.slice(0, 3).map(date));
    at("facts").append(...facts.map(([icon, words]) => line(icon, [words])), ...ways.map(way));
  };

  // `coming` will be the entry: null where its data could not be had, undefined where the directory does not know it.
  return (item, coming) => {
    const piece = template.content.firstElementChild.cloneNode(true);
    const at = (name) => piece.querySelector(`[data-${name}]`);
    title(piece, at, item);
    const late = setTimeout(() => at("notes").append(make("p", says.coming)), 1500);
    coming.then((entry) => {
      clearTimeout(late);
      at("notes").replaceChildren();
      if (!entry) return at("notes").append(make("p", entry === null ? says.away : says.gone));
      item.kind = entry.kind;
      item.name = entry.name;
      title(piece, at, item);
      tell(piece, at, entry);
    });
    return piece;
  };
};
