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

  const look = () => {
    const age = Date.now() - Date.parse(`${document.documentElement.dataset.made}T12:00:00Z`);
    const isAway = !isOnDisk && navigator.onLine === false;
    const isLate = isCopy && age > DAY;
    away.hidden = !isAway;
    kept.hidden = isAway || !isLate;
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
