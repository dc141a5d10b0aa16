// Theme and text size, kept in this browser only. [data-preferences] holds radios named after them.
const root = document.documentElement;

function choose(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  try {
    localStorage.setItem(`triad:${name}`, value);
  } catch {
    // Storage is switched off: the choice lasts as long as this page.
  }
}

for (const panel of document.querySelectorAll("[data-preferences]")) {
  for (const radio of panel.querySelectorAll("input[type=radio]")) {
    radio.checked = (root.dataset[radio.name] ?? "") === radio.value;
  }
  panel.addEventListener("change", ({ target }) => choose(target.name, target.value));
  panel.hidden = false;
}
