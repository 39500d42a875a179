"""Entry of RPJMD and Renstra: the tree grows row by row, with targets per year and kunci that nobody types."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Kecamatan
from sakip.models import (
    Indikator,
    IndikatorTujuan,
    MisiRPJMD,
    PeriodeRPJMD,
    Renstra,
    Sasaran,
    SasaranRPJMD,
    TargetRenstra,
    Tujuan,
    TujuanRPJMD,
)
from tests.factory import (
    make,
    make_indikator,
    make_laporan,
    make_renstra,
    make_sasaran,
)
from tests.sakip.records.page_forms import errors, sign_in, store

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"


def test_a_renstra_grows_from_nothing_to_its_targets(client: Client, balung: Kecamatan) -> None:
    make(PeriodeRPJMD, tahun_awal=2021, tahun_akhir=2026)
    misi = make(MisiRPJMD)
    assert "Renstra tahun 2021 belum dicatat" in client.get(f"{BASE}renstra/isi/").content.decode()

    store(client, f"{BASE}isi/renstra/baru/", misi_diacu=str(misi.pk))
    renstra = Renstra.objects.get()
    assert (renstra.kecamatan, renstra.tahun_awal, renstra.tahun_akhir) == (balung, 2021, 2026)
    assert (renstra.versi, renstra.periode_rpjmd, renstra.misi_diacu) == (0, misi.periode, misi)

    store(client, f"{BASE}isi/tujuan/baru/?induk={renstra.pk}", uraian="Meningkatkan pelayanan publik")
    tujuan = Tujuan.objects.get()
    assert tujuan.kunci == "meningkatkan-pelayanan-publik"

    store(
        client,
        f"{BASE}isi/indikator-tujuan/baru/?induk={tujuan.pk}",
        nama="Indeks pelayanan publik",
        target_2021="3,25",
    )
    (target_tujuan,) = IndikatorTujuan.objects.get().target.all()
    assert (target_tujuan.tahun, target_tujuan.angka) == (2021, Decimal("3.25"))

    store(
        client,
        f"{BASE}isi/sasaran/baru/?induk={tujuan.pk}",
        uraian="Meningkatnya kepuasan warga",
        strategi="Standar pelayanan\n\nLoket khusus",
    )
    sasaran = Sasaran.objects.get()
    assert (sasaran.renstra, sasaran.tujuan) == (renstra, tujuan)
    assert sasaran.strategi == ["Standar pelayanan", "Loket khusus"]

    store(
        client,
        f"{BASE}isi/indikator/baru/?induk={sasaran.pk}",
        nama="Indeks Kepuasan Masyarakat",
        satuan="indeks",
        target_2021="80",
        target_2022="81,5",
        cetak_2022="81,50 (Baik)",
    )
    indikator = Indikator.objects.get()
    assert (indikator.renstra, indikator.sasaran) == (renstra, sasaran)
    assert indikator.kunci == "indeks-kepuasan-masyarakat"
    assert list(indikator.target.values_list("tahun", "angka", "cetak")) == [
        (2021, Decimal(80), ""),
        (2022, Decimal("81.5"), "81,50 (Baik)"),
    ]
    page = client.get(f"{BASE}renstra/isi/").content.decode()
    for word in ("Indeks Kepuasan Masyarakat", "3,25", "81,50 (Baik)", "Loket khusus"):
        assert word in page


def test_a_sasaran_moves_to_another_tujuan_of_its_renstra(client: Client, sasaran: Sasaran) -> None:
    other = make(Tujuan, renstra=sasaran.renstra, kunci="t2", uraian="Tujuan lain")
    store(client, f"{BASE}isi/sasaran/{sasaran.pk}/", tujuan=str(other.pk))
    sasaran.refresh_from_db()
    assert sasaran.tujuan == other


def test_the_sasaran_of_the_rpjmd_is_one_of_the_renstras_own(client: Client, balung: Kecamatan) -> None:
    periode = make(PeriodeRPJMD, kabupaten=balung.kabupaten)
    own = make(SasaranRPJMD, tujuan=make(TujuanRPJMD, misi=make(MisiRPJMD, periode=periode)))
    old = make(PeriodeRPJMD, kabupaten=balung.kabupaten, tahun_awal=2016, tahun_akhir=2021)
    foreign = make(SasaranRPJMD, tujuan=make(TujuanRPJMD, misi=make(MisiRPJMD, periode=old)))
    renstra = make_renstra(kecamatan=balung, periode_rpjmd=periode)
    sasaran = make_sasaran(tujuan=make(Tujuan, renstra=renstra))
    address = f"{BASE}isi/sasaran/{sasaran.pk}/"
    assert list(errors(client, address, sasaran_rpjmd=str(foreign.pk))) == ["sasaran_rpjmd"]
    store(client, address, sasaran_rpjmd=str(own.pk))
    # The Renstra can then no longer be turned to another RPJMD.
    said = errors(client, f"{BASE}isi/renstra/{renstra.pk}/", periode_rpjmd=str(old.pk))
    assert "mengacu pada RPJMD lain" in said["periode_rpjmd"][0]


def test_the_misi_names_its_rpjmd(client: Client, balung: Kecamatan) -> None:
    misi = make(MisiRPJMD, periode=make(PeriodeRPJMD, kabupaten=balung.kabupaten))
    old = make(PeriodeRPJMD, kabupaten=balung.kabupaten, tahun_awal=2016, tahun_akhir=2021)
    address = f"{BASE}isi/renstra/baru/"
    everything = errors(client, address, misi_diacu=str(misi.pk), periode_rpjmd=str(old.pk))
    assert everything == {"misi_diacu": ["Misi itu milik RPJMD lain. Pilih misi dari RPJMD yang sama."]}
    store(client, address, misi_diacu=str(misi.pk), periode_rpjmd="")
    assert Renstra.objects.get().periode_rpjmd == misi.periode


def test_a_renstra_keeps_the_years_of_its_targets(client: Client, sasaran: Sasaran) -> None:
    make(TargetRenstra, indikator=make_indikator(sasaran=sasaran), tahun=2026)
    said = errors(client, f"{BASE}isi/renstra/{sasaran.renstra_id}/", tahun_akhir="2025")
    assert said == {"tahun_akhir": ["Target tahun 2026 sudah dicatat. Hapus dahulu target itu."]}


def test_a_second_renstra_of_the_same_years_is_refused(client: Client, balung: Kecamatan) -> None:
    make_renstra(kecamatan=balung)
    said = errors(client, f"{BASE}isi/renstra/baru/", tahun_awal="2021", tahun_akhir="2026")
    assert "Versi Renstra ini sudah ada." in said["tahun_awal"][0]


def test_weights_that_are_no_whole_yet_are_said_above_the_matrix(client: Client, sasaran: Sasaran) -> None:
    for key, bobot in (("a", "40"), ("b", "35,5"), ("c", "")):
        store(client, f"{BASE}isi/indikator/baru/?induk={sasaran.pk}", nama=key, bobot=bobot)
    (line,) = client.get(f"{BASE}renstra/isi/").context["temuan"].tables["renstra-2021-0"].lines
    assert line.finding.words == f'Renstra 2021–2026, bobot indikator sasaran "{sasaran.uraian}"'
    assert line.finding.message == (
        "2 dari 3 bobot terisi, berjumlah 75,5%. Isi semuanya hingga 100%, atau kosongkan semuanya."
    )
    assert line.address == f"{BASE}isi/indikator/{Indikator.objects.get(kunci='a').pk}/#id_bobot"
    store(client, f"{BASE}isi/indikator/{Indikator.objects.get(kunci='c').pk}/", bobot="24,5")
    assert client.get(f"{BASE}renstra/isi/").context["temuan"] is None


def test_a_version_is_deleted_after_those_that_replaced_it(client: Client, sasaran: Sasaran) -> None:
    start = sasaran.renstra
    page = client.get(f"{BASE}renstra/{start.pk}/salin/").content.decode()
    assert "Salin Renstra sebagai perubahan ke-1?" in page
    assert Renstra.objects.count() == 1  # asking writes nothing
    answer = client.post(f"{BASE}renstra/{start.pk}/salin/", follow=True).content.decode()
    assert "Renstra perubahan ke-1 dibuat." in answer
    assert "Renstra 2021–2026, perubahan ke-1" in answer
    assert (
        "Sudah ada perubahan ke-1."
        in client.post(f"{BASE}renstra/{start.pk}/salin/", follow=True).content.decode()
    )

    remove = f"{BASE}isi/renstra/{start.pk}/hapus/"
    fingerprint = client.get(remove).context["form"].fingerprint
    refused = client.post(remove, {"sidik": fingerprint})
    assert refused.status_code == 409
    assert "Sudah ada perubahan ke-1. Hapus dahulu perubahan itu." in refused.content.decode()
    assert Renstra.objects.count() == 2


def test_a_plan_is_restored_even_where_the_year_is_closed(
    client: Client, balung: Kecamatan, sasaran: Sasaran
) -> None:
    make_laporan(kecamatan=balung, status="ditandatangani")
    remove = f"{BASE}isi/sasaran/{sasaran.pk}/hapus/"
    client.post(remove, {"sidik": client.get(remove).context["form"].fingerprint})
    assert not Sasaran.objects.exists()
    jejak = Jejak.objects.get(tindakan="catatan.dihapus")
    client.post(f"{BASE}pulihkan/{jejak.pk}/")
    assert Sasaran.objects.get() == sasaran


def test_an_empty_year_leads_to_the_renstra_before(client: Client, balung: Kecamatan) -> None:
    make_renstra(kecamatan=balung)
    page = client.get("/kecamatan/balung/2030/renstra/isi/").content.decode()
    assert "Renstra periode sebelumnya ada:" in page
    assert 'href="/kecamatan/balung/2026/renstra/isi/"' in page


def test_the_rpjmd_is_written_by_bagian_organisasi_alone(client: Client, balung: Kecamatan) -> None:
    organisasi = sign_in("organisasi", balung)
    store(organisasi, f"{BASE}isi/rpjmd/baru/", visi="Wes wayahe mbenahi Jember")
    periode = PeriodeRPJMD.objects.get()
    assert (periode.kabupaten, periode.tahun_awal, periode.tahun_akhir) == (balung.kabupaten, 2021, 2025)
    store(organisasi, f"{BASE}isi/misi-rpjmd/baru/?induk={periode.pk}", uraian="Tata kelola")
    misi = MisiRPJMD.objects.get()
    assert misi.nomor == 1
    store(organisasi, f"{BASE}isi/tujuan-rpjmd/baru/?induk={misi.pk}", uraian="Tujuan", indikator="Satu\nDua")
    tujuan = TujuanRPJMD.objects.get()
    assert tujuan.indikator == ["Satu", "Dua"]
    store(organisasi, f"{BASE}isi/sasaran-rpjmd/baru/?induk={tujuan.pk}", uraian="Sasaran kabupaten")

    page = client.get(f"{BASE}renstra/isi/").content.decode()
    assert "Sasaran kabupaten" in page
    assert "Yang dapat mengubah RPJMD: Bagian Organisasi." in page
    assert "Tambah misi" not in page
    assert client.get(f"{BASE}isi/rpjmd/baru/").status_code == 403
    answer = client.post(f"{BASE}isi/misi-rpjmd/{misi.pk}/", {"nomor": "1", "uraian": "Lain"})
    assert answer.status_code == 403
    misi.refresh_from_db()
    assert misi.uraian == "Tata kelola"


def test_a_tree_of_any_size_costs_the_same_queries(client: Client, sasaran: Sasaran) -> None:
    def jumlah() -> int:
        with CaptureQueriesContext(connection) as query:
            assert client.get(f"{BASE}renstra/isi/").status_code == 200
        return len(query)

    misi = make(MisiRPJMD, periode=make(PeriodeRPJMD))
    make(SasaranRPJMD, tujuan=make(TujuanRPJMD, misi=misi))
    make(TargetRenstra, indikator=make_indikator(sasaran=sasaran))
    make(IndikatorTujuan, tujuan=sasaran.tujuan)
    jumlah()
    one = jumlah()
    for n in range(3):
        tujuan = make(Tujuan, renstra=sasaran.renstra, kunci=f"t-{n}")
        make(IndikatorTujuan, tujuan=tujuan)
        make(SasaranRPJMD, tujuan=make(TujuanRPJMD, misi=misi))
        for i in range(3):
            other = make_sasaran(tujuan=tujuan, kunci=f"s-{n}-{i}")
            make(TargetRenstra, indikator=make_indikator(sasaran=other, kunci=f"i-{n}-{i}"))
    assert jumlah() == one
