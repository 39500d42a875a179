"""Entry of the budget: amounts typed in the table itself, everything that is added up computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.forms import BoundField

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.capaian.anggaran import serapan_tingkat
from sakip.capaian.arithmetic import jumlah_lengkap
from sakip.capaian.levels import (
    TIDAK_DIRINCI,
    BudgetLevel,
    ControlDifference,
    build_levels,
    control_differences,
    pagu_murni_of,
    pagu_of,
)
from sakip.capaian.results import Serapan
from sakip.entry.derived_page import fill_page, say_added
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import Tempat
from sakip.records.anggaran.form import TotalForm
from sakip.records.anggaran.freeze import budget_row
from sakip.records.anggaran.models import AMOUNTS, Anggaran
from sakip.records.anggaran.writes import anggaran_dari_rkt
from sakip.snapshot.types import Anggaran as Baris


@dataclass(frozen=True, slots=True, kw_only=True)
class Jumlah:
    """What rows add up to; None where a part is not known. ``serapan`` is the engine's."""

    pagu_murni: Decimal | None
    pagu_berlaku: Decimal | None
    serapan: Serapan


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """An amount of a row: the cell to type in, where the user may, and how its parts contradict it."""

    nilai: Decimal | None
    isian: BoundField | None
    beda: ControlDifference[Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A line of the table: a program or kegiatan with its sums, or a row with its cells.

    A row that is a control total has the ``rincian`` that it is compared with; its own ``jumlah`` is no part of any.
    """

    uraian: str
    tingkat: int
    jumlah: Jumlah
    baris: Anggaran | None = None
    sel: tuple[PageCell, ...] = ()
    sidik: str = ""
    pesan: str = ""
    rincian: Jumlah | None = None

    @property
    def berbeda(self) -> bool:
        """Whether its parts contradict it."""
        return any(sel.beda for sel in self.sel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketikan:
    """What was typed and not stored: the forms by row, and what is wrong with a row as a whole."""

    form: Mapping[int, TotalForm]
    sidik: Mapping[int, str]
    pesan: Mapping[int, str] = field(default_factory=dict)


def awalan(baris: Anggaran) -> str:
    """Prefix of the names of a row's cells."""
    return f"baris-{baris.pk}"


def baris_anggaran(tempat: Tempat) -> list[Anggaran]:
    """The year's rows (2 queries)."""
    return list(
        tempat.rows(Anggaran)
        .select_related("program", "kegiatan", "sub_kegiatan")
        .prefetch_related("keluaran")
    )


def arrange(tempat: Tempat, ketikan: Ketikan | None = None) -> dict[str, Any]:
    """The table, keluaran, belanja, earlier totals and dukungan (6 queries)."""
    semua = baris_anggaran(tempat)
    return {
        "tabel": list(_Tabel(semua, tempat, ketikan).baris()),
        "jumlah": jumlah(semua),
        "baris_anggaran": semua,
        "ada_rkt": tempat.rows(m.BarisRKT).exists(),
        "belanja": list(tempat.rows(m.Belanja).select_related("induk").order_by("urut", "pk")),
        "anggaran_lalu": list(
            m.AnggaranLalu.objects.for_kecamatan(tempat.kecamatan)
            .filter(tahun__lt=tempat.tahun)
            .select_related("kecamatan")
            .order_by("-tahun")
        ),
        "dukungan": list(
            tempat.rows(m.DukunganProgram)
            .select_related("sasaran", "program")
            .order_by("sasaran__urut", "sasaran", "urut", "pk")
        ),
        "bentrok": bool(ketikan and ketikan.pesan),
    }


def jumlah(baris: Iterable[Anggaran]) -> Jumlah:
    """Sums and serapan of rows on whatever levels, as the engine computes them."""
    return _jumlah(build_levels([budget_row(b) for b in baris]))


def _jumlah(tingkat: Sequence[BudgetLevel[Baris]]) -> Jumlah:
    return Jumlah(
        pagu_murni=_total(tingkat, pagu_murni_of),
        pagu_berlaku=_total(tingkat, pagu_of),
        serapan=serapan_tingkat(tingkat),
    )


def _total(tingkat: Sequence[BudgetLevel[Baris]], kolom: Callable[[Baris], Decimal | None]) -> Decimal | None:
    return jumlah_lengkap(satu.total(kolom) for satu in tingkat) if tingkat else None


class _Tabel:
    """The lines of the table: every group where its first row stands, with its control total and its parts."""

    def __init__(self, semua: Sequence[Anggaran], tempat: Tempat, ketikan: Ketikan | None) -> None:
        self.tempat = tempat
        self.ketikan = ketikan
        baris = [budget_row(b) for b in semua]
        # Two rows may say the same; which record a frozen row was made from, only its identity tells.
        self.catatan = {id(isi): b for isi, b in zip(baris, semua, strict=True)}
        self.tingkat = build_levels(baris)
        self.beda = {(id(d.row), d.column.replace(" ", "_")): d for d in control_differences(baris)}

    def baris(self) -> Iterator[PageRow]:
        for satu in self.tingkat:
            yield from self._tingkat(satu, 0)

    def _tingkat(self, tingkat: BudgetLevel[Baris], dalam: int) -> Iterator[PageRow]:
        if not tingkat.children:
            for isi in tingkat.own:
                yield self._baris(isi)
            return
        if tingkat.own or not _hanya_sisa(tingkat):
            pertama = self.catatan[id(next(tingkat.details()))]
            nama = (pertama.program, pertama.kegiatan, pertama.sub_kegiatan)[dalam]
            rincian = _jumlah((tingkat,))
            yield PageRow(uraian=str(nama or TIDAK_DIRINCI), tingkat=dalam, jumlah=rincian)
            for isi in tingkat.own:
                yield self._baris(isi, _jumlah(tingkat.children))
        for anak in tingkat.children:
            yield from self._tingkat(anak, dalam + 1)

    def _baris(self, isi: Baris, rincian: Jumlah | None = None) -> PageRow:
        baris, ketikan = self.catatan[id(isi)], self.ketikan
        form = ketikan.form.get(baris.pk) if ketikan else None
        if form is None and self.tempat.boleh_isi:
            form = TotalForm(instance=baris, lingkup=self.tempat.lingkup, prefix=awalan(baris))
        return PageRow(
            uraian=_uraian(baris),
            tingkat=3 if baris.unit else 2 if baris.sub_kegiatan_id else 1 if baris.kegiatan_id else 0,
            jumlah=_jumlah(build_levels([isi])),
            baris=baris,
            sel=tuple(
                PageCell(
                    nilai=getattr(isi, kolom),
                    isian=form[kolom] if form else None,
                    beda=self.beda.get((id(isi), kolom)),
                )
                for kolom in AMOUNTS
            ),
            sidik=(ketikan.sidik.get(baris.pk, "") if ketikan else form.sidik) if form else "",
            pesan=ketikan.pesan.get(baris.pk, "") if ketikan else "",
            rincian=rincian,
        )


def _hanya_sisa(tingkat: BudgetLevel[Baris]) -> bool:
    """Whether all that stands below is what the document leaves unexplained: no group worth a line."""
    return all(not anak.children and not any(b.rinci for b in anak.own) for anak in tingkat.children)


def _uraian(baris: Anggaran) -> str:
    return str(baris) if baris.rinci or not baris.program_id else f"{baris} ({TIDAK_DIRINCI.lower()})"


def _fill(tempat: Tempat, oleh: Pengguna) -> str:
    """Add to the budget the rows of the RKT that it does not have yet."""
    return say_added(
        anggaran_dari_rkt(kecamatan=tempat.kecamatan, tahun=tempat.tahun, oleh=oleh),
        "baris ditambahkan dari RKT.",
        "Semua baris RKT sudah ada dalam anggaran.",
    )


anggaran_fill = fill_page("anggaran", _fill)

PAGE = EntryPage(
    code="anggaran", compose=arrange, tables=table_of_each("anggaran", "belanja", "dukungan", "anggaran-lalu")
)
