// Every way out of a page of an attempt saves first, and stays visibly where that did not work. Also
// the way back in, where another device has the attempt, and the choice between two answers.
const PATIENCE = 10_000; // milliseconds that a button waits for the last saves
const form = document.querySelector("[data-attempt]");
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let now; // how the attempt stands: see attempt.js

function saved() {
  const saves = [];
  const detail = { waitUntil: (promise) => saves.push(promise) };
  document.dispatchEvent(new CustomEvent("triad:leave", { detail }));
  return Promise.race([Promise.all(saves), wait(PATIENCE)]);
}

async function leaveWhenSaved(event) {
  const { submitter } = event;
  if (submitter?.name === "here") return; // the form itself takes the attempt back
  event.preventDefault();
  await saved();
  await wait(0); // a form cannot be submitted again within its own submit event
  form.dispatchEvent(new Event("triad:look"));
  const waiting = now.questions.find((question) => question.waits);
  if (waiting || (submitter?.name === "submit" && now.strays.length)) {
    form.dispatchEvent(new Event("triad:held"));
    return waiting?.box.scrollIntoView({ block: "center" });
  }
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  if (cookie) form.elements.csrfmiddlewaretoken.value = cookie[1];
  form.removeEventListener("submit", leaveWhenSaved);
  form.requestSubmit(submitter);
}

function offerToGoOn() {
  if (document.querySelector(".attempt-elsewhere")) return;
  const note = document.querySelector("template[data-elsewhere]").content.cloneNode(true);
  note.querySelector("[data-go-on-here]").addEventListener("click", goOnHere);
  form.prepend(note);
}

// Looking at the page takes the attempt back.
async function goOnHere() {
  const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
  if (answer?.type === "opaqueredirect") return location.reload();
  if (!answer?.ok) return;
  document.querySelector(".attempt-elsewhere").remove();
  form.dispatchEvent(new Event("triad:go-on"));
}

function ask({ detail: { question, answer } }) {
  const note = document.querySelector("template[data-conflict]").content.cloneNode(true);
  note.querySelector("[data-conflict-message]").textContent = answer.message;
  for (const button of note.querySelectorAll("[data-keep]")) {
    button.addEventListener("click", () => decide(question, button.dataset.keep, answer));
  }
  question.box.querySelector("[data-controls]").before(note);
}

function decide(question, keep, answer) {
  const mine = question.fields;
  question.conflict = false;
  question.box.querySelector(".conflict").remove();
  question.fields = answer.fields;
  question.acknowledge(answer, answer.fields);
  if (keep === "mine") question.fields = mine;
  question.keep();
  question.save();
  question.inputs[0].focus();
}

if (form) {
  form.addEventListener("triad:attempt", ({ detail }) => {
    now = detail;
    if (now.elsewhere) offerToGoOn();
  });
  form.addEventListener("triad:conflict", ask);
  form.addEventListener("submit", leaveWhenSaved);
}
