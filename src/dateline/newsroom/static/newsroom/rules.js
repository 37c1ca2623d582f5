/* Routing rules put in order by drag and drop. Dropped, a rule is moved as its
   buttons move it: the form is sent. Without this script the buttons remain. */
(() => {
  const form = document.querySelector("[data-rules]");
  const places = form?.querySelector("tbody");
  if (!places) return;

  const rows = () => [...places.children];
  let dragged = null;
  let from = -1;
  let isDropped = false;

  for (const row of rows()) row.draggable = true;
  form.querySelector("table").classList.add("newsroom-rules--drag");

  places.addEventListener("dragstart", (event) => {
    const row = event.target.closest?.("tr");
    if (!row) return;
    [dragged, from, isDropped] = [row, rows().indexOf(row), false];
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", row.dataset.rule);
    row.classList.add("newsroom-rules__dragged");
  });

  places.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    const over = event.target.closest("tr");
    if (!over || over === dragged) return;
    const box = over.getBoundingClientRect();
    if (event.clientY > box.top + box.height / 2) over.after(dragged);
    else over.before(dragged);
  });

  places.addEventListener("drop", (event) => {
    event.preventDefault();
    isDropped = true;
  });

  places.addEventListener("dragend", () => {
    const row = dragged;
    dragged = null;
    row.classList.remove("newsroom-rules__dragged");
    const to = rows().indexOf(row);
    if (!isDropped) {  // let go outside, or Escape: it goes back to where it was
      const others = rows().filter((each) => each !== row);
      places.insertBefore(row, others[from] ?? null);
      return;
    }
    if (to === from) return;
    form.elements.move.value = row.dataset.rule;
    form.elements.place.value = String(to + 1);
    form.submit();
  });
})();
