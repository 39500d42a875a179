"""Analysis 3: realisasi against the target of the Renstra's last year, as tingkat kemajuan."""

from __future__ import annotations

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Blok, Paragraf, Tabel
from reports.lkip.bab3.analisis_target import catatan_perhitungan
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import nama_renstra, sumber_data
from reports.prose.comparison_sentences import kalimat_kemajuan
from reports.prose.language import kalimat, rapi, say_persen
from reports.publish.naskah import Naskah
from reports.tables.printed import TIDAK_TERSEDIA
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, HasilSasaran
from sakip.capaian.rumus import definisi_rumus


def kemajuan_renstra(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Table and a sentence per indikator; one sentence where the Renstra has no last-year target for any."""
    if not any(i.kemajuan.target is not None for i in sasaran.indikator):
        return (
            Paragraf(
                isi=kalimat(
                    f"Tingkat kemajuan sasaran ini {TIDAK_DAPAT_DISIMPULKAN} karena target akhir Renstra untuk "
                    f"indikatornya tidak tersedia"
                )
            ),
        )
    tunggal = len(sasaran.indikator) == 1
    return (
        _tabel(naskah, sasaran, letak),
        # A share of ranks is not the quotient of the two numbers that the table shows.
        *(
            catatan_perhitungan(i, i.kemajuan, tunggal=tunggal)
            for i in sasaran.indikator
            if definisi_rumus(i.kemajuan.rumus).berperingkat and i.kemajuan.langkah
        ),
        *(
            Paragraf(isi=kalimat_kemajuan(i, letak.tahun, tunggal=tunggal, urutan=letak.urutan(urutan)))
            for urutan, i in enumerate(sasaran.indikator)
        ),
    )


def _tabel(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> Tabel:
    akhir = next((i.tahun_akhir for i in sasaran.indikator if i.tahun_akhir is not None), None)
    return Tabel(
        kunci=f"tabel-akhir-renstra-{letak.kunci}",
        judul=f"Realisasi Sasaran {letak.nomor} terhadap Target Akhir Renstra",
        kolom=kolom((6, "tengah"), 42, (18, "kanan"), (17, "kanan"), (17, "kanan")),
        kepala=header(
            "No.",
            "Indikator kinerja",
            f"Target akhir Renstra{f' ({akhir})' if akhir is not None else ''}",
            f"Realisasi {letak.tahun}",
            "Tingkat kemajuan",
        ),
        baris=tuple(
            row(
                sel(n),
                sel(rapi(i.nama), kepala=True),
                sel(TIDAK_TERSEDIA if i.kemajuan.target is None else i.target_akhir_cetak),
                sel(i.realisasi_cetak),
                sel(say_persen(i.kemajuan.nilai)),
            )
            for n, i in enumerate(sasaran.indikator, start=1)
        ),
        sumber=sumber_data(naskah, sasaran.indikator, dokumen=(nama_renstra(naskah.snapshot),)),
        ukuran="kecil",
    )
