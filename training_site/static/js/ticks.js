// How much is ticked, beside the button that signs it. The form marked [data-ticks] owns the boxes,
// wherever they stand; [data-ticked] is the sentence, in the words that it carries itself.
function duration(minutes, words) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours) parts.push(words.hours.replace("%h%", String(hours)));
  if (rest || !hours) parts.push(words.rest.replace("%m%", String(rest)));
  return parts.join(" ");
}

function say(form, told) {
  const ticked = [...form.elements].filter((box) => box.dataset.minutes && box.checked);
  const minutes = ticked.reduce((sum, box) => sum + Number(box.dataset.minutes), 0);
  const words = told.dataset;
  const sentence = ticked.length === 1 ? words.one : words.many;
  told.textContent = ticked.length
    ? sentence.replace("%n%", String(ticked.length)).replace("%time%", duration(minutes, words))
    : words.none;
}

for (const form of document.querySelectorAll("form[data-ticks]")) {
  const told = form.querySelector("[data-ticked]");
  say(form, told);
  document.addEventListener("change", (event) => {
    if (event.target.form === form) say(form, told);
  });
}
