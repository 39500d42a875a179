// A line that is added below a table is sent with the page; a line to the server that drops just then would take what was
// typed with it. It is kept in this tab until the server has answered, and stands in its place again. So is what was
// typed in another line meanwhile: the page comes back for the one that was added.

const AWALAN = "sakip-baris-baru:";

// `katakan` says what became of a line that was sent and is not stored.
export function pasangBarisBaru(kisi, katakan) {
  const ditambah = new URLSearchParams(location.search).has("baru"); // the page of a line that was just added
  let dikirim = "";
  const baris = [...kisi.querySelectorAll("[data-baris-baru]")].map((lipat) => new Baris(lipat, kisi.dataset.pengguna));
  for (const satu of baris) {
    const lama = baca(satu.kunci);
    if (lama && !(ditambah && lama.dikirim && lama.dari !== location.href)) satu.pulihkan(lama, katakan);
    lupakan(satu.kunci);
  }
  kisi.addEventListener("submit", (kejadian) => {
    if (!kejadian.submitter?.matches("[name=tambah]")) return;
    if ("terputus" in document.documentElement.dataset) { // terputus.js
      kejadian.preventDefault();
      katakan("Jaringan terputus. Baris baru belum dikirim; yang Anda ketik tetap di sini. Tekan Tambah baris setelah jaringan pulih.");
      return;
    }
    dikirim = kejadian.submitter.value;
    for (const satu of baris) satu.simpan(satu.nama === dikirim);
  });
  // The cells are sent by themselves, and another line when its own button is pressed.
  kisi.addEventListener("formdata", ({ formData }) => {
    for (const nama of [...formData.keys()]) {
      if (nama.startsWith("sel-") || nama === "asal" || (/baru-\d/.test(nama) && !milik(nama, dikirim))) formData.delete(nama);
    }
  });
  kisi.addEventListener("keydown", (kejadian) => {
    const isian = kejadian.target;
    if (kejadian.key !== "Enter" || kejadian.isComposing || !isian.matches("input.kisi-baru-isian")) return;
    kejadian.preventDefault();
    isian.closest("[data-baris-baru]").querySelector("[name=tambah]").click();
  });
}

// Whether a field belongs to the line: "baru-1-target", "baris-baru-1", not "baru-12-target".
function milik(nama, baris) {
  return nama.startsWith(`${baris}-`) || nama.endsWith(`-${baris}`);
}

class Baris {
  constructor(lipat, pengguna) {
    this.lipat = lipat;
    this.isian = [...lipat.querySelectorAll(".kisi-baru-isian")];
    this.nama = lipat.querySelector("[name=tambah]").value;
    this.kunci = `${AWALAN}${pengguna}:${location.pathname}:${lipat.dataset.barisBaru}`;
    this.awal = JSON.stringify(this.isi());
  }

  // What is typed, by the name of the field alone: the number of a line is another as soon as a table is added above it.
  isi() {
    return Object.fromEntries(this.isian.map((satu) => [satu.name.slice(this.nama.length + 1), satu.value]));
  }

  simpan(dikirim) {
    const isi = this.isi();
    if (dikirim || JSON.stringify(isi) !== this.awal) simpan(this.kunci, { dari: location.href, dikirim, isi });
  }

  pulihkan({ isi, dikirim }, katakan) {
    for (const satu of this.isian) {
      const lama = isi[satu.name.slice(this.nama.length + 1)];
      if (lama === undefined) continue;
      const semula = satu.value;
      satu.value = lama;
      if (satu.value !== lama) satu.value = semula; // what was chosen is not offered any more
    }
    this.lipat.open = true;
    if (dikirim) {
      katakan("Baris baru yang tadi dikirim belum tersimpan. Isinya ada lagi di bawah tabelnya; periksa, lalu tekan Tambah baris.");
    }
  }
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
