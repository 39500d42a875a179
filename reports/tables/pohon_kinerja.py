"""The pohon kinerja: tujuan → sasaran → program → kegiatan → sub kegiatan with the responsible seksi, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reports.charts import SimpulKinerja, pohon_kinerja
from reports.document.tree import Gambar
from reports.prose.language import count_of, petik, rangkai, rapi
from sakip.snapshot.leaves import KODE_TANPA_CETAK
from sakip.snapshot.types import RKT, BarisRKT, Sasaran, Snapshot, Tujuan

#: Greatest height of a drawing in mm: two with their captions fit on an A4 page with the usual margins, and on F4
#: below a few lines of text, so that hardly any page ends half empty.
TINGGI_GAMBAR: Final = 105


def draw_tree(snapshot: Snapshot, rkt: RKT) -> tuple[Gambar, ...]:
    """The cascade, each tujuan from a drawing of its own; empty without a Renstra or without RKT rows."""
    renstra = snapshot.renstra_berlaku
    terpakai = {b.kunci_sasaran for b in rkt.baris}
    tujuan = [t for t in (renstra.tujuan if renstra else ()) if any(s.kunci in terpakai for s in t.sasaran)]
    return tuple(
        gambar
        for nomor, t in enumerate(tujuan, start=1)
        for gambar in _draw(rkt, t, nomor if len(tujuan) > 1 else None)
    )


def _draw(rkt: RKT, tujuan: Tujuan, nomor: int | None) -> Iterator[Gambar]:
    """The drawings of one tujuan; ``nomor`` tells several apart."""
    akar = _tujuan(tujuan, rkt)
    # Without the name of the kecamatan, which every page carries, the caption stays on one line.
    judul = f"Pohon Kinerja Tahun {rkt.tahun}" + (f": Tujuan {nomor}" if nomor else "")
    kunci = f"gambar-pohon-{nomor or 1}"
    svg = pohon_kinerja(akar, tinggi_maks=TINGGI_GAMBAR)
    for urut, potongan in enumerate(svg, start=1):
        bagian = f" (bagian {urut} dari {len(svg)})" if len(svg) > 1 else ""
        yield Gambar(
            kunci=f"{kunci}-{urut}",
            judul=f"{judul}{bagian}",
            svg=potongan,
            alt=f"{judul}{bagian}. {_uraian(akar)}",
        )


def _uraian(akar: SimpulKinerja) -> str:
    """What the drawing shows, with the tables for those who cannot see it."""
    lapis = [akar]
    banyak: list[str] = []
    for nama in ("sasaran", "program", "kegiatan", "sub kegiatan"):
        lapis = [anak for simpul in lapis for anak in simpul.anak]
        if lapis:
            banyak.append(count_of(len(lapis), nama))
    return (
        f"Tujuan {petik(akar.teks)} dijabarkan menjadi {rangkai(banyak)}; nama, indikator, dan penanggung jawabnya "
        f"tercantum dalam tabel RKT."
    )


def _tujuan(tujuan: Tujuan, rkt: RKT) -> SimpulKinerja:
    terpakai = {b.kunci_sasaran for b in rkt.baris}
    return SimpulKinerja(
        teks=rapi(tujuan.uraian), anak=tuple(_sasaran(s, rkt) for s in tujuan.sasaran if s.kunci in terpakai)
    )


def _sasaran(sasaran: Sasaran, rkt: RKT) -> SimpulKinerja:
    baris = [b for b in rkt.baris if b.kunci_sasaran == sasaran.kunci]
    program = dict.fromkeys(b.program for b in baris)
    return SimpulKinerja(
        teks=rapi(sasaran.uraian),
        anak=tuple(_program(kode, [b for b in baris if b.program == kode]) for kode in program),
    )


def _program(kode: str, baris: list[BarisRKT]) -> SimpulKinerja:
    sendiri = next((b for b in baris if b.tingkat == "program"), None)
    kegiatan = dict.fromkeys(b.kegiatan for b in baris if b.kegiatan)
    return SimpulKinerja(
        teks=rapi(baris[0].nama_program),
        kode=_kode(kode),
        penanggung_jawab=_unit(sendiri),
        anak=tuple(_kegiatan(k, [b for b in baris if b.kegiatan == k]) for k in kegiatan),
    )


def _kegiatan(kode: str, baris: list[BarisRKT]) -> SimpulKinerja:
    sendiri = next((b for b in baris if b.tingkat == "kegiatan"), None)
    return SimpulKinerja(
        teks=rapi(baris[0].nama_kegiatan),
        kode=_kode(kode),
        penanggung_jawab=_unit(sendiri),
        anak=tuple(
            SimpulKinerja(
                teks=rapi(b.nama_sub_kegiatan), kode=_kode(b.sub_kegiatan), penanggung_jawab=_unit(b)
            )
            for b in baris
            if b.sub_kegiatan
        ),
    )


def _unit(baris: BarisRKT | None) -> str:
    return ", ".join(rapi(p) for p in baris.penanggung_jawab) if baris else ""


def _kode(kode: str) -> str:
    return "" if kode.startswith(KODE_TANPA_CETAK) else kode
