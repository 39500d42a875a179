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
from sakip.entry.restore import record_restore
from sakip.entry.shown import values_fingerprint
from sakip.models import (
    BarisRencanaAksi,
    Indikator,
    KebijakanPengukuran,
    KomentarRealisasi,
    Realisasi,
    RencanaAksi,
    TargetRenstra,
    TargetTriwulan,
)
from sakip.records.realisasi.form import realisasi_shown
from tests.factory import make, make_kecamatan, make_laporan, make_pengguna, make_realisasi
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld

#: Pages over the writes of realisasi, which test_realisasi_writes holds on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Session, user, kecamatan, keanggotaan, years, lock 1, and the grid: definitions 13, indikator with scale 2,
#: realisasi of both kinds and komentar 3. Definitions are kept outside of a test's transaction
#: (tests/sakip/snapshot/test_kept.py); a cell reads the kabupaten only where they are read.
PAGE_QUERIES = 27
CELL_QUERIES = 27


def send(client: Client, world: GridWorld, own: Indikator, text: str, **others: Any) -> Any:
    entries = {"indikator": own.pk, "triwulan": 0, "teks": text, "sidik": ""} | others
    return client.post(f"{world.address}sel/", entries, headers={"accept": "application/json"})


def origin(answer: Any) -> dict[str, list[str]]:
    """What the page says it shows: text and fingerprint by cell."""
    matches = re.search(r'name="asal" value="([^"]*)"', answer.content.decode())
    assert matches
    results: dict[str, list[str]] = json.loads(matches[1].replace("&quot;", '"').replace("&#x27;", "'"))
    return results


def test_money_is_added_up_over_the_quarters_however_it_is_written(
    operator: Client, world: GridWorld
) -> None:
    """PBB: Rp250 + 300 + 400 + 150 million of 1.250 million are 1.100.000.000, or 88,00."""
    target = Planned().parse("Rp 1.250.000.000,-")
    pbb = world.indikator("pbb", target["angka"], satuan="Rp", akumulasi="jumlah")
    texts = ("250.000.000", "Rp300.000.000", "400.000.000,00", "150.000.000")
    for triwulan, one in enumerate(texts, start=1):
        answer = send(operator, world, pbb, one, triwulan=triwulan)
        assert answer.status_code == 200, answer.content
    shown = answer.json()["tampil"]
    assert (shown[f"hitung-{pbb.pk}-0"], shown[f"capaian-{pbb.pk}"]) == ("1.100.000.000", "88,00%")


def test_letters_that_cannot_be_averaged_are_not_called_unavailable(
    operator: Client, world: GridWorld
) -> None:
    """Four letters are there: the year cannot be computed of them, which is another state than data that are not."""
    akip = world.indikator(
        "akip", jenis_nilai="huruf", rumus="predikat", skala=world.akip, akumulasi="rata-rata"
    )
    for triwulan in range(1, 5):
        answer = send(operator, world, akip, "BB", triwulan=triwulan)
        assert answer.status_code == 200, answer.content
    shown = answer.json()["tampil"]
    assert (shown[f"hitung-{akip.pk}-0"], shown[f"capaian-{akip.pk}"]) == ("tidak dapat dihitung",) * 2


def test_a_triwulan_without_measurement_has_no_cell_to_type_in(operator: Client, world: GridWorld) -> None:
    """SKM of II (84) and IV (86) against 85: 85,00, and 100,00; I and III are not missing."""
    skm = world.indikator(target=85, akumulasi="rata-rata", irama="24")
    refused = send(operator, world, skm, "80", triwulan=1)
    assert refused.status_code == 422
    assert "diukur pada triwulan II dan IV" in refused.content.decode()
    first = send(operator, world, skm, "84", triwulan=2).json()["tampil"]
    assert first[f"alasan-{skm.pk}"] == "triwulan IV belum diisi"
    shown = send(operator, world, skm, "86", triwulan=4).json()["tampil"]
    assert (shown[f"hitung-{skm.pk}-0"], shown[f"capaian-{skm.pk}"]) == ("85,00", "100,00%")
    page = operator.get(f"{world.address}isi/").content.decode()
    is_open = [
        nomor
        for nomor in range(5)
        if " disabled" not in page.split(f'name="sel-{skm.pk}-{nomor}"')[1].split(">")[0]
    ]
    assert is_open == [2, 4]


def test_the_last_triwulan_that_is_measured_is_the_year(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator(akumulasi="terakhir", irama="2")
    shown = send(operator, world, indikator, "84", triwulan=2).json()["tampil"]
    assert (shown[f"hitung-{indikator.pk}-0"], shown[f"keterangan-{indikator.pk}"]) == (
        "84,00",
        "nilai triwulan II",
    )


def test_a_triwulan_stands_beside_its_plan_and_the_year_says_how_far_it_is(
    operator: Client, world: GridWorld
) -> None:
    """Planned 20 + 25 + 25 + 28 of 98: I brought 19 (95%), II 30 (120%), so 49 of 98 until then."""
    indikator = world.indikator(target=98, akumulasi="jumlah", satuan="Dokumen")
    row = make(
        BarisRencanaAksi,
        rencana_aksi=make(RencanaAksi, kecamatan=world.kecamatan, tahun=TAHUN),
        acuan_indikator=indikator,
        satuan="Dokumen",
        akumulasi="jumlah",
    )
    for triwulan, target in enumerate((20, 25, 25, 28), start=1):
        make(TargetTriwulan, baris=row, triwulan=triwulan, angka=Decimal(target))
    before = operator.get(f"{world.address}isi/").content.decode()
    assert f'id="target-{indikator.pk}-4">target 28<' in before
    send(operator, world, indikator, "19", triwulan=1)
    shown = send(operator, world, indikator, "30", triwulan=2).json()["tampil"]
    pk = indikator.pk
    assert [shown[f"capaian-{pk}-{n}"] for n in (1, 2, 3)] == ["capaian 95,00%", "capaian 120,00%", ""]
    assert shown[f"jalan-{pk}"] == "s.d. triwulan II: 49 dari 98"
    after = operator.get(f"{world.address}isi/").content.decode()
    assert f'id="jalan-{pk}">{shown[f"jalan-{pk}"]}<' in after
    skipped = send(operator, world, indikator, "28", triwulan=4).json()["tampil"]
    assert skipped[f"jalan-{pk}"] == ""  # III is missing: nobody knows the sum
    assert send(operator, world, indikator, "21", triwulan=3).json()["tampil"][f"jalan-{pk}"] == ""


# -- one cell ----------------------------------------------------------------------------------------


def test_a_saved_cell_is_answered_with_what_follows_from_it(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    world.indikator("lain")
    answer = send(operator, world, indikator, "69,80")
    assert answer.status_code == 200
    content = answer.json()
    assert content["teks"] == "69,8"
    stored = Realisasi.objects.get()
    assert content["sidik"] == values_fingerprint(realisasi_shown(stored))
    pk, rerata = indikator.pk, "87,25%, belum berpredikat; rata-rata 1 dari 2 indikator"
    assert content["tampil"] == {
        f"capaian-{pk}": "87,25%",
        f"predikat-{pk}": "B (Baik)",
        f"alasan-{pk}": "",
        f"keterangan-{pk}": "",
        f"hitung-{pk}-0": "",
        "rerata-1": rerata,
        "rerata": rerata,
        f"jalan-{pk}": "",
        **{f"{what}-{pk}-{n}": "" for what in ("target", "capaian") for n in (1, 2, 3, 4)},
    }
    assert content["sel_lain"] == {f"{pk}-0": {"teks": "69,8", "sidik": content["sidik"], "dihitung": False}}
    assert content["kabar"] == "Capaian 87,25%."
    # Every place that is named is on the page.
    page = operator.get(f"{world.address}isi/").content.decode()
    assert [location for location in content["tampil"] if f'id="{location}"' not in page] == []
    empty = send(operator, world, indikator, "", sidik=content["sidik"]).json()
    assert (empty["teks"], empty["sidik"], empty["tampil"][f"capaian-{pk}"]) == ("", "", "belum diisi")
    assert not Realisasi.objects.exists()


def test_a_printed_form_that_goes_with_its_value_is_told(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    make_realisasi(indikator=indikator, angka=Decimal(66), cetak="B (66)")
    said = 'Bentuk tercetak "B (66)" dihapus karena nilainya berubah.'

    def stored(text: str) -> Any:
        nilai = origin(operator.get(f"{world.address}isi/"))[f"{indikator.pk}-0"]
        answer = send(operator, world, indikator, text, sidik=nilai[1])
        assert answer.status_code == 200
        return answer.json()["hilang"]

    assert stored("66,0") == ""  # another spelling of the same
    assert Realisasi.objects.get().cetak == "B (66)"
    assert stored("70") == said
    assert Realisasi.objects.get().cetak == ""
    assert stored("71") == ""

    Realisasi.objects.update(cetak="B (71)")
    page = operator.get(f"{world.address}isi/")
    data = {"asal": json.dumps(origin(page)), f"sel-{indikator.pk}-0": "72"}
    answer = operator.post(f"{world.address}isi/", data, follow=True)
    assert [str(m) for m in answer.context["messages"]] == [
        f'{indikator.nama}, setahun: Bentuk tercetak "B (71)" dihapus karena nilainya berubah.',
        "1 nilai tersimpan.",
    ]


def test_what_goes_with_an_emptied_value_is_told_and_comes_back(operator: Client, world: GridWorld) -> None:
    """A colleague may have written it since the page was opened, and the cell never showed it."""
    indikator = world.indikator()
    make_realisasi(indikator=indikator, angka=Decimal(66))
    shown = origin(operator.get(f"{world.address}isi/"))[f"{indikator.pk}-0"][1]
    Realisasi.objects.update(catatan="Dua responden gugur", sumber="Survei triwulan IV")
    answer = send(operator, world, indikator, "", sidik=shown).json()
    assert answer["hilang"] == (
        "Ikut terhapus: catatan dan sumber data. Pulihkan dari riwayatnya bila masih diperlukan."
    )
    assert not Realisasi.objects.exists()
    record_restore(jejak=Jejak.objects.get(tindakan="catatan.dihapus"), by=None)
    assert Realisasi.objects.get().catatan == "Dua responden gugur"
    Realisasi.objects.update(catatan="", sumber="")
    assert send(operator, world, indikator, "", sidik=shown).json()["hilang"] == ""


def test_refusals_say_which_kind_they_are(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    wrong = send(operator, world, indikator, "98.5")
    assert (wrong.status_code, "Maksud Anda 98,5 atau 985?" in wrong.json()["pesan"]) == (422, True)
    siti = make_pengguna("operator", kecamatan=world.kecamatan, username="siti", nama="Siti Aminah")
    other = Client()
    other.force_login(siti)
    send(other, world, indikator, "70")
    conflict = send(operator, world, indikator, "71")
    assert conflict.status_code == 409
    content = conflict.json()
    assert (content["tersimpan"], content["oleh"]) == ("70", "Siti Aminah")
    assert re.fullmatch(r"\d+ \w+ \d{4} pukul \d\d\.\d\d", content["waktu"])
    assert send(operator, world, indikator, "71", sidik=content["sidik"]).status_code == 200
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN, status="diajukan")
    closed = send(operator, world, indikator, "72")
    assert (closed.status_code, "LKIP sudah diajukan" in closed.json()["pesan"]) == (423, True)
    assert Realisasi.objects.get().angka == 71


@pytest.mark.parametrize("change", [{"indikator": "x"}, {"indikator": 0}, {"triwulan": 5}, {"triwulan": ""}])
def test_a_cell_that_is_not_there(operator: Client, world: GridWorld, change: dict[str, Any]) -> None:
    answer = send(operator, world, world.indikator(), "1", **change)
    assert (answer.status_code, "Muat ulang" in answer.json()["pesan"]) == (404, True)


def test_a_script_is_told_that_the_session_ended(world: GridWorld) -> None:
    indikator = world.indikator()
    answer = send(Client(), world, indikator, "70")
    assert (answer.status_code, answer.json()) == (401, {"pesan": "Sesi Anda berakhir. Masuk lagi."})
    person = Client().get(f"{world.address}isi/", headers={"accept": "text/html,*/*"})
    assert person["Location"] == f"/masuk/?next={world.address}isi/"


def test_who_is_signed_in_and_with_which_token(operator: Client, world: GridWorld) -> None:
    who = operator.get(f"{world.address}sel/", headers={"accept": "application/json"}).json()
    assert who["pengguna"] == world.operator.pk
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.operator)
    indikator = world.indikator()
    assert send(strict, world, indikator, "70").status_code == 403
    token = strict.get(f"{world.address}sel/").json()["token"]
    entries = {"indikator": indikator.pk, "triwulan": 0, "teks": "70", "sidik": ""}
    assert strict.post(f"{world.address}sel/", entries, headers={"x-csrftoken": token}).status_code == 200


@pytest.mark.parametrize(
    ("peran", "status"),
    [("operator", 200), ("camat", 403), ("organisasi", 403), ("pengawas", 403), ("admin", 403)],
)
def test_only_operators_write(client: Client, world: GridWorld, peran: str, status: int) -> None:
    indikator = world.indikator()
    places: dict[str, Any] = {
        "operator": {"kecamatan": world.kecamatan},
        "camat": {"kecamatan": world.kecamatan},
    }
    places |= {p: {"kabupaten": world.kecamatan.kabupaten} for p in ("organisasi", "pengawas")}
    client.force_login(make_pengguna(peran, username="orang", **places.get(peran, {})))
    assert send(client, world, indikator, "70").status_code == status
    assert Realisasi.objects.count() == (status == 200)
    page = client.get(f"{world.address}isi/")
    assert page.status_code == 200
    assert ('class="kisi-isian"' in page.content.decode()) == (status == 200)
    assert client.post(f"{world.address}isi/", {f"sel-{indikator.pk}-1": "9"}).status_code in (302, status)


def test_a_neighbour_sees_nothing(client: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    neighbour = make_kecamatan(kabupaten=world.kecamatan.kabupaten, kode="35.09.11")
    client.force_login(make_pengguna("operator", kecamatan=neighbour, username="tetangga"))
    assert send(client, world, indikator, "70").status_code == 404
    assert client.get(f"{world.address}isi/").status_code == 404
    # Not even through the address of one's own kecamatan.
    address = f"/kecamatan/{neighbour.slug}/{TAHUN}/realisasi/sel/"
    entries = {"indikator": indikator.pk, "triwulan": 0, "teks": "70", "sidik": ""}
    assert client.post(address, entries).status_code == 404
    assert not Realisasi.objects.exists()


def test_an_operator_of_one_unit(client: Client, world: GridWorld) -> None:
    unit = make(UnitKerja, kecamatan=world.kecamatan, kunci="seksi-umum", nama="Seksi Umum")
    own, others = world.indikator("a", penanggung_jawab=["seksi-umum"]), world.indikator("b")
    person = make_pengguna("operator", kecamatan=world.kecamatan, username="seksi")
    Keanggotaan.objects.get(pengguna=person).unit.add(unit)
    client.force_login(person)
    assert send(client, world, own, "70").status_code == 200
    refuse = send(client, world, others, "70")
    assert (refuse.status_code, "unit kerja lain" in refuse.json()["pesan"]) == (403, True)
    page = client.get(f"{world.address}isi/").content.decode()
    assert f'name="sel-{own.pk}-1"' in page
    assert f'name="sel-{others.pk}-1"' not in page
    assert "bukan unit Anda" in page
    assert "Anda dapat membaca halaman ini." not in page
    assert (
        "Anda dapat membaca halaman ini."
        not in client.get(f"{world.address}indikator/{own.pk}/nilai/1/").text
    )
    answer = client.post(f"{world.address}isi/", {f"sel-{others.pk}-1": "9"})
    assert (answer.status_code, "unit kerja lain" in answer.content.decode()) == (422, True)
    value = f"{world.address}indikator/{others.pk}/nilai/1/"
    assert ">Simpan" not in client.get(value).content.decode()  # read by everybody, as every form is
    assert client.post(value, {"nilai": "9"}).status_code == 403
    assert Realisasi.objects.count() == 1


# -- the plain form ----------------------------------------------------------------------------------


def test_without_the_script_only_what_changed_is_stored(operator: Client, world: GridWorld) -> None:
    one, two = world.indikator("a"), world.indikator("b")
    make_realisasi(indikator=one, tahun=TAHUN, triwulan=1, angka=Decimal("12.5"), cetak="12,5 (baik)")
    visible = origin(operator.get(f"{world.address}isi/"))
    assert visible[f"{one.pk}-1"][0] == "12,5"
    sent = {
        "asal": json.dumps(visible),
        f"sel-{one.pk}-1": "12,5",
        f"sel-{one.pk}-2": " 20 ",
        f"sel-{two.pk}-1": "",
        f"sel-{two.pk}-0": "tidak tersedia: belum disurvei",
    }
    answer = operator.post(f"{world.address}isi/", sent, follow=True)
    assert "2 nilai tersimpan." in answer.content.decode()
    assert Jejak.objects.count() == 2
    assert Realisasi.objects.get(indikator=one, triwulan=1).cetak == "12,5 (baik)"
    assert Realisasi.objects.get(indikator=two).alasan == "belum disurvei"


def test_without_the_script_nothing_typed_is_lost(operator: Client, world: GridWorld) -> None:
    one, two = world.indikator("a"), world.indikator("b")
    sent = {"asal": "{}", f"sel-{one.pk}-1": "98.5", f"sel-{one.pk}-2": "20", f"sel-{two.pk}-3": "x"}
    answer = operator.post(f"{world.address}isi/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Kesalahan: Isi Realisasi" in page
    assert "1 nilai tersimpan. Nilai berikut belum tersimpan:" in page
    assert f'<a href="#sel-{one.pk}-1">Indikator a, triwulan I: ' in page
    assert f'name="sel-{one.pk}-1" id="sel-{one.pk}-1" value="98.5"' in page
    assert f'name="sel-{two.pk}-3" id="sel-{two.pk}-3" value="x"' in page
    # What stood elsewhere is stored, and the page knows it now.
    assert origin(answer)[f"{one.pk}-2"][0] == "20"


def test_without_the_script_a_conflict_shows_both_values_who_and_when(
    operator: Client, world: GridWorld
) -> None:
    indikator = world.indikator()
    visible = origin(operator.get(f"{world.address}isi/"))
    siti = make_pengguna("operator", kecamatan=world.kecamatan, username="siti", nama="Siti Aminah")
    other = Client()
    other.force_login(siti)
    send(other, world, indikator, "70", triwulan=1)
    sent = {"asal": json.dumps(visible), f"sel-{indikator.pk}-1": "71"}
    answer = operator.post(f"{world.address}isi/", sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert re.search(
        r"Siti Aminah mengubah nilai ini pada \d+ \w+ \d{4} pukul \d\d\.\d\d menjadi\s+70\.", page
    )
    assert "memakai nilai Anda, 71; atau tulis 70" in page
    assert f'id="sel-{indikator.pk}-1" value="71"' in page
    assert Realisasi.objects.get().angka == 70
    sent["asal"] = json.dumps(origin(answer))
    assert operator.post(f"{world.address}isi/", sent).status_code == 302
    assert Realisasi.objects.get().angka == 71


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"1-1": 3}', "null"])
def test_a_broken_picture_of_the_page_overwrites_nothing(
    operator: Client, world: GridWorld, broken: str
) -> None:
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=1, angka=Decimal(70))
    answer = operator.post(f"{world.address}isi/", {"asal": broken, f"sel-{indikator.pk}-1": "71"})
    assert answer.status_code == 409
    assert Realisasi.objects.get().angka == 70


def test_a_closed_year_shows_values_and_no_cell_to_type_in(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(70))
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN, status="diajukan")
    page = operator.get(f"{world.address}isi/").content.decode()
    assert 'class="kisi-isian"' not in page
    assert "terkunci" in page
    assert "LKIP sudah diajukan" in page
    answer = operator.post(f"{world.address}isi/", {f"sel-{indikator.pk}-0": "71"})
    assert answer.status_code == 423
    assert Realisasi.objects.get().angka == 70


def test_an_indikator_outside_the_pk_stands_apart(operator: Client, world: GridWorld) -> None:
    world.indikator("a")
    outside = world.indikator("b", in_pk=False)
    page = operator.get(f"{world.address}isi/").content.decode()
    assert "Indikator Renstra yang tidak diukur dalam PK tahun ini" in page
    content = send(operator, world, outside, "5").json()
    assert (content["tampil"][f"capaian-{outside.pk}"], content["tampil"]["rerata-2"], content["kabar"]) == (
        "",
        "",
        "",
    )


def test_the_target_of_the_pk_stands_before_the_policy_is_there(operator: Client, world: GridWorld) -> None:
    """Without kebijakan nothing is computed; what was agreed is known all the same."""
    indikator = world.indikator(target="85.5")
    make(TargetRenstra, indikator=indikator, tahun=TAHUN, angka=Decimal(70))
    KebijakanPengukuran.objects.all().delete()
    content = operator.get(f"{world.address}isi/").content.decode()
    assert "85,5<" in content
    assert "(Renstra)" not in content


# -- what it costs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [1, 60])
def test_the_number_of_queries_does_not_depend_on_the_number_of_indikator(
    operator: Client, world: GridWorld, many: int
) -> None:
    for nomor in range(many):
        indikator = world.indikator(f"i-{nomor}", jenis_nilai="huruf", rumus="predikat", skala=world.akip)
        for triwulan in (1, 2):
            make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=triwulan, angka=Decimal(70))
        make_realisasi(indikator=indikator, tahun=TAHUN - 1, angka=Decimal(70))
        make(KomentarRealisasi, indikator=indikator, tahun=TAHUN, pengguna=world.operator)
    with CaptureQueriesContext(connection) as page:
        answer = operator.get(f"{world.address}isi/")
    assert answer.content.decode().count('class="kisi-isian"') == many * 5
    with CaptureQueriesContext(
        connection
    ) as cell:  # with the definitions, which are kept outside of a test's transaction
        assert send(operator, world, indikator, "A", triwulan=3).status_code == 200
    assert (len(page), len(cell)) == (PAGE_QUERIES, CELL_QUERIES), "\n".join(k["sql"] for k in [*page, *cell])


def test_a_page_without_indikator_offers_the_first_step(operator: Client, world: GridWorld) -> None:
    page = operator.get(f"{world.address}isi/").content.decode()
    assert "Belum ada indikator" in page
    assert "Isi Renstra" in page
