"""Plans of a year that the contoh lack: the PK before its perubahan, steps of the rencana aksi, and what will be done
about what was reached. All of it invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from kecamatan.models import Kecamatan, UnitKerja
from sakip.capaian.inputs import Akumulasi
from sakip.models import (
    BarisRencanaAksi,
    LangkahRencanaAksi,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    TargetTriwulan,
    TindakLanjut,
)

#: Of what the perubahan gives a program, so much was promised before.
_BEFORE: Final = Decimal("0.95")
_THOUSANDS: Final = -3

#: Steps, and what shows that each worked; two of each row that follow one another.
_STEPS: Final = (
    ("Menyusun jadwal dan pembagian tugas", "Jadwal ditetapkan camat"),
    ("Melaksanakan kunjungan ke setiap desa", "Berita acara kunjungan semua desa"),
    ("Mengevaluasi hasil bersama kepala seksi", "Notula rapat dengan daftar perbaikan"),
    ("Memutakhirkan data dan melaporkannya", "Laporan diterima Bagian Organisasi"),
)
_TRIWULAN: Final = (1, 2, 3, 4)

#: What will be done, what shows that it worked, and by when in the year after: month and day.
_TO_DO: Final = (
    (
        "Menambah hari layanan keliling bagi desa yang jauh dari kantor kecamatan",
        "Dua hari layanan keliling setiap bulan",
        (3, 31),
    ),
    (
        "Melatih petugas mencatat hasil pekerjaan setiap bulan",
        "Rekap bulanan lengkap sejak April",
        (4, 30),
    ),
    (
        "Membahas hambatan bersama desa dalam rapat koordinasi triwulan",
        "Empat rapat dengan tindak lanjut tertulis",
        (12, 15),
    ),
)


def promise_before(kecamatan: Kecamatan, tahun: int) -> None:
    """The PK murni of a year of which only the perubahan is recorded: the same targets, a twentieth less money."""
    kept = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by("versi")
    later = kept.first()
    if later is None or later.versi == 0:
        return
    rows, amounts = list(later.baris.all()), list(later.anggaran.all())
    murni = later
    murni.pk, murni.versi, murni.jenis, murni.alasan = None, 0, PerjanjianKinerja.Jenis.MURNI, ""
    murni.tanggal, murni.tanggal_cetak = date(tahun, 1, 31), ""
    murni.sumber = f"PK Tahun {tahun} Kecamatan {kecamatan.nama}"
    murni.save()
    for row in rows:
        row.pk, row.perjanjian = None, murni
        row.save()
    for amount in amounts:
        amount.pk, amount.perjanjian = None, murni
        amount.anggaran = round(amount.anggaran * _BEFORE, _THOUSANDS)
        amount.save()


def plan_steps(kecamatan: Kecamatan, tahun: int) -> None:
    """Two steps in every row of the rencana aksi; one that aims at the targets of the PK where none is recorded."""
    plan = RencanaAksi.objects.filter(kecamatan=kecamatan, tahun=tahun).first() or _plan(kecamatan, tahun)
    units = _units(kecamatan)
    for number, row in enumerate(plan.baris.all() if plan else ()):
        for place in (0, 1):
            step = (number + 2 * place) % len(_STEPS)
            words, sign = _STEPS[step]
            LangkahRencanaAksi.objects.create(
                baris=row,
                uraian=words,
                ukuran=sign,
                triwulan=_TRIWULAN[step],
                penanggung_jawab=_turn(units, step),
                urut=place,
            )


def _plan(kecamatan: Kecamatan, tahun: int) -> RencanaAksi | None:
    """A rencana aksi of the indikator that the PK in force promises in numbers, the same in every triwulan."""
    pk = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by("versi").last()
    if pk is None:
        return None
    plan = RencanaAksi.objects.create(
        kecamatan=kecamatan,
        tahun=tahun,
        tempat=kecamatan.nama,
        tanggal=date(tahun, 1, 31),
        penandatangan=pk.pihak_pertama,
    )
    for row in pk.baris.exclude(acuan_indikator=None).exclude(angka=None):
        planned = BarisRencanaAksi.objects.create(
            rencana_aksi=plan,
            sasaran=row.sasaran,
            indikator=row.indikator,
            acuan_indikator=row.acuan_indikator,
            satuan=row.satuan,
            akumulasi=Akumulasi.TERAKHIR.value,
            urut=row.urut,
        )
        for triwulan in _TRIWULAN:
            TargetTriwulan.objects.create(baris=planned, triwulan=triwulan, angka=row.angka)
    return plan


def say_what_is_done(kecamatan: Kecamatan, tahun: int) -> None:
    """What will be done in the year after for each indikator of the PK in force that stayed below its target."""
    pk = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by("versi").last()
    measured = Realisasi.objects.for_kecamatan(kecamatan).filter(tahun=tahun, triwulan=0)
    reached = {
        one.indikator.kunci: one.angka
        for one in measured.select_related("indikator")
        if one.angka is not None
    }
    rows = pk.baris.exclude(angka=None).select_related("acuan_indikator") if pk else ()
    missed = [
        (one, one.acuan_indikator)
        for one in rows
        if one.angka and one.acuan_indikator and reached.get(one.acuan_indikator.kunci, one.angka) < one.angka
    ]
    units = _units(kecamatan)
    for (words, sign, (month, day)), (row, indikator) in zip(_TO_DO, missed, strict=False):
        TindakLanjut.objects.create(
            indikator=indikator,
            tahun=tahun,
            tindakan=words,
            ukuran=sign,
            penanggung_jawab=_turn(units, month),
            batas_waktu=date(tahun + 1, month, day),
            urut=row.urut,
        )


def _units(kecamatan: Kecamatan) -> list[str]:
    """The keys of its seksi."""
    rows = UnitKerja.objects.filter(kecamatan=kecamatan, jenis=UnitKerja.Jenis.SEKSI)
    return list(rows.order_by("pk").values_list("kunci", flat=True))


def _turn(units: list[str], number: int) -> list[str]:
    """The one whose turn it is; none of none."""
    return [units[number % len(units)]] if units else []
