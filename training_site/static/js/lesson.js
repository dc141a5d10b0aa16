// Lessons: a term's definition opens on hover and focus (CSS), stays inside the window, closes by
// Escape. A finger opens it first and follows the link second; without this module it follows at once.
const MARGIN = 12; // pixels between a definition and the edge of the window

function keepInside(term) {
  const card = term.querySelector("[role=tooltip]");
  card.style.removeProperty("--term-shift");
  delete term.dataset.above;
  const { right, bottom } = card.getBoundingClientRect();
  const over = right + MARGIN - document.documentElement.clientWidth;
  if (over > 0) card.style.setProperty("--term-shift", `${-over}px`);
  if (bottom + MARGIN > innerHeight) term.dataset.above = "";
}

function isOpen(term) {
  return term.matches(":hover, :focus-within") && !("shut" in term.dataset);
}

let touched; // the term whose definition a finger has opened
let finger = false;

for (const term of document.querySelectorAll("[data-term]")) {
  for (const kind of ["pointerenter", "focusin"]) {
    term.addEventListener(kind, () => {
      delete term.dataset.shut;
      keepInside(term);
    });
  }
  term.addEventListener("click", (event) => {
    if (finger && touched !== term) event.preventDefault();
    touched = finger ? term : undefined;
  });
}

document.addEventListener("pointerdown", ({ pointerType, target }) => {
  finger = pointerType === "touch";
  if (!touched?.contains(target)) touched = undefined;
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const term of document.querySelectorAll("[data-term]")) {
    if (isOpen(term)) term.dataset.shut = "";
  }
});
