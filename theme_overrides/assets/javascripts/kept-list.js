// The page that stands in for one that is not kept: it lists those that are, by their titles.
(async () => {
  const place = document.querySelector("[data-kept-list]");
  if (!place) return;
  const list = place.querySelector("ul");
  const name = `waypost:${new URL("./", new URL(place.dataset.root, location)).pathname}:pages`;
  const found = [];
  try {
    if (!(await caches.has(name))) return; // to open it would make it, and nobody has asked for that
    const pages = await caches.open(name);
    for (const request of await pages.keys()) {
      const copy = await pages.match(request, { ignoreVary: true });
      const page = new DOMParser().parseFromString(await copy.text(), "text/html");
      const title = page.querySelector("h1")?.textContent.trim() || page.title;
      if (title && !page.querySelector("[data-kept-list]")) found.push([title, request.url]);
    }
  } catch {
    // A browser that refuses its store shows what it gave so far.
  }
  for (const [title, address] of found.sort(([one], [other]) => one.localeCompare(other))) {
    const link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
    link.href = address;
    link.textContent = title;
  }
  place.hidden = !found.length;
})();
