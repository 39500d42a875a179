"""First drafts of narrative from the numbers: sentences that the results prove, with live values in them.

A draft says what was reached, never why: causes and remedies are for people. Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reports.lkip.bab3.anggaran import anggaran_tercatat
from reports.lkip.bab3.sources import semua_indikator
from reports.official.signatures import nama_kecamatan
from reports.prose.budget_sentences import tingkat_efisiensi
from reports.prose.conclusion import teks_perhatian
from reports.prose.language import count_of, kalimat, klausa, paragraf, petik, rangkai, rapi
from reports.prose.sentences import posisi_target, tercapai
from reports.publish.naskah import Naskah
from reports.writing.blocks import Block, Item, List, Paragraph, Piece, inline
from reports.writing.live import KINDS_OF_INDIKATOR, marker_for
from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.results import Arah, BarisSerapan, Hasil, HasilIndikator, HasilSasaran


def draft(naskah: Naskah, bagian: str, kunci: str = "") -> tuple[Block, ...]:
    """The blocks of a draft for that place; none where the numbers say nothing about it."""
    writer = _WRITERS.get(bagian)
    if writer is None or naskah.hasil is None:
        return ()
    return tuple(_block(said) for said in writer(naskah, naskah.hasil, kunci) if said)


def _block(said: str | list[str]) -> Block:
    if isinstance(said, str):
        return Paragraph(inline([Piece(said)]))
    return List(False, tuple(Item(inline([Piece(one)])) for one in said))


Said = Iterator[str | list[str]]


def _hasil_indikator(i: HasilIndikator, tahun: int) -> str:
    """Target, realisasi, capaian and predikat, or why there is none; then the way since the year before."""
    nama = petik(i.nama)
    nilai = {
        jenis: marker_for(jenis) for jenis in KINDS_OF_INDIKATOR
    }  # the text is about this very indikator
    if i.capaian.nilai is None:
        return kalimat(
            f"Indikator {nama} ditargetkan {nilai['target']} pada tahun {tahun}, tetapi capaiannya belum dapat "
            f"disimpulkan karena {klausa(i.capaian.alasan)}"
        )
    return paragraf(
        kalimat(
            f"Pada tahun {tahun} indikator {nama} terealisasi {nilai['realisasi']} dari target {nilai['target']}. "
            f"Realisasi tersebut {posisi_target(i.capaian)} dan menghasilkan capaian {nilai['capaian']} dengan "
            f"predikat {nilai['predikat']}"
        ),
        _arah(i),
    )


def _arah(i: HasilIndikator) -> str:
    lalu = max(
        (p for p in i.perubahan if p.realisasi is not None and p.realisasi.keadaan is KeadaanNilai.TERISI),
        key=lambda p: p.tahun,
        default=None,
    )
    if lalu is None or lalu.arah is Arah.TIDAK_DAPAT_DISIMPULKAN:
        return ""
    kata = {Arah.MEMBAIK: "lebih baik daripada", Arah.MENURUN: "lebih rendah kinerjanya daripada"}
    return kalimat(f"Realisasi ini {kata.get(lalu.arah, 'sama dengan')} realisasi tahun {lalu.tahun}")


def _pendorong(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    sasaran, indikator = _indikator(hasil, kunci)
    if sasaran is None or indikator is None:
        return
    yield _hasil_indikator(indikator, naskah.snapshot.tahun)
    if program := _program(naskah, sasaran):
        yield kalimat(
            "Program yang mendukung pencapaian indikator ini adalah "
            + rangkai([f"{_nama_program(p)} dengan serapan {marker_for('serapan', p.nama)}" for p in program])
        )


def _penghambat(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    sasaran, indikator = _indikator(hasil, kunci)
    if sasaran is None or indikator is None:
        return
    yield _hasil_indikator(indikator, naskah.snapshot.tahun)
    rendah = _serapan_terendah(_program(naskah, sasaran))
    if rendah and tercapai(indikator.capaian) is not True:
        yield kalimat(
            f"Di antara pendukungnya, serapan terendah terdapat pada {rapi(rendah.nama)}, yaitu "
            f"{marker_for('serapan', rendah.nama)}"
        )


def _tindak_lanjut(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    _, i = _indikator(hasil, kunci)
    if i is None:
        return
    depan = naskah.snapshot.tahun + 1
    if tercapai(i.capaian) is True:
        yield kalimat(f"Pada tahun {depan} kinerja indikator {petik(i.nama)} dipertahankan dan ditingkatkan")
    elif i.capaian.nilai is None:
        yield kalimat(f"Pada tahun {depan} data indikator {petik(i.nama)} dilengkapi agar dapat diukur")
    else:
        yield kalimat(
            f"Capaian indikator {petik(i.nama)} sebesar {marker_for('capaian')} belum memenuhi target, sehingga "
            f"pada tahun {depan} perbaikan diarahkan pada indikator ini"
        )


def _efisiensi(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    s = _sasaran(hasil, kunci)
    if s is None:
        return
    if s.efisiensi.efisien is None:
        yield kalimat(
            f"Efisiensi sumber daya pada sasaran {petik(s.uraian)} belum dapat disimpulkan karena "
            f"{klausa(s.efisiensi.alasan)}"
        )
        return
    yield kalimat(
        f"Rata-rata capaian sasaran {petik(s.uraian)} sebesar {marker_for('rata-rata')}, sedangkan serapan "
        f"anggaran pendukungnya {marker_for('serapan')}. Penggunaan sumber daya dinilai "
        f"{tingkat_efisiensi(s.efisiensi).lower()}"
    )


def _program_sasaran(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    s = _sasaran(hasil, kunci)
    program = _program(naskah, s) if s else ()
    if s is None or not program:
        return
    yield kalimat(
        f"Sasaran {petik(s.uraian)} didukung oleh {count_of(len(program), 'program')} dengan pagu "
        f"{marker_for('pagu')} dan realisasi {marker_for('realisasi anggaran')}"
    )
    yield [
        kalimat(
            f"{_nama_program(p)}: pagu {marker_for('pagu', p.nama)}, realisasi "
            f"{marker_for('realisasi anggaran', p.nama)}, serapan {marker_for('serapan', p.nama)}"
        )
        for p in program
    ]


def _kendala(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    kurang, tanpa = (
        [i for i in semua_indikator(hasil) if tercapai(i.capaian) is putusan] for putusan in (False, None)
    )
    tahun = naskah.snapshot.tahun
    if not kurang and not tanpa:
        yield kalimat(
            f"Pada tahun {tahun} seluruh target indikator {nama_kecamatan(naskah.snapshot)} tercapai"
        )
        return
    if kurang:
        yield (
            kalimat(f"Target {count_of(len(kurang), 'indikator')} tahun {tahun} belum tercapai, yaitu")[:-1]
            + ":"
        )
        yield [
            kalimat(
                f"{rapi(i.nama)}: realisasi {marker_for('realisasi', i.nama)} dari target "
                f"{marker_for('target', i.nama)}, capaian {marker_for('capaian', i.nama)}"
            )
            for i in kurang
        ]
    if tanpa:
        yield kalimat(
            f"Capaian {rangkai([petik(i.nama) for i in tanpa])} belum dapat disimpulkan karena datanya belum lengkap"
        )


def _langkah(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    yield teks_perhatian(naskah)


def _latar_belakang(naskah: Naskah, hasil: Hasil, kunci: str) -> Said:
    if not semua_indikator(hasil):
        return
    yield paragraf(
        kalimat(
            f"Pada tahun {naskah.snapshot.tahun} kinerja {nama_kecamatan(naskah.snapshot)} diukur melalui "
            f"{count_of(len(semua_indikator(hasil)), 'indikator')} dari {count_of(len(hasil.sasaran), 'sasaran')}, "
            f"dengan rata-rata capaian {marker_for('rata-rata')}"
        ),
        kalimat(f"Anggaran program sebesar {marker_for('pagu')} terserap {marker_for('serapan')}")
        if anggaran_tercatat(naskah)
        else "",
    )


_WRITERS: Final[dict[str, Callable[[Naskah, Hasil, str], Said]]] = {
    "latar-belakang": _latar_belakang,
    "pendorong": _pendorong,
    "penghambat": _penghambat,
    "rencana-aksi": _tindak_lanjut,
    "efisiensi": _efisiensi,
    "program": _program_sasaran,
    "kendala": _kendala,
    "langkah": _langkah,
}


# -- the records behind a place ----------------------------------------------------------------------


def _sasaran(hasil: Hasil, kunci: str) -> HasilSasaran | None:
    return next((s for s in hasil.sasaran if s.kunci == kunci), None)


def _indikator(hasil: Hasil, kunci: str) -> tuple[HasilSasaran | None, HasilIndikator | None]:
    for sasaran in hasil.sasaran:
        for indikator in sasaran.indikator:
            if indikator.kunci == kunci:
                return sasaran, indikator
    return None, None


def _program(naskah: Naskah, sasaran: HasilSasaran) -> tuple[BarisSerapan, ...]:
    anggaran = anggaran_tercatat(naskah)
    return tuple(p for p in anggaran.program if p.kode in sasaran.program) if anggaran else ()


def _serapan_terendah(program: tuple[BarisSerapan, ...]) -> BarisSerapan | None:
    rinci = [b for p in program for b in _daun(p) if b.serapan.nilai is not None]
    return min(rinci, key=lambda b: b.serapan.nilai or 0) if len(rinci) > 1 else None


def _daun(baris: BarisSerapan) -> Iterator[BarisSerapan]:
    """The rows that a reader knows by their name: the parts of kelurahan or units stay with their sub kegiatan."""
    if not baris.anak or baris.anak[0].tingkat == "unit":
        yield baris
        return
    for anak in baris.anak:
        yield from _daun(anak)


def _nama_program(baris: BarisSerapan) -> str:
    nama = rapi(baris.nama)
    return nama if nama.casefold().startswith("program") else f"Program {nama}"
