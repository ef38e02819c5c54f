// Work in pieces: between them the browser can paint, and take in what somebody presses or types.

/** Lets whatever waits have its turn. */
function pause() {
  if (self.scheduler && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

const SOON = 200; // Milliseconds; a window that nobody sees is not painted at all.

/** Calls once when the next frame is painted. */
function afterPaint(then) {
  let isCalled = false;
  const once = () => {
    if (isCalled) return;
    isCalled = true;
    then();
  };
  setTimeout(once, SOON);
  requestAnimationFrame(() => setTimeout(once));
}

/** What the first list needs of the engine, one thing after the other, instead of all in one long breath. */
async function warmUp(directory, clock) {
  const steps = [
    () => cellsOf(directory, clock),
    () => foldedNames(directory),
    () => byName(directory),
    () => directory.slotSets.of.forEach((_, i) => nextOf(directory, i, clock)),
  ];
  for (const step of steps) {
    step();
    await pause();
  }
}
