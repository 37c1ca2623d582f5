// A running live blog: offers new entries, and puts them in when asked to. What the
// desk puts right is put right here, and what it takes out goes at once.
// A numbered page of entries, which stays as it is, offers the way to the newest.
// Without this script the page is whole; it is only as new as when it was asked for.
(() => {
  "use strict";
  const live = document.getElementById("live");
  const stream = live && live.dataset.stream;
  if (!stream || !window.EventSource) return;
  const box = live.querySelector(".offer");
  const way = live.dataset.way;
  const button = document.createElement(way ? "a" : "button");
  if (way) button.href = `${way}#updates`;
  else button.type = "button";
  let shown = Number(live.dataset.newest);
  let newest = shown;
  let mends = Number(live.dataset.mends) || 0;
  let source;
  let again;
  let asking;
  let looks = 1;
  const taken = new Set();
  const wrong = new Set();

  const numberOf = (entry) => Number(entry.id.slice("entry-".length));
  const entryOf = (number) => document.getElementById(`entry-${number}`);

  // What is being read stays where it is when something above it changes.
  function steady(change) {
    const top = (element) => element.getBoundingClientRect().top;
    const entries = top(live) < 0 ? [...live.querySelectorAll(".entry")] : [];
    const read = entries.find((entry) => top(entry) >= 0);
    const before = read && top(read);
    change();
    if (read && read.isConnected) scrollBy(0, top(read) - before);
  }

  function offer() {
    steady(showOffer);
  }

  function showOffer() {
    const lost = [...taken].filter((n) => n > shown && n <= newest).length;
    const count = newest - shown - lost;
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
    frame(page);
    shown = Math.max(shown, Number(there.dataset.newest) || newest);
    newest = Math.max(newest, shown);
    offer();
    if (!fresh.length) return;
    if (wasShown && first) scrollBy(0, fresh[0].getBoundingClientRect().top - before);
    fresh[0].focus({ preventScroll: wasShown });
    if (!there.dataset.stream) stop();
  }

  // What stands about the entries: key points, and when the story last changed.
  function frame(page) {
    for (const place of [".points", ".credits"]) {
      const here = document.querySelector(place);
      const now = page.querySelector(place);
      if (here && now) here.replaceWith(document.adoptNode(now));
      else if (here && place === ".points") here.remove();
    }
  }

  // As a document: no string becomes markup here.
  function fetchPage(path, then, failed) {
    const ask = new XMLHttpRequest();
    ask.responseType = "document";
    ask.onload = () => (ask.status === 200 ? then(ask.response) : failed());
    ask.onerror = failed;
    ask.open("GET", path);
    ask.send();
  }

  if (!way) button.addEventListener("click", () => {
    button.disabled = true;
    fetchPage(location.pathname, put, offer);
  });

  function takeOut(number) {
    taken.add(number);
    wrong.delete(number);
    steady(() => remove(number));
    offer();
  }

  function remove(number) {
    const entry = entryOf(number);
    if (entry) {
      const next = entry.nextElementSibling || entry.previousElementSibling;
      const held = entry.contains(document.activeElement);
      entry.remove();
      if (held && next) next.focus({ preventScroll: true });
    }
    for (const point of document.querySelectorAll(`.points a[href$="#entry-${number}"]`)) {
      const points = point.closest(".points");
      point.closest("li").remove();
      if (!points.querySelector("li")) points.remove();
    }
  }

  // Not all readers at one moment, and again where a cache is behind the desk.
  function mendSoon(seconds) {
    clearTimeout(asking);
    asking = setTimeout(
      () => fetchPage(location.pathname, mend, () => mendSoon(20)),
      1000 * seconds * Math.random(),
    );
  }

  function mend(page) {
    const there = page && page.getElementById("live");
    if (!there) return location.reload();
    // An ended blog no longer counts, and nothing more is told of it.
    if (there.dataset.stream && Number(there.dataset.mends) < mends) return mendSoon(40);
    steady(() => {
      frame(page);
      for (const number of wrong) {
        const here = entryOf(number);
        const now = page.getElementById(`entry-${number}`);
        if (here && now && !here.isEqualNode(now)) replace(here, now);
        else if (here && !now) fetchOlder(here, number);
      }
    });
    // A numbered page does not count mends: once more, where a cache is behind.
    if (way && looks--) return mendSoon(90);
    wrong.clear();
  }

  // The blog's page no longer shows it: it stands on its numbered page for ever.
  function fetchOlder(here, number) {
    const link = here.querySelector(".stamp a");
    fetchPage(
      link.pathname,
      (page) => {
        const now = page.getElementById(`entry-${number}`);
        if (now && here.isConnected) steady(() => replace(here, now));
      },
      () => {},
    );
  }

  function replace(here, now) {
    const held = here.contains(document.activeElement);
    here.replaceWith(document.adoptNode(now));
    if (held) now.focus({ preventScroll: true });
  }

  function heard(event) {
    mends = Math.max(mends, Number(event.lastEventId.split("-")[1]) || 0);
    return Number(event.data);
  }

  function stop() {
    clearTimeout(again);
    if (source) source.close();
    source = null;
  }

  function listen() {
    stop();
    source = new EventSource(`${stream}?newest=${newest}&mends=${mends}`);
    source.addEventListener("newest", (event) => {
      const number = heard(event);
      if (!(number > newest)) return;
      newest = number;
      offer();
    });
    source.addEventListener("mended", (event) => {
      const number = heard(event);
      if (way && !entryOf(number)) return;
      wrong.add(number);
      looks = 1;
      mendSoon(3);
    });
    source.addEventListener("taken", (event) => takeOut(heard(event)));
    source.addEventListener("ended", stop);
    source.addEventListener("gone", () => {
      stop();
      // To the notice that stands there now.
      if (way) location.replace(way);
      else location.reload();
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
