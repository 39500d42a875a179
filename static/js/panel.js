// The panel beside a document follows the sections in view. Without this script it is a plain list of links.
"use strict";

(() => {
  const panel = document.getElementById("panel-temuan");
  if (!panel) return;
  const body = panel.querySelector(".panel-isi");
  const here = panel.querySelector("[data-di-sini]");
  const groups = new Map([...panel.querySelectorAll("[data-bagian]")].map((one) => [one.dataset.bagian, one]));
  const starts = [...document.querySelectorAll(".lembar :is(h1, h2, h3)[id]")];
  const narrow = window.matchMedia("(max-width: 63.99rem)");

  panel.classList.add("mengikuti");
  const fit = () => { panel.open = !narrow.matches; };
  fit();
  narrow.addEventListener("change", fit);

  const inView = () => {
    const tops = starts.map((one) => one.getBoundingClientRect().top);
    return starts
      .filter((one, index) => tops[index] < window.innerHeight && (tops[index + 1] ?? Infinity) > 0)
      .map((one) => groups.get(one.id))
      .filter(Boolean);
  };

  let shown = [];
  const follow = () => {
    const now = inView();
    const count = now.reduce((sum, one) => sum + one.querySelectorAll(".temuan-daftar > li").length, 0);
    here.textContent = count ? `${count} di bagian ini` : "tidak ada di bagian ini";
    if (now.length === shown.length && now.every((one, index) => one === shown[index])) return;
    shown.forEach((one) => one.removeAttribute("aria-current"));
    now.forEach((one) => one.setAttribute("aria-current", "true"));
    shown = now;
    if (now.length && !body.contains(document.activeElement)) body.scrollTop = now[0].offsetTop;
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    window.requestAnimationFrame(() => { waiting = false; follow(); });
  };
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon, { passive: true });
  // On a phone the list covers the text: who chose a place wants to read it.
  body.addEventListener("click", (event) => {
    if (narrow.matches && event.target.closest("a[href^='#']")) panel.open = false;
  });
  follow();
})();
