// A table copied from Word, Excel or a page: plain text leaves merged cells empty, makes a row of every paragraph of a
// cell, and puts the mark of a footnote behind its number. Its cells are put where they stood, what is merged downwards
// repeated where it is words; a number is said once.
const PANGKAT = { 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
const ANGKA = /^[\s\d.,()%-]*$/;

function teksSel(sel) {
  const baris = [];
  const kumpul = (unsur) => {
    for (const anak of unsur.childNodes) {
      if (anak.nodeType === Node.TEXT_NODE) baris.push(anak.data.replace(/[\s\u00a0]+/g, " "));
      else if (anak.nodeName === "BR") baris.push("\n");
      else if (anak.nodeName === "SUP") baris.push(anak.textContent.trim().replace(/\d/g, (angka) => PANGKAT[angka]));
      else {
        kumpul(anak);
        if (/^(P|DIV|LI)$/.test(anak.nodeName)) baris.push("\n");
      }
    }
  };
  kumpul(sel);
  const teks = baris.join("").replace(/ *\n */g, "\n").trim();
  return /[\n\t"]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks;
}

function kotak(tabel) {
  const petak = [];
  [...tabel.rows].forEach((tr, r) => {
    petak[r] ??= [];
    let k = 0;
    for (const sel of tr.cells) {
      while (petak[r][k] !== undefined) k += 1;
      const teks = teksSel(sel);
      for (let turun = 0; turun < Math.min(sel.rowSpan || 1, tabel.rows.length - r); turun += 1) {
        petak[r + turun] ??= [];
        for (let kanan = 0; kanan < Math.min(sel.colSpan, 100); kanan += 1) {
          const ulang = kanan === 0 && (turun === 0 || !ANGKA.test(teks));
          petak[r + turun][k + kanan] = ulang ? teks : "";
        }
      }
      k += sel.colSpan;
    }
  });
  return petak.map((baris) => Array.from(baris, (sel) => sel ?? "").join("\t")).join("\n");
}

function tempel(peristiwa) {
  const html = peristiwa.clipboardData?.getData("text/html") ?? "";
  if (!/<table/i.test(html)) return;
  const bersih = html.replace(/(\s)style(\s*=)/gi, "$1data-gaya$2").replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "");
  const tabel = [...new DOMParser().parseFromString(bersih, "text/html").querySelectorAll("table")];
  if (!tabel.length) return;
  peristiwa.preventDefault();
  const isian = peristiwa.target;
  isian.setRangeText(tabel.map(kotak).join("\n\n"), isian.selectionStart, isian.selectionEnd, "end");
  isian.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const isian of document.querySelectorAll("[data-tempel-tabel]")) isian.addEventListener("paste", tempel);
