/* A front's editor without leaving the page: every button, dragging, and a preview
   that follows. Without this script the same form is sent and comes back. */
(() => {
  const form = document.querySelector("[data-newsroom-front]");
  if (!form) return;
  const status = form.querySelector("[data-said]");
  const places = () => form.querySelector("[data-places]");
  const rows = () => [...places().children];
  const headline = (row) => row.querySelector(".newsroom-row__headline").textContent;

  /* The preview: what the press would make of the draft. */
  const frames = [...form.querySelectorAll("iframe")];
  let asked = 0;
  let timer = 0;

  function show(text) {
    for (const frame of frames) {
      const top = frame.contentWindow?.scrollY ?? 0;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
      frame.srcdoc = text;
    }
  }

  async function refresh() {
    const number = (asked += 1);
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form) });
    if (answer.ok && number === asked) show(await answer.text());
  }

  function refreshSoon() {
    clearTimeout(timer);
    timer = setTimeout(refresh, 350);
  }

  function fit() {
    for (const screen of form.querySelectorAll("[data-screen]")) {
      const wide = Number(screen.dataset.screen);
      const scale = Math.min(1, screen.clientWidth / wide);
      if (scale > 0) screen.style.setProperty("--scale", scale);
    }
  }
  new ResizeObserver(fit).observe(form.querySelector("[data-screens]"));
  form.querySelector(".newsroom-widths").addEventListener("change", () => requestAnimationFrame(fit));

  /* What was changed here is said, and shown. */
  function changed(row, words) {
    form.elements.changed.value = "1";
    form.querySelector("[data-changed]").hidden = false;
    if (status) status.textContent = `${headline(row)}: ${words}`;
    refreshSoon();
  }

  function placed(row) {
    changed(row, `place ${rows().indexOf(row) + 1} of ${rows().length}`);
  }

  const moves = {
    up(row) {
      row.previousElementSibling?.before(row);
      placed(row);
    },
    down(row) {
      row.nextElementSibling?.after(row);
      placed(row);
    },
  };

  form.addEventListener("input", (event) => {
    const row = event.target.closest("[data-places] > li");
    if (row) changed(row, "shown otherwise");
  });

  /* Up and down are done here; the other buttons ask, and the answer is put in. */
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.name === "publish") return;
    event.preventDefault();
    const move = moves[button.name];
    if (move) {
      move(button.closest("li"));
      button.focus();
      return;
    }
    send(button);
  });

  async function send(button) {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("[data-newsroom-front]");
    if (!answer.ok || !found) {
      form.submit();
      return;
    }
    const open = new Set([...form.querySelectorAll("details[open]")].map((how) => how.dataset.how));
    for (const part of form.querySelectorAll("[data-part]")) {
      part.replaceWith(found.querySelector(`[data-part="${part.dataset.part}"]`));
    }
    for (const how of form.querySelectorAll("details")) how.open = open.has(how.dataset.how);
    show(found.querySelector("iframe").getAttribute("srcdoc"));
    tell(page, button);
  }

  function tell(page, button) {
    const messages = page.querySelector(".messages");
    const said = messages?.textContent.trim().replace(/\s+/g, " ");
    if (messages) document.querySelector(".messages")?.replaceWith(messages);
    if (status) status.textContent = said || button.getAttribute("aria-label") || button.textContent.trim();
    const again = form.querySelector(`button[name="${button.name}"][value="${CSS.escape(button.value)}"]`);
    const row = form.querySelector(`[data-places] > [data-story="${CSS.escape(button.value)}"] button`);
    (again ?? row ?? form.querySelector("#pick-query"))?.focus();
  }

  /* Dragging. */
  let dragged = null;
  form.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-places] > li") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("newsroom-row--dragged");
  });
  form.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-places] > li");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (event.clientY > box.top + box.height / 2) over.after(dragged);
    else over.before(dragged);
  });
  form.addEventListener("drop", (event) => event.preventDefault());
  form.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("newsroom-row--dragged");
    placed(dragged);
    dragged = null;
  });
  fit();
})();
