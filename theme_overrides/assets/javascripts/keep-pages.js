// "Keep pages on this device": makes the site's worker keep pages for when there is no signal, and forgets them all again.
// That the worker is registered is the answer "yes"; nothing else is stored. sw.js does the keeping.
(() => {
  const place = document.querySelector("[data-keep]");
  const workers = (() => {
    try {
      return location.protocol.startsWith("http") && "caches" in window ? navigator.serviceWorker : undefined;
    } catch {
      return undefined; // refused, as for a page inside another
    }
  })();
  if (!workers || !place) return;
  const worker = new URL(place.dataset.worker, location);
  const root = new URL("./", worker);
  const NAME = `waypost:${root.pathname}:`;

  // One host may hold several directories; only this one's is meant.
  const registered = async () => {
    const found = await workers.getRegistration(root.href);
    return found && found.scope === root.href ? found : undefined;
  };
  const stores = async () => (await caches.keys()).filter((name) => name.startsWith(NAME));
  const empty = async () => {
    for (const name of await stores()) await caches.delete(name);
  };
  const forget = async () => {
    // The worker first: as long as it is there, it may put a page back. One may be on its way even then.
    const there = await registered();
    there?.active?.postMessage({ ask: "forget" });
    await there?.unregister();
    for (let tries = 0; tries < 5; tries++) {
      await empty();
      await new Promise((next) => setTimeout(next, 60));
    }
    if ((await stores()).length) throw new Error("still there");
  };
  const settled = (registration) =>
    new Promise((resolve, reject) => {
      const coming = registration.installing || registration.waiting || registration.active;
      const look = () => {
        if (coming.state === "activated") resolve();
        if (coming.state === "redundant") reject(new Error("not installed"));
      };
      coming.addEventListener("statechange", look);
      look();
    });

  const part = (name) => place.querySelector(`[data-keep-${name}]`);
  const [box, status] = [part("box"), part("status")];
  const show = (isKept, sentence = "") => {
    box.checked = isKept;
    part("on").hidden = !isKept;
    part("off").hidden = isKept;
    status.textContent = sentence;
  };
  const isKeeping = () =>
    Promise.all([registered(), stores()])
      .then(([found, names]) => Boolean(found && names.length))
      .catch(() => false);
  const begin = async () => {
    const { busy, done, refused } = place.dataset;
    show(true, busy);
    try {
      const registration = await workers.register(worker.href, { updateViaCache: "none" });
      await settled(registration);
      registration.active?.postMessage({ ask: "keep", page: location.href });
      if (box.checked) show(true, done);
    } catch {
      await forget().catch(() => {});
      show(false, refused);
    }
  };
  const end = () =>
    forget()
      .then(() => show(false, place.dataset.forgotten))
      .catch(() => show(true, place.dataset.trouble));

  // One after the other: whoever unticks the box while pages are still coming has them all taken away after the last.
  let turn = isKeeping().then((isKept) => show(isKept));
  box.addEventListener("change", () => {
    const wish = box.checked;
    turn = turn.then(() => wish === box.checked && (wish ? begin() : end()));
  });
  const look = () => {
    turn = turn.then(isKeeping).then((isKept) => isKept !== box.checked && show(isKept));
  };
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  document.addEventListener("visibilitychange", look);
  place.hidden = false;

  // "Forget everything" on My plan means these as well.
  window.waypostKept = {
    forget: () => {
      turn = turn.then(isKeeping).then((isKept) => isKept && end());
      return turn;
    },
  };
})();
