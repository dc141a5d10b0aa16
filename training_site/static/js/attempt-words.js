// [data-words]: the words of a text are counted while it is written.
for (const box of document.querySelectorAll("[data-words]")) {
  const text = box.querySelector("textarea");
  const count = () => {
    box.querySelector("[data-word-count]").textContent = text.value.split(/\s+/).filter(Boolean).length;
  };
  text.addEventListener("input", count);
  box.closest("[data-question]").addEventListener("triad:filled", count);
  count();
}
