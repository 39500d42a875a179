"""Tables pasted into the documents of a year, in the browser without a script."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from kecamatan.models import ButirProfil, Jejak, Kecamatan, KomposisiSDM
from sakip.entry.kinds import ROW_KINDS
from sakip.models import LHE, Anggaran, TataLetakSipd
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.workbook.of_page import sheets_of_page
from tests.factory import make_kecamatan, make_pengguna

#: What the pages call is held on both engines by tests/reports/workbook.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2023/"
STAFF = "No\tTingkat Pendidikan\tJumlah ASN\tNon ASN\n1\tS1\t9\t1\n2\tSMA\t3\t2\nJumlah\t\t12\t4\n"


@pytest.fixture
def operator(mini: Kecamatan, client: Client) -> Client:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return client


def fields(page: str) -> dict[str, str]:
    """What a browser would send of the page's form as it stands, without its text and its buttons."""
    sent = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page))
    for name, options in re.findall(r'<select id="[^"]*" name="([^"]*)">(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected>', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def test_a_table_of_people_is_shown_then_applied_once_and_its_wrong_sum_told(operator: Client) -> None:
    page = operator.post(f"{BASE}profil/tempel/", {"teks": STAFF}).content.decode()
    assert "2 baris baru, 0 berubah, 0 dihapus" in page
    assert "Baris 4 (Jumlah): Non-ASN (orang) tertulis 4, jumlah baris di atasnya 3." in page
    assert not KomposisiSDM.objects.filter(uraian="S1").exists()
    sent = fields(page) | {"teks": STAFF, "langkah": "terapkan"}
    assert operator.post(f"{BASE}profil/tempel/", sent)["Location"] == f"{BASE}profil/isi/"
    row = KomposisiSDM.objects.get(uraian="S1")
    assert (row.kelompok, row.golongan, row.asn, row.non_asn) == ("pendidikan", "", 9, 1)
    assert Jejak.objects.filter(alasan="Tempel tabel SDM").count() == 2
    again = operator.post(f"{BASE}profil/tempel/", {"teks": STAFF}).content.decode()
    assert "Tidak ada perubahan" in again


def test_every_document_with_a_table_has_a_place_to_paste_and_leads_there(operator: Client) -> None:
    codes = {kind.dokumen for kind in ROW_KINDS.values() if sheets_of_page(kind.dokumen)}
    assert {"profil", "renstra", "rkt", "pk", "iku", "rencana-aksi", "anggaran", "realisasi"} <= codes
    for code in codes:
        page = operator.get(f"{BASE}{code}/tempel/")
        assert page.status_code == 200, code
        (back,) = set(re.findall(r'href="([^"]*)">Batal', page.content.decode()))
        assert f'href="{BASE}{code}/tempel/"' in operator.get(back).content.decode(), code
    assert operator.get(f"{BASE}narasi/tempel/").status_code == 404


def test_amounts_without_a_head_are_asked_and_the_answer_is_remembered(operator: Client) -> None:
    text = "7.01.02.2.01.01\t2.000\t1.000"
    page = operator.post(f"{BASE}anggaran/tempel/", {"teks": text}).content.decode()
    assert "kolom mana berisi angka yang mana" in page
    chosen = {"teks": text, "kolom-1-1": "pagu_perubahan", "kolom-1-2": "realisasi"}
    operator.post(f"{BASE}anggaran/tempel/", fields(page) | chosen)
    again = operator.post(f"{BASE}anggaran/tempel/", {"teks": text}).content.decode()
    assert "kolom mana berisi angka yang mana" not in again
    assert '<option value="pagu_perubahan" selected>' in again


def test_one_thing_that_is_chosen_for_two_columns_is_asked_again(operator: Client) -> None:
    text = "Kode\tNama\tSatu\tDua\n7.01.02.2.01.01\tA\t2.000\t1.000"
    page = operator.post(f"{BASE}anggaran/tempel/", {"teks": text, "lembar": "Anggaran"}).content.decode()
    chosen = {"teks": text, "lembar": "Anggaran", "kolom-1-2": "realisasi", "kolom-1-3": "realisasi"}
    page = operator.post(f"{BASE}anggaran/tempel/", fields(page) | chosen).content.decode()
    assert "satu kolom saja untuk Realisasi (Rp)" in page
    assert "Terapkan" not in page


def test_one_table_of_outputs_and_of_their_money_is_written_as_both(operator: Client) -> None:
    text = (
        "Kode\tSub Kegiatan\tIndikator\tTarget\tSatuan\tRealisasi\tPagu Perubahan (Rp)\tRealisasi (Rp)\n"
        "7.01.02.2.01.01\tKoordinasi\tJumlah rapat\t12\tkali\t10\t2.500.000\t2.400.000\n"
    )
    page = operator.post(f"{BASE}anggaran/tempel/", {"teks": text}).content.decode()
    sent = fields(page) | {"teks": text, "langkah": "terapkan"}
    assert operator.post(f"{BASE}anggaran/tempel/", sent)["Location"] == f"{BASE}anggaran/isi/"
    row = Anggaran.objects.get(sub_kegiatan__kode="7.01.02.2.01.01", tahun=2023)
    assert (row.pagu_perubahan, row.realisasi) == (2_500_000, 2_400_000)
    assert [
        (one.uraian, one.target, one.realisasi) for one in row.keluaran.filter(uraian="Jumlah rapat")
    ] == [("Jumlah rapat", 12, 10)]


def test_the_year_of_an_evaluation_that_is_meant_is_chosen_and_written(operator: Client) -> None:
    text = (
        "No\tKomponen\tBobot\tNilai 2021\tNilai 2022\n1\tPerencanaan Kinerja\t30\t20,1\t21\n"
        "2\tPengukuran Kinerja\t30\t18\t18,9\n3\tPelaporan Kinerja\t15\t10,05\t10,5\n"
        "4\tEvaluasi Internal\t25\t15\t16,25\n\tNilai Akuntabilitas\t100\t63,15\t66,65\n"
    )
    page = operator.post(f"{BASE}lhe/tempel/", {"teks": text}).content.decode()
    (name,) = re.findall(r'<select id="(sebut-[^"]*)"', page)
    assert '<option value="0" >Nilai 2021</option><option value="1" >Nilai 2022</option>' in page
    page = operator.post(f"{BASE}lhe/tempel/", fields(page) | {"teks": text, name: "1"}).content.decode()
    sent = fields(page) | {"teks": text, name: "1", "langkah": "terapkan"}
    assert operator.post(f"{BASE}lhe/tempel/", sent)["Location"] == f"{BASE}lhe/isi/"
    assert [str(one.nilai.normalize()) for one in LHE.objects.filter(tahun=2023)] == ["66.65"]


def test_how_a_budget_was_mapped_is_known_to_every_kecamatan_once_it_is_applied(
    operator: Client, mini: Kecamatan
) -> None:
    text = "Kd\tDPA terakhir\tCair\n7.01.02.2.01\t2.500.000\t2.400.000"
    page = operator.post(f"{BASE}anggaran/tempel/", {"teks": text, "lembar": "Anggaran"}).content.decode()
    chosen = {"teks": text, "lembar": "Anggaran", "kolom-1-0": "kode"}
    chosen |= {"kolom-1-1": "pagu_perubahan", "kolom-1-2": "realisasi"}
    page = operator.post(f"{BASE}anggaran/tempel/", fields(page) | chosen).content.decode()
    assert not TataLetakSipd.objects.exists()

    applied = operator.post(f"{BASE}anggaran/tempel/", fields(page) | chosen | {"langkah": "terapkan"})
    assert applied.status_code == 302
    assert TataLetakSipd.objects.get().kolom == {"0": "kode", "1": "pagu_perubahan", "2": "realisasi"}
    neighbour = make_kecamatan(kabupaten=mini.kabupaten, kode="35.09.99", nama="Tetangga", slug="tetangga")
    other = Client()
    other.force_login(make_pengguna("operator", kecamatan=neighbour))
    sent = {"teks": text.replace("2.500.000", "3.000.000"), "lembar": "Anggaran"}
    seen = other.post("/kecamatan/tetangga/2023/anggaran/tempel/", sent).content.decode()
    assert seen.count(" selected>") == 1 + 3  # the table, and its three columns
    assert "3.000.000" in seen
    assert '<option value="pagu_perubahan" selected>' in seen


def test_many_rows_are_pasted_where_what_they_share_is_known(operator: Client) -> None:
    address = f"{BASE}profil/tempel/"
    page = operator.get(f"{BASE}profil/isi/").content.decode()
    assert f'href="{address}?lembar=ProfilButir&amp;jenis=tugas"' in page
    shown = operator.get(f"{address}?lembar=ProfilButir&jenis=tugas").content.decode()
    assert '<input type="hidden" name="mula-jenis" value="tugas">' in shown
    typed = {"lembar": "ProfilButir", "mula-jenis": "tugas", "teks": "Dua\r\nTiga"}
    sent = fields(operator.post(address, typed).content.decode()) | typed
    assert operator.post(address, sent | {"langkah": "terapkan"}).status_code == 302
    pasted = ButirProfil.objects.filter(jenis="tugas").order_by("urut").values_list("uraian", flat=True)
    assert list(pasted)[-2:] == ["Dua", "Tiga"]
