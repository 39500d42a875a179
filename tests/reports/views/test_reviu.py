"""The review of a year: its list, the panel beside the document, an answer to a peringatan, and the rules."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan, Narasi, TemuanDiakui
from reports.review.answers import read_answers, unanswered
from reports.review.review import review_year
from reports.views.review_lines import page_name
from sakip.checks import CHECKS, RULES, Level
from sakip.models import BarisIKU
from tests.factory import make, make_laporan, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2023/"
WRONG = "<p>Pagu Rp5.000 (enam ribu rupiah).</p>"


@pytest.fixture
def balung(mini: Kecamatan, client: Client) -> Kecamatan:
    Narasi.objects.all().delete()
    Laporan.objects.all().delete()
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return mini


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def test_the_list_narrows_by_level_and_by_page(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi=WRONG)
    said = "Rp5.000 ditulis “enam ribu rupiah”."
    village = "Tercatat 1 desa/kelurahan"
    everything = read(client, f"{BASE}reviu/")
    assert said in everything
    assert village in everything
    assert "Laporan belum dapat diajukan: perbaiki dahulu setiap kesalahan." in everything
    assert "#kendala" in everything  # its place in the document
    assert f"{BASE}narasi/isi/kendala/-/" in everything  # the field that mends it
    galat = read(client, f"{BASE}reviu/?tingkat=galat")
    assert said in galat
    assert village not in galat
    profil = read(client, f"{BASE}reviu/?halaman=profil")
    assert said not in profil
    assert village in profil
    # What the regulations ask for, and on how many sasaran this report answers.
    assert (
        "Target dan realisasi tahun ini dibandingkan</strong> (analisis 1; kriteria 3): dijawab."
        in everything
    )
    assert said in read(client, f"{BASE}reviu/isi/")  # where the forms of its rows lead back to


def test_it_is_told_at_the_text_on_ringkasan_and_beside_the_document(
    client: Client, balung: Kecamatan
) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi=WRONG)
    said = "Rp5.000 ditulis “enam ribu rupiah”."
    text = read(client, f"{BASE}narasi/isi/kendala/-/")
    assert "dalam tulisan ini" in text
    assert said in text
    assert said not in read(client, f"{BASE}narasi/isi/langkah/-/")
    assert said in read(client, f"{BASE}narasi/")
    assert said in read(client, BASE)
    page = read(client, f"{BASE}dokumen/lkip/")
    assert 'data-bagian="kendala"' in page
    assert said in page
    rkt = read(client, f"{BASE}dokumen/rkt/")
    assert said not in rkt  # not printed there


def test_a_peringatan_is_answered_with_a_reason_that_stays_with_the_report(
    client: Client, balung: Kecamatan
) -> None:
    """And it returns when what was found changes."""
    found = unanswered(review_year(kecamatan=balung, tahun=2023))
    one = next(f for f in found if not f.question)
    address = f"{BASE}isi/temuan-diakui/baru/?tanda={one.mark}"
    assert address in read(client, f"{BASE}reviu/")
    assert one.message in read(client, address)
    for nothing in ("", "-", "...", "ok", "tidak ada"):
        refused = client.post(address, {"sidik": "", "tanda": one.mark, "alasan": nothing})
        assert refused.status_code == 422, nothing
    assert '"tidak ada" belum menerangkan apa pun.' in unescape(refused.content.decode())
    assert (
        client.post(address, {"sidik": "", "tanda": one.mark, "alasan": "Data BPS belum terbit."}).status_code
        == 302
    )
    row = TemuanDiakui.objects.get()
    assert (row.aturan, row.sidik, row.laporan.versi, row.laporan.status) == (one.code, one.mark, 1, "draf")
    review = review_year(kecamatan=balung, tahun=2023)
    assert one.mark not in {f.mark for f in unanswered(review)}
    assert one in review.findings  # it stays in view, with the reason
    assert "“Data BPS belum terbit.”" in read(client, f"{BASE}reviu/")
    assert Jejak.objects.filter(objek_jenis="reports.temuandiakui", tindakan="catatan.dibuat").count() == 1
    assert Jejak.objects.filter(objek_jenis="reports.laporan", tindakan="catatan.dibuat").count() == 1
    again = client.post(address, {"sidik": "", "tanda": one.mark, "alasan": "Lagi."})
    assert "Peringatan ini sudah tidak berlaku" in unescape(again.content.decode())
    TemuanDiakui.objects.update(sidik="0" * 64)  # as if it had been about another value
    assert one.mark in {f.mark for f in unanswered(review_year(kecamatan=balung, tahun=2023))}
    changed = read(client, f"{BASE}reviu/").partition("Alasan untuk temuan yang sudah berubah")[2]
    assert f"{page_name(one.place.about.document)}, " in changed
    assert f"#{one.code}" in changed  # by which check it was found
    assert row.lokasi not in changed  # a path that no page shows


def test_a_peringatan_about_what_has_a_long_name_is_answered(client: Client, balung: Kecamatan) -> None:
    """A sasaran of a real SK IKU alone has 117 letters, its indikator 80."""
    BarisIKU.objects.update(sasaran="Meningkatnya penataan organisasi " * 30)
    one = next(f for f in unanswered(review_year(kecamatan=balung, tahun=2023)) if f.code == "iku-berumus")
    address = f"{BASE}isi/temuan-diakui/baru/?tanda={one.mark}"
    answer = client.post(address, {"sidik": "", "tanda": one.mark, "alasan": "Menyusul."})
    assert answer.status_code == 302
    assert TemuanDiakui.objects.get().lokasi.endswith("/sumber_data")


def test_a_form_shows_what_was_found_in_its_row(client: Client, balung: Kecamatan) -> None:
    """What the records alone tell stands there always, what a whole report does where the form is opened from it."""
    BarisIKU.objects.update(sumber_data="", penanggung_jawab=[])
    row = BarisIKU.objects.latest("pk")
    form = f"{BASE}isi/baris-iku/{row.pk}/"
    said = "Belum memuat penanggung jawab dan sumber data."
    assert f'href="{form}?dari-reviu#id_penanggung_jawab"' in read(client, f"{BASE}reviu/")
    assert said in read(client, f"{form}?dari-reviu")
    assert said not in read(client, form)
    assert said not in read(client, f"{BASE}isi/baris-iku/{BarisIKU.objects.earliest('pk').pk}/")


def test_who_cannot_mend_is_not_told_to(client: Client, balung: Kecamatan) -> None:
    asked = "Perbaiki setiap peringatan, atau beri alasan"
    assert asked in read(client, f"{BASE}reviu/")
    make_laporan(kecamatan=balung, tahun=2023, status="diajukan")
    closed = read(client, f"{BASE}reviu/")
    assert "terkunci karena LKIP sudah diajukan" in closed
    assert (asked in closed, "Beri alasan" in closed) == (False, False)
    Laporan.objects.all().delete()
    client.force_login(make_pengguna("camat", kecamatan=balung))
    reader = read(client, f"{BASE}reviu/")
    assert "peringatan belum diperbaiki dan belum diberi alasan." in reader
    assert (asked in reader, "Beri alasan" in reader) == (False, False)


def test_a_reason_is_changed_and_taken_back(client: Client, balung: Kecamatan) -> None:
    one = next(f for f in unanswered(review_year(kecamatan=balung, tahun=2023)) if not f.question)
    client.post(
        f"{BASE}isi/temuan-diakui/baru/", {"sidik": "", "tanda": one.mark, "alasan": "Data BPS belum terbit."}
    )
    row = TemuanDiakui.objects.get()
    change = f"{BASE}isi/temuan-diakui/{row.pk}/"
    fingerprint = re.search(r'name="sidik" value="([^"]*)"', read(client, change))
    assert fingerprint
    assert client.post(change, {"sidik": fingerprint[1], "alasan": "Menurut data desa."}).status_code == 302
    assert read_answers(kecamatan=balung, tahun=2023)[one.mark].alasan == "Menurut data desa."
    shown = re.search(r'name="sidik" value="([^"]*)"', read(client, f"{change}hapus/"))
    assert shown
    assert client.post(f"{change}hapus/", {"sidik": shown[1]}).status_code == 302
    assert not TemuanDiakui.objects.exists()


def test_a_galat_is_not_answered(client: Client, balung: Kecamatan) -> None:
    make(Narasi, kecamatan=balung, tahun=2023, bagian="kendala", isi=WRONG)
    (one,) = (f for f in review_year(kecamatan=balung, tahun=2023).findings if f.code == "terbilang-sesuai")
    assert one.level is Level.GALAT
    address = f"{BASE}isi/temuan-diakui/baru/"
    answer = client.post(address, {"sidik": "", "tanda": one.mark, "alasan": "Biarkan."})
    assert answer.status_code == 422
    assert not TemuanDiakui.objects.exists()


def test_a_reader_reads_the_reasons_and_gives_none(client: Client, balung: Kecamatan) -> None:
    client.force_login(make_pengguna("camat", kecamatan=balung))
    assert "temuan-diakui/baru" not in read(client, f"{BASE}reviu/")


def test_the_rules_are_listed_with_what_each_check_asks(client: Client, balung: Kecamatan) -> None:
    page = read(client, "/aturan-reviu/")
    for code, words in RULES.items():
        assert f'id="{code}"' in page
        assert words in page
    for check in CHECKS.values():
        assert f'id="{check.code}"' in page
        assert check.basis in page
        assert check.example in page


def test_every_code_fits_its_column() -> None:
    longest = TemuanDiakui._meta.get_field("aturan").max_length
    assert longest
    assert all(len(code) <= longest for code in CHECKS)


def test_a_review_that_did_not_change_is_not_sent_again(client: Client, balung: Kecamatan) -> None:
    address = f"{BASE}reviu/"
    client.get(address)  # gives the browser its token
    mark = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": mark}).status_code == 304
    assert client.get(f"{address}?tingkat=galat", headers={"if-none-match": mark}).status_code == 200
    row = client.get(f"{BASE}isi/kecamatan/{balung.pk}/").content.decode()
    sidik = re.search(r'name="sidik" value="([^"]*)"', row)
    assert sidik
    sent = {"sidik": sidik[1], "alamat": "Jalan Baru 1", "ibu_kota": "Balung"}
    assert client.post(f"{BASE}isi/kecamatan/{balung.pk}/", sent).status_code == 302
    client.get(address)  # says once that it was saved
    changed = client.get(address, headers={"if-none-match": mark})
    assert changed.status_code == 200
    assert changed["ETag"] != mark


def test_a_page_beside_the_year_is_called_by_its_title() -> None:
    """An abbreviation made of a code was none any more ("Lhe")."""
    assert page_name("lhe") == "Tindak lanjut hasil evaluasi (LHE)"
