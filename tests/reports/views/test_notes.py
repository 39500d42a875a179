"""Notes by their pages: beside the document, as a list, and their forms."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from kecamatan.models import Kecamatan, Pengguna
from reports.models import CatatanReviu, Laporan
from reports.notes.acts import note_answer, note_close, note_write
from tests.factory import WHEN_SUBMITTED, make, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

YEAR = "/kecamatan/balung/2023"
NOTES = f"{YEAR}/catatan-reviu/"
LKIP = f"{YEAR}/dokumen/lkip/"


@pytest.fixture
def camat(mini: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=mini, nama="Siti Aminah")


@pytest.fixture
def reader(client: Client, camat: Pengguna) -> Client:
    client.force_login(camat)
    return client


def page(client: Client, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_part_and_table_of_the_document_leads_to_its_form(reader: Client) -> None:
    found = page(reader, LKIP)
    links = {a.get("href"): text_of(a) for a in found.iterfind(".//article//a[@data-catat]")}
    anchors = {one.get("id") for one in found.iterfind(".//article//*[@id]")}
    places = {address.partition("bagian=")[2].partition("&")[0] for address in links}
    assert {"kendala", "tabel-pk-anggaran"} <= places <= anchors
    address = next(address for address in links if "bagian=tabel-pk-anggaran&" in address)
    assert links[address].startswith("Catat tentang Tabel 2.")
    form = page(reader, address)
    assert text_of(form.find(".//h1")) == links[address]


def test_written_in_the_document_it_stands_at_its_place(reader: Client) -> None:
    address = f"{NOTES}baru/?bagian=tabel-pk-anggaran&dari=dokumen"
    answer = reader.post(address, {"isi": "Pagu belum sama."})
    note = CatatanReviu.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{LKIP}#catatan-{note.pk}")
    assert (note.bagian, note.letak[:8], note.laporan.status) == ("tabel-pk-anggaran", "Tabel 2.", "draf")
    found = page(reader, LKIP)
    (stands,) = found.xpath(f"//*[@id='catatan-{note.pk}']")
    (table,) = found.xpath("//*[@id='tabel-pk-anggaran']")
    order = list(found.iter())
    later = [one for one in found.iter("table") if order.index(one) > order.index(table)]
    assert order.index(table) < order.index(stands) < order.index(later[0])
    assert "Pagu belum sama." in text_of(stands)
    assert "Catatan reviu (1 terbuka)" in text_of(found)
    assert "Pagu belum sama." in text_of(page(reader, NOTES))


def test_words_that_do_not_stand_there_are_refused_with_what_was_typed(reader: Client) -> None:
    sent = {"isi": "Sejak kapan?", "kutipan": "kata yang tidak ada"}
    answer = reader.post(f"{NOTES}baru/?bagian=tabel-pk-anggaran", sent)
    assert answer.status_code == 422
    content = answer.content.decode()
    assert "“kata yang tidak ada” tidak ada pada Tabel 2." in content
    assert "Sejak kapan?" in content
    assert not Laporan.objects.filter(tahun=2023, catatan_reviu__isnull=False).exists()


def test_an_empty_note_is_refused(reader: Client) -> None:
    answer = reader.post(f"{NOTES}baru/", {"isi": " "})
    assert answer.status_code == 422
    assert "Isi catatan: apa yang perlu diperbaiki." in answer.content.decode()


def test_a_place_that_is_gone_leads_to_the_list(reader: Client) -> None:
    sent = {"kutipan": "Anggaran kurang.", "isi": "Sejak kapan?"}
    answer = reader.post(f"{NOTES}baru/?bagian=tidak-ada", sent)  # it was there when the form was opened
    assert answer.status_code == 409
    (form,) = html.fromstring(answer.content.decode()).xpath("//form[@id='isian-catatan']")
    typed = form.xpath(".//textarea[@name='isi']")[0].text_content().strip()
    assert (form.get("action"), typed) == (f"{NOTES}baru/", "“Anggaran kurang.” Sejak kapan?")
    answer = reader.get(f"{NOTES}baru/?bagian=tidak-ada", follow=True)
    assert answer.redirect_chain == [(NOTES, 302)]
    assert "Bagian itu tidak lagi ada dalam LKIP" in answer.content.decode()


def test_answered_closed_and_opened_again(reader: Client, mini: Kecamatan, camat: Pengguna) -> None:
    note = note_write(kecamatan=mini, tahun=2023, by=camat, isi="Lengkapi.")
    operator = Client()
    operator.force_login(make_pengguna("operator", kecamatan=mini, nama="Budi Santoso"))
    assert "Lengkapi." in text_of(page(operator, f"{NOTES}{note.pk}/jawab/"))
    assert operator.post(f"{NOTES}{note.pk}/jawab/", {"isi": ""}).status_code == 422
    assert (
        operator.post(f"{NOTES}{note.pk}/jawab/", {"isi": "Sudah."})["Location"]
        == f"{NOTES}#catatan-{note.pk}"
    )
    (shown,) = page(reader, NOTES).xpath(f"//*[@id='catatan-{note.pk}']")
    assert "Sudah. Budi Santoso" in text_of(shown)
    assert operator.post(f"{NOTES}{note.pk}/tutup/").status_code == 403
    assert reader.post(f"{NOTES}{note.pk}/tutup/").status_code == 302
    assert operator.post(f"{NOTES}{note.pk}/jawab/", {"isi": "Lagi."}).status_code == 409
    assert "Selesai (1)" in text_of(page(reader, NOTES))
    assert reader.post(f"{NOTES}{note.pk}/buka/").status_code == 302
    assert "Terbuka (1)" in text_of(page(reader, NOTES))


def test_what_was_settled_on_an_earlier_version_is_folded_at_its_place(
    reader: Client, mini: Kecamatan, camat: Pengguna
) -> None:
    reader.post(f"{NOTES}baru/?bagian=tabel-pk-anggaran&dari=dokumen", {"isi": "Pagu belum sama."})
    note = CatatanReviu.objects.get()
    note_answer(note, by=camat, isi="Sudah disamakan.")
    note_close(note, by=camat)
    Laporan.objects.update(
        status="diterima",
        diajukan_oleh=camat,
        diajukan_pada=WHEN_SUBMITTED,
        ditandatangani_pada=WHEN_SUBMITTED,
    )
    old = Laporan.objects.get()
    make(Laporan, kecamatan=mini, tahun=2023, versi=2, menggantikan=old, alasan_dibuka="Angka keliru.")
    for address in (LKIP, NOTES):
        (folded,) = page(reader, address).xpath(f"//details[not(@open)][.//*[@id='catatan-{note.pk}']]")
        said = text_of(folded)
        assert "Pagu belum sama." in said
        assert "Sudah disamakan." in said
        assert "pada versi 1" in said
    assert "0 terbuka" in text_of(page(reader, LKIP))


def test_an_answer_is_no_note_of_its_own(reader: Client, mini: Kecamatan, camat: Pengguna) -> None:
    note = note_write(kecamatan=mini, tahun=2023, by=camat, isi="Lengkapi.")
    answered = note_answer(note, by=camat, isi="Sudah.")
    for act in ("tutup", "buka", "jawab"):
        assert reader.post(f"{NOTES}{answered.pk}/{act}/").status_code == 404


def test_who_only_looks_reads_notes_and_is_offered_nothing(
    client: Client, mini: Kecamatan, camat: Pengguna
) -> None:
    note_write(kecamatan=mini, tahun=2023, by=camat, isi="Lengkapi.")
    client.force_login(make_pengguna("pengawas", kabupaten=mini.kabupaten))
    found = page(client, LKIP)
    assert "Lengkapi." in text_of(found)
    assert not found.xpath("//a[@data-catat] | //form[contains(@action, 'catatan-reviu')]")
    assert client.get(f"{NOTES}baru/").status_code == 403


def test_other_documents_take_no_notes(reader: Client) -> None:
    assert not page(reader, f"{YEAR}/dokumen/rkt/").xpath("//a[@data-catat]")


def test_a_report_is_returned_with_the_notes_that_are_open(
    reader: Client, mini: Kecamatan, camat: Pengguna
) -> None:
    submitted = {"status": "diajukan", "diajukan_oleh": camat, "diajukan_pada": WHEN_SUBMITTED}
    Laporan.objects.filter(kecamatan=mini, tahun=2023).update(**submitted)
    reader.post(f"{NOTES}baru/?bagian=kendala", {"isi": "Sejak kapan?"})
    note_close(note_write(kecamatan=mini, tahun=2023, by=camat, isi="Sudah baik."), by=camat)
    (field,) = page(reader, f"{YEAR}/alur/kembalikan/").xpath("//textarea[@name='catatan']")
    assert text_of(field) == "1. B. Kendala: Sejak kapan?"
    assert "1 catatan reviu terbuka" in text_of(page(reader, f"{YEAR}/"))
