"""What was typed for a place that is gone, closed or not begun is shown once more, not lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from kecamatan.models import Jejak, Kecamatan
from sakip.entry import first_row
from sakip.entry.writer import RecordRefused
from sakip.models import RKT, Keluaran, SasaranRKT
from tests.factory import make_laporan
from tests.sakip.records.page_forms import fill_form, sign_in
from tests.sakip.records.table_rows import a_keluaran, an_anggaran

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2021/"
LINE = {
    "sasaran": "Tertib",
    "indikator": "Laporan warga",
    "satuan": "laporan",
    "target": "12",
    "kembali": "tabel",
}


def delete(client: Client, kind: str, pk: int) -> None:
    """By another who asked for it on the page of the row."""
    address = f"{BASE}isi/{kind}/{pk}/hapus/"
    mark = client.get(f"{BASE}isi/{kind}/{pk}/").context["fingerprint"]
    assert client.post(address, {"sidik": mark}).status_code == 302


def test_a_line_whose_document_cannot_be_begun_stands_in_its_form_until_it_is(
    filler: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(**_: Any) -> None:
        raise RecordRefused("RKT tahun ini perlu tanggal.")

    with monkeypatch.context() as patched:
        patched.setattr(first_row, "record_save", refused)
        answer = filler.post(f"{BASE}isi/sasaran-rkt/baru/", LINE)
    page = answer.content.decode()
    assert (answer.status_code, RKT.objects.count()) == (409, 0)
    assert "RKT tahun ini perlu tanggal." in page
    assert 'value="Laporan warga"' in page or ">Laporan warga" in page.replace("\n", "")
    assert f'href="{BASE}isi/rkt/baru/"' in page
    # The head was made by its form; what stands here is sent once more.
    assert filler.post(f"{BASE}isi/rkt/baru/", fill_form(filler, f"{BASE}isi/rkt/baru/")).status_code == 302
    assert filler.post(f"{BASE}isi/sasaran-rkt/baru/", LINE).status_code == 302
    assert SasaranRKT.objects.get().indikator == "Laporan warga"


def test_a_line_for_a_year_that_was_closed_meanwhile_is_shown_without_a_way_around(
    filler: Client, balung: Kecamatan
) -> None:
    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    answer = filler.post(f"{BASE}isi/sasaran-rkt/baru/", LINE)
    assert answer.status_code == 423
    assert "Laporan warga" in answer.content.decode()
    assert f'href="{BASE}isi/rkt/baru/"' not in answer.content.decode()


def test_a_row_whose_parent_was_deleted_meanwhile_is_saved_when_that_is_back(
    filler: Client, balung: Kecamatan
) -> None:
    budget = an_anggaran(balung)
    other = sign_in("operator", balung)
    typed = {"jenis": "output", "uraian": "Berkas kependudukan", "target": "12", "satuan": "berkas"}
    address = f"{BASE}isi/keluaran/baru/?induk={budget.pk}"
    delete(other, "anggaran", budget.pk)
    answer = filler.post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Berkas kependudukan" in page
    assert 'name="uraian" value="Berkas kependudukan"' in page
    undo = f"{BASE}pulihkan/{Jejak.objects.latest('pk').pk}/"
    assert f'action="{undo}" target="_blank"' in page
    assert filler.post(undo).status_code == 302
    assert filler.post(address, typed).status_code == 302
    assert Keluaran.objects.get().uraian == "Berkas kependudukan"
    # Of a page that was only opened, and of what was never here, there is nothing to keep.
    delete(other, "anggaran", budget.pk)
    assert filler.get(address).status_code == 404
    assert filler.post(f"{BASE}isi/keluaran/baru/?induk=9{budget.pk}", typed).status_code == 404


def test_a_row_that_went_with_its_parent_is_changed_when_both_are_back(
    filler: Client, balung: Kecamatan
) -> None:
    row = a_keluaran(balung)
    address = f"{BASE}isi/keluaran/{row.pk}/"
    typed = fill_form(filler, address, uraian="Berkas yang selesai")
    delete(sign_in("operator", balung), "anggaran", row.anggaran_id)
    answer = filler.post(address, typed)
    page = answer.content.decode()
    assert (answer.status_code, "Berkas yang selesai" in page) == (409, True)
    assert filler.post(f"{BASE}pulihkan/{Jejak.objects.latest('pk').pk}/").status_code == 302
    assert f'name="sidik" value="{typed["sidik"]}"' in page
    assert filler.post(address, typed).status_code == 302
    row.refresh_from_db()
    assert row.uraian == "Berkas yang selesai"


def test_what_was_typed_into_a_cell_that_is_gone_or_closed_is_told_without_script(
    filler: Client, balung: Kecamatan
) -> None:
    row = an_anggaran(balung)
    address = f"{BASE}anggaran/tabel/"
    shown = filler.get(address).context["origin"]
    name = f"anggaran.{row.pk}.realisasi"
    typed = {f"sel-{one}": text for one, (text, _) in json.loads(shown).items()}
    typed |= {f"sel-{name}": "612.345", "asal": shown}
    delete(sign_in("operator", balung), "anggaran", row.pk)
    gone = filler.post(address, typed)
    assert gone.status_code == 422
    assert "Sel yang sudah tidak ada" in gone.content.decode()
    assert "Yang Anda ketik: &quot;612.345&quot;" in gone.content.decode()
    assert filler.post(f"{BASE}pulihkan/{Jejak.objects.latest('pk').pk}/").status_code == 302
    make_laporan(kecamatan=balung, tahun=2021, status="ditandatangani")
    closed = filler.post(address, typed)
    assert closed.status_code == 423
    assert "Yang Anda ketik: &quot;612.345&quot;" in closed.content.decode()
    assert (
        '<span class="kisi-hitung">400.000</span>' in closed.content.decode()
    )  # the stored, not the refused one


def test_a_page_that_is_not_there_says_what_was_typed_into_it_but_no_secret(filler: Client) -> None:
    address = f"{BASE}narasi/sasaran/tidak-ada/"
    typed = {
        "isi": "Warga puas",
        "isi_html": "<p>Warga <b>puas</b></p><p>sekali</p>",
        "sidik": "tanda-yang-tidak-diketik",
    }
    answer = filler.post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "<dd>Warga puas</dd>" in page
    assert "<dd>Warga puas<br>sekali</dd>" in page
    assert "tanda-yang-tidak-diketik" not in page
    secret = filler.post(address, typed | {"sandi_baru": "rahasia"}).content.decode()
    assert "Warga puas" not in secret
    assert "rahasia" not in secret


def test_a_table_that_is_gone_says_what_was_typed_in_its_lines(filler: Client) -> None:
    line = {
        "baru-1-indikator": "Laporan warga",
        "baris-baru-1": "sasaran-rkt",
        "awal-baru-1": "indikator:e3b0c4",
    }
    gone = filler.post("/kecamatan/bukan/2021/rkt/tabel/", line | {"tambah": "baru-1", "asal": "{}"})
    shown = gone.content.decode()
    assert (gone.status_code, "Laporan warga" in shown) == (404, True)
    assert not any(mark in shown for mark in ("indikator:e3b0c4", "sasaran-rkt", "baru-1"))
