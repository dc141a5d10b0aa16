// [data-template-form]: while a certificate template is written, the page beside it follows. What is typed
// is sent as the button "Show the page" sends it; of the answer only the page is taken.
const QUIET = 700; // milliseconds without a change

for (const form of document.querySelectorAll("[data-template-form]")) watch(form);

function watch(form) {
  let timer;
  let asked = 0;

  async function show() {
    const mine = ++asked;
    const body = new FormData(form);
    body.set("act", "preview");
    form.querySelector("[data-template-page]").setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(location.href, { method: "POST", body, redirect: "manual" });
      if (!answer.ok || mine !== asked) return;
      const said = new DOMParser().parseFromString(await answer.text(), "text/html");
      const page = said.querySelector("[data-template-page]");
      if (page) form.querySelector("[data-template-page]").replaceChildren(...page.childNodes);
    } catch {
      // Without a connection the page stays as it was; saving will say what is amiss.
    } finally {
      if (mine === asked) form.querySelector("[data-template-page]").removeAttribute("aria-busy");
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, QUIET);
  });
}
