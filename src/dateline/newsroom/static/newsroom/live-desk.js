/* Writing a live blog fast: the text is ready to be typed into, Ctrl+Enter sends
   it, and a new entry goes out without the whole screen being loaded again. Without
   this script the button does. */
(() => {
  const form = document.querySelector("[data-live-write]");
  const main = form?.querySelector("[data-live-main]");
  if (!main) return;
  form.querySelector("[data-live-hint]").hidden = false;
  const text = form.querySelector("[data-live-text]");
  const refused = () => document.querySelector(".newsroom-live .help-critical");
  if (!refused()) text?.focus();

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!form.dataset.sent) form.requestSubmit(main);
  });

  // One press, one entry, however slow the line is.
  form.addEventListener("submit", (event) => {
    const again = Boolean(form.dataset.sent);
    form.dataset.sent = "1";
    if (again || isPlain()) event.preventDefault();
    if (!again && isPlain()) send(event.submitter ?? main);
  });
  addEventListener("pageshow", () => delete form.dataset.sent);

  // A new entry of words alone. Correcting, and choosing a picture, load the screen.
  function isPlain() {
    return !form.elements.entry && !form.elements.picture?.value;
  }

  async function send(button) {
    let answer;
    try {
      const body = new FormData(form, button);
      answer = await fetch(form.action, { method: "POST", body });
      if (answer.status >= 500) throw new Error(answer.statusText);
    } catch {
      return silent();
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-live-write]");
    // Not led back to the screen: nothing was written, and the screen says why.
    if (!answer.redirected || !fresh) return sendWhole(button);
    put(page, fresh);
  }

  function sendWhole(button) {
    const said = document.createElement("input");
    Object.assign(said, { type: "hidden", name: button.name, value: button.value });
    form.append(said);
    form.submit();
  }

  function put(page, fresh) {
    for (const place of [".messages", ".newsroom-live__entries"]) {
      const here = document.querySelector(place);
      const now = page.querySelector(place);
      if (here && now) here.replaceWith(now);
    }
    refused()?.remove();
    for (const field of form.elements) {
      const now = fresh.elements[field.name];
      if (!now || field.type === "hidden") continue;
      field.value = now.value;
      field.checked = now.checked;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    delete form.dataset.sent;
    text?.focus();
  }

  // It may have gone out or not: the words stay, and the desk looks.
  function silent() {
    refused()?.remove();
    const said = document.createElement("div");
    said.className = "help-block help-critical";
    said.setAttribute("role", "alert");
    said.textContent =
      "The newsroom did not answer. Load this screen again and look whether the" +
      " entry is out before you send it again; copy your words first.";
    form.prepend(said);
    delete form.dataset.sent;
  }
})();
