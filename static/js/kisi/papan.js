// Keys and paste, as in a spreadsheet. The grid is the rows of the table and their cells, closed ones included, so that
// a pasted block lands where it stood in Excel.

function baris(tabel) {
  return [...tabel.querySelectorAll("tr[data-baris]")];
}

function sel(tr) {
  return [...tr.querySelectorAll("td.kisi-sel")];
}

function isian(td) {
  return td?.querySelector(".kisi-isian:not([disabled])") ?? null;
}

// Where a cell stands in its table; a page may have several.
function letak(input) {
  const td = input.closest("td.kisi-sel");
  const semua = baris(td.closest("table"));
  const nomor = semua.indexOf(td.closest("tr"));
  return { semua, nomor, kolom: sel(semua[nomor]).indexOf(td) };
}

// The next cell that can be typed in, `turun` rows down or `kanan` columns to the right.
function tetangga(input, turun, kanan) {
  const { semua, nomor, kolom } = letak(input);
  for (let n = nomor + turun, k = kolom + kanan; semua[n]; n += turun, k += kanan) {
    const petak = sel(semua[n]);
    if (!petak[k]) return null;
    const ada = isian(petak[k]);
    if (ada) return ada;
  }
  return null;
}

function diTepi(input, kanan) {
  const { selectionStart: awal, selectionEnd: akhir, value } = input;
  if (awal === 0 && akhir === value.length) return true;
  return awal === akhir && awal === (kanan > 0 ? value.length : 0);
}

// Whether the next arrow down or up leaves the cell: a text of several lines is walked through first.
function diBaris(input, turun) {
  if (input.tagName !== "TEXTAREA" || (input.selectionStart === 0 && input.selectionEnd === input.value.length)) return true;
  return turun > 0 ? input.selectionEnd === input.value.length : input.selectionStart === 0;
}

export function pasangTombol(kisi, { selesai, batal, rincian }) {
  kisi.addEventListener("focusin", ({ target }) => {
    if (target.matches(".kisi-isian")) target.select?.();
  });
  kisi.addEventListener("keydown", (acara) => {
    const input = acara.target;
    if (!input.matches(".kisi-isian") || acara.isComposing || acara.ctrlKey || acara.metaKey) return;
    const pergi = (turun, kanan) => {
      acara.preventDefault();
      const tujuan = tetangga(input, turun, kanan);
      if (tujuan) tujuan.focus();
      else selesai(input);
    };
    if (acara.altKey) {
      if (acara.key.toLowerCase() === "r") {
        acara.preventDefault();
        rincian(input.closest("tr"));
      }
    } else if (acara.key === "Enter") pergi(acara.shiftKey ? -1 : 1, 0);
    else if (input.options) {
      // The arrows choose, as in every list.
      if (acara.key === "Escape") batal(input);
    } else if (acara.key === "ArrowDown" && diBaris(input, 1)) pergi(1, 0);
    else if (acara.key === "ArrowUp" && diBaris(input, -1)) pergi(-1, 0);
    else if (acara.key === "ArrowLeft" && !acara.shiftKey && diTepi(input, -1)) pergi(0, -1);
    else if (acara.key === "ArrowRight" && !acara.shiftKey && diTepi(input, 1)) pergi(0, 1);
    else if (acara.key === "F2") input.setSelectionRange(input.value.length, input.value.length);
    else if (acara.key === "Escape") batal(input);
  });
}

// A cell that holds line breaks, tabs or quotes of its own stands in quotes, with its quotes doubled.
const KUTIPAN = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
const POLOS = /[^\t\n]*/y;

// A block of cells as Excel puts it on the clipboard; null for a single value. An input has one line: the lines of a cell
// are joined by spaces, so that what does not belong there is refused in its own cell and no other moves.
export function blok(teks) {
  const rapi = teks.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!/[\t\n]/.test(rapi)) return null;
  const hasil = [[]];
  for (let letak = 0; ; ) {
    KUTIPAN.lastIndex = POLOS.lastIndex = letak;
    const kutipan = KUTIPAN.exec(rapi);
    const isi = kutipan ? kutipan[1].replaceAll('""', '"') : POLOS.exec(rapi)[0];
    hasil.at(-1).push(isi.replace(/\s+/g, " ").trim());
    letak = kutipan ? KUTIPAN.lastIndex : POLOS.lastIndex;
    if (letak >= rapi.length) return hasil;
    if (rapi[letak] === "\n") hasil.push([]);
    letak += 1;
  }
}

// `tempel` puts a text into a cell and says whether it could; `selesai` is told how many were, and how many found no cell.
export function pasangTempel(kisi, { tempel, selesai }) {
  kisi.addEventListener("paste", (acara) => {
    const input = acara.target;
    if (!input.matches(".kisi-isian")) return;
    const isi = blok(acara.clipboardData.getData("text/plain"));
    if (!isi) return;
    acara.preventDefault();
    const { semua, nomor, kolom } = letak(input);
    const masuk = [];
    let lewat = 0;
    isi.forEach((satu, n) => {
      const petak = semua[nomor + n] ? sel(semua[nomor + n]) : [];
      satu.forEach((teks, k) => {
        if (!teks) return; // an empty cell of the block changes nothing
        const tujuan = isian(petak[kolom + k]);
        if (tujuan && tempel(tujuan, teks)) {
          masuk.push(tujuan);
        } else lewat += 1;
      });
    });
    selesai(masuk, lewat);
  });
}
