"""The pohon kinerja: tujuan → sasaran → program → kegiatan → sub kegiatan with the responsible seksi, drawn."""

from __future__ import annotations

from reports.charts import SimpulKinerja, pohon_kinerja
from reports.dokumen import Gambar
from reports.sections.identitas import nama_kecamatan
from reports.sections.tabel_rkt import KODE_TANPA_CETAK
from sakip.snapshot.types import RKT, BarisRKT, Sasaran, Snapshot, Tujuan


def gambar_pohon(snapshot: Snapshot, rkt: RKT) -> tuple[Gambar, ...]:
    """The cascade as one drawing per page-sized piece; empty without a Renstra or without RKT rows."""
    renstra = snapshot.renstra_berlaku
    if renstra is None or not rkt.baris:
        return ()
    terpakai = {b.kunci_sasaran for b in rkt.baris}
    akar = [_tujuan(t, rkt) for t in renstra.tujuan if any(s.kunci in terpakai for s in t.sasaran)]
    if not akar:
        return ()
    judul = f"Pohon Kinerja {nama_kecamatan(snapshot)} Tahun {snapshot.tahun}"
    svg = pohon_kinerja(akar, id="pohon", judul=judul, tinggi_maks=190)
    return tuple(
        Gambar(
            kunci=f"gambar-pohon-{nomor}",
            judul=judul if len(svg) == 1 else f"{judul} (bagian {nomor} dari {len(svg)})",
            svg=potongan,
            alt="Penjabaran tujuan menjadi sasaran, program, kegiatan, dan sub kegiatan. Isi lengkapnya "
            "tercantum dalam tabel program dan kegiatan pada RKT.",
        )
        for nomor, potongan in enumerate(svg, start=1)
    )


def _tujuan(tujuan: Tujuan, rkt: RKT) -> SimpulKinerja:
    terpakai = {b.kunci_sasaran for b in rkt.baris}
    return SimpulKinerja(
        teks=tujuan.uraian, anak=tuple(_sasaran(s, rkt) for s in tujuan.sasaran if s.kunci in terpakai)
    )


def _sasaran(sasaran: Sasaran, rkt: RKT) -> SimpulKinerja:
    baris = [b for b in rkt.baris if b.kunci_sasaran == sasaran.kunci]
    program = dict.fromkeys(b.program for b in baris)
    return SimpulKinerja(
        teks=sasaran.uraian,
        anak=tuple(_program(kode, [b for b in baris if b.program == kode]) for kode in program),
    )


def _program(kode: str, baris: list[BarisRKT]) -> SimpulKinerja:
    sendiri = next((b for b in baris if b.tingkat == "program"), None)
    kegiatan = dict.fromkeys(b.kegiatan for b in baris if b.kegiatan)
    return SimpulKinerja(
        teks=baris[0].nama_program,
        kode=_kode(kode),
        penanggung_jawab=_unit(sendiri),
        anak=tuple(_kegiatan(k, [b for b in baris if b.kegiatan == k]) for k in kegiatan),
    )


def _kegiatan(kode: str, baris: list[BarisRKT]) -> SimpulKinerja:
    sendiri = next((b for b in baris if b.tingkat == "kegiatan"), None)
    return SimpulKinerja(
        teks=baris[0].nama_kegiatan,
        kode=_kode(kode),
        penanggung_jawab=_unit(sendiri),
        anak=tuple(
            SimpulKinerja(teks=b.nama_sub_kegiatan, kode=_kode(b.sub_kegiatan), penanggung_jawab=_unit(b))
            for b in baris
            if b.sub_kegiatan
        ),
    )


def _unit(baris: BarisRKT | None) -> str:
    return ", ".join(baris.penanggung_jawab) if baris else ""


def _kode(kode: str) -> str:
    return "" if kode.startswith(KODE_TANPA_CETAK) else kode
