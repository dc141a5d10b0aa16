// Single keys in lessons: each does what the link marked [data-key] does; "?" shows them all.
// They rest while somebody writes or chooses, with Ctrl, Alt or Cmd, and when switched off (the page
// says data-keys="off"; WCAG 2.1.4). Screen readers take such keys for themselves before we see them.
const dialog = document.querySelector("[data-keys-dialog]");
const TYPED_IN = "input, textarea, select, [contenteditable], dialog";

function show() {
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (document.documentElement.dataset.keys === "off") return;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.repeat || event.isComposing || target.closest?.(TYPED_IN)) return;
  if (key === "?" && dialog) return show();
  document.querySelector(`a[data-key="${CSS.escape(key)}"]`)?.click();
});

for (const button of document.querySelectorAll("[data-keys-show]")) {
  button.hidden = false;
  button.addEventListener("click", show);
}
