"""Keputusan Camat tentang IKU with its lampiran. The diktum are the form's own words and stay exact.

The printed forms number their diktum KESATU to KEEMPAT and then KEENAM; here the fifth is KELIMA.
"""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.builders import listing
from reports.document.marks import mark_texts
from reports.document.tree import (
    Block,
    FormBlock,
    Inline,
    ItemList,
    ParagraphBlock,
    Part,
    SignatureBlock,
    Title,
)
from reports.official.signatures import (
    block,
    full_name,
    jabatan_camat,
    kop,
    moment,
    nama_kabupaten,
    nama_kecamatan,
    stamped,
    tanda_tangan,
)
from reports.prose.language import tidy
from reports.publish.naskah import Naskah, Pengesahan
from reports.tables.iku import iku_table
from reports.tables.printed import EMPTY
from sakip.snapshot.reads import kept
from sakip.snapshot.types import KeputusanIKU, Snapshot

TUJUAN_IKU = (
    "Memberikan informasi kinerja yang penting dan diperlukan dalam menyelenggarakan manajemen kinerja organisasi",
    "Mengukur keberhasilan pencapaian suatu tujuan dan sasaran strategis yang digunakan untuk perbaikan kinerja dan "
    "peningkatan akuntabilitas kinerja organisasi",
)
MANFAAT_IKU = (
    "Perencanaan Strategis Organisasi Perangkat Daerah",
    "Perencanaan Tahunan Organisasi Perangkat Daerah",
    "Penyusunan Dokumen Perjanjian Kinerja Organisasi Perangkat Daerah",
    "Pelaporan Kinerja Instansi Pemerintah Organisasi Perangkat Daerah",
    "Evaluasi Kinerja Instansi Pemerintah Organisasi Perangkat Daerah",
)


def title_of_decree(snapshot: Snapshot) -> str:
    """ "Keputusan Camat tentang", as the titles of the decree begin."""
    return f"Keputusan {snapshot.kecamatan.sebutan_camat} tentang"


def missing_in_decree(iku: KeputusanIKU) -> list[str]:
    """What the decree has a place for and the records do not say, in words."""
    return [
        place
        for place, recorded in (
            ("nomor keputusan", iku.nomor),
            ("tanggal penetapan", moment(iku.tanggal, iku.tanggal_cetak)),
            ("nama penanda tangan", iku.penandatangan),
        )
        if not recorded
    ]


@kept
def keputusan_part(
    naskah: Naskah, iku: KeputusanIKU, *, nomor: str = "", pengesahan: Pengesahan | None = None
) -> Part:
    """The decree itself: kop, number, menimbang, mengingat, diktum, signature; ``pengesahan`` where it is this document
    that is signed electronically."""
    snapshot = naskah.snapshot
    camat = jabatan_camat(snapshot).upper()
    about = f"INDIKATOR KINERJA UTAMA {full_name(snapshot).upper()}"
    return Part(
        key="sk-iku",
        title=f"{title_of_decree(snapshot)} IKU Tahun {iku.tahun_keputusan}",
        level=1,
        nomor=nomor,
        shows_title=False,
        content=mark_texts(
            (
                kop(snapshot),
                Title(
                    rows=(
                        f"KEPUTUSAN {camat}",
                        nama_kabupaten(snapshot.kecamatan.kabupaten).upper(),
                        *((f"NOMOR {iku.nomor}",) if iku.nomor else ()),
                    ),
                    large=True,
                ),
                Title(rows=("TENTANG", about)),
                Title(rows=(f"{camat},",)),
                FormBlock(
                    kind="anjuran",
                    pairs=(
                        ("Menimbang", _menimbang(snapshot)),
                        *(
                            (("Mengingat", listing(_ended(tidy(m) for m in iku.mengingat))),)
                            if iku.mengingat
                            else ()
                        ),
                    ),
                ),
                Title(rows=("MEMUTUSKAN:",)),
                FormBlock(
                    kind="anjuran",
                    pairs=(("Menetapkan", f"KEPUTUSAN {camat} TENTANG {about}."), *_diktum(snapshot)),
                ),
                _decision(snapshot, iku, pengesahan),
            ),
            iku.unread,
        ),
    )


def _menimbang(snapshot: Snapshot) -> str:
    return (
        "bahwa untuk melaksanakan ketentuan Pasal 3 dan Pasal 4 Peraturan Menteri Negara Pendayagunaan Aparatur "
        "Negara Nomor PER/9/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama di Lingkungan "
        f"Instansi Pemerintah, perlu menetapkan Indikator Kinerja Utama {full_name(snapshot)} dalam suatu "
        f"Keputusan {jabatan_camat(snapshot)};"
    )


def _diktum(snapshot: Snapshot) -> tuple[tuple[str, Inline | ItemList], ...]:
    nama = f"Indikator Kinerja Utama {full_name(snapshot)}"
    return (
        ("KESATU", f"Menetapkan {nama};"),
        (
            "KEDUA",
            f"{nama} sebagaimana dimaksud dalam Diktum KESATU tercantum dalam Lampiran yang merupakan bagian tidak "
            f"terpisahkan dari Keputusan {jabatan_camat(snapshot)} ini;",
        ),
        (
            "KETIGA",
            "Indikator Kinerja Utama sebagaimana dimaksud dalam Diktum KESATU dan KEDUA bertujuan untuk:",
        ),
        ("", listing(_ended(TUJUAN_IKU), "kurung-angka")),
        ("KEEMPAT", f"{nama} sebagaimana dimaksud dalam Diktum KESATU dimanfaatkan untuk:"),
        ("", listing(_ended(MANFAAT_IKU), "huruf")),
        ("KELIMA", f"Keputusan {jabatan_camat(snapshot)} ini mulai berlaku pada tanggal ditetapkan."),
    )


def _ended(items: Iterable[str]) -> tuple[str, ...]:
    """Items of a decree end in a semicolon, the last one too."""
    return tuple(f"{b.rstrip(' ;.')};" for b in items)


@kept
def lampiran_part(naskah: Naskah, iku: KeputusanIKU, *, pengesahan: Pengesahan | None = None) -> Part:
    """The lampiran of the decree: instansi, tugas, fungsi, tujuan, indikator tujuan and the table."""
    snapshot = naskah.snapshot
    table: Block = (
        iku_table(
            iku.baris,
            key="sk-iku-tabel",
            title=f"Indikator Kinerja Utama {nama_kecamatan(snapshot)}",
            numbered=False,
        )
        if iku.baris
        else ParagraphBlock(content=f"Indikator Kinerja Utama {nama_kecamatan(snapshot)} belum dicatat.")
    )
    return Part(
        key="sk-iku-lampiran",
        title=f"Lampiran {title_of_decree(snapshot)} IKU Tahun {iku.tahun_keputusan}",
        level=1,
        shows_title=False,
        landscape=True,
        content=mark_texts(
            (
                FormBlock(
                    pairs=(
                        ("Lampiran", f"Keputusan {jabatan_camat(snapshot)}"),
                        ("Nomor", iku.nomor or EMPTY),
                        ("Tanggal", moment(iku.tanggal, iku.tanggal_cetak) or EMPTY),
                    )
                ),
                Title(rows=("INDIKATOR KINERJA UTAMA", full_name(snapshot).upper())),
                FormBlock(
                    pairs=(
                        ("Instansi", tidy(iku.instansi) or nama_kecamatan(snapshot)),
                        *(
                            (label, tidy(items[0]) if len(items) == 1 else listing(items, "huruf"))
                            for label, items in (
                                ("Tugas", iku.tugas),
                                ("Fungsi", iku.fungsi),
                                ("Tujuan", iku.tujuan),
                                ("Indikator tujuan", iku.indikator_tujuan),
                            )
                            if items
                        ),
                    )
                ),
                table,
                tanda_tangan(
                    snapshot, iku.penandatangan, iku.tempat, iku.tanggal, iku.tanggal_cetak, pengesahan
                ),
            ),
            iku.unread,
        ),
    )


def _decision(snapshot: Snapshot, iku: KeputusanIKU, pengesahan: Pengesahan | None) -> SignatureBlock:
    """ "Ditetapkan di …", "pada tanggal …", then the camat."""
    at_date = moment(iku.tanggal, iku.tanggal_cetak)
    one = block(
        iku.penandatangan,
        jabatan_camat(snapshot),
        f"Ditetapkan di {iku.tempat}" if iku.tempat else "",
        f"pada {'tanggal' if iku.tanggal else 'bulan'} {at_date}" if at_date else "",
    )
    return SignatureBlock(blocks=(stamped(one, pengesahan),))
