// Sends what waits, one value at a time and in the order of typing. A value leaves the device only after the server has
// said what became of it; sent twice it is stored once, because the server knows its own values again.

const JEDA_PERTAMA = 2000; // milliseconds
const JEDA_TERLAMA = 30000;
const BATAS = 20000;
const COBA_TERBANYAK = 3;

export class Pengirim {
  // `kolom` names the parts of a cell's name, which `pemisah` divides ("12-1": indikator and triwulan). `akibat` is told what became of each
  // value: tersimpan, bentrok, ditolak, terputus, mulai, berubah.
  constructor({ alamat, kolom, pemisah, pengguna, token, antrean, akibat }) {
    Object.assign(this, { alamat, kolom, pemisah, pengguna, token, antrean, akibat });
    this.berjalan = false;
    this.jeda = JEDA_PERTAMA;
    this.sebab = ""; // why nothing can be sent now: "jaringan", "masuk", "lain", "server"
    this.gagal = new Map();
    addEventListener("online", () => this.siram());
    addEventListener("focus", () => {
      if (this.sebab) this.coba();
    });
  }

  // Send everything. In one tab at a time, where the browser can tell.
  async siram() {
    if (this.berjalan) return;
    this.berjalan = true;
    clearTimeout(this.pengingat);
    const lewati = new Set();
    let putus = "";
    const kerja = async () => {
      for (let entri; !putus && (entri = this.antrean.berikut(lewati)); ) {
        this.antrean.terkirim = entri.kunci;
        this.akibat.mulai(entri);
        putus = await this.satu(entri);
        this.antrean.terkirim = null;
        if (putus === "server" && this.hitungGagal(entri.kunci) >= COBA_TERBANYAK) {
          lewati.add(entri.kunci); // the others need not wait for it
          putus = "";
        }
      }
    };
    try {
      await (navigator.locks ? navigator.locks.request(`${this.antrean.awalan}kirim`, kerja) : kerja());
    } finally {
      this.berjalan = false;
    }
    this.sebab = putus || (lewati.size ? "server" : "");
    this.akibat.berubah(this.sebab);
    if (this.sebab === "jaringan" || this.sebab === "server") this.nanti();
    else if (!this.sebab) {
      this.jeda = JEDA_PERTAMA;
      if (this.antrean.berikut(lewati)) this.siram(); // typed while the last answer was on its way
    }
  }

  hitungGagal(kunci) {
    this.gagal.set(kunci, (this.gagal.get(kunci) ?? 0) + 1);
    return this.gagal.get(kunci);
  }

  nanti() {
    clearTimeout(this.pengingat);
    this.pengingat = setTimeout(() => this.siram(), this.jeda);
    this.jeda = Math.min(this.jeda * 2, JEDA_TERLAMA);
  }

  // Somebody came back to the page: perhaps after signing in elsewhere.
  async coba() {
    if (this.berjalan) return;
    if (this.sebab === "masuk" || this.sebab === "lain") {
      this.sebab = await this.tokenBaru();
      this.akibat.berubah(this.sebab);
      if (this.sebab) return;
    }
    this.siram();
  }

  // Send one value; returns why the others cannot be sent either, empty when they can.
  async satu(entri, kedua = false) {
    const letak = entri.sel.split(this.pemisah).map((isi, n) => [this.kolom[n], isi]);
    let jawaban, isi;
    try {
      jawaban = await fetch(this.alamat, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": this.token },
        body: new URLSearchParams([...letak, ["teks", entri.teks], ["sidik", entri.sidik], ["disetujui", entri.disetujui ?? ""]]),
        redirect: "manual",
        signal: AbortSignal.timeout(BATAS),
      });
      isi = jawaban.headers.get("Content-Type")?.startsWith("application/json") ? await jawaban.json() : null;
    } catch {
      this.akibat.terputus(entri);
      return "jaringan";
    }
    if (jawaban.ok && isi) {
      this.antrean.hapus(entri.kunci);
      this.gagal.delete(entri.kunci);
      this.antrean.perbarui(entri.sel, isi.sidik ?? "");
      this.akibat.tersimpan(entri, isi);
      return "";
    }
    if (jawaban.status === 409 && isi) {
      const baru = { ...entri, keadaan: "bentrok", bentrok: isi };
      this.antrean.tulis(entri.kunci, baru);
      this.akibat.bentrok(baru);
      return "";
    }
    if ([403, 404, 422, 423].includes(jawaban.status) && isi) {
      const keadaan = { 422: "tidak sah", 423: "terkunci" }[jawaban.status] ?? "gagal";
      const baru = { ...entri, keadaan, pesan: isi.pesan, setuju: isi.setuju };
      this.antrean.tulis(entri.kunci, baru);
      this.akibat.ditolak(baru);
      return "";
    }
    this.akibat.terputus(entri);
    if (jawaban.status === 401 || jawaban.type === "opaqueredirect") return "masuk";
    if (jawaban.status === 403 && !kedua) {
      // The token is that of an earlier sign-in.
      return (await this.tokenBaru()) || this.satu(entri, true);
    }
    return "server";
  }

  // Ask who is signed in and with which token; returns why that does not help, empty when it does.
  async tokenBaru() {
    try {
      const jawaban = await fetch(this.alamat, { headers: { Accept: "application/json" }, redirect: "manual" });
      if (jawaban.status === 401 || jawaban.type === "opaqueredirect") return "masuk";
      if (!jawaban.ok) return "server";
      const { pengguna, token } = await jawaban.json();
      if (String(pengguna) !== this.pengguna) return "lain";
      this.token = token;
      return "";
    } catch {
      return "jaringan";
    }
  }
}
