// [data-reflection]: a form that keeps itself a moment after the last keystroke, and on leaving.
// Nothing is stored in the browser. Without this module the button keeps it.
const QUIET = 1500; // milliseconds without a keystroke
const AGAIN = 8000; // milliseconds before a failed save is tried once more

for (const form of document.querySelectorAll("[data-reflection]")) keep(form);

function keep(form) {
  const field = form.elements.text;
  const status = form.querySelector("[data-reflection-status]");
  let kept = field.value;
  let timer;

  async function save() {
    clearTimeout(timer);
    const text = field.value;
    if (text === kept || !text.trim()) return;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new FormData(form),
        keepalive: text.length < 15000,
      });
      if (answer.redirected || ![200, 422].includes(answer.status)) throw new Error();
      const { kept: done, error } = await answer.json();
      if (done) kept = text;
      status.textContent = done ? form.dataset.kept : error;
    } catch {
      status.textContent = form.dataset.failed;
      timer = setTimeout(save, AGAIN);
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  });
  field.addEventListener("blur", save);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  document.addEventListener("triad:leave", ({ detail }) => detail.waitUntil(save()));
  addEventListener("beforeunload", (event) => {
    if (field.value !== kept && field.value.trim()) event.preventDefault();
  });
}
