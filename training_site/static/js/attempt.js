// An attempt: each answer is saved as it is given, and nothing is given up for lost.
//
// A save carries the sequence it was made upon (the server answers 409 with both answers if another
// window saved meanwhile). Until the acknowledgement a draft lies on this device, keyed to attempt,
// person and question. Without this module the form posts everything with its buttons.
// Told to the other modules of an attempt, as events on the form: "triad:attempt", how everything
// stands; "triad:conflict", what must be decided; "triad:clock", the seconds left; and on a question
// whose controls were filled in, "triad:filled".
const SLOWEST_RETRY = 30_000; // milliseconds
const QUIET = 10_000; // from typing to a save, and up to half as much again
const SMALL = 15_000; // characters: what a browser still sends while its page closes
const form = document.querySelector("[data-attempt]");
const words = document.querySelector("[data-save-state]")?.dataset;
const jitter = (ms) => ms * (0.75 + Math.random() / 2);
const plain = (text) => text.replaceAll("\r\n", "\n").normalize("NFC").trim();
const tidy = (fields) =>
  Object.entries(fields)
    .map(([name, values]) => [name, values.map(plain).filter(Boolean).sort()])
    .filter(([, values]) => values.length)
    .sort(([one], [other]) => (one < other ? -1 : 1));
const same = (one, other) => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
const ticks = (input) => input.type === "radio" || input.type === "checkbox";
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const prefix = `triad:draft:attempt:${form?.dataset.attempt}:${form?.dataset.person}:`;
const questions = [];
let elsewhere = false; // another device has the attempt

function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

// A browser may refuse its store; then the page itself is all there is.
const drafts = {
  at: (number) => JSON.parse(tried(() => localStorage.getItem(prefix + number)) ?? "null"),
  keep: (number, draft) => tried(() => localStorage.setItem(prefix + number, JSON.stringify(draft))),
  drop: (number) => tried(() => localStorage.removeItem(prefix + number)),
  numbers: () =>
    (tried(() => Object.keys(localStorage)) ?? [])
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
};

function tried(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function post(url, fields, sequence, flagged) {
  const body = JSON.stringify({ fields, sequence: Number(sequence), flagged });
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    keepalive: body.length < SMALL,
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
    body,
  });
}

class Question {
  constructor(box) {
    this.box = box;
    this.number = box.dataset.question;
    this.prefix = `answer-${this.number}`;
    this.inputs = [...box.querySelectorAll("[name]")].filter((input) => this.isMine(input.name));
    this.flag = box.querySelector(`[name="flag-${this.number}"]`);
    this.delay = 1000;
    this.trouble = "";
    this.unacknowledged = [];
    this.savedFlag = this.flag.checked;
    this.saved = JSON.parse(this.hidden("was").value || "{}");
    this.restore();
    box.addEventListener("input", ({ target }) => target.matches("[data-typed]") && this.typed());
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
    this.box.dispatchEvent(new Event("triad:filled"));
  }

  get answered() {
    return tidy(this.fields).length > 0;
  }

  get waits() {
    return !same(this.fields, this.saved) || this.flag.checked !== this.savedFlag;
  }

  restore() {
    const draft = drafts.at(this.number);
    if (!draft?.fields || same(draft.fields, this.saved)) return drafts.drop(this.number);
    // What this page shows may itself have been given and not been saved: then it stays.
    if (same(this.fields, this.saved)) this.fields = draft.fields;
    this.hidden("sequence").value = draft.sequence;
    this.say(words.wordRestored);
    this.save();
  }

  keep() {
    const { number, fields } = this;
    if (this.waits) drafts.keep(number, { fields, sequence: Number(this.hidden("sequence").value) });
    else drafts.drop(number);
    this.box.querySelector(".conflict")?.remove();
    this.conflict = false;
    this.refused = "";
  }

  typed() {
    this.keep();
    this.say(this.waits ? words.wordWaiting : "");
    this.later();
    refresh();
  }

  changed() {
    this.keep();
    this.say("");
    refresh();
    this.save();
  }

  later() {
    this.timer ??= setTimeout(() => this.save(), QUIET * (1 + Math.random() / 2));
  }

  // One save under way at a time; what is chosen meanwhile goes out with the next one.
  save() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.hurried = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
      refresh();
    });
    return this.running;
  }

  async run() {
    while (this.waits && !this.conflict && !this.refused && !elsewhere) {
      if (!this.hurried) return this.later();
      this.hurried = false;
      refresh();
      if (await this.send()) this.delay = 1000;
      else if (this.trouble !== "offline") return;
      else await this.pause();
    }
  }

  async pause() {
    const back = new Promise((go) => addEventListener("online", go, { once: true }));
    await Promise.race([back, wait(jitter(this.delay))]);
    this.delay = Math.min(this.delay * 2, SLOWEST_RETRY);
    this.hurried = true;
  }

  async send() {
    const sent = this.fields;
    const flagged = this.flag.checked;
    let answer;
    this.unacknowledged.push(sent);
    try {
      answer = await post(this.box.dataset.save, sent, this.hidden("sequence").value, flagged);
    } catch {
      return this.fail("offline");
    }
    if (answer.status >= 500) return this.fail("offline");
    if (answer.type === "opaqueredirect") return this.fail("signedOut");
    if (answer.status === 409) return this.settle(await answer.json());
    if (!answer.ok) return this.fail("trouble");
    return this.acknowledge(await answer.json(), sent, flagged);
  }

  fail(trouble) {
    this.trouble = trouble;
    this.say(words.wordWaiting);
    refresh();
    return false;
  }

  acknowledge(answer, sent, flagged) {
    this.trouble = "";
    this.unacknowledged = [];
    this.saved = sent;
    this.hidden("sequence").value = answer.sequence;
    this.hidden("was").value = JSON.stringify(answer.fields);
    if (flagged !== undefined) this.savedFlag = flagged;
    if (same(this.fields, sent)) drafts.drop(this.number);
    this.say(this.waits ? words.wordWaiting : words.wordKept);
    this.remark(answer.remark ?? "");
    if (answer.seconds_left != null) tell("clock", answer.seconds_left);
    return true;
  }

  // 409: the time is up; or another device has the attempt; or what we sent had arrived and only the
  // acknowledgement got lost; or another window saved something else: then the learner decides.
  settle(answer) {
    if (answer.url) return location.assign(answer.url);
    elsewhere ||= answer.reason === "attempt_open_elsewhere";
    if (elsewhere) return this.fail("elsewhere");
    if (answer.reason !== "answer_saved_elsewhere") {
      this.refused = answer.message;
      this.remark(answer.message);
      return this.fail("trouble");
    }
    if (this.unacknowledged.slice(0, -1).some((sent) => same(sent, answer.fields))) {
      this.hurried = true; // what came after it was to be sent as well
      return this.acknowledge(answer, answer.fields);
    }
    return this.ask(answer);
  }

  ask(answer) {
    this.conflict = true;
    this.trouble = "";
    tell("conflict", { question: this, answer });
    this.say("");
    return false;
  }

  say(text) {
    this.box.querySelector("[data-state]").textContent = text;
  }

  remark(text) {
    const place = this.box.querySelector("[data-remark]");
    if (place.textContent !== text) place.textContent = text;
  }
}

function tell(what, detail) {
  form.dispatchEvent(new CustomEvent(`triad:${what}`, { detail }));
}

// Drafts of questions on other pages, left by a page that was closed before it could save.
const strays = () => drafts.numbers().filter((number) => !questions.some((one) => one.number === number));

function refresh() {
  tell("attempt", { questions, elsewhere, strays: strays() });
}

async function sendStray(number) {
  const { fields, sequence } = drafts.at(number) ?? {};
  if (!fields) return drafts.drop(number);
  const url = questions[0].box.dataset.save.replace(/\d+\/$/, `${number}/`);
  const answer = await post(url, fields, sequence).catch(() => null);
  if (answer?.ok) drafts.drop(number);
}

// The attempt was taken back to this device: all that waits here is sent.
function goOn() {
  elsewhere = false;
  for (const question of questions) question.trouble = "";
  flush();
}

function flush() {
  const away = elsewhere ? [] : strays().map(sendStray);
  return Promise.all([...questions.map((question) => question.save()), ...away]);
}

if (form) {
  for (const box of form.querySelectorAll("[data-question]")) questions.push(new Question(box));
  form.addEventListener("triad:go-on", goOn);
  form.addEventListener("triad:look", () => refresh());
  document.addEventListener("triad:leave", (event) => event.detail.waitUntil(flush()));
  document.addEventListener("visibilitychange", flush);
  addEventListener("pagehide", flush);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  flush().then(() => refresh());
}
