"""The commonest questions, asked of the database as pages ask them: none reads a whole table that grows.

With sequential scans forbidden the planner still reads a whole table where no index helps, and says so: that does not
depend on how many rows there are or on what the planner knows of them.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kecamatan.accounts.system_keys import system_key_create
from kecamatan.ground.row_changes import Tally
from kecamatan.models import Keanggotaan, Kecamatan, Pengguna
from reports.models import PengaturanDokumen, SalinanPublik
from reports.monitoring.kept import hitung_pantauan
from reports.public.selectors import report_by_fingerprint
from reports.simulation import fill
from reports.simulation.places import PASSWORD
from reports.workbook.fixtures import Loaded
from reports.workflow.notices import send_notices
from sakip.models import Indikator
from sakip.web.jobs import jobs_sweep
from sakip.web.task_queue import is_queued, running_tasks, tasks_sweep
from tests.kept_rows import kept_contoh
from tests.loaded_files import TAHUN_CONTOH

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_engines,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite tells its plans in another way"),
]

#: What people add to every day; kabupaten, kecamatan and what the nation decides are as many as they are.
GROWING = {
    one._meta.db_table
    for one in apps.get_models()
    if one is not Kecamatan
    and (
        hasattr(one, "kecamatan_path")
        or one._meta.label
        in (
            "kecamatan.Pejabat",
            "kecamatan.Pengguna",
            "kecamatan.Keanggotaan",
            "kecamatan.AkunPejabat",
            "kecamatan.Undangan",
            "kecamatan.KeptForm",
            "kecamatan.Submission",
            "sessions.Session",
            "axes.AccessAttempt",
            "django_tasks_database.DBTaskResult",
        )
    )
}


def whole_tables(plan: dict[str, Any]) -> Iterator[str]:
    """Tables that a plan reads from end to end."""
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for below in plan.get("Plans", ()):
        yield from whole_tables(below)


def asked(act: Callable[[], object]) -> list[str]:
    """What an act asks of the database, each statement once."""
    with CaptureQueriesContext(connection) as found:
        act()
    statements = [one["sql"] for one in found.captured_queries]
    return list(
        dict.fromkeys(one for one in statements if one.startswith(("SELECT", "(SELECT", "UPDATE", "DELETE")))
    )


def read_whole(act: Callable[[], object]) -> dict[str, list[str]]:
    """The statements of an act that read growing tables from end to end, and which."""
    return {statement: tables for statement in asked(act) if (tables := read_by(statement))}


@cache
def read_by(statement: str) -> list[str]:
    """The growing tables that a statement reads from end to end. Many pages ask the same: who is there, and what they
    may."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN (FORMAT JSON) " + statement.replace("%", "%%"), None)
        (answer,) = cursor.fetchone()
        cursor.execute("SET LOCAL enable_seqscan = on")
    plan = json.loads(answer) if isinstance(answer, str) else answer
    return sorted({*whole_tables(plan[0]["Plan"])} & GROWING)


def contoh_at_hand(*, folder: Path) -> list[Loaded]:
    """What loading the contoh leaves behind, without reading and judging them once more."""
    kept_contoh()
    of = {one.kode: one for one in Kecamatan.objects.all()}
    return [
        Loaded(name=kode, kecamatan=of[kode], tahun=tahun, counts=Tally()) for kode, tahun in TAHUN_CONTOH
    ]


def test_no_common_question_reads_a_whole_table_that_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fill, "fixtures_load", contoh_at_hand)
    fill.simulate(kabupaten=2, kecamatan=34, years=1, seed=1, say=lambda _: None)
    operators = Keanggotaan.objects.filter(pengguna__username__startswith="simulasi.operator.")
    drafted = Kecamatan.objects.filter(laporan__status="draf", pk__in=operators.values("kecamatan"))
    kecamatan = drafted.order_by("pk").last()
    assert kecamatan is not None
    signed = SalinanPublik.objects.filter(kecamatan__kabupaten=kecamatan.kabupaten).first()
    assert signed is not None
    Pengguna.objects.update(email="orang@example.go.id")
    PengaturanDokumen.objects.all().delete()
    PengaturanDokumen.objects.create(kabupaten=kecamatan.kabupaten, publik=True)
    place = (kecamatan.slug, 2021)
    indikator = Indikator.objects.for_kecamatan(kecamatan).first()
    assert indikator is not None
    clients = {}
    for peran, kode in (
        ("operator", kecamatan.kode),
        ("camat", kecamatan.kode),
        ("organisasi", kecamatan.kabupaten.kode),
        ("admin", "semua"),
        ("pusat", "semua"),
        ("provinsi", kecamatan.kabupaten.kode[:2]),
    ):
        clients[peran] = Client()
        clients[peran].force_login(Pengguna.objects.get(username=f"simulasi.{peran}.{kode}"))
    pages = [
        ("operator", reverse("beranda")),
        ("camat", reverse("beranda")),
        ("organisasi", reverse("beranda")),
        *(
            (peran, reverse(f"pemantauan-{page}") + "?tahun=2021")
            for peran in ("organisasi", "camat")
            for page in ("capaian", "peringkat", "tren")
        ),
        ("camat", reverse("pemantauan-capaian-kecamatan", args=place)),
        ("admin", reverse("beranda") + "?kecamatan=puger"),
        ("operator", reverse("tahun", args=place)),
        ("operator", reverse("realisasi-isi", args=place)),
        ("operator", reverse("isi", args=(*place, "pk"))),
        ("operator", reverse("isi", args=(*place, "anggaran"))),
        ("operator", reverse("riwayat-tahun", args=place)),
        ("operator", reverse("realisasi-rincian", args=(*place, indikator.pk))),
        ("operator", reverse("nomenklatur", args=place) + "?q=7.01&untuk=baris-rkt"),
        ("operator", reverse("buku-kerja", args=place)),
        ("camat", reverse("meja", args=place)),
        ("camat", reverse("alur", args=place)),
        ("organisasi", reverse("reviu", args=place)),
        ("organisasi", reverse("catatan-reviu", args=place)),
        ("organisasi", reverse("pengguna")),
        ("organisasi", reverse("verifikasi")),
        ("organisasi", reverse("publik")),
        *(
            ("organisasi", address)
            for address in (
                reverse("publik-kabupaten", args=[kecamatan.kabupaten.kode])
                + "?q=kepuasan&tahun=2021&jenis=lkip",
                reverse("publik-tahun", args=(signed.kecamatan.kode, 2021)),
                reverse("publik-data", args=(signed.kecamatan.kode, 2021, "capaian", "csv")),
                reverse("publik-dokumen", args=(signed.kecamatan.kode, 2021, "lkip", 1)),
            )
        ),
        ("organisasi", reverse("paket")),
        ("organisasi", reverse("verifikasi-laporan", args=["token-asing"])),
        ("organisasi", reverse("verifikasi-laporan", args=[signed.arsip.tanda_tangan.token])),
        ("organisasi", reverse("pemantauan") + "?tahun=2021"),
        ("organisasi", reverse("pekerjaan")),
        ("admin", reverse("beranda")),
        ("admin", reverse("pekerjaan")),
        ("admin", reverse("pengguna")),
        ("pusat", reverse("beranda")),
        ("pusat", reverse("rekapitulasi") + "?tingkat=kabupaten&tahun=2021"),
        ("pusat", reverse("rekapitulasi-unduh") + "?tahun=2021"),
        ("pusat", f"{reverse('pemantauan')}?kabupaten={kecamatan.kabupaten.kode}&tahun=2021"),
        ("provinsi", reverse("beranda") + "?tahun=2021"),
    ]
    found: dict[str, dict[str, list[str]]] = {}
    for peran, address in pages:
        found[f"{peran} {address}"] = read_whole(partial(clients[peran].get, address))
    key = system_key_create(
        kabupaten=kecamatan.kabupaten,
        nama="Dasbor",
        days=90,
        by=Pengguna.objects.get(username="simulasi.admin.semua"),
    )
    sent = {"Authorization": f"Bearer {key.token}"}
    for name in ("kecamatan", "pemantauan", "capaian", "anggaran", "dokumen"):
        address = reverse(f"api-{name}") + "?tahun=2021"
        found[f"API {name}"] = read_whole(partial(Client().get, address, headers=sent))
    entry = {"username": f"simulasi.operator.{kecamatan.kode}", "password": PASSWORD}
    found["masuk"] = read_whole(partial(Client().post, reverse("masuk"), entry))
    save = partial(clients["operator"].post, reverse("realisasi-sel", args=place))
    cell = {"indikator": indikator.pk, "triwulan": 1, "teks": "12", "sidik": ""}
    cell["sidik"] = save(cell).json()["sidik"]  # refused: somebody else wrote there, and this is what
    found["sel"] = read_whole(partial(save, cell))
    found["berkas"] = read_whole(partial(report_by_fingerprint, "ab" * 32))
    one_year = partial(is_queued, hitung_pantauan, kabupaten_pk=kecamatan.kabupaten_id, tahun=2021)
    for name, act in (
        ("pekerjaan yang berjalan", running_tasks),
        ("hitungan yang diantrekan", one_year),
        ("tugas yang tertinggal", tasks_sweep),
        ("pekerjaan yang tertinggal", jobs_sweep),
    ):
        found[name] = read_whole(act)
    last = Pengguna.objects.filter(username__startswith="simulasi.operator.").order_by("-pk")[:1]
    Pengguna.objects.exclude(pk__in=last.values("pk")).update(pemberitahuan=False)
    found["pemberitahuan"] = read_whole(send_notices)
    assert {where: tables for where, tables in found.items() if tables} == {}
