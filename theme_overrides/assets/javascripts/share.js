// What only the visitor's own device can do with a listing: copy its address, hand the page to the device's share sheet, and
// open the place in a map app. Each button stands hidden in the page, because without script it could do nothing.
(() => {
  const said = document.querySelector("[data-said]");
  if (!said) return;
  const linkPlace = document.getElementById("link-to-copy");

  const marked = (place) => {
    const range = document.createRange();
    range.selectNodeContents(place);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  // Where the page may not write to the clipboard, the words are marked, so that the visitor can copy them.
  const copy = async (text, place) => {
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      place.hidden = false;
      marked(place);
      said.textContent = said.dataset.refused;
      return;
    }
    said.textContent = said.dataset.copied.replace("{text}", () => text);
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.closest("li").hidden = false;
    button.addEventListener("click", () => copy(button.dataset.copy, document.getElementById(button.dataset.copyFrom)));
  }

  // A copy of the site on a memory stick has no address that anybody else could open; it hands on that of the site, if known.
  const isOnTheWeb = location.protocol.startsWith("http");
  for (const button of document.querySelectorAll("[data-share]")) {
    const url = isOnTheWeb ? location.origin + location.pathname : button.dataset.url;
    if (!url) continue;
    const canShare = typeof navigator.share === "function";
    button.querySelector("[data-share-words]").hidden = !canShare;
    button.querySelector("[data-link-words]").hidden = canShare;
    button.closest("li").hidden = false;
    const copyLink = () => {
      linkPlace.textContent = url;
      return copy(url, linkPlace);
    };
    button.addEventListener("click", async () => {
      if (!canShare) return copyLink();
      said.textContent = "";
      try {
        await navigator.share({ title: button.dataset.title, url });
      } catch (error) {
        // Somebody who closes the sheet wants nothing else instead.
        if (error.name !== "AbortError") await copyLink();
      }
    });
  }

  // Only these devices are known to open such addresses; a browser elsewhere would do nothing, or call it a mistake.
  const form = [
    [/Android/, "geo"],
    [/iPhone|iPad|iPod|Macintosh/, "maps"],
  ].find(([device]) => device.test(navigator.userAgent));
  for (const place of form ? document.querySelectorAll("[data-map-app]") : []) {
    place.querySelector("a").href = place.dataset[form[1]];
    place.hidden = false;
  }
})();
