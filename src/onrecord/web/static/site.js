"use strict";
// Only comfort: without it every page is whole, and every link and form on it works.
(() => {
  const aloud = document.getElementById("aloud");
  const keys = (element, name) => (element.dataset[name] || "").split(" ");
  const typing = (element) => element && (element.matches("input, textarea, select") || element.isContentEditable);

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

  // One speaker alone, or one verdict; or all.
  const filter = (chip) => {
    const article = chip.closest("article");
    const pressed = chip.getAttribute("aria-pressed") === "true";
    only(article, pressed ? null : chip);
  };
  const only = (article, chip) => {
    for (const other of article.querySelectorAll("a.chip")) other.setAttribute("aria-pressed", String(other === chip));
    const voice = chip && chip.dataset.voice, verdict = chip && chip.dataset.verdict;
    for (const one of article.querySelectorAll("[data-v]")) {
      one.classList.toggle("other", Boolean(voice) && !keys(one, "v").includes(voice));
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
    chip.addEventListener("click", (event) => { event.preventDefault(); filter(chip); });
    chip.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); filter(chip); }
    });
  }

  // From a quotation to the next, for those who read with the keyboard; "/" leads to the search.
  const steps = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 };
  const numbers = [...document.querySelectorAll("mark a.number")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    if (event.key === "/") { event.preventDefault(); document.getElementById("find").focus(); return; }
    if (event.key === "Escape") {
      for (const article of document.querySelectorAll("article.filtered")) only(article, null);
    }
    if (!(event.key in steps) || !numbers.length) return;
    const shown = numbers.filter((one) => one.getClientRects().length);
    const at = shown.indexOf(document.activeElement);
    const next = at < 0 ? (steps[event.key] > 0 && event.key === "j" ? shown[0] : undefined) : shown[at + steps[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  });

  // Files dropped on the form are as if they were chosen.
  for (const box of document.querySelectorAll("[data-drop]")) {
    const files = box.querySelector('input[type="file"]');
    for (const kind of ["dragenter", "dragover"]) {
      box.addEventListener(kind, (event) => { event.preventDefault(); box.classList.add("over-it"); });
    }
    for (const kind of ["dragleave", "drop"]) box.addEventListener(kind, () => box.classList.remove("over-it"));
    box.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      files.files = event.dataTransfer.files;
      aloud.textContent = `${files.files.length} files chosen`;
      files.focus();
    });
  }

  // Of the form of a correction, only the fields of what was chosen.
  for (const form of document.querySelectorAll("form:has([data-for])")) {
    const show = () => {
      const says = form.elements.says.value;
      for (const part of form.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== says;
    };
    form.addEventListener("change", show);
    show();
  }

  // Words that are selected in an article are what was missed.
  const missed = document.getElementById("missed");
  if (missed) {
    missed.addEventListener("toggle", () => {
      const words = missed.open && picked;
      if (words) missed.querySelector("textarea").value = words;
    });
    let picked = "";
    document.addEventListener("selectionchange", () => {
      const selection = getSelection();
      const inside = selection.anchorNode && selection.anchorNode.parentElement?.closest(".body .row > p");
      if (inside && String(selection).trim()) picked = String(selection).trim();
    });
  }

  // A lineage: a printing is lit with its arrows, those that it hangs on, and its row; so is what its row belongs to.
  for (const figure of document.querySelectorAll("[data-lineage]")) {
    const told = document.getElementById("grounds");
    const lines = [...figure.querySelectorAll("a[data-m]")];
    const arrows = [...figure.querySelectorAll("[data-to]")];
    let shown = [], letGo = false;
    figure.classList.add("live");
    const mark = (element, name) => { element.classList.add(name); shown.push(element); };
    const both = (key, name) => {
      for (const one of document.querySelectorAll(`[data-m="${CSS.escape(key)}"]`)) mark(one, name);
    };
    const choose = (key) => {
      for (const one of shown) one.classList.remove("lit", "kin");
      shown = [];
      figure.classList.toggle("choosing", key !== null);
      if (key === null) { told.textContent = ""; return; }
      both(key, "lit");
      for (const arrow of arrows) {
        const { from, to } = arrow.dataset;
        if (from !== key && to !== key) continue;
        mark(arrow, "lit");
        both(from === key ? to : from, "kin");
      }
      const row = document.getElementById(`m${key}`), line = lines.find((one) => one.dataset.m === key);
      const name = line ? line.getAttribute("aria-label") : "";
      const grounds = row ? [...row.querySelectorAll(".ground")].map((one) => one.textContent) : [];
      told.textContent = [name, ...grounds].filter(Boolean).join(" · ").replace(/\s+/g, " ");
    };
    for (const kind of ["pointerover", "focusin"]) {
      document.addEventListener(kind, (event) => {
        if (kind === "focusin") letGo = false;
        const near = event.target.closest("[data-m]") || (!letGo && document.activeElement.closest("[data-m]"));
        choose(near ? near.dataset.m : null);
      });
    }
    const ways = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { letGo = true; choose(null); }
      const at = lines.indexOf(document.activeElement);
      if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = event.key === "Home" ? lines[0] : event.key === "End" ? lines.at(-1) : lines[at + ways[event.key]];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }

  // Copy what a button names.
  for (const button of document.querySelectorAll("button.copy[data-citation]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.citation).textContent);
      aloud.textContent = "Copied";
      button.textContent = "Copied";
    });
  }
})();
