// What is chosen stands in the address, so that it can be shared and "Back" works. It stands behind the #: that part stays
// in the browser, and the host never learns which words were typed.

function startAddress(directory, onState, onAnchor) {
  let own = location.hash.includes("=") ? location.hash : "";
  const read = () => {
    const hash = location.hash.slice(1);
    return readState(hash.includes("=") ? `?${hash}` : location.search, directory);
  };
  const write = (state, isStep) => {
    const next = `#${writeState(state).replace(/^\?/, "")}`;
    if (next === own || (next === "#" && !own)) return;
    own = next;
    try {
      // An address that was typed with a ? goes on without it.
      const address = next === "#" ? location.pathname : location.pathname + next;
      history[isStep ? "pushState" : "replaceState"](null, "", address);
    } catch {
      // Some browsers let a page from a disk change nothing but the part behind the #.
      location.replace(next);
    }
  };
  const look = () => {
    if (location.hash === own) return;
    // A link within the page, such as "Skip to the page", is no state; the one that was there comes back into the address.
    if (location.hash && !location.hash.includes("=")) {
      onAnchor(location.hash);
      if (own) history.replaceState(null, "", location.pathname + own);
      return;
    }
    own = location.hash;
    onState(read());
  };
  addEventListener("popstate", look);
  addEventListener("hashchange", look);
  return { read, write };
}
