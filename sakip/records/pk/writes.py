"""Perjanjian Kinerja made from what is recorded: murni from the RKT, a perubahan from the PK before it."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.form import Scope, copy_target, kolom_target
from sakip.entry.save import form_save
from sakip.entry.writer import DIUBAH, Act, New, RecordRefused, copy_row, writing
from sakip.models import RKT, AnggaranPK, BarisPK, PerjanjianKinerja, Program, SasaranRKT, TargetRenstra
from sakip.records.pk.form import PKForm
from sakip.records.renstra.of_year import RenstraOfYear
from sakip.snapshot.leaves import anggaran_program


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilPK:
    """The new PK, and in sentences what could not be taken over and why."""

    perjanjian: PerjanjianKinerja
    ditinggalkan: tuple[str, ...] = ()


def latest_pk(kecamatan: Kecamatan, tahun: int) -> PerjanjianKinerja | None:
    """The latest PK of the year that is the kecamatan's own (1 query)."""
    milik = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun, dikutip=False)
    return milik.select_related("kecamatan").order_by("versi").last()


def pk_dari_rkt(*, kecamatan: Kecamatan, tahun: int, oleh: Pengguna | None) -> HasilPK:
    """PK murni with the indikator of the RKT and its amounts per program; without an RKT an empty one.

    A target that the RKT leaves open is the Renstra's of the year. A PK murni that a later report quotes becomes the
    kecamatan's own and keeps its rows. Raises :class:`sakip.entry.writer.RecordRefused` where there is one, and as
    :func:`sakip.entry.writer.writing` does.
    """
    with writing(Scope(kecamatan=kecamatan, tahun=tahun, pengguna=oleh), by=oleh, hold=kecamatan) as act:
        ada = PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=tahun, versi=0).first()
        if ada is not None:
            return HasilPK(perjanjian=_milik_sendiri(ada, act))
        rkt = RKT.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
        why = f"Disalin dari {rkt}." if rkt else ""
        pk = PerjanjianKinerja(kecamatan=kecamatan, tahun=tahun)
        act.add([New(row=pk, source=rkt)], why=why)
        if rkt is None:
            return HasilPK(perjanjian=pk)
        indikator, tanpa_target = _indikator(pk, rkt)
        program, tak_lengkap = _program(pk, rkt)
        act.add(indikator, why=why)
        act.add(program, why=why)
        return HasilPK(perjanjian=pk, ditinggalkan=(*tanpa_target, *tak_lengkap))


def pk_perubahan(*, form: PKForm, oleh: Pengguna | None) -> PerjanjianKinerja:
    """The next perubahan as the valid form heads it, with every row of the latest PK of the year.

    Raises as :func:`pk_dari_rkt` does.
    """
    kecamatan, tahun = form.lingkup.kecamatan, form.lingkup.tahun
    with writing(form.lingkup, by=oleh, hold=kecamatan) as act:
        lama = latest_pk(kecamatan, tahun)
        if lama is None:
            raise RecordRefused(f"PK murni tahun {tahun} belum dicatat. Buat dahulu PK murni.")
        if form.instance.versi != lama.versi + 1:
            raise RecordRefused(
                f"PK perubahan ke-{form.instance.versi} sudah ada. Muat ulang halaman, lalu periksa."
            )
        pk = form_save(act, form)
        assert isinstance(pk, PerjanjianKinerja)  # noqa: S101  # what the form is about
        why = f"Disalin dari {lama}."
        for daftar in (lama.baris.all(), lama.anggaran.all()):
            act.add([New(row=copy_row(satu, perjanjian=pk), source=satu) for satu in daftar], why=why)
        return pk


def _milik_sendiri(pk: PerjanjianKinerja, act: Act) -> PerjanjianKinerja:
    """A PK that was only quoted becomes the kecamatan's own."""
    if not pk.dikutip:
        raise RecordRefused(f"PK murni tahun {pk.tahun} sudah ada. Ubah yang ada, atau buat PK perubahan.")
    pk.dikutip = False
    act.put(pk, columns=("dikutip",))
    dikutip = "Hanya dikutip laporan tahun lain"
    act.tell(DIUBAH, pk, before={dikutip: "ya"}, after={dikutip: "tidak"})
    return pk


def _indikator(pk: PerjanjianKinerja, rkt: RKT) -> tuple[list[New[BarisPK]], list[str]]:
    """Rows of indikator, and what was left out."""
    target = RenstraOfYear(pk.kecamatan, pk.tahun).target
    baru: list[New[BarisPK]] = []
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
                f'Indikator "{asal.indikator}" tidak disalin: target tahun {pk.tahun} tidak ada dalam RKT'
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
        baru.append(New(row=baris, source=asal))
    return baru, tertinggal


def _program(pk: PerjanjianKinerja, rkt: RKT) -> tuple[list[New[AnggaranPK]], list[str]]:
    """Programs with their amounts, and what was left out."""
    semua = list(rkt.baris.all())
    jumlah = anggaran_program(semua)
    nama = Program.objects.in_bulk(jumlah)
    baru: list[New[AnggaranPK]] = []
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
        baru.append(New(row=baris, source=next(satu for satu in semua if satu.program_id == nomor)))
    return baru, tertinggal
