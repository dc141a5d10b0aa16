// [data-autosave]: a form that keeps its text some seconds after a change, on leaving the field, the
// window or the page. A save names the edition it was written upon; 409 says that another window kept
// something else, and shows both. Nothing is stored in the browser. Without this the button keeps it.
const QUIET = 10_000; // milliseconds from the first change to a save
const AGAIN = 12_000; // milliseconds before a failed save is tried once more
const SMALL = 15_000; // characters: what a browser still sends while its page closes

for (const form of document.querySelectorAll("[data-autosave]")) keep(form);

function keep(form) {
  const { text: field, edition } = form.elements;
  const status = form.querySelector("[data-status]");
  const conflict = form.querySelector("[data-conflict]");
  const say = (words) => status.textContent !== words && (status.textContent = words);
  // After a refused form the field holds what isn't kept.
  let kept = form.querySelector(".field--error") ? null : field.value.trim();
  let timer, running, chosen, refused;

  const changed = () => field.value.trim() !== kept && field.value.trim() !== "";
  const waits = () => changed() && field.value.trim() !== refused;
  const asks = () => !conflict.hidden && !chosen;

  function later(wait) {
    timer ??= setTimeout(save, wait);
  }

  function save() {
    clearTimeout(timer);
    timer = undefined;
    if (!waits() || asks()) return running;
    running ??= send().finally(() => {
      running = undefined;
      if (waits() && !asks()) later(QUIET);
    });
    return running;
  }

  async function send() {
    const text = field.value;
    const body = new FormData(form);
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (cookie) body.set("csrfmiddlewaretoken", cookie[1]);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
        redirect: "manual",
        keepalive: text.length < SMALL,
      });
      if (answer.type === "opaqueredirect" || answer.status === 403) return say(form.dataset.out);
      if (![200, 409, 422].includes(answer.status)) throw new Error();
      settle(text, answer.status, await answer.json());
    } catch {
      say(form.dataset.failed);
      later(AGAIN);
    }
  }

  function settle(text, code, answer) {
    if (code === 200) {
      kept = text.trim();
      edition.value = answer.edition;
      conflict.hidden = true;
      chosen = false;
      form.querySelector(".field--error")?.classList.remove("field--error");
      form.querySelector(".field > .field__error")?.remove();
      say([waits() ? form.dataset.waits : form.dataset.kept, answer.hint].filter(Boolean).join(" "));
    } else if (code === 409) {
      ask(answer);
    } else {
      refused = text.trim(); // not tried again before it changes
      say(answer.error);
    }
  }

  function ask(answer) {
    conflict.hidden = false;
    chosen = false;
    conflict.querySelector("[data-conflict-message]").textContent = answer.error;
    conflict.querySelector("[data-conflict-text]").textContent = answer.text;
    conflict.querySelector("[data-conflict-choice]").hidden = false;
    edition.value = answer.edition;
    say(form.dataset.waits);
  }

  function decide(which) {
    const theirs = conflict.querySelector("[data-conflict-text]").textContent;
    if (which === "theirs") {
      field.value = theirs;
      kept = theirs.trim();
      say(form.dataset.kept);
    }
    chosen = true;
    conflict.hidden = true;
    field.focus();
    save();
  }

  for (const button of conflict.querySelectorAll("[data-keep]")) {
    button.addEventListener("click", () => decide(button.dataset.keep));
  }
  field.addEventListener("input", () => {
    if (waits()) {
      say(form.dataset.waits);
      later(QUIET);
    } else {
      say(changed() ? form.dataset.waits : field.value.trim() ? form.dataset.kept : kept ? form.dataset.empty : "");
    }
  });
  field.addEventListener("blur", save);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    chosen = true;
    if (field.value.trim() === "") say(form.dataset.empty);
    save();
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());
  addEventListener("pagehide", save);
  document.addEventListener("triad:leave", ({ detail }) => detail.waitUntil(save()));
  addEventListener("beforeunload", (event) => changed() && event.preventDefault());
}
