"""What a changed Renstra changed: a table of differences, so that nobody has to compare two matrices by eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from reports.document.builders import baris_baris, header, kolom, row, sel
from reports.document.tree import Sebaris, Tabel
from reports.prose.language import rapi
from reports.tables.printed import KOSONG, print_target
from sakip.snapshot.types import Indikator, Renstra, Sasaran, TargetTahun, Tujuan

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """One difference between two versions; an empty side means that the version does not have it.

    ``unsur``: tujuan, indikator tujuan, sasaran, indikator sasaran or target.
    """

    unsur: str
    sebelum: Sebaris
    sesudah: Sebaris

    @property
    def sifat(self) -> Literal["ditambahkan", "dihapus", "diubah"]:
        """What happened to it, in the word that the table prints."""
        if not self.sebelum:
            return "ditambahkan"
        return "diubah" if self.sesudah else "dihapus"


def perubahan_renstra(lama: Renstra, baru: Renstra) -> tuple[VersionChange, ...]:
    """Differences of wording, of what there is and of targets, in the order of the new version.

    Tujuan, sasaran and indikator are recognised by their kunci, which is stable over versions; an indikator
    tujuan, which has none, by its name.
    """
    tujuan = _sejajar({t.kunci: t for t in lama.tujuan}, {t.kunci: t for t in baru.tujuan})
    sasaran = _sejajar(_sasaran(lama), _sasaran(baru))
    indikator = _sejajar(_indikator(lama), _indikator(baru))
    return (
        *_teks("tujuan", tujuan, lambda t: t.uraian),
        *_indikator_tujuan(tujuan),
        *_teks("sasaran", sasaran, lambda s: s.uraian),
        *_teks("indikator sasaran", indikator, lambda i: i.nama),
        *_target_sasaran(indikator),
    )


def tabel_perubahan_renstra(perubahan: tuple[VersionChange, ...], *, kunci: str, judul: str) -> Tabel:
    """No | Unsur | Sebelum | Setelah | Keterangan."""
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((6, "tengah"), 15, 32, 32, 15),
        kepala=header("No.", "Unsur", "Sebelum perubahan", "Setelah perubahan", "Keterangan"),
        baris=tuple(
            row(
                sel(str(nomor)),
                sel(p.unsur.capitalize(), kepala=True),
                sel(p.sebelum or KOSONG),
                sel(p.sesudah or KOSONG),
                sel(p.sifat),
            )
            for nomor, p in enumerate(perubahan, start=1)
        ),
        ukuran="kecil",
    )


def _sejajar(lama: Mapping[str, T], baru: Mapping[str, T]) -> list[tuple[T | None, T | None]]:
    """Both versions of everything: first what the new one has, in its order, then what it has dropped."""
    return [(lama.get(k), b) for k, b in baru.items()] + [(a, None) for k, a in lama.items() if k not in baru]


def _sasaran(renstra: Renstra) -> dict[str, Sasaran]:
    return {s.kunci: s for t in renstra.tujuan for s in t.sasaran}


def _indikator(renstra: Renstra) -> dict[str, Indikator]:
    return {i.kunci: i for t in renstra.tujuan for s in t.sasaran for i in s.indikator if i.dalam_renstra}


def _teks(
    unsur: str, pasangan: list[tuple[T | None, T | None]], uraian: Callable[[T], str]
) -> Iterator[VersionChange]:
    for lama, baru in pasangan:
        sebelum, sesudah = (rapi(uraian(isi)) if isi is not None else "" for isi in (lama, baru))
        if sebelum != sesudah:
            yield VersionChange(unsur=unsur, sebelum=sebelum, sesudah=sesudah)


def _indikator_tujuan(tujuan: list[tuple[Tujuan | None, Tujuan | None]]) -> Iterator[VersionChange]:
    for lama, baru in tujuan:
        sebelum = {rapi(i.nama): i for i in lama.indikator} if lama else {}
        sesudah = {rapi(i.nama): i for i in baru.indikator} if baru else {}
        hilang = [nama for nama in sebelum if nama not in sesudah]
        muncul = [nama for nama in sesudah if nama not in sebelum]
        if hilang or muncul:
            yield VersionChange(
                unsur="indikator tujuan", sebelum=baris_baris(hilang), sesudah=baris_baris(muncul)
            )
        for nama, indikator in sesudah.items():
            if nama in sebelum:
                yield from _target(nama, sebelum[nama].target, indikator.target, indikator.satuan)


def _target_sasaran(indikator: list[tuple[Indikator | None, Indikator | None]]) -> Iterator[VersionChange]:
    for lama, baru in indikator:
        if lama and baru:
            yield from _target(rapi(baru.nama), lama.target, baru.target, baru.satuan)


def _target(
    nama: str, lama: tuple[TargetTahun, ...], baru: tuple[TargetTahun, ...], satuan: str
) -> Iterator[VersionChange]:
    """The years in which the target differs, under the name of the indikator; nothing when all agree."""
    sebelum = {t.tahun: print_target(t.target, satuan) for t in lama}
    sesudah = {t.tahun: print_target(t.target, satuan) for t in baru}
    beda = [t for t in sorted(sebelum | sesudah) if sebelum.get(t) != sesudah.get(t)]
    if beda:
        yield VersionChange(
            unsur="target",
            sebelum=_menurut_tahun(nama, sebelum, beda),
            sesudah=_menurut_tahun(nama, sesudah, beda),
        )


def _menurut_tahun(nama: str, target: Mapping[int, str], tahun: list[int]) -> Sebaris:
    return baris_baris([f"{nama}:", "; ".join(f"{t}: {target.get(t, KOSONG)}" for t in tahun)])
