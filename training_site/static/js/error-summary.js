// [data-focus-first]: a page that comes back with errors begins at their summary.
document.querySelector("[data-focus-first]")?.focus();
