"""PK berjenjang: taken over from the PK of the camat, printed with the superior as Pihak Kedua, and its workbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings

from kecamatan.models import Kecamatan, UnitKerja
from reports.document.tree import FormBlock, Part, SignatureBlock, TableBlock
from reports.lkip.appendices import appendix_numbers, lampiran
from reports.models import BerkasLaporan
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import NoDokumen, arrange, build_dokumen, build_draft
from reports.publish.file_names import download_name
from reports.publish.files import publish
from reports.publish.naskah import Susunan
from reports.workbook.exchange import workbook_export, workbook_import
from sakip import models as m
from sakip.records.pk_berjenjang.copy import PK_UNIT_COPY
from sakip.records.pk_berjenjang.writes import derive, proposal_of
from sakip.workbook.sheets import sheet
from tests.factory import make, make_anggaran, make_measured, make_pengguna, make_pk
from tests.responses import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("signed_in"), pytest.mark.one_engine]

BASE = "/kecamatan/balung/2022/"


@pytest.fixture
def indikator(balung: Kecamatan) -> m.Indikator:
    """An IKM that the PK of 2022 promises; a sekretariat answers for a program, its subbagian for a kegiatan of it."""
    made = make_measured(balung, {2022: (80, 85)}, nama="Indeks Kepuasan", satuan="indeks")
    m.BarisPK.objects.update(acuan_sasaran=made.sasaran, satuan="indeks")
    m.PerjanjianKinerja.objects.update(tempat="Balung", tanggal=date(2022, 1, 10))
    own: dict[str, Any] = {"kecamatan": balung}
    camat = make(UnitKerja, **own)
    above = make(
        UnitKerja, **own, kunci="sekretariat", nama="Sekretariat", jenis="sekretariat", induk=camat, urut=1
    )
    make(UnitKerja, **own, kunci="umum", nama="Subbagian Umum", jenis="subbagian", induk=above, urut=2)
    rkt = make(m.RKT, **own, tahun=2022)
    of_row: dict[str, Any] = {"rkt": rkt, "acuan_sasaran": made.sasaran}
    program = make(m.BarisRKT, **of_row, penanggung_jawab=["sekretariat"])
    kegiatan = make(
        m.BarisRKT,
        **of_row,
        kegiatan=m.Kegiatan,
        anggaran=Decimal(5_000_000),
        penanggung_jawab=["umum"],
    )
    make(m.IndikatorBarisRKT, baris=program, uraian="Layanan administrasi", target="100", satuan="%")
    make(m.IndikatorBarisRKT, baris=kegiatan, uraian="Jumlah laporan", target="12", satuan="laporan")
    return made


def taken_over(balung: Kecamatan) -> list[m.BarisPKUnit]:
    marks = {row.mark for row in proposal_of(balung, 2022).rows}
    return derive(kecamatan=balung, tahun=2022, marks=marks, by=None)


def test_what_is_shown_is_stored_once_it_is_chosen(
    client: Client, balung: Kecamatan, indikator: m.Indikator
) -> None:
    shown = main_text(client, f"{BASE}pk-berjenjang/turunkan/")
    assert "Subbagian Umum" in shown
    assert "Jumlah laporan 12 laporan" in shown
    assert not m.BarisPKUnit.objects.exists()
    rows = proposal_of(balung, 2022).rows
    assert [(row.unit.kunci, row.ukuran) for row in rows] == [
        ("sekretariat", "Layanan administrasi"),
        ("umum", "Jumlah laporan"),
    ]
    answer = client.post(f"{BASE}pk-berjenjang/turunkan/", {"baris": [rows[1].mark]})
    assert answer.status_code == 302
    (stored,) = m.BarisPKUnit.objects.all()
    assert (stored.unit.kunci, stored.target, stored.indikator, stored.ditinjau) == (
        "umum",
        "12",
        indikator,
        False,
    )
    head = m.PKUnit.objects.get()
    assert (head.jabatan, head.tempat, head.tanggal) == (
        "Kepala Subbagian Umum",
        "Balung",
        date(2022, 1, 10),
    )
    assert [row.unit.kunci for row in proposal_of(balung, 2022).rows] == ["sekretariat"]
    page = main_text(client, f"{BASE}pk-berjenjang/isi/")
    assert "Rp5.000.000" in page
    # Of a unit that is folded the summary tells what it holds; what lacks something first is unfolded.
    assert "Subbagian Umum 1 indikator; belum ada IKI" in page
    assert "Sekretariat (belum lengkap)" in page
    assert "belum ada indikator; belum ada IKI; pejabat dan tanggal belum diisi" in page
    # Read beside what the checks say of rows that nobody has looked at yet.
    assert "Pihak Kedua" in main_text(client, f"{BASE}dokumen/pk-berjenjang/")
    assert client.post(f"{BASE}pk-berjenjang/turunkan/", {}).status_code == 409


def signed_by(part: Part) -> list[list[tuple[tuple[str, ...], str]]]:
    """What stands above each signature, and whose it is, at every place where both sign."""
    places = [one for one in part.content if isinstance(one, SignatureBlock)]
    return [[(one.heads, one.nama) for one in place.blocks] for place in places]


def test_it_is_printed_with_the_superior_as_second_party(balung: Kecamatan, indikator: m.Indikator) -> None:
    taken_over(balung)
    m.PKUnit.objects.filter(unit__kunci="sekretariat").update(nama="SITI AMINAH, S.Sos.")
    m.PKUnit.objects.filter(unit__kunci="umum").update(nama="BUDI SANTOSO, S.E.")
    unit = UnitKerja.objects.get(kunci="umum")
    make(m.IKI, kecamatan=balung, tahun=2022, unit=unit, ukuran="Kehadiran", target="95", satuan="%")
    dokumen = DOKUMEN_KINDS["pk-berjenjang"].arrange(build_draft(kecamatan=balung, tahun=2022))
    assert dokumen is not None
    sekretaris, subbag = dokumen.body
    names = [dict(one.pairs).get("Nama") for one in subbag.content if isinstance(one, FormBlock)]
    assert names == ["BUDI SANTOSO, S.E.", "SITI AMINAH, S.Sos."]
    tables = {one.key: one for one in subbag.content if isinstance(one, TableBlock)}
    assert list(tables) == ["pk-unit-umum-indikator", "pk-unit-umum-anggaran", "pk-unit-umum-iki"]
    assert [cell.content for cell in tables["pk-unit-umum-anggaran"].rows[-1].cells] == [
        "Jumlah",
        "5.000.000",
    ]
    first, second = (dict(one.pairs) for one in sekretaris.content if isinstance(one, FormBlock))
    assert (first["Jabatan"], second["Jabatan"]) == ("Sekretaris Kecamatan Balung", "Camat Balung")
    assert signed_by(sekretaris)[0] == [
        (("Pihak Kedua,", "Camat Balung,"), ""),
        (
            ("Balung, 10 Januari 2022", "Pihak Pertama,", "Sekretaris Kecamatan Balung,"),
            "SITI AMINAH, S.Sos.",
        ),
    ]
    # On the pernyataan, on its lampiran, and on the IKI, which only one of the two has.
    umum = [
        (("Pihak Kedua,", "Sekretaris Kecamatan Balung,"), "SITI AMINAH, S.Sos."),
        (("Balung, 10 Januari 2022", "Pihak Pertama,", "Kepala Subbagian Umum,"), "BUDI SANTOSO, S.E."),
    ]
    assert (len(signed_by(sekretaris)), signed_by(subbag)) == (2, [umum] * 3)


def test_every_shape_of_it_holds_the_same(balung: Kecamatan, indikator: m.Indikator) -> None:
    """No contoh has one: the cells of its tables and the words around the signatures, as a page and as Word."""
    taken_over(balung)
    unit = UnitKerja.objects.get(kunci="umum")
    make(m.IKI, kecamatan=balung, tahun=2022, unit=unit, ukuran="Kehadiran", target="95", satuan="%")
    made = arrange(build_draft(kecamatan=balung, tahun=2022), "pk-berjenjang")
    page = html.fromstring(publish(made, "html").content)
    word = docx.Document(BytesIO(publish(made, "docx").content)).element.body
    cells = {"".join(one.text_content().split()) for one in page.iter("td", "th")}
    assert {"Jumlahlaporan", "12laporan", "5.000.000", "Kehadiran", "95%"} <= {
        c.removesuffix("[belumditinjau]") for c in cells
    }
    written = "".join("".join(word.itertext()).split())
    assert [one for one in cells if one not in written] == []
    for said in ("PihakKedua,", "SekretarisKecamatanBalung,", "PihakPertama,", "KepalaSubbagianUmum,"):
        assert said in "".join(page.text_content().split())
        assert said in written


def test_the_workbook_there_and_back(balung: Kecamatan, indikator: m.Indikator) -> None:
    taken_over(balung)
    umum = UnitKerja.objects.get(kunci="umum")
    make(m.IKI, kecamatan=balung, tahun=2022, unit=umum, ukuran="Kehadiran", target="95")
    content = workbook_export(kecamatan=balung, tahun=2022)
    same = workbook_import(content=content, nama="a.xlsx", apply_changes=True, kabupaten=False)
    assert (same.errors, same.changes) == ([], [])
    for model in (m.PKUnit, m.BarisPKUnit, m.IKI):
        model.objects.all().delete()
    book = openpyxl.load_workbook(BytesIO(content))
    del book[sheet.BASE]  # without what was there when it was handed out the file alone counts
    book.save(changed := BytesIO())
    back = workbook_import(content=changed.getvalue(), nama="a.xlsx", apply_changes=True, kabupaten=False)
    assert (back.errors, back.tally.perubahan) == ([], 5)
    assert m.BarisPKUnit.objects.get(unit=umum).indikator == indikator


def test_it_is_copied_into_the_next_year_without_its_date(balung: Kecamatan, indikator: m.Indikator) -> None:
    taken_over(balung)
    done = PK_UNIT_COPY.copy(kecamatan=balung, source=2022, to=2023, by=None)
    assert (done.copied, done.left_behind) == (2, ())
    assert set(m.PKUnit.objects.filter(tahun=2023).values_list("tanggal", "ditinjau")) == {(None, False)}


def test_a_perubahan_of_the_camat_renews_the_units_and_leaves_what_was_agreed(
    client: Client, balung: Kecamatan, indikator: m.Indikator
) -> None:
    taken_over(balung)
    own = m.BarisPKUnit.objects.get(unit__kunci="sekretariat")
    m.BarisPKUnit.objects.filter(pk=own.pk).update(ukuran="Indeks Kepuasan", target="85", satuan="indeks")
    assert client.post(f"{BASE}pk-berjenjang/perubahan/").status_code == 302
    assert m.BarisPKUnit.objects.count() == 2  # the camat's PK was not changed: nothing to renew
    change = make_pk(kecamatan=balung, tahun=2022, jenis="perubahan", versi=1, tanggal=date(2022, 10, 3))
    make(
        m.BarisPK,
        perjanjian=change,
        acuan_indikator=indikator,
        acuan_sasaran=indikator.sasaran,
        indikator="Indeks Kepuasan",
        satuan="indeks",
        angka=Decimal(88),
    )
    page = main_text(client, f"{BASE}pk-berjenjang/isi/")
    assert "PK berikut belum mengikuti perubahan ke-1 PK camat: Sekretariat; Subbagian Umum." in page
    assert client.post(f"{BASE}pk-berjenjang/perubahan/").status_code == 302
    assert list(m.BarisPKUnit.objects.values_list("unit__kunci", "versi", "target", "ditinjau")) == [
        ("sekretariat", 0, "85", False),
        ("sekretariat", 1, "88", False),
        ("umum", 0, "12", False),
        ("umum", 1, "12", False),
    ]
    assert set(m.PKUnit.objects.filter(versi=1).values_list("tanggal", flat=True)) == {date(2022, 10, 3)}
    naskah = build_draft(kecamatan=balung, tahun=2022)
    murni, changed = (
        build_dokumen(naskah, kind, "pk-unit-umum") for kind in ("pk-berjenjang", "pk-unit-perubahan")
    )
    assert [one.title for one in (*murni.body, *changed.body)] == [
        "Perjanjian Kinerja Tahun 2022 Kepala Subbagian Umum",
        "Perjanjian Kinerja Perubahan Tahun 2022 Kepala Subbagian Umum",
    ]
    with pytest.raises(NoDokumen):
        build_dokumen(naskah, "pk-berjenjang", "pk-unit-camat")
    # Page and table lead to what there is: a year may have been derived from a perubahan alone.
    m.BarisPKUnit.objects.filter(versi=0).delete()
    for address in (f"{BASE}pk-berjenjang/isi/", f"{BASE}pk-berjenjang/tabel/"):
        content = client.get(address).content.decode()
        assert f'href="{BASE}dokumen/pk-unit-perubahan/"' in content
        assert f'href="{BASE}dokumen/pk-berjenjang/"' not in content


def test_a_unit_without_pk_spends_what_the_budget_says_now(
    client: Client, balung: Kecamatan, indikator: m.Indikator
) -> None:
    make_pk(kecamatan=balung, tahun=2022, jenis="perubahan", versi=1, tanggal=date(2022, 10, 3))
    make_anggaran(kecamatan=balung, tahun=2022, pagu_murni=None, pagu_perubahan=Decimal(7_250_000))
    page = main_text(client, f"{BASE}pk-berjenjang/isi/")
    assert "Rp7.250.000" in page


def test_each_official_has_a_file_of_his_own(
    client: Client, balung: Kecamatan, indikator: m.Indikator, settings: Settings
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    taken_over(balung)
    document = f"{BASE}dokumen/pk-berjenjang/"
    assert "Perjanjian Kinerja Tahun 2022 Kepala Subbagian Umum" in main_text(client, document)
    client.post(f"{document}berkas/")
    client.post(f"{document}berkas/", {"bagian": "pk-unit-umum", "bentuk": "docx"})
    assert (
        download_name("pk-berjenjang", balung, 2022, "docx", part="pk-unit-umum")
        == "PK-Berjenjang-Umum-Balung-2022.docx"
    )
    files = dict(BerkasLaporan.objects.values_list("bagian", "kunci_isi"))
    assert list(files) == ["", "pk-unit-umum"]
    assert len(set(files.values())) == len(files)
    assert client.post(f"{document}berkas/", {"bagian": "pk-unit-lain"}).status_code == 409


def test_the_lkip_has_it_as_an_appendix_where_the_kabupaten_lists_it(
    balung: Kecamatan, indikator: m.Indikator
) -> None:
    taken_over(balung)
    naskah = build_draft(kecamatan=balung, tahun=2022)
    assert "pk-berjenjang" not in appendix_numbers(naskah)
    listed = replace(naskah, susunan=Susunan(bagian=("lampiran-pk", "lampiran-pk-berjenjang")))
    assert appendix_numbers(listed)["pk-berjenjang"] == "Lampiran 2"
    assert [(one.nomor, one.key) for one in lampiran(listed)][1:] == [
        ("Lampiran 2", "pk-unit-sekretariat"),
        ("", "pk-unit-umum"),
    ]


def test_the_camat_has_his_own_page(client: Client, balung: Kecamatan, indikator: m.Indikator) -> None:
    camat = UnitKerja.objects.get(kunci="camat")
    answer = client.post(
        f"{BASE}isi/iki/baru/", {"unit": camat.pk, "tugas": "a", "ukuran": "b", "target": "1"}
    )
    assert answer.status_code == 422


def test_a_kecamatan_without_units_is_led_to_where_they_are_recorded(
    client: Client, balung: Kecamatan
) -> None:
    client.force_login(make_pengguna("operator", kecamatan=balung))
    shown = client.get("/kecamatan/balung/2023/pk-berjenjang/isi/").content.decode()
    assert (
        '<a href="/kecamatan/balung/2023/profil/isi/#unit-kerja">unit kerja pada Profil dan SDM</a>' in shown
    )
