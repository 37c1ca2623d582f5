/* Writing a live blog fast: the text is ready to be typed into, Ctrl+Enter sends
   it. Without this script the button does. */
(() => {
  const form = document.querySelector("[data-live-write]");
  const main = form?.querySelector("[data-live-main]");
  if (!main) return;
  form.querySelector("[data-live-hint]").hidden = false;
  const text = form.querySelector("[data-live-text]");
  if (!document.querySelector(".help-critical")) text?.focus();

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!form.dataset.sent) form.requestSubmit(main);
  });

  // One press, one entry, however slow the line is.
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
})();
