// [data-ordering]: elements that are put in order by buttons as well as by naming each one's place.
// Both say the same; the lists to choose from are what is saved.
for (const box of document.querySelectorAll("[data-ordering]")) order(box);

function order(box) {
  const list = box.querySelector("ol");
  const rows = () => [...list.children];
  const place = (row) => row.querySelector("select");
  const isSettled = () => new Set(rows().map((row) => place(row).value).filter(Boolean)).size === rows().length;

  // Each at the place it names, the others where there is room.
  function arranged() {
    const free = rows().filter((row) => !place(row).value);
    const held = rows().filter((row) => place(row).value).sort((one, other) => place(one).value - place(other).value);
    const all = [];
    while (all.length < rows().length) {
      const next = held[0] && (Number(place(held[0]).value) <= all.length + 1 || !free.length);
      all.push((next ? held : free).shift());
    }
    return all;
  }

  function show(sorted) {
    const focused = document.activeElement;
    list.append(...sorted);
    if (list.contains(focused)) focused.focus();
  }

  function number() {
    rows().forEach((row, index) => (place(row).value = String(index + 1)));
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function move(row, step) {
    const sorted = arranged();
    const from = sorted.indexOf(row);
    const to = Math.min(Math.max(from + step, 0), sorted.length - 1);
    sorted.splice(to, 0, ...sorted.splice(from, 1));
    show(sorted);
    number();
    const text = row.querySelector("[data-ordering-text]").textContent;
    box.querySelector("[data-ordering-said]").textContent = `${text}: ${box.dataset.wordMoved} ${to + 1}`;
  }

  for (const button of box.querySelectorAll("[data-move]")) {
    button.hidden = false;
    button.addEventListener("click", () => move(button.closest("[data-ordering-row]"), Number(button.dataset.move)));
  }
  const asItIs = box.querySelector("[data-order-as-is]");
  asItIs.hidden = false;
  asItIs.addEventListener("click", () => {
    show(arranged());
    number();
  });
  list.addEventListener("change", () => isSettled() && show(arranged()));
  box.closest("[data-question]").addEventListener("triad:filled", () => isSettled() && show(arranged()));
  if (isSettled()) show(arranged());
}
