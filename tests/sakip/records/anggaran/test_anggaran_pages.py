"""The budget table: amounts typed beside one another, sums computed, nothing overwritten unseen."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip.models import (
    RKT,
    Anggaran,
    AnggaranLalu,
    BarisRKT,
    Belanja,
    DukunganProgram,
    Kegiatan,
    Keluaran,
    Program,
    SubKegiatan,
)
from tests.factory import (
    make,
    make_anggaran,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_renstra,
    make_sasaran,
)

#: Pages over the one writer, which test_row_pages, test_writer and the writes of each record hold on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin, pytest.mark.usefixtures("signed_in")]

AWAL = "/kecamatan/balung/2021/"
SIMPAN = f"{AWAL}anggaran/simpan/"


@pytest.fixture
def baris(balung: Kecamatan) -> list[Anggaran]:
    """Two sub kegiatan of one kegiatan: 1.000.000 of which 400.000 are spent, and 500.000 of which 500.000 are."""
    program = make(Program)
    kegiatan = make(Kegiatan, program=program)
    return [
        make_anggaran(
            kecamatan=balung,
            program=program,
            kegiatan=kegiatan,
            sub_kegiatan=make(SubKegiatan, kegiatan=kegiatan, kode=f"7.01.02.2.01.0{n}", nama=f"Sub {n}"),
            pagu_murni=Decimal(murni),
            realisasi=Decimal(realisasi),
            urut=n,
        )
        for n, murni, realisasi in ((1, 1_000_000, 400_000), (2, 500_000, 500_000))
    ]


def halaman(client: Client) -> str:
    return client.get(f"{AWAL}anggaran/isi/").content.decode()


def isian(client: Client, **change: str) -> dict[str, str]:
    """The table's form as the page shows it, with changes by the name of the cell."""
    masukan = re.findall(r"<input[^>]*>", halaman(client))
    data = {}
    for satu in masukan:
        nama, nilai = (re.search(rf'{k}="([^"]*)"', satu) for k in ("name", "value"))
        if nama and nama[1].startswith("baris-"):
            data[nama[1]] = nilai[1] if nilai else ""
    return data | change


def sel(baris: Anggaran, kolom: str) -> str:
    return f"baris-{baris.pk}-{kolom}"


def test_sums_and_serapan_are_computed(client: Client, baris: list[Anggaran]) -> None:
    isi = halaman(client)
    assert isi.count("1.500.000") == 6  # program, kegiatan and total, murni and in force
    assert isi.count("900.000") == 3
    assert "40,00%" in isi
    assert isi.count("60,00%") == 3
    Anggaran.objects.filter(pk=baris[0].pk).update(realisasi=None)
    isi = halaman(client)
    assert "realisasi 1 dari 2 baris anggaran belum diisi" in isi
    assert "60,00%" not in isi


@pytest.fixture
def tercetak(balung: Kecamatan) -> dict[str, str]:
    """Amounts by what the form calls the row, as every document prints them: program, kegiatan and sub kegiatan."""
    isi: dict[str, str] = {}
    for nomor, uang, anak in (
        (
            "7.01.02",
            "13.000.000.000",
            {"7.01.02.2.01": ("13.000.000.000", ("10.000.000.000", "3.000.000.000"))},
        ),
        (
            "7.01.03",
            "582.357.149",
            {"7.01.03.2.01": ("507.417.149", ("507.417.149",)), "7.01.03.2.02": ("74.940.000", ())},
        ),
    ):
        program = make(Program, kode=nomor)
        isi[f"program-{program.pk}"] = uang
        for kode, (jumlah, rincian) in anak.items():
            kegiatan = make(Kegiatan, program=program, kode=kode)
            isi[f"kegiatan-{kegiatan.pk}"] = jumlah
            for n, satu in enumerate(rincian, start=1):
                sub = make(SubKegiatan, kegiatan=kegiatan, kode=f"{kode}.0{n}")
                isi[f"sub_kegiatan-{sub.pk}"] = satu
    return isi


def ketik(client: Client, isi: dict[str, str]) -> None:
    for nomenklatur, uang in isi.items():
        data = {"nomenklatur": nomenklatur, "rinci": "on", "pagu_murni": uang, "realisasi": uang}
        assert client.post(f"{AWAL}isi/anggaran/baru/", data).status_code == 302


def kaki(client: Client) -> list[str]:
    """The cells of the table's sum."""
    (kaki,) = re.findall(r"<tfoot>(.*?)</tfoot>", halaman(client), re.S)
    return [re.sub(r"<[^>]+>", "", sel).strip() for sel in re.findall(r"<td[^>]*>(.*?)</td>", kaki, re.S)]


def test_a_budget_typed_as_printed_is_added_up_once(client: Client, tercetak: dict[str, str]) -> None:
    ketik(client, tercetak)
    # Every row added up would be 40.672.131.447.
    assert sum(a.pagu_murni or 0 for a in Anggaran.objects.all()) == 40_672_131_447
    assert kaki(client)[:4] == ["13.582.357.149", "13.582.357.149", "13.582.357.149", "100,00%"]
    isi = halaman(client)
    assert isi.count("dibandingkan, tidak ikut dijumlahkan") == 4
    assert isi.count("sama dengan rinciannya") == 4
    assert "Rinciannya berjumlah" not in isi


def test_a_control_total_that_differs_is_shown_with_both_amounts(
    client: Client, tercetak: dict[str, str]
) -> None:
    kunci = next(k for k in tercetak if k.startswith("kegiatan-"))
    ketik(client, tercetak | {kunci: "13.000.250.000"})
    assert kaki(client)[0] == "13.582.357.149"
    isi = halaman(client)
    # pagu murni and realisasi of the kegiatan
    assert isi.count("Rinciannya berjumlah Rp13.000.000.000, kurang Rp250.000.") == 2
    assert isi.count("berbeda dengan rinciannya") == 1


def test_kelurahan_share_a_sub_kegiatan(client: Client, balung: Kecamatan) -> None:
    sub = make(SubKegiatan, kode="7.01.02.2.01.02")
    alamat = f"{AWAL}isi/anggaran/baru/"
    sama = {"nomenklatur": f"sub_kegiatan-{sub.pk}", "rinci": "on"}
    for unit, pagu, realisasi in (
        ("Kelurahan A", "200.000.000", "195.000.000"),
        ("Kelurahan B", "150.000.000", "120.000.000"),
    ):
        data = sama | {"unit": unit, "pagu_murni": pagu, "realisasi": realisasi}
        assert client.post(alamat, data).status_code == 302
    assert kaki(client) == ["350.000.000", "350.000.000", "315.000.000", "90,00%", ""]
    assert f"{sub} (Kelurahan B)" in halaman(client)
    jawaban = client.post(alamat, sama | {"unit": "Kelurahan A"})
    assert jawaban.status_code == 422
    assert "isi nama masing-masing" in jawaban.content.decode()


def test_only_a_sub_kegiatan_is_shared(client: Client, balung: Kecamatan) -> None:
    kegiatan = make(Kegiatan)
    data = {"nomenklatur": f"kegiatan-{kegiatan.pk}", "rinci": "on", "unit": "Kelurahan A"}
    jawaban = client.post(f"{AWAL}isi/anggaran/baru/", data)
    assert jawaban.status_code == 422
    assert "hanya sub kegiatan yang dapat dibagi menurut kelurahan atau unit" in jawaban.content.decode()


def test_saving_amounts_says_what_the_whole_was_and_is(client: Client, baris: list[Anggaran]) -> None:
    data = isian(client, **{sel(baris[0], "pagu_perubahan"): "1.200.000", sel(baris[1], "realisasi"): ""})
    isi = client.post(SIMPAN, data, follow=True).content.decode()
    assert (
        "Anggaran 2 baris tersimpan. Jumlah pagu Rp1.500.000 menjadi Rp1.700.000 dan realisasi Rp900.000 menjadi"
        " belum lengkap." in isi
    )


def test_adding_changing_and_deleting_a_row_says_what_the_whole_was_and_is(
    client: Client, baris: list[Anggaran]
) -> None:
    """Rows of Rp1.000.000 and Rp500.000; undoing says it too."""
    satu = f"{AWAL}isi/anggaran/{baris[0].pk}/"
    form = client.get(satu).context["form"]
    data = {f.html_name: f.value() or "" for f in form} | {"sidik": form.sidik, "pagu_perubahan": "1.200.000"}
    assert "Baris anggaran tersimpan. Jumlah pagu Rp1.500.000 menjadi Rp1.700.000." in (
        client.post(satu, data, follow=True).content.decode()
    )
    remove = client.get(f"{satu}hapus/").context["form"]
    terhapus = client.post(f"{satu}hapus/", {"sidik": remove.sidik}, follow=True).content.decode()
    assert "Baris anggaran dihapus. Jumlah pagu Rp1.700.000 menjadi Rp500.000" in terhapus
    pulih = Jejak.objects.filter(tindakan="catatan.dihapus").latest("pk")
    kembali = client.post(f"{AWAL}pulihkan/{pulih.pk}/", follow=True).content.decode()
    assert "Baris anggaran dipulihkan. Jumlah pagu Rp500.000 menjadi Rp1.700.000" in kembali


def test_what_is_known_keeps_its_serapan_on_the_page(client: Client, baris: list[Anggaran]) -> None:
    Anggaran.objects.filter(pk=baris[0].pk).update(realisasi=None)
    Anggaran.objects.filter(pk=baris[1].pk).update(realisasi=Decimal(400_000))
    assert kaki(client)[3] == (
        "realisasi 1 dari 2 baris anggaran belum diisi; 80,00% dari Rp500.000 yang sudah lengkap (1 dari 2 baris)"
    )


def test_changed_amounts_are_stored_together(client: Client, baris: list[Anggaran]) -> None:
    data = isian(
        client, **{sel(baris[0], "pagu_perubahan"): "1.200.000", sel(baris[1], "realisasi"): "Rp 450.000,-"}
    )
    jawaban = client.post(SIMPAN, data)
    assert jawaban["Location"] == f"{AWAL}anggaran/isi/"
    assert [(b.pagu_murni, b.pagu_perubahan, b.realisasi) for b in Anggaran.objects.order_by("urut")] == [
        (1_000_000, 1_200_000, 400_000),
        (500_000, None, 450_000),
    ]
    jejak = Jejak.objects.filter(objek_jenis="sakip.anggaran").order_by("pk")
    assert [(j.sebelum, j.sesudah) for j in jejak] == [
        ({"Pagu perubahan (Rp)": ""}, {"Pagu perubahan (Rp)": "1.200.000"}),
        ({"Realisasi (Rp)": "500.000"}, {"Realisasi (Rp)": "450.000"}),
    ]


def test_an_emptied_cell_is_not_known_any_more_and_zero_is_zero(
    client: Client, baris: list[Anggaran]
) -> None:
    client.post(SIMPAN, isian(client, **{sel(baris[0], "realisasi"): "", sel(baris[1], "realisasi"): "0"}))
    assert list(Anggaran.objects.order_by("urut").values_list("realisasi", flat=True)) == [None, Decimal(0)]


def test_errors_stand_beside_their_cells_and_nothing_is_stored(client: Client, baris: list[Anggaran]) -> None:
    data = isian(client, **{sel(baris[0], "realisasi"): "98.5", sel(baris[1], "realisasi"): "450.000"})
    jawaban = client.post(SIMPAN, data)
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "<title>Kesalahan: " in isi
    assert isi.count("&quot;98.5&quot; meragukan") == 2  # summary and cell
    assert f'href="#id_{sel(baris[0], "realisasi")}"' in isi
    assert 'value="98.5"' in isi
    assert 'value="450.000"' in isi  # what was right stays typed as well
    assert Anggaran.objects.get(pk=baris[1].pk).realisasi == 500_000


def test_nobody_overwrites_what_they_have_not_seen(
    client: Client, balung: Kecamatan, baris: list[Anggaran]
) -> None:
    data = isian(client)
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    siti.post(SIMPAN, isian(siti, **{sel(baris[0], "realisasi"): "410.000"}))
    # A row that only Siti changed is left as she wrote it.
    assert client.post(SIMPAN, data | {sel(baris[1], "realisasi"): "1"}).status_code == 302
    assert Anggaran.objects.get(pk=baris[0].pk).realisasi == 410_000
    # A row that both changed is not.
    jawaban = client.post(SIMPAN, data | {sel(baris[0], "realisasi"): "420.000"})
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Siti Aminah mengubah baris ini pada " in isi
    assert "realisasi Rp410.000" in isi
    assert 'value="420.000"' in isi
    assert Anggaran.objects.get(pk=baris[0].pk).realisasi == 410_000
    # Having seen it, the user may insist.
    sidik = re.search(rf'name="{sel(baris[0], "sidik")}" value="([^"]*)"', isi)
    assert sidik
    data |= {sel(baris[0], "realisasi"): "420.000", sel(baris[0], "sidik"): sidik[1]}
    data |= {sel(baris[1], "realisasi"): "1"}
    assert client.post(SIMPAN, data).status_code == 302
    assert Anggaran.objects.get(pk=baris[0].pk).realisasi == 420_000


def test_a_resend_changes_nothing(client: Client, baris: list[Anggaran]) -> None:
    data = isian(client, **{sel(baris[0], "realisasi"): "410.000"})
    client.post(SIMPAN, data)
    assert client.post(SIMPAN, data).status_code == 302
    assert Jejak.objects.count() == 1


def test_rows_of_others_are_left_alone(client: Client, balung: Kecamatan, baris: list[Anggaran]) -> None:
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    asing = make_anggaran(kecamatan=tetangga, realisasi=Decimal(7))
    data = isian(client, **{sel(asing, "realisasi"): "1", sel(asing, "sidik"): "x"})
    assert client.post(SIMPAN, data).status_code == 302
    asing.refresh_from_db()
    assert asing.realisasi == 7


def test_a_closed_year_keeps_its_amounts(client: Client, balung: Kecamatan, baris: list[Anggaran]) -> None:
    data = isian(client, **{sel(baris[0], "realisasi"): "1"})
    make_laporan(kecamatan=balung, status=Laporan.Status.DIAJUKAN)
    jawaban = client.post(SIMPAN, data)
    assert jawaban.status_code == 423
    assert Anggaran.objects.get(pk=baris[0].pk).realisasi == 400_000
    assert "Simpan anggaran" not in halaman(client)


def test_rows_come_from_the_rkt_once(client: Client, balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung)
    program = make(Program)
    kegiatan = make(Kegiatan, program=program)
    sub = [make(SubKegiatan, kegiatan=kegiatan, kode=f"{kegiatan.kode}.0{n}") for n in (1, 2)]
    make(BarisRKT, rkt=rkt, program=program, anggaran=Decimal(9))
    make(BarisRKT, rkt=rkt, program=program, kegiatan=kegiatan, anggaran=Decimal(9))
    for n, satu in enumerate(sub, start=1):
        make(
            BarisRKT,
            rkt=rkt,
            program=program,
            kegiatan=kegiatan,
            sub_kegiatan=satu,
            anggaran=Decimal(n),
            urut=n,
        )
    tanpa_harga = make(Program, kode="7.01.03")
    make(BarisRKT, rkt=rkt, program=tanpa_harga, urut=9)
    ada = make_anggaran(
        kecamatan=balung, program=program, kegiatan=kegiatan, sub_kegiatan=sub[0], pagu_murni=Decimal(77)
    )
    client.post(f"{AWAL}anggaran/dari-rkt/")
    semua = Anggaran.objects.order_by("urut", "pk")
    assert [(a.program, a.sub_kegiatan, a.pagu_murni) for a in semua] == [
        (program, sub[0], 77),
        (program, sub[1], 2),
        (tanpa_harga, None, None),
    ]
    assert semua[0] == ada
    jawaban = client.post(f"{AWAL}anggaran/dari-rkt/", follow=True)
    assert "Semua baris RKT sudah ada dalam anggaran." in jawaban.content.decode()
    assert Anggaran.objects.count() == 3


def test_a_new_row_is_chosen_from_the_nomenklatur_and_stands_last(
    client: Client, baris: list[Anggaran]
) -> None:
    sub = make(SubKegiatan, kegiatan=baris[0].kegiatan, kode="7.01.02.2.01.09", nama="Sub 9")
    client.post(f"{AWAL}isi/anggaran/baru/", {"nomenklatur": f"sub_kegiatan-{sub.pk}", "rinci": "on"})
    baru = Anggaran.objects.get(sub_kegiatan=sub)
    assert (baru.program, baru.kegiatan, baru.pagu_murni, baru.urut) == (
        baris[0].program,
        baris[0].kegiatan,
        None,
        3,
    )
    dua_kali = client.post(
        f"{AWAL}isi/anggaran/baru/", {"nomenklatur": f"sub_kegiatan-{sub.pk}", "rinci": "on"}
    )
    assert "Baris anggaran ini sudah ada pada tahun yang sama." in dua_kali.content.decode()
    tanpa = client.post(f"{AWAL}isi/anggaran/baru/", {"rinci": "on"})
    assert "Pilih program, kegiatan, atau sub kegiatan." in tanpa.content.decode()
    assert client.post(f"{AWAL}isi/anggaran/baru/", {"pagu_murni": "5"}).status_code == 302  # a remainder


@pytest.mark.parametrize(
    ("isi", "keadaan", "realisasi"),
    [
        ({"realisasi": "12"}, "terisi", 12),
        ({"realisasi": "0"}, "terisi", 0),
        ({"realisasi_cetak": "selesai"}, "terisi", None),
        ({"tidak_tersedia": "on"}, "tidak tersedia", None),
        ({}, "belum diisi", None),
    ],
    ids=["number", "zero", "words", "not available", "nothing"],
)
def test_the_state_of_a_keluaran_follows_from_what_was_entered(
    client: Client, baris: list[Anggaran], isi: dict[str, str], keadaan: str, realisasi: int | None
) -> None:
    alamat = f"{AWAL}isi/keluaran/baru/?induk={baris[0].pk}"
    data = {"jenis": "output", "uraian": "Laporan", "satuan": "dokumen", "target": "12"}
    assert client.post(alamat, data | isi).status_code == 302
    keluaran = Keluaran.objects.get()
    assert (keluaran.keadaan, keluaran.realisasi, keluaran.target) == (keadaan, realisasi, 12)


def test_a_keluaran_is_not_both_there_and_not_available(client: Client, baris: list[Anggaran]) -> None:
    alamat = f"{AWAL}isi/keluaran/baru/?induk={baris[0].pk}"
    data = {"jenis": "output", "uraian": "Laporan", "realisasi": "1", "tidak_tersedia": "on"}
    assert client.post(alamat, data).status_code == 422
    assert not Keluaran.objects.exists()


def test_belanja_and_earlier_totals(client: Client, balung: Kecamatan) -> None:
    client.post(f"{AWAL}isi/belanja/baru/", {"nama": "Belanja Operasi"})
    operasi = Belanja.objects.get()
    client.post(
        f"{AWAL}isi/belanja/baru/", {"nama": "Belanja Pegawai", "induk": str(operasi.pk), "pagu": "0"}
    )
    pegawai = Belanja.objects.get(nama="Belanja Pegawai")
    assert (pegawai.kode, pegawai.induk, pegawai.pagu, pegawai.realisasi) == (
        "belanja-pegawai",
        operasi,
        0,
        None,
    )
    lain_tahun = make(Belanja, kecamatan=balung, tahun=2020)
    jawaban = client.post(f"{AWAL}isi/belanja/baru/", {"nama": "Salah", "induk": str(lain_tahun.pk)})
    assert jawaban.status_code == 422
    client.post(f"{AWAL}isi/anggaran-lalu/baru/", {"tahun": "2020", "pagu": "10", "realisasi": "9"})
    lalu = AnggaranLalu.objects.get()
    assert (lalu.tahun, lalu.pagu) == (2020, 10)
    assert client.get(f"{AWAL}isi/anggaran-lalu/{lalu.pk}/").status_code == 200
    jawaban = client.post(f"{AWAL}isi/anggaran-lalu/baru/", {"tahun": "2021", "pagu": "10"})
    assert "Isi tahun sebelum 2021." in jawaban.content.decode()


def test_a_sasaran_of_another_kecamatan_is_not_supported(client: Client, balung: Kecamatan) -> None:
    milik = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung))).sasaran
    tetangga = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    tujuan = make(type(milik.tujuan), renstra=make_renstra(kecamatan=tetangga))
    asing = make_sasaran(tujuan=tujuan)
    program = make(Program)
    data = {"sasaran": str(asing.pk), "program": str(program.pk)}
    assert client.post(f"{AWAL}isi/dukungan/baru/", data).status_code == 422
    assert client.post(f"{AWAL}isi/dukungan/baru/", data | {"sasaran": str(milik.pk)}).status_code == 302
    dukungan = DukunganProgram.objects.get()
    assert (dukungan.kecamatan, dukungan.tahun, dukungan.sasaran) == (balung, 2021, milik)


def test_the_page_asks_the_same_whatever_its_length(
    client: Client,
    balung: Kecamatan,
    baris: list[Anggaran],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def isi(mulai: int, banyak: int) -> None:
        for n in range(mulai, mulai + banyak):
            program = make(Program, kode=f"7.02.{n:02}")
            make(Keluaran, anggaran=make_anggaran(kecamatan=balung, program=program))
            make(Belanja, kecamatan=balung, kode=f"b{n}")
            make(DukunganProgram, kecamatan=balung, program=program)
            make(AnggaranLalu, kecamatan=balung, tahun=2001 + n)

    isi(1, 1)
    with django_assert_num_queries(21):  # 7 of frame and rights, 6 of the page, 8 of its checks
        client.get(f"{AWAL}anggaran/isi/")
    isi(2, 8)
    with django_assert_num_queries(21):
        client.get(f"{AWAL}anggaran/isi/")
