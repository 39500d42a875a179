"""What changed upstream is offered downstream row by row: taken over with its trail, or left on purpose."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak
from sakip import models as m
from sakip.entry.form import Scope
from sakip.entry.upstream import Upstream, leave, rows_apart, take_over
from sakip.entry.writer import RecordRefused
from sakip.records.renstra.writes import renstra_copy_perubahan
from sakip.records.upstream_page import UPSTREAM
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_renstra,
    make_sasaran,
)

pytestmark = pytest.mark.django_db
TAHUN = 2021


def _year() -> m.Indikator:
    """One indikator of the Renstra (target 82,9) in all four documents, each with its name, satuan and 82,5."""
    indikator = make_indikator(kunci="ikm", nama="Indeks Kepuasan", satuan="indeks")
    make(m.TargetRenstra, indikator=indikator, tahun=TAHUN, angka=Decimal("82.9"))
    same: dict[str, Any] = {
        "sasaran": indikator.sasaran.uraian,
        "indikator": "Indeks Kepuasan",
        "acuan_indikator": indikator,
        "satuan": "indeks",
    }
    make(m.SasaranRKT, angka=Decimal("82.5"), **same)
    make(m.BarisPK, angka=Decimal("82.5"), acuan_sasaran=indikator.sasaran, **same)
    make(m.BarisIKU, **same)
    row = make(m.BarisRencanaAksi, akumulasi="terakhir", **same)
    make(m.TargetTriwulan, baris=row, triwulan=4, angka=Decimal("82.5"))
    return indikator


def _apart(code: str) -> list[tuple[tuple[str, str, str], ...]]:
    return [one.lines for one in rows_apart(UPSTREAM[code], m.RKT.objects.get().kecamatan, TAHUN)]


def _scope() -> Scope:
    return Scope(kecamatan=m.RKT.objects.get().kecamatan, tahun=TAHUN, pengguna=None)


def _marks(upstream: Upstream) -> list[str]:
    return [one.mark for one in rows_apart(upstream, _scope().kecamatan, TAHUN)]


def test_a_target_that_differs_is_offered_where_it_differs_from_the_document_above() -> None:
    _year()
    target = (("Target", "82,5", "82,9"),)
    assert [_apart(code) for code in ("rkt", "pk", "iku", "rencana-aksi")] == [[target], [], [], []]
    take_over(UPSTREAM["rkt"], _scope(), marks=_marks(UPSTREAM["rkt"]), by=None)
    assert m.SasaranRKT.objects.get().angka == Decimal("82.9")
    assert [_apart(code) for code in ("rkt", "pk", "rencana-aksi")] == [[], [target], []]
    take_over(UPSTREAM["pk"], _scope(), marks=_marks(UPSTREAM["pk"]), by=None)
    assert [_apart(code) for code in ("pk", "rencana-aksi")] == [[], [target]]
    take_over(UPSTREAM["rencana-aksi"], _scope(), marks=_marks(UPSTREAM["rencana-aksi"]), by=None)
    assert m.TargetTriwulan.objects.get().angka == Decimal("82.9")
    line = Jejak.objects.order_by("pk").last()
    assert line is not None
    assert (line.objek_sebutan, line.sebelum, line.sesudah) == (
        "Indeks Kepuasan",
        {"Target": "82,5"},
        {"Target": "82,9"},
    )
    assert line.alasan == "Disamakan dengan Perjanjian Kinerja."


def test_a_target_that_the_renstra_took_out_is_offered_to_be_taken_out_as_well() -> None:
    indikator = _year()
    indikator.target.get().delete()
    assert _apart("rkt") == [(("Target", "82,5", "–"),)]
    take_over(UPSTREAM["rkt"], _scope(), marks=_marks(UPSTREAM["rkt"]), by=None)
    assert m.SasaranRKT.objects.get().angka is None
    assert _apart("pk") == []  # a PK promises its target, whatever is planned
    m.SasaranRKT.objects.update(angka=Decimal("82.5"))
    m.Indikator.objects.update(dalam_renstra=False)
    assert _apart("rkt") == []  # the matrix does not print it at all


def test_a_new_name_and_satuan_of_an_indikator_reach_every_document() -> None:
    indikator = _year()
    m.SasaranRKT.objects.update(angka=Decimal("82.9"))
    m.BarisPK.objects.update(angka=Decimal("82.9"))
    m.TargetTriwulan.objects.update(angka=Decimal("82.9"))
    indikator.nama, indikator.satuan = "Indeks Kepuasan Masyarakat", "nilai"
    indikator.save()
    lines = (("Indikator", "Indeks Kepuasan", "Indeks Kepuasan Masyarakat"), ("Satuan", "indeks", "nilai"))
    for code in ("rkt", "pk", "iku", "rencana-aksi"):
        assert _apart(code) == [lines], code
        assert take_over(UPSTREAM[code], _scope(), marks=_marks(UPSTREAM[code]), by=None) == 1
        assert _apart(code) == [], code


def test_a_kind_of_value_that_changed_shows_in_the_target() -> None:
    indikator = _year()
    m.TargetRenstra.objects.update(angka=None, huruf="B")
    skala = make(m.Skala)
    make(m.KategoriSkala, skala=skala, kode="B", label="Baik", batas=None)
    m.Indikator.objects.update(jenis_nilai="huruf", rumus="predikat", skala=skala)
    indikator.refresh_from_db()
    assert _apart("rkt") == [(("Target", "82,5", "B"),)]
    take_over(UPSTREAM["rkt"], _scope(), marks=_marks(UPSTREAM["rkt"]), by=None)
    row = m.SasaranRKT.objects.get()
    assert (row.angka, row.huruf) == (None, "B")


def test_rows_of_the_former_renstra_are_offered_that_in_force() -> None:
    old = _year()
    new = make_renstra(kecamatan=old.renstra.kecamatan, tahun_awal=2021 - 1, tahun_akhir=2021 + 4)
    m.Renstra.objects.filter(pk=new.pk).update(berlaku_sejak="2021-06-01")
    tujuan = new.tujuan.create(kunci="t", uraian="Tujuan")
    sasaran = make_sasaran(tujuan=tujuan, kunci="s", uraian=old.sasaran.uraian)
    own = make_indikator(sasaran=sasaran, kunci="ikm", nama=old.nama, satuan="indeks")
    assert _apart("pk") == [(("Renstra yang diacu", "2021–2026", "2020–2025"),)]
    take_over(UPSTREAM["pk"], _scope(), marks=_marks(UPSTREAM["pk"]), by=None)
    row = m.BarisPK.objects.get()
    assert (row.acuan_indikator, row.acuan_sasaran, row.angka) == (own, sasaran, Decimal("82.5"))


def test_what_was_agreed_otherwise_is_left_and_named_no_more_until_it_changes_again() -> None:
    _year()
    (mark,) = _marks(UPSTREAM["rkt"])
    assert leave(UPSTREAM["rkt"], _scope(), marks=[mark], by=None) == 1
    (one,) = rows_apart(UPSTREAM["rkt"], _scope().kecamatan, TAHUN)
    assert (one.left, m.Penegasan.objects.get().isi) == (True, "Indeks Kepuasan: Target 82,5, bukan 82,9")
    assert leave(UPSTREAM["rkt"], _scope(), marks=[mark], by=None) == 0
    m.TargetRenstra.objects.update(angka=Decimal(84))
    (one,) = rows_apart(UPSTREAM["rkt"], _scope().kecamatan, TAHUN)
    assert not one.left
    with pytest.raises(RecordRefused, match="Periksa daftar ini"):
        take_over(UPSTREAM["rkt"], _scope(), marks=[mark], by=None)


def _agreeing_year() -> m.Indikator:
    """The same, with the target of the Renstra everywhere."""
    indikator = _year()
    for model in (m.SasaranRKT, m.BarisPK, m.TargetTriwulan):
        model.objects.update(angka=Decimal("82.9"))
    return indikator


def test_a_row_whose_indikator_is_gone_upstream_is_named_and_is_deleted_or_left(client: Client) -> None:
    old = _agreeing_year()
    new = renstra_copy_perubahan(renstra=old.renstra, tahun=TAHUN, by=None)
    assert _apart("rkt") == [(("Renstra yang diacu", "2021–2026", "2021–2026, perubahan ke-1"),)]
    new.indikator.all().delete()
    gone = (("Baris ini", "ada", "tidak ada"),)
    assert [_apart(code) for code in ("rkt", "pk", "iku", "rencana-aksi")] == [[gone], [gone], [gone], []]
    m.BarisPK.objects.all().delete()
    make(m.BarisPK, indikator="Lain", acuan_indikator=None)
    assert _apart("rencana-aksi") == [gone]
    marks = _marks(UPSTREAM["rkt"])
    with pytest.raises(RecordRefused, match=r"Indeks Kepuasan: tidak ada dalam dokumen asalnya\. Hapus"):
        take_over(UPSTREAM["rkt"], _scope(), marks=marks, by=None)
    client.force_login(make_pengguna("operator", kecamatan=old.renstra.kecamatan))
    base = f"/kecamatan/{old.renstra.kecamatan.slug}/{TAHUN}/"
    page = client.get(f"{base}rkt/perbedaan/").content.decode()
    assert f'href="{base}isi/sasaran-rkt/{m.SasaranRKT.objects.get().pk}/hapus/"' in page
    assert 'name="tampil"' not in page  # of "Samakan semua"
    assert leave(UPSTREAM["rkt"], _scope(), marks=marks, by=None) == 1
    assert m.Penegasan.objects.get().isi == "Indeks Kepuasan: tidak ada dalam dokumen asalnya"


@pytest.mark.one_engine
def test_the_target_that_a_perubahan_sets_is_asked_about_only_when_the_plan_changes_too() -> None:
    indikator = _agreeing_year()
    pk = make_pk(versi=1, jenis="perubahan")
    same = {"sasaran": indikator.sasaran.uraian, "indikator": "Indeks Kepuasan", "satuan": "indeks"}
    make(m.BarisPK, perjanjian=pk, acuan_sasaran=indikator.sasaran, angka=Decimal(80), **same)
    assert _apart("pk") == []
    assert _apart("rencana-aksi") == [(("Target", "82,9", "80"),)]
    m.SasaranRKT.objects.update(angka=Decimal(84))
    assert _apart("pk") == [(("Target", "80", "84"),)]


def test_a_decree_of_an_earlier_year_is_named_and_stays_as_it_was_decided() -> None:
    old = _agreeing_year()
    m.KeputusanIKU.objects.update(tahun=TAHUN - 1, berlaku_sampai=TAHUN)
    new = renstra_copy_perubahan(renstra=old.renstra, tahun=TAHUN, by=None)
    assert _apart("iku") == []  # it refers to the Renstra of its own year
    new.indikator.update(nama="Indeks Kepuasan Masyarakat")
    assert _apart("iku") == [(("Indikator", "Indeks Kepuasan", "Indeks Kepuasan Masyarakat"),)]
    marks = _marks(UPSTREAM["iku"])
    with pytest.raises(RecordRefused, match=r"ditetapkan dengan SK IKU tahun 2020\. Catat SK IKU tahun 2021"):
        take_over(UPSTREAM["iku"], _scope(), marks=marks, by=None)
    assert leave(UPSTREAM["iku"], _scope(), marks=marks, by=None) == 1


def test_two_rows_that_would_become_one_are_refused_by_name() -> None:
    old = _agreeing_year()
    new = renstra_copy_perubahan(renstra=old.renstra, tahun=TAHUN, by=None)
    own = new.indikator.get()
    make(m.BarisPK, acuan_indikator=own, acuan_sasaran=own.sasaran, indikator=own.nama, angka=Decimal(80))
    with pytest.raises(InputError, match="Indikator ini sudah ada dalam perjanjian kinerja yang sama"):
        take_over(UPSTREAM["pk"], _scope(), marks=_marks(UPSTREAM["pk"]), by=None)
    assert m.BarisPK.objects.filter(acuan_indikator=old).exists()


@pytest.mark.one_engine
def test_the_page_of_a_document_leads_to_its_differences(client: Client) -> None:
    kecamatan = make_kecamatan()
    _year()
    client.force_login(make_pengguna("operator", kecamatan=kecamatan))
    base = f"/kecamatan/{kecamatan.slug}/{TAHUN}/rkt/"
    assert "1 baris berbeda dari Renstra</a>" in client.get(f"{base}isi/").content.decode()
    laporan = make_laporan(kecamatan=kecamatan, tahun=TAHUN, status="diajukan")
    assert "baris berbeda" not in client.get(f"{base}isi/").content.decode()  # nobody can mend it there now
    laporan.delete()
    added = client.post(f"{base}dari-renstra/", follow=True).content.decode()
    assert (
        "Semua indikator Renstra sudah ada dalam RKT. 1 baris berbeda dari Renstra; periksa perbedaannya."
        in added
    )
    page = client.get(f"{base}perbedaan/").content.decode()
    assert "<td>82,5</td>" in page
    assert "<td>82,9</td>" in page
    (mark,) = _marks(UPSTREAM["rkt"])
    answer = client.post(f"{base}perbedaan/", {"tindakan": "samakan"}, follow=True).content.decode()
    assert "Pilih dahulu barisnya." in answer
    answer = client.post(
        f"{base}perbedaan/", {"tindakan": "semua", "tampil": mark}, follow=True
    ).content.decode()
    assert "1 baris disamakan dengan Renstra." in answer
    assert "Tidak ada baris yang berbeda." in answer
    assert "berbeda dari Renstra" not in client.get(f"{base}isi/").content.decode()


@pytest.mark.one_engine
def test_who_only_reads_cannot_take_over(client: Client) -> None:
    kecamatan = make_kecamatan()
    _year()
    client.force_login(make_pengguna("camat", kecamatan=kecamatan))
    address = f"/kecamatan/{kecamatan.slug}/{TAHUN}/rkt/perbedaan/"
    assert "Samakan" not in client.get(address).content.decode().partition('<form method="post">')[2]
    assert client.post(address, {"tindakan": "semua"}).status_code == 403
    assert client.get(f"/kecamatan/{kecamatan.slug}/{TAHUN}/profil/perbedaan/").status_code == 404
