// [data-check]: an answer opens its explanation in place, one at a time; the first is counted, without a
// name and without a word about it. Without this module the button asks for the page again.
for (const form of document.querySelectorAll("[data-check]")) {
  const answers = [...form.querySelectorAll("[name=option]")];
  const isOpen = (answer) => answer.ariaExpanded === "true";
  const open = (chosen) => {
    for (const answer of answers) {
      answer.ariaExpanded = answer === chosen;
      answer.nextElementSibling.hidden = answer !== chosen;
    }
  };
  let counted = answers.find(isOpen);
  open(counted);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = event.submitter;
    open(isOpen(chosen) ? null : chosen);
    // Nothing is lost for the reader where it does not arrive: it is not counted.
    if (!counted) fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body: new FormData(form, chosen), keepalive: true }).catch(() => {});
    counted = chosen;
  });
}
