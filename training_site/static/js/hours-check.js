// [data-hours-check]: while an hour is typed, the server is asked what saving would say; the answer stands
// at the field, in the words of the saved form, and is read aloud. The learning note stays in the page.
// Without this module saving says it.
const QUIET = 600; // milliseconds without a change
const UNSAID = ["note", "note_checked", "draft_key"];

for (const form of document.querySelectorAll("[data-hours-check]")) watch(form);

function watch(form) {
  const live = form.querySelector("[data-check-live]");
  const caution = form.querySelector("[data-check-caution]");
  let timer;
  let asked = 0;

  function body() {
    const said = new FormData(form);
    for (const name of UNSAID) said.delete(name);
    if (form.dataset.entry) said.set("entry", form.dataset.entry);
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (cookie) said.set("csrfmiddlewaretoken", cookie[1]);
    return said;
  }

  // What a field lacks while it is still empty was said by the saved form, and stays.
  function mark(control, errors) {
    const field = control.closest(".field");
    if (!field || (!errors.length && control.value === "")) return;
    field.querySelector(".field__error")?.remove();
    field.classList.toggle("field--error", errors.length > 0);
    if (!errors.length) return control.removeAttribute("aria-invalid");
    const said = document.createElement("p");
    said.className = "field__error";
    said.id = `${control.id}_said`;
    said.textContent = errors.join(" ");
    control.before(said);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", said.id);
  }

  function show({ fields, cautions }) {
    for (const control of form.querySelectorAll(".field :is(input, select)")) {
      if (control.type !== "checkbox") mark(control, fields[control.name] ?? []);
    }
    const all = [...Object.values(fields).flat(), ...cautions].join(" ");
    if (live.textContent !== all) live.textContent = all;
    caution.textContent = cautions.join(" ");
    caution.hidden = !cautions.length;
  }

  async function ask() {
    const mine = ++asked;
    try {
      const answer = await fetch(form.dataset.hoursCheck, { method: "POST", body: body(), redirect: "manual" });
      if (answer.ok && mine === asked) show(await answer.json());
    } catch {
      // Nothing is said without a connection: saving will say it.
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET);
  }

  form.addEventListener("input", ({ target }) => !UNSAID.includes(target.name) && later());
  form.addEventListener("triad:filled", later);
  if (form.elements.start.value && form.elements.minutes.value) later();
}
