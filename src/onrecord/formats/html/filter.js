"use strict";
// One speaker, kind or verdict alone, or all. Without it the chips are links to the first quotation of each.
(() => {
  const aloud = document.getElementById("aloud");
  const only = (article, chip) => {
    for (const other of article.querySelectorAll("a.chip")) {
      other.setAttribute("aria-pressed", String(other === chip));
    }
    const voice = chip && chip.dataset.voice, verdict = chip && chip.dataset.verdict;
    for (const one of article.querySelectorAll("[data-v]")) {
      one.classList.toggle("other", Boolean(voice) && !one.dataset.v.split(" ").includes(voice));
    }
    for (const one of article.querySelectorAll(".quotation")) {
      one.classList.toggle("other", Boolean(verdict) && one.dataset.verdict !== verdict);
    }
    article.classList.toggle("filtered", Boolean(chip));
    aloud.textContent = chip
      ? `Only ${chip.querySelector(".called").textContent}: ${chip.querySelector(".count").textContent}`
      : "All are shown";
  };
  for (const chip of document.querySelectorAll("a.chip")) {
    chip.setAttribute("role", "button");
    chip.setAttribute("aria-pressed", "false");
    const press = (event) => {
      event.preventDefault();
      only(chip.closest("article"), chip.getAttribute("aria-pressed") === "true" ? null : chip);
    };
    chip.addEventListener("click", press);
    chip.addEventListener("keydown", (event) => { if (event.key === " ") press(event); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const article of document.querySelectorAll("article.filtered")) only(article, null);
  });
  // A link into a quotation that the filter hides shows all again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    const hidden = target && target.closest(".other");
    if (!hidden) return;
    only(target.closest("article"), null);
    target.scrollIntoView();
  });
})();
