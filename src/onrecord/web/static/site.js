"use strict";
// Only comfort: without it every page is whole, and every link and form on it works.
(() => {
  const aloud = document.getElementById("aloud");
  const typing = (element) => element.closest("input, textarea, select");

  // "/" leads to the search.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    event.preventDefault();
    document.getElementById("find").focus();
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
      const many = files.files.length;
      aloud.textContent = many === 1 ? "1 file chosen" : `${many} files chosen`;
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
})();
