"""The SK IKU taken over from what is recorded: its rows from the Renstra, its lampiran from profil and Renstra."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from kecamatan.models import ButirProfil, DasarHukumProfil, Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import New, last_place, writing
from sakip.models import BarisIKU, ButirIKU, IndikatorTujuan, KeputusanIKU, MengingatIKU, Renstra, Tujuan
from sakip.querysets import of_year
from sakip.records.iku.form import fill_from_indikator
from sakip.records.reference_form import unit_names
from sakip.records.renstra.of_year import RenstraOfYear


@dataclass(frozen=True, slots=True, kw_only=True)
class IkuFilled:
    """The indikator that were added, and the lists that were empty and are filled now, by their names."""

    rows: tuple[BarisIKU, ...]
    lists: tuple[str, ...]


def iku_from_renstra(*, keputusan: KeputusanIKU, by: Pengguna | None) -> IkuFilled:
    """Add the indikator kinerja utama of the Renstra in force that the decision does not have yet, and fill those of
    its lists that are empty: Mengingat, tugas and fungsi from the year's profil, tujuan from the Renstra.

    A list in which there is anything stays as it is, and a second time adds nothing. Raises
    :class:`sakip.entry.writer.RecordRefused` without a Renstra, and as :func:`sakip.entry.writer.writing` does.
    """
    scope = Scope(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun, pengguna=by)
    with writing(scope, by=by, hold=keputusan) as act:
        renstra = RenstraOfYear(keputusan.kecamatan, keputusan.tahun)
        less = renstra.missing_from(keputusan.baris).filter(iku=True)
        unit = unit_names(keputusan.kecamatan)
        new = []
        for order, indikator in enumerate(less, last_place(keputusan.baris) + 1):
            content = fill_from_indikator(indikator, unit)
            row = BarisIKU(keputusan=keputusan, acuan_indikator=indikator, urut=order, **content)
            new.append(New(row=row, source=indikator))
        rows = act.add(new, why=f"Ditambahkan dari {renstra.needed}.")
        filled = []
        for name, above in lists_offered(keputusan, renstra.renstra).items():
            act.add(above, why=f"Ditambahkan dari {_ORIGIN.get(name, 'profil')} tahun {keputusan.tahun}.")
            filled.append(name)
    return IkuFilled(rows=tuple(rows), lists=tuple(filled))


_ORIGIN: Final = dict.fromkeys(
    (ButirIKU.Jenis.TUJUAN.label, ButirIKU.Jenis.INDIKATOR_TUJUAN.label), "Renstra"
)


def lists_offered(keputusan: KeputusanIKU, renstra: Renstra | None) -> dict[str, list[New[Any]]]:
    """By their names the lists of the decision that are empty while profil or Renstra have them, as new rows (a query
    for each that is empty, where the decision's own are read already)."""
    present = {one.jenis for one in keputusan.butir.all()}
    offered: dict[str, list[New[Any]]] = {}
    if not keputusan.daftar_mengingat.all():
        cited = of_year(DasarHukumProfil, keputusan.kecamatan, keputusan.tahun).select_related("peraturan")
        offered["Mengingat"] = [
            New(row=MengingatIKU(keputusan=keputusan, peraturan=one.peraturan, urut=order), source=one)
            for order, one in enumerate(cited, start=1)
        ]
    for jenis in ButirIKU.Jenis:
        if jenis.value not in present:
            offered[jenis.label] = [
                New(row=ButirIKU(keputusan=keputusan, jenis=jenis.value, uraian=text, urut=order), source=one)
                for order, (one, text) in enumerate(_ABOVE[jenis](keputusan, renstra), start=1)
            ]
    return {name: rows for name, rows in offered.items() if rows}


def _of_profil(
    jenis: ButirProfil.Jenis,
) -> Callable[[KeputusanIKU, Renstra | None], Iterable[tuple[Any, str]]]:
    def read(keputusan: KeputusanIKU, _renstra: Renstra | None) -> Iterable[tuple[Any, str]]:
        items = of_year(ButirProfil, keputusan.kecamatan, keputusan.tahun).filter(jenis=jenis)
        return ((one, one.uraian) for one in items)

    return read


def _tujuan(_keputusan: KeputusanIKU, renstra: Renstra | None) -> Iterable[tuple[Any, str]]:
    rows = Tujuan.objects.filter(renstra=renstra) if renstra else ()
    return ((one, one.uraian) for one in rows)


def _indikator_tujuan(_keputusan: KeputusanIKU, renstra: Renstra | None) -> Iterable[tuple[Any, str]]:
    if renstra is None:
        return ()
    rows = IndikatorTujuan.objects.filter(tujuan__renstra=renstra)
    return ((one, one.nama) for one in rows.order_by("tujuan__urut", "tujuan", "urut", "pk"))


#: Where the items of each list of the lampiran are taken from.
_ABOVE: Final = {
    ButirIKU.Jenis.TUGAS: _of_profil(ButirProfil.Jenis.TUGAS),
    ButirIKU.Jenis.FUNGSI: _of_profil(ButirProfil.Jenis.FUNGSI),
    ButirIKU.Jenis.TUJUAN: _tujuan,
    ButirIKU.Jenis.INDIKATOR_TUJUAN: _indikator_tujuan,
}
