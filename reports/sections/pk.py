"""The Perjanjian Kinerja as a form: pernyataan and lampiran (Permen PANRB 53/2014).

The words of the pernyataan are prescribed and stay exact, including their spelling.
"""

from __future__ import annotations

from reports.dokumen import (
    Bagian,
    Blok,
    BlokTandaTangan,
    Isian,
    Judul,
    Paragraf,
    PindahHalaman,
    TandaTangan,
    Tebal,
)
from reports.naskah import Naskah
from reports.sections.identitas import baris_bawah, blok, kop, nama_kecamatan, tempat_tanggal
from reports.sections.tabel_pk import nama_pk, tabel_anggaran_pk, tabel_indikator_pk
from sakip.snapshot.types import Pejabat, PerjanjianKinerja, Snapshot

PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
    "pada hasil, kami yang bertanda tangan dibawah ini :"
)
JANJI = (
    "Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
)
SUPERVISI = (
    "Pihak Kedua akan memberikan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
    "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
)


def bagian_pk(naskah: Naskah, pk: PerjanjianKinerja, *, nomor: str = "") -> Bagian:
    """One PK: the pernyataan on its page, the lampiran from the next, each with both signature blocks."""
    snapshot = naskah.snapshot
    return Bagian(
        kunci=f"pk-{pk.versi}",
        judul=nama_pk(pk),
        tingkat=1,
        nomor=nomor,
        tampil_judul=False,
        isi=(*_pernyataan(snapshot, pk), PindahHalaman(), *_lampiran(snapshot, pk)),
    )


def _pernyataan(snapshot: Snapshot, pk: PerjanjianKinerja) -> tuple[Blok, ...]:
    kabupaten = snapshot.kecamatan.kabupaten
    return (
        kop(snapshot),
        Judul(baris=_judul(pk), besar=True),
        Paragraf(isi=PEMBUKA),
        _isian(pk.pihak_pertama, f"Camat {snapshot.kecamatan.nama}"),
        Paragraf(isi=("Selanjutnya disebut ", Tebal("Pihak Pertama.")), gaya="rapat"),
        _isian(pk.pihak_kedua, f"{kabupaten.sebutan_kepala_daerah} {kabupaten.nama}"),
        Paragraf(
            isi=("Selaku atasan Pihak Pertama, selanjutnya disebut ", Tebal("Pihak Kedua.")), gaya="rapat"
        ),
        Paragraf(isi=JANJI),
        Paragraf(isi=SUPERVISI),
        _tanda_tangan(snapshot, pk),
    )


def _judul(pk: PerjanjianKinerja) -> tuple[str, ...]:
    """ "PERJANJIAN KINERJA PERUBAHAN" / "TAHUN 2021", as the form has it, in capitals."""
    nama, _, tahun = nama_pk(pk).upper().rpartition(" TAHUN ")
    return (nama, f"TAHUN {tahun}")


def _isian(pejabat: Pejabat | None, jabatan: str) -> Isian:
    return Isian(
        pasangan=(
            ("Nama", pejabat.nama if pejabat else "belum dicatat"),
            ("Jabatan", pejabat.jabatan if pejabat else jabatan),
        )
    )


def _lampiran(snapshot: Snapshot, pk: PerjanjianKinerja) -> tuple[Blok, ...]:
    return (
        Judul(
            baris=(
                f"LAMPIRAN {nama_pk(pk).upper()}",
                nama_kecamatan(snapshot).upper(),
            )
        ),
        *(
            (tabel_indikator_pk(pk, kunci=f"pk-{pk.versi}-indikator", judul=nama_pk(pk), bernomor=False),)
            if pk.indikator
            else (Paragraf(isi="Indikator dan target belum dicatat."),)
        ),
        *(
            (
                tabel_anggaran_pk(
                    pk, kunci=f"pk-{pk.versi}-anggaran", judul=f"Anggaran {nama_pk(pk)}", bernomor=False
                ),
            )
            if pk.anggaran
            else ()
        ),
        _tanda_tangan(snapshot, pk),
    )


def _tanda_tangan(snapshot: Snapshot, pk: PerjanjianKinerja) -> TandaTangan:
    """Pihak Kedua at the left, Pihak Pertama with place and date at the right."""
    kabupaten = snapshot.kecamatan.kabupaten
    return TandaTangan(
        blok=(
            _kiri(pk.pihak_kedua, f"{kabupaten.sebutan_kepala_daerah} {kabupaten.nama}"),
            blok(
                pk.pihak_pertama,
                f"Camat {snapshot.kecamatan.nama}",
                tempat_tanggal(pk.tempat, pk.tanggal, pk.tanggal_cetak),
                "Pihak Pertama,",
            ),
        )
    )


def _kiri(pejabat: Pejabat | None, jabatan: str) -> BlokTandaTangan:
    """The left block leaves the line of place and date empty, so that both names stand at one height."""
    return BlokTandaTangan(
        kepala=("", "Pihak Kedua,", f"{pejabat.jabatan if pejabat else jabatan},"),
        nama=pejabat.nama if pejabat else "",
        bawah=baris_bawah(pejabat) if pejabat else (),
    )
