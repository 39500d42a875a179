// A grid in the browser: every value is sent by itself as soon as its cell is left. Without this script the page is one
// form with a button. Realisasi and every document that is filled as a table share it: the page says of which parts the
// name of a cell is made (`data-kolom`, `data-pemisah`), and whether its rows have a panel.
import { Antrean, MENUNGGU } from "./antrean.js";
import { pasangBarisBaru } from "./baris_baru.js";
import { Dialog } from "./bentrok.js";
import { Kabar } from "./kabar.js";
import { Pengirim } from "./kirim.js";
import { Panel } from "./panel.js";
import { pasangTempel, pasangTombol } from "./papan.js";

const kisi = document.getElementById("kisi");
if (kisi) jalankan();

function jalankan() {
  const asal = new Map(Object.entries(JSON.parse(kisi.elements.asal.value))); // what is stored: text and fingerprint
  const antrean = new Antrean(kisi.dataset.pengguna, location.pathname);
  const dialog = new Dialog(document.getElementById("dialog-bentrok"));
  const { pemisah } = kisi.dataset;
  const letakPanel = document.getElementById("panel");
  const panel = letakPanel && new Panel(letakPanel, { selesai: segarkan });
  const papanAntrean = document.getElementById("antrean");
  const kabar = new Kabar(document.getElementById("kabar"));
  const pengirim = new Pengirim({
    alamat: kisi.dataset.alamat,
    kolom: kisi.dataset.kolom.split(" "),
    pemisah,
    pengguna: kisi.dataset.pengguna,
    token: kisi.elements.csrfmiddlewaretoken.value,
    antrean,
    akibat: {
      mulai: (entri) => keadaan(entri.sel, "menyimpan"),
      tersimpan,
      bentrok(entri) {
        keadaan(entri.sel, "bentrok", entri.bentrok.pesan);
        kabar.tentang(entri.sel, false); // the dialog says it
        tanya(entri);
      },
      ditolak(entri) {
        keadaan(entri.sel, entri.keadaan, entri.pesan);
        kabar.tentang(entri.sel, false, `Belum tersimpan: ${entri.pesan} ${entri.nama}.`);
      },
      terputus: (entri) => keadaan(entri.sel, "tersimpan di perangkat ini"),
      berubah: tampilkanAntrean,
    },
  });

  // -- cells -----------------------------------------------------------------------------------------

  function petak(sel) {
    return kisi.querySelector(`[data-sel="${sel}"]`);
  }

  function isianDi(sel) {
    return petak(sel)?.querySelector(".kisi-isian") ?? null;
  }

  // The row of a cell: its name but for the last part, which is the column.
  function barisDari(sel) {
    return sel.slice(0, sel.lastIndexOf(pemisah));
  }

  // A value as people read it: of a choice its words.
  function sebut(sel, teks) {
    const pilihan = [...(isianDi(sel)?.options ?? [])].find((satu) => satu.value === teks);
    return pilihan ? pilihan.textContent.trim() : teks;
  }

  function tersimpanDi(sel) {
    return asal.get(sel) ?? ["", ""];
  }

  function nama(td) {
    const baris = td.closest("tr").querySelector(".kisi-nama-teks").textContent.trim();
    const kolom = td.dataset.nama;
    return `${baris}, ${kolom[0].toLowerCase()}${kolom.slice(1)}`;
  }

  // The state of a cell in a word and an icon, and the message below it.
  function keadaan(sel, kata, pesan = "") {
    const td = petak(sel);
    if (!td) return;
    const letak = td.querySelector("[data-keadaan]");
    const tampil = kata === "baru tersimpan" ? "tersimpan" : kata;
    letak.dataset.keadaan = kata;
    letak.replaceChildren(...(kata ? [ikon(tampil), tampil] : []));
    const salah = ["tidak sah", "bentrok", "terkunci", "gagal"].includes(kata);
    td.classList.toggle("kisi-salah", salah);
    td.querySelector("[data-pesan]").replaceChildren(pesan);
    if (kata === "bentrok") td.querySelector("[data-pesan]").append(tombolLihat(sel));
    if (salah && antrean.untuk(sel)?.setuju) td.querySelector("[data-pesan]").append(tombolSetuju(sel));
    const input = td.querySelector(".kisi-isian");
    if (salah) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  function ikon(kata) {
    const nama = { "tersimpan di perangkat ini": "perangkat" }[kata] ?? kata.replace(" ", "-");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [kunci, isi] of Object.entries({
      class: "ikon", viewBox: "0 0 16 16", width: 12, height: 12, "aria-hidden": "true", focusable: "false",
    })) svg.setAttribute(kunci, isi);
    const pakai = document.createElementNS("http://www.w3.org/2000/svg", "use");
    pakai.setAttribute("href", `#i-${nama}`);
    svg.append(pakai);
    return svg;
  }

  function tombolLihat(sel) {
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "tombol kisi-lihat";
    tombol.textContent = "Bandingkan";
    tombol.addEventListener("click", () => {
      const entri = antrean.untuk(sel);
      if (entri?.bentrok) tanya(entri);
    });
    return tombol;
  }

  // A value that measures anew what is measured already is stored when its writer agrees to that.
  function tombolSetuju(sel) {
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "tombol kisi-lihat";
    tombol.textContent = "Setujui dan simpan";
    tombol.addEventListener("click", () => {
      const entri = antrean.untuk(sel);
      if (!entri?.setuju) return;
      antrean.tulis(entri.kunci, { ...entri, keadaan: MENUNGGU, pesan: undefined, setuju: undefined, disetujui: entri.setuju });
      isianDi(sel)?.focus();
      keadaan(sel, "menyimpan");
      pengirim.siram();
    });
    return tombol;
  }

  // What was typed is remembered on this device first, then sent.
  function simpan(input) {
    const td = input.closest("[data-sel]");
    const { sel } = td.dataset;
    const teks = input.value.trim();
    const menunggu = antrean.untuk(sel);
    const [lama, sidik] = tersimpanDi(sel);
    if (menunggu ? menunggu.teks === teks : teks === lama) return;
    if (menunggu && teks === lama && menunggu.keadaan !== MENUNGGU) {
      lupakan(menunggu);
      return;
    }
    antrean.tambah(sel, teks, sidik, nama(td));
    keadaan(sel, "menyimpan");
    pengirim.siram();
    tampilkanAntrean();
  }

  // Drop a value that was refused; the stored one is shown again.
  function lupakan(entri) {
    antrean.hapus(entri.kunci);
    const [teks] = tersimpanDi(entri.sel);
    const input = isianDi(entri.sel);
    if (input) input.value = teks;
    keadaan(entri.sel, teks ? "tersimpan" : "");
    tampilkanAntrean();
  }

  function tanya(entri) {
    const { bentrok } = entri;
    const tampil = {
      ...entri,
      teks: sebut(entri.sel, entri.teks),
      bentrok: { ...bentrok, tersimpan: sebut(entri.sel, bentrok.tersimpan) },
    };
    dialog.tanya(tampil, (_, pilihan) => {
      const { sidik, tersimpan: teks } = bentrok;
      if (pilihan === "milik") {
        antrean.tulis(entri.kunci, { ...entri, sidik, keadaan: MENUNGGU, bentrok: undefined });
        pengirim.siram();
      } else if (pilihan === "tersimpan") {
        asal.set(entri.sel, [teks, sidik]);
        lupakan(entri);
        segarkan(barisDari(entri.sel));
      }
      isianDi(entri.sel)?.focus();
    });
  }

  // -- what the server answers -------------------------------------------------------------------------

  function tersimpan(entri, isi) {
    if (isi.muat_ulang) {
      location.reload();
      return;
    }
    asal.set(entri.sel, [isi.teks, isi.sidik]);
    const td = petak(entri.sel);
    const input = isianDi(entri.sel);
    if (input && input.value.trim() === entri.teks) input.value = isi.teks;
    if (!antrean.untuk(entri.sel)) {
      keadaan(entri.sel, isi.teks ? "baru tersimpan" : "", isi.tanya && "Perlu dipastikan. ");
      if (isi.tanya) td?.querySelector("[data-pesan]").append(tautanJawab());
    }
    for (const [id, teks] of Object.entries(isi.tampil ?? {})) {
      const letak = document.getElementById(id);
      if (letak) letak.textContent = teks;
    }
    for (const [sel, lain] of Object.entries(isi.sel_lain ?? {})) selLain(sel, lain);
    const hasil = isi.teks ? "Tersimpan." : "Dikosongkan.";
    const kata = [hasil, isi.hilang, isi.tanya, isi.kabar, `${entri.nama}.`].filter(Boolean).join(" ");
    kabar.tentang(entri.sel, true, kata, isi.hilang, isi.tanya);
  }

  // Where a question about a value is answered.
  function tautanJawab() {
    const tautan = document.createElement("a");
    tautan.href = kisi.dataset.pastikan;
    tautan.textContent = "Jawab";
    return tautan;
  }

  // A cell whose value follows from others cannot be typed in while it does.
  function selLain(sel, { teks, sidik, dihitung }) {
    const input = isianDi(sel);
    if (!input) return;
    const hitung = document.getElementById(`hitung-${sel}`);
    if (hitung) {
      hitung.hidden = !dihitung;
      input.hidden = input.disabled = dihitung;
    }
    if (antrean.untuk(sel)) return;
    asal.set(sel, [teks, sidik]);
    if (document.activeElement !== input) input.value = teks;
    if (!teks) keadaan(sel, "");
    else if (!hitung) keadaan(sel, "tersimpan");
  }

  // Take a row from the page as it is now, after its panel or another's value was accepted.
  async function segarkan(baris) {
    let halaman;
    try {
      const jawaban = await fetch(location.pathname);
      if (jawaban.redirected || !jawaban.ok) return;
      halaman = new DOMParser().parseFromString(await jawaban.text(), "text/html");
    } catch {
      return;
    }
    const [lama, baru] = [document, halaman].map((d) => d.getElementById(`baris-${baris}`));
    if (!lama || !baru) return;
    const fokus = document.activeElement?.id;
    const asalBaru = JSON.parse(halaman.getElementById("kisi").elements.asal.value);
    for (const td of baru.querySelectorAll("[data-sel]")) {
      if (td.dataset.sel in asalBaru) asal.set(td.dataset.sel, asalBaru[td.dataset.sel]);
      else asal.delete(td.dataset.sel);
    }
    lama.replaceWith(document.adoptNode(baru));
    for (const rerata of document.querySelectorAll("[id^=rerata]")) {
      rerata.textContent = halaman.getElementById(rerata.id)?.textContent ?? "";
    }
    pulihkan();
    if (fokus) document.getElementById(fokus)?.focus();
  }

  // -- what waits on this device -------------------------------------------------------------------------

  // Put back into the cells what was typed and is not stored.
  function pulihkan() {
    for (const entri of antrean.semua()) {
      const input = isianDi(entri.sel);
      if (!input) continue;
      input.value = entri.teks;
      if (entri.keadaan === MENUNGGU) keadaan(entri.sel, "tersimpan di perangkat ini");
      else keadaan(entri.sel, entri.keadaan, entri.pesan ?? entri.bentrok?.pesan);
    }
  }

  function tampilkanAntrean(sebab = pengirim.sebab) {
    const semua = antrean.semua();
    const menunggu = semua.filter((e) => e.keadaan === MENUNGGU);
    const tanpaSel = semua.filter((e) => !petak(e.sel) && e.keadaan !== MENUNGGU);
    papanAntrean.hidden = !(sebab && menunggu.length) && !tanpaSel.length;
    papanAntrean.replaceChildren();
    if (sebab && menunggu.length) papanAntrean.append(...sebutSebab(sebab, menunggu.length));
    for (const entri of tanpaSel) papanAntrean.append(sebutDitolak(entri));
  }

  function sebutSebab(sebab, banyak) {
    const p = document.createElement("p");
    const tersimpanDiSini = `${banyak} nilai tersimpan di perangkat ini`;
    const tautan = document.createElement("a");
    tautan.href = kisi.dataset.masuk;
    tautan.textContent = "Masuk lagi";
    if (sebab === "masuk") {
      p.append(`Sesi Anda berakhir. ${tersimpanDiSini} dan dikirim setelah Anda masuk. `, tautan);
    } else if (sebab === "lain") {
      tautan.textContent = "Masuk dengan akun Anda";
      p.append(`Pengguna lain sedang masuk. ${tersimpanDiSini} sampai Anda masuk sendiri. `, tautan);
    } else if (sebab === "server") {
      p.append(`Server belum dapat menyimpan. ${tersimpanDiSini} dan dikirim lagi sebentar lagi.`);
    } else {
      p.append(`Jaringan terputus. ${tersimpanDiSini} dan dikirim begitu jaringan pulih.`);
    }
    return [p];
  }

  // A refused value whose cell is closed now is still shown, until its writer puts it away.
  function sebutDitolak(entri) {
    const p = document.createElement("p");
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "tombol kisi-lihat";
    tombol.textContent = "Buang";
    tombol.addEventListener("click", () => lupakan(entri));
    p.append(`${entri.nama}: "${entri.teks}" tidak tersimpan. ${entri.pesan ?? entri.bentrok?.pesan ?? ""} `, tombol);
    return p;
  }

  // -- listening ---------------------------------------------------------------------------------------

  // Every cell is sent by itself; the button below a table sends its new line.
  kisi.addEventListener("submit", (acara) => {
    if (!acara.submitter?.matches("[name=tambah]")) acara.preventDefault();
  });
  kisi.addEventListener("change", ({ target }) => {
    if (target.matches(".kisi-isian")) simpan(target);
  });
  kisi.addEventListener("click", (acara) => {
    const tautan = acara.target.closest("a[data-rincian]");
    if (!panel || !tautan || acara.ctrlKey || acara.metaKey || acara.shiftKey) return;
    acara.preventDefault();
    panel.buka(tautan);
  });
  addEventListener("storage", ({ key, oldValue, newValue }) => {
    if (!key?.startsWith(antrean.awalan)) return;
    const { sel, keadaan: kata } = JSON.parse(newValue ?? oldValue);
    if (newValue === null) {
      // Another tab sent a value that this one showed as waiting.
      kabar.tentang(sel, true);
      segarkan(barisDari(sel));
    } else if (kata !== MENUNGGU) kabar.tentang(sel, false);
  });
  pasangTombol(kisi, {
    selesai: simpan,
    batal(input) {
      const { sel } = input.closest("[data-sel]").dataset;
      const menunggu = antrean.untuk(sel);
      if (menunggu && menunggu.keadaan !== MENUNGGU && input.value.trim() === menunggu.teks) lupakan(menunggu);
      else input.value = menunggu?.teks ?? tersimpanDi(sel)[0];
      input.select?.();
    },
    rincian(tr) {
      const tautan = tr.querySelector("a[data-rincian]");
      if (tautan) panel?.buka(tautan);
    },
  });
  pasangTempel(kisi, {
    tempel(input, teks) {
      // A choice is written by its words.
      const pilihan = [...(input.options ?? [])].find((satu) => [satu.value, satu.textContent.trim()].includes(teks));
      if (input.options && !pilihan) return false;
      input.value = pilihan?.value ?? teks;
      simpan(input);
      return true;
    },
    selesai(masuk, lewat) {
      const entri = masuk.map((input) => antrean.untuk(input.closest("[data-sel]").dataset.sel)).filter(Boolean);
      const tunggu = entri.filter((e) => e.keadaan === MENUNGGU).map((e) => e.sel);
      kabar.tempel({ banyak: masuk.length, tunggu, tertahan: entri.length - tunggu.length, lewat });
    },
  });

  // What stood in a cell when the page came.
  function awal(input) {
    if (!input.options) return input.defaultValue;
    return [...input.options].find((satu) => satu.defaultSelected)?.value ?? input.options[0]?.value ?? "";
  }

  for (const e of document.querySelectorAll(".tanpa-skrip")) e.hidden = true;
  for (const e of document.querySelectorAll(".dengan-skrip")) e.hidden = false;
  // What was typed and left while this script was still on its way; a cell that is being typed in follows when it is left.
  for (const input of kisi.querySelectorAll(".kisi-isian")) {
    if (input.value !== awal(input) && input !== document.activeElement) simpan(input);
  }
  // Where a row was just added, the next can be typed, of its own kind or of what comes below it: once the browser has gone to the row that the address names, which
  // takes the focus away.
  pasangBarisBaru(kisi, (teks) => kabar.katakan(teks, true));
  const lagi = document.querySelector("[data-lagi] .kisi-baru-isian")
    ?? (new URLSearchParams(location.search).has("baru") ? document.querySelector(".kisi-baru[open] .kisi-baru-isian") : null);
  if (lagi) {
    addEventListener("load", () => requestAnimationFrame(() => {
      lagi.focus();
      lagi.closest("details").scrollIntoView({ block: "nearest" }); // with its button
    }));
  }
  pulihkan();
  tampilkanAntrean();
  pengirim.siram();
}
