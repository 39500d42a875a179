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
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine, pytest.mark.usefixtures("signed_in")]

BASE = "/kecamatan/balung/2021/"
SAVE = f"{BASE}anggaran/simpan/"


@pytest.fixture
def row(balung: Kecamatan) -> list[Anggaran]:
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


def page(client: Client) -> str:
    return client.get(f"{BASE}anggaran/isi/").content.decode()


def entries(client: Client, **change: str) -> dict[str, str]:
    """The table's form as the page shows it, with changes by the name of the cell."""
    inputs = re.findall(r"<input[^>]*>", page(client))
    data = {}
    for one in inputs:
        nama, nilai = (re.search(rf'{k}="([^"]*)"', one) for k in ("name", "value"))
        if nama and nama[1].startswith("baris-"):
            data[nama[1]] = nilai[1] if nilai else ""
    return data | change


def cell(row: Anggaran, column: str) -> str:
    return f"baris-{row.pk}-{column}"


def test_sums_and_serapan_are_computed(client: Client, row: list[Anggaran]) -> None:
    content = page(client)
    assert content.count("1.500.000") == 6  # program, kegiatan and total, murni and in force
    assert content.count("900.000") == 3
    assert "40,00%" in content
    assert content.count("60,00%") == 3
    Anggaran.objects.filter(pk=row[0].pk).update(realisasi=None)
    content = page(client)
    assert "realisasi 1 dari 2 baris anggaran belum diisi" in content
    assert "60,00%" not in content


@pytest.fixture
def tercetak(balung: Kecamatan) -> dict[str, str]:
    """Amounts by what the form calls the row, as every document prints them: program, kegiatan and sub kegiatan."""
    content: dict[str, str] = {}
    for nomor, uang, children in (
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
        content[f"program-{program.pk}"] = uang
        for kode, (jumlah, details) in children.items():
            kegiatan = make(Kegiatan, program=program, kode=kode)
            content[f"kegiatan-{kegiatan.pk}"] = jumlah
            for n, one in enumerate(details, start=1):
                sub = make(SubKegiatan, kegiatan=kegiatan, kode=f"{kode}.0{n}")
                content[f"sub_kegiatan-{sub.pk}"] = one
    return content


def typed(client: Client, content: dict[str, str]) -> None:
    for nomenklatur, uang in content.items():
        data = {"nomenklatur": nomenklatur, "rinci": "on", "pagu_murni": uang, "realisasi": uang}
        assert client.post(f"{BASE}isi/anggaran/baru/", data).status_code == 302


def foot(client: Client) -> list[str]:
    """The cells of the table's sum."""
    (foot,) = re.findall(r"<tfoot>(.*?)</tfoot>", page(client), re.S)
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", foot, re.S)]


def test_a_budget_typed_as_printed_is_added_up_once(client: Client, tercetak: dict[str, str]) -> None:
    typed(client, tercetak)
    # Every row added up would be 40.672.131.447.
    assert sum(a.pagu_murni or 0 for a in Anggaran.objects.all()) == 40_672_131_447
    assert foot(client)[:4] == ["13.582.357.149", "13.582.357.149", "13.582.357.149", "100,00%"]
    content = page(client)
    assert content.count("dibandingkan, tidak ikut dijumlahkan") == 4
    assert content.count("sama dengan rinciannya") == 4
    assert "Rinciannya berjumlah" not in content


def test_a_control_total_that_differs_is_shown_with_both_amounts(
    client: Client, tercetak: dict[str, str]
) -> None:
    key = next(k for k in tercetak if k.startswith("kegiatan-"))
    typed(client, tercetak | {key: "13.000.250.000"})
    assert foot(client)[0] == "13.582.357.149"
    content = page(client)
    # pagu murni and realisasi of the kegiatan
    assert content.count("Rinciannya berjumlah Rp13.000.000.000, kurang Rp250.000.") == 2
    assert content.count("berbeda dengan rinciannya") == 1


def test_kelurahan_share_a_sub_kegiatan(client: Client, balung: Kecamatan) -> None:
    sub = make(SubKegiatan, kode="7.01.02.2.01.02")
    address = f"{BASE}isi/anggaran/baru/"
    same = {"nomenklatur": f"sub_kegiatan-{sub.pk}", "rinci": "on"}
    for unit, pagu, realisasi in (
        ("Kelurahan A", "200.000.000", "195.000.000"),
        ("Kelurahan B", "150.000.000", "120.000.000"),
    ):
        data = same | {"unit": unit, "pagu_murni": pagu, "realisasi": realisasi}
        assert client.post(address, data).status_code == 302
    assert foot(client) == ["350.000.000", "350.000.000", "315.000.000", "90,00%", ""]
    assert f"{sub} (Kelurahan B)" in page(client)
    answer = client.post(address, same | {"unit": "Kelurahan A"})
    assert answer.status_code == 422
    assert "isi nama masing-masing" in answer.content.decode()


def test_only_a_sub_kegiatan_is_shared(client: Client, balung: Kecamatan) -> None:
    kegiatan = make(Kegiatan)
    data = {"nomenklatur": f"kegiatan-{kegiatan.pk}", "rinci": "on", "unit": "Kelurahan A"}
    answer = client.post(f"{BASE}isi/anggaran/baru/", data)
    assert answer.status_code == 422
    assert "hanya sub kegiatan yang dapat dibagi menurut kelurahan atau unit" in answer.content.decode()


def test_saving_amounts_says_what_the_whole_was_and_is(client: Client, row: list[Anggaran]) -> None:
    data = entries(client, **{cell(row[0], "pagu_perubahan"): "1.200.000", cell(row[1], "realisasi"): ""})
    content = client.post(SAVE, data, follow=True).content.decode()
    assert (
        "Anggaran 2 baris tersimpan. Jumlah pagu Rp1.500.000 menjadi Rp1.700.000 dan realisasi Rp900.000 menjadi"
        " belum lengkap." in content
    )


def test_adding_changing_and_deleting_a_row_says_what_the_whole_was_and_is(
    client: Client, row: list[Anggaran]
) -> None:
    """Rows of Rp1.000.000 and Rp500.000; undoing says it too."""
    one = f"{BASE}isi/anggaran/{row[0].pk}/"
    form = client.get(one).context["form"]
    data = {f.html_name: f.value() or "" for f in form} | {
        "sidik": form.fingerprint,
        "pagu_perubahan": "1.200.000",
    }
    assert "Baris anggaran tersimpan. Jumlah pagu Rp1.500.000 menjadi Rp1.700.000." in (
        client.post(one, data, follow=True).content.decode()
    )
    remove = client.get(f"{one}hapus/").context["form"]
    deleted = client.post(f"{one}hapus/", {"sidik": remove.fingerprint}, follow=True).content.decode()
    assert "Baris anggaran dihapus. Jumlah pagu Rp1.700.000 menjadi Rp500.000" in deleted
    deletion = Jejak.objects.filter(tindakan="catatan.dihapus").latest("pk")
    back = client.post(f"{BASE}pulihkan/{deletion.pk}/", follow=True).content.decode()
    assert "Baris anggaran dipulihkan. Jumlah pagu Rp500.000 menjadi Rp1.700.000" in back


def test_what_is_known_keeps_its_serapan_on_the_page(client: Client, row: list[Anggaran]) -> None:
    Anggaran.objects.filter(pk=row[0].pk).update(realisasi=None)
    Anggaran.objects.filter(pk=row[1].pk).update(realisasi=Decimal(400_000))
    assert foot(client)[3] == (
        "realisasi 1 dari 2 baris anggaran belum diisi; 80,00% dari Rp500.000 yang sudah lengkap (1 dari 2 baris)"
    )


def test_changed_amounts_are_stored_together(client: Client, row: list[Anggaran]) -> None:
    data = entries(
        client, **{cell(row[0], "pagu_perubahan"): "1.200.000", cell(row[1], "realisasi"): "Rp 450.000,-"}
    )
    answer = client.post(SAVE, data)
    assert answer["Location"] == f"{BASE}anggaran/isi/"
    assert [(b.pagu_murni, b.pagu_perubahan, b.realisasi) for b in Anggaran.objects.order_by("urut")] == [
        (1_000_000, 1_200_000, 400_000),
        (500_000, None, 450_000),
    ]
    jejak = Jejak.objects.filter(objek_jenis="sakip.anggaran").order_by("pk")
    assert [(j.sebelum, j.sesudah) for j in jejak] == [
        ({"Pagu perubahan (Rp)": ""}, {"Pagu perubahan (Rp)": "1.200.000"}),
        ({"Realisasi (Rp)": "500.000"}, {"Realisasi (Rp)": "450.000"}),
    ]


def test_an_emptied_cell_is_not_known_any_more_and_zero_is_zero(client: Client, row: list[Anggaran]) -> None:
    client.post(SAVE, entries(client, **{cell(row[0], "realisasi"): "", cell(row[1], "realisasi"): "0"}))
    assert list(Anggaran.objects.order_by("urut").values_list("realisasi", flat=True)) == [None, Decimal(0)]


def test_errors_stand_beside_their_cells_and_nothing_is_stored(client: Client, row: list[Anggaran]) -> None:
    data = entries(client, **{cell(row[0], "realisasi"): "98.5", cell(row[1], "realisasi"): "450.000"})
    answer = client.post(SAVE, data)
    content = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Kesalahan: " in content
    assert content.count("&quot;98.5&quot; meragukan") == 2  # summary and cell
    assert f'href="#id_{cell(row[0], "realisasi")}"' in content
    assert 'value="98.5"' in content
    assert 'value="450.000"' in content  # what was right stays typed as well
    assert Anggaran.objects.get(pk=row[1].pk).realisasi == 500_000


def test_nobody_overwrites_what_they_have_not_seen(
    client: Client, balung: Kecamatan, row: list[Anggaran]
) -> None:
    data = entries(client)
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    siti.post(SAVE, entries(siti, **{cell(row[0], "realisasi"): "410.000"}))
    # A row that only Siti changed is left as she wrote it.
    assert client.post(SAVE, data | {cell(row[1], "realisasi"): "1"}).status_code == 302
    assert Anggaran.objects.get(pk=row[0].pk).realisasi == 410_000
    # A row that both changed is not.
    answer = client.post(SAVE, data | {cell(row[0], "realisasi"): "420.000"})
    content = answer.content.decode()
    assert answer.status_code == 409
    assert "Siti Aminah mengubah baris ini pada " in content
    assert "realisasi Rp410.000" in content
    assert 'value="420.000"' in content
    assert Anggaran.objects.get(pk=row[0].pk).realisasi == 410_000
    # Having seen it, the user may insist.
    fingerprint = re.search(rf'name="{cell(row[0], "sidik")}" value="([^"]*)"', content)
    assert fingerprint
    data |= {cell(row[0], "realisasi"): "420.000", cell(row[0], "sidik"): fingerprint[1]}
    data |= {cell(row[1], "realisasi"): "1"}
    assert client.post(SAVE, data).status_code == 302
    assert Anggaran.objects.get(pk=row[0].pk).realisasi == 420_000


def test_who_insists_on_a_cell_leaves_the_others_of_its_row_to_whom_they_belong(
    client: Client, balung: Kecamatan, row: list[Anggaran]
) -> None:
    """Both changed the realisasi, Siti the pagu as well: only the realisasi is asked about, and it alone is mine."""
    mine = entries(client, **{cell(row[0], "realisasi"): "420.000"})
    siti = Client()
    siti.force_login(make_pengguna("operator", kecamatan=balung, nama="Siti Aminah"))
    hers = {cell(row[0], "realisasi"): "410.000", cell(row[0], "pagu_perubahan"): "1.200.000"}
    siti.post(SAVE, entries(siti, **hers))
    content = client.post(SAVE, mine).content.decode()
    assert "Yang tersimpan: realisasi Rp410.000." in content
    inputs = dict(re.findall(r'<input[^>]* name="(baris[^"]*)"[^>]* value="([^"]*)"', content))
    assert client.post(SAVE, inputs).status_code == 302
    stored = Anggaran.objects.get(pk=row[0].pk)
    assert (stored.pagu_perubahan, stored.realisasi) == (1_200_000, 420_000)


def test_a_resend_changes_nothing(client: Client, row: list[Anggaran]) -> None:
    data = entries(client, **{cell(row[0], "realisasi"): "410.000"})
    client.post(SAVE, data)
    assert client.post(SAVE, data).status_code == 302
    assert Jejak.objects.count() == 1


def test_rows_of_others_are_left_alone(client: Client, balung: Kecamatan, row: list[Anggaran]) -> None:
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    foreign = make_anggaran(kecamatan=neighbour, realisasi=Decimal(7))
    data = entries(client, **{cell(foreign, "realisasi"): "1", cell(foreign, "sidik"): "x"})
    assert client.post(SAVE, data).status_code == 302
    foreign.refresh_from_db()
    assert foreign.realisasi == 7


def test_a_closed_year_keeps_its_amounts(client: Client, balung: Kecamatan, row: list[Anggaran]) -> None:
    data = entries(client, **{cell(row[0], "realisasi"): "1"})
    make_laporan(kecamatan=balung, status=Laporan.Status.DIAJUKAN)
    answer = client.post(SAVE, data)
    assert answer.status_code == 423
    assert Anggaran.objects.get(pk=row[0].pk).realisasi == 400_000
    assert "Simpan anggaran" not in page(client)


def test_rows_come_from_the_rkt_once(client: Client, balung: Kecamatan) -> None:
    rkt = make(RKT, kecamatan=balung)
    program = make(Program)
    kegiatan = make(Kegiatan, program=program)
    sub = [make(SubKegiatan, kegiatan=kegiatan, kode=f"{kegiatan.kode}.0{n}") for n in (1, 2)]
    make(BarisRKT, rkt=rkt, program=program, anggaran=Decimal(9))
    make(BarisRKT, rkt=rkt, program=program, kegiatan=kegiatan, anggaran=Decimal(9))
    for n, one in enumerate(sub, start=1):
        make(
            BarisRKT,
            rkt=rkt,
            program=program,
            kegiatan=kegiatan,
            sub_kegiatan=one,
            anggaran=Decimal(n),
            urut=n,
        )
    without_harga = make(Program, kode="7.01.03")
    make(BarisRKT, rkt=rkt, program=without_harga, urut=9)
    present = make_anggaran(
        kecamatan=balung, program=program, kegiatan=kegiatan, sub_kegiatan=sub[0], pagu_murni=Decimal(77)
    )
    client.post(f"{BASE}anggaran/dari-rkt/")
    rows = Anggaran.objects.order_by("urut", "pk")
    assert [(a.program, a.sub_kegiatan, a.pagu_murni) for a in rows] == [
        (program, sub[0], 77),
        (program, sub[1], 2),
        (without_harga, None, None),
    ]
    assert rows[0] == present
    answer = client.post(f"{BASE}anggaran/dari-rkt/", follow=True)
    assert "Semua baris RKT sudah ada dalam anggaran." in answer.content.decode()
    assert Anggaran.objects.count() == 3


def test_a_new_row_is_chosen_from_the_nomenklatur_and_stands_last(
    client: Client, row: list[Anggaran]
) -> None:
    sub = make(SubKegiatan, kegiatan=row[0].kegiatan, kode="7.01.02.2.01.09", nama="Sub 9")
    client.post(f"{BASE}isi/anggaran/baru/", {"nomenklatur": f"sub_kegiatan-{sub.pk}", "rinci": "on"})
    new = Anggaran.objects.get(sub_kegiatan=sub)
    assert (new.program, new.kegiatan, new.pagu_murni, new.urut) == (
        row[0].program,
        row[0].kegiatan,
        None,
        3,
    )
    twice = client.post(f"{BASE}isi/anggaran/baru/", {"nomenklatur": f"sub_kegiatan-{sub.pk}", "rinci": "on"})
    assert "Baris anggaran ini sudah ada pada tahun yang sama." in twice.content.decode()
    without = client.post(f"{BASE}isi/anggaran/baru/", {"rinci": "on"})
    assert "Pilih program, kegiatan, atau sub kegiatan." in without.content.decode()
    assert client.post(f"{BASE}isi/anggaran/baru/", {"pagu_murni": "5"}).status_code == 302  # a remainder


@pytest.mark.parametrize(
    ("content", "state", "realisasi"),
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
    client: Client, row: list[Anggaran], content: dict[str, str], state: str, realisasi: int | None
) -> None:
    address = f"{BASE}isi/keluaran/baru/?induk={row[0].pk}"
    data = {"jenis": "output", "uraian": "Laporan", "satuan": "dokumen", "target": "12"}
    assert client.post(address, data | content).status_code == 302
    keluaran = Keluaran.objects.get()
    assert (keluaran.keadaan, keluaran.realisasi, keluaran.target) == (state, realisasi, 12)


def test_a_keluaran_is_not_both_there_and_not_available(client: Client, row: list[Anggaran]) -> None:
    address = f"{BASE}isi/keluaran/baru/?induk={row[0].pk}"
    data = {"jenis": "output", "uraian": "Laporan", "realisasi": "1", "tidak_tersedia": "on"}
    assert client.post(address, data).status_code == 422
    assert not Keluaran.objects.exists()


def test_belanja_and_earlier_totals(client: Client, balung: Kecamatan) -> None:
    client.post(f"{BASE}isi/belanja/baru/", {"nama": "Belanja Operasi"})
    operasi = Belanja.objects.get()
    client.post(
        f"{BASE}isi/belanja/baru/", {"nama": "Belanja Pegawai", "induk": str(operasi.pk), "pagu": "0"}
    )
    pegawai = Belanja.objects.get(nama="Belanja Pegawai")
    assert (pegawai.kode, pegawai.induk, pegawai.pagu, pegawai.realisasi) == (
        "belanja-pegawai",
        operasi,
        0,
        None,
    )
    other_year = make(Belanja, kecamatan=balung, tahun=2020)
    answer = client.post(f"{BASE}isi/belanja/baru/", {"nama": "Salah", "induk": str(other_year.pk)})
    assert answer.status_code == 422
    client.post(f"{BASE}isi/anggaran-lalu/baru/", {"tahun": "2020", "pagu": "10", "realisasi": "9"})
    previous = AnggaranLalu.objects.get()
    assert (previous.tahun, previous.pagu) == (2020, 10)
    assert client.get(f"{BASE}isi/anggaran-lalu/{previous.pk}/").status_code == 200
    answer = client.post(f"{BASE}isi/anggaran-lalu/baru/", {"tahun": "2021", "pagu": "10"})
    assert "Isi tahun sebelum 2021." in answer.content.decode()


def test_a_sasaran_of_another_kecamatan_is_not_supported(client: Client, balung: Kecamatan) -> None:
    own = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=balung))).sasaran
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11")
    tujuan = make(type(own.tujuan), renstra=make_renstra(kecamatan=neighbour))
    foreign = make_sasaran(tujuan=tujuan)
    program = make(Program)
    data = {"sasaran": str(foreign.pk), "program": str(program.pk)}
    assert client.post(f"{BASE}isi/dukungan/baru/", data).status_code == 422
    assert client.post(f"{BASE}isi/dukungan/baru/", data | {"sasaran": str(own.pk)}).status_code == 302
    dukungan = DukunganProgram.objects.get()
    assert (dukungan.kecamatan, dukungan.tahun, dukungan.sasaran) == (balung, 2021, own)


def test_the_page_asks_the_same_whatever_its_length(
    client: Client,
    balung: Kecamatan,
    row: list[Anggaran],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def content(start: int, many: int) -> None:
        for n in range(start, start + many):
            program = make(Program, kode=f"7.02.{n:02}")
            make(Keluaran, anggaran=make_anggaran(kecamatan=balung, program=program))
            make(Belanja, kecamatan=balung, kode=f"b{n}")
            make(DukunganProgram, kecamatan=balung, program=program)
            make(AnggaranLalu, kecamatan=balung, tahun=2001 + n)

    content(1, 1)
    with django_assert_num_queries(25):  # 8 of frame and rights, 7 of the page, 10 of its checks
        client.get(f"{BASE}anggaran/isi/")
    content(2, 8)
    with django_assert_num_queries(25):
        client.get(f"{BASE}anggaran/isi/")
