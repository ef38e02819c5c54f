// Files of the index come as scripts: the one way that works from a web server, under the strictest policy, and from a disk.

const LOADING_TIME = 20000; // Longer than the slowest phone; then we rather say that something is missing.

function startLoading(address) {
  const arrived = new Map();
  const asked = new Map();
  const take = (parcel) => {
    const [kind, number] = parcel;
    arrived.set(typeof number === "number" ? `${kind}-${number}.js` : `${kind}.js`, parcel);
  };
  (self.waypostFind || []).forEach(take);
  self.waypostFind = { push: take };

  const ask = (file) =>
    new Promise((resolve, reject) => {
      // What the page itself asks for, in its head, is on its way until all of the page is there.
      const onItsWay = document.readyState === "loading" && document.querySelector(`script[data-file="${file}"]`);
      const script = onItsWay || document.createElement("script");
      const end = (settle, value) => {
        clearTimeout(timer);
        script.remove();
        settle(value);
      };
      const timer = setTimeout(() => end(reject, new Error(`${file} takes too long`)), LOADING_TIME);
      script.onload = () => (arrived.has(file) ? end(resolve, arrived.get(file)) : end(reject, new Error(`${file} is empty`)));
      script.onerror = () => end(reject, new Error(`${file} is not there`));
      if (onItsWay) {
        // It may have failed before anybody listened; the window's own event waits for it either way.
        const settled = () => (arrived.has(file) ? end(resolve, arrived.get(file)) : end(reject, new Error(`${file} is not there`)));
        addEventListener("load", settled, { once: true });
        return;
      }
      script.fetchPriority = file.startsWith("texts") ? "low" : "high";
      script.src = new URL(file, address).href;
      document.head.append(script);
    });

  /** The parcel in a file, such as `["words", 3, …]`; a file that failed is asked for anew the next time. */
  return (file) => {
    if (arrived.has(file)) return Promise.resolve(arrived.get(file));
    if (!asked.has(file)) {
      asked.set(file, ask(file));
      asked.get(file).catch(() => asked.delete(file));
    }
    return asked.get(file);
  };
}
