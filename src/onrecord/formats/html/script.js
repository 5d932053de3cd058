"use strict";
// Only comfort: without it the page is whole, and every link on it works.
(() => {
  const numbers = [...document.querySelectorAll("mark a.number")];
  const aloud = document.getElementById("aloud");
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

  // One speaker alone, or all.
  const chips = [...document.querySelectorAll("a.chip")];
  const only = (article, chip) => {
    const voice = chip && chip.dataset.voice;
    for (const other of article.querySelectorAll("a.chip")) {
      other.setAttribute("aria-pressed", String(other === chip));
    }
    for (const one of article.querySelectorAll("[data-v]")) {
      one.classList.toggle("other", Boolean(voice) && !keys(one, "v").includes(voice));
    }
    article.classList.toggle("filtered", Boolean(voice));
    aloud.textContent = chip
      ? `Only ${chip.querySelector(".called").textContent}: ${chip.querySelector(".count").textContent}`
      : "All are shown";
  };
  for (const chip of chips) {
    chip.setAttribute("role", "button");
    chip.setAttribute("aria-pressed", "false");
    const press = (event) => {
      event.preventDefault();
      only(chip.closest("article"), chip.getAttribute("aria-pressed") === "true" ? null : chip);
    };
    chip.addEventListener("click", press);
    chip.addEventListener("keydown", (event) => { if (event.key === " ") press(event); });
  }

  // From a quotation to the next, for those who read with the keyboard.
  const steps = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      for (const article of document.querySelectorAll("article.filtered")) only(article, null);
    }
    const shown = numbers.filter((one) => one.getClientRects().length);
    const at = shown.indexOf(document.activeElement);
    const next = at >= 0 && event.key in steps ? shown[at + steps[event.key]] : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  });
})();
