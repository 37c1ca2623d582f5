/* The wire by keyboard. Every key does what a button or link of the row does;
   a key that is not possible now says so. */
(() => {
  "use strict";

  const wire = document.querySelector("[data-wire]");
  const page = wire?.newsroomWire;
  if (!page) return;
  const help = wire.querySelector("[data-help]");
  const opener = wire.querySelector("[data-help-open]");
  const search = wire.querySelector("[data-search]");

  const step = (by) => {
    const all = [...page.rows.children];
    const here = all.indexOf(page.current());
    page.choose(all[Math.min(Math.max(here + by, 0), all.length - 1)]);
  };
  const press = (name) => {
    const row = page.current();
    const button = row?.querySelector(`button[name="${name}"]`);
    // Whoever may not is told why by the newsroom, as with the button of a list that is old.
    if (button) button.click();
    else if (row) page.deed(name, row.dataset.key);
  };
  const unfold = () => {
    const details = page.current()?.querySelector("details");
    if (details) details.open = !details.open;
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    t: () => press("take"),
    x: () => press("leave"),
    s: () => press("taster"),
    v: unfold,
    n: () => page.load(),
    ".": () => page.load(),
    "/": () => { search.focus(); search.select(); },
    "?": () => help.showModal(),
  };

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  // In the capture phase: the admin has a "?" of its own, on every screen.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape" && event.target === search) {
      search.blur();
      page.choose(page.current() || page.rows.firstElementChild);
      return;
    }
    const act = keys[event.key];
    if (!act || isTyping(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, true);

  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
})();
