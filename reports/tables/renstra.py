"""Matriks Renstra: tujuan, sasaran, indikator, the target of every year, strategi, kebijakan and program.

No row spans: a tujuan may run over several pages, and a spanning cell cannot be broken over them. What stands in
several rows is printed on the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports.document.builders import bernomor, header, kolom, row, sel, share_width
from reports.document.tree import BarisTabel, Sebaris, Sel, Tabel
from reports.prose.language import rapi
from reports.tables.printed import KOSONG, print_target
from sakip.snapshot.types import Indikator, IndikatorTujuan, Renstra, Sasaran, TargetTahun, Tujuan

_LEBAR_TAHUN = 7
_LEBAR_TAHUN_MATRIKS = 5

#: Columns that the matrix has only when the Renstra states something in them.
_RINCIAN: tuple[tuple[str, Callable[[Sasaran], tuple[str, ...]]], ...] = (
    ("Strategi", lambda s: s.strategi),
    ("Kebijakan", lambda s: s.kebijakan),
    ("Program", lambda s: s.program),
)


def tabel_target_renstra(renstra: Renstra, *, kunci: str, judul: str) -> Tabel:
    """Tujuan and sasaran with their indikator and yearly targets: what fits a portrait page (BAB II)."""
    tahun = renstra.tahun
    uraian = share_width(100 - 6 - _LEBAR_TAHUN * len(tahun), 2)
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((6, "tengah"), *uraian, *((_LEBAR_TAHUN, "kanan") for _ in tahun)),
        kepala=_kepala_tahun(tahun, ("No.", "Tujuan/sasaran", "Indikator"), "Target tahun"),
        baris=tuple(_baris_target(renstra)),
        sumber=rapi(renstra.sumber),
        ukuran="kecil",
    )


def tabel_matriks_renstra(renstra: Renstra, *, kunci: str, judul: str) -> Tabel:
    """The whole matrix for a landscape page (Lampiran and the document of its own)."""
    tahun = renstra.tahun
    semua = [s for t in renstra.tujuan for s in t.sasaran]
    rincian = [(nama, isi) for nama, isi in _RINCIAN if any(isi(s) for s in semua)]
    lebar = share_width(100 - 4 - _LEBAR_TAHUN_MATRIKS * len(tahun), 4 + len(rincian))
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((4, "tengah"), *lebar[:4], *((_LEBAR_TAHUN_MATRIKS, "kanan") for _ in tahun), *lebar[4:]),
        kepala=_kepala_tahun(
            tahun,
            ("No.", "Tujuan", "Indikator tujuan", "Sasaran", "Indikator sasaran"),
            "Target kinerja sasaran pada tahun",
            tuple(nama for nama, _ in rincian),
        ),
        baris=tuple(_baris_matriks(renstra, [isi for _, isi in rincian])),
        sumber=rapi(renstra.sumber),
        nomor_kolom=True,
        ukuran="mini",
    )


def _kepala_tahun(
    tahun: tuple[int, ...], kiri: tuple[str, ...], judul: str, kanan: tuple[str, ...] = ()
) -> tuple[tuple[Sel, ...], ...]:
    return header(
        *(Sel(isi=j, baris=2) for j in kiri),
        Sel(isi=judul, kolom=len(tahun)),
        *(Sel(isi=j, baris=2) for j in kanan),
    ) + header(*(str(t) for t in tahun))


def _target(target: tuple[TargetTahun, ...], satuan: str, tahun: tuple[int, ...]) -> tuple[Sel, ...]:
    menurut_tahun = {t.tahun: t.target for t in target}
    return tuple(sel(print_target(menurut_tahun.get(t), satuan)) for t in tahun)


def _baris_target(renstra: Renstra) -> list[BarisTabel]:
    baris: list[BarisTabel] = []
    for nomor, tujuan in enumerate(renstra.tujuan, start=1):
        baris += _baris_unsur(f"{nomor}", f"Tujuan: {rapi(tujuan.uraian)}", tujuan.indikator, renstra.tahun)
        for urut, sasaran in enumerate(tujuan.sasaran, start=1):
            indikator = [i for i in sasaran.indikator if i.dalam_renstra]
            baris += _baris_unsur(f"{nomor}.{urut}", rapi(sasaran.uraian), indikator, renstra.tahun)
    return baris


def _baris_unsur(
    nomor: str, uraian: str, indikator: Sequence[Indikator | IndikatorTujuan], tahun: tuple[int, ...]
) -> list[BarisTabel]:
    """A tujuan or sasaran with a row for each indikator; one without indikator keeps its row."""
    if not indikator:
        kosong = (sel(KOSONG) for _ in (None, *tahun))
        return [row(sel(nomor), sel(uraian, kepala=True), *kosong)]
    return [
        row(
            sel(nomor if urut == 0 else ""),
            sel(uraian if urut == 0 else "", kepala=urut == 0),
            sel(rapi(i.nama)),
            *_target(i.target, i.satuan, tahun),
        )
        for urut, i in enumerate(indikator)
    ]


def _baris_matriks(
    renstra: Renstra, rincian: Sequence[Callable[[Sasaran], tuple[str, ...]]]
) -> list[BarisTabel]:
    """One row per indikator sasaran; a tujuan without sasaran and a sasaran without indikator keep theirs."""
    baris: list[BarisTabel] = []
    for nomor, tujuan in enumerate(renstra.tujuan, start=1):
        baris_tujuan = [b for s in tujuan.sasaran for b in _baris_sasaran(s, renstra.tahun, rincian)]
        if not baris_tujuan:
            baris_tujuan = [tuple(sel(KOSONG) for _ in (None, None, *renstra.tahun, *rincian))]
        baris += [row(*_kiri(nomor, tujuan, pertama=i == 0), *isi) for i, isi in enumerate(baris_tujuan)]
    return baris


def _baris_sasaran(
    sasaran: Sasaran, tahun: tuple[int, ...], rincian: Sequence[Callable[[Sasaran], tuple[str, ...]]]
) -> list[tuple[Sel, ...]]:
    indikator: list[Indikator | None] = [i for i in sasaran.indikator if i.dalam_renstra]
    return [
        (
            sel(rapi(sasaran.uraian) if urut == 0 else "", kepala=urut == 0),
            sel(rapi(i.nama) if i else KOSONG),
            *_target(i.target if i else (), i.satuan if i else "", tahun),
            *(sel(_butir(isi(sasaran)) if urut == 0 else "") for isi in rincian),
        )
        for urut, i in enumerate(indikator or [None])
    ]


def _butir(teks: tuple[str, ...]) -> Sebaris:
    return bernomor([rapi(t) for t in teks]) or KOSONG


def _kiri(nomor: int, tujuan: Tujuan, *, pertama: bool) -> tuple[Sel, ...]:
    if not pertama:
        return (sel(""), sel(""), sel(""))
    return (
        sel(str(nomor)),
        sel(rapi(tujuan.uraian), kepala=True),
        sel(bernomor([_dengan_target(i) for i in tujuan.indikator]) or KOSONG),
    )


def _dengan_target(indikator: IndikatorTujuan) -> str:
    """An indikator tujuan has no year columns of its own in the matrix: its targets follow its name."""
    nama = rapi(indikator.nama)
    if not indikator.target:
        return nama
    target = "; ".join(f"{t.tahun}: {print_target(t.target, indikator.satuan)}" for t in indikator.target)
    return f"{nama} ({target})"
