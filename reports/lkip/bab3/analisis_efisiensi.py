"""Analysis 6: capaian against serapan: whether the sasaran used its money efficiently."""

from __future__ import annotations

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Blok, Paragraf, Tabel
from reports.lkip.bab3.analisis_tahun import bertanda
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import sumber_anggaran, sumber_data
from reports.prose.budget_sentences import kalimat_efisiensi, tingkat_efisiensi
from reports.prose.language import say_persen
from reports.publish.naskah import Naskah
from reports.tables.printed import print_money
from reports.writing.to_document import narrative
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, HasilSasaran


def efisiensi_sasaran(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Table and verdict; only the sentence with the reason where neither capaian nor serapan is known."""
    efisiensi = sasaran.efisiensi
    tabel = (
        (_tabel(naskah, sasaran, letak),)
        if efisiensi.capaian is not None or efisiensi.serapan is not None
        else ()
    )
    return (
        *tabel,
        Paragraf(isi=kalimat_efisiensi(efisiensi, sasaran.rerata, letak.urutan(1))),
        *narrative(naskah.narasi_for("efisiensi", sasaran.kunci)),
    )


def _tabel(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> Tabel:
    e = sasaran.efisiensi
    return Tabel(
        kunci=f"tabel-efisiensi-{letak.kunci}",
        judul=f"Efisiensi Penggunaan Sumber Daya Sasaran {letak.nomor} Tahun {letak.tahun}",
        kolom=kolom(
            (18, "kanan"), (18, "kanan"), (15, "kanan"), (15, "kanan"), (14, "kanan"), (20, "tengah")
        ),
        kepala=header(
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan anggaran",
            "Capaian kinerja",
            "Selisih (poin)",
            "Tingkat efisiensi",
        ),
        baris=(
            row(
                sel(print_money(sasaran.anggaran.pagu)),
                sel(print_money(sasaran.anggaran.realisasi)),
                sel(say_persen(sasaran.anggaran.nilai)),
                sel(say_persen(e.capaian)),
                sel(TIDAK_DAPAT_DISIMPULKAN if e.selisih is None else bertanda(e.selisih)),
                sel(tingkat_efisiensi(e)),
            ),
        ),
        sumber=f"{sumber_data(naskah, sasaran.indikator)}; {sumber_anggaran(naskah)}",
        ukuran="kecil",
    )
