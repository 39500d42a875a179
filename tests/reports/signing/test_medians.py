"""What others signed stands as a median beside the own indikator: at once in a draft, and frozen by a signature."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from django.test import Client
from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.models import CapaianLaporan, Laporan
from reports.publish.assemble import LKIP, build_draft, content_fingerprint
from reports.publish.naskah import MedianKecamatan
from reports.signing.freeze import freeze, frozen_of, thaw
from reports.signing.keys.installation import installation_holder
from reports.signing.measured import measured_complete
from reports.signing.report import SignableReport
from reports.signing.sign import preparation_request, prepare, sign
from reports.workflow.acts import buka_kembali
from sakip.models import BarisPK, Tujuan
from sakip.snapshot import kept
from tests.factory import (
    make,
    make_arsip,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_pk,
    make_realisasi,
    make_renstra,
    make_sasaran,
)
from tests.reports.signing.conftest import Desk
from tests.reports.signing.signers import PASSPHRASE

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

TAHUN: Final = 2023


def signed_alike(mini: Kecamatan, *tails: int) -> None:
    """Reports of other kecamatan, signed before there were medians, that say what that of ``mini`` says."""
    frozen = freeze(build_draft(kecamatan=mini, tahun=TAHUN), LKIP)
    for tail in tails:
        place = make_kecamatan(kabupaten=mini.kabupaten, kode=f"35.09.{tail}")
        laporan = make_laporan(kecamatan=place, tahun=TAHUN, status="ditandatangani")
        make_arsip(laporan, snapshot=frozen.snapshot, naskah=frozen.naskah)
    measured_complete()


def really_signed(desk: Desk) -> None:
    row = preparation_request(signable=SignableReport(desk.laporan), by=desk.camat)
    prepare(pk=row.pk)
    opened = installation_holder(pengguna=desk.camat, passphrase=PASSPHRASE)
    sign(signable=SignableReport(desk.laporan), by=desk.camat, holder=opened)


def medians_of(kecamatan: Kecamatan) -> tuple[MedianKecamatan, ...]:
    return build_draft(kecamatan=kecamatan, tahun=TAHUN).median


@pytest.mark.usefixtures("small_files")
def test_the_third_signature_gives_the_fourth_a_median_which_its_own_signature_freezes(
    desk: Desk, client: Client
) -> None:
    mini = desk.laporan.kecamatan
    results = build_draft(kecamatan=mini, tahun=TAHUN).results
    assert results
    own = next(i for s in results.sasaran for i in s.indikator if i.capaian.rumus == "positif")
    fourth = make_kecamatan(kabupaten=mini.kabupaten, kode="35.09.77")
    plan = make_sasaran(tujuan=make(Tujuan, renstra=make_renstra(kecamatan=fourth)))
    indikator = make_indikator(sasaran=plan, nama=own.nama.upper(), satuan=own.satuan, kunci="lain")
    row = {"acuan_indikator": indikator, "indikator": indikator.nama, "satuan": own.satuan}
    make(BarisPK, perjanjian=make_pk(kecamatan=fourth, tahun=TAHUN), angka=100, **row)
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=50)
    client.force_login(make_pengguna("operator", kecamatan=fourth))
    signed_alike(mini, 71, 72)
    kept.forget()
    address = f"/kecamatan/{fourth.slug}/{TAHUN}/dokumen/lkip/"
    client.get(address)  # gives the browser its token
    before = client.get(address)
    assert "kecamatan lain" not in before.content.decode()
    assert client.get(address, headers={"if-none-match": before["ETag"]}).status_code == 304

    really_signed(desk)
    after = client.get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Median 3 kecamatan lain" in after.content.decode()
    (median,) = medians_of(fourth)
    assert own.realisasi
    assert own.realisasi.angka is not None
    assert (median.kunci, median.jumlah) == ("lain", 3)
    assert median.selisih == 50 - own.realisasi.angka  # all three say what mini says
    assert median.capaian == own.capaian.terbatas
    draft = build_draft(kecamatan=fourth, tahun=TAHUN)
    without = content_fingerprint(replace(draft, median=()), LKIP)
    assert content_fingerprint(draft, LKIP) != without, "berkas yang dibuat sebelumnya tidak lagi berlaku"

    laporan = make_laporan(kecamatan=fourth, tahun=TAHUN, status="ditandatangani")
    frozen = freeze(build_draft(kecamatan=fourth, tahun=TAHUN), LKIP)
    arsip = make_arsip(laporan, snapshot=frozen.snapshot, naskah=frozen.naskah)
    signed_alike(mini, 73)
    assert [one.jumlah for one in medians_of(fourth)] == [4]
    assert thaw(frozen_of(arsip)).median == (median,)


@pytest.mark.both_engines
def test_a_report_that_is_opened_again_counts_no_more_and_one_that_cannot_be_read_never(
    mini: Kecamatan,
) -> None:
    signed_alike(mini, 71, 72, 73)
    assert {one.jumlah for one in medians_of(mini)} == {3}
    unreadable = make_kecamatan(kabupaten=mini.kabupaten, kode="35.09.74")
    make_arsip(make_laporan(kecamatan=unreadable, tahun=TAHUN, status="ditandatangani"))
    assert measured_complete() == 0
    assert CapaianLaporan.objects.count() == 3
    organisasi = make_pengguna("organisasi", kabupaten=mini.kabupaten)
    buka_kembali(
        Laporan.objects.get(kecamatan__kode="35.09.72"),
        by=organisasi,
        alasan="Realisasi keliru.",
        batas_waktu=timezone.localdate(),
    )
    assert medians_of(mini) == ()
