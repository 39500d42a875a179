"""BAB III.C Realisasi anggaran: composition, serapan per program, proporsi per sasaran, earlier years, photos."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.builders import header, kolom, row, sel
from reports.document.numbering import counted
from reports.document.tree import Bagian, Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.belanja import isi_belanja, jumlah_belanja, sel_serapan
from reports.lkip.bab3.dokumentasi import isi_dokumentasi
from reports.lkip.bab3.proporsi import isi_proporsi
from reports.lkip.bab3.sources import alasan_tanpa_hasil, sumber_anggaran
from reports.official.signatures import nama_kecamatan
from reports.prose.budget_sentences import (
    kalimat_anggaran_lalu,
    kalimat_selisih_rincian,
    kalimat_serapan,
    kalimat_serapan_ekstrem,
    say_levels,
)
from reports.prose.language import kalimat, paragraf, rapi
from reports.publish.naskah import Naskah
from reports.tables.printed import KOSONG
from reports.tables.rkt import kode_tampil
from sakip.capaian.levels import control_differences
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    HasilAnggaran,
    Serapan,
    SerapanLalu,
    walk_rows,
)

_TINGKAT = "Program, Kegiatan, dan Sub Kegiatan"


def realisasi_anggaran(naskah: Naskah) -> Bagian:
    """Its parts in order; one that has nothing to show says so."""
    isi: tuple[tuple[str, str, tuple[Blok, ...]], ...] = (
        ("alokasi-belanja", "Alokasi dan Komposisi Belanja", isi_belanja(naskah)),
        ("serapan-program", f"Realisasi Anggaran per {_TINGKAT}", _isi_program(naskah)),
        ("proporsi-sasaran", "Proporsi Anggaran per Sasaran", isi_proporsi(naskah)),
        ("serapan-lalu", "Perbandingan Serapan Anggaran dengan Tahun Sebelumnya", _isi_lalu(naskah)),
        ("dokumentasi", "Dokumentasi", isi_dokumentasi(naskah)),
    )
    return Bagian(
        kunci="realisasi-anggaran",
        judul="Realisasi Anggaran",
        tingkat=2,
        anak=counted(*(Bagian(kunci=k, judul=judul, tingkat=3, isi=blok) for k, judul, blok in isi)),
    )


def anggaran_tercatat(naskah: Naskah) -> HasilAnggaran | None:
    """The computed budget; None where no row is recorded or nothing was computed."""
    if naskah.hasil is None or not naskah.hasil.anggaran.program:
        return None
    return naskah.hasil.anggaran


def alasan_tanpa_anggaran(naskah: Naskah) -> str:
    """Why there is no budget to show, as the clause after "karena"."""
    if not naskah.snapshot.anggaran:
        return f"data anggaran tahun {naskah.snapshot.tahun} belum dicatat"
    return alasan_tanpa_hasil(naskah)


def _isi_program(naskah: Naskah) -> tuple[Blok, ...]:
    kecamatan, tahun = nama_kecamatan(naskah.snapshot), naskah.snapshot.tahun
    anggaran = anggaran_tercatat(naskah)
    if anggaran is None:
        teks = (
            f"Realisasi anggaran per program {TIDAK_DAPAT_DISIMPULKAN} karena {alasan_tanpa_anggaran(naskah)}"
        )
        return (Paragraf(isi=kalimat(teks)),)
    belanja, total = jumlah_belanja(naskah), anggaran.total
    # The composition above has already said these very amounts.
    sudah = belanja is not None and (belanja.pagu, belanja.realisasi) == (total.pagu, total.realisasi)
    rincian = say_levels(anggaran.program)
    return (
        Paragraf(
            isi=kalimat(
                f"Anggaran {kecamatan} tahun {tahun} dilaksanakan melalui {rincian} dengan realisasi sebagaimana tabel "
                f"berikut"
            )
        ),
        tabel_anggaran(naskah, anggaran),
        *(Paragraf(isi=teks, gaya="catatan") for teks in _difference_notes(naskah)),
        Paragraf(
            isi=paragraf(
                ""
                if sudah
                else kalimat_serapan(anggaran.total, f"Anggaran program {kecamatan} tahun {tahun}"),
                kalimat_serapan_ekstrem(anggaran.program),
            )
        ),
    )


def _difference_notes(naskah: Naskah) -> Iterator[str]:
    """A sentence for every recorded sum that its details contradict, where the table prints what they come to."""
    for beda in control_differences(naskah.snapshot.anggaran):
        baris = beda.row
        # The pagu murni is in the table only where it is the pagu in force.
        if beda.column == "pagu murni" and baris.pagu_perubahan is not None:
            continue
        kode = kode_tampil(baris.sub_kegiatan or baris.kegiatan or baris.program)
        nama = rapi(baris.nama_sub_kegiatan or baris.nama_kegiatan or baris.nama_program)
        tempat = nama if kode == KOSONG else f"{kode} {nama}"
        yield kalimat_selisih_rincian(beda.column, tempat, beda)


def tabel_anggaran(naskah: Naskah, anggaran: HasilAnggaran) -> Tabel:
    """Kode | Program/kegiatan/sub kegiatan | Pagu | Realisasi | Serapan; no kode column where there are no codes."""
    baris = list(walk_rows(anggaran.program))
    berkode = any(kode_tampil(b.kode) != KOSONG for b, _ in baris)
    kode = (17,) if berkode else ()
    return Tabel(
        kunci="tabel-anggaran",
        judul=f"Realisasi Anggaran per {_TINGKAT} Tahun {naskah.snapshot.tahun}",
        kolom=kolom(*kode, 100 - sum(kode) - 45, (17, "kanan"), (17, "kanan"), (11, "kanan")),
        kepala=header(
            *(("Kode",) if berkode else ()),
            "Program/kegiatan/sub kegiatan",
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Serapan",
        ),
        baris=(
            *(
                row(
                    *((sel(kode_tampil(b.kode)),) if berkode else ()),
                    Sel(isi=rapi(b.nama), kepala=True, tebal=inden == 1 and bool(b.anak)),
                    *sel_serapan(b.serapan),
                    jenis="subjumlah" if inden == 0 else "biasa",
                    inden=inden,
                )
                for b, inden in baris
            ),
            row(
                Sel(isi="Jumlah", kolom=1 + len(kode), kepala=True),
                *sel_serapan(anggaran.total),
                jenis="jumlah",
            ),
        ),
        sumber=sumber_anggaran(naskah),
        ukuran="kecil",
    )


def _isi_lalu(naskah: Naskah) -> tuple[Blok, ...]:
    tahun = naskah.snapshot.tahun
    anggaran = anggaran_tercatat(naskah)
    lalu = sorted(anggaran.lalu, key=lambda a: a.tahun) if anggaran else []
    ada = [a for a in lalu if a.serapan.pagu is not None or a.serapan.realisasi is not None]
    if anggaran is None or not ada:
        sebab = (
            f"data anggaran sebelum tahun {tahun} tidak tersedia"
            if anggaran
            else alasan_tanpa_anggaran(naskah)
        )
        return (
            Paragraf(isi=kalimat(f"Perkembangan serapan anggaran {TIDAK_DAPAT_DISIMPULKAN} karena {sebab}")),
        )
    return (
        _tabel_lalu(naskah, anggaran, ada),
        Paragraf(isi=kalimat_anggaran_lalu(anggaran.total, ada[-1], tahun)),
    )


def _tabel_lalu(naskah: Naskah, anggaran: HasilAnggaran, lalu: list[SerapanLalu]) -> Tabel:
    baris: list[tuple[int, Serapan]] = [(a.tahun, a.serapan) for a in lalu]
    baris.append((naskah.snapshot.tahun, anggaran.total))
    return Tabel(
        kunci="tabel-anggaran-lalu",
        judul=f"Serapan Anggaran Tahun {baris[0][0]}–{baris[-1][0]}",
        kolom=kolom((16, "tengah"), (32, "kanan"), (32, "kanan"), (20, "kanan")),
        kepala=header("Tahun", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"),
        baris=tuple(row(sel(tahun, kepala=True), *sel_serapan(s)) for tahun, s in baris),
        sumber=sumber_anggaran(naskah),
    )
