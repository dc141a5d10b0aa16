// [data-place]: where somebody stops reading is kept by the server, so that they go on there, on any
// device. Nothing is sent before the reader scrolls; the newest place replaces the one before. Without
// this module the lesson opens at its top.
const QUIET = 1500; // milliseconds without scrolling
const EYE = 0.3; // share of the window's height: what begins above this line is being read

const text = document.querySelector("[data-place]");
if (text) follow([...text.querySelectorAll("[id^='b-'], [id^='s-']")]);

function follow(places) {
  let kept = "";
  let timer;

  function here() {
    const line = innerHeight * EYE;
    const passed = places.filter((place) => place.getBoundingClientRect().top <= line);
    return passed.at(-1)?.id ?? places[0]?.id;
  }

  async function keep() {
    clearTimeout(timer);
    timer = undefined;
    const place = here();
    if (!place || place === kept) return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    body.set("version", text.dataset.version);
    body.set("place", place);
    kept = place;
    try {
      await fetch(text.dataset.place, { method: "POST", body, keepalive: true, redirect: "manual" });
    } catch {
      kept = ""; // It is tried again with the next scroll; nobody is told, since nothing is lost.
    }
  }

  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, QUIET);
  }, { passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer) keep();
  });
  document.addEventListener("triad:leave", ({ detail }) => timer && detail.waitUntil(keep()));
}
