"""The RKT copied from last year: targets of the Renstra in force, no amounts, and never over what is there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip import models as m
from sakip.entry.copying import AlreadyFilled
from sakip.entry.lock import YearClosed
from sakip.entry.writer import RecordRefused
from sakip.records.rkt.copy import RKT_COPY
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_renstra,
    make_sasaran,
)
from tests.sakip.records.last_year import SOURCE, TO, copied, old_rkt

pytestmark = pytest.mark.django_db


def test_rkt_takes_targets_from_the_renstra_in_force_and_no_amounts(
    balung: Kecamatan, two_renstra: dict[str, m.Indikator]
) -> None:
    old_rkt(balung, two_renstra)
    result = copied(RKT_COPY, balung)
    rkt = m.RKT.objects.get(tahun=TO)
    assert (rkt.tempat, rkt.tanggal) == ("Jember", None)
    assert [(s.indikator, s.acuan_indikator, s.angka, s.cetak, s.ditinjau) for s in rkt.sasaran.all()] == [
        ("IKM", two_renstra["skm baru"], Decimal(88), "88 (Baik)", False),
        ("Lama", None, None, "", False),
    ]
    row = rkt.baris.get()
    assert (row.anggaran, row.ditinjau, row.penanggung_jawab) == (None, False, ["seksi-pemerintahan"])
    assert row.acuan_sasaran == two_renstra["skm baru"].sasaran
    assert [(i.uraian, i.target, i.satuan, i.ditinjau) for i in row.indikator.all()] == [
        ("Jumlah laporan", "", "laporan", False)
    ]
    assert result.copied == 4
    assert result.left_behind == (
        'Target "Lama" dikosongkan: indikator ini tidak ada dalam Renstra yang berlaku tahun 2022.',
        "Anggaran RKT tidak disalin: anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun 2022.",
        "Target indikator program, kegiatan, dan sub kegiatan tidak disalin. Isi target tahun 2022.",
    )
    jejak = Jejak.objects.get(tindakan="salin.rkt")
    assert (jejak.objek_pk, jejak.tahun, jejak.sesudah["Baris disalin"]) == (rkt.pk, TO, "4")  # type: ignore[index]
    assert Jejak.objects.filter(tindakan="catatan.disalin", alasan="Disalin dari tahun 2021.").count() == 5


def test_nothing_is_copied_over_what_is_there(balung: Kecamatan, two_renstra: dict[str, m.Indikator]) -> None:
    old_rkt(balung, two_renstra)
    current = make(m.SasaranRKT, rkt=make(m.RKT, kecamatan=balung, tahun=TO), indikator="Ketikan")
    with pytest.raises(AlreadyFilled, match="RKT tahun 2022 sudah berisi"):
        copied(RKT_COPY, balung)
    assert [*m.SasaranRKT.objects.filter(rkt__tahun=TO)] == [current]
    assert not m.BarisRKT.objects.filter(rkt__tahun=TO).exists()


def test_a_head_without_rows_is_filled(balung: Kecamatan, two_renstra: dict[str, m.Indikator]) -> None:
    old_rkt(balung, two_renstra)
    head = make(m.RKT, kecamatan=balung, tahun=TO, tempat="Balung")
    copied(RKT_COPY, balung)
    assert m.RKT.objects.get(tahun=TO) == head
    assert (head.sasaran.count(), head.baris.count()) == (2, 1)


def test_rows_are_found_in_the_new_nomenklatur_by_code_or_name(
    balung: Kecamatan, two_renstra: dict[str, m.Indikator]
) -> None:
    old = make(m.VersiNomenklatur, kode="lama", tahun_awal=2006, tahun_akhir=2021)
    new = make(m.VersiNomenklatur, kode="baru", tahun_awal=2022)
    rkt = make(m.RKT, kecamatan=balung, tahun=SOURCE)
    program = [make(m.Program, versi=v, kode="7.01.01", nama="Penunjang") for v in (old, new)]
    kegiatan = [make(m.Kegiatan, program=p, kode="7.01.01.2.02", nama=f"Keuangan {p.versi}") for p in program]
    # The new edition numbers the same sub kegiatan with four digits.
    sub = [
        make(m.SubKegiatan, kegiatan=k, kode=f"7.01.01.2.02.{tail}", nama="Gaji ASN")
        for k, tail in zip(kegiatan, ("01", "0001"), strict=True)
    ]
    make(m.BarisRKT, rkt=rkt, program=program[0], kegiatan=kegiatan[0], sub_kegiatan=sub[0], urut=1)
    make(m.BarisRKT, rkt=rkt, program=make(m.Program, versi=old, kode="7.01.09", nama="Hilang"), urut=2)
    result = copied(RKT_COPY, balung)
    row = m.BarisRKT.objects.get(rkt__tahun=TO)
    assert (row.program, row.kegiatan, row.sub_kegiatan) == (program[1], kegiatan[1], sub[1])
    assert result.left_behind == ('"7.01.09 Hilang" tidak disalin: tidak ada dalam nomenklatur tahun 2022.',)


@pytest.mark.one_engine
def test_a_closed_year_is_not_filled(balung: Kecamatan, two_renstra: dict[str, m.Indikator]) -> None:
    old_rkt(balung, two_renstra)
    make_laporan(kecamatan=balung, tahun=TO, status=Laporan.Status.DIAJUKAN)
    with pytest.raises(YearClosed):
        copied(RKT_COPY, balung)


@pytest.mark.one_engine
def test_the_neighbours_documents_are_not_copied(
    balung: Kecamatan, two_renstra: dict[str, m.Indikator]
) -> None:
    old_rkt(balung, two_renstra)
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    with pytest.raises(RecordRefused, match="belum dicatat"):
        copied(RKT_COPY, neighbour)


def test_of_the_former_renstra_only_what_that_in_force_goes_on_with_is_copied(balung: Kecamatan) -> None:
    old = make_renstra(kecamatan=balung, tahun_awal=2017, tahun_akhir=2022)
    new = make_renstra(kecamatan=balung, tahun_awal=TO, tahun_akhir=2026)
    of_old, of_new = (
        make_sasaran(tujuan=r.tujuan.create(kunci="t", uraian="Tujuan"), kunci="s") for r in (old, new)
    )
    rkt = make(m.RKT, kecamatan=balung, tahun=SOURCE)
    for kunci in ("ikm", "desa"):
        indikator = make_indikator(sasaran=of_old, kunci=kunci, nama=kunci)
        make(m.SasaranRKT, rkt=rkt, acuan_indikator=indikator, indikator=kunci)
    ikm = make_indikator(sasaran=of_new, kunci="ikm", nama="ikm")
    make(m.TargetRenstra, indikator=ikm, tahun=TO, angka=Decimal(88))
    make_indikator(sasaran=of_new, kunci="trantib", nama="trantib")
    left_behind = copied(RKT_COPY, balung).left_behind
    rows = m.SasaranRKT.objects.filter(rkt__tahun=TO)
    assert [(s.acuan_indikator, s.angka) for s in rows] == [(ikm, Decimal(88))]
    assert left_behind == (
        f'Indikator "desa" tidak disalin: indikator ini tidak ada dalam Renstra yang berlaku tahun {TO}.',
        f"1 indikator Renstra yang berlaku tahun {TO} belum ada dalam RKT. Ambil dengan"
        ' "Tambahkan semua dari Renstra".',
    )
