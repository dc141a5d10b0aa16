// Runs before the first paint, so that a chosen theme or text size never flashes in late.
for (const name of ["theme", "text"]) {
  try {
    const chosen = localStorage.getItem(`triad:${name}`);
    if (chosen) document.documentElement.dataset[name] = chosen;
  } catch {
    // Storage is switched off: the device's own settings hold.
  }
}
