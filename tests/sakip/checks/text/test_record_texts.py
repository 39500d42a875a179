"""Every text column of the records that a document prints is read, or left out by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import pytest

from sakip.capaian.inputs import Kebijakan, Pembanding, Skala, Target
from sakip.capaian.values import Nilai
from sakip.checks.kinds import KINDS
from sakip.checks.text.record_texts import COLUMNS, KINDS_OF_RECORDS, PARTS, record_texts
from sakip.snapshot import types as t
from sakip.snapshot.parts.source import UNSTORED, LevelledRow
from sakip.snapshot.types import Snapshot
from tests.reports.lkip.naskah_material import filled, realisasi
from tests.sakip.checks.text.passages import found
from tests.sakip.checks.text.test_laws import AROUND

_SIGNED: Final = "tempat tanggal_cetak"
_NOMENKLATUR: Final = " ".join(f.name for f in fields(LevelledRow) if "unstored" not in f.metadata)
#: No sentences of the office: who and where, as Kemendagri and the kabupaten name it.
_IDENTITY: Final = (t.Kabupaten, t.Kecamatan, t.Desa, t.Pejabat, t.Berkas)
#: Texts of the kabupaten, chosen from its own record.
_OF_KABUPATEN: Final = (t.PeriodeRPJMD, t.MisiRPJMD, t.TujuanRPJMD, t.SasaranRPJMD)
#: Of other records: codes, units, names of units, titles of regulations and of the nomenklatur, printed numbers.
_LEFT_OUT: Final[dict[type, str]] = {
    t.UnitKerja: "kunci jenis induk",
    t.Profil: "dasar_hukum batas_utara batas_timur batas_selatan batas_barat unread",  # borders name others rightly
    t.Fakta: "kelompok satuan",
    t.SDMRow: "kelompok golongan",
    t.Tujuan: "kunci",
    t.IndikatorTujuan: "satuan jenis_nilai",
    t.Sasaran: "kunci",
    t.Indikator: "kunci satuan jenis_nilai irama penanggung_jawab",
    t.RKT: _SIGNED,
    t.SasaranRKT: "kunci_indikator satuan",
    t.BarisRKT: f"{_NOMENKLATUR} kunci_sasaran tingkat penanggung_jawab",
    t.IndikatorKegiatan: "target satuan",
    t.PerjanjianKinerja: f"{_SIGNED} alasan",
    t.BarisPK: "kunci_indikator kunci_sasaran satuan",
    t.AnggaranPK: "program nama sumber_dana",
    t.KeputusanIKU: f"{_SIGNED} nomor mengingat unread",
    t.BarisIKU: "kunci_indikator satuan penanggung_jawab",
    t.RencanaAksi: _SIGNED,
    t.BarisRencanaAksi: "kunci_indikator satuan",
    t.KegiatanRencanaAksi: "nama_program nama_kegiatan nama_sub_kegiatan satuan",
    t.Realisasi: "kunci_indikator",
    t.RealisasiTujuan: "kunci_tujuan indikator",
    t.PembandingIndikator: "kunci_indikator",
    Pembanding: "sumber",  # of another area, which it names rightly
    Nilai: "huruf cetak",
    Target: "huruf cetak",
    t.Anggaran: f"{_NOMENKLATUR} unit",
    t.Keluaran: "jenis satuan target_cetak realisasi_cetak keadaan",
    t.SumberDana: "sumber",
    t.Belanja: "kode nama induk",
    t.DukunganProgram: "kunci_sasaran program",
    t.TindakLanjut: "kunci_indikator indikator penanggung_jawab keadaan",
    t.SurveiKepuasan: "kunci_indikator periode sumber unsur_lain",
    t.Prestasi: "jenis pemberi kunci_sasaran bukti",
    t.PKUnit: "kunci_unit jabatan nama nip pangkat tempat tanggal_cetak",
    t.BarisPKUnit: "kunci_unit kunci_indikator target satuan",
    t.IKI: "kunci_unit target satuan",
    t.LintasSektor: "kunci_sasaran instansi",
    t.SaranaPrasarana: "satuan",
    t.LangkahRencanaAksi: "penanggung_jawab",
    t.LHE: "nomor predikat",
    t.RekomendasiLHE: "penanggung_jawab status",
    Kebijakan: "dasar",
}
_PLAIN: Final = {int: 1, bool: True, Decimal: Decimal(1), date: date(2023, 1, 1)}


def text_columns(shape: type) -> Iterator[str]:
    """The stored fields of a shape that hold text."""
    hints = get_type_hints(shape)
    for one in fields(shape):
        if UNSTORED not in one.metadata and hints[one.name] in (str, tuple[str, ...]):
            yield one.name


def full(hint: Any, name: str = "") -> Any:
    """A value of a type with every text in it: "Sasaran.uraian" in that field."""
    if hint is str:
        return name
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        return tuple(full(part, name) for part in get_args(hint) if part is not Ellipsis)
    if get_origin(hint) in (Union, UnionType):
        return full(next(part for part in get_args(hint) if part is not NoneType), name)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if hint is Skala or not (isinstance(hint, type) and is_dataclass(hint)):
        return None
    hints = get_type_hints(hint)
    return hint(
        **{
            one.name: full(hints[one.name], f"{hint.__name__}.{one.name}")
            for one in fields(hint)
            if UNSTORED not in one.metadata
        }
    )


def shapes(hint: Any) -> Iterator[type]:
    """Every dataclass that a type holds, but scales, which print as they were decided."""
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Skala:
        yield hint
        hints = get_type_hints(hint)
        for one in fields(hint):
            if UNSTORED not in one.metadata:
                yield from shapes(hints[one.name])
    for part in get_args(hint):
        yield from shapes(part)


def test_every_text_column_is_read_or_left_out_by_name() -> None:
    for shape in dict.fromkeys(shapes(Snapshot)):
        if shape in (*_IDENTITY, *_OF_KABUPATEN):
            continue
        known = {*COLUMNS.get(shape, ()), *_LEFT_OUT.get(shape, "").split()}
        assert set(text_columns(shape)) == known, shape


def test_what_is_to_be_read_is_read_at_its_column() -> None:
    found = {(one.text, one.place.column) for one in record_texts(full(Snapshot))}
    assert found == {
        (f"{shape.__name__}.{column}", column) for shape, columns in COLUMNS.items() for column in columns
    }


def test_checks_are_told_where_the_texts_stand() -> None:
    snapshot = full(Snapshot)
    of_tujuan = tuple(replace(one, of_tujuan=True) for one in snapshot.tindak_lanjut)
    both = replace(snapshot, tindak_lanjut=(*snapshot.tindak_lanjut, *of_tujuan))
    kinds = {one.place.kind for one in record_texts(both)}
    assert kinds == set(KINDS_OF_RECORDS)
    assert all(set(KINDS[kind].parts) & set(PARTS) for kind in kinds)


@pytest.mark.parametrize(
    ("code", "catatan", "said"),
    [
        (
            "kutipan-peraturan",
            "Diukur menurut Permen PANRB Nomor 53 Tahun 2015.",
            "“Permen PANRB Nomor 53 Tahun 2015” seharusnya Nomor 53 Tahun 2014.",
        ),
        (
            "terbilang-sesuai",
            "Pajak terkumpul Rp5.000 (enam ribu rupiah).",
            "Rp5.000 ditulis “enam ribu rupiah”. Seharusnya “lima ribu rupiah”.",
        ),
        (
            "tidak-ada-yang-terbuka",
            "Hasil survei ( ) terlampir",
            "“Hasil survei ( ) terlampir”: kurung yang kosong. Isi, atau hapus.",
        ),
    ],
)
def test_what_is_asked_of_texts_is_asked_of_the_notes_of_a_value(code: str, catatan: str, said: str) -> None:
    noted = replace(realisasi("ikm", 2023, filled("85")), catatan=catatan)
    assert found(code, around=AROUND, realisasi=(noted,)) == [said]
