// Tables of lines in a form: one more at once, without asking the server, and one less.
// [data-lines] holds the lines; its value is the mark that stands for the number in [data-empty].
function number(list) {
  [...list.children].forEach((line, place) => {
    const shown = line.querySelector("[data-number]");
    if (shown) shown.textContent = String(place + 1);
  });
}

function add(lines) {
  const count = lines.querySelector("[data-count]");
  const list = lines.querySelector("[data-list]");
  const made = document.createElement("template");
  made.innerHTML = lines.querySelector("[data-empty]").innerHTML.replaceAll(lines.dataset.lines, count.value);
  const line = made.content.firstElementChild;
  count.value = String(Number(count.value) + 1);
  list.append(line);
  number(list);
  removable(line);
  line.querySelector("input:not([type=hidden]), textarea")?.focus();
}

// A line whose fields are empty is left out, so its number need not be given to another.
function clear(line) {
  for (const field of line.querySelectorAll("input:not([type=hidden]), textarea")) {
    if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
  const next = line.nextElementSibling ?? line.previousElementSibling;
  line.hidden = true;
  next?.querySelector("input, textarea")?.focus();
}

function removable(line) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small button-secondary staff-line__remove";
  button.textContent = line.closest("[data-remove]")?.dataset.remove;
  button.addEventListener("click", () => clear(line));
  line.append(button);
}

for (const line of document.querySelectorAll("[data-line]")) removable(line);

document.addEventListener("click", (event) => {
  const more = event.target.closest("[data-more]");
  const lines = more?.closest("[data-lines]");
  if (!lines?.querySelector("[data-empty]")) return;
  event.preventDefault();
  add(lines);
});
