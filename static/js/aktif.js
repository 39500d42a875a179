// Typing is work: a session that is filled in counts as used, also while nothing is sent.

const JEDA = 4 * 60 * 1000; // well below the half hour after which a session ends
let terakhir = Date.now();

document.addEventListener("input", () => {
  if (Date.now() - terakhir < JEDA) return;
  terakhir = Date.now();
  fetch("/akun/aktif/", { headers: { Accept: "application/json" } }).catch(() => {}); // the next one tells it again
});
