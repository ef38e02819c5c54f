// "Leave this site": without script a plain link; with it the page goes blank at once and makes way for a neutral one,
// which takes this page's place in the browser's history. Three presses of Shift do the same. Other windows of the site go
// with it: whoever stands behind a visitor may look there next.
(() => {
  const NAME = "waypost-leave";
  const blank = (address) => {
    document.documentElement.classList.add("is-leaving");
    document.title = window.name = "";
    location.replace(address);
  };
  // Closed while the page is away, or old browsers would not keep it for the Back button.
  let windows;
  const listen = () => {
    try {
      windows = new BroadcastChannel(NAME);
      windows.onmessage = () => blank(document.querySelector("[data-leave]")?.href || "about:blank");
    } catch {
      // An old browser: only the window goes in which the button was pressed.
    }
  };
  listen();
  addEventListener("pagehide", () => windows?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && listen());

  const button = document.querySelector("[data-leave]");
  if (!button) return;

  const status = document.createElement("p");
  status.className = "wp-sr";
  status.setAttribute("role", "status");
  button.after(status);

  const leave = () => {
    status.textContent = button.dataset.leaving;
    windows?.postMessage("");
    blank(button.href);
  };
  button.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = 0;
  let forget;
  const count = (number) => {
    presses = number;
    button.dataset.presses = number;
    status.textContent = ["", button.dataset.pressTwo, button.dataset.pressOne][number] ?? "";
  };
  let alone = false; // Shift went down and no other key since: typing a capital letter is not a wish to leave.
  addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat;
    if (event.key !== "Shift") count(0);
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    clearTimeout(forget);
    forget = setTimeout(() => count(0), 5000);
    if (presses === 2) leave();
    else count(presses + 1);
  });

  // Somebody who comes back by the Back button finds the page, not the blank.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.classList.contains("is-leaving")) location.reload();
  });
})();

// On an old phone a page's styles, layout and first picture take a fifth of a second, in which no press is heard. Asked for
// here, the styles are worked out in a piece of their own, and a press can come between.
void getComputedStyle(document.body).color;
