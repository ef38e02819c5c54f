// "Leave this site": without script a plain link; with it the page goes blank at once and makes way for a neutral one,
// which takes this page's place in the browser's history. Three presses of Shift do the same.
(() => {
  const button = document.querySelector("[data-leave]");
  if (!button) return;

  const status = document.createElement("p");
  status.className = "wp-sr";
  status.setAttribute("role", "status");
  button.after(status);

  const leave = () => {
    document.documentElement.classList.add("is-leaving");
    document.title = "";
    status.textContent = button.dataset.leaving;
    location.replace(button.href);
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
