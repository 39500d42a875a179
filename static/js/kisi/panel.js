// The page of one indikator, shown beside the grid. Its links and forms stay in the panel; without this script it is a
// page like any other.

export class Panel {
  // `selesai` is told the address of the page when it closes after something was sent.
  constructor(dialog, { selesai }) {
    this.dialog = dialog;
    this.isi = dialog.querySelector("#panel-isi");
    this.selesai = selesai;
    dialog.querySelector("[data-tutup]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      this.isi.replaceChildren();
      if (this.berubah) this.selesai(this.indikator);
    });
    dialog.addEventListener("click", (acara) => {
      if (acara.target === dialog) dialog.close();
      const tautan = acara.target.closest("a[data-panel]");
      if (!tautan) return;
      acara.preventDefault();
      this.muat(tautan.href);
    });
    dialog.addEventListener("submit", (acara) => {
      acara.preventDefault();
      this.kirim(acara.target, acara.submitter);
    });
  }

  async buka(tautan) {
    this.indikator = tautan.dataset.rincian;
    this.berubah = false;
    if (await this.muat(tautan.href)) this.dialog.showModal();
  }

  muat(alamat) {
    return this.minta(alamat, {});
  }

  async kirim(formulir, tombol) {
    const data = new FormData(formulir, tombol);
    if (tombol) tombol.disabled = true;
    this.berubah = true;
    const alamat = tombol?.getAttribute("formaction") ? tombol.formAction : formulir.action;
    await this.minta(alamat, { method: "POST", body: data, referrer: this.alamat });
    if (tombol) tombol.disabled = false;
  }

  // Show what the address answers; where that is no page of an indikator, go there (the sign-in, an error).
  async minta(alamat, pilihan) {
    let jawaban;
    try {
      jawaban = await fetch(alamat, pilihan);
    } catch {
      this.pesan("Jaringan terputus. Yang Anda ketik di sini belum terkirim; coba lagi setelah jaringan pulih.");
      return false;
    }
    const halaman = new DOMParser().parseFromString(await jawaban.text(), "text/html");
    const rincian = halaman.getElementById("rincian");
    if (!rincian) {
      // After a form: where it led, as to the sign-in that brings it back.
      location.assign(pilihan.method ? (jawaban.redirected ? jawaban.url : location.href) : alamat);
      return false;
    }
    this.alamat = jawaban.url;
    const pesan = halaman.querySelectorAll("main > .pesan"); // "Komentar tersimpan."
    this.isi.replaceChildren(...[...pesan, rincian].map((satu) => document.adoptNode(satu)));
    this.dialog.scrollTop = 0;
    (this.isi.querySelector(".masalah a, h1") ?? this.isi).focus?.();
    return true;
  }

  pesan(teks) {
    const p = document.createElement("p");
    p.className = "pesan pesan-galat";
    p.setAttribute("role", "alert");
    p.textContent = teks;
    this.isi.querySelector(":scope > [role=alert]")?.remove();
    this.isi.prepend(p);
    if (!this.dialog.open) this.dialog.showModal();
  }
}
