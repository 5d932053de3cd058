"use strict";
// Only comfort: without it the page is whole, and every citation can be unfolded and copied by hand.
(() => {
  const aloud = document.getElementById("aloud");

  // One click copies a citation.
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // An old browser, or a page that is not let near the clipboard: by a field, as it was always done.
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "sr";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };
  for (const button of document.querySelectorAll("button.copy")) {
    const name = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const citation = document.getElementById(button.dataset.citation);
      const done = await copied(citation.textContent);
      button.focus();
      button.textContent = aloud.textContent = done ? "Copied" : "Not copied: see below";
      if (!done) citation.parentElement.open = true;
      setTimeout(() => { button.textContent = name; }, 2000);
    });
  }

  // One verdict alone, or all.
  const only = (article, chip) => {
    const verdict = chip && chip.dataset.verdict;
    for (const other of article.querySelectorAll("a.chip")) {
      other.setAttribute("aria-pressed", String(other === chip));
    }
    for (const one of article.querySelectorAll(".quotation")) {
      one.classList.toggle("other", Boolean(verdict) && one.dataset.verdict !== verdict);
    }
    aloud.textContent = chip
      ? `Only ${chip.querySelector(".called").textContent}: ${chip.querySelector(".count").textContent}`
      : "All verdicts";
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
    for (const pressed of document.querySelectorAll('a.chip[aria-pressed="true"]')) only(pressed.closest("article"), null);
  });
  // A link into a quotation that the filter hides shows all again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.classList.contains("other")) return;
    only(target.closest("article"), null);
    target.scrollIntoView();
  });
})();
