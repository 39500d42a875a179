"""The same finding at every door: a workbook is refused, a form says it beside its field, the command lists it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from kecamatan.models import Jejak, Kecamatan, MasaJabatan, ProfilKecamatan
from reports.workbook.exchange import WorkbookRefused, workbook_export, workbook_import
from reports.workbook.import_run import Preview
from sakip.checks import KINDS, Level, Place
from sakip.checks.material import Key
from sakip.entry.findings_panel import place_address
from sakip.entry.watch import RowWatch
from sakip.models import (
    RKT,
    Anggaran,
    AnggaranPK,
    BarisPK,
    Belanja,
    Indikator,
    Kegiatan,
    KeputusanIKU,
    PerjanjianKinerja,
    Program,
    Realisasi,
    RencanaAksi,
    Renstra,
    SasaranRKT,
    SubKegiatan,
)
from tests.factory import make, make_pengguna, make_renstra
from tests.workbook_edits import Change, edited, write

#: The checks are pure: what breaks them, test_checks holds; here they are asked by the doors.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2023/"

#: What each door must say: the code, sheet, row and column in the workbook, and the sentence.
CAMAT = (
    "Bertindih dengan SITI AMINAH, S.Sos., Camat Balung sejak 1 Januari 2022. "
    "Isi akhir masa jabatan yang terdahulu."
)
BELANJA = "Pagu Rp3.000.000 bukan jumlah rinciannya (Rp2.500.000). Periksa rinciannya."
RENSTRA = "Perubahan 1 belum dicatat. Tambahkan Renstra 2021–2026 dengan versi 1."
ACEH = (
    "7.01.02.2.01 Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan hanya untuk Aceh."
    " Pilih kegiatan lain."
)


@pytest.fixture
def client(client: Client, mini: Kecamatan) -> Client:
    client.force_login(make_pengguna("operator", kecamatan=mini))
    return client


@pytest.fixture
def pagu_unknown(mini: Kecamatan) -> None:
    """Belanja cannot be compared with the programs: what is looked at are its own sums. Nor are desa counted."""
    Anggaran.objects.update(pagu_murni=None)
    Kecamatan.objects.update(jumlah_desa=None, jumlah_kelurahan=None)


def add_row(sheet: str, *cells: object) -> Change:
    """Type a row below those that are there."""

    def change(book: Workbook) -> None:
        book[sheet].append(list(cells))

    return change


def second_camat() -> Change:
    return add_row("Pejabat", "BUDI SANTOSO, S.Sos.", None, "Camat", date(2023, 6, 1), None, None)


def perubahan_without_its_first() -> Change:
    return add_row("Renstra", 2021, 2026, 2, None, None, None, 2021, 1)


def exported(mini: Kecamatan) -> bytes:
    """The workbook of what is recorded now; ``mini_workbook`` is that of ``mini`` as it was loaded."""
    return workbook_export(kecamatan=mini, tahun=2023)


def preview(book: bytes, *changes: Change, **more: object) -> Preview:
    return workbook_import(content=edited(book, *changes), nama="uji.xlsx", kabupaten=True, **more)  # type: ignore[arg-type]


def command() -> list[str]:
    """The lines of periksa_data. Of the other kecamatan nothing is recorded; each would be read none the less."""
    Kecamatan.objects.exclude(kode="35.09.10").delete()
    out = StringIO()
    try:
        call_command("periksa_data", stdout=out)
    except CommandError:
        return [line for line in out.getvalue().splitlines() if line.startswith("galat ")]
    return []


# -- the workbook ----------------------------------------------------------------------------------


def test_a_new_galat_refuses_the_whole_workbook_and_names_its_cell(
    mini: Kecamatan, pagu_unknown: None, mini_workbook: bytes
) -> None:
    changes = (
        second_camat(),
        perubahan_without_its_first(),
        write("Belanja", 3, "Pagu (Rp)", 3_000_000),
        write("Profil", 3, "Nilai", "Jl. Baru 2"),
    )
    seen = preview(mini_workbook, *changes)
    assert sorted((g.lembar, g.baris, g.kolom, g.pesan) for g in seen.errors) == [
        ("Belanja", 3, "Pagu (Rp)", BELANJA),
        ("Pejabat", 5, "Mulai menjabat", CAMAT),
        ("Renstra", 4, "Versi", RENSTRA),
    ]
    assert seen.changes == []
    with pytest.raises(WorkbookRefused, match=r"3 kesalahan\. Yang pertama: Lembar \w+, baris \d"):
        preview(mini_workbook, *changes, apply_changes=True)
    mini.refresh_from_db()
    assert mini.alamat == "Jl. Rambipuji No. 1"
    assert command() == []


def test_a_kegiatan_of_aceh_is_refused_by_the_workbook(mini: Kecamatan, mini_workbook: bytes) -> None:
    """Only rows that the workbook brings are its fault: the one that is there already stays."""
    Kegiatan.objects.filter(kode="7.01.02.2.01").update(khusus_aceh=True)
    codes = {line.split(" ")[1] for line in command()}
    assert codes == {"khusus-aceh"}
    before = preview(mini_workbook, write("Anggaran", 3, "Realisasi (Rp)", 2_300_000))
    assert before.errors == []
    Anggaran.objects.all().delete()
    book = edited(exported(mini), add_row("Anggaran", "7.01.02.2.01"))
    seen = workbook_import(content=book, nama="uji.xlsx", kabupaten=True)
    assert [(g.lembar, g.baris, g.kolom, g.pesan) for g in seen.errors] == [("Anggaran", 3, "Kode", ACEH)]


def test_what_was_wrong_before_does_not_stand_in_the_way(mini: Kecamatan, pagu_unknown: None) -> None:
    Belanja.objects.filter(kode="operasi").update(pagu=3_000_000)
    assert [line.split(" ")[1] for line in command()] == ["belanja-menjumlah"]
    book = exported(mini)
    seen = preview(book, write("Profil", 3, "Nilai", "Jl. Baru 2"), apply_changes=True)
    assert (seen.errors, len(seen.changes)) == ([], 1)
    # Nor does the same contradiction with another amount.
    assert preview(book, write("Belanja", 3, "Pagu (Rp)", 4_000_000), apply_changes=True).errors == []


def test_a_new_warning_is_listed_and_kept(mini: Kecamatan, mini_workbook: bytes) -> None:
    change = write("Anggaran", 3, "Realisasi (Rp)", 2_600_000)
    expected = [
        (
            "Anggaran",
            3,
            "Realisasi (Rp)",
            "Realisasi Rp2.600.000 melebihi pagu Rp2.500.000. Periksa keduanya.",
        )
    ]
    seen = preview(mini_workbook, change)
    assert [(g.lembar, g.baris, g.kolom, g.pesan) for g in seen.warnings] == expected
    assert preview(mini_workbook, change, apply_changes=True).applied
    assert Anggaran.objects.get().realisasi == 2_600_000
    assert preview(mini_workbook, write("Profil", 3, "Nilai", "Jl. Baru 2")).warnings == []


def test_the_command_prints_the_warnings_of_a_workbook(
    mini: Kecamatan, mini_workbook: bytes, tmp_path: object
) -> None:
    book = edited(mini_workbook, write("Anggaran", 3, "Realisasi (Rp)", 2_600_000))
    path = tmp_path / "uji.xlsx"  # type: ignore[operator]
    path.write_bytes(book)
    out = StringIO()
    call_command("impor", str(path), "--periksa", stdout=out)
    assert (
        'Peringatan. Lembar Anggaran, baris 3, kolom "Realisasi (Rp)": Realisasi Rp2.600.000 melebihi pagu'
        " Rp2.500.000. Periksa keduanya."
    ) in out.getvalue()


def test_a_program_that_pk_and_budget_name_differently_is_a_warning(
    mini: Kecamatan, mini_workbook: bytes
) -> None:
    seen = preview(mini_workbook, write("PKAnggaran", 3, "Anggaran (Rp)", 2_400_000))
    assert seen.errors == []
    assert str(seen.warnings[0]) == (
        'Lembar PKAnggaran, baris 3, kolom "Anggaran (Rp)": PK Rp2.400.000 berbeda Rp100.000 dengan pagu murni anggaran'
        " Rp2.500.000. Periksa keduanya."
    )
    assert preview(
        mini_workbook, write("PKAnggaran", 3, "Anggaran (Rp)", 2_400_000), apply_changes=True
    ).applied
    assert AnggaranPK.objects.get().anggaran == Decimal(2_400_000)


# -- the forms -------------------------------------------------------------------------------------


def error_at(answer: object, field: str) -> str:
    """What is said beside a field; "" for the form as a whole."""
    form = answer.context["form"]  # type: ignore[attr-defined]
    return " ".join(form.errors.get(field or "__all__", []))


def fingerprint(client: Client, address: str) -> Any:
    return client.get(address).context["fingerprint"]


def test_a_second_camat_is_said_beside_the_date(client: Client, mini: Kecamatan) -> None:
    answer = client.post(
        f"{BASE}isi/pejabat/baru/", {"nama": "BUDI SANTOSO, S.Sos.", "jabatan": "camat", "mulai": "1/6/2023"}
    )
    assert answer.status_code == 422
    assert error_at(answer, "mulai") == CAMAT
    assert MasaJabatan.objects.filter(kecamatan=mini).count() == 1
    assert answer.context["row"] is None  # still the page of a new row
    # An earlier one that reaches into the term of the other is said above: the other row is at fault as well.
    answer = client.post(
        f"{BASE}isi/pejabat/baru/", {"nama": "BUDI SANTOSO, S.Sos.", "jabatan": "camat", "mulai": "1/6/2021"}
    )
    assert error_at(answer, "").startswith("Masa jabatan SITI AMINAH, S.Sos., Camat Balung: Bertindih dengan")


def test_people_that_are_not_their_halves_are_refused_at_both_doors(
    client: Client, mini: Kecamatan, mini_workbook: bytes
) -> None:
    message = "Penduduk 300 jiwa bukan jumlah 140 laki-laki dan 150 perempuan. Periksa ketiganya."
    seen = preview(mini_workbook, write("Profil", 15, "Nilai", 150))
    assert [(g.lembar, g.kolom, g.pesan) for g in seen.errors] == [
        ("Profil", "Penduduk (jiwa)", f"Profil: {message}")
    ]
    address = f"{BASE}isi/profil/{ProfilKecamatan.objects.get(kecamatan=mini, tahun=2023).pk}/"
    form = client.get(address).context["form"]
    typed = {name: field.value() or "" for name in form.fields if (field := form[name])}
    answer = client.post(address, typed | {"penduduk_perempuan": "150", "sidik": form.fingerprint})
    assert (answer.status_code, error_at(answer, "penduduk")) == (422, message)


def test_undoing_is_refused_where_the_place_is_taken_by_another(client: Client, mini: Kecamatan) -> None:
    first = MasaJabatan.objects.get(kecamatan=mini)
    for document in (RKT, KeputusanIKU, RencanaAksi):
        document.objects.update(penandatangan=None)
    PerjanjianKinerja.objects.update(pihak_pertama=None)
    address = f"{BASE}isi/pejabat/{first.pk}/hapus/"
    client.post(address, {"sidik": client.get(address).context["form"].fingerprint})
    typed = {"nama": "BUDI SANTOSO, S.Sos.", "jabatan": "camat", "mulai": "1/6/2023"}
    assert client.post(f"{BASE}isi/pejabat/baru/", typed).status_code == 302
    deleted = Jejak.objects.get(tindakan="catatan.dihapus")
    page = client.post(f"{BASE}pulihkan/{deleted.pk}/", follow=True)
    assert [str(m) for m in page.context["messages"]][-1:] == [
        f"Masa jabatan BUDI SANTOSO, S.Sos., Camat Balung: {CAMAT}"
    ]
    assert MasaJabatan.objects.filter(kecamatan=mini).count() == 1


def test_a_group_that_is_not_its_parts_is_said_beside_its_amount(client: Client, mini: Kecamatan) -> None:
    group = Belanja.objects.get(kode="operasi")
    address = f"{BASE}isi/belanja/{group.pk}/"
    typed = {"kode": "operasi", "nama": "Belanja Operasi", "pagu": "3.000.000"}
    answer = client.post(address, typed | {"sidik": fingerprint(client, address)})
    assert (answer.status_code, error_at(answer, "pagu")) == (422, BELANJA)
    group.refresh_from_db()
    assert group.pagu == 2_500_000


def refused_choice(client: Client, address: str, field: str, chosen: object) -> str:
    """What is said beside the field where a new row chooses what is not offered."""
    answer = client.post(f"{BASE}isi/{address}", {field: chosen})
    assert answer.status_code == 422
    return error_at(answer, field)


def test_what_is_for_aceh_is_not_offered_and_refused_in_the_words_of_the_check(
    client: Client, mini: Kecamatan
) -> None:
    kegiatan = Kegiatan.objects.get(kode="7.01.02.2.01", program__versi__kode="2021")
    Kegiatan.objects.filter(pk=kegiatan.pk).update(khusus_aceh=True)
    chosen = f"kegiatan-{kegiatan.pk}"
    rkt = RKT.objects.get(tahun=2023)
    assert refused_choice(client, "anggaran/baru/", "nomenklatur", chosen) == ACEH
    assert refused_choice(client, f"baris-rkt/baru/?induk={rkt.pk}", "nomenklatur", chosen) == ACEH
    # A sub kegiatan below it is refused for what it is part of; a program of its own where one is chosen.
    sub = SubKegiatan.objects.filter(kegiatan=kegiatan).first() or make(
        SubKegiatan, kegiatan=kegiatan, kode="7.01.02.2.01.01", nama="Koordinasi"
    )
    assert refused_choice(client, "anggaran/baru/", "nomenklatur", f"sub_kegiatan-{sub.pk}") == ACEH
    Program.objects.filter(pk=kegiatan.program_id).update(khusus_aceh=True)
    program = f"{kegiatan.program} hanya untuk Aceh. Pilih program lain."
    pk = PerjanjianKinerja.objects.get(tahun=2023, versi=0, dikutip=False)
    for address in (f"anggaran-pk/baru/?induk={pk.pk}", "dukungan/baru/"):
        assert refused_choice(client, address, "program", kegiatan.program_id) == program
    assert refused_choice(client, "anggaran/baru/", "nomenklatur", chosen) == program


def test_the_nomenklatur_of_another_year_is_refused_in_the_words_of_the_check(
    client: Client, mini: Kecamatan
) -> None:
    kegiatan = Kegiatan.objects.get(kode="7.01.02.2.01", program__versi__kode="2021")
    versi = kegiatan.program.versi
    type(versi).objects.filter(pk=versi.pk).update(tahun_awal=2024, tahun_akhir=None)
    said = f"{versi} tidak berlaku tahun 2023. Pilih program dari nomenklatur tahun itu."
    assert refused_choice(client, "anggaran/baru/", "nomenklatur", f"kegiatan-{kegiatan.pk}") == said
    assert refused_choice(client, "dukungan/baru/", "program", kegiatan.program_id) == said


@pytest.mark.parametrize("chosen", ["kegiatan-999", "kegiatan-", "lain-1", "x", "9" * 40, "kegiatan-٣"])
def test_a_choice_that_is_no_row_is_refused_as_any_other(
    client: Client, mini: Kecamatan, chosen: str
) -> None:
    for address, field in (("anggaran/baru/", "nomenklatur"), ("dukungan/baru/", "program")):
        assert refused_choice(client, address, field, chosen).startswith("Pilihan itu tidak ada.")


def test_a_cell_of_the_grid_asks_no_check(mini: Kecamatan) -> None:
    """Its five cells come right only together; the row's own rules judge each."""
    row = Realisasi.objects.filter(tahun=2023).first()
    assert row is not None
    with CaptureQueriesContext(connection) as queries:
        watch = RowWatch(kecamatan=mini, tahun=2023)
        watch.expect(Realisasi)
        assert watch.errors([row]) == ()
    assert len(queries) == 0


@pytest.mark.parametrize(
    ("model", "count"), [(Belanja, 1), (SasaranRKT, 4 + 1), (BarisPK, 3 + 9 + 1 + 1), (Anggaran, 4)]
)
def test_a_row_pays_for_the_parts_that_its_checks_read(mini: Kecamatan, model: type[Any], count: int) -> None:
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(pk=mini.pk)
    with CaptureQueriesContext(connection) as queries:
        RowWatch(kecamatan=kecamatan, tahun=2023).expect(model)
    assert len(queries) == count


def test_parts_are_typed_one_after_another(client: Client, pagu_unknown: None) -> None:
    """Neither order of typing is refused: a part before its group, and a group that is wrong already."""
    part, group = Belanja.objects.get(kode="barang-jasa"), Belanja.objects.get(kode="operasi")
    for row, parent in ((part, str(group.pk)), (group, "")):
        address = f"{BASE}isi/belanja/{row.pk}/"
        typed = {"kode": row.kode, "nama": row.nama, "induk": parent, "pagu": "3.000.000"}
        answer = client.post(address, typed | {"sidik": fingerprint(client, address)})
        assert answer.status_code == 302, answer.context["form"].errors
    assert command() == []


def test_a_row_that_is_wrong_already_can_still_be_changed(client: Client, mini: Kecamatan) -> None:
    Belanja.objects.filter(kode="operasi").update(pagu=3_000_000)
    group = Belanja.objects.get(kode="operasi")
    address = f"{BASE}isi/belanja/{group.pk}/"
    typed = {"kode": "operasi", "nama": "Belanja Operasional", "pagu": "3.000.000"}
    assert client.post(address, typed | {"sidik": fingerprint(client, address)}).status_code == 302


def test_a_renstra_known_only_as_perubahan_is_whole_but_not_one_without_the_version_between(
    mini: Kecamatan,
) -> None:
    Renstra.objects.update(versi=1)
    assert command() == []
    make_renstra(kecamatan=mini, versi=3)
    assert command() == [
        "galat versi-renstra-berurutan · Kecamatan Balung 2021, Renstra 2021–2026 (perubahan 3): Perubahan 2 belum"
        " dicatat. Tambahkan Renstra 2021–2026 dengan versi 2."
    ]


# -- the pages -------------------------------------------------------------------------------------


def lines(page: Any) -> list[tuple[str, str, str]]:
    """What a page shows of the checks: how much it matters, where, and where it is mended."""
    shown = page.context["temuan"]
    places = (shown, *shown.tables.values()) if shown else ()
    return [
        (line.finding.level.label, line.finding.words, line.address)
        for place in places
        for line in place.lines
    ]


def test_the_entry_page_shows_what_is_wrong_with_its_document(
    client: Client, mini: Kecamatan, pagu_unknown: None
) -> None:
    Belanja.objects.filter(kode="operasi").update(pagu=3_000_000)
    group = Belanja.objects.get(kode="operasi")
    page = client.get(f"{BASE}anggaran/isi/")
    expected = [("Kesalahan", "Belanja Operasi", f"{BASE}isi/belanja/{group.pk}/#id_pagu")]
    # The pagu of the only row is not known, and something was spent of it.
    assert (lines(page)[:1], page.context["temuan"].count) == (expected, "1 kesalahan dan 1 peringatan")
    assert BELANJA in page.content.decode()
    # What is wrong with another document is said there.
    for code in ("renstra", "rkt", "pk", "iku", "rencana-aksi", "profil", "pembanding"):
        assert lines(client.get(f"{BASE}{code}/isi/")) == [], code
    assert lines(client.get(f"{BASE}realisasi/isi/")) == []
    shown = client.get(BASE).context["reviu"]["lines"]
    address = f"{BASE}isi/belanja/{group.pk}/?dari-reviu#id_pagu"
    assert (shown[0].finding.words, shown[0].field) == ("Belanja Operasi", address)
    assert "Pemeriksaan: 1 kesalahan pada isian ini" in client.get(address.partition("?")[0]).content.decode()


def test_the_summary_lists_what_is_gravest_and_the_list_everything(
    client: Client, mini: Kecamatan, pagu_unknown: None
) -> None:
    Anggaran.objects.update(pagu_perubahan=2_300_000)  # 2.400.000 were spent, and the PK murni says 2.500.000
    Belanja.objects.update(pagu=None)
    Belanja.objects.filter(kode="operasi").update(realisasi=9)
    page = client.get(BASE)
    shown = page.context["reviu"]
    assert [line.finding.level.label for line in shown["lines"]] == ["Kesalahan", *["Peringatan"] * 2]
    assert dict(shown["counts"])[Level.GALAT] == 1
    place = "Anggaran Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan"
    found = {line.finding.words for line in client.get(f"{BASE}reviu/").context["groups"][1].lines}
    assert place in found


def test_the_grid_shows_its_checks_without_a_query_of_their_own(client: Client, mini: Kecamatan) -> None:
    row = Realisasi.objects.filter(tahun=2023, triwulan=0).first()
    assert row is not None
    Realisasi.objects.filter(pk=row.pk).update(angka=None, huruf="Z", keadaan="terisi", alasan="")
    page = client.get(f"{BASE}realisasi/isi/")
    assert lines(page) == [
        (
            "Kesalahan",
            f"Indikator {row.indikator.nama}, realisasi 2023",
            f"{BASE}realisasi/indikator/{row.indikator_id}/nilai/0/#id_nilai",
        )
    ]


#: By which the page of a row is found, where its number does not lead there.
KEYS: dict[str, Key] = {
    "narasi": (("bagian", "latar-belakang"), ("kunci", "")),
    "target-renstra": (("tahun", 2023),),
    "target-tujuan": (("tahun", 2023),),
}


def test_every_link_of_a_finding_leads_to_a_page(client: Client, mini: Kecamatan) -> None:
    pages: dict[str, str] = {}  # several kinds stand on one page
    for kind, about in KINDS.items():
        model = apps.get_model((KINDS[about.form] if about.form else about).model)
        if kind == "realisasi":  # typed at its indikator
            model = Indikator
        row = mini if kind == "kecamatan" else model._default_manager.for_kecamatan(mini).last()
        for pk in (None, row.pk if row else None):
            if kind == "kepala-daerah":
                continue  # only Bagian Organisasi opens that page
            here = Place(kind=kind, key=KEYS.get(kind, ()), pk=pk, words="")
            pages.setdefault(place_address(here, mini.slug, 2023).partition("#")[0], kind)
    for page, kind in pages.items():
        assert client.get(page).status_code == 200, (kind, page)
