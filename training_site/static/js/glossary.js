// [data-glossary]: the list narrows while one types; how many are left is said to screen readers too.
// Without this module the form asks the server.
const form = document.querySelector("[data-glossary]");
const QUIET = 150; // milliseconds without a keystroke, so that the count is said once

if (form) narrow(form.elements.q, form.querySelector("[data-found]"));

function narrow(field, status) {
  const sections = [...document.querySelectorAll(".glossary")];
  const letters = new Map(
    [...document.querySelectorAll(".alphabet a")].map((link) => [link.hash.slice(1), link]),
  );
  let timer;

  function find() {
    const words = field.value.trim().toLowerCase();
    let found = 0;
    for (const section of sections) {
      const entries = [...section.querySelectorAll("dl > div")];
      for (const entry of entries) entry.hidden = !entry.textContent.toLowerCase().includes(words);
      const left = entries.filter((entry) => !entry.hidden).length;
      section.hidden = left === 0;
      const link = letters.get(section.getAttribute("aria-labelledby"));
      if (link) link.hidden = section.hidden;
      found += left;
    }
    const { one, many, none } = status.dataset;
    status.textContent = found === 0 ? none : found === 1 ? one : many.replace("%n", found);
  }

  form.querySelector("button").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, QUIET);
  });
}
