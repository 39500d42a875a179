"""What was measured in a year as tables: capaian, the four triwulan, and the money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reports.open_data.table import (
    INDIKATOR,
    REALISASI,
    Column,
    DataTable,
    Row,
    realisasi_values,
    target_columns,
    target_values,
)
from reports.publish.naskah import Naskah
from sakip.capaian.export import plain_number
from sakip.capaian.nilai import complete
from sakip.capaian.results import IndikatorResult, walk_rows
from sakip.capaian.triwulan import TRIWULAN


def _indikator(naskah: Naskah) -> Iterator[tuple[str, str, IndikatorResult]]:
    """Every measured indikator of a sasaran, with its tujuan and its sasaran."""
    for sasaran in naskah.results.sasaran if naskah.results else ():
        for one in sasaran.indikator:
            yield sasaran.tujuan, sasaran.uraian, one


def _named(sasaran: str, one: IndikatorResult) -> Row:
    return {
        "sasaran": sasaran,
        "kunci_indikator": one.kunci or None,
        "indikator": one.nama,
        "satuan": one.satuan or None,
    }


def _capaian(naskah: Naskah) -> Iterator[Row]:
    for tujuan, sasaran, one in _indikator(naskah):
        capaian = one.capaian
        yield {
            **_named(sasaran, one),
            "tujuan": tujuan or None,
            "rumus": capaian.rumus.value,
            "target_dari": one.asal.value,
            **target_values(capaian.target),
            **realisasi_values(one.realisasi),
            "keadaan": capaian.keadaan.value,
            "capaian": None if capaian.nilai is None else f"{capaian.nilai:f}",
            "kategori": capaian.kategori.kode if capaian.kategori else None,
            "predikat": capaian.kategori.label if capaian.kategori else None,
            "alasan": capaian.alasan or None,
        }


CAPAIAN: Final = DataTable(
    code="capaian",
    name="Capaian indikator",
    meaning="Satu baris untuk setiap indikator sasaran yang diukur dalam LKIP: target, realisasi, dan capaiannya.",
    own_columns=(
        *INDIKATOR,
        Column(name="tujuan", title="Tujuan", meaning="Tujuan yang memuat sasaran itu."),
        Column(name="rumus", title="Rumus", meaning="Kode cara menghitung capaian.", required=True),
        Column(
            name="target_dari",
            title="Target dari",
            meaning="Dokumen asal target: PK atau Renstra.",
            required=True,
        ),
        *target_columns("Target setahun"),
        *REALISASI,
        Column(
            name="keadaan",
            title="Keadaan",
            meaning='"terhitung" bila capaian ada; selain itu sebab kosongnya.',
            required=True,
        ),
        Column(
            name="capaian",
            title="Capaian (%)",
            meaning="Dibulatkan dan dibatasi menurut kebijakan kabupaten; kosong bila tidak terhitung.",
            type="number",
        ),
        Column(name="kategori", title="Kategori", meaning="Kode kategori pada skala kabupaten."),
        Column(name="predikat", title="Predikat", meaning="Sebutan kategori itu."),
        Column(name="alasan", title="Alasan", meaning="Sebab capaian tidak terhitung, dalam kalimat."),
    ),
    rows=_capaian,
)


def _triwulan(naskah: Naskah) -> Iterator[Row]:
    snapshot = naskah.snapshot
    plans = {
        row.kunci_indikator: row.triwulan
        for row in (snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ())
    }
    values = {row.kunci_indikator: row.triwulan for row in snapshot.realisasi if row.tahun == snapshot.tahun}
    renstra = snapshot.renstra_in_force
    pengali = {
        one.kunci: one.pengali_pecahan
        for tujuan in (renstra.tujuan if renstra else ())
        for sasaran in tujuan.sasaran
        for one in sasaran.indikator
    }
    for _, sasaran, one in _indikator(naskah):
        targets, measured = plans.get(one.kunci, ()), values.get(one.kunci, ())
        for nomor in TRIWULAN:
            target = targets[nomor - 1] if targets else None
            nilai = complete(measured[nomor - 1], pengali.get(one.kunci)) if measured else None
            yield {
                **_named(sasaran, one),
                "triwulan": nomor,
                **target_values(target),
                **realisasi_values(nilai),
                "keadaan": nilai.keadaan.value if nilai else None,
            }


TRIWULAN_TABLE: Final = DataTable(
    code="triwulan",
    name="Target dan realisasi triwulan",
    meaning="Empat baris untuk setiap indikator sasaran: target Rencana Aksi dan realisasi setiap triwulan.",
    own_columns=(
        *INDIKATOR,
        Column(name="triwulan", title="Triwulan", meaning="1 sampai 4.", type="integer", required=True),
        *target_columns("Target triwulan menurut Rencana Aksi"),
        *REALISASI,
        Column(
            name="keadaan",
            title="Keadaan realisasi",
            meaning='"terisi" bila ada; selain itu sebabnya; kosong bila tidak dicatat per triwulan.',
        ),
    ),
    rows=_triwulan,
)


def _anggaran(naskah: Naskah) -> Iterator[Row]:
    for line, _ in walk_rows(naskah.results.anggaran.program if naskah.results else ()):
        yield {
            "tingkat": line.tingkat,
            "kode": line.kode or None,
            "nama": line.nama,
            "pagu": plain_number(line.serapan.pagu),
            "realisasi": plain_number(line.serapan.realisasi),
            "serapan": None if line.serapan.nilai is None else f"{line.serapan.nilai:f}",
            "keadaan": line.serapan.keadaan.value,
        }


ANGGARAN: Final = DataTable(
    code="anggaran",
    name="Anggaran dan serapan",
    meaning="Satu baris untuk setiap program, kegiatan, sub kegiatan, dan unit pelaksananya. Baris di atasnya memuat"
    " jumlah baris di bawahnya: jumlahkan satu tingkat saja.",
    own_columns=(
        Column(
            name="tingkat",
            title="Tingkat",
            meaning='"program", "kegiatan", "sub kegiatan", atau "unit".',
            required=True,
        ),
        Column(name="kode", title="Kode", meaning="Kode nomenklatur; kosong bila tidak berkode."),
        Column(
            name="nama",
            title="Nama",
            meaning="Nama program, kegiatan, sub kegiatan, atau unit.",
            required=True,
        ),
        Column(
            name="pagu",
            title="Pagu (rupiah)",
            meaning="Sesudah perubahan bila ada, selain itu murni; kosong bila tidak diketahui.",
            type="number",
        ),
        Column(
            name="realisasi",
            title="Realisasi (rupiah)",
            meaning="Kosong bila tidak diketahui, juga bila baru sebagian barisnya diketahui.",
            type="number",
        ),
        Column(name="serapan", title="Serapan (%)", meaning="Realisasi dibagi pagu.", type="number"),
        Column(
            name="keadaan",
            title="Keadaan serapan",
            meaning='"terhitung" bila serapan ada; selain itu sebab kosongnya.',
            required=True,
        ),
    ),
    rows=_anggaran,
)
