// The time left, from what the server said last and from how long that is ago. The device's own clock
// is never asked. Said aloud at five minutes and at one; it may be hidden, and stays so.
const HIDDEN = "triad:time-hidden";
const SAID = [5, 1]; // minutes
const A_DAY = 24 * 3600; // seconds
const GRACE = 62_000; // milliseconds after which the server has decided
const DRIFT = 5; // seconds by which page and server may differ before the page asks
const clock = document.querySelector("[data-clock]");
const form = document.querySelector("[data-attempt]");
const row = document.querySelector("[data-clock-row]");
const asMinutes = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "minute" });
const asHours = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "hour" });
let end; // on the browser's counter of milliseconds since the page began
let said;
let over;

const left = () => Math.max(Math.round((end - performance.now()) / 1000), 0);

function remembered(value) {
  try {
    if (value !== undefined) localStorage.setItem(HIDDEN, value);
    return localStorage.getItem(HIDDEN) === "yes";
  } catch {
    return false;
  }
}

function say(text) {
  clock.querySelector("[data-clock-said]").textContent = text;
}

function set(seconds) {
  end = performance.now() + seconds * 1000;
  said = SAID.filter((minutes) => seconds > minutes * 60);
}

function inWords(seconds) {
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 60) return `${asHours.format(Math.floor(minutes / 60))} ${asMinutes.format(minutes % 60)}`;
  if (minutes > 10) return asMinutes.format(minutes);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function tick() {
  const seconds = left();
  row.hidden = seconds > A_DAY;
  row.querySelector("[data-clock-left]").textContent = inWords(seconds);
  const due = said.filter((minutes) => seconds <= minutes * 60);
  if (due.length && seconds > 0) {
    said = said.filter((minutes) => !due.includes(minutes));
    const minutes = Math.ceil(seconds / 60);
    say(`${minutes} ${clock.dataset[minutes === 1 ? "wordMinute" : "wordMinutes"]}`);
  }
  if (seconds === 0) finish();
}

// Staff may have added time: the server is asked before anything is called over.
async function finish() {
  if (over) return;
  over = true;
  const saves = [];
  const detail = { waitUntil: (promise) => saves.push(promise) };
  document.dispatchEvent(new CustomEvent("triad:leave", { detail }));
  await Promise.race([Promise.allSettled(saves), new Promise((go) => setTimeout(go, 5000))]);
  await ask();
  if (left() > 0) return (over = false);
  say(clock.dataset.wordOver);
  setTimeout(async () => {
    await ask();
    if (left() === 0) return location.reload();
    over = false;
  }, GRACE);
}

async function ask() {
  const answer = await fetch(clock.dataset.asks, { redirect: "manual" }).catch(() => null);
  if (!answer?.ok) return;
  const { seconds_left: seconds, ends } = await answer.json();
  if (seconds === null) return;
  if (seconds > left() + DRIFT && end !== undefined) say(clock.dataset.wordAdded);
  if (Math.abs(seconds - left()) > DRIFT) clock.querySelector("[data-clock-ends]").textContent = ends;
  set(seconds);
  tick();
}

function showOrHide(hidden) {
  row.querySelector("[data-clock-left]").hidden = hidden;
  row.querySelector("[data-clock-hide]").textContent = clock.dataset[hidden ? "wordShow" : "wordHide"];
}

if (clock) {
  set(Number(clock.dataset.secondsLeft));
  said = SAID.slice(); // whoever comes back late is told at once
  showOrHide(remembered());
  row.querySelector("[data-clock-hide]").addEventListener("click", () => {
    showOrHide(remembered(remembered() ? "no" : "yes"));
  });
  form.addEventListener("triad:clock", ({ detail }) => Math.abs(detail - left()) > DRIFT && ask());
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  tick();
  setInterval(tick, 1000);
}
