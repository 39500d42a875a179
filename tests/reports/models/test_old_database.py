"""A database filled by the release before the records had rooms: it migrates, and says what it said.

``tests/old_database`` holds it as either engine dumped it: the tables of that release, and what it had itself stored on
25 November 2026: the four contoh, and in Ajung and Umbulsari what its people did by hand (cells filled and emptied,
evidence, a deletion, a narrative, a signed report).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.db.models import QuerySet

from kecamatan.ground.trail import record_history
from kecamatan.models import Jejak, Kecamatan
from reports.html import render_html
from reports.models import Arsip, Laporan, Narasi
from reports.publish.assemble import arrange, build_draft, content_fingerprint
from reports.publish.naskah import Naskah
from reports.signing.chain import chain_is_whole
from reports.workbook.exchange import workbook_import
from sakip.entry.restore import record_restore
from sakip.entry.writer import DELETED
from sakip.models import Anggaran, AnggaranPK, Indikator, LintasSektor, PembandingIndikator, Realisasi
from tests.flows.printed import CONTOH
from tests.kept_rows import kept_contoh
from tests.quick.migrations import quick_migrations

pytestmark = pytest.mark.django_db(transaction=True)

TESTS: Final = Path(__file__).parents[2]
AJUNG: Final = "35.09.17"


def put_back() -> None:
    """The tables and rows of then instead of those of now."""
    dump = TESTS / "old_database" / f"2026-11-25.{connection.vendor}.sql.gz"
    statements = gzip.decompress(dump.read_bytes()).decode()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(":memory:")) as old:
            old.executescript(statements)
            old.backup(connection.connection)
        return
    own = connection.copy()  # the statements begin with settings for whoever reads them
    with own.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA public CASCADE; CREATE SCHEMA public; {statements}")
    own.close()


def forth(executor: MigrationExecutor, state: ProjectState) -> None:
    """Migrate as every installation does, from what the migrations before made of the models."""
    executor.loader.build_graph()
    executor.migrate(executor.loader.graph.leaf_nodes(), state=state)


def draft(kode: str, tahun: int) -> Naskah:
    return build_draft(kecamatan=Kecamatan.objects.get(kode=kode), tahun=tahun)


def print_html(naskah: Naskah) -> str:
    return render_html(arrange(naskah, "lkip").dokumen, naskah.pengaturan)


def documents() -> dict[str, str]:
    """What the documents of the four contoh say: of each the fingerprint of all that it is made of, one printed. What
    people wrote is replaced by one word, and what they wrote instead of a comparison is left out: since then the contoh
    say some of that otherwise, and some no longer."""
    with transaction.atomic():
        QuerySet(Narasi).exclude(isi="").update(isi="Uraian.")
        QuerySet(Realisasi).exclude(alasan="").update(alasan="tidak tercantum")
        QuerySet(PembandingIndikator).exclude(alasan="").delete()
        QuerySet(Anggaran).exclude(keterangan="").update(keterangan="Keterangan.")
        drafts = {name: draft(c.kode, c.tahun) for name, c in CONTOH.items()}
        transaction.set_rollback(True)
    said = {name: content_fingerprint(one, CONTOH[name].kind) for name, one in drafts.items()}
    return said | {"printed": print_html(drafts["umbulsari-2021"])}


@pytest.fixture
def as_loaded_now() -> dict[str, str]:
    """What the same contoh say when they are loaded today."""
    with transaction.atomic():
        kept_contoh()
        QuerySet(LintasSektor).all().delete()  # the contoh name other offices since that database was made
        found = documents()
        transaction.set_rollback(True)
    return found


@pytest.fixture
def migrated(as_loaded_now: dict[str, str]) -> None:
    """The old database, brought to today's tables."""
    put_back()
    executor = MigrationExecutor(connection)
    with quick_migrations():
        forth(executor, sign_as_before(executor))


def test_an_old_database_says_what_it_said(migrated: None, as_loaded_now: dict[str, str]) -> None:
    """One test, as what it asks costs less than migrating again."""
    contoh_print_the_same(as_loaded_now)
    what_was_entered_by_hand_is_measured_as_it_was()
    a_workbook_of_that_time_changes_nothing()
    the_trail_tells_its_records()
    what_was_deleted_comes_back()
    what_was_signed_stays_signed()
    the_chain_of_before_is_whole()


def sign_as_before(executor: MigrationExecutor) -> ProjectState:
    """Archive the signed report of that database as the release did whose archives hung on the report alone."""
    state = executor.migrate([("reports", "0015_what_was_signed_and_by_which_key")])
    state.clear_delayed_apps_cache()
    apps = state.apps
    laporan = apps.get_model("reports", "Laporan").objects.filter(status="ditandatangani").first()
    moment, sha256 = datetime(2024, 1, 15, 3, 5, tzinfo=UTC), {one: f"{one:0>64}" for one in "1234567"}
    link = {
        "urut": 1,
        "sebelum": "",
        "kecamatan": laporan.kecamatan.kode,
        "tahun": laporan.tahun,
        "versi": laporan.versi,
        "snapshot": sha256["1"],
        "naskah": sha256["2"],
        "mesin": "1",
        "dokumen": "10",
        "templat": "x",
        "html": sha256["3"],
        "pdf": sha256["4"],
        "docx": sha256["5"],
        "cara": "bsre",
        "nama": "Camat",
        "jabatan": "Camat Umbulsari",
        "sertifikat": sha256["6"],
        "token": "t",
        "waktu": moment.isoformat(),
    }
    apps.get_model("reports", "Arsip").objects.create(
        laporan=laporan,
        **{f"{one}_sha256": link[one] for one in ("snapshot", "naskah", "html", "pdf", "docx")},
        **{one: one for one in ("snapshot", "naskah", "html", "pdf", "docx")},
        **{f"versi_{one}": link[one] for one in ("mesin", "dokumen", "templat")},
        urut=1,
        halaman=1,
        ukuran=1,
        dibuat=moment,
        sidik=hashlib.sha256(json.dumps(link, ensure_ascii=False, sort_keys=True).encode()).hexdigest(),
    )
    apps.get_model("reports", "TandaTangan").objects.create(
        laporan=laporan,
        pengguna=laporan.diajukan_oleh,
        masa_jabatan=apps.get_model("kecamatan", "MasaJabatan").objects.first(),
        **{one: link[one] for one in ("cara", "nama", "jabatan", "sertifikat", "token")},
        waktu=moment,
        penerbit="BSrE",
        nomor_seri="1f",
        sidik=link["pdf"],
    )
    return state


def the_chain_of_before_is_whole() -> None:
    """Its link names what it named, and hangs where it belongs."""
    arsip = Arsip.objects.get()
    assert list(chain_is_whole()) == []
    assert str(arsip) == str(arsip.laporan)
    assert arsip.tanda_tangan.token == "t"


def contoh_print_the_same(as_loaded_now: dict[str, str]) -> None:
    """To the byte."""
    assert documents() == as_loaded_now


def what_was_entered_by_hand_is_measured_as_it_was() -> None:
    """3/8 of a rasio was 37,50 by a factor that no column held, and 2/3 of a persentase 66,67."""
    pengali = Indikator.objects.filter(renstra__kecamatan__kode=AJUNG).values_list("kunci", "pengali")
    assert dict(pengali) == {"rasio": Decimal(100), "persen": None, "nilai": None}
    html = print_html(draft(AJUNG, 2021))
    assert "realisasi 3 ÷ 8 × 100 = 37,5; realisasi 37,5 ÷ target 40 × 100 = 93,75." in html
    assert '<td class="ka">90%</td><td class="ka">66,67%</td>' in html
    assert html.index("Kendala:") < html.index("Air<") < html.index("Jalan<")


def a_workbook_of_that_time_changes_nothing() -> None:
    """Handed out by the same release from the same records."""
    content = (TESTS / "old_workbooks" / "35.09.05.xlsx").read_bytes()
    seen = workbook_import(content=content, nama="lama.xlsx", kabupaten=True)
    assert ([str(g) for g in seen.errors], seen.changes) == ([], [])


def the_trail_tells_its_records() -> None:
    """Also of a cell that is empty now, whose indikator has a name of 166 characters."""
    koordinasi = Indikator.objects.get(renstra__kecamatan__nama="Umbulsari", kunci="koordinasi")
    assert len(koordinasi.nama) == 166
    cell = Realisasi(indikator=koordinasi, tahun=2018, triwulan=3)
    assert [j.tindakan for j in record_history(cell)] == ["catatan.dihapus", "catatan.dibuat"]
    persen = Realisasi.objects.get(indikator__kunci="persen")
    assert [j.sesudah for j in record_history(persen)] == [{"Nilai": "2/3"}]
    bukti = Jejak.objects.filter(tindakan__startswith="bukti.").values_list("record_key", flat=True)
    assert [key and key["indikator"] for key in bukti] == ["persen", "persen"]


def what_was_deleted_comes_back() -> None:
    """Rows that the trail kept with columns that are no more (revisi)."""
    for jejak in Jejak.objects.filter(tindakan=DELETED).order_by("pk"):
        record_restore(jejak=jejak, by=None)
    realisasi = Realisasi.objects.get(tahun=2018, triwulan=3)
    assert (realisasi.indikator.kunci, realisasi.angka) == ("koordinasi", Decimal(71))
    assert AnggaranPK.objects.get(perjanjian__kecamatan__kode=AJUNG).anggaran == Decimal(1_000_000)


def what_was_signed_stays_signed() -> None:
    """The triggers are there again after tables were made anew."""
    signed = Laporan.objects.filter(status="ditandatangani")
    assert signed.get().tanggal == date(2021, 2, 1)
    for change in (
        lambda: signed.update(versi=2),
        lambda: QuerySet(Jejak).update(alasan="x"),
        lambda: QuerySet(Jejak).filter(tindakan=DELETED)._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
