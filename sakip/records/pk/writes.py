"""Perjanjian Kinerja made from what is recorded: murni from the RKT, a perubahan from the PK before it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from kecamatan.ground.trail import trail_add
from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.derive import save_row
from sakip.entry.fields import TARGET_COLUMNS, target_text
from sakip.entry.form import Lingkup, kolom_target
from sakip.entry.lock import ensure_open
from sakip.entry.save import DIUBAH, RecordRefused, record_save
from sakip.models import RKT, AnggaranPK, BarisPK, PerjanjianKinerja, Program, SasaranRKT, TargetRenstra
from sakip.records.pk.form import PKForm
from sakip.selectors import renstra_berlaku
from sakip.snapshot.levels import anggaran_program
from sakip.text.numbers import format_rupiah


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilPK:
    """The new PK, and in sentences what could not be taken over and why."""

    perjanjian: PerjanjianKinerja
    ditinggalkan: tuple[str, ...] = ()


@transaction.atomic
def pk_dari_rkt(*, kecamatan: Kecamatan, tahun: int, oleh: Pengguna | None) -> HasilPK:
    """PK murni with the indikator of the RKT and its amounts per program; without an RKT an empty one.

    A target that the RKT leaves open is the Renstra's of the year. A PK murni that a later report quotes becomes the
    kecamatan's own and keeps its rows. Raises :class:`sakip.entry.save.RecordRefused` where there is one, and
    :class:`sakip.entry.lock.YearClosed`.
    """
    lingkup = Lingkup(kecamatan=kecamatan, tahun=tahun, pengguna=oleh)
    ensure_open(kecamatan=kecamatan, tahun=tahun)
    Kecamatan.objects.select_for_update().get(pk=kecamatan.pk)
    ada = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun, versi=0).first()
    if ada is not None:
        return HasilPK(perjanjian=_milik_sendiri(ada, lingkup))
    pk = PerjanjianKinerja(kecamatan=kecamatan, tahun=tahun)
    rkt = RKT.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
    alasan = f"Disalin dari {rkt}." if rkt else ""
    save_row(pk, lingkup=lingkup, isi={"Versi": "Murni"}, alasan=alasan)
    if rkt is None:
        return HasilPK(perjanjian=pk)
    return HasilPK(
        perjanjian=pk,
        ditinggalkan=(*_indikator(pk, rkt, lingkup, alasan), *_program(pk, rkt, lingkup, alasan)),
    )


@transaction.atomic
def pk_perubahan(*, form: PKForm, oleh: Pengguna | None) -> PerjanjianKinerja:
    """The next perubahan as the valid form heads it, with every row of the latest PK of the year.

    Raises as :func:`pk_dari_rkt` does.
    """
    lingkup = Lingkup(kecamatan=form.lingkup.kecamatan, tahun=form.lingkup.tahun, pengguna=oleh)
    kecamatan, tahun = lingkup.kecamatan, lingkup.tahun
    ensure_open(kecamatan=kecamatan, tahun=tahun)
    Kecamatan.objects.select_for_update().get(pk=kecamatan.pk)
    lama = (
        PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun, dikutip=False)
        .prefetch_related("baris", "anggaran")
        .order_by("versi")
        .last()
    )
    if lama is None:
        raise RecordRefused(f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni.")
    if form.instance.versi != lama.versi + 1:
        raise RecordRefused(
            f"PK perubahan ke-{form.instance.versi} sudah ada. Muat ulang halaman, lalu periksa."
        )
    pk = record_save(form=form, oleh=oleh)
    assert isinstance(pk, PerjanjianKinerja)  # noqa: S101  # what the form is about
    dari = f"Disalin dari {lama}."
    for baris in lama.baris.all():
        isi = {nama: getattr(baris, nama) for nama in _KOLOM_BARIS}
        _save_row(BarisPK(perjanjian=pk, ditinjau=baris.ditinjau, **isi), lingkup, dari)
    for program in lama.anggaran.all():
        isi = {nama: getattr(program, nama) for nama in _KOLOM_ANGGARAN}
        _save_anggaran(AnggaranPK(perjanjian=pk, ditinjau=program.ditinjau, **isi), lingkup, dari)
    return pk


_KOLOM_BARIS = (
    "sasaran",
    "acuan_sasaran",
    "indikator",
    "acuan_indikator",
    "satuan",
    *TARGET_COLUMNS,
    "cetak",
    "urut",
)
_KOLOM_ANGGARAN = ("program", "nama", "anggaran", "sumber_dana", "urut")


def _milik_sendiri(pk: PerjanjianKinerja, lingkup: Lingkup) -> PerjanjianKinerja:
    """A PK that was only quoted becomes the kecamatan's own."""
    if not pk.dikutip:
        raise RecordRefused(f"PK murni tahun {pk.tahun} sudah ada. Ubah yang ada, atau buat PK perubahan.")
    pk.dikutip = False
    pk.save(update_fields=["dikutip"])
    trail_add(
        tindakan=DIUBAH,
        objek=pk,
        sebutan=str(pk),
        pengguna=lingkup.pengguna,
        kecamatan=lingkup.kecamatan,
        tahun=lingkup.tahun,
        sebelum={"Hanya dikutip laporan tahun lain": "ya"},
        sesudah={"Hanya dikutip laporan tahun lain": "tidak"},
    )
    return pk


def _indikator(pk: PerjanjianKinerja, rkt: RKT, lingkup: Lingkup, alasan: str) -> list[str]:
    """Rows of indikator; returns what was left out."""
    target = target_renstra(lingkup.kecamatan, lingkup.tahun)
    tertinggal: list[str] = []
    dipakai: set[int] = set()
    for urut, asal in enumerate(rkt.sasaran.select_related("acuan_indikator__sasaran"), start=1):
        acuan = asal.acuan_indikator
        if acuan is not None and acuan.pk in dipakai:
            tertinggal.append(f'Indikator "{asal.indikator}" tercantum dua kali dalam RKT; disalin sekali.')
            continue
        sumber: SasaranRKT | TargetRenstra | None = asal if kolom_target(asal) else None
        if sumber is None and acuan is not None:
            sumber = target.get(acuan.kunci)
        if sumber is None:
            tertinggal.append(
                f'Indikator "{asal.indikator}" tidak disalin: target tahun {lingkup.tahun} tidak ada dalam RKT'
                " maupun Renstra."
            )
            continue
        if acuan is not None:
            dipakai.add(acuan.pk)
        baris = BarisPK(
            perjanjian=pk,
            sasaran=asal.sasaran,
            acuan_sasaran=acuan.sasaran if acuan else None,
            indikator=asal.indikator,
            acuan_indikator=acuan,
            satuan=asal.satuan,
            urut=urut,
            **copy_target(sumber),
        )
        _save_row(baris, lingkup, alasan)
    return tertinggal


def _program(pk: PerjanjianKinerja, rkt: RKT, lingkup: Lingkup, alasan: str) -> list[str]:
    """Programs with their amounts; returns what was left out."""
    jumlah = anggaran_program(list(rkt.baris.all()))
    nama = Program.objects.in_bulk(jumlah)
    tertinggal: list[str] = []
    for urut, (nomor, anggaran) in enumerate(jumlah.items(), start=1):
        program = nama[nomor]
        if anggaran is None:
            tertinggal.append(
                f'Program "{program.nama}" tidak disalin: anggarannya dalam RKT belum lengkap.'
                " Lengkapi RKT, atau tambahkan program ini sendiri."
            )
            continue
        baris = AnggaranPK(perjanjian=pk, program=program, nama=program.nama, anggaran=anggaran, urut=urut)
        _save_anggaran(baris, lingkup, alasan)
    return tertinggal


def target_renstra(kecamatan: Kecamatan, tahun: int) -> dict[str, TargetRenstra]:
    """Targets of the year in the Renstra in force, by kunci of the indikator (2 queries)."""
    renstra = renstra_berlaku(kecamatan=kecamatan, tahun=tahun)
    target = TargetRenstra.objects.filter(indikator__renstra=renstra, tahun=tahun) if renstra else ()
    return {t.indikator.kunci: t for t in target.select_related("indikator")} if renstra else {}  # type: ignore[union-attr]


def copy_target(asal: Any) -> dict[str, Any]:
    """The columns of a row's target, printed form included."""
    return {nama: getattr(asal, nama) for nama in (*TARGET_COLUMNS, "cetak")}


def _save_row(baris: BarisPK, lingkup: Lingkup, alasan: str) -> None:
    kolom = kolom_target(baris)
    isi = {
        "Sasaran": baris.sasaran,
        "Indikator": baris.indikator,
        "Satuan": baris.satuan,
        "Target": target_text(kolom) if kolom else "",
    }
    save_row(baris, lingkup=lingkup, isi=isi, alasan=alasan)


def _save_anggaran(baris: AnggaranPK, lingkup: Lingkup, alasan: str) -> None:
    isi = {"Nama program": baris.nama, "Anggaran (Rp)": _uang(baris.anggaran)}
    save_row(baris, lingkup=lingkup, isi=isi, alasan=alasan)


def _uang(nilai: Decimal) -> str:
    return format_rupiah(nilai).removeprefix("Rp")
