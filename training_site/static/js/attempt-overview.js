// How an attempt stands, in words at its bar and at each question's number in the overview.
const form = document.querySelector("[data-attempt]");
const bar = document.querySelector("[data-save-state]");
let held = false; // a button was pressed in vain: said until everything is saved
const word = (name) => bar.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`];

function show(state) {
  bar.dataset.saveState = state.toLowerCase();
  if (bar.textContent !== word(state)) bar.textContent = word(state);
}

function stateOf({ questions, elsewhere, strays }) {
  if (elsewhere) return "elsewhere";
  held &&= strays.length > 0 || questions.some((question) => question.waits);
  if (held) return "held";
  const trouble = questions.find((question) => question.waits && question.trouble)?.trouble;
  if (trouble) return trouble;
  if (questions.some((question) => question.conflict)) return "conflict";
  if (questions.some((question) => question.waits && (question.running || question.timer === undefined))) return "saving";
  return questions.some((question) => question.waits) ? "waiting" : "saved";
}

function mark(number, { answered, flagged, unsaved }) {
  const link = document.querySelector(`[data-link="${number}"]`);
  if (!link) return;
  const words = link.querySelector("[data-link-words]");
  answered ??= link.dataset.answered === "yes";
  flagged ??= link.dataset.flagged === "yes";
  link.dataset.answered = answered ? "yes" : "no";
  link.dataset.flagged = flagged ? "yes" : "no";
  link.dataset.unsaved = unsaved ? "yes" : "no";
  const said = [words.dataset[answered ? "wordAnswered" : "wordOpen"]];
  if (flagged) said.push(words.dataset.wordFlagged);
  if (unsaved) said.push(words.dataset.wordUnsaved);
  words.textContent = ` ${said.join(", ")}`;
}

function overview(detail) {
  for (const { number, answered, flag, waits } of detail.questions) {
    mark(number, { answered, flagged: flag.checked, unsaved: waits });
  }
  for (const link of document.querySelectorAll("[data-link][data-unsaved=yes]")) {
    const { link: number } = link.dataset;
    const here = detail.questions.some((question) => question.number === number);
    if (!here) mark(number, { unsaved: detail.strays.includes(number) });
  }
  for (const number of detail.strays) mark(number, { unsaved: true });
  const answered = document.querySelectorAll("[data-link][data-answered=yes]").length;
  document.querySelector("[data-answered]:not([data-link])").textContent = answered;
  show(stateOf(detail));
}

if (form) {
  form.addEventListener("triad:attempt", ({ detail }) => overview(detail));
  form.addEventListener("triad:held", () => {
    held = true;
    show("held");
  });
  form.dispatchEvent(new Event("triad:look"));
}
