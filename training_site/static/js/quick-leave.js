// Leaving: what is being typed is saved, local drafts are wiped, and the page leaves the history.
//
// An autosave module answers the "triad:leave" event with event.detail.waitUntil(promise), and
// keeps drafts under keys that begin with "triad:draft:". Without this module the plain POST works.
const DRAFT = "triad:draft:";
const PATIENCE = 1200; // milliseconds: nobody who leaves quickly waits longer for a save

function wipeDrafts() {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (key.startsWith(DRAFT)) store.removeItem(key);
  }
}

function saveEverything() {
  const saves = [];
  const detail = { waitUntil: (promise) => saves.push(promise) };
  document.dispatchEvent(new CustomEvent("triad:leave", { detail }));
  const tooLate = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([Promise.allSettled(saves), tooLate]);
}

async function leave(form) {
  document.body.hidden = true;
  document.title = "";
  await saveEverything();
  wipeDrafts();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    location.replace(answer.url);
  } catch {
    history.replaceState(null, "", "/");
    form.submit();
  }
}

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-quick-leave]")) {
    event.preventDefault();
    leave(event.target);
  } else if (event.target.matches("[data-wipe-drafts]")) {
    wipeDrafts();
  }
});
