"""Documents filled as tables: a cell is saved as its row's form saves it, by the same judge, with the same trail."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.table_grid import SEPARATOR
from sakip.models import (
    RKT,
    Anggaran,
    BarisRencanaAksi,
    BarisRKT,
    Indikator,
    Keluaran,
    PembandingIndikator,
    Penetapan,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    TargetRenstra,
)
from sakip.records.tables_page import TABLES
from tests.factory import (
    make,
    make_indikator,
    make_kecamatan,
    make_laporan,
    make_pengguna,
    make_realisasi,
    make_renstra,
    make_sasaran,
)
from tests.sakip.records.page_forms import fill_form, sign_in
from tests.sakip.records.table_rows import (
    CASES,
    Case,
    a_baris_pk,
    a_baris_rencana_aksi,
    a_pembanding,
    a_sasaran_rkt,
    an_anggaran,
    an_indikator,
    sub_kegiatan,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BASE = "/kecamatan/balung/2021/"

#: Two pages (of the budget three for the nomenklatur of a new line, of the Renstra four for its new lines), and a cell
#: of budget, Renstra, PK, RKT and rencana aksi: saving costs what the form's own act costs, with the checks of the
#: year around it, and reads nothing that is only chosen from in the form of the whole row.
QUERIES = [13, 19, 19, 30, 30, 19, 17]


@pytest.fixture
def operator(balung: Kecamatan) -> Client:
    return sign_in("operator", balung)


def origin(client: Client, grid: str) -> dict[str, list[str]]:
    """What the page shows of its filled cells: text and fingerprint by name."""
    shown: dict[str, list[str]] = json.loads(client.get(f"{BASE}{grid}/tabel/").context["origin"])
    return shown


def name_of(case: Case, row: Any) -> str:
    return SEPARATOR.join((case.kind, str(row.pk), case.column))


def send(client: Client, grid: str, name: str, text: str, fingerprint: str = "") -> Any:
    parts = dict(zip(("jenis", "nomor", "kolom"), name.split(SEPARATOR), strict=True))
    return client.post(f"{BASE}{grid}/tabel/sel/", parts | {"teks": text, "sidik": fingerprint})


def last_step() -> tuple[Any, ...]:
    """What the trail says last, but for its moment."""
    one = Jejak.objects.latest("pk")
    return (one.tindakan, one.objek_jenis, one.objek_pk, one.record_key, one.sebelum, one.sesudah, one.tahun)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.kind)
def test_a_cell_is_saved_as_the_form_of_its_row_saves_it_and_nothing_of_another_is_lost(
    case: Case, operator: Client, balung: Kecamatan
) -> None:
    row = case.make(balung)
    name, form = name_of(case, row), f"{BASE}isi/{case.kind}/{row.pk}/"
    before = origin(operator, case.grid)[name]
    other = Client()
    other.force_login(make_pengguna("operator", kecamatan=balung, nama="Budi Santoso"))
    stored = send(other, case.grid, name, case.good, before[1])
    assert stored.status_code == 200
    by_cell = last_step()
    # Who saw what was there before is told who wrote since, and then has their way.
    conflict = send(operator, case.grid, name, "1", before[1])
    assert conflict.status_code == 409
    said, mark = conflict.json(), stored.json()["sidik"]
    assert (said["oleh"], said["tersimpan"], said["sidik"]) == ("Budi Santoso", case.good, mark)
    own = send(operator, case.grid, name, "1", mark)
    assert own.status_code == 200
    # Back again, and the same by the form.
    back = send(operator, case.grid, name, before[0], own.json()["sidik"])
    assert (back.status_code, back.json()["sidik"]) == (200, before[1])
    answer = operator.post(form, fill_form(operator, form, **{case.column: case.good}))
    assert answer.status_code == 302
    assert last_step() == by_cell
    assert origin(operator, case.grid)[name] == [case.good, mark]
    # What one refuses the other refuses, in the same words.
    told = Jejak.objects.count()
    refused = send(operator, case.grid, name, case.bad, mark)
    answer = operator.post(form, fill_form(operator, form, **{case.column: case.bad}))
    assert (refused.status_code, answer.status_code) == (422, 422)
    assert refused.json()["pesan"] == " ".join(answer.context["form"].errors[case.column])
    assert Jejak.objects.count() == told


def test_every_kind_of_row_in_a_grid_has_a_case() -> None:
    covered = {(one.grid, one.kind) for one in CASES}
    all_kinds = {(code, kind) for code, grid in TABLES.items() for kind in grid.forms}
    assert all_kinds - covered == {("renstra", "indikator-tujuan")}, "a kind without a case"
    assert all(ROW_KINDS[kind].dokumen == code for code, kind in all_kinds)


def new_line(client: Client, grid: str, kind: str, asked: str = "") -> tuple[dict[str, str], set[str]]:
    """Of a line that may be added to a table: what its page sends along when nothing is typed and its button is
    pressed, and what is typed in it."""
    page = html.document_fromstring(client.get(f"{BASE}{grid}/tabel/{asked}").content)
    (sent,) = page.xpath("//form[@id='kisi']")
    assert not page.xpath("//table//*[contains(@class, 'kisi-baru-isian')]")  # not within what scrolls
    lines = [one for one in sent.xpath(".//details") if one.get("data-baris-baru") == kind]
    assert lines, f"{kind} has no line in {grid}"
    name = lines[0].xpath("string(.//button[@name='tambah']/@value)")
    typed = {str(one.get("name")) for one in lines[0].xpath(".//*[contains(@class, 'kisi-baru-isian')]")}
    return dict(sent.form_values()) | {"tambah": name}, {one.removeprefix(f"{name}-") for one in typed}


def add(client: Client, grid: str, begun: dict[str, str], **typed: str) -> Any:
    """Type into the line and press its button."""
    line = begun["tambah"]
    return client.post(
        f"{BASE}{grid}/tabel/", begun | {f"{line}-{name}": text for name, text in typed.items()}
    )


def test_a_line_typed_at_the_end_of_a_table_is_saved_as_the_form_saves_it(
    operator: Client, balung: Kecamatan
) -> None:
    pk = a_baris_pk(balung).perjanjian
    begun, typed = new_line(operator, "pk", "baris-pk")
    assert typed == {"acuan_indikator", "sasaran", "indikator", "satuan", "target"}
    line = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan"}
    refused = add(operator, "pk", begun, **line, target="banyak")
    assert (refused.status_code, pk.baris.count()) == (422, 1)
    assert '<input type="hidden" name="kembali" value="tabel">' in refused.content.decode()
    # The page of a new row says what is wrong, and is sent to its own address.
    assert f'action="{BASE}isi/baris-pk/baru/?induk={pk.pk}"' in refused.content.decode()
    saved = add(operator, "pk", begun, **line, target="12")
    row = pk.baris.get(indikator="Laporan")
    assert (row.sasaran, row.satuan, row.angka) == ("Tertib", "laporan", 12)
    back = f"{BASE}pk/tabel/?baru=baris-pk&induk={pk.pk}#baris-baris-pk.{row.pk}"
    assert saved["Location"] == back
    assert "data-lagi" in operator.get(back).content.decode()
    assert f'id="baris-baris-pk.{row.pk}"' in operator.get(f"{BASE}pk/tabel/").content.decode()
    assert Jejak.objects.latest("pk").objek_pk == row.pk
    assert "Baris baru" not in sign_in("camat", balung).get(f"{BASE}pk/tabel/").content.decode()


FIRST = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan"}
#: The first row of each document with a head: what is typed, and what is refused in it.
FIRST_ROWS: dict[str, tuple[type[Any], str, dict[str, str], dict[str, str]]] = {
    "rkt": (RKT, "sasaran-rkt", FIRST | {"target": "12"}, {"target": "banyak"}),
    "pk": (PerjanjianKinerja, "baris-pk", FIRST | {"target": "12"}, {"target": ""}),
    "rencana-aksi": (RencanaAksi, "baris-rencana-aksi", FIRST | {"target_1": "3"}, {"target_1": "tiga"}),
}


def test_the_first_row_of_a_document_begins_it_and_what_is_refused_begins_nothing(
    operator: Client, balung: Kecamatan
) -> None:
    for grid, (head, kind, good, bad) in FIRST_ROWS.items():
        begun, typed = new_line(operator, grid, kind)
        assert typed >= good.keys(), grid
        refused = add(operator, grid, begun, **good | bad)
        assert (refused.status_code, head.objects.count()) == (422, 0), grid
        form = html.document_fromstring(refused.content).forms[-1]
        stored = operator.post(form.action, dict(form.form_values()) | good)
        assert stored.status_code == 302, grid
        document = head.objects.get()
        row: Any = ROW_KINDS[kind].model._default_manager.get()
        assert (row.indikator, getattr(row, ROW_KINDS[kind].parent)) == ("Laporan", document)
        assert [one.objek_pk for one in Jejak.objects.order_by("-pk")[:2]] == [row.pk, document.pk]
        # The next one stands below the same head, also when it was typed before that was there.
        assert str(document.pk) in new_line(operator, grid, kind)[0].values()
        assert add(operator, grid, begun, **good | {"indikator": "Lain"}).status_code == 302
        assert (head.objects.count(), ROW_KINDS[kind].model._default_manager.count()) == (1, 2)
    assert "kisi-baru" not in sign_in("camat", balung).get(f"{BASE}rkt/tabel/").content.decode()


def test_a_row_is_added_below_the_one_that_is_chosen_in_its_line(operator: Client, balung: Kecamatan) -> None:
    subs = sub_kegiatan(2)
    budget = [an_anggaran(balung, sub, n) for n, sub in enumerate(subs, start=1)]
    begun, typed = new_line(operator, "anggaran", "keluaran")
    assert typed == {"induk", "jenis", "uraian", "satuan", "target", "realisasi"}
    line = {"induk": str(budget[1].pk), "jenis": "output", "uraian": "Berkas"}
    refused = add(operator, "anggaran", begun, **line, target="banyak")
    assert f'<input type="hidden" name="induk" value="{budget[1].pk}">' in refused.content.decode()
    stored = add(operator, "anggaran", begun, **line, target="12")
    assert [k.uraian for k in budget[1].keluaran.all()] == ["Berkas"]
    # The next begins below the same row.
    shown = operator.get(stored["Location"]).content.decode()
    assert f'<option value="{budget[1].pk}" selected>' in shown
    stranger = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Ambulu", slug="ambulu")
    other = an_anggaran(stranger, subs[0])
    assert add(operator, "anggaran", begun, **line | {"induk": str(other.pk)}, target="1").status_code == 404


def test_a_renstra_grows_from_its_table_alone(operator: Client, balung: Kecamatan) -> None:
    def grow(kind: str, **typed: str) -> None:
        begun, entries = new_line(operator, "renstra", kind)
        assert entries >= typed.keys(), kind
        assert add(operator, "renstra", begun, **typed).status_code == 302, kind

    grow("renstra", tahun_awal="2021", tahun_akhir="2025")
    grow("tujuan", uraian="Pelayanan baik")
    grow("sasaran", uraian="Warga puas")
    measured = {"jenis_nilai": "angka", "rumus": "positif"}
    grow("indikator-tujuan", nama="Indeks", satuan="indeks", target_2025="90", **measured)
    grow("indikator", nama="IKM", satuan="indeks", target_2021="80", target_2025="85", **measured)
    indikator = Indikator.objects.get()
    assert (indikator.sasaran.uraian, indikator.sasaran.tujuan.uraian) == ("Warga puas", "Pelayanan baik")
    assert {t.tahun: t.angka for t in indikator.target.all()} == {2021: 80, 2025: 85}
    # What it is compared with has a line as soon as there is an indikator.
    begun, typed = new_line(operator, "pembanding", "pembanding")
    assert typed == {"lingkup", "nilai", "tahun_nilai", "sumber"}
    absent = {"lingkup": "nasional", "nilai": "tidak tersedia: belum ada survei", "tahun_nilai": "2021"}
    assert add(operator, "pembanding", begun, **absent).status_code == 302
    row = indikator.pembanding.get()
    assert (row.lingkup, row.keadaan, row.alasan) == ("nasional", "tidak tersedia", "belum ada survei")


def test_every_kind_of_row_in_a_grid_can_be_added_in_it(operator: Client, balung: Kecamatan) -> None:
    for some in (a_sasaran_rkt, a_baris_rencana_aksi, a_pembanding):
        some(balung)
    sub = sub_kegiatan(1)[0]
    make(BarisRKT, rkt=RKT.objects.get(), program=sub.kegiatan.program, acuan_sasaran=None)
    an_anggaran(balung, sub)
    a_baris_pk(balung)
    for code, grid in TABLES.items():
        for kind in grid.forms:
            new_line(operator, code, kind)


def test_sums_are_said_again_after_the_amounts_they_are_of(operator: Client, balung: Kecamatan) -> None:
    """What a sub kegiatan brings adds up to nothing: its cells leave the sums of the table above as they are."""
    row = an_anggaran(balung)
    brings = make(Keluaran, anggaran=row, satuan="laporan", target=Decimal(12))
    shown = origin(operator, "anggaran")
    amount, target = f"anggaran.{row.pk}.realisasi", f"keluaran.{brings.pk}.target"
    summed = send(operator, "anggaran", amount, "500.000", shown[amount][1]).json()["tampil"]
    assert (summed[f"serapan-{row.pk}"], summed["realisasi-semua"]) == ("50,00%", "500.000")
    assert send(operator, "anggaran", target, "13", shown[target][1]).json()["tampil"] == {}


def test_two_who_fill_different_cells_of_a_row_are_in_nobodys_way(
    operator: Client, balung: Kecamatan
) -> None:
    row = an_anggaran(balung)
    shown = origin(operator, "anggaran")
    murni, realisasi = (f"anggaran.{row.pk}.{column}" for column in ("pagu_murni", "realisasi"))
    assert send(operator, "anggaran", murni, "2.000.000", shown[murni][1]).status_code == 200
    answer = send(operator, "anggaran", realisasi, "500.000", shown[realisasi][1])
    assert answer.status_code == 200
    row.refresh_from_db()
    assert (row.pagu_murni, row.realisasi) == (2_000_000, 500_000)
    # 500.000 of 2.000.000; the other cell is told as it is now.
    said = answer.json()
    assert said["tampil"]["serapan-semua"] == said["tampil"][f"serapan-{row.pk}"] == "25,00%"
    assert said["sel_lain"][murni]["teks"] == "2.000.000"


def test_a_new_target_takes_the_printed_form_of_the_old_one_with_it(
    operator: Client, balung: Kecamatan
) -> None:
    indikator = an_indikator(balung)
    name = f"indikator.{indikator.pk}.target_2022"
    _, seen = origin(operator, "renstra")[name]
    assert send(operator, "renstra", name, "80,0", seen).json()["hilang"] == ""
    assert indikator.target.get(tahun=2022).cetak == "80%"
    answer = send(operator, "renstra", name, "82", seen).json()
    assert answer["hilang"] == 'Bentuk tercetak "80%" dihapus karena nilainya berubah.'
    target = indikator.target.get(tahun=2022)
    assert (target.angka, target.cetak) == (82, "")
    assert send(operator, "renstra", name, "", answer["sidik"]).status_code == 200
    assert not indikator.target.filter(tahun=2022).exists()


def test_a_cell_is_refused_for_what_it_makes_wrong_and_not_for_what_was_wrong_before(
    operator: Client, balung: Kecamatan
) -> None:
    row = a_pembanding(balung)
    other = make(
        PembandingIndikator,
        indikator=row.indikator,
        tahun=2021,
        tahun_nilai=2030,
        lingkup="nasional",
        keadaan="terisi",
        angka=Decimal(70),
    )
    before = origin(operator, "pembanding")

    def typed(pk: int, column: str, text: str) -> Any:
        name = f"pembanding.{pk}.{column}"
        return send(operator, "pembanding", name, text, before[name][1])

    assert typed(row.pk, "nilai", "81").status_code == 200
    told = Jejak.objects.count()
    refused = typed(row.pk, "tahun_nilai", "2029")
    assert (refused.status_code, Jejak.objects.count()) == (422, told)
    assert "2029" in refused.json()["pesan"]
    assert typed(other.pk, "tahun_nilai", "2021").status_code == 200
    row.refresh_from_db()
    assert (row.angka, row.tahun_nilai) == (81, 2021)


def test_a_closed_year_an_agreed_document_and_a_reader_are_refused_as_everywhere(
    operator: Client, balung: Kecamatan
) -> None:
    row, indikator = an_anggaran(balung), an_indikator(balung)
    amount, target = f"anggaran.{row.pk}.realisasi", f"indikator.{indikator.pk}.target_2021"
    camat = sign_in("camat", balung)
    assert send(camat, "anggaran", amount, "1").status_code == 403
    assert 'data-sel="' not in camat.get(f"{BASE}anggaran/tabel/").content.decode()
    make(
        Penetapan,
        kecamatan=balung,
        jenis=Penetapan.Jenis.RENSTRA,
        dokumen=indikator.renstra_id,
        oleh=make_pengguna("camat", kecamatan=balung),
    )
    refused = send(operator, "renstra", target, "75", origin(operator, "renstra").get(target, ["", ""])[1])
    assert (refused.status_code, "sudah ditetapkan" in refused.json()["pesan"]) == (423, True)
    assert 'data-sel="' not in operator.get(f"{BASE}renstra/tabel/").content.decode()
    make_laporan(kecamatan=balung, tahun=2021, status=Laporan.Status.DIAJUKAN)
    assert send(operator, "anggaran", amount, "1").status_code == 423
    assert 'data-sel="' not in operator.get(f"{BASE}anggaran/tabel/").content.decode()


def test_a_row_of_another_kecamatan_a_strange_field_and_a_strange_name_are_not_there(
    operator: Client, balung: Kecamatan
) -> None:
    own_sub, other_sub = sub_kegiatan(2)
    neighbour = make_kecamatan(kabupaten=balung.kabupaten, kode="35.09.11", nama="Ambulu", slug="ambulu")
    own, other = an_anggaran(balung, own_sub), an_anggaran(neighbour, other_sub)
    for name in (
        f"anggaran.{other.pk}.realisasi",
        f"anggaran.{own.pk}.tahun",
        f"belanja.{own.pk}.pagu",
        f"anggaran.{own.pk}x.realisasi",
        "anggaran.99999.realisasi",
    ):
        assert send(operator, "anggaran", name, "1").status_code == 404, name
    assert operator.get(f"{BASE}tidak-ada/tabel/").status_code == 404


def test_without_the_script_one_button_saves_what_was_changed(operator: Client, balung: Kecamatan) -> None:
    row = an_anggaran(balung)
    address, shown = f"{BASE}anggaran/tabel/", origin(operator, "anggaran")
    cells = {f"sel-{name}": text for name, (text, _) in shown.items()}
    prefix = f"sel-anggaran.{row.pk}"
    typed = cells | {f"{prefix}.realisasi": "600.000", f"{prefix}.pagu_perubahan": "banyak"}
    answer = operator.post(address, typed | {"asal": json.dumps(shown)})
    content = answer.content.decode()
    assert answer.status_code == 422
    assert "1 nilai tersimpan." in content
    assert 'value="banyak"' in content
    row.refresh_from_db()
    assert (row.realisasi, row.pagu_perubahan) == (600_000, None)
    # Another's value is shown with whose it is; saved once more, one's own is meant.
    Anggaran.objects.filter(pk=row.pk).update(realisasi=Decimal(700_000))
    typed = cells | {f"{prefix}.realisasi": "650.000"}
    answer = operator.post(address, typed | {"asal": json.dumps(shown)})
    assert (answer.status_code, "menjadi 700.000" in answer.content.decode()) == (409, True)
    answer = operator.post(address, typed | {"asal": answer.context["origin"]})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.realisasi == 650_000


def test_whatever_was_typed_comes_along_with_a_new_line(operator: Client, balung: Kecamatan) -> None:
    """Without the script the page is one form: its cells and its new lines are sent whichever button is pressed."""
    row = a_baris_pk(balung)
    cell = f"sel-baris-pk.{row.pk}.target"
    begun, _ = new_line(operator, "pk", "baris-pk")
    line = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan", "target": "12"}
    # A cell that is refused holds the line back: both stand there again.
    held = add(operator, "pk", begun | {cell: "banyak"}, **line)
    shown = held.content.decode()
    assert (held.status_code, row.perjanjian.baris.count()) == (422, 1)
    for words in (
        'value="banyak"',
        "Laporan",
        "Baris Perjanjian Kinerja baru: Belum ditambahkan",
        '#baru-1-nama"',
    ):
        assert words in shown, words
    # Sent again from there, with the cell put right and by the button below all, both are stored.
    (again,) = html.document_fromstring(held.content).xpath("//form[@id='kisi']")
    stored = operator.post(f"{BASE}pk/tabel/", dict(again.form_values()) | {cell: "85"})
    assert (stored.status_code, stored["Location"]) == (302, f"{BASE}pk/tabel/")
    row.refresh_from_db()
    assert (row.angka, row.perjanjian.baris.get(indikator="Laporan").angka) == (85, 12)
    # A cell and a line by the line's own button; nothing typed is no line.
    begun, _ = new_line(operator, "pk", "baris-pk")
    assert add(operator, "pk", begun | {cell: "86"}, **line | {"indikator": "Lain"}).status_code == 302
    row.refresh_from_db()
    assert (row.angka, row.perjanjian.baris.count()) == (86, 3)
    plain, _ = new_line(operator, "pk", "baris-pk")
    del plain["tambah"]
    assert operator.post(f"{BASE}pk/tabel/", plain).status_code == 302
    assert row.perjanjian.baris.count() == 3


def test_two_new_lines_are_sent_together_and_what_is_refused_stands_there_again(
    operator: Client, balung: Kecamatan
) -> None:
    pk = a_baris_pk(balung).perjanjian
    begun, _ = new_line(operator, "pk", "baris-pk")
    program = {"baru-2-nama": "Program Pelayanan", "baru-2-anggaran": "satu juta"}
    line = {"sasaran": "Tertib", "indikator": "Laporan", "satuan": "laporan", "target": "banyak"}
    refused = add(operator, "pk", begun | program, **line)
    assert (refused.status_code, pk.baris.count(), pk.anggaran.count()) == (422, 1, 0)
    (again,) = html.document_fromstring(refused.content).xpath("//form[@id='kisi']")
    values = dict(again.form_values())
    assert (values["baru-1-target"], values["baru-2-anggaran"]) == ("banyak", "satu juta")
    # One of them put right is stored, and the page of the other says what is wrong with it.
    other = operator.post(f"{BASE}pk/tabel/", values | {"baru-2-anggaran": "1.000.000"})
    assert (other.status_code, pk.baris.count(), pk.anggaran.get().anggaran) == (422, 1, 1_000_000)
    assert 'value="banyak"' in other.content.decode()


def test_a_value_that_is_not_available_is_typed_into_its_cell_with_the_reason(
    operator: Client, balung: Kecamatan
) -> None:
    row = a_pembanding(balung)
    name = f"pembanding.{row.pk}.nilai"
    _, seen = origin(operator, "pembanding")[name]
    answer = send(operator, "pembanding", name, "tidak tersedia: belum ada survei", seen)
    assert answer.json()["teks"] == "tidak tersedia: belum ada survei"
    row.refresh_from_db()
    assert (row.keadaan, row.alasan, row.angka) == ("tidak tersedia", "belum ada survei", None)
    assert send(operator, "pembanding", name, "82,5", answer.json()["sidik"]).status_code == 200
    row.refresh_from_db()
    assert (row.keadaan, row.alasan, row.angka) == ("terisi", "", Decimal("82.5"))


def test_what_was_reached_in_the_years_before_stands_beside_the_targets(
    operator: Client, balung: Kecamatan
) -> None:
    indikator = an_indikator(balung)
    make(Realisasi, indikator=indikator, tahun=2020, triwulan=0, keadaan="terisi", angka=Decimal("77.5"))
    (table,) = operator.get(f"{BASE}renstra/tabel/").context["tables"]
    assert table.table.earlier == ("Realisasi 2020",)
    (line,) = [one.line for one in table.lines if one.line.row]
    assert line.earlier == ("77,5",)


# Of a single indikator its targets are those of the whole plan, and asked for once.
@pytest.mark.parametrize("many", [2, 12])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(
    operator: Client, balung: Kecamatan, many: int
) -> None:
    subs = sub_kegiatan(many)
    rows = [an_anggaran(balung, sub, n) for n, sub in enumerate(subs, start=1)]
    promised = a_baris_pk(balung)
    rkt = make(RKT, kecamatan=balung, tahun=2021)
    planned = [
        make(
            BarisRKT,
            rkt=rkt,
            program=sub.kegiatan.program,
            kegiatan=sub.kegiatan,
            sub_kegiatan=sub,
            acuan_sasaran=None,
        )
        for sub in subs
    ]
    renstra = make_renstra(kecamatan=balung)
    sasaran = make_sasaran(renstra=renstra)
    for n in range(many):
        indikator = make_indikator(renstra=renstra, sasaran=sasaran, kunci=f"i-{n}", nama=f"I {n}")
        make(TargetRenstra, indikator=indikator, tahun=2021, angka=Decimal(70))
    action = make(RencanaAksi, kecamatan=balung, tahun=2021)
    steps = [
        make(BarisRencanaAksi, rencana_aksi=action, acuan_indikator=indikator, indikator=f"I {n}", satuan="%")
        for n in range(many)
    ]
    promise = f"baris-pk.{promised.pk}.target"
    _, seen = origin(operator, "pk")[promise]
    counted = []
    for ask in (
        lambda: operator.get(f"{BASE}anggaran/tabel/"),
        lambda: operator.get(f"{BASE}renstra/tabel/"),
        lambda: send(operator, "anggaran", f"anggaran.{rows[0].pk}.pagu_perubahan", "5"),
        lambda: send(operator, "renstra", f"indikator.{indikator.pk}.target_2022", "75"),
        lambda: send(operator, "pk", promise, "75", seen),
        lambda: send(operator, "rkt", f"baris-rkt.{planned[0].pk}.anggaran", "5"),
        lambda: send(operator, "rencana-aksi", f"baris-rencana-aksi.{steps[0].pk}.target_2", "5"),
    ):
        with CaptureQueriesContext(connection) as queries:
            assert ask().status_code == 200
        counted.append(len(queries))
    assert counted == QUERIES


def test_the_last_target_of_a_renstra_asks_no_more_where_more_years_are_measured_by_it(
    operator: Client, balung: Kecamatan
) -> None:
    indikator = an_indikator(balung)
    last = indikator.renstra.tahun_akhir
    make(TargetRenstra, indikator=indikator, tahun=last, angka=Decimal(90))
    name = f"indikator.{indikator.pk}.target_{last}"
    _, seen = origin(operator, "renstra")[name]
    counted = []
    for years, text in (((2021, 2022), "80"), ((2023, 2024), "81")):
        for tahun in years:
            make_realisasi(indikator=indikator, tahun=tahun, triwulan=0, angka=Decimal(72))
        with CaptureQueriesContext(connection) as queries:
            saved = send(operator, "renstra", name, text, seen)
        assert (saved.status_code, saved.json()["teks"]) == (200, text)
        seen = saved.json()["sidik"]
        counted.append(len(queries))
    assert counted[0] == counted[1]
