"""The page of one indikator: its working, values, remarks and history, for those who may see it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak
from kecamatan.permissions import NoRight
from sakip.entry.reach import Reach
from sakip.entry.shown import values_fingerprint
from sakip.models import BuktiDukung, KomentarRealisasi, Realisasi, Renstra
from sakip.records.realisasi.form import DetailedRealisasiForm, realisasi_shown
from tests.factory import make, make_laporan, make_pengguna, make_realisasi
from tests.plain_browser import PlainBrowser, words
from tests.responses import element_texts
from tests.sakip.records.realisasi.measured_year import TAHUN, GridWorld

#: Pages over services and row sets that are tried on both engines.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def detailed_fingerprint(row: Realisasi) -> str:
    return values_fingerprint(realisasi_shown(row, DetailedRealisasiForm.shown_columns))


def test_it_says_how_the_capaian_follows(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator(target=82.5)
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal("88.94"), sumber="Survei")
    make_realisasi(indikator=indikator, tahun=TAHUN - 1, angka=Decimal(80))
    page = text(operator.get(f"{world.address}indikator/{indikator.pk}/"))
    assert "realisasi 88,94 ÷ target 82,5 × 100 = 107,81" in page
    assert "<dt>Tahun 2020</dt><dd>target belum diisi, realisasi 80,00" in page
    assert "Sumber: Survei" in page


def test_of_an_indikator_that_the_year_does_not_measure_what_is_recorded_is_shown(
    operator: Client, world: GridWorld
) -> None:
    """Its Renstra ended before: the grid has no row of it, and the page that other years lead to is there."""
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal("88.94"))
    Renstra.objects.filter(pk=indikator.renstra_id).update(tahun_awal=TAHUN - 5, tahun_akhir=TAHUN - 1)
    page = element_texts(operator.get(f"{world.address}indikator/{indikator.pk}/").text, "td")
    assert "88,94" in page
    assert "belum diisi" in page


def test_remarks_mark_their_cell_until_they_are_settled(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    address = f"{world.address}indikator/{indikator.pk}/"
    for _ in range(2):  # a double click
        operator.post(f"{address}komentar/", {"triwulan": "2", "isi": " Periksa <b> pembilangnya. "})
    komentar = KomentarRealisasi.objects.get()
    assert (komentar.isi, komentar.triwulan, komentar.pengguna) == (
        "Periksa <b> pembilangnya.",
        2,
        world.operator,
    )
    assert "Periksa &lt;b&gt; pembilangnya." in text(operator.get(address))
    assert text(operator.get(f"{world.address}isi/")).count("ada catatan") == 1
    camat = Client()
    camat.force_login(make_pengguna("camat", kecamatan=world.kecamatan, username="camat"))
    camat.post(f"{world.address}komentar/{komentar.pk}/selesai/")
    assert "ada catatan" not in text(operator.get(f"{world.address}isi/"))
    assert [j.tindakan for j in Jejak.objects.order_by("pk")] == ["komentar.ditulis", "komentar.diselesaikan"]
    assert "Periksa &lt;b&gt; pembilangnya." in text(operator.get(address))  # it is not gone


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "Isi komentar."),
        ("x" * 2001, "2001 karakter, paling banyak 2000. Ringkas."),
        ("Satu\0.", "(U+0000) pada &quot;Satu.&quot;"),
    ],
)
def test_a_remark_has_to_say_something(
    operator: Client, world: GridWorld, content: str, message: str
) -> None:
    indikator = world.indikator()
    answer = operator.post(
        f"{world.address}indikator/{indikator.pk}/komentar/", {"isi": content, "triwulan": "3"}
    )
    page = text(answer)
    assert (answer.status_code, message in page) == (422, True)
    assert [t.strip() for t in element_texts(page, "textarea") if t.strip()] == ([content] if content else [])
    assert '<option value="3" selected>' in page


def test_a_remark_is_kept_without_what_no_database_keeps(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    operator.post(
        f"{world.address}indikator/{indikator.pk}/komentar/",
        {"isi": "Satu_x000B_.\r\nDua\u200b.", "triwulan": "0"},
    )
    komentar = KomentarRealisasi.objects.get()
    assert (komentar.isi, komentar.triwulan) == ("Satu\n.\nDua.", 0)


def test_a_closed_year_still_takes_remarks(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN, status="diajukan")
    operator.post(f"{world.address}indikator/{indikator.pk}/komentar/", {"isi": "Lihat bukti."})
    assert KomentarRealisasi.objects.get().triwulan is None


def test_the_page_of_one_value(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator(satuan="%", pembilang="Desa tepat waktu", penyebut="Semua desa")
    address = f"{world.address}indikator/{indikator.pk}/nilai/4/"
    page = text(operator.get(address))
    assert "Desa tepat waktu" in page
    wrong = operator.post(address, {"pembilang": "5", "penyebut": "", "sumber": "Laporan desa"})
    assert (wrong.status_code, "Isi penyebut." in text(wrong), "Laporan desa" in text(wrong)) == (
        422,
        True,
        True,
    )
    good = operator.post(address, {"pembilang": "5", "penyebut": "8", "sumber": "Laporan desa"}, follow=True)
    assert "5/8" in text(good)
    row = Realisasi.objects.get()
    assert (row.pembilang, row.penyebut, row.sumber) == (5, 8, "Laporan desa")
    assert detailed_fingerprint(row) in text(operator.get(address))
    # Somebody else was faster: both values, who, when; then on purpose.
    sent = {"pembilang": "6", "penyebut": "8", "sidik": ""}
    conflict = operator.post(address, sent)
    assert conflict.status_code == 409
    assert re.search(
        r"Budi Santoso mengubah catatan ini pada .* Yang tersimpan kini: Nilai: 5/8\.", text(conflict)
    )
    assert 'value="6"' in text(conflict)
    assert operator.post(address, sent | {"sidik": detailed_fingerprint(row)}).status_code == 302
    assert Realisasi.objects.get().pembilang == 6


def test_of_two_who_change_different_parts_of_a_value_both_win(operator: Client, world: GridWorld) -> None:
    """Pembilang and penyebut are one value; the source beside it is another's business, also when it is sent again."""
    indikator = world.indikator(satuan="%")
    address = f"{world.address}indikator/{indikator.pk}/nilai/4/"
    seen = {"pembilang": "5", "penyebut": "8", "sumber": "Laporan desa"}
    operator.post(address, seen | {"sidik": ""})
    mine = seen | {"sidik": detailed_fingerprint(Realisasi.objects.get())}

    operator.post(address, mine | {"pembilang": "7"})
    assert operator.post(address, mine | {"sumber": "Laporan camat"}).status_code == 302
    row = Realisasi.objects.get()
    assert (row.pembilang, row.penyebut, row.sumber) == (7, 8, "Laporan camat")

    conflict = operator.post(address, mine | {"pembilang": "6"})
    assert "Yang tersimpan kini: Nilai: 7/8." in text(conflict)
    again = {
        name: str(conflict.context["form"][name].value() or "") for name in conflict.context["form"].fields
    }
    assert (again["pembilang"], again["sumber"]) == ("6", "Laporan camat")
    assert operator.post(address, again | {"sidik": detailed_fingerprint(row)}).status_code == 302
    row = Realisasi.objects.get()
    assert (row.pembilang, row.penyebut, row.sumber) == (6, 8, "Laporan camat")


def test_a_value_that_was_emptied_meanwhile_is_said_to_be(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    address = f"{world.address}indikator/{indikator.pk}/nilai/1/"
    answer = operator.post(address, {"nilai": "5", "sidik": "a" * 64})
    assert (answer.status_code, "dikosongkan orang lain" in text(answer)) == (409, True)
    assert operator.post(address, {"nilai": "5", "sidik": ""}).status_code == 302


def test_a_closed_year_refuses_a_value(operator: Client, world: GridWorld) -> None:
    indikator = world.indikator()
    make_laporan(kecamatan=world.kecamatan, tahun=TAHUN, status="ditandatangani")
    answer = operator.post(f"{world.address}indikator/{indikator.pk}/nilai/1/", {"nilai": "5"})
    assert (answer.status_code, Realisasi.objects.count()) == (423, 0)


@pytest.mark.parametrize("triwulan", [5, 99])
def test_there_are_five_values(operator: Client, world: GridWorld, triwulan: int) -> None:
    indikator = world.indikator()
    assert operator.get(f"{world.address}indikator/{indikator.pk}/nilai/{triwulan}/").status_code == 404


def test_the_history_holds_emptied_values_too(operator: Client, world: GridWorld) -> None:
    indikator, other = world.indikator("a"), world.indikator("b")
    for own, typed in ((indikator, "70"), (other, "71")):
        entries = {"indikator": own.pk, "triwulan": 1, "teks": typed, "sidik": ""}
        fingerprint = operator.post(f"{world.address}sel/", entries).json()["sidik"]
        operator.post(f"{world.address}sel/", entries | {"teks": "", "sidik": fingerprint})
    page = text(operator.get(f"{world.address}indikator/{indikator.pk}/"))
    # Written, then emptied; of the other indikator nothing.
    assert "70" in element_texts(page, "ins")
    assert "70" in element_texts(page, "del")
    assert not [nilai for nilai in element_texts(page, "ins", "del") if "71" in nilai]


def test_the_number_of_queries_is_fixed(operator: Client, world: GridWorld) -> None:
    many = []
    for jumlah in (1, 10):
        for nomor in range(jumlah):
            indikator = world.indikator(
                f"{jumlah}-{nomor}", jenis_nilai="huruf", rumus="predikat", skala=world.akip
            )
        for triwulan in range(5 if jumlah > 1 else 1):
            make_realisasi(indikator=indikator, tahun=TAHUN, triwulan=triwulan, angka=Decimal(70))
        for _ in range(jumlah):
            make(KomentarRealisasi, indikator=indikator, tahun=TAHUN, pengguna=world.operator)
        with CaptureQueriesContext(connection) as query:
            assert operator.get(f"{world.address}indikator/{indikator.pk}/").status_code == 200
        many.append(len(query))
    assert many[0] == many[1], many


# -- remarks and evidence stand on one page ------------------------------------------------------------


def test_a_remark_that_is_typed_comes_back_when_evidence_is_sent(operator: Client, world: GridWorld) -> None:
    """Without the script whatever is pressed brings the page anew."""
    indikator = world.indikator()
    make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(80))
    browser = PlainBrowser(world.operator.username)
    browser.goto(f"{world.address}indikator/{indikator.pk}/")
    browser.fill(
        {"Isi komentar": "Belum selesai,\ndilanjutkan.", "Mengenai": "Triwulan II"}, inside=browser.main
    )
    browser.send("Unggah bukti")  # no file was chosen
    assert "Pilih berkas yang diunggah." in words(browser.main)
    assert typed_remark(browser) == ("Belum selesai,\ndilanjutkan.", "2")

    address = f"{world.address}indikator/{indikator.pk}/bukti/"
    sent = {"isi": "Belum selesai", "triwulan": "2", "realisasi": str(Realisasi.objects.get().pk)}
    answer = operator.post(address, sent | {"berkas": a_file()}, follow=True)
    assert "Bukti dukung tersimpan." in text(answer)
    assert [t.strip() for t in element_texts(text(answer), "textarea")] == ["Belum selesai"]
    assert '<option value="2" selected>' in text(answer)
    assert not KomentarRealisasi.objects.exists()
    # Once: who opens the page later begins anew, and so does who opens that of another.
    again = text(operator.get(f"{world.address}indikator/{indikator.pk}/"))
    assert [t.strip() for t in element_texts(again, "textarea")] == [""]


def test_a_remark_that_is_typed_comes_back_when_another_is_settled(
    operator: Client, world: GridWorld
) -> None:
    indikator = world.indikator()
    operator.post(f"{world.address}indikator/{indikator.pk}/komentar/", {"isi": "Lihat bukti."})
    browser = PlainBrowser(world.operator.username)
    browser.goto(f"{world.address}indikator/{indikator.pk}/")
    browser.fill({"Isi komentar": "Belum selesai"}, inside=browser.main)
    browser.press("Tandai selesai: Lihat bukti.")
    assert typed_remark(browser) == ("Belum selesai", "")


def test_a_file_that_was_chosen_is_stored_when_a_remark_is_sent(operator: Client, world: GridWorld) -> None:
    """A page cannot show a chosen file again."""
    indikator = world.indikator()
    row = make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(80))
    address = f"{world.address}indikator/{indikator.pk}/komentar/"
    sent = {"isi": "Lihat bukti.", "realisasi": str(row.pk)}
    said = text(operator.post(address, sent | {"berkas": a_file()}, follow=True))
    assert ("Komentar tersimpan." in said, "Bukti dukung tersimpan." in said) == (True, True)
    assert (KomentarRealisasi.objects.count(), BuktiDukung.objects.count()) == (1, 1)

    refused = operator.post(address, sent | {"isi": "Lagi.", "berkas": a_file(b"bukan PDF")})
    assert (refused.status_code, KomentarRealisasi.objects.count(), BuktiDukung.objects.count()) == (
        422,
        2,
        1,
    )
    said = text(refused)
    assert ("Komentar tersimpan." in said, "Jenis berkas ini tidak diterima." in said) == (True, True)
    assert [t.strip() for t in element_texts(said, "textarea")] == [""]

    wrong = operator.post(address, sent | {"isi": "", "berkas": a_file(b"%PDF-1.7 lain")})
    said = text(wrong)
    assert (wrong.status_code, "Isi komentar." in said, "Bukti dukung tersimpan." in said) == (
        422,
        True,
        True,
    )


def test_who_only_writes_remarks_stores_no_evidence_with_them(client: Client, world: GridWorld) -> None:
    """The form of the camat offers none; what is sent all the same is left out."""
    indikator = world.indikator()
    row = make_realisasi(indikator=indikator, tahun=TAHUN, angka=Decimal(80))
    client.force_login(make_pengguna("camat", kecamatan=world.kecamatan))
    address = f"{world.address}indikator/{indikator.pk}/"
    sent = {"isi": "Mengapa turun?", "realisasi": str(row.pk)}
    said = text(client.post(f"{address}komentar/", sent | {"berkas": a_file()}, follow=True))
    assert "Komentar tersimpan." in said
    remark = KomentarRealisasi.objects.get()
    client.post(f"{world.address}komentar/{remark.pk}/selesai/", sent | {"berkas": a_file()})
    remark.refresh_from_db()
    assert (remark.selesai is not None, BuktiDukung.objects.count()) == (True, 0)


def test_no_door_writes_a_value_or_evidence_for_who_only_writes_remarks(world: GridWorld) -> None:
    camat = make_pengguna("camat", kecamatan=world.kecamatan)
    row = make_realisasi(indikator=world.indikator(), tahun=TAHUN, angka=Decimal(80))
    reach = Reach(camat, world.kecamatan, TAHUN)
    for one in (row, BuktiDukung(realisasi=row)):
        with pytest.raises(NoRight):
            reach.ensure_row(one)
    reach.ensure_row(KomentarRealisasi(indikator=row.indikator, tahun=TAHUN))


def a_file(content: bytes = b"%PDF-1.7 bukti") -> SimpleUploadedFile:
    return SimpleUploadedFile("bukti.pdf", content)


def typed_remark(browser: PlainBrowser) -> tuple[str, str]:
    return (
        browser.field("Isi komentar").value.replace("\r\n", "\n").strip(),
        browser.field("Mengenai").value or "",
    )
