// What is near: by a typed area or postcode, or by where the device is. The device is asked only when somebody presses the
// button; what it answers is in no address, is kept nowhere and is gone with the page.

/** Where a typed text means, by the names of its areas: a postcode alone says little to whoever mistyped it. */
function startAt(directory, words, text) {
  const origin = originOf(directory, text);
  return origin && { ...origin, name: inOneLine(words, origin.areas.map((number) => directory.areas[number].name)) };
}

function startNear(pieces, directory, words, onOrigin) {
  const says = (sentence, values) => {
    pieces.nearSays.textContent = sentence ? put(sentence, values) : "";
  };
  pieces.nearBox.hidden = false;
  let last = pieces.near.value.trim();
  const typed = () => {
    const text = pieces.near.value.trim();
    // Enter was the answer already; leaving the field afterwards is none.
    if (text === last) return;
    last = text;
    if (!text) {
      says("");
      onOrigin(null, "");
      return;
    }
    const origin = startAt(directory, words, text);
    if (!origin) {
      const areas = inOneLine(words, directory.areas.map((area) => area.name));
      says(words.near_unknown, { typed: text, areas });
      return;
    }
    says(words.near_typed, { place: origin.name });
    onOrigin(origin, text);
  };
  pieces.near.addEventListener("change", typed);
  pieces.near.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    typed();
  });
  if (!directory.hasCoordinates) pieces.nearMe.hidden = true;
  pieces.nearMe.addEventListener("click", () => {
    if (!navigator.geolocation) {
      says(words.near_never);
      return;
    }
    says(words.near_ask);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        pieces.near.value = last = "";
        says(words.near_found);
        onOrigin({ lat: coords.latitude, lon: coords.longitude, name: words.near_you, isDevice: true }, "");
      },
      () => says(words.near_refused),
      { maximumAge: 600000, timeout: 15000 },
    );
  });
  /** Puts a text into the field that nobody typed just now. */
  return (text) => {
    pieces.near.value = last = text;
    says("");
  };
}
