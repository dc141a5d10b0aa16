// [data-keeping]: a form of many fields that the server keeps when its button is pressed. Leaving
// quickly keeps it first; any other way off the page asks, where something isn't kept. Nothing is
// stored in the browser. Without this the button keeps it.
const SMALL = 60_000; // characters: what a browser still sends while its page closes

for (const form of document.querySelectorAll("[data-keeping]")) {
  const said = () => new URLSearchParams(new FormData(form)).toString();
  // After a refused form the fields hold what isn't kept.
  let kept = form.querySelector(".error-summary") ? null : said();

  const keep = () => {
    const body = new FormData(form);
    return fetch(form.action, {
      method: "POST",
      body,
      redirect: "manual",
      keepalive: said().length < SMALL,
    });
  };

  form.addEventListener("submit", () => (kept = said()));
  document.addEventListener("triad:leave", ({ detail }) => {
    if (said() !== kept) detail.waitUntil(keep());
    kept = said();
  });
  addEventListener("beforeunload", (event) => said() !== kept && event.preventDefault());
}
