// A block copied from Excel and pasted into a cell of a table fills the cells to the right of it and below, as Excel
// would; arrows and Enter move between rows. Nothing is sent: the form stays a form, with its own button.
import { blok } from "./kisi/papan.js";

const SEL = 'input[type="text"]';

const barisDari = (tabel) =>
  [...tabel.querySelectorAll("tbody tr")].map((tr) => [...tr.querySelectorAll(SEL)]).filter((sel) => sel.length);

function letak(baris, sel) {
  for (let r = 0; r < baris.length; r += 1) {
    const k = baris[r].indexOf(sel);
    if (k >= 0) return [r, k];
  }
  return null;
}

function tempel(tabel, peristiwa) {
  const isi = blok(peristiwa.clipboardData?.getData("text/plain") ?? "");
  if (!isi) return;
  const baris = barisDari(tabel);
  const awal = letak(baris, peristiwa.target);
  if (!awal) return;
  peristiwa.preventDefault();
  let masuk = 0;
  let lewat = 0;
  isi.forEach((kolom, r) => {
    kolom.forEach((nilai, k) => {
      if (!nilai) return; // an empty cell of the block changes nothing
      const sel = baris[awal[0] + r]?.[awal[1] + k];
      if (!sel) {
        lewat += 1;
        return;
      }
      sel.value = nilai;
      sel.dispatchEvent(new Event("input", { bubbles: true }));
      masuk += 1;
    });
  });
  kabar(`${masuk} nilai ditempel.${lewat ? ` ${lewat} nilai tidak ditempel karena di luar tabel.` : ""} Periksa, lalu simpan.`);
}

function pindah(tabel, peristiwa) {
  const arah = { ArrowUp: -1, ArrowDown: 1, Enter: peristiwa.shiftKey ? -1 : 1 }[peristiwa.key];
  if (!arah) return;
  const baris = barisDari(tabel);
  const awal = letak(baris, peristiwa.target);
  if (!awal) return;
  peristiwa.preventDefault();
  const tujuan = baris[awal[0] + arah]?.[awal[1]];
  tujuan?.focus();
  tujuan?.select();
}

function kabar(kalimat) {
  const tempat = document.getElementById("kabar-tempel");
  if (tempat) tempat.textContent = kalimat;
}

for (const tabel of document.querySelectorAll("[data-tempel-kolom]")) {
  tabel.addEventListener("paste", (p) => p.target.matches?.(SEL) && tempel(tabel, p));
  tabel.addEventListener("keydown", (p) => p.target.matches?.(SEL) && pindah(tabel, p));
}

// Leaving with typed amounts asks first; sending them does not.
const form = document.querySelector("[data-tempel-kolom]")?.closest("form");
if (form) {
  let berubah = false;
  form.addEventListener("input", () => { berubah = true; });
  form.addEventListener("submit", () => { berubah = false; });
  window.addEventListener("beforeunload", (p) => { if (berubah) p.preventDefault(); });
}
