// A running live blog: offers new entries, and puts them in when asked to.
// Without this script the page is whole; it is only as new as when it was asked for.
(() => {
  "use strict";
  const live = document.getElementById("live");
  const stream = live && live.dataset.stream;
  if (!stream || !window.EventSource) return;
  const box = live.querySelector(".offer");
  const button = document.createElement("button");
  button.type = "button";
  let shown = Number(live.dataset.newest);
  let newest = shown;
  let source;
  let again;

  const numberOf = (entry) => Number(entry.id.slice("entry-".length));

  function offer() {
    const count = newest - shown;
    if (count < 1) return box.replaceChildren();
    button.disabled = false;
    button.textContent = (
      count === 1 ? live.dataset.one : live.dataset.many
    ).replace("%n", String(count));
    if (!button.isConnected) box.append(button);
  }

  function put(page) {
    const there = page && page.getElementById("live");
    if (!there) return location.reload();
    const old = live.querySelector(".entries");
    const list = there.querySelector(".entries");
    const found = list ? [...list.children].filter((e) => numberOf(e) > shown) : [];
    const wasShown = box.getBoundingClientRect().top > 0;
    const first = old && old.firstElementChild;
    const before = first ? first.getBoundingClientRect().top : 0;
    const fresh = found.map((entry) => document.adoptNode(entry));
    if (old) old.prepend(...fresh);
    else if (list) {
      const none = live.querySelector(".none");
      if (none) none.replaceWith(document.adoptNode(list));
    }
    for (const place of [".points", ".credits"]) {
      const here = document.querySelector(place);
      const now = page.querySelector(place);
      if (here && now) here.replaceWith(document.adoptNode(now));
    }
    shown = Math.max(shown, Number(there.dataset.newest) || newest);
    newest = Math.max(newest, shown);
    offer();
    if (!fresh.length) return;
    if (wasShown && first) scrollBy(0, fresh[0].getBoundingClientRect().top - before);
    fresh[0].focus({ preventScroll: wasShown });
    if (!there.dataset.stream) stop();
  }

  button.addEventListener("click", () => {
    button.disabled = true;
    // As a document: no string becomes markup here.
    const ask = new XMLHttpRequest();
    ask.responseType = "document";
    ask.onload = () => (ask.status === 200 ? put(ask.response) : offer());
    ask.onerror = offer;
    ask.open("GET", location.pathname);
    ask.send();
  });

  function stop() {
    clearTimeout(again);
    if (source) source.close();
    source = null;
  }

  function listen() {
    stop();
    source = new EventSource(`${stream}?newest=${newest}`);
    source.addEventListener("newest", (event) => {
      const number = Number(event.data);
      if (!(number > newest)) return;
      newest = number;
      offer();
    });
    source.addEventListener("ended", stop);
    source.addEventListener("gone", () => {
      stop();
      location.reload(); // to the notice that stands there now
    });
    source.onerror = () => {
      // The browser asks again by itself, unless the server had no place for us.
      if (source && source.readyState === EventSource.CLOSED) {
        again = setTimeout(listen, 20000 + Math.random() * 20000);
      }
    };
  }

  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
})();
