// Says when a page may no longer be true: without signal, when it is a copy kept on the device, or when it is old, as on a
// memory stick from last month. A clock that is before the page's own day is wrong, and says nothing.
(() => {
  const notice = document.querySelector("[data-signal]");
  if (!notice) return;
  const DAY = 86400000;
  const [away, kept, old] = ["away", "kept", "old"].map((name) => notice.querySelector(`[data-signal-${name}]`));
  const isOnDisk = location.protocol === "file:";
  // The timetable knows the day, and says itself when it is old.
  const saysItself = Boolean(document.querySelector("main [data-old]"));
  let isCopy = false;

  // Without signal a list says of each page it leads to whether that is kept here. Rows that come later are marked too.
  const NAMES = ".wp-row-name, .wp-card-name, .wp-meeting-name, .wp-doors li";
  const clean = (address) => address.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
  let known;
  const keptPages = async () => {
    const name = `waypost:${new URL("./", new URL(notice.dataset.root, location)).pathname}:pages`;
    if (!(await caches.has(name))) return null; // nobody asked for pages to be kept, and to open it would make it
    return new Set((await (await caches.open(name)).keys()).map(({ url }) => clean(url)));
  };
  const markRows = () => {
    for (const place of document.querySelectorAll(NAMES)) {
      const link = place.querySelector("a");
      const isAway = known && link && !known.has(clean(link.href));
      const there = place.querySelector(".wp-not-kept");
      if (there && !isAway) there.remove();
      if (there || !isAway) continue;
      const mark = document.createElement("span");
      mark.className = "wp-not-kept";
      mark.textContent = notice.dataset.needsSignal;
      place.append(" ", mark);
    }
  };
  const watcher = new MutationObserver(() => {
    watcher.disconnect();
    markRows();
    watch();
  });
  const watch = () => known && watcher.observe(document.querySelector("main"), { childList: true, subtree: true });
  const lookAtRows = async (isAway) => {
    try {
      known = isAway ? await keptPages() : null;
    } catch {
      known = null; // a browser that refuses its store has kept nothing
    }
    watcher.disconnect();
    markRows();
    watch();
  };
  let wasAway = false;

  const look = () => {
    const age = Date.now() - Date.parse(`${document.documentElement.dataset.made}T12:00:00Z`);
    const isAway = !isOnDisk && navigator.onLine === false;
    const isLate = isCopy && age > DAY;
    away.hidden = !isAway;
    kept.hidden = isAway || !isLate;
    // One note of the same is enough.
    document.documentElement.classList.toggle("is-dated", isAway || isLate);
    if (wasAway !== (isAway || isCopy)) lookAtRows((wasAway = isAway || isCopy));
    old.hidden = isAway || isLate || saysItself || !(age > notice.dataset.oldAfter * DAY);
  };
  look();
  addEventListener("online", look);
  addEventListener("offline", look);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);

  // The worker knows whether the host answered; a browser with one bar of signal believes it is online.
  try {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      isCopy = data === true;
      look();
    };
    navigator.serviceWorker?.controller?.postMessage({ ask: "kept" }, [port2]);
  } catch {
    // A browser that refuses workers shows no copies.
  }
})();
