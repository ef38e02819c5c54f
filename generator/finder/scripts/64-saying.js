// What the page says aloud: once, politely, and only when somebody has stopped typing.

const QUIET = 700;

function startSaying(place) {
  let timer = 0;
  return (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // The same words again are news too, but only a change is read out.
      place.textContent = place.textContent === sentence ? `${sentence}\u00a0` : sentence;
    }, QUIET);
  };
}
