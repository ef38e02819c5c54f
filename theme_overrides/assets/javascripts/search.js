// Opens the search dialog and asks Material's search worker. Without script, and on a page opened from a disk (where
// browsers allow no worker), the link that opens it leads to the list of all support instead.
(() => {
  const dialog = document.getElementById("search");
  const opener = document.querySelector("[data-search-open]");
  if (!dialog?.showModal || !opener || location.protocol === "file:") return;

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's kinds of message
  const MOST = 30;
  const words = dialog.querySelector("input");
  const count = dialog.querySelector(".wp-search-count");
  const results = dialog.querySelector(".wp-search-results");
  const base = new URL(dialog.dataset.base + "/", location);
  let worker;
  let ready = false;

  const ask = () => {
    const query = words.value.trim();
    if (!query) show([], true);
    else if (ready) worker.postMessage({ type: QUERY, data: query });
    else count.textContent = dialog.dataset.waiting;
  };

  const start = async () => {
    if (worker) return;
    try {
      worker = new Worker(dialog.dataset.worker);
      worker.onmessage = ({ data: message }) => {
        if (message.type === READY) ready = true;
        if (message.type === READY) ask();
        if (message.type === RESULT) show(message.data.items);
      };
      const answer = await fetch(new URL("search/search_index.json", base));
      const { config, docs } = await answer.json();
      worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
    } catch {
      count.textContent = dialog.dataset.broken;
    }
  };

  // The index holds escaped text with a few tags. An inert document reads it; only its text and marks are taken over.
  const put = (element, html, most = Infinity) => {
    const source = new DOMParser().parseFromString(html, "text/html");
    const walker = source.createTreeWalker(source.body, NodeFilter.SHOW_TEXT);
    let left = most;
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
      const text = node.data.slice(0, left);
      left -= text.length;
      if (node.parentElement.localName !== "mark") element.append(text);
      else element.appendChild(document.createElement("mark")).append(text);
    }
    if (left <= 0) element.append("…");
    return element;
  };

  const show = (found, silent = false) => {
    const { none, found: some } = dialog.dataset;
    const sentence = found.length ? some.replace("{count}", found.length) : none;
    count.textContent = silent || !words.value.trim() ? "" : sentence;
    results.replaceChildren(
      ...found.slice(0, MOST).map((group) => {
        const page = group.find((part) => !part.location.includes("#")) ?? group[0];
        const best = group[0];
        const item = document.createElement("li");
        const link = item.appendChild(document.createElement("a"));
        link.href = new URL(best.location, base);
        put(link, page.title);
        const says = best === page ? best.text : `${best.title}: ${best.text}`;
        if (says) put(item.appendChild(document.createElement("p")), says, 180);
        return item;
      }),
    );
  };

  const open = () => {
    dialog.showModal();
    words.select();
    start();
  };
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });
  words.addEventListener("input", ask);
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return; // Enter goes to the first page found instead of closing the dialog
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
