// Lessons. A term's definition stays inside the window and closes by Escape; all else is HTML.
const MARGIN = 12; // pixels between a definition and the edge of the window

function keepInside(term) {
  const card = term.querySelector("[role=tooltip]");
  card.style.removeProperty("--term-shift");
  const over = card.getBoundingClientRect().right + MARGIN - document.documentElement.clientWidth;
  if (over > 0) card.style.setProperty("--term-shift", `${-over}px`);
}

for (const term of document.querySelectorAll("[data-term]")) {
  for (const kind of ["pointerenter", "focusin"]) {
    term.addEventListener(kind, () => {
      delete term.dataset.shut;
      keepInside(term);
    });
  }
}

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const term of document.querySelectorAll("[data-term]")) {
    if (term.matches(":hover, :focus-within")) term.dataset.shut = "";
  }
});
