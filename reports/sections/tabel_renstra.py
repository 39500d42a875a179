"""Matriks Renstra: tujuan, sasaran, indikator, the target of every year, strategi, kebijakan and program."""

from __future__ import annotations

from reports.dokumen import BarisTabel, Sel, Tabel
from reports.sections.cetak import cetak_target
from reports.sections.susun import bernomor, kepala, kolom, sel
from sakip.snapshot.types import IndikatorTujuan, Renstra, Sasaran, TargetTahun, Tujuan


def tabel_target_renstra(renstra: Renstra, *, kunci: str, judul: str) -> Tabel:
    """Tujuan and sasaran with their indikator and yearly targets: what fits a portrait page (BAB II)."""
    tahun = renstra.tahun
    lebar_tahun = 8 if len(tahun) <= 6 else 48 // len(tahun)
    sisa = 100 - 6 - lebar_tahun * len(tahun)
    lebar_uraian = sisa // 2
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(
            (6, "tengah"), lebar_uraian, sisa - lebar_uraian, *((lebar_tahun, "kanan") for _ in tahun)
        ),
        kepala=_kepala(tahun, "Tujuan/Sasaran", "Indikator"),
        baris=tuple(_baris_target(renstra)),
        sumber=renstra.sumber,
        ukuran="kecil",
    )


def tabel_matriks_renstra(renstra: Renstra, *, kunci: str, judul: str) -> Tabel:
    """The whole matrix for a landscape page (Lampiran and the document of its own)."""
    tahun = renstra.tahun
    lebar_tahun = 5
    sisa = 100 - 3 - lebar_tahun * len(tahun)
    bagian = sisa // 7
    lebar = [bagian] * 6 + [sisa - 6 * bagian]
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((3, "tengah"), *lebar[:4], *((lebar_tahun, "kanan") for _ in tahun), *lebar[4:]),
        kepala=(
            kepala(
                Sel(isi="No.", baris=2),
                *(
                    Sel(isi=j, baris=2)
                    for j in ("Tujuan", "Indikator tujuan", "Sasaran", "Indikator sasaran")
                ),
                Sel(isi="Target kinerja sasaran pada tahun", kolom=len(tahun)),
                *(Sel(isi=j, baris=2) for j in ("Strategi", "Kebijakan", "Program")),
            ),
            kepala(*(str(t) for t in tahun)),
        ),
        baris=tuple(_baris_matriks(renstra)),
        sumber=renstra.sumber,
        nomor_kolom=True,
        ukuran="mini",
    )


def _kepala(tahun: tuple[int, ...], *judul: str) -> tuple[tuple[Sel, ...], ...]:
    return (
        kepala(
            Sel(isi="No.", baris=2),
            *(Sel(isi=j, baris=2) for j in judul),
            Sel(isi="Target tahun", kolom=len(tahun)),
        ),
        kepala(*(str(t) for t in tahun)),
    )


def _target(target: tuple[TargetTahun, ...], tahun: tuple[int, ...]) -> tuple[Sel, ...]:
    menurut_tahun = {t.tahun: t.target for t in target}
    return tuple(sel(cetak_target(menurut_tahun.get(t))) for t in tahun)


def _baris_target(renstra: Renstra) -> list[BarisTabel]:
    baris: list[BarisTabel] = []
    for nomor, tujuan in enumerate(renstra.tujuan, start=1):
        lebar_penuh = 3 + len(renstra.tahun)
        if not tujuan.indikator:
            baris.append(
                BarisTabel(
                    jenis="kelompok",
                    sel=(
                        sel(str(nomor)),
                        sel(f"Tujuan: {tujuan.uraian}", kolom=lebar_penuh - 1, kepala=True),
                    ),
                )
            )
        for i, indikator in enumerate(tujuan.indikator):
            kiri = (
                (sel(str(nomor)), sel(f"Tujuan: {tujuan.uraian}", kepala=True))
                if i == 0
                else (sel(""), sel(""))
            )
            baris.append(
                BarisTabel(sel=(*kiri, sel(indikator.nama), *_target(indikator.target, renstra.tahun)))
            )
        for urut, sasaran in enumerate(tujuan.sasaran, start=1):
            baris += _baris_sasaran(f"{nomor}.{urut}", sasaran, renstra.tahun)
    return baris


def _baris_sasaran(nomor: str, sasaran: Sasaran, tahun: tuple[int, ...]) -> list[BarisTabel]:
    indikator = [i for i in sasaran.indikator if i.dalam_renstra]
    return [
        BarisTabel(
            sel=(
                sel(nomor if urut == 0 else ""),
                sel(sasaran.uraian if urut == 0 else "", kepala=urut == 0),
                sel(i.nama),
                *_target(i.target, tahun),
            )
        )
        for urut, i in enumerate(indikator)
    ]


def _baris_matriks(renstra: Renstra) -> list[BarisTabel]:
    """One row per indikator sasaran; tujuan and sasaran are printed on their first row only.

    No row spans: a tujuan may run over several pages, and a spanning cell cannot be broken over them.
    """
    baris: list[BarisTabel] = []
    for nomor, tujuan in enumerate(renstra.tujuan, start=1):
        pertama_tujuan = True
        for sasaran in tujuan.sasaran:
            pertama_sasaran = True
            for indikator in (i for i in sasaran.indikator if i.dalam_renstra):
                baris.append(
                    BarisTabel(
                        sel=(
                            *_kiri(nomor, tujuan, pertama_tujuan),
                            sel(sasaran.uraian if pertama_sasaran else "", kepala=pertama_sasaran),
                            sel(indikator.nama),
                            *_target(indikator.target, renstra.tahun),
                            *(
                                sel(bernomor(t) if pertama_sasaran else "")
                                for t in (sasaran.strategi, sasaran.kebijakan, sasaran.program)
                            ),
                        )
                    )
                )
                pertama_tujuan = pertama_sasaran = False
    return baris


def _kiri(nomor: int, tujuan: Tujuan, pertama: bool) -> tuple[Sel, ...]:
    if not pertama:
        return (sel(""), sel(""), sel(""))
    return (
        sel(str(nomor)),
        sel(tujuan.uraian, kepala=True),
        sel(bernomor([_dengan_target(i) for i in tujuan.indikator])),
    )


def _dengan_target(indikator: IndikatorTujuan) -> str:
    """An indikator tujuan has no year columns of its own in the matrix: its targets follow its name."""
    if not indikator.target:
        return indikator.nama
    return f"{indikator.nama} ({'; '.join(f'{t.tahun}: {cetak_target(t.target)}' for t in indikator.target)})"
