"""Perjanjian Kinerja made from what is recorded: murni from the RKT, a perubahan from the PK before it."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.save import form_save
from sakip.entry.target_form import copy_target, target_columns
from sakip.entry.writer import CHANGED, Act, New, RecordRefused, copy_row, writing
from sakip.models import RKT, AnggaranPK, BarisPK, PerjanjianKinerja, Program, SasaranRKT, TargetRenstra
from sakip.records.pk.form import PKForm
from sakip.records.renstra.of_year import RenstraOfYear
from sakip.snapshot.leaves import anggaran_program


@dataclass(frozen=True, slots=True, kw_only=True)
class PkResult:
    """The PK, how many rows came into one that was ``begun`` before (None of a new one), and in sentences what could
    not be taken over and why."""

    perjanjian: PerjanjianKinerja
    begun: int | None = None
    left_behind: tuple[str, ...] = ()


def latest_pk(kecamatan: Kecamatan, tahun: int) -> PerjanjianKinerja | None:
    """The latest PK of the year that is the kecamatan's own (1 query)."""
    own = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun, dikutip=False)
    return own.select_related("kecamatan").order_by("versi").last()


def pk_from_rkt(*, kecamatan: Kecamatan, tahun: int, by: Pengguna | None) -> PkResult:
    """PK murni with the indikator of the RKT and its amounts per program; without an RKT an empty one.

    A target that the RKT leaves open is the Renstra's of the year. A PK murni that a later report quotes becomes the
    kecamatan's own and keeps its rows; one that was begun and has none is filled. Raises
    :class:`sakip.entry.writer.RecordRefused` where there is one, and as :func:`sakip.entry.writer.writing` does.
    """
    with writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=by), by=by, hold=kecamatan) as act:
        present = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun, versi=0).first()
        rkt = RKT.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
        if present is not None and (rkt is None or not _is_only_begun(present)):
            return PkResult(perjanjian=_own_row(present, act))
        why = f"Disalin dari {rkt}." if rkt else ""
        pk = present or PerjanjianKinerja(kecamatan=kecamatan, tahun=tahun)
        if present is None:
            act.add([New(row=pk, source=rkt)], why=why)
        if rkt is None:
            return PkResult(perjanjian=pk)
        indikator, without_target = _indikator(pk, rkt)
        program, incomplete = _program(pk, rkt)
        act.add(indikator, why=why)
        act.add(program, why=why)
        return PkResult(
            perjanjian=pk,
            begun=None if present is None else len(indikator) + len(program),
            left_behind=(*without_target, *incomplete),
        )


def _is_only_begun(pk: PerjanjianKinerja) -> bool:
    return not pk.dikutip and not pk.baris.exists() and not pk.anggaran.exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class PkDraft:
    """What :func:`pk_from_rkt` would store of an RKT, not stored, and in sentences what it would leave out."""

    rows: tuple[BarisPK, ...]
    anggaran: tuple[AnggaranPK, ...]
    left_behind: tuple[str, ...]


def pk_draft(rkt: RKT) -> PkDraft:
    """To be read before it is stored (6 queries at most). ``rkt`` needs its kecamatan."""
    pk = PerjanjianKinerja(kecamatan=rkt.kecamatan, tahun=rkt.tahun)
    indikator, without_target = _indikator(pk, rkt)
    program, incomplete = _program(pk, rkt)
    return PkDraft(
        rows=tuple(one.row for one in indikator),
        anggaran=tuple(one.row for one in program),
        left_behind=(*without_target, *incomplete),
    )


def pk_perubahan(*, form: PKForm, by: Pengguna | None) -> PerjanjianKinerja:
    """The next perubahan as the valid form heads it, with every row of the latest PK of the year.

    Raises as :func:`pk_from_rkt` does.
    """
    kecamatan, tahun = form.scope.kecamatan, form.scope.tahun
    with writing(form.scope, by=by, hold=kecamatan) as act:
        old = latest_pk(kecamatan, tahun)
        if old is None:
            raise RecordRefused(f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni.")
        if form.instance.versi != old.versi + 1:
            raise RecordRefused(
                f"PK perubahan ke-{form.instance.versi} sudah ada. Muat ulang halaman, lalu periksa."
            )
        pk = form_save(act, form)
        assert isinstance(pk, PerjanjianKinerja)  # noqa: S101  # what the form is about
        why = f"Disalin dari {old}."
        renstra = RenstraOfYear(kecamatan, tahun)
        rows = old.baris.select_related("acuan_indikator__renstra", "acuan_sasaran__renstra")
        act.add([New(row=_row_in_force(pk, one, renstra), source=one) for one in rows], why=why)
        act.add([New(row=copy_row(one, perjanjian=pk), source=one) for one in old.anggaran.all()], why=why)
        return pk


def _row_in_force(pk: PerjanjianKinerja, old: BarisPK, renstra: RenstraOfYear) -> BarisPK:
    """The row with its target, referring to the Renstra in force where that has its indikator."""
    row = copy_row(old, perjanjian=pk)
    if (own := renstra.same(old.acuan_indikator)) is not None:
        row.acuan_indikator, row.acuan_sasaran = own, own.sasaran
    return row


def _own_row(pk: PerjanjianKinerja, act: Act) -> PerjanjianKinerja:
    """A PK that was only quoted becomes the kecamatan's own."""
    if not pk.dikutip:
        raise RecordRefused(f"PK murni tahun {pk.tahun} sudah ada. Ubah yang ada, atau buat PK perubahan.")
    pk.dikutip = False
    act.put(pk, columns=("dikutip",))
    dikutip = "Hanya dikutip laporan tahun lain"
    act.tell(CHANGED, pk, before={dikutip: "ya"}, after={dikutip: "tidak"})
    return pk


def _indikator(pk: PerjanjianKinerja, rkt: RKT) -> tuple[list[New[BarisPK]], list[str]]:
    """Rows of indikator, and what was left out."""
    target = RenstraOfYear(pk.kecamatan, pk.tahun).target
    new: list[New[BarisPK]] = []
    left_behind: list[str] = []
    used: set[int] = set()
    for order, origin in enumerate(rkt.sasaran.select_related("acuan_indikator__sasaran"), start=1):
        reference = origin.acuan_indikator
        if reference is not None and reference.pk in used:
            left_behind.append(
                f'Indikator "{origin.indikator}" tercantum dua kali dalam RKT; disalin sekali.'
            )
            continue
        sumber: SasaranRKT | TargetRenstra | None = origin if target_columns(origin) else None
        if sumber is None and reference is not None:
            sumber = target.get(reference.kunci)
        if sumber is None:
            left_behind.append(
                f'Indikator "{origin.indikator}" tidak disalin: target tahun {pk.tahun} tidak ada dalam RKT'
                " maupun Renstra."
            )
            continue
        if reference is not None:
            used.add(reference.pk)
        row = BarisPK(
            perjanjian=pk,
            sasaran=origin.sasaran,
            acuan_sasaran=reference.sasaran if reference else None,
            indikator=origin.indikator,
            acuan_indikator=reference,
            satuan=origin.satuan,
            urut=order,
            **copy_target(sumber),
        )
        new.append(New(row=row, source=origin))
    return new, left_behind


def _program(pk: PerjanjianKinerja, rkt: RKT) -> tuple[list[New[AnggaranPK]], list[str]]:
    """Programs with their amounts, and what was left out."""
    rows = list(rkt.baris.all())
    jumlah = anggaran_program(rows)
    nama = Program.objects.in_bulk(jumlah)
    new: list[New[AnggaranPK]] = []
    left_behind: list[str] = []
    for order, (nomor, anggaran) in enumerate(jumlah.items(), start=1):
        program = nama[nomor]
        if anggaran is None:
            left_behind.append(
                f'Program "{program.nama}" tidak disalin: anggarannya dalam RKT belum lengkap.'
                " Lengkapi RKT, atau tambahkan program ini sendiri."
            )
            continue
        row = AnggaranPK(perjanjian=pk, program=program, nama=program.nama, anggaran=anggaran, urut=order)
        new.append(New(row=row, source=next(one for one in rows if one.program_id == nomor)))
    return new, left_behind
