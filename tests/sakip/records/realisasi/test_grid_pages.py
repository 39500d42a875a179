"""The grid as a page and its cells as JSON: statuses, both faces of a refusal, and what each costs."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Keanggotaan, UnitKerja
from sakip.entry.measured import Planned
from sakip.models import Indikator, KebijakanPengukuran, KomentarRealisasi, Realisasi, TargetRenstra
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna, make_realisasi
from tests.sakip.records.realisasi.measured_year import TAHUN, DuniaKisi

pytestmark = pytest.mark.django_db

#: Session, user, kecamatan, keanggotaan 2, years, lock 1, and the grid: definitions 11, indikator with scale 2,
#: realisasi and komentar 2. Definitions are kept outside of a test's transaction (tests/sakip/snapshot/test_kept.py).
KUERI_HALAMAN = 22
KUERI_SEL = 25


def send(client: Client, dunia: DuniaKisi, milik: Indikator, teks: str, **lain: Any) -> Any:
    isian = {"indikator": milik.pk, "triwulan": 0, "teks": teks, "sidik": ""} | lain
    return client.post(f"{dunia.alamat}sel/", isian, headers={"accept": "application/json"})


def asal(jawaban: Any) -> dict[str, list[str]]:
    """What the page says it shows: text and fingerprint by cell."""
    cocok = re.search(r'name="asal" value="([^"]*)"', jawaban.content.decode())
    assert cocok
    hasil: dict[str, list[str]] = json.loads(cocok[1].replace("&quot;", '"').replace("&#x27;", "'"))
    return hasil


def test_money_is_added_up_over_the_quarters_however_it_is_written(
    operator: Client, dunia: DuniaKisi
) -> None:
    """PBB: Rp250 + 300 + 400 + 150 million of 1.250 million are 1.100.000.000, or 88,00."""
    target = Planned().parse("Rp 1.250.000.000,-")
    pbb = dunia.indikator("pbb", target["angka"], satuan="Rp", akumulasi="jumlah")
    teks = ("250.000.000", "Rp300.000.000", "400.000.000,00", "150.000.000")
    for triwulan, satu in enumerate(teks, start=1):
        jawaban = send(operator, dunia, pbb, satu, triwulan=triwulan)
        assert jawaban.status_code == 200, jawaban.content
    tampil = jawaban.json()["tampil"]
    assert (tampil[f"hitung-{pbb.pk}-0"], tampil[f"capaian-{pbb.pk}"]) == ("1.100.000.000", "88,00%")


def test_a_triwulan_without_measurement_has_no_cell_to_type_in(operator: Client, dunia: DuniaKisi) -> None:
    """SKM of II (84) and IV (86) against 85: 85,00, and 100,00; I and III are not missing."""
    skm = dunia.indikator(target=85, akumulasi="rata-rata", irama="24")
    ditolak = send(operator, dunia, skm, "80", triwulan=1)
    assert ditolak.status_code == 422
    assert "diukur pada triwulan II dan IV" in ditolak.content.decode()
    pertama = send(operator, dunia, skm, "84", triwulan=2).json()["tampil"]
    assert pertama[f"alasan-{skm.pk}"] == "triwulan IV belum diisi"
    tampil = send(operator, dunia, skm, "86", triwulan=4).json()["tampil"]
    assert (tampil[f"hitung-{skm.pk}-0"], tampil[f"capaian-{skm.pk}"]) == ("85,00", "100,00%")
    halaman = operator.get(f"{dunia.alamat}isi/").content.decode()
    terbuka = [
        nomor
        for nomor in range(5)
        if " disabled" not in halaman.split(f'name="sel-{skm.pk}-{nomor}"')[1].split(">")[0]
    ]
    assert terbuka == [2, 4]


# -- one cell ----------------------------------------------------------------------------------------


def test_a_saved_cell_is_answered_with_what_follows_from_it(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    dunia.indikator("lain")
    jawaban = send(operator, dunia, indikator, "69,80")
    assert jawaban.status_code == 200
    isi = jawaban.json()
    assert (isi["teks"], len(isi["sidik"])) == ("69,8", 64)
    pk, rerata = indikator.pk, "87,25%, B (Baik); rata-rata 1 dari 2 indikator"
    assert isi["tampil"] == {
        f"capaian-{pk}": "87,25%",
        f"predikat-{pk}": "B (Baik)",
        f"alasan-{pk}": "",
        f"keterangan-{pk}": "",
        f"hitung-{pk}-0": "",
        "rerata-1": rerata,
        "rerata": rerata,
    }
    assert isi["sel_lain"] == {f"{pk}-0": {"teks": "69,8", "sidik": isi["sidik"], "dihitung": False}}
    assert isi["kabar"] == "Capaian 87,25%."
    # Every place that is named is on the page.
    halaman = operator.get(f"{dunia.alamat}isi/").content.decode()
    assert [letak for letak in isi["tampil"] if f'id="{letak}"' not in halaman] == []
    kosong = send(operator, dunia, indikator, "", sidik=isi["sidik"]).json()
    assert (kosong["teks"], kosong["sidik"], kosong["tampil"][f"capaian-{pk}"]) == ("", "", "belum diisi")
    assert not Realisasi.objects.exists()


def test_a_printed_form_that_goes_with_its_value_is_told(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    make_realisasi(indikator=indikator, angka=Decimal(66), cetak="B (66)")
    said = 'Bentuk tercetak "B (66)" dihapus karena nilainya berubah.'

    def stored(teks: str) -> Any:
        nilai = asal(operator.get(f"{dunia.alamat}isi/"))[f"{indikator.pk}-0"]
        jawaban = send(operator, dunia, indikator, teks, sidik=nilai[1])
        assert jawaban.status_code == 200
        return jawaban.json()["hilang"]

    assert stored("66,0") == ""  # another spelling of the same
    assert Realisasi.objects.get().cetak == "B (66)"
    assert stored("70") == said
    assert Realisasi.objects.get().cetak == ""
    assert stored("71") == ""

    Realisasi.objects.update(cetak="B (71)")
    halaman = operator.get(f"{dunia.alamat}isi/")
    data = {"asal": json.dumps(asal(halaman)), f"sel-{indikator.pk}-0": "72"}
    jawaban = operator.post(f"{dunia.alamat}isi/", data, follow=True)
    assert [str(m) for m in jawaban.context["messages"]] == [
        f'{indikator.nama}, setahun: Bentuk tercetak "B (71)" dihapus karena nilainya berubah.',
        "1 nilai tersimpan.",
    ]


def test_refusals_say_which_kind_they_are(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    salah = send(operator, dunia, indikator, "98.5")
    assert (salah.status_code, "Maksud Anda 98,5 atau 985?" in salah.json()["pesan"]) == (422, True)
    siti = make_pengguna("operator", kecamatan=dunia.kecamatan, username="siti", nama="Siti Aminah")
    lain = Client()
    lain.force_login(siti)
    send(lain, dunia, indikator, "70")
    bentrok = send(operator, dunia, indikator, "71")
    assert bentrok.status_code == 409
    isi = bentrok.json()
    assert (isi["tersimpan"], isi["oleh"]) == ("70", "Siti Aminah")
    assert re.fullmatch(r"\d+ \w+ \d{4} pukul \d\d\.\d\d", isi["waktu"])
    assert send(operator, dunia, indikator, "71", sidik=isi["sidik"]).status_code == 200
    make_laporan(kecamatan=dunia.kecamatan, tahun=TAHUN, status="diajukan")
    terkunci = send(operator, dunia, indikator, "72")
    assert (terkunci.status_code, "LKIP sudah diajukan" in terkunci.json()["pesan"]) == (423, True)
    assert Realisasi.objects.get().angka == 71


@pytest.mark.parametrize("change", [{"indikator": "x"}, {"indikator": 0}, {"triwulan": 5}, {"triwulan": ""}])
def test_a_cell_that_is_not_there(operator: Client, dunia: DuniaKisi, change: dict[str, Any]) -> None:
    jawaban = send(operator, dunia, dunia.indikator(), "1", **change)
    assert (jawaban.status_code, "Muat ulang" in jawaban.json()["pesan"]) == (404, True)


def test_a_script_is_told_that_the_session_ended(dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    jawaban = send(Client(), dunia, indikator, "70")
    assert (jawaban.status_code, jawaban.json()) == (401, {"pesan": "Sesi Anda berakhir. Masuk lagi."})
    orang = Client().get(f"{dunia.alamat}isi/", headers={"accept": "text/html,*/*"})
    assert orang["Location"] == f"/masuk/?next={dunia.alamat}isi/"


def test_who_is_signed_in_and_with_which_token(operator: Client, dunia: DuniaKisi) -> None:
    siapa = operator.get(f"{dunia.alamat}sel/", headers={"accept": "application/json"}).json()
    assert siapa["pengguna"] == dunia.operator.pk
    teliti = Client(enforce_csrf_checks=True)
    teliti.force_login(dunia.operator)
    indikator = dunia.indikator()
    assert send(teliti, dunia, indikator, "70").status_code == 403
    token = teliti.get(f"{dunia.alamat}sel/").json()["token"]
    isian = {"indikator": indikator.pk, "triwulan": 0, "teks": "70", "sidik": ""}
    assert teliti.post(f"{dunia.alamat}sel/", isian, headers={"x-csrftoken": token}).status_code == 200


@pytest.mark.parametrize(
    ("peran", "status"),
    [("operator", 200), ("camat", 403), ("organisasi", 403), ("pengawas", 403), ("admin", 403)],
)
def test_only_operators_write(client: Client, dunia: DuniaKisi, peran: str, status: int) -> None:
    indikator = dunia.indikator()
    tempat: dict[str, Any] = {
        "operator": {"kecamatan": dunia.kecamatan},
        "camat": {"kecamatan": dunia.kecamatan},
    }
    tempat |= {p: {"kabupaten": dunia.kecamatan.kabupaten} for p in ("organisasi", "pengawas")}
    client.force_login(make_pengguna(peran, username="orang", **tempat.get(peran, {})))
    assert send(client, dunia, indikator, "70").status_code == status
    assert Realisasi.objects.count() == (status == 200)
    halaman = client.get(f"{dunia.alamat}isi/")
    assert halaman.status_code == 200
    assert ('class="kisi-isian"' in halaman.content.decode()) == (status == 200)
    assert client.post(f"{dunia.alamat}isi/", {f"sel-{indikator.pk}-1": "9"}).status_code in (302, status)


def test_a_neighbour_sees_nothing(client: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    tetangga = make_kecamatan(kabupaten=dunia.kecamatan.kabupaten, kode="35.09.11")
    client.force_login(make_pengguna("operator", kecamatan=tetangga, username="tetangga"))
    assert send(client, dunia, indikator, "70").status_code == 404
    assert client.get(f"{dunia.alamat}isi/").status_code == 404
    # Not even through the address of one's own kecamatan.
    alamat = f"/kecamatan/{tetangga.slug}/{TAHUN}/realisasi/sel/"
    isian = {"indikator": indikator.pk, "triwulan": 0, "teks": "70", "sidik": ""}
    assert client.post(alamat, isian).status_code == 404
    assert not Realisasi.objects.exists()


def test_an_operator_of_one_unit(client: Client, dunia: DuniaKisi) -> None:
    unit = make(UnitKerja, kecamatan=dunia.kecamatan, kunci="seksi-umum", nama="Seksi Umum")
    milik, bukan = dunia.indikator("a", penanggung_jawab=["seksi-umum"]), dunia.indikator("b")
    orang = make_pengguna("operator", kecamatan=dunia.kecamatan, username="seksi")
    Keanggotaan.objects.get(pengguna=orang).unit.add(unit)
    client.force_login(orang)
    assert send(client, dunia, milik, "70").status_code == 200
    refuse = send(client, dunia, bukan, "70")
    assert (refuse.status_code, "unit kerja lain" in refuse.json()["pesan"]) == (403, True)
    halaman = client.get(f"{dunia.alamat}isi/").content.decode()
    assert f'name="sel-{milik.pk}-1"' in halaman
    assert f'name="sel-{bukan.pk}-1"' not in halaman
    assert "bukan unit Anda" in halaman
    jawaban = client.post(f"{dunia.alamat}isi/", {f"sel-{bukan.pk}-1": "9"})
    assert (jawaban.status_code, "unit kerja lain" in jawaban.content.decode()) == (422, True)
    assert client.get(f"{dunia.alamat}indikator/{bukan.pk}/nilai/1/").status_code == 403
    assert Realisasi.objects.count() == 1


# -- the plain form ----------------------------------------------------------------------------------


def test_without_the_script_only_what_changed_is_stored(operator: Client, dunia: DuniaKisi) -> None:
    satu, dua = dunia.indikator("a"), dunia.indikator("b")
    make_realisasi(indikator=satu, tahun=TAHUN, triwulan=1, angka=Decimal("12.5"), cetak="12,5 (baik)")
    terlihat = asal(operator.get(f"{dunia.alamat}isi/"))
    assert terlihat[f"{satu.pk}-1"][0] == "12,5"
    kiriman = {
        "asal": json.dumps(terlihat),
        f"sel-{satu.pk}-1": "12,5",
        f"sel-{satu.pk}-2": " 20 ",
        f"sel-{dua.pk}-1": "",
        f"sel-{dua.pk}-0": "tidak tersedia: belum disurvei",
    }
    jawaban = operator.post(f"{dunia.alamat}isi/", kiriman, follow=True)
    assert "2 nilai tersimpan." in jawaban.content.decode()
    assert Jejak.objects.count() == 2
    assert Realisasi.objects.get(indikator=satu, triwulan=1).cetak == "12,5 (baik)"
    assert Realisasi.objects.get(indikator=dua).alasan == "belum disurvei"


def test_without_the_script_nothing_typed_is_lost(operator: Client, dunia: DuniaKisi) -> None:
    satu, dua = dunia.indikator("a"), dunia.indikator("b")
    kiriman = {"asal": "{}", f"sel-{satu.pk}-1": "98.5", f"sel-{satu.pk}-2": "20", f"sel-{dua.pk}-3": "x"}
    jawaban = operator.post(f"{dunia.alamat}isi/", kiriman)
    halaman = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "<title>Kesalahan: Isi Realisasi" in halaman
    assert "1 nilai tersimpan. Nilai berikut belum tersimpan:" in halaman
    assert f'<a href="#sel-{satu.pk}-1">Indikator a, triwulan I: ' in halaman
    assert f'name="sel-{satu.pk}-1" id="sel-{satu.pk}-1" value="98.5"' in halaman
    assert f'name="sel-{dua.pk}-3" id="sel-{dua.pk}-3" value="x"' in halaman
    # What stood elsewhere is stored, and the page knows it now.
    assert asal(jawaban)[f"{satu.pk}-2"][0] == "20"


def test_without_the_script_a_conflict_shows_both_values_who_and_when(
    operator: Client, dunia: DuniaKisi
) -> None:
    indikator = dunia.indikator()
    terlihat = asal(operator.get(f"{dunia.alamat}isi/"))
    siti = make_pengguna("operator", kecamatan=dunia.kecamatan, username="siti", nama="Siti Aminah")
    lain = Client()
    lain.force_login(siti)
    send(lain, dunia, indikator, "70", triwulan=1)
    kiriman = {"asal": json.dumps(terlihat), f"sel-{indikator.pk}-1": "71"}
    jawaban = operator.post(f"{dunia.alamat}isi/", kiriman)
    halaman = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert re.search(
        r"Siti Aminah mengubah nilai ini pada \d+ \w+ \d{4} pukul \d\d\.\d\d menjadi\s+70\.", halaman
    )
    assert "memakai nilai Anda, 71; atau tulis 70" in halaman
    assert f'id="sel-{indikator.pk}-1" value="71"' in halaman
    assert Realisasi.objects.get().angka == 70
    kiriman["asal"] = json.dumps(asal(jawaban))
    assert operator.post(f"{dunia.alamat}isi/", kiriman).status_code == 302
    assert Realisasi.objects.get().angka == 71


@pytest.mark.parametrize("rusak", ["", "[]", "{", '{"1-1": 3}', "null"])
def test_a_broken_picture_of_the_page_overwrites_nothing(
    operator: Client, dunia: DuniaKisi, rusak: str
) -> None:
    indikator = dunia.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    jawaban = operator.post(f"{dunia.alamat}isi/", {"asal": rusak, f"sel-{indikator.pk}-1": "71"})
    assert jawaban.status_code == 409
    assert Realisasi.objects.get().angka == 70


def test_a_closed_year_shows_values_and_no_cell_to_type_in(operator: Client, dunia: DuniaKisi) -> None:
    indikator = dunia.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(70))
    make_laporan(kecamatan=dunia.kecamatan, tahun=TAHUN, status="diajukan")
    halaman = operator.get(f"{dunia.alamat}isi/").content.decode()
    assert 'class="kisi-isian"' not in halaman
    assert "terkunci" in halaman
    assert "LKIP sudah diajukan" in halaman
    jawaban = operator.post(f"{dunia.alamat}isi/", {f"sel-{indikator.pk}-0": "71"})
    assert jawaban.status_code == 423
    assert Realisasi.objects.get().angka == 70


def test_an_indikator_outside_the_pk_stands_apart(operator: Client, dunia: DuniaKisi) -> None:
    dunia.indikator("a")
    luar = dunia.indikator("b", dalam_pk=False)
    halaman = operator.get(f"{dunia.alamat}isi/").content.decode()
    assert "Indikator Renstra yang tidak diukur dalam PK tahun ini" in halaman
    isi = send(operator, dunia, luar, "5").json()
    assert (isi["tampil"][f"capaian-{luar.pk}"], isi["tampil"]["rerata-2"], isi["kabar"]) == ("", "", "")


def test_the_target_of_the_pk_stands_before_the_policy_is_there(operator: Client, dunia: DuniaKisi) -> None:
    """Without kebijakan nothing is computed; what was agreed is known all the same."""
    indikator = dunia.indikator(target="85.5")
    make(TargetRenstra, indikator=indikator, tahun=TAHUN, angka=Decimal(70))
    KebijakanPengukuran.objects.all().delete()
    isi = operator.get(f"{dunia.alamat}isi/").content.decode()
    assert "85,50" in isi
    assert "(Renstra)" not in isi


# -- what it costs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("banyak", [1, 60])
def test_the_number_of_queries_does_not_depend_on_the_number_of_indikator(
    operator: Client, dunia: DuniaKisi, banyak: int
) -> None:
    for nomor in range(banyak):
        indikator = dunia.indikator(f"i-{nomor}", jenis_nilai="huruf", rumus="predikat", skala=dunia.akip)
        for triwulan in (1, 2):
            make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=triwulan, angka=Decimal(70))
        make_realisasi(indikator=indikator, tahun=TAHUN - 1, angka=Decimal(70))
        make(KomentarRealisasi, indikator=indikator, tahun=TAHUN, pengguna=dunia.operator)
    with CaptureQueriesContext(connection) as halaman:
        jawaban = operator.get(f"{dunia.alamat}isi/")
    assert jawaban.content.decode().count('class="kisi-isian"') == banyak * 5
    with CaptureQueriesContext(
        connection
    ) as sel:  # with the definitions, which are kept outside of a test's transaction
        assert send(operator, dunia, indikator, "A", triwulan=3).status_code == 200
    assert (len(halaman), len(sel)) == (KUERI_HALAMAN, KUERI_SEL), "\n".join(
        k["sql"] for k in [*halaman, *sel]
    )


def test_a_page_without_indikator_offers_the_first_step(operator: Client, dunia: DuniaKisi) -> None:
    halaman = operator.get(f"{dunia.alamat}isi/").content.decode()
    assert "Belum ada indikator" in halaman
    assert "Isi Renstra" in halaman
