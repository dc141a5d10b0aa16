// [data-preferences] holds radios named after what they choose; the choice is written at once and into
// the cookie that the server reads (content/appearance.py), so the next page comes as chosen.
const root = document.documentElement;
const NAMES = ["theme", "text", "lines", "keys"];
const A_YEAR = 365 * 24 * 3600; // seconds

function choose(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  const words = NAMES.filter((one) => root.dataset[one]).map((one) => `${one}-${root.dataset[one]}`);
  const safe = location.protocol === "https:" ? "; secure" : "";
  const age = words.length ? A_YEAR : 0;
  document.cookie = `appearance=${words.join(".")}; path=/; max-age=${age}; samesite=lax${safe}`;
}

for (const panel of document.querySelectorAll("[data-preferences]")) {
  for (const radio of panel.querySelectorAll("input[type=radio]")) {
    radio.checked = (root.dataset[radio.name] ?? "") === radio.value;
  }
  panel.addEventListener("change", ({ target }) => choose(target.name, target.value));
  panel.hidden = false;
}
