// Typing is work: a session that is filled in counts as used, also while nothing is sent.

const JEDA = 4 * 60 * 1000; // well below the half hour after which a session ends
let terakhir = Date.now();

document.addEventListener("input", () => {
  if (Date.now() - terakhir < JEDA) return;
  terakhir = Date.now();
  fetch("/akun/aktif/", { headers: { Accept: "application/json" } }).catch(() => {}); // the next one tells it again
});

// A page that the browser brings back as it was (its Back button) is shown to who may see it: on a machine that several
// people use, its reader may have signed out meanwhile, or another have signed in.
const PENGGUNA = document.currentScript.dataset.pengguna;

addEventListener("pageshow", async ({ persisted }) => {
  if (!persisted) return;
  const halaman = document.documentElement;
  halaman.hidden = true;
  try {
    const jawab = await fetch(`/akun/aktif/?pengguna=${PENGGUNA}`, { headers: { Accept: "application/json" } });
    if (jawab.status >= 400 && jawab.status < 500) return location.reload();
  } catch { /* as where the server has trouble: nobody can tell, and what was typed here must not be lost for it */ }
  halaman.hidden = false;
});
