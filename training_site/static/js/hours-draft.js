// [data-hours-draft]: a new hour. What is typed is kept on this device, keyed to person and form, until
// the server has acknowledged it; the learning note never is. Without a connection a save waits here and
// is sent when it is back, with the key that makes twice the same hour one entry. What was left behind is
// offered when the form is opened again. Without this module the form posts with its buttons.
const AGAIN = 20_000; // milliseconds before an unanswered save is tried once more
const TOO_LONG = 15_000; // milliseconds that a save may take on a poor connection
const NOT_KEPT = new Set(["note", "note_checked", "csrfmiddlewaretoken", "version"]);

for (const form of document.querySelectorAll("[data-hours-draft]")) keep(form);

function keep(form) {
  const place = `triad:draft:hours:${form.dataset.person}:${form.dataset.hoursDraft}`;
  const part = (name) => form.querySelector(`[data-draft-${name}]`);
  let timer, sending, waiting, touched;

  // A browser may refuse its store; then the page itself is all there is.
  function tried(act) {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  function stored() {
    return JSON.parse(tried(() => localStorage.getItem(place)) ?? "null");
  }

  function forget() {
    tried(() => localStorage.removeItem(place));
  }

  function store() {
    const said = [...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name));
    const draft = JSON.stringify({ said, at: Date.now() });
    if (tried(() => localStorage.setItem(place, draft) ?? true)) part("manner").hidden = false;
  }

  function changed(event) {
    if (event.target.name === "note") return;
    touched = true;
    part("offer").hidden = true;
    store();
  }

  function bringBack() {
    const { said } = stored() ?? { said: [] };
    for (const field of form.elements) {
      if (!field.name || NOT_KEPT.has(field.name) || field.type === "submit") continue;
      const values = said.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    touched = true;
    part("offer").hidden = true;
    form.elements.date.focus();
    form.dispatchEvent(new Event("triad:filled"));
  }

  function offer() {
    const draft = stored();
    if (!draft || form.querySelector(".field--error")) return;
    part("when").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    part("offer").hidden = false;
  }

  function post(then) {
    const body = new FormData(form);
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (cookie) body.set("csrfmiddlewaretoken", cookie[1]);
    body.set("then", then);
    const signal = AbortSignal.timeout(TOO_LONG);
    return fetch(form.action, { method: "POST", body, signal, redirect: "manual", headers: { Accept: "application/json" } });
  }

  // The page itself shows what is to be put right: it is asked for as if this module were not here.
  function showWhatIsWrong(button) {
    form.removeEventListener("submit", save);
    form.requestSubmit(button);
  }

  async function send(button) {
    let answer;
    try {
      answer = await post(button?.value ?? "keep");
      if (answer.status >= 500) throw new Error();
    } catch {
      waiting = button ?? form.querySelector("[name=then]");
      part("away").hidden = false;
      clearTimeout(timer);
      timer = setTimeout(again, AGAIN);
      return;
    }
    waiting = undefined;
    part("away").hidden = true;
    part("out").hidden = !(answer.type === "opaqueredirect" || answer.status === 403);
    if (answer.ok) {
      const { go } = await answer.json();
      touched = false;
      forget();
      location.assign(go);
    } else if (part("out").hidden) {
      showWhatIsWrong(button);
    }
  }

  function sendOnce(button) {
    sending ??= send(button).finally(() => (sending = undefined));
    return sending;
  }

  function again() {
    clearTimeout(timer);
    if (waiting) sendOnce(waiting);
  }

  function save(event) {
    event.preventDefault();
    store();
    sendOnce(event.submitter);
  }

  // Leaving quickly wipes this device; what is already a whole hour becomes a draft on the server.
  async function rescue() {
    if (touched && form.checkValidity()) await post("keep").catch(() => {});
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", save);
  part("back").addEventListener("click", bringBack);
  part("drop").addEventListener("click", () => {
    forget();
    part("offer").hidden = true;
  });
  addEventListener("online", again);
  document.addEventListener("triad:leave", ({ detail }) => detail.waitUntil(rescue()));
  offer();
}
