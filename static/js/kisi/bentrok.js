// Two values for one cell: who wrote the stored one and when, and the choice between the two. One question at a time.

export class Dialog {
  constructor(dialog) {
    this.dialog = dialog;
    this.antre = [];
    dialog.addEventListener("close", () => this.jawab());
    for (const tombol of dialog.querySelectorAll("[data-pilih]")) {
      tombol.addEventListener("click", () => dialog.close(tombol.dataset.pilih));
    }
  }

  // Ask; `putuskan` gets "milik" or "tersimpan", or "" when the question was put off.
  tanya(entri, putuskan) {
    if (this.antre.some((satu) => satu.entri.kunci === entri.kunci)) return;
    this.antre.push({ entri, putuskan });
    if (this.antre.length === 1) this.buka();
  }

  buka() {
    const { entri } = this.antre[0];
    const { tersimpan, oleh, waktu } = entri.bentrok;
    const tulis = (nama, teks) => {
      this.dialog.querySelector(`[data-${nama}]`).textContent = teks;
    };
    tulis("tempat", entri.nama);
    tulis("milik", entri.teks || "(kosong)");
    tulis("tersimpan", tersimpan || "(kosong)");
    tulis("oleh", `Nilai tersimpan ditulis oleh ${oleh}, ${waktu}.`);
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  jawab() {
    const { entri, putuskan } = this.antre.shift();
    putuskan(entri, this.dialog.returnValue);
    if (this.antre.length) this.buka();
  }
}
