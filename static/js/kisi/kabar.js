// The line that says what became of the last value. A pasted block is one piece of news: told when it is pasted, summed
// up when the last of its values has an answer, and not drowned by what is said of each.

export class Kabar {
  constructor(letak) {
    this.letak = letak;
    this.blok = null;
  }

  // What became of the value of one cell. `baik`: it is stored. `hilang`: what went with the value before.
  // `tanya`: what is asked about it.
  tentang(sel, baik, teks = "", hilang = "", tanya = "") {
    if (!this.blok?.tunggu.delete(sel)) {
      if (teks) this.katakan(teks, Boolean(hilang || tanya));
      return;
    }
    if (!baik) this.blok.tertahan += 1;
    if (hilang) this.blok.hilang += 1;
    if (tanya) this.blok.tanya += 1;
    if (!this.blok.tunggu.size) this.simpulkan();
  }

  // A block was pasted: `banyak` values, of which the cells `tunggu` wait for an answer and `tertahan` have been
  // refused before; `lewat` values had no cell. It joins a block that is not answered yet.
  tempel({ banyak, tunggu, tertahan, lewat }) {
    const awal = this.blok?.tunggu.size ? this.blok : { banyak: 0, tunggu: [], tertahan: 0, lewat: 0, hilang: 0, tanya: 0 };
    this.blok = {
      banyak: awal.banyak + banyak,
      tunggu: new Set([...awal.tunggu, ...tunggu]),
      tertahan: awal.tertahan + tertahan,
      lewat: awal.lewat + lewat,
      hilang: awal.hilang,
      tanya: awal.tanya,
    };
    if (this.blok.tunggu.size) this.katakan(`${this.blok.banyak} nilai ditempel.${this.sebutLewat()}`, true);
    else this.simpulkan();
  }

  simpulkan() {
    const { banyak, tertahan, hilang, tanya } = this.blok;
    const hasil = [[banyak - tertahan, "tersimpan"], [tertahan, "belum tersimpan"]]
      .filter(([jumlah]) => jumlah)
      .map(([jumlah, kata]) => `${jumlah} ${kata}`)
      .join(", ");
    const dihapus = hilang ? ` ${hilang} bentuk tercetak dihapus karena nilainya berubah; lihat riwayatnya.` : "";
    const dipastikan = tanya ? ` ${tanya} nilai perlu dipastikan; lihat di bawah selnya.` : "";
    this.katakan(`${banyak} nilai ditempel${hasil && `: ${hasil}`}.${dihapus}${dipastikan}${this.sebutLewat()}`, true);
  }

  sebutLewat() {
    const { lewat } = this.blok;
    return lewat ? ` ${lewat} nilai tidak ditempel karena selnya dihitung, tertutup, atau di luar kisi.` : "";
  }

  // `utuh`: in sight to its last word wherever the page is scrolled to; else one line above the grid, cut off at its end.
  katakan(teks, utuh = false) {
    this.letak.textContent = teks;
    this.letak.classList.toggle("kisi-kabar-utuh", utuh);
  }
}
