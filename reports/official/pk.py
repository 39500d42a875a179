"""The Perjanjian Kinerja as a form: pernyataan and lampiran (Permen PANRB 53/2014).

The words of the pernyataan are prescribed and stay exact, including their spelling.
"""

from __future__ import annotations

from dataclasses import replace

from reports.document.tree import (
    Block,
    Bold,
    FormBlock,
    PageBreak,
    ParagraphBlock,
    Part,
    SignatureBlock,
    Title,
)
from reports.official.signatures import (
    block,
    jabatan_camat,
    jabatan_kepala_daerah,
    kop,
    moment,
    nama_kecamatan,
    office_of,
    place_and_date,
    stamped,
)
from reports.prose.language import chain, sentence
from reports.publish.naskah import Naskah, Pengesahan
from reports.tables.pk import ALASAN_PERUBAHAN, anggaran_pk_table, indikator_pk_table, nama_pk
from sakip.snapshot.reads import kept
from sakip.snapshot.types import Pejabat, PerjanjianKinerja, Snapshot
from sakip.text.states import BELUM_DIISI

OPENING = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
    "pada hasil, kami yang bertanda tangan dibawah ini :"
)
PROMISE = (
    "Pihak Pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam "
    "rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
)
SUPERVISI = (
    "Pihak Kedua akan memberikan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja "
    "dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
)


#: What stands at the place of Pihak Kedua where Pihak Pertama signs electronically: true before and after he signs.
SIGNS_AFTER = (
    "Pihak Kedua menandatangani secara elektronik sesudah Pihak Pertama. Sudah atau belumnya tercantum pada alamat"
    " dalam kode QR di sebelah."
)


@kept
def pk_part(
    naskah: Naskah, pk: PerjanjianKinerja, *, nomor: str = "", pengesahan: Pengesahan | None = None
) -> Part:
    """One PK: the pernyataan on its page, the lampiran from the next, each with both signature blocks.

    ``pengesahan`` is there where this document itself is signed electronically: it stands at Pihak Pertama's place.
    """
    snapshot = naskah.snapshot
    return Part(
        key=f"pk-{pk.versi}",
        title=nama_pk(pk),
        level=1,
        nomor=nomor,
        shows_title=False,
        content=(*_pernyataan(snapshot, pk, pengesahan), PageBreak(), *_lampiran(snapshot, pk, pengesahan)),
    )


def _pernyataan(
    snapshot: Snapshot, pk: PerjanjianKinerja, pengesahan: Pengesahan | None
) -> tuple[Block, ...]:
    return (
        kop(snapshot),
        Title(rows=titles_of(nama_pk(pk)), large=True),
        *pernyataan(
            (pk.pihak_pertama, pk.pihak_kedua), (jabatan_camat(snapshot), jabatan_kepala_daerah(snapshot))
        ),
        _tanda_tangan(snapshot, pk, pengesahan),
        *_keterangan(pk),
    )


def pernyataan(parties: tuple[Pejabat | None, Pejabat | None], offices: tuple[str, str]) -> tuple[Block, ...]:
    """The prescribed words between title and signatures: who promises whom, the offices for where nobody is known."""
    return (
        ParagraphBlock(content=OPENING),
        _entry(parties[0], offices[0]),
        ParagraphBlock(content=("Selanjutnya disebut ", Bold("Pihak Pertama.")), style="rapat"),
        _entry(parties[1], offices[1]),
        ParagraphBlock(
            content=("Selaku atasan Pihak Pertama, selanjutnya disebut ", Bold("Pihak Kedua.")), style="rapat"
        ),
        ParagraphBlock(content=PROMISE),
        ParagraphBlock(content=SUPERVISI),
    )


def _keterangan(pk: PerjanjianKinerja) -> tuple[ParagraphBlock, ...]:
    """What the form leaves blank because the records do not say it, so that no reader takes it for an oversight."""
    return remark_on_missing(missing_in_pk(pk), nama_pk(pk))


def remark_on_missing(missing: list[str], name: str) -> tuple[ParagraphBlock, ...]:
    """The note below the signatures of a PK of that name."""
    if not missing:
        return ()
    text = sentence(f"{chain(missing)} {name} {BELUM_DIISI}")
    return (ParagraphBlock(content=f"Keterangan: {text}", style="catatan"),)


def missing_in_pk(pk: PerjanjianKinerja) -> list[str]:
    """What the form has a place for and the records do not say, in words."""
    return missing_words((pk.pihak_pertama, pk.pihak_kedua), moment(pk.tanggal, pk.tanggal_cetak))


def missing_words(parties: tuple[Pejabat | None, Pejabat | None], date_words: str) -> list[str]:
    """The same of who signs a PK, and of its date in words."""
    return [
        words
        for words, recorded in (
            ("nama Pihak Pertama", parties[0]),
            ("nama Pihak Kedua", parties[1]),
            ("tanggal penandatanganan", date_words),
        )
        if not recorded
    ]


def titles_of(name: str) -> tuple[str, ...]:
    """ "PERJANJIAN KINERJA PERUBAHAN" / "TAHUN 2021", as the form has it, in capitals."""
    nama, _, tahun = name.upper().rpartition(" TAHUN ")
    return (nama, f"TAHUN {tahun}")


def _entry(pejabat: Pejabat | None, jabatan: str) -> FormBlock:
    """Name and office; without a recorded person the office alone, for a form must not invent or announce a gap."""
    return FormBlock(
        pairs=(
            *((("Nama", pejabat.nama),) if pejabat else ()),
            ("Jabatan", office_of(pejabat, jabatan)),
        )
    )


def _lampiran(snapshot: Snapshot, pk: PerjanjianKinerja, pengesahan: Pengesahan | None) -> tuple[Block, ...]:
    indikator: Block = (
        indikator_pk_table(pk, key=f"pk-{pk.versi}-indikator", title=nama_pk(pk), numbered=False)
        if pk.indikator
        else ParagraphBlock(content=f"Sasaran, indikator, dan target dalam {nama_pk(pk)} belum dicatat.")
    )
    anggaran: Block = (
        anggaran_pk_table(pk, key=f"pk-{pk.versi}-anggaran", title=f"Anggaran {nama_pk(pk)}", numbered=False)
        if pk.anggaran
        else ParagraphBlock(content=f"{nama_pk(pk)} tidak memuat anggaran program.")
    )
    titles = (f"LAMPIRAN {nama_pk(pk).upper()}", nama_kecamatan(snapshot).upper())
    return (Title(rows=titles), *_alasan(pk), indikator, anggaran, _tanda_tangan(snapshot, pk, pengesahan))


def _alasan(pk: PerjanjianKinerja) -> tuple[FormBlock, ...]:
    """Why it was changed. It stands in the lampiran: the words of the pernyataan are prescribed."""
    if not pk.alasan:
        return ()
    return (FormBlock(pairs=(("Alasan perubahan", sentence(ALASAN_PERUBAHAN[pk.alasan])),)),)


def _tanda_tangan(snapshot: Snapshot, pk: PerjanjianKinerja, pengesahan: Pengesahan | None) -> SignatureBlock:
    """Pihak Kedua at the left, Pihak Pertama with place and date at the right (the renderer levels the names)."""
    moment = place_and_date(pk.tempat, pk.tanggal, pk.tanggal_cetak)
    left = block(pk.pihak_kedua, jabatan_kepala_daerah(snapshot), "Pihak Kedua,")
    right = block(pk.pihak_pertama, jabatan_camat(snapshot), moment, "Pihak Pertama,")
    if pengesahan is not None:
        left = replace(left, words=SIGNS_AFTER)
    return SignatureBlock(blocks=(left, stamped(right, pengesahan)))
