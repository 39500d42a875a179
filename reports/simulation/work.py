"""What people did with the repeated records: measured in each triwulan, handed reports in, left their trail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from django.db import connection, transaction

from kecamatan.models import Jejak
from reports.models import Laporan, Narasi, Pantauan
from reports.monitoring.kept import keep_state
from reports.simulation.repeat import PLAN, STRIDE, Copy
from sakip.entry.writer import MADE
from sakip.models import Anggaran, Indikator, Realisasi, Renstra


@transaction.atomic
def measure_quarters() -> int:
    """Beside each yearly realisasi those of the four triwulan, which grow towards it; how many."""
    table = Realisasi._meta.db_table
    others = [
        one.column for one in Realisasi._meta.concrete_fields if one.name not in ("id", "triwulan", "angka")
    ]
    columns = ", ".join(f'"{one}"' for one in others)
    values = ", ".join(f'r."{one}"' for one in others)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" (triwulan, angka, {columns})'  # noqa: S608  # our own names
            " SELECT q.n, CASE WHEN r.angka > 10 THEN ROUND(r.angka * (80 + 5 * q.n) / 100) ELSE r.angka END,"
            f' {values} FROM "{table}" r CROSS JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) q'
            f" WHERE r.triwulan = 0 AND r.id > {STRIDE}"
        )
        return int(cursor.rowcount)


def hand_in(copies: Iterable[Copy]) -> int:
    """The report of every year: of the latest still a draft, of the others handed in, and one of seven given back."""
    status = Laporan.Status
    copies = list(copies)
    latest = max(one.tahun for one in copies)
    rows = []
    for one in copies:
        state = status.DIAJUKAN if one.number % 7 else status.DIKEMBALIKAN
        moment = datetime(one.tahun + 1, 2, 1 + one.number % 28, 3, tzinfo=UTC)
        given = {} if one.tahun == latest else {"diajukan_oleh_id": one.operator, "diajukan_pada": moment}
        rows.append(
            Laporan(kecamatan=one.kecamatan, tahun=one.tahun, status=state if given else status.DRAF, **given)
        )
    return len(Laporan.objects.bulk_create(rows, batch_size=1000))


#: The mark of what is kept of a simulated year: that of no version, so that who looks closer has it worked out.
_KEPT_MARK: Final = "simulasi"


def keep_states(copies: Iterable[Copy]) -> int:
    """How far the documents of every year are, as they are in one copy of each original and year, a little less of the
    lowered ones; how many. Each would take a tenth of a second."""
    samples: dict[tuple[int, int], Pantauan] = {}
    rows = []
    for one in copies:
        key = (one.original.kecamatan.pk, one.tahun)
        if (kept := samples.get(key)) is None:
            keep_state(kecamatan=one.kecamatan, tahun=one.tahun)
            samples[key] = Pantauan.objects.get(kecamatan=one.kecamatan, tahun=one.tahun)
            continue
        rows.append(
            Pantauan(
                kecamatan=one.kecamatan,
                tahun=one.tahun,
                tanda=_KEPT_MARK,
                tanda_reviu=_KEPT_MARK,
                kelengkapan=max(0, (kept.kelengkapan or 0) - one.lowered),
                isi=kept.isi,
                dihitung=kept.dihitung,
            )
        )
    return len(samples) + len(Pantauan.objects.bulk_create(rows, batch_size=1000))


#: Of which rows the trail tells that they were entered, what it calls them, and the parts of their key.
_TOLD: Final = (
    (
        Realisasi,
        MADE,
        "i.kunci",
        "'indikator', i.kunci, 'kecamatan', s.kecamatan, 'tahun', r.tahun, 'triwulan', r.triwulan",
    ),
    (Anggaran, MADE, "'Anggaran'", "'nomor', r.id"),
    (Narasi, MADE, "r.bagian", "'nomor', r.id"),
)


@transaction.atomic
def tell_trail() -> int:
    """An entry of the trail for every repeated realisasi, anggaran and text; how many."""
    server = connection.vendor == "postgresql"
    moment = (
        "make_timestamptz(r.tahun + 1, 1, 1 + (r.id % 28)::int, 2, 0, 0)"
        if server
        else "(r.tahun + 1) || '-01-05 02:00:00'"
    )
    build = "jsonb_build_object" if server else "json_object"
    count = 0
    with connection.cursor() as cursor:
        for model, action, words, key in _TOLD:
            table = model._meta.db_table
            above = f"JOIN {PLAN} s ON s.kecamatan = r.kecamatan_id AND s.tahun = r.tahun"
            if model is Realisasi:
                above = (
                    f'JOIN "{Indikator._meta.db_table}" i ON i.id = r.indikator_id'
                    f' JOIN "{Renstra._meta.db_table}" t ON t.id = i.renstra_id'
                    f" JOIN {PLAN} s ON s.kecamatan = t.kecamatan_id AND s.tahun = r.tahun"
                )
            cursor.execute(
                f'INSERT INTO "{Jejak._meta.db_table}" (waktu, pengguna_id, tindakan, objek_jenis, objek_sebutan,'  # noqa: S608
                " objek_pk, record_key, kecamatan_id, tahun, alasan)"
                f" SELECT {moment}, s.operator, '{action}', '{model._meta.label_lower}', {words}, r.id, {build}({key}),"
                f" s.kecamatan, r.tahun, '' FROM \"{table}\" r {above}"
            )
            count += cursor.rowcount
    return count
