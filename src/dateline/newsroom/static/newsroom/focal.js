/* The point of interest of a picture: a click on it fills the two number fields.
   The marker is a button, so arrow keys move it too. */
(() => {
  const MOST = 1000;
  const STEP = 10;
  const STEPS = {
    ArrowLeft: [-STEP, 0],
    ArrowRight: [STEP, 0],
    ArrowUp: [0, -STEP],
    ArrowDown: [0, STEP],
  };

  const inside = (value) => Math.min(MOST, Math.max(0, Math.round(value)));

  function arm(root) {
    const frame = root.querySelector(".newsroom-focal__frame");
    const x = document.getElementById(root.dataset.x);
    const y = document.getElementById(root.dataset.y);
    if (!frame || !x || !y) return;

    const marker = document.createElement("button");
    marker.type = "button";
    marker.className = "newsroom-focal__marker";
    marker.setAttribute("aria-label", "Point of interest; move it with the arrow keys");
    frame.append(marker);

    const show = () => {
      marker.style.left = `${inside(Number(x.value)) / 10}%`;
      marker.style.top = `${inside(Number(y.value)) / 10}%`;
    };
    const set = (left, top) => {
      x.value = inside(left);
      y.value = inside(top);
      x.dispatchEvent(new Event("change", { bubbles: true }));
      show();
    };

    frame.addEventListener("click", (event) => {
      if (event.target === marker) return;
      const box = frame.getBoundingClientRect();
      set(
        ((event.clientX - box.left) / box.width) * MOST,
        ((event.clientY - box.top) / box.height) * MOST,
      );
    });
    marker.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      set(Number(x.value) + step[0], Number(y.value) + step[1]);
    });
    x.addEventListener("input", show);
    y.addEventListener("input", show);
    show();
  }

  document.querySelectorAll("[data-newsroom-focal]").forEach(arm);
})();
