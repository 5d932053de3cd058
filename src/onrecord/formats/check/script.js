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
})();
