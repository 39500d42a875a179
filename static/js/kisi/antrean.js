// What was typed and is not acknowledged yet, kept on this device for the user who typed it. Every value has a key of
// its own, so that two tabs never write over each other's; keys sort in the order of typing.

export const MENUNGGU = "menunggu";

export class Antrean {
  constructor(pengguna, alamat) {
    this.awalan = `sakip-antre:${pengguna}:${alamat}:`;
    this.terakhir = 0;
    this.ingatan = new Map(); // where the browser keeps nothing, the page at least does
    this.terkirim = null; // key of the value that is under way
  }

  // Every value, first typed first.
  semua() {
    const kunci = new Set(this.ingatan.keys());
    try {
      for (let n = 0; n < localStorage.length; n++) {
        const satu = localStorage.key(n);
        if (satu.startsWith(this.awalan)) kunci.add(satu);
      }
    } catch { /* storage is switched off */ }
    return [...kunci].sort().map((k) => this.baca(k)).filter(Boolean);
  }

  baca(kunci) {
    try {
      const teks = localStorage.getItem(kunci);
      if (teks !== null) return { ...JSON.parse(teks), kunci };
    } catch { /* as above, or not ours */ }
    const ingat = this.ingatan.get(kunci);
    return ingat ? { ...ingat, kunci } : null;
  }

  tulis(kunci, isi) {
    const { kunci: _, ...simpan } = isi;
    try {
      localStorage.setItem(kunci, JSON.stringify(simpan));
    } catch {
      this.ingatan.set(kunci, simpan);
    }
  }

  hapus(kunci) {
    this.ingatan.delete(kunci);
    try {
      localStorage.removeItem(kunci);
    } catch { /* as above */ }
  }

  // The value of a cell that was typed last.
  untuk(sel) {
    return this.semua().findLast((e) => e.sel === sel) ?? null;
  }

  // Remember what was typed. It takes the place of what waits for the same cell, and rests on the same stored value.
  tambah(sel, teks, sidik, nama) {
    let dasar = sidik;
    for (const lama of this.semua().filter((e) => e.sel === sel)) {
      dasar = lama.sidik;
      if (lama.kunci !== this.terkirim) this.hapus(lama.kunci);
    }
    this.terakhir = Math.max(Date.now(), this.terakhir + 1);
    const kunci = `${this.awalan}${String(this.terakhir).padStart(15, "0")}-${Math.random().toString(36).slice(2, 8)}`;
    this.tulis(kunci, { sel, teks, sidik: dasar, nama, keadaan: MENUNGGU });
  }

  // The next value to be sent.
  berikut(lewati) {
    return this.semua().find((e) => e.keadaan === MENUNGGU && !lewati.has(e.kunci)) ?? null;
  }

  // The stored value of a cell has another fingerprint now; what waits for it was typed on top of ours.
  perbarui(sel, sidik) {
    for (const lain of this.semua().filter((e) => e.sel === sel)) this.tulis(lain.kunci, { ...lain, sidik });
  }
}
