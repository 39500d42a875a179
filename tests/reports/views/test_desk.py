"""The desk: what waits, the one step to take first, notes, findings, and what changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html

from kecamatan.models import Jejak, Kecamatan, Pengguna
from reports.models import CatatanReviu, Laporan, Narasi
from reports.notes.acts import note_write
from reports.notes.report import report_at_hand
from reports.publish.assemble import LKIP, build_draft
from reports.signing.freeze import freeze
from reports.views.desk import MOST_NOTES
from reports.workflow.table import STEPS, StepCode
from tests.factory import WHEN_SUBMITTED, make, make_arsip, make_pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

YEAR = "/kecamatan/balung/2023"
DESK = f"{YEAR}/meja/"


@pytest.fixture
def camat(mini: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=mini, nama="Siti Aminah")


@pytest.fixture
def budi(mini: Kecamatan) -> Pengguna:
    return make_pengguna("operator", kecamatan=mini, nama="Budi Santoso")


@pytest.fixture
def reader(client: Client, mini: Kecamatan, camat: Pengguna, budi: Pengguna) -> Client:
    submitted: dict[str, Any] = {"status": "diajukan", "diajukan_oleh": budi, "diajukan_pada": WHEN_SUBMITTED}
    Laporan.objects.filter(kecamatan=mini, tahun=2023).update(**submitted)
    client.force_login(camat)
    return client


def page(client: Client, address: str = DESK) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def changed(mini: Kecamatan, by: Pengguna, new: str, **change: Any) -> Jejak:
    given: dict[str, Any] = {"tindakan": "catatan.diubah", "objek_jenis": "sakip.anggaran"} | change
    return make(Jejak, pengguna=by, kecamatan=mini, tahun=2023, sesudah={"Pagu": new}, **given)


def test_the_start_page_of_a_camat_leads_there(reader: Client) -> None:
    (link,) = page(reader, "/").xpath("//section[@aria-labelledby='menunggu']//a")
    assert link.get("href") == DESK


def test_every_step_of_the_camat_is_offered_and_one_is_first(
    reader: Client, mini: Kecamatan, camat: Pengguna
) -> None:
    """Fails where the address of a step vanishes: it is named by the table of steps."""
    kept = STEPS[StepCode.KEMBALIKAN]
    (back,) = page(reader).xpath(f"//a[@href='{YEAR}/alur/kembalikan/']")
    assert text_of(back).startswith(kept.label)
    assert "tombol-utama" not in back.get("class")
    sign = page(reader).xpath("//main//*[contains(@class, 'tombol-utama')]")
    assert [one.get("href") for one in sign] == [f"{YEAR}/tanda-tangan/"]
    note_write(kecamatan=mini, tahun=2023, by=camat, isi="Lengkapi sebabnya.")
    first = page(reader).xpath("//main//*[contains(@class, 'tombol-utama')]")
    assert [one.get("href") for one in first] == [f"{YEAR}/alur/kembalikan/"]


def test_what_became_wrong_since_it_was_submitted_is_given_back_first_and_told_before_the_signature(
    reader: Client, mini: Kecamatan
) -> None:
    """Nothing was wrong then; here somebody wrote past the forms."""
    before = text_of(page(reader, f"{YEAR}/tanda-tangan/"))
    assert "kesalahan dalam LKIP ini" not in before
    make(Narasi, kecamatan=mini, tahun=2023, bagian="kendala", isi="<p>Pagu Rp5.000 (enam ribu rupiah).</p>")
    first = page(reader).xpath("//main//*[contains(@class, 'tombol-utama')]")
    assert [one.get("href") for one in first] == [f"{YEAR}/alur/kembalikan/"]
    signing = page(reader, f"{YEAR}/tanda-tangan/")
    assert "Reviu menemukan 1 kesalahan dalam LKIP ini" in text_of(signing)
    assert signing.xpath(f"//main//a[@href='{YEAR}/reviu/?tingkat=galat']")


def test_open_notes_are_answered_and_closed_from_there(
    reader: Client, mini: Kecamatan, camat: Pengguna
) -> None:
    note = note_write(kecamatan=mini, tahun=2023, by=camat, isi="Lengkapi sebabnya.")
    found = page(reader)
    assert "Catatan reviu terbuka (1)" in text_of(found)
    (form,) = found.xpath("//form[contains(@action, '/tutup/')]")
    answer = reader.post(form.get("action"))
    assert answer["Location"] == f"{DESK}#catatan-{note.pk}"
    assert "1 catatan yang sudah selesai" in text_of(page(reader))


def test_of_many_open_notes_the_first_stand_there(reader: Client, mini: Kecamatan, camat: Pengguna) -> None:
    laporan = Laporan.objects.get(kecamatan=mini, tahun=2023)
    CatatanReviu.objects.bulk_create(
        CatatanReviu(laporan=laporan, isi=f"Catatan {n}", pengguna=camat) for n in range(MOST_NOTES + 5)
    )
    found = page(reader)
    shown = found.xpath("//section[@aria-labelledby='catatan']//div[starts-with(@id, 'catatan-')]")
    assert len(shown) == MOST_NOTES
    assert f"Semua {MOST_NOTES + 5} catatan terbuka" in text_of(found)


def test_findings_stand_there_with_the_gravest(reader: Client) -> None:
    (found,) = page(reader).xpath("//section[@aria-labelledby='judul-reviu']")
    assert found.xpath(f".//a[@href='{YEAR}/reviu/']")


def test_what_changed_until_he_says_that_he_has_read_it(
    reader: Client, mini: Kecamatan, budi: Pengguna
) -> None:
    changed(mini, budi, "Rp1.000")
    found = page(reader)
    assert "Pagu: Rp1.000" in text_of(found)
    (sent,) = found.xpath("//form[contains(@action, '/dibaca/')]//input[@name='sampai']/@value")
    page(reader)  # looking at the page alone is not reading it
    assert "Pagu: Rp1.000" in text_of(page(reader))
    changed(mini, budi, "Rp2.000")  # after the page was shown, before he said so
    assert reader.post(f"{DESK}dibaca/", {"sampai": sent})["Location"] == DESK
    after = text_of(page(reader))
    assert ("Rp1.000" in after, "Rp2.000" in after) == (False, True)
    assert "sejak terakhir Anda baca (1)" in after


def test_since_he_gave_it_back_where_he_asks_for_it(reader: Client, mini: Kecamatan, budi: Pengguna) -> None:
    laporan = Laporan.objects.get(kecamatan=mini, tahun=2023)
    changed(mini, budi, "Rp1.000")
    about = {"objek_jenis": "reports.laporan", "objek_pk": laporan.pk, "objek_sebutan": str(laporan)}
    changed(mini, budi, "Rp0", tindakan="laporan.dikembalikan", **about)
    last = changed(mini, budi, "Rp2.000")
    changed(mini, budi, "Rp0", tindakan="laporan.diajukan", **about)  # again, with what was mended
    first = text_of(page(reader))
    assert ("Rp1.000" in first, "Rp2.000" in first) == (False, True)  # he never looked: since he gave it back
    assert "Perubahan sejak dikembalikan (1)" in first
    reader.post(f"{DESK}dibaca/", {"sampai": str(last.pk)})
    assert "Tidak ada perubahan oleh orang lain." in text_of(page(reader))
    assert "Rp2.000" in text_of(page(reader, f"{DESK}?sejak=langkah"))


@pytest.mark.parametrize("sent", ["", "tujuh", "-1", "9" * 30])
def test_a_line_that_is_none_is_not_kept(reader: Client, mini: Kecamatan, budi: Pengguna, sent: str) -> None:
    changed(mini, budi, "Rp1.000")
    assert reader.post(f"{DESK}dibaca/", {"sampai": sent}).status_code == 302
    assert "Rp1.000" in text_of(page(reader))


def test_an_empty_year_has_a_desk(reader: Client) -> None:
    assert "Tidak ada catatan reviu yang terbuka." in text_of(page(reader, "/kecamatan/balung/2030/meja/"))


def test_of_a_signed_report_stands_what_was_signed(reader: Client, mini: Kecamatan, camat: Pengguna) -> None:
    laporan = Laporan.objects.get(kecamatan=mini, tahun=2023)
    frozen = freeze(build_draft(kecamatan=mini, tahun=2023), LKIP)
    kept = {"snapshot": frozen.snapshot, "naskah": frozen.naskah}
    make_arsip(laporan, **kept)
    Laporan.objects.filter(pk=laporan.pk).update(status="ditandatangani", ditandatangani_pada=WHEN_SUBMITTED)
    Narasi.objects.filter(kecamatan=mini, tahun=2023, bagian="kendala").delete()
    place = report_at_hand(kecamatan=mini, tahun=2023).places["kendala"]
    note_write(kecamatan=mini, tahun=2023, by=camat, isi="Untuk versi berikutnya.", place=place)
    found = page(reader)
    assert "B. Kendala" in text_of(found)
    assert not found.xpath("//section[@aria-labelledby='judul-reviu']")
