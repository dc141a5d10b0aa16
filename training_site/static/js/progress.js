// [data-progress]: asks for the page again every two seconds and takes over how far the work is; once it is
// done, the page itself. Without this module its link asks for the page.
const PAUSE = 2000;

const look = async () => {
  const shown = document.querySelector("[data-progress]");
  if (!shown) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-progress]");
    if (!next) {
      location.reload();
      return;
    }
    shown.replaceChildren(...next.childNodes);
  }
  setTimeout(look, PAUSE);
};

if (document.querySelector("[data-progress]")) setTimeout(look, PAUSE);
