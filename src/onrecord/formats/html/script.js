"use strict";
// Only comfort: without it the page is whole, and every link on it works.
(() => {
  const numbers = [...document.querySelectorAll("mark a.number")];
  const keys = (element, name) => (element.dataset[name] || "").split(" ");

  // A quotation and its note are lit together, whichever is pointed at.
  let lit = [];
  const light = (element) => {
    for (const one of lit) one.classList.remove("lit");
    lit = [];
    const key = element && keys(element, "q").at(-1);
    if (!key) return;
    lit = [...document.querySelectorAll("[data-q]")].filter((one) => keys(one, "q").includes(key));
    for (const one of lit) one.classList.add("lit");
  };
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => light(event.target.closest("[data-q]")));
  }

  // From a quotation to the next, for those who read with the keyboard.
  const steps = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    const shown = numbers.filter((one) => one.getClientRects().length);
    const at = shown.indexOf(document.activeElement);
    const next = at < 0 ? (event.key === "j" ? shown[0] : undefined) : shown[at + steps[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  });
})();
