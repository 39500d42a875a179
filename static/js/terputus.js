// A form that is sent while the line is gone ends on the browser's own page, and Back leads past its form: what was typed
// would be lost. It is not sent then; and what was sent and never answered stands in its form again. Nobody knows whether
// the server has stored it: it comes back with what its page had seen, so that a change since then is a conflict.

const KUNCI = "sakip-terkirim";
const BUKAN_KETIKAN = new Set(["hidden", "password", "file", "submit", "button", "image", "reset"]);

const siapa = document.querySelector("script[data-pengguna]")?.dataset.pengguna ?? "";
const DILIHAT = /^(.*-)?sidik$|^dilihat$/; // what the page had seen of the rows
const disini = location.pathname + location.search;
const ketikan = (formulir) => [...formulir.elements].filter((e) => e.name && e.type && (!BUKAN_KETIKAN.has(e.type) || (e.type === "hidden" && DILIHAT.test(e.name))));
const nilai = (e) => (["checkbox", "radio"].includes(e.type) ? e.checked : e.multiple ? [...e.selectedOptions].map((o) => o.value) : e.value);
const berubah = (e) => {
  if (["checkbox", "radio"].includes(e.type)) return e.checked !== e.defaultChecked;
  if (e.multiple && e.options) return [...e.options].some((o) => o.selected !== o.defaultSelected);
  if (e.options) return e.selectedIndex !== Math.max(0, [...e.options].map((o) => o.defaultSelected).lastIndexOf(true));
  return e.value !== e.defaultValue;
};

function ingatan() {
  try {
    const isi = JSON.parse(sessionStorage.getItem(KUNCI));
    return isi?.siapa === siapa ? isi : null;
  } catch { return null; } // nothing is kept, or it is switched off
}

function lupakan() {
  try { sessionStorage.removeItem(KUNCI); } catch { /* as above */ }
}

function pesan(judul, ...isi) {
  const kotak = document.createElement("div");
  kotak.className = "pesan pesan-ingat";
  kotak.setAttribute("role", "alert");
  const kepala = document.createElement("p");
  kepala.className = "pesan-judul";
  kepala.textContent = judul;
  const teks = document.createElement("p");
  teks.append(...isi);
  kotak.append(kepala, teks);
  return kotak;
}

// A site on the very machine of the browser is there without any network, which the browser takes for gone. What is known
// of the line stands at the page, for other scripts as well.
const { dataset } = document.documentElement;
const putus = (ya) => { if (ya) dataset.terputus = ""; else delete dataset.terputus; };
async function tanya() {
  putus(!navigator.onLine);
  if (navigator.onLine) return;
  await fetch("/akun/aktif/", { headers: { Accept: "application/json" } }).then(() => putus(false), () => putus(!navigator.onLine));
}
addEventListener("offline", tanya);
addEventListener("online", tanya);
tanya();

// -- sending: last of all who listen, so that what is sent otherwise is left alone

addEventListener("submit", (acara) => {
  const formulir = acara.target;
  if (acara.defaultPrevented || formulir.method !== "post") return;
  document.getElementById("pesan-terputus")?.remove();
  if ("terputus" in dataset) {
    acara.preventDefault();
    const kabar = pesan("Jaringan terputus", "Yang Anda ketik masih ada di halaman ini dan belum terkirim. Tekan tombolnya lagi sesudah jaringan pulih.");
    kabar.id = "pesan-terputus";
    (acara.submitter?.closest(".deret-tombol") ?? acara.submitter ?? formulir).before(kabar);
    return;
  }
  if (formulir.action.endsWith("/keluar/")) lupakan();
  const isian = ketikan(formulir);
  // A form with data-pengguna is kept by a script of its own; its cells are sent one by one.
  if (formulir.dataset.pengguna || formulir.querySelector("[type=password], [contenteditable]") || !isian.some(berubah)) return;
  try {
    sessionStorage.setItem(KUNCI, JSON.stringify({ siapa, halaman: disini, judul: document.title.split(" – ")[0].replace(/^Kesalahan: /, ""), ke: formulir.action, isian: isian.map((e) => [e.name, nilai(e)]) }));
  } catch { /* too much, or switched off: it is sent all the same */ }
});

// -- coming back

function pulihkan({ ke, isian }) {
  const formulir = [...document.forms].find((f) => f.method === "post" && (f.action === ke || [...f.elements].some((e) => e.hasAttribute("formaction") && e.formAction === ke)));
  if (!formulir) return null;
  const sisa = [...isian];
  for (const e of ketikan(formulir)) {
    const n = sisa.findIndex(([nama]) => nama === e.name);
    if (n < 0) continue;
    const [[, isi]] = sisa.splice(n, 1);
    if (["checkbox", "radio"].includes(e.type)) e.checked = isi;
    else if (e.multiple) for (const o of e.options) o.selected = isi.includes(o.value);
    else e.value = isi;
    if (berubah(e)) for (let d = e.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
  }
  return formulir;
}

const terkirim = ingatan();
if (terkirim) {
  const [jalan] = performance.getEntriesByType("navigation");
  const terjawab = "jawaban" in dataset || (jalan ?? performance.navigation)?.redirectCount > 0; // the latter until Safari 14
  if (terjawab) lupakan();
  else {
    const buang = document.createElement("button");
    buang.type = "button";
    buang.className = "tombol-teks";
    buang.textContent = "Buang";
    const kembali = terkirim.halaman === disini && pulihkan(terkirim);
    const jalur = document.createElement("a");
    jalur.href = terkirim.halaman;
    jalur.textContent = `Buka ${terkirim.judul}`;
    const kabar = kembali
      ? pesan("Yang Anda ketik mungkin belum tersimpan", `Pengirimannya tidak terjawab; isiannya tertulis lagi di bawah. ${kembali.querySelector("[type=file]") ? "Bila ada berkas yang dipilih, pilih lagi. " : ""}Periksa, lalu simpan. `, buang)
      : pesan("Ada isian yang mungkin belum tersimpan", "Pengirimannya tidak terjawab. ", jalur, " untuk melanjutkan. ", buang);
    buang.addEventListener("click", () => {
      lupakan();
      kabar.remove();
      if (kembali) location.replace(disini); // Firefox keeps in a reload what stands in fields
    });
    document.getElementById("isi")?.prepend(kabar);
  }
}
