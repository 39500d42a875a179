"""The Perjanjian Kinerja as a form: pernyataan and lampiran (Permen PANRB 53/2014).

The words of the pernyataan are prescribed and stay exact, including their spelling.
"""

from __future__ import annotations

from reports.document.tree import (
    Bagian,
    Blok,
    Isian,
    Judul,
    Paragraf,
    PindahHalaman,
    SignatureBlock,
    Tebal,
)
from reports.official.signatures import (
    blok,
    jabatan_camat,
    jabatan_kepala_daerah,
    kop,
    nama_kecamatan,
    tempat_tanggal,
    waktu,
)
from reports.prose.language import kalimat, rangkai
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk, tabel_anggaran_pk, tabel_indikator_pk
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
    return (
        kop(snapshot),
        Judul(baris=_judul(pk), besar=True),
        Paragraf(isi=PEMBUKA),
        _isian(pk.pihak_pertama, jabatan_camat(snapshot)),
        Paragraf(isi=("Selanjutnya disebut ", Tebal("Pihak Pertama.")), gaya="rapat"),
        _isian(pk.pihak_kedua, jabatan_kepala_daerah(snapshot)),
        Paragraf(
            isi=("Selaku atasan Pihak Pertama, selanjutnya disebut ", Tebal("Pihak Kedua.")), gaya="rapat"
        ),
        Paragraf(isi=JANJI),
        Paragraf(isi=SUPERVISI),
        _tanda_tangan(snapshot, pk),
        *_keterangan(pk),
    )


def _keterangan(pk: PerjanjianKinerja) -> tuple[Paragraf, ...]:
    """What the form leaves blank because the records do not say it, so that no reader takes it for an oversight."""
    kosong = [
        hal
        for hal, tercatat in (
            ("nama Pihak Pertama", pk.pihak_pertama),
            ("nama Pihak Kedua", pk.pihak_kedua),
            ("tanggal penandatanganan", waktu(pk.tanggal, pk.tanggal_cetak)),
        )
        if not tercatat
    ]
    if not kosong:
        return ()
    teks = kalimat(f"{rangkai(kosong)} tidak tercantum dalam sumber data {nama_pk(pk)}")
    return (Paragraf(isi=f"Keterangan: {teks}", gaya="catatan"),)


def _judul(pk: PerjanjianKinerja) -> tuple[str, ...]:
    """ "PERJANJIAN KINERJA PERUBAHAN" / "TAHUN 2021", as the form has it, in capitals."""
    nama, _, tahun = nama_pk(pk).upper().rpartition(" TAHUN ")
    return (nama, f"TAHUN {tahun}")


def _isian(pejabat: Pejabat | None, jabatan: str) -> Isian:
    """Name and office; without a recorded person the office alone, for a form must not invent or announce a gap."""
    return Isian(
        pasangan=(
            *((("Nama", pejabat.nama),) if pejabat else ()),
            ("Jabatan", pejabat.jabatan if pejabat else jabatan),
        )
    )


def _lampiran(snapshot: Snapshot, pk: PerjanjianKinerja) -> tuple[Blok, ...]:
    indikator: Blok = (
        tabel_indikator_pk(pk, kunci=f"pk-{pk.versi}-indikator", judul=nama_pk(pk), bernomor=False)
        if pk.indikator
        else Paragraf(isi=f"Sasaran, indikator, dan target dalam {nama_pk(pk)} belum dicatat.")
    )
    anggaran: Blok = (
        tabel_anggaran_pk(
            pk, kunci=f"pk-{pk.versi}-anggaran", judul=f"Anggaran {nama_pk(pk)}", bernomor=False
        )
        if pk.anggaran
        else Paragraf(isi=f"{nama_pk(pk)} tidak memuat anggaran program.")
    )
    judul = (f"LAMPIRAN {nama_pk(pk).upper()}", nama_kecamatan(snapshot).upper())
    return (Judul(baris=judul), indikator, anggaran, _tanda_tangan(snapshot, pk))


def _tanda_tangan(snapshot: Snapshot, pk: PerjanjianKinerja) -> SignatureBlock:
    """Pihak Kedua at the left, Pihak Pertama with place and date at the right (the renderer levels the names)."""
    waktu = tempat_tanggal(pk.tempat, pk.tanggal, pk.tanggal_cetak)
    kiri = blok(pk.pihak_kedua, jabatan_kepala_daerah(snapshot), "Pihak Kedua,")
    kanan = blok(pk.pihak_pertama, jabatan_camat(snapshot), waktu, "Pihak Pertama,")
    return SignatureBlock(blok=(kiri, kanan))
