"""Documents filled as tables: a cell is saved as its row's form saves it, by the same judge, with the same trail."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip.entry.kinds import ROW_KINDS
from sakip.models import (
    RKT,
    Anggaran,
    BarisRencanaAksi,
    BarisRKT,
    Keluaran,
    PembandingIndikator,
    Penetapan,
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
from tests.sakip.records.table_pages import BASE, last_step, name_of, origin, send
from tests.sakip.records.table_rows import (
    CASES,
    Case,
    a_baris_pk,
    a_pembanding,
    an_anggaran,
    an_indikator,
    sub_kegiatan,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: Two pages (of the budget three for the nomenklatur of a new line, of the Renstra four for its new lines), and a cell
#: of budget, Renstra, PK, RKT and rencana aksi: saving costs what the form's own act costs, with the checks of the
#: year around it, and reads nothing that is only chosen from in the form of the whole row.
QUERIES = [14, 20, 19, 30, 30, 19, 17]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.kind)
def test_a_cell_is_saved_as_the_form_of_its_row_saves_it_and_nothing_of_another_is_lost(
    case: Case, filler: Client, balung: Kecamatan
) -> None:
    row = case.make(balung)
    name, form = name_of(case, row), f"{BASE}isi/{case.kind}/{row.pk}/"
    before = origin(filler, case.grid)[name]
    other = Client()
    other.force_login(make_pengguna("operator", kecamatan=balung, nama="Budi Santoso"))
    stored = send(other, case.grid, name, case.good, before[1])
    assert stored.status_code == 200
    by_cell = last_step()
    # Who saw what was there before is told who wrote since, and then has their way.
    conflict = send(filler, case.grid, name, "1", before[1])
    assert conflict.status_code == 409
    said, mark = conflict.json(), stored.json()["sidik"]
    assert (said["oleh"], said["tersimpan"], said["sidik"]) == ("Budi Santoso", case.good, mark)
    own = send(filler, case.grid, name, "1", mark)
    assert own.status_code == 200
    # Back again, and the same by the form.
    back = send(filler, case.grid, name, before[0], own.json()["sidik"])
    assert (back.status_code, back.json()["sidik"]) == (200, before[1])
    answer = filler.post(form, fill_form(filler, form, **{case.column: case.good}))
    assert answer.status_code == 302
    assert last_step() == by_cell
    assert origin(filler, case.grid)[name] == [case.good, mark]
    # What one refuses the other refuses, in the same words.
    told = Jejak.objects.count()
    refused = send(filler, case.grid, name, case.bad, mark)
    answer = filler.post(form, fill_form(filler, form, **{case.column: case.bad}))
    assert (refused.status_code, answer.status_code) == (422, 422)
    assert refused.json()["pesan"] == " ".join(answer.context["form"].errors[case.column])
    assert Jejak.objects.count() == told


def test_every_kind_of_row_in_a_grid_has_a_case() -> None:
    covered = {(one.grid, one.kind) for one in CASES}
    all_kinds = {(code, kind) for code, grid in TABLES.items() for kind in grid.forms}
    assert all_kinds - covered == {("renstra", "indikator-tujuan")}, "a kind without a case"
    assert all(ROW_KINDS[kind].dokumen == code for code, kind in all_kinds)


def test_sums_are_said_again_after_the_amounts_they_are_of(filler: Client, balung: Kecamatan) -> None:
    """What a sub kegiatan brings adds up to nothing: its cells leave the sums of the table above as they are."""
    row = an_anggaran(balung)
    brings = make(Keluaran, anggaran=row, satuan="laporan", target=Decimal(12))
    shown = origin(filler, "anggaran")
    amount, target = f"anggaran.{row.pk}.realisasi", f"keluaran.{brings.pk}.target"
    summed = send(filler, "anggaran", amount, "500.000", shown[amount][1]).json()["tampil"]
    assert (summed[f"serapan-{row.pk}"], summed["realisasi-semua"]) == ("50,00%", "500.000")
    assert send(filler, "anggaran", target, "13", shown[target][1]).json()["tampil"] == {}


def test_two_who_fill_different_cells_of_a_row_are_in_nobodys_way(filler: Client, balung: Kecamatan) -> None:
    row = an_anggaran(balung)
    shown = origin(filler, "anggaran")
    murni, realisasi = (f"anggaran.{row.pk}.{column}" for column in ("pagu_murni", "realisasi"))
    assert send(filler, "anggaran", murni, "2.000.000", shown[murni][1]).status_code == 200
    answer = send(filler, "anggaran", realisasi, "500.000", shown[realisasi][1])
    assert answer.status_code == 200
    row.refresh_from_db()
    assert (row.pagu_murni, row.realisasi) == (2_000_000, 500_000)
    # 500.000 of 2.000.000; the other cell is told as it is now.
    said = answer.json()
    assert said["tampil"]["serapan-semua"] == said["tampil"][f"serapan-{row.pk}"] == "25,00%"
    assert said["sel_lain"][murni]["teks"] == "2.000.000"


def test_a_new_target_takes_the_printed_form_of_the_old_one_with_it(
    filler: Client, balung: Kecamatan
) -> None:
    indikator = an_indikator(balung)
    name = f"indikator.{indikator.pk}.target_2022"
    _, seen = origin(filler, "renstra")[name]
    assert send(filler, "renstra", name, "80,0", seen).json()["hilang"] == ""
    assert indikator.target.get(tahun=2022).cetak == "80%"
    answer = send(filler, "renstra", name, "82", seen).json()
    assert answer["hilang"] == 'Bentuk tercetak "80%" dihapus karena nilainya berubah.'
    target = indikator.target.get(tahun=2022)
    assert (target.angka, target.cetak) == (82, "")
    assert send(filler, "renstra", name, "", answer["sidik"]).status_code == 200
    assert not indikator.target.filter(tahun=2022).exists()


def test_a_cell_is_refused_for_what_it_makes_wrong_and_not_for_what_was_wrong_before(
    filler: Client, balung: Kecamatan
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
    before = origin(filler, "pembanding")

    def typed(pk: int, column: str, text: str) -> Any:
        name = f"pembanding.{pk}.{column}"
        return send(filler, "pembanding", name, text, before[name][1])

    assert typed(row.pk, "nilai", "81").status_code == 200
    told = Jejak.objects.count()
    refused = typed(row.pk, "tahun_nilai", "2029")
    assert (refused.status_code, Jejak.objects.count()) == (422, told)
    assert "2029" in refused.json()["pesan"]
    assert typed(other.pk, "tahun_nilai", "2021").status_code == 200
    row.refresh_from_db()
    assert (row.angka, row.tahun_nilai) == (81, 2021)


def test_a_closed_year_an_agreed_document_and_a_reader_are_refused_as_everywhere(
    filler: Client, balung: Kecamatan
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
    refused = send(filler, "renstra", target, "75", origin(filler, "renstra").get(target, ["", ""])[1])
    assert (refused.status_code, "sudah ditetapkan" in refused.json()["pesan"]) == (423, True)
    assert 'data-sel="' not in filler.get(f"{BASE}renstra/tabel/").content.decode()
    make_laporan(kecamatan=balung, tahun=2021, status=Laporan.Status.DIAJUKAN)
    assert send(filler, "anggaran", amount, "1").status_code == 423
    assert 'data-sel="' not in filler.get(f"{BASE}anggaran/tabel/").content.decode()


def test_a_row_of_another_kecamatan_a_strange_field_and_a_strange_name_are_not_there(
    filler: Client, balung: Kecamatan
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
        assert send(filler, "anggaran", name, "1").status_code == 404, name
    assert filler.get(f"{BASE}tidak-ada/tabel/").status_code == 404


def test_without_the_script_one_button_saves_what_was_changed(filler: Client, balung: Kecamatan) -> None:
    row = an_anggaran(balung)
    address, shown = f"{BASE}anggaran/tabel/", origin(filler, "anggaran")
    cells = {f"sel-{name}": text for name, (text, _) in shown.items()}
    prefix = f"sel-anggaran.{row.pk}"
    typed = cells | {f"{prefix}.realisasi": "600.000", f"{prefix}.pagu_perubahan": "banyak"}
    answer = filler.post(address, typed | {"asal": json.dumps(shown)})
    content = answer.content.decode()
    assert answer.status_code == 422
    assert "1 nilai tersimpan." in content
    assert 'value="banyak"' in content
    row.refresh_from_db()
    assert (row.realisasi, row.pagu_perubahan) == (600_000, None)
    # Another's value is shown with whose it is; saved once more, one's own is meant.
    Anggaran.objects.filter(pk=row.pk).update(realisasi=Decimal(700_000))
    typed = cells | {f"{prefix}.realisasi": "650.000"}
    answer = filler.post(address, typed | {"asal": json.dumps(shown)})
    assert (answer.status_code, "menjadi 700.000" in answer.content.decode()) == (409, True)
    answer = filler.post(address, typed | {"asal": answer.context["origin"]})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.realisasi == 650_000


def test_a_value_that_is_not_available_is_typed_into_its_cell_with_the_reason(
    filler: Client, balung: Kecamatan
) -> None:
    row = a_pembanding(balung)
    name = f"pembanding.{row.pk}.nilai"
    _, seen = origin(filler, "pembanding")[name]
    answer = send(filler, "pembanding", name, "tidak tersedia: belum ada survei", seen)
    assert answer.json()["teks"] == "tidak tersedia: belum ada survei"
    row.refresh_from_db()
    assert (row.keadaan, row.alasan, row.angka) == ("tidak tersedia", "belum ada survei", None)
    assert send(filler, "pembanding", name, "82,5", answer.json()["sidik"]).status_code == 200
    row.refresh_from_db()
    assert (row.keadaan, row.alasan, row.angka) == ("terisi", "", Decimal("82.5"))


def test_what_was_reached_in_the_years_before_stands_beside_the_targets(
    filler: Client, balung: Kecamatan
) -> None:
    indikator = an_indikator(balung)
    make(Realisasi, indikator=indikator, tahun=2020, triwulan=0, keadaan="terisi", angka=Decimal("77.5"))
    (table,) = filler.get(f"{BASE}renstra/tabel/").context["tables"]
    assert table.table.earlier == ("Realisasi 2020",)
    (line,) = [one.line for one in table.lines if one.line.row]
    assert line.earlier == ("77,5",)


# Of a single indikator its targets are those of the whole plan, and asked for once.
@pytest.mark.parametrize("many", [2, 12])
def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(
    filler: Client, balung: Kecamatan, many: int
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
    _, seen = origin(filler, "pk")[promise]
    counted = []
    for ask in (
        lambda: filler.get(f"{BASE}anggaran/tabel/"),
        lambda: filler.get(f"{BASE}renstra/tabel/"),
        lambda: send(filler, "anggaran", f"anggaran.{rows[0].pk}.pagu_perubahan", "5"),
        lambda: send(filler, "renstra", f"indikator.{indikator.pk}.target_2022", "75"),
        lambda: send(filler, "pk", promise, "75", seen),
        lambda: send(filler, "rkt", f"baris-rkt.{planned[0].pk}.anggaran", "5"),
        lambda: send(filler, "rencana-aksi", f"baris-rencana-aksi.{steps[0].pk}.target_2", "5"),
    ):
        with CaptureQueriesContext(connection) as queries:
            assert ask().status_code == 200
        counted.append(len(queries))
    assert counted == QUERIES


def test_the_last_target_of_a_renstra_asks_no_more_where_more_years_are_measured_by_it(
    filler: Client, balung: Kecamatan
) -> None:
    indikator = an_indikator(balung)
    last = indikator.renstra.tahun_akhir
    make(TargetRenstra, indikator=indikator, tahun=last, angka=Decimal(90))
    name = f"indikator.{indikator.pk}.target_{last}"
    _, seen = origin(filler, "renstra")[name]
    counted = []
    for years, text in (((2021, 2022), "80"), ((2023, 2024), "81")):
        for tahun in years:
            make_realisasi(indikator=indikator, tahun=tahun, triwulan=0, angka=Decimal(72))
        with CaptureQueriesContext(connection) as queries:
            saved = send(filler, "renstra", name, text, seen)
        assert (saved.status_code, saved.json()["teks"]) == (200, text)
        seen = saved.json()["sidik"]
        counted.append(len(queries))
    assert counted[0] == counted[1]
