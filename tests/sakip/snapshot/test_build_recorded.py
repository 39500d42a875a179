"""What is recorded of a year arrives in its snapshot, in a fixed number of queries."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Kecamatan, UnitKerja
from sakip.capaian.inputs import KeadaanNilai, Nilai, Target
from sakip.snapshot.build import build
from sakip.snapshot.codec import fingerprint
from sakip.snapshot.types import Snapshot
from tests.factory import (
    make_anggaran,
    make_masa_jabatan,
    make_pk,
    make_renstra,
)
from tests.loaded_files import load_mini
from tests.sakip.snapshot.measured import build_measured

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: wilayah 3 (kecamatan with kabupaten, desa, unit) · masa jabatan 1 · profil 5 · SDM 1 · kebijakan 2 · Renstra 12
#: (versions, tujuan, their indikator and targets, sasaran, indikator, targets, scales, categories, and of the RPJMD
#: misi, tujuan, sasaran) · RKT 4 · PK 3 · SK IKU 4 · rencana aksi 5 · realisasi 1 · pembanding 1 · anggaran 3 ·
#: anggaran lalu 2 · belanja 1 · dukungan 1 · penegasan 1 · realisasi of
#: indikator tujuan 1 · tindak lanjut 2 · survei 1 · prestasi 1 · lintas sektor 1 · sarana 1 · LHE 2 ·
#: PK berjenjang 3.
QUERY_BUDGET = 61
#: kebijakan 2 · Renstra 9 (versions, tujuan, their indikator and targets, sasaran, indikator, targets, and of the
#: scales 2) · PK 2 · targets of the triwulan 2 · realisasi 1 · penegasan 1.
MEASURE_QUERY_BUDGET = 17


def snapshot_mini() -> Snapshot:
    return build(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023)


def many_indikator(jumlah: int) -> Any:
    """Turn the one indikator into many, each with everything that hangs on one."""

    def change(content: dict[str, Any]) -> None:
        sheets = content["lembar"]
        keys = [f"skm-{n}" for n in range(jumlah)]
        origin, scaled = sheets["Indikator"]
        sheets["Indikator"] = [*(origin | {"kunci": k} for k in keys), scaled]
        target = sheets["TargetRenstra"]
        sheets["TargetRenstra"] = [
            *(t | {"kunci_indikator": k} for k in keys for t in target[:2]),
            target[2],
        ]
        for name, row in (("PK", 1), ("IKU", 0), ("Realisasi", 1), ("Pembanding", 0)):
            sheets[name] = [sheets[name][row] | {"kunci_indikator": k} for k in keys]
        aksi, kegiatan = sheets["RencanaAksi"][0], sheets["RencanaAksiKegiatan"][0]
        sheets["RencanaAksi"] = [
            aksi | {"kunci_indikator": k, "nomor": n} for n, k in enumerate(keys, start=1)
        ]
        sheets["RencanaAksiKegiatan"] = [kegiatan | {"nomor": n} for n in range(1, jumlah + 1)]
        rkt = sheets["RKT"][0] | {"target": 80}
        sheets["RKT"] = [rkt | {"kunci_indikator": k} for k in keys]
        sheets["RKTKegiatan"] = [sheets["RKTKegiatan"][0] | {"nomor": n} for n in range(1, jumlah + 1)]
        sheets["Narasi"] = []
        sheets["Dokumen"].pop(1)  # the PK of last year

    return change


@pytest.mark.parametrize("jumlah", [1, 60])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(
    referensi: None, tmp_path: Path, jumlah: int
) -> None:
    load_mini(tmp_path, many_indikator(jumlah))
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    with CaptureQueriesContext(connection) as query:
        snapshot = build(kecamatan=kecamatan, tahun=2023)
    assert len(query) == QUERY_BUDGET, "\n".join(k["sql"] for k in query)
    assert len(snapshot.realisasi) == jumlah


@pytest.mark.parametrize(
    ("parts", "query"),
    [
        ((), 0),
        (("kecamatan",), 3),
        (("belanja", "anggaran"), 4),
        (("jabatan",), 1),
        (("renstra",), 9),
        (("renstra", "rpjmd"), 9 + 3),
        (("pk",), 3 + 1),
        (("rkt", "iku", "rencana_aksi"), 13 + 1),
    ],
)
def test_a_part_of_the_snapshot_costs_only_its_own_queries(
    mini: Kecamatan, parts: tuple[str, ...], query: int
) -> None:
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(kode="35.09.10")
    with CaptureQueriesContext(connection) as recorded:
        partial = build(kecamatan=kecamatan, tahun=2023, parts=parts)
    assert len(recorded) == query, "\n".join(k["sql"] for k in recorded)
    complete = build(kecamatan=kecamatan, tahun=2023)
    for part in set(parts) - {"renstra", "rkt"}:  # names of the responsible units are of another part
        assert getattr(partial, part) == getattr(complete, part)


@pytest.mark.both_engines
@pytest.mark.parametrize("jumlah", [1, 60])
def test_what_a_saved_cell_is_computed_from_costs_few_queries(
    referensi: None, tmp_path: Path, jumlah: int
) -> None:
    load_mini(tmp_path, many_indikator(jumlah))
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(kode="35.09.10")
    with CaptureQueriesContext(connection) as query:
        snapshot = build_measured(kecamatan, 2023)
    assert len(query) == MEASURE_QUERY_BUDGET, "\n".join(k["sql"] for k in query)
    assert len(snapshot.realisasi) == jumlah


def test_the_rows_arrive_as_recorded(mini: Kecamatan) -> None:
    snapshot = snapshot_mini()
    assert snapshot.profil is not None
    assert snapshot.profil.luas_km2 == Decimal("47.12")
    assert str(snapshot.profil.luas_km2) == "47.12"  # without the zeros of the column
    assert snapshot.profil.dasar_hukum[0].startswith("Undang-Undang Nomor 23 Tahun 2014")
    assert [(u.kunci, u.induk) for u in snapshot.kecamatan.unit_kerja] == [
        ("camat", ""),
        ("seksi-umum", "camat"),
    ]
    assert snapshot.rpjmd is not None
    assert [(m.nomor, m.diacu) for m in snapshot.rpjmd.misi] == [(1, True)]
    skm, sakip = snapshot.renstra[0].tujuan[0].sasaran[0].indikator
    assert skm.penanggung_jawab == ("Seksi Pelayanan Umum",)
    assert [(t.tahun, t.target) for t in skm.target] == [
        (2023, Target(angka=Decimal(80))),
        (2026, Target(angka=Decimal(90), cetak="90,0")),
    ]
    assert sakip.skala is not None
    assert [k.kode for k in sakip.skala.kategori] == ["AA", "A", "BB", "B", "CC", "C", "D"]
    assert snapshot.rkt is not None
    assert snapshot.rkt.sasaran[0].target == Target(bawah=Decimal(75), atas=Decimal(85))
    assert (snapshot.rkt.baris[0].tingkat, snapshot.rkt.baris[0].kunci_sasaran) == ("kegiatan", "s1")
    assert [(p.tahun, p.versi) for p in snapshot.pk] == [(2023, 0)]
    assert [(p.tahun, p.versi) for p in snapshot.pk_lalu] == [(2022, 0)]
    assert str(snapshot.pk[0].anggaran[0].anggaran) == "2500000"
    assert snapshot.rencana_aksi is not None
    assert [t.angka if t else None for t in snapshot.rencana_aksi.baris[0].triwulan] == [None, 78, None, 80]
    assert [(r.kunci_indikator, r.tahun) for r in snapshot.realisasi] == [
        ("skm", 2022),
        ("skm", 2023),
        ("sakip", 2023),
    ]
    assert snapshot.realisasi[1].tahunan == Nilai(keadaan=KeadaanNilai.TERISI, angka=Decimal("76.5"))
    assert snapshot.realisasi[2].tahunan == Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan="belum dinilai")
    assert snapshot.pembanding[0].nilai[0].tahun == 2022
    assert (snapshot.anggaran[0].pagu, snapshot.anggaran[0].sub_kegiatan) == (2_500_000, "")
    assert [(a.tahun, a.pagu) for a in snapshot.anggaran_lalu] == [(2022, 2_000_000)]
    assert [(b.kode, b.induk) for b in snapshot.belanja] == [("operasi", ""), ("barang-jasa", "operasi")]
    assert [(d.kunci_sasaran, d.program) for d in snapshot.dukungan] == [("s1", ("7.01.02",))]


@pytest.mark.both_engines
def test_a_unit_that_is_gone_is_shown_by_its_kunci_rather_than_lost(mini: Kecamatan) -> None:
    UnitKerja.objects.get(kunci="seksi-umum").delete()
    snapshot = build(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023)
    assert snapshot.renstra[0].tujuan[0].sasaran[0].indikator[0].penanggung_jawab == ("seksi-umum",)


@pytest.mark.both_engines
def test_documents_name_who_held_office_then_and_the_report_who_holds_it_on_its_own_date(
    mini: Kecamatan,
) -> None:
    kecamatan = Kecamatan.objects.get(kode="35.09.10")
    siti = kecamatan.masa_jabatan.get()
    siti.sampai = date(2024, 1, 31)
    siti.save()
    plt = make_masa_jabatan(
        pejabat=siti.pejabat, status="plt", kecamatan=kecamatan, mulai=date(2024, 2, 1), sampai=None
    )
    snapshot = build(kecamatan=kecamatan, tahun=2023, tanggal=date(2024, 1, 31))
    assert snapshot.camat is not None
    assert snapshot.camat.jabatan == "Camat Balung"
    after = build(kecamatan=kecamatan, tahun=2023, tanggal=date(2024, 2, 1))
    assert after.camat is not None
    assert after.camat.jabatan == plt.sebutan == "Plt. Camat Balung"
    assert after.pk[0].pihak_pertama == snapshot.camat
    assert after.kepala_daerah is not None
    assert after.kepala_daerah.jabatan == "Bupati Jember"
    assert build(kecamatan=kecamatan, tahun=2023, tanggal=date(2021, 1, 1)).camat is None


def test_records_of_another_kecamatan_and_year_stay_out(mini: Kecamatan) -> None:
    before = snapshot_mini()
    other = Kecamatan.objects.get(kode="35.09.11")
    make_anggaran(kecamatan=other, tahun=2023)
    make_pk(kecamatan=other, tahun=2023)
    make_anggaran(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2024)
    make_renstra(kecamatan=other)
    assert build(kecamatan=Kecamatan.objects.get(kode="35.09.10"), tahun=2023) == before


def test_the_same_rows_give_the_same_bytes_on_every_database(mini: Kecamatan) -> None:
    """The number was taken on SQLite; on PostgreSQL it has to come out as well."""
    assert fingerprint(snapshot_mini()) == MINI_FINGERPRINT


MINI_FINGERPRINT = "af2aee53f6c16272727b3fb2c13fc4a5611712ad88cf345f51f6453bd3e154cf"
