// An attempt: each answer is saved as it is given, and nothing is given up for lost.
//
// A save carries the sequence it was made upon (the server answers 409 with both answers if another
// window saved meanwhile). Until the acknowledgement a draft lies on this device, keyed to attempt,
// person and question. Without this module the form posts everything with "Save and stay".
const PATIENCE = 10_000; // milliseconds that submitting waits for the last saves
const SLOWEST_RETRY = 30_000;
const LONGEST_TIMER = 2 ** 31 - 100_000; // browsers fire longer ones at once
const form = document.querySelector("[data-attempt]");
const bar = document.querySelector("[data-save-state]");
const word = (name) => bar.dataset[`word${name}`];
const jitter = (ms) => ms * (0.75 + Math.random() / 2);
const tidy = (fields) =>
  Object.entries(fields)
    .map(([name, values]) => [name, values.filter(Boolean).sort()])
    .filter(([, values]) => values.length)
    .sort(([one], [other]) => (one < other ? -1 : 1));
const same = (one, other) => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
const ticks = (input) => input.type === "radio" || input.type === "checkbox";
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

class Question {
  constructor(box) {
    this.box = box;
    this.number = box.dataset.question;
    this.prefix = `answer-${this.number}`;
    this.inputs = [...box.querySelectorAll("[name]")].filter((input) => this.isMine(input.name));
    this.flag = box.querySelector(`[name="flag-${this.number}"]`);
    this.key = `triad:draft:attempt:${form.dataset.attempt}:${form.dataset.person}:${this.number}`;
    this.delay = 1000;
    this.trouble = "";
    this.unacknowledged = [];
    this.savedFlag = this.flag.checked;
    this.restore();
    box.addEventListener("change", () => this.changed());
  }

  hidden(name) {
    return form.elements[`${name}-${this.number}`];
  }

  isMine(name) {
    return name === this.prefix || name.startsWith(`${this.prefix}-`);
  }

  // What the controls hold, by the name of the field behind the question's own prefix.
  get fields() {
    const fields = {};
    for (const input of this.inputs) {
      const name = input.name.slice(this.prefix.length + 1);
      fields[name] ??= [];
      if (!ticks(input) || input.checked) fields[name].push(input.value);
    }
    return fields;
  }

  set fields(fields) {
    for (const input of this.inputs) {
      const values = fields[input.name.slice(this.prefix.length + 1)] ?? [];
      if (ticks(input)) input.checked = values.includes(input.value);
      else input.value = values[0] ?? "";
    }
  }

  get answered() {
    return tidy(this.fields).length > 0;
  }

  get saved() {
    return JSON.parse(this.hidden("was").value || "{}");
  }

  get waits() {
    return !same(this.fields, this.saved) || this.flag.checked !== this.savedFlag;
  }

  restore() {
    const draft = JSON.parse(localStorage.getItem(this.key) ?? "null");
    if (!draft?.fields || same(draft.fields, this.saved)) return localStorage.removeItem(this.key);
    this.fields = draft.fields;
    this.hidden("sequence").value = draft.sequence;
    this.say(word("Restored"));
    this.save();
  }

  changed() {
    const draft = { fields: this.fields, sequence: Number(this.hidden("sequence").value) };
    localStorage.setItem(this.key, JSON.stringify(draft));
    this.box.querySelector(".conflict")?.remove();
    this.conflict = false;
    this.say("");
    refresh();
    this.save();
  }

  // One save under way at a time; what changed meanwhile goes out with the next one.
  save() {
    this.running ??= this.run().finally(() => {
      this.running = null;
      refresh();
    });
    return this.running;
  }

  async run() {
    while (this.waits && !this.conflict) {
      refresh();
      if (await this.send()) this.delay = 1000;
      else if (this.trouble !== "Offline") return;
      else await this.pause();
    }
  }

  async pause() {
    const back = new Promise((go) => addEventListener("online", go, { once: true }));
    await Promise.race([back, wait(jitter(this.delay))]);
    this.delay = Math.min(this.delay * 2, SLOWEST_RETRY);
  }

  async send() {
    const sent = this.fields;
    const flagged = this.flag.checked;
    let answer;
    this.unacknowledged.push(sent);
    try {
      answer = await fetch(this.box.dataset.save, {
        method: "POST",
        redirect: "manual",
        keepalive: true,
        headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
        body: JSON.stringify({
          fields: sent,
          sequence: Number(this.hidden("sequence").value),
          flagged,
        }),
      });
    } catch {
      return this.fail("Offline");
    }
    if (answer.status >= 500) return this.fail("Offline");
    if (answer.type === "opaqueredirect") return this.fail("SignedOut");
    if (answer.status === 409) return this.settle(await answer.json());
    if (!answer.ok) return this.fail("Trouble");
    return this.acknowledge(await answer.json(), flagged);
  }

  fail(trouble) {
    this.trouble = trouble;
    this.say(word("Waiting"));
    refresh();
    return false;
  }

  acknowledge({ fields, sequence }, flagged) {
    this.trouble = "";
    this.unacknowledged = [];
    this.hidden("sequence").value = sequence;
    this.hidden("was").value = JSON.stringify(fields);
    if (flagged !== undefined) this.savedFlag = flagged;
    if (same(this.fields, fields)) localStorage.removeItem(this.key);
    this.say(word("Kept"));
    return true;
  }

  // 409: the time is up; or what we sent had arrived and only the acknowledgement got lost; or
  // another window saved something else: then the learner decides.
  settle(answer) {
    if (answer.url) return location.assign(answer.url);
    if (answer.reason !== "answer_saved_elsewhere") return this.fail("Trouble");
    if (this.unacknowledged.slice(0, -1).some((sent) => same(sent, answer.fields))) {
      return this.acknowledge(answer);
    }
    return this.ask(answer);
  }

  ask(answer) {
    const note = document.querySelector("template[data-conflict]").content.cloneNode(true);
    note.querySelector("[data-conflict-message]").textContent = answer.message;
    for (const button of note.querySelectorAll("[data-keep]")) {
      button.addEventListener("click", () => this.decide(button.dataset.keep, answer));
    }
    this.conflict = true;
    this.box.querySelector(".options").before(note);
    this.say("");
    return false;
  }

  decide(keep, answer) {
    const mine = this.fields;
    this.conflict = false;
    this.box.querySelector(".conflict").remove();
    this.fields = answer.fields;
    this.acknowledge(answer);
    if (keep === "mine") this.fields = mine;
    refresh();
    this.save();
    this.inputs[0].focus();
  }

  say(text) {
    this.box.querySelector("[data-state]").textContent = text;
  }
}

const questions = [];

function refresh() {
  const answered = questions.filter((question) => question.answered);
  document.querySelector("[data-answered]").textContent = answered.length;
  for (const question of questions) mark(question);
  const trouble = questions.find((question) => question.waits && question.trouble);
  const waiting = questions.some((question) => question.waits);
  const conflict = questions.some((question) => question.conflict);
  const state = trouble?.trouble ?? (conflict ? "Conflict" : waiting ? "Saving" : "Saved");
  bar.dataset.saveState = state.toLowerCase();
  if (bar.textContent !== word(state)) bar.textContent = word(state);
}

function mark(question) {
  const link = document.querySelector(`[data-link="${question.number}"]`);
  const words = link.querySelector("[data-link-words]");
  const { answered } = question;
  link.dataset.answered = answered ? "yes" : "no";
  link.dataset.flagged = question.flag.checked ? "yes" : "no";
  const said = [words.dataset[answered ? "wordAnswered" : "wordOpen"]];
  if (question.flag.checked) said.push(words.dataset.wordFlagged);
  words.textContent = ` ${said.join(", ")}`;
}

function flush() {
  return Promise.all(questions.map((question) => question.save()));
}

// The form goes out only when every answer has been acknowledged; otherwise it visibly stays.
async function submitWhenSaved(event) {
  event.preventDefault();
  await Promise.race([flush(), wait(PATIENCE)]);
  await wait(0); // a form cannot be submitted again within its own submit event
  if (questions.some((question) => question.waits)) {
    bar.dataset.saveState = "held";
    bar.textContent = word("Held");
    questions.find((question) => question.waits).box.scrollIntoView({ block: "center" });
    return;
  }
  form.elements.csrfmiddlewaretoken.value = csrfToken();
  form.removeEventListener("submit", submitWhenSaved);
  form.requestSubmit(event.submitter);
}

// A timed attempt: said at five minutes and at one; the server's clock decides, so after its grace
// the page asks it how things stand.
function watchTheEnd() {
  const left = (Number(form.dataset.ends) - Number(form.dataset.now)) * 1000;
  if (left > LONGEST_TIMER) return;
  const announce = (text) => Object.assign(bar, { textContent: text });
  for (const minutes of [5, 1]) {
    const until = left - minutes * 60_000;
    if (until > 0) setTimeout(() => announce(`${minutes} ${word("Minutes")}`), until);
  }
  setTimeout(() => flush().then(() => announce(word("Over"))), Math.max(left, 0));
  setTimeout(() => location.reload(), Math.max(left, 0) + 62_000);
}

if (form) {
  for (const box of form.querySelectorAll("[data-question]")) questions.push(new Question(box));
  refresh();
  form.addEventListener("submit", submitWhenSaved);
  document.addEventListener("triad:leave", (event) => event.detail.waitUntil(flush()));
  document.addEventListener("visibilitychange", flush);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  if (form.dataset.ends) watchTheEnd();
}
