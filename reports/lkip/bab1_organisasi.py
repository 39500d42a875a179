"""BAB I.C Susunan organisasi: the units as a list, and the chart of them."""

from __future__ import annotations

from reports.charts import ChartNode, JenisSimpul, bagan_organisasi
from reports.document.builders import rincian
from reports.document.tree import Blok, Butir, Daftar, Gambar, Paragraf
from reports.official.signatures import nama_kecamatan, nama_lengkap
from reports.prose.language import rangkai, rapi
from sakip.snapshot.types import Snapshot, UnitKerja

_JENIS_SIMPUL = {jenis.value: jenis for jenis in JenisSimpul}


def susunan_organisasi(snapshot: Snapshot) -> tuple[Blok, ...]:
    """The list of the regulation and one chart for each head (there is one: the camat)."""
    unit = snapshot.kecamatan.unit_kerja
    if not unit:
        return (
            Paragraf(isi=f"Susunan organisasi {nama_kecamatan(snapshot)} belum dicatat untuk tahun ini."),
        )
    kunci = {u.kunci for u in unit}
    puncak = [u for u in unit if u.induk not in kunci]
    # The regulation lists the camat and what stands directly below him at one level.
    utama = [u for p in puncak for u in (p, *_bawahan(p, unit))]
    judul = f"Bagan Susunan Organisasi {nama_kecamatan(snapshot)}"
    return (
        Paragraf(isi=f"Susunan organisasi {nama_lengkap(snapshot)} terdiri atas:", gaya="rapat"),
        _daftar(utama, unit, kecuali=frozenset(p.kunci for p in puncak)),
        *(
            Gambar(
                kunci=f"gambar-organisasi-{nomor}",
                judul=judul,
                svg=bagan_organisasi(_simpul(p, unit)),
                alt=f"{judul}. {' '.join(_uraian(p, unit)) or rapi(p.nama) + '.'}",
            )
            for nomor, p in enumerate(puncak, start=1)
        ),
    )


def _bawahan(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> list[UnitKerja]:
    return [b for b in unit if b.induk == u.kunci]


def _daftar(
    isi: list[UnitKerja],
    unit: tuple[UnitKerja, ...],
    *,
    kecuali: frozenset[str] = frozenset(),
    dalam: int = 0,
) -> Daftar:
    """Units with what is below them, except below ``kecuali``, whose own units the list already names."""
    bawahan = [[] if u.kunci in kecuali else _bawahan(u, unit) for u in isi]
    nama = rincian([u.nama for u in isi], nama=True)
    return Daftar(
        butir=tuple(
            Butir(
                isi=f"{rapi(u.nama)}, terdiri atas:" if b else teks,
                anak=(_daftar(b, unit, dalam=dalam + 1),) if b else (),
            )
            for u, b, teks in zip(isi, bawahan, nama, strict=True)
        ),
        jenis="angka" if dalam % 2 else "huruf",
    )


def _simpul(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> ChartNode:
    return ChartNode(
        teks=rapi(u.nama),
        jenis=_JENIS_SIMPUL.get(u.jenis, JenisSimpul.SEKSI),
        anak=tuple(_simpul(b, unit) for b in _bawahan(u, unit)),
    )


def _uraian(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> list[str]:
    """The chart in sentences: every superior with those directly below."""
    bawahan = _bawahan(u, unit)
    if not bawahan:
        return []
    sendiri = f"{rapi(u.nama)} membawahkan {rangkai([rapi(b.nama) for b in bawahan])}."
    return [sendiri, *(k for b in bawahan for k in _uraian(b, unit))]
