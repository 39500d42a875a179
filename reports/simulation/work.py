"""What people did with the repeated records: measured in each triwulan, handed reports in, left their trail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F

from kecamatan.models import Jejak, Kecamatan, UnitKerja
from reports.models import Laporan, Narasi, Pantauan
from reports.monitoring.kept import keep_state
from reports.simulation.repeat import PLAN, STRIDE, Copy
from reports.workflow.deadline import days_late, deadlines_of_year, default_deadline
from reports.workflow.table import SIGNED
from sakip.entry.writer import MADE
from sakip.models import (
    LHE,
    Anggaran,
    Indikator,
    Realisasi,
    RekomendasiLHE,
    Renstra,
    TindakLanjut,
)
from sakip.records.lhe.models import BOBOT


@transaction.atomic
def measure_quarters() -> int:
    """Beside each yearly realisasi those of the four triwulan, which grow towards it; how many."""
    table = Realisasi._meta.db_table
    others = [
        one.column
        for one in Realisasi._meta.concrete_fields
        if one.name not in ("id", "triwulan", "angka", "cetak")
    ]
    columns = ", ".join(f'"{one}"' for one in others)
    values = ", ".join(f'r."{one}"' for one in others)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" (triwulan, angka, cetak, {columns})'  # noqa: S608  # our own names
            " SELECT q.n, CASE WHEN r.angka > 10 THEN ROUND(r.angka * (80 + 5 * q.n) / 100.0) ELSE r.angka END, '',"
            f' {values} FROM "{table}" r CROSS JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) q'
            f" WHERE r.triwulan = 0 AND r.id > {STRIDE}"
        )
        return int(cursor.rowcount)


#: Evaluations by their components, and what each comes to: 66,40, 73,50 and 55,60.
_VALUES: Final = tuple(
    {name: Decimal(part) for name, part in zip((*BOBOT, "nilai"), (*parts.split(), total), strict=True)}
    | {"predikat": predikat}
    for parts, total, predikat in (
        ("20.1 19.8 9.75 16.75", "66.4", "B"),
        ("22.5 21.6 11.1 18.3", "73.5", "BB"),
        ("17.4 16.2 8.4 13.6", "55.6", "CC"),
    )
)
_SELESAI, _PROSES, _BELUM = (
    RekomendasiLHE.Status.SELESAI,
    RekomendasiLHE.Status.PROSES,
    RekomendasiLHE.Status.BELUM,
)
#: Recommendations with what became of each. An evaluation has three that follow one another, so one of each status.
_RECOMMENDED: Final[tuple[dict[str, Any], ...]] = (
    {
        "rekomendasi": "Lengkapi definisi operasional setiap indikator kinerja.",
        "tindakan": "Definisi operasional ditetapkan bersama Keputusan IKU.",
        "bukti": "Keputusan Camat tentang IKU",
        "status": _SELESAI,
    },
    {
        "rekomendasi": "Manfaatkan capaian triwulan untuk memperbaiki rencana aksi.",
        "tindakan": "Rapat evaluasi triwulan dijadwalkan setiap bulan pertama triwulan berikutnya.",
        "status": _PROSES,
    },
    {"rekomendasi": "Sajikan pembanding tingkat kabupaten untuk setiap indikator.", "status": _BELUM},
    {
        "rekomendasi": "Selaraskan Perjanjian Kinerja pejabat struktural dengan sasaran kecamatan.",
        "tindakan": "Perjanjian Kinerja sekretaris dan kepala seksi disusun menurut pohon kinerja.",
        "bukti": "Perjanjian Kinerja sekretaris dan kepala seksi",
        "status": _SELESAI,
    },
    {
        "rekomendasi": "Tingkatkan mutu analisis efisiensi penggunaan sumber daya.",
        "tindakan": "Subbagian perencanaan mengumpulkan data pegawai dan sarana setiap program.",
        "status": _PROSES,
    },
    {"rekomendasi": "Umumkan hasil pengukuran kinerja pada laman kecamatan.", "status": _BELUM},
)


def answer_evaluations(copies: Iterable[Copy]) -> int:
    """The evaluation that the report of every year tells of, with what is done about it; how many rows."""
    copies = list(copies)
    values = LHE.objects.bulk_create(
        [
            LHE(
                kecamatan=one.kecamatan,
                tahun=one.tahun,
                nomor=f"700/{one.number + 1}/{one.tahun}",
                tanggal=date(one.tahun, 6, 5),
                **_VALUES[(one.number + one.turn) % len(_VALUES)],
            )
            for one in copies
        ],
        batch_size=1000,
    )
    units = _units({one.original.kecamatan for one in copies})
    rows = RekomendasiLHE.objects.bulk_create(
        [
            RekomendasiLHE(
                kecamatan=one.kecamatan,
                tahun=one.tahun,
                urut=number,
                penanggung_jawab=units[one.original.kecamatan.pk],
                **_RECOMMENDED[(one.number + one.turn + number) % len(_RECOMMENDED)],
            )
            for one in copies
            for number in (1, 2, 3)
        ],
        batch_size=1000,
    )
    return len(values) + len(rows)


def finish_plans(latest: int) -> int:
    """What became of the steps for the missed targets of the years before the latest: of three two are done; how
    many."""
    state = TindakLanjut.Keadaan
    before = TindakLanjut.objects.filter(tahun__lt=latest, pk__gt=STRIDE).annotate(turn=F("pk") % 3)
    done = before.filter(turn__lt=2).update(keadaan=state.SELESAI, hasil="Dilaksanakan sesuai jadwal.")
    return done + before.filter(turn=2).update(
        keadaan=state.BERJALAN, hasil="Sebagian desa dijadwalkan tahun berikutnya."
    )


def _units(originals: Iterable[Kecamatan]) -> dict[int, list[str]]:
    """The sekretariat of each, which its copies call the same (1 query); none where it has none."""
    found: dict[int, list[str]] = {one.pk: [] for one in originals}
    rows = UnitKerja.objects.filter(kecamatan__in=found, jenis=UnitKerja.Jenis.SEKRETARIAT)
    for kecamatan, kunci in rows.order_by("pk").values_list("kecamatan", "kunci"):
        found[kecamatan] = [kunci]
    return found


_STATUS: Final = Laporan.Status

#: What became of ten reports: those of the latest year, None of one not begun, and those of the years before.
_LATEST: Final = (
    *(_STATUS.DRAF, None, _STATUS.DIAJUKAN, _STATUS.DITANDATANGANI, _STATUS.DRAF),
    *(_STATUS.DIKEMBALIKAN, _STATUS.DITERIMA, _STATUS.DRAF, _STATUS.DIAJUKAN, _STATUS.DITANDATANGANI),
)
_BEFORE: Final = (
    *(_STATUS.DITERIMA, _STATUS.DIAJUKAN, _STATUS.DITANDATANGANI, _STATUS.DITERIMA, _STATUS.DIKEMBALIKAN),
    *(_STATUS.DITERIMA, _STATUS.DITANDATANGANI, _STATUS.DIAJUKAN, _STATUS.DITANDATANGANI, _STATUS.DITERIMA),
)
#: Over how many days from the first of February reports are signed: one of five too late.
_DAYS: Final = 35


def hand_in(copies: Iterable[Copy]) -> int:
    """The report of every year, in one of the states of :data:`_LATEST` or :data:`_BEFORE`; how many."""
    copies = list(copies)
    latest = max(one.tahun for one in copies)
    until = {tahun: deadlines_of_year(tahun) for tahun in {one.tahun for one in copies}}
    rows = []
    for one in copies:
        status = (_LATEST if one.tahun == latest else _BEFORE)[one.number % 10]
        if status is None:
            continue
        row = Laporan(kecamatan=one.kecamatan, tahun=one.tahun, status=status)
        moment = datetime(one.tahun + 1, 2, 1, 3, tzinfo=UTC) + timedelta(days=one.number * 11 % _DAYS)
        if status != _STATUS.DRAF:
            row.diajukan_oleh_id, row.diajukan_pada = one.operator, moment - timedelta(days=3)
        if status in SIGNED:
            row.ditandatangani_pada = moment
        if status == _STATUS.DITERIMA:
            last = until[one.tahun].get(one.kecamatan.kabupaten_id) or default_deadline(one.tahun)
            row.diterima_pada = moment + timedelta(days=2)
            row.tepat_waktu = not days_late(last, moment)
        rows.append(row)
    return len(Laporan.objects.bulk_create(rows, batch_size=1000))


#: The mark of what is kept of a simulated year: that of no version, so that who looks closer has it worked out.
_KEPT_MARK: Final = "simulasi"
#: By how many hundredths less than that copy's the documents of another are complete, at most.
_LESS: Final = 25


def keep_states(copies: Iterable[Copy]) -> int:
    """How far the documents of every year are and what was measured, as it is in one copy of each original and year
    with values as low; how many. Each would take a tenth of a second."""
    samples: dict[tuple[int, int, int], Pantauan] = {}
    signed = set(Laporan.objects.filter(status__in=SIGNED).values_list("kecamatan", "tahun"))
    rows = []
    for one in copies:
        key = (one.original.kecamatan.pk, one.tahun, one.lowered)
        if (kept := samples.get(key)) is None:
            keep_state(kecamatan=one.kecamatan, tahun=one.tahun)
            samples[key] = Pantauan.objects.get(kecamatan=one.kecamatan, tahun=one.tahun)
            continue
        told = (one.kecamatan.pk, one.tahun) in signed
        rows.append(
            Pantauan(
                kecamatan=one.kecamatan,
                tahun=one.tahun,
                tanda=_KEPT_MARK,
                tanda_reviu=_KEPT_MARK,
                kelengkapan=max(0, (kept.kelengkapan or 0) - one.number % _LESS),
                predikat=kept.predikat,
                nomor_predikat=kept.nomor_predikat,
                isi=kept.isi | {"capaian": kept.isi["capaian"] | {"signed": told, "versi": 1}},
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
