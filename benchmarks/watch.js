// Put into each measured page before its own scripts: notes when something first stands on the screen.
(() => {
  const bench = (window.bench = { contentful: 0, longest: 0, busy: 0, seen: {}, start: 0, first: 0, last: 0 });

  // A change is painted with the next frame; a message posted in that frame is handled right after it.
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      bench.longest = Math.max(bench.longest, entry.duration);
      bench.busy += entry.duration;
    }
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === "first-contentful-paint") bench.contentful = entry.startTime;
    }
  }).observe({ type: "paint", buffered: true });

  // From now on: the time at which test() first holds and is painted, as bench.seen[name].
  bench.watch = (name, test) => {
    const look = () => {
      if (!test()) return;
      observer.disconnect();
      afterPaint((now) => (bench.seen[name] = now));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    look();
  };

  // Before one action of the visitor: from the event to the first and to the last frame in which the list changed and had
  // something in it to follow.
  bench.arm = (list, link) => {
    Object.assign(bench, { start: 0, first: 0, last: 0, longest: 0 });
    const begin = (event) => (bench.start = bench.start || event.timeStamp);
    for (const type of ["click", "input"]) addEventListener(type, begin, { capture: true, once: true });
    bench.armed?.disconnect();
    bench.armed = new MutationObserver(() => {
      if (!bench.start || !document.querySelector(link)) return;
      afterPaint((now) => {
        bench.first = bench.first || now;
        bench.last = now;
      });
    });
    bench.armed.observe(document.querySelector(list), { childList: true, subtree: true, characterData: true });
  };
})();
