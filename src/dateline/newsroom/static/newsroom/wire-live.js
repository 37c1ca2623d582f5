/* The wire, live. The stream says which items changed; the rows themselves are
   asked for with the list's own filters. What is new waits behind the bar, so
   nothing moves under anybody's eyes; what changed is changed where it stands.
   A kill or a withdrawal never waits behind the bar. */
(() => {
  "use strict";

  const wire = document.querySelector("[data-wire]");
  if (!wire) return;
  const rows = wire.querySelector("[data-rows]");
  const bar = wire.querySelector("[data-new]");
  const deeds = wire.querySelector("[data-deeds]");
  const preview = wire.querySelector("[data-preview]");
  const toast = wire.querySelector("[data-said]");
  const quietly = wire.querySelector("[data-said-quietly]");
  const MOST = 400;

  let since = wire.dataset.moment;
  let overflown = false;
  const waiting = new Map();
  const at = (family) => rows.querySelector(`[data-family="${CSS.escape(family)}"]`);
  const current = () => rows.querySelector("[aria-current]");

  /* --- rows in and out ------------------------------------------------- */

  function keep(old, fresh) {
    const details = old.querySelector("details");
    const unfolded = fresh.querySelector("details");
    if (details?.open && unfolded) unfolded.open = true;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const name = focused?.name;
    if (old.hasAttribute("aria-current")) fresh.setAttribute("aria-current", "true");
    old.replaceWith(fresh);
    if (focused) (fresh.querySelector(`[name="${name}"]`) || fresh.querySelector("[data-open]")).focus({ preventScroll: true });
  }

  function sort(fresh) {
    const family = fresh.dataset.family;
    const old = at(family);
    if (old && old.dataset.stamp === fresh.dataset.stamp) {
      waiting.delete(family);
      if (old.dataset.print !== fresh.dataset.print) {
        keep(old, fresh);
        if (fresh.hasAttribute("aria-current")) show(fresh);
      }
    } else if (old && "grave" in fresh.dataset) {
      waiting.delete(family);
      keep(old, fresh);
      say("warning", `${fresh.querySelector(".newsroom-mark").textContent.trim()}: ${title(fresh)}`);
      if (fresh.hasAttribute("aria-current")) show(fresh);
    } else {
      waiting.set(family, fresh);
    }
  }

  const title = (row) => row.querySelector("[data-open]").textContent.trim();

  function tell() {
    const number = overflown ? `${waiting.size}+` : `${waiting.size}`;
    if (!bar) return;
    bar.hidden = waiting.size === 0;
    bar.querySelector("[data-new-count]").textContent = `${number} new`;
    const name = document.title.replace(/^\(\d+\+?\) /, "");
    document.title = waiting.size ? `(${number}) ${name}` : name;
    if (waiting.size) quietly.textContent = `${number} new on the wire`;
  }

  function load() {
    if (!waiting.size) return;
    if (overflown) {
      location.reload();
      return;
    }
    const fresh = [...waiting.values()];
    waiting.clear();
    for (const row of fresh) at(row.dataset.family)?.remove();
    rows.prepend(...fresh);
    for (const row of [...rows.children].slice(MOST)) row.remove();
    wire.querySelector("[data-empty]").hidden = true;
    tell();
    for (const row of fresh) row.classList.add("newsroom-wire-row--fresh");
    wire.querySelector("[data-asked]").scrollIntoView({ block: "start" });
    choose(rows.firstElementChild);
  }
  bar?.addEventListener("click", load);

  /* --- asking ---------------------------------------------------------- */

  let asking = false;
  let again = null;

  async function ask(keys) {
    if (asking) {
      again = [...(again || []), ...keys];
      return;
    }
    asking = true;
    try {
      const url = new URL(wire.dataset.news, location.href);
      url.searchParams.set("since", since);
      if (keys.length) url.searchParams.set("keys", keys.join(","));
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const list = page.querySelector("ol");
      since = list.dataset.moment;
      overflown = overflown || "more" in list.dataset;
      for (const row of [...list.children]) sort(document.adoptNode(row));
      tell();
    } catch {
      live("reload to go on", false);
    }
    asking = false;
    if (again) {
      const keys = again;
      again = null;
      ask(keys);
    }
  }

  const shown = (keys) => {
    const known = new Set([...rows.children].map((row) => Number(row.dataset.key)));
    return keys.filter((key) => known.has(key));
  };

  const all = () => [...rows.children].slice(0, 250).map((row) => Number(row.dataset.key));

  function live(word, well) {
    const mark = wire.querySelector("[data-live]");
    if (!mark) return;
    mark.hidden = false;
    mark.classList.toggle("newsroom-wire-live--off", !well);
    mark.querySelector("[data-live-word]").textContent = word;
  }

  if (wire.dataset.stream) {
    const stream = new EventSource(wire.dataset.stream);
    stream.addEventListener("open", () => {
      live("live", true);
      // What happened while nobody listened, and in the moment before the first look.
      ask(all());
      setTimeout(() => ask(all()), 2500);
    });
    stream.addEventListener("error", () => {
      const ended = stream.readyState === EventSource.CLOSED;
      live(ended ? "not live: reload" : "connecting…", false);
    });
    stream.addEventListener("wire", (event) => ask(shown(JSON.parse(event.data).changed)));
    window.addEventListener("pagehide", () => stream.close());
  }

  /* --- choosing and preview -------------------------------------------- */

  let timer = 0;

  function choose(row, { focus = true } = {}) {
    if (!row) return;
    current()?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    if (focus) row.querySelector("[data-open]").focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    clearTimeout(timer);
    timer = setTimeout(() => show(row), 120);
  }

  async function show(row) {
    if (getComputedStyle(preview).display === "none") return;
    const link = row.querySelector("[data-open]");
    const answer = await fetch(`${link.pathname}preview/`).catch(() => null);
    if (current() !== row) return;
    if (!answer?.ok) {
      preview.textContent = "The copy could not be fetched. Open the item, or reload.";
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    preview.replaceChildren(...page.body.childNodes);
    preview.scrollTop = 0;
  }

  rows.addEventListener("click", (event) => {
    const row = event.target.closest("[data-family]");
    if (!row || event.target.closest("button, summary, details a, .newsroom-wire-row__deeds a")) return;
    const beside = getComputedStyle(preview).display !== "none";
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    // event.detail is 0 when a key opened the link: that leads to the item's screen.
    if (event.target.closest("[data-open]") && (!beside || !plain || event.detail === 0)) return;
    event.preventDefault();
    choose(row, { focus: true });
  });
  rows.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-family]");
    if (row && row !== current() && event.target.matches("[data-open]")) choose(row, { focus: false });
  });

  /* --- deeds ------------------------------------------------------------ */

  let hiding = 0;

  function say(level, words, story) {
    toast.className = `newsroom-wire-said newsroom-wire-said--${level}`;
    toast.textContent = `${words} `;
    if (story) {
      const link = document.createElement("a");
      link.href = story;
      link.textContent = "Open the story";
      toast.append(link);
    }
    toast.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => { toast.hidden = true; }, level === "success" ? 6000 : 15000);
  }

  async function deed(name, key) {
    const body = new FormData(deeds);
    body.set(name, key);
    wire.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(wire.dataset.deed, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      say(told.level, told.said, told.story);
    } catch {
      say("error", "That did not reach the newsroom. Try again, or reload the page.");
    }
    wire.removeAttribute("aria-busy");
    await ask([Number(key)]);
  }

  wire.addEventListener("submit", (event) => {
    if (event.target !== deeds || !event.submitter) return;
    event.preventDefault();
    deed(event.submitter.name, event.submitter.value);
  });

  for (const select of wire.querySelectorAll("[data-asked] select")) {
    select.addEventListener("change", () => select.form.submit());
  }

  preview.hidden = false;
  wire.newsroomWire = { choose, current, deed, load, rows };
})();
