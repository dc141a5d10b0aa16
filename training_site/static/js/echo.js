/* What is typed in a field stands at once in the example of it. Without script the example shows what
   was saved. */
for (const place of document.querySelectorAll("[data-echo]")) {
  const field = document.getElementById(place.dataset.echo);
  field.addEventListener("input", () => { place.textContent = field.value.trim() || "–"; });
}
