// Takes what is typed on the home page to the finder. The words go behind a # in the address, a part that browsers send to
// nobody, not even to this site's own host.
(() => {
  const form = document.querySelector("[data-find-box]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.elements.q.value.trim();
    location.href = form.action + (words ? `#q=${encodeURIComponent(words)}` : "#find-words");
  });
})();
