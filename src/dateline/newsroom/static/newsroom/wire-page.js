/* What both screens of the wire have without live news: countdowns to the ends
   of embargoes, the choice of zone, and where a deed was done without leaving. */
(() => {
  "use strict";

  function left(seconds) {
    const days = Math.floor(seconds / 86400);
    const hours = Math.floor((seconds % 86400) / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    if (days) return `${days} d ${hours} h`;
    if (hours) return `${hours} h ${minutes} min`;
    if (minutes) return `${minutes} min ${seconds % 60} s`;
    return `${seconds} s`;
  }

  function count() {
    for (const time of document.querySelectorAll("[data-countdown]")) {
      const seconds = Math.ceil((Date.parse(time.dateTime) - Date.now()) / 1000);
      const words = seconds > 0 ? `ends in ${left(seconds)}` : "has ended";
      if (time.textContent !== words) time.textContent = words;
    }
  }
  count();
  setInterval(count, 1000);

  const zone = document.querySelector("[data-zone]");
  if (!zone) return;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (here && ![...zone.options].some((option) => option.value === here)) {
    zone.add(new Option(`Here: ${here}`, here));
  }
  zone.addEventListener("change", () => zone.form.submit());
  for (const button of document.querySelectorAll("[data-scriptless]")) button.hidden = true;
})();
