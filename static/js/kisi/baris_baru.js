// A line that is added below a table is a form of its own, sent as any other; a line to the server that drops just then
// would take what was typed with it. It is kept in this tab until the server has answered, and stands in its place again.

const AWALAN = "sakip-baris-baru:";

export function pasangBarisBaru(pengguna, katakan) {
  const ditambah = new URLSearchParams(location.search).has("baru"); // the page of a line that was just added
  for (const form of document.querySelectorAll("form[data-baris-baru]")) {
    const kunci = `${AWALAN}${pengguna}:${location.pathname}:${form.dataset.barisBaru}`;
    const isian = [...form.elements].filter((satu) => satu.classList.contains("kisi-baru-isian"));
    const lama = baca(kunci);
    if (lama && !(ditambah && lama.dari !== location.href)) pulihkan(lama.isi, isian, katakan);
    lupakan(kunci);
    form.addEventListener("submit", (kejadian) => {
      if (!navigator.onLine) {
        kejadian.preventDefault();
        katakan("Jaringan terputus. Baris baru belum dikirim; yang Anda ketik tetap di sini. Tekan Tambah baris setelah jaringan pulih.");
        return;
      }
      simpan(kunci, { dari: location.href, isi: Object.fromEntries(isian.map((satu) => [satu.name, satu.value])) });
    });
  }
}

function pulihkan(lama, isian, katakan) {
  if (!isian.length) return;
  for (const satu of isian) {
    if (!(satu.name in lama)) continue;
    const semula = satu.value;
    satu.value = lama[satu.name];
    if (satu.value !== lama[satu.name]) satu.value = semula; // what was chosen is not offered any more
  }
  isian[0].closest("details").open = true;
  katakan("Baris baru yang tadi dikirim belum tersimpan. Isinya ada lagi di bawah tabelnya; periksa, lalu tekan Tambah baris.");
}

function baca(kunci) {
  try {
    return JSON.parse(sessionStorage.getItem(kunci));
  } catch {
    return null; // storage is switched off
  }
}

function simpan(kunci, isi) {
  try {
    sessionStorage.setItem(kunci, JSON.stringify(isi));
  } catch { /* as above */ }
}

function lupakan(kunci) {
  try {
    sessionStorage.removeItem(kunci);
  } catch { /* as above */ }
}
