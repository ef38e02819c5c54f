// One thing in a plan, with the directory's present times, places and numbers. What a kept plan or a file says of it is
// put on the page as text, never as markup; links come from the directory alone.
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
  const date = ([, words, change]) => make("li", change ? `${words} (${change})` : words);

  // `known` is the directory by id, or null where it could not be had.
  return (item, known) => {
    const piece = template.content.firstElementChild.cloneNode(true);
    const at = (name) => piece.querySelector(`[data-${name}]`);
    const entry = known && known.get(item.id);
    if (entry) {
      item.kind = entry.kind;
      item.name = entry.name;
    }
    const { kind, name } = item;
    piece.classList.add(`wp-card-${kind}`);
    at("kind").classList.add(`wp-kind-${kind}`);
    at("kind").textContent = says[kind] || "";
    at("kind").hidden = !kind;
    for (const part of piece.querySelectorAll("[data-label]")) {
      part.setAttribute("aria-label", part.dataset.label.replace("{name}", () => name));
    }
    if (!entry) {
      at("name").textContent = name;
      at("notes").append(make("p", known ? says.gone : says.away));
      return piece;
    }

    const link = make("a", name);
    link.href = entry.path;
    at("name").append(link);
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
    return piece;
  };
};
