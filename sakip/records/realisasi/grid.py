"""The realisasi grid as a page needs it: groups, rows, cells with their fingerprints, and what the engine says of them.

Made from the records as they are now, by the one engine; nothing here computes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Akumulasi, Kategori, KeadaanNilai
from sakip.capaian.nilai import print_target, print_value
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Hasil, HasilIndikator, Rerata
from sakip.capaian.triwulan import ROMAWI, TAHUNAN, TRIWULAN
from sakip.checks import CheckedYear, Finding, checks_of_document, find_all
from sakip.entry.form import values_fingerprint
from sakip.models import Indikator, KomentarRealisasi, Realisasi
from sakip.querysets import of_year
from sakip.records.realisasi.form import kolom_nilai, petunjuk_nilai, potret_realisasi, teks_nilai
from sakip.records.realisasi.freeze import kunci_of, realisasi_rows
from sakip.records.realisasi.writes import may_enter_for_unit
from sakip.snapshot import types as potongan
from sakip.snapshot.build import build_definitions, with_realisasi
from sakip.snapshot.kept import kept_definitions
from sakip.snapshot.one_moment import satu_pandangan
from sakip.snapshot.to_engine import TAHUN_LALU_MAKSIMUM, masukan_capaian
from sakip.text.numbers import format_persen

NAMA_TRIWULAN: Final = {TAHUNAN: "Setahun", **{n: f"Triwulan {ROMAWI[n - 1]}" for n in TRIWULAN}}
TAHUN_LALU_TAMPIL: Final = 2

#: How the year's value follows from the triwulan, in a column of ten characters.
SEBUTAN_AKUMULASI: Final = {
    Akumulasi.TERAKHIR: "nilai triwulan IV",
    Akumulasi.JUMLAH: "jumlah triwulan",
    Akumulasi.RATA_RATA: "rata-rata triwulan",
    Akumulasi.KUMULATIF: "kumulatif s.d. triwulan IV",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell. ``teks`` is the stored value as typed, ``sidik`` the fingerprint that a save must bring back.

    ``catatan`` counts open comments, ``bukti`` evidence. ``tersedia`` is False for "tidak tersedia".
    ``measured``: the indikator is measured in this triwulan.
    """

    triwulan: int
    measured: bool
    teks: str
    sidik: str
    tersedia: bool
    catatan: int
    bukti: int

    @property
    def nama(self) -> str:
        """ "Triwulan II"."""
        return NAMA_TRIWULAN[self.triwulan]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """An indikator. ``tutup`` says why the reader cannot enter it, empty where they can.

    ``dihitung``: the year's value follows from the triwulan. ``keterangan`` is what must be said of the year's value.
    """

    pk: int | None
    nama: str
    satuan: str
    huruf: bool
    petunjuk: str
    sel: tuple[GridCell, ...]
    dihitung: bool
    setahun: str
    keterangan: str
    target: str
    lalu: tuple[str, ...]
    capaian: str
    predikat: str
    alasan: str
    catatan: int
    tutup: str

    @property
    def sel_setahun(self) -> GridCell:
        """The cell of the year's value."""
        return self.sel[-1]

    @property
    def berpecahan(self) -> bool:
        """Whether a phone's keyboard must offer the stroke of a fraction."""
        return "pembilang" in self.petunjuk


@dataclass(frozen=True, slots=True, kw_only=True)
class GridGroup:
    """The rows of a sasaran with their mean; ``uraian`` is empty for those that the PK does not measure."""

    nomor: int
    uraian: str
    rerata: str
    baris: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The whole grid. ``alasan`` says why no capaian can be computed at all, empty where it can; ``findings`` are
    those of the realisasi."""

    kelompok: tuple[GridGroup, ...]
    tahun_lalu: tuple[int, ...]
    rerata: str
    alasan: str
    findings: tuple[Finding, ...]

    @property
    def baris(self) -> tuple[GridRow, ...]:
        """All rows in order."""
        return tuple(b for k in self.kelompok for b in k.baris)

    @property
    def asal(self) -> dict[str, tuple[str, str]]:
        """Text and fingerprint by name of the cell ("12-1"), only of filled ones."""
        return {f"{b.pk}-{s.triwulan}": (s.teks, s.sidik) for b in self.baris for s in b.sel if s.sidik}

    def cari(self, pk: int) -> tuple[GridGroup, GridRow] | None:
        """The row of an indikator with its group."""
        return next(((k, b) for k in self.kelompok for b in k.baris if b.pk == pk), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridReader:
    """Who looks: ``tutup`` closes every row, ``unit`` all but the rows of these units."""

    tutup: str = ""
    unit: frozenset[str] | None = None


def build_grid(*, kecamatan: Kecamatan, tahun: int, pembaca: GridReader) -> Grid:
    """The grid as it is now (16 queries, 5 where the definitions are kept). ``kecamatan`` needs its kabupaten."""
    return Bahan.read(kecamatan, tahun).kisi(pembaca)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """Everything read, before anything is put in words."""

    snapshot: potongan.Snapshot
    hasil: Hasil | None
    alasan: str
    indikator: dict[str, Indikator]
    tersimpan: dict[tuple[str, int], Realisasi]
    komentar: Counter[tuple[str, int | None]]

    @classmethod
    def read(cls, kecamatan: Kecamatan, tahun: int) -> Bahan:
        """Read it all at one moment."""
        with satu_pandangan() as committed:
            definitions = _definitions(kecamatan, tahun, committed=committed)
            rows = realisasi_rows(kecamatan, range(tahun - TAHUN_LALU_MAKSIMUM, tahun + 1))
            renstra = definitions.renstra_berlaku
            indikator = Indikator.objects.for_kecamatan(kecamatan).select_related("skala")
            berlaku = (
                indikator.filter(renstra__tahun_awal=renstra.tahun_awal, renstra__versi=renstra.versi)
                if renstra
                else indikator.none()
            )
            komentar = of_year(KomentarRealisasi, kecamatan, tahun).filter(selesai=None).order_by()
            return cls._made(
                definitions,
                rows,
                indikator=berlaku.prefetch_related("skala__kategori"),
                komentar=komentar.values_list("indikator__kunci", "triwulan"),
            )

    @classmethod
    def of_year(cls, kecamatan: Kecamatan, tahun: int) -> Bahan:
        """Read what the answer to one cell needs: the values of this year alone, without evidence and remarks.

        2 queries where the definitions are kept. Enough for :meth:`row_of`; a grid of it would lack words and years.
        """
        with satu_pandangan() as committed:
            definitions = _definitions(kecamatan, tahun, committed=committed)
            rows = realisasi_rows(kecamatan, range(tahun, tahun + 1), evidence=False)
        return cls._made(definitions, rows)

    @classmethod
    def _made(
        cls,
        definitions: potongan.Snapshot,
        rows: Iterable[Realisasi],
        *,
        indikator: Iterable[Indikator] = (),
        komentar: Iterable[tuple[str, int | None]] = (),
    ) -> Bahan:
        """Of two Renstra versions the later one's cells stand."""
        snapshot = with_realisasi(definitions, rows)
        hasil, alasan = _compute(snapshot)
        return cls(
            snapshot=snapshot,
            hasil=hasil,
            alasan=alasan,
            indikator={i.kunci: i for i in indikator},
            tersimpan={(kunci_of(r), r.triwulan): r for r in rows if r.tahun == snapshot.tahun},
            komentar=Counter(komentar),
        )

    def kisi(self, pembaca: GridReader) -> Grid:
        """The grid of it."""
        tahun = _tahun_lalu(self.snapshot)
        definisi = {d.kunci: d for d in self._definisi()}
        sasaran = self.hasil.sasaran if self.hasil else ()
        kelompok = [
            GridGroup(
                nomor=nomor,
                uraian=s.uraian,
                rerata=say_mean(s.rerata),
                baris=tuple(
                    self._baris(i.kunci, i, definisi.get(i.kunci), tahun, pembaca) for i in s.indikator
                ),
            )
            for nomor, s in enumerate(sasaran, start=1)
        ]
        lain = definisi.keys() - {i.kunci for s in sasaran for i in s.indikator}
        if lain:
            baris = tuple(
                self._baris(kunci, None, d, tahun, pembaca) for kunci, d in definisi.items() if kunci in lain
            )
            kelompok.append(GridGroup(nomor=len(kelompok) + 1, uraian="", rerata="", baris=baris))
        return Grid(
            kelompok=tuple(kelompok),
            tahun_lalu=tahun,
            rerata=self.rerata,
            alasan=self.alasan,
            findings=find_all(checks_of_document("realisasi"), CheckedYear(snapshot=self.snapshot)),
        )

    def row_of(self, pk: int) -> tuple[int, str, GridRow] | None:
        """The row of an indikator of the Renstra in force with number and mean of its group, as :meth:`kisi` has them;
        without what the page shows of other years."""
        definisi = next((d for d in self._definisi() if d.pk == pk), None)
        if definisi is None:
            return None
        semua = self.hasil.sasaran if self.hasil else ()
        for nomor, sasaran in enumerate(semua, start=1):
            for hasil in sasaran.indikator:
                if hasil.kunci == definisi.kunci:
                    baris = self._baris(hasil.kunci, hasil, definisi, (), GridReader())
                    return nomor, say_mean(sasaran.rerata), baris
        return len(semua) + 1, "", self._baris(definisi.kunci, None, definisi, (), GridReader())

    @property
    def rerata(self) -> str:
        """The mean of all sasaran in words; empty where nothing can be computed."""
        return say_mean(self.hasil.rerata) if self.hasil else ""

    def hasil_indikator(self, kunci: str) -> HasilIndikator | None:
        """What the engine says of one indikator; None where the PK does not measure it."""
        semua = (i for s in (self.hasil.sasaran if self.hasil else ()) for i in s.indikator)
        return next((i for i in semua if i.kunci == kunci), None)

    def _definisi(self) -> list[potongan.Indikator]:
        renstra = self.snapshot.renstra_berlaku
        return [i for t in renstra.tujuan for s in t.sasaran for i in s.indikator] if renstra else []

    def _baris(
        self,
        kunci: str,
        hasil: HasilIndikator | None,
        definisi: potongan.Indikator | None,
        tahun: tuple[int, ...],
        pembaca: GridReader,
    ) -> GridRow:
        indikator = self.indikator.get(kunci)
        measured = (*(definisi.triwulan_measured if definisi else TRIWULAN), TAHUNAN)
        sel = tuple(self._sel(kunci, n, n in measured) for n in (*TRIWULAN, TAHUNAN))
        ada_triwulan = any(s.teks for s in sel[:-1])
        dihitung = ada_triwulan and not sel[-1].teks
        satuan = hasil.satuan if hasil else definisi.satuan if definisi else ""
        return GridRow(
            pk=indikator.pk if indikator else None,
            nama=hasil.nama if hasil else definisi.nama if definisi else kunci,
            satuan=satuan,
            huruf=definisi is not None and definisi.jenis_nilai == Indikator.JenisNilai.HURUF,
            petunjuk=petunjuk_nilai(indikator) if indikator else "",
            sel=sel,
            dihitung=dihitung,
            setahun=self._lalu(kunci, definisi, satuan, self.snapshot.tahun) if dihitung else "",
            keterangan=_keterangan(definisi, dihitung=dihitung, langsung=bool(ada_triwulan and sel[-1].teks)),
            target=hasil.target_cetak if hasil else self._target(definisi),
            lalu=tuple(self._lalu(kunci, definisi, satuan, t) for t in tahun),
            **_capaian(hasil),
            catatan=sum(n for (k, _), n in self.komentar.items() if k == kunci),
            tutup=_close(indikator, pembaca),
        )

    def _sel(self, kunci: str, triwulan: int, measured: bool) -> GridCell:
        baris = self.tersimpan.get((kunci, triwulan))
        return GridCell(
            triwulan=triwulan,
            measured=measured,
            teks=teks_nilai(kolom_nilai(baris)) if baris else "",
            sidik=values_fingerprint(potret_realisasi(baris)) if baris else "",
            tersedia=baris is None or baris.keadaan == KeadaanNilai.TERISI,
            catatan=self.komentar[kunci, triwulan],
            bukti=baris.jumlah_bukti if baris else 0,  # type: ignore[attr-defined]  # annotated above
        )

    def _lalu(self, kunci: str, definisi: potongan.Indikator | None, satuan: str, tahun: int) -> str:
        nilai = next(
            (r.tahunan for r in self.snapshot.realisasi if r.kunci_indikator == kunci and r.tahun == tahun),
            None,
        )
        if nilai is None or definisi is None:
            return ""
        if nilai.keadaan is KeadaanNilai.BELUM_DIISI and nilai.alasan:
            return nilai.alasan
        return print_value(nilai, satuan, definisi.desimal, definisi.pengali_pecahan)

    def _target(self, definisi: potongan.Indikator | None) -> str:
        """The target where the engine has not spoken: the PK's, else the Renstra's with its name."""
        if definisi is None:
            return ""
        pk = self.snapshot.pk_berlaku
        dari_pk = next((b for b in pk.indikator if b.kunci_indikator == definisi.kunci), None) if pk else None
        if dari_pk is not None:
            return print_target(dari_pk.target, dari_pk.satuan or definisi.satuan, definisi.desimal)
        target = next((t.target for t in definisi.target if t.tahun == self.snapshot.tahun), None)
        return f"{print_target(target, definisi.satuan, definisi.desimal)} (Renstra)" if target else ""


def say_triwulan(triwulan: int) -> str:
    """ "triwulan II", "setahun": inside a sentence."""
    nama = NAMA_TRIWULAN[triwulan]
    return f"{nama[:1].lower()}{nama[1:]}"


def say_mean(rerata: Rerata) -> str:
    """ "95,00%, AA (Sangat Memuaskan); rata-rata 4 dari 4 indikator"."""
    cakupan = f"{rerata.terhitung} dari {rerata.jumlah} indikator"
    if rerata.nilai is None:
        return f"{TIDAK_DAPAT_DISIMPULKAN}; terhitung {cakupan}"
    return f"{say_percent(rerata.nilai)}, {say_kategori(rerata.kategori)}; rata-rata {cakupan}"


def say_percent(nilai: Decimal) -> str:
    """A shown percentage with all its decimals: "95,00%"."""
    return format_persen(nilai, max(0, -int(nilai.as_tuple().exponent)))


def say_kategori(kategori: Kategori | None) -> str:
    """ "AA (Sangat Memuaskan)", or the word alone where it is the category itself; as the documents print it."""
    if kategori is None:
        return TIDAK_DAPAT_DISIMPULKAN
    if kategori.kode == kategori.label:
        return kategori.label
    pemisah = f" – {kategori.label}" if "(" in kategori.label else f" ({kategori.label})"
    return f"{kategori.kode}{pemisah}"


def _definitions(kecamatan: Kecamatan, tahun: int, *, committed: bool) -> potongan.Snapshot:
    read = kept_definitions if committed else build_definitions
    return read(kecamatan=kecamatan, tahun=tahun)


def _compute(snapshot: potongan.Snapshot) -> tuple[Hasil | None, str]:
    masukan = masukan_capaian(snapshot)
    if masukan is not None:
        try:
            return compute(masukan), ""
        except InvalidWeight as galat:
            return None, f"Capaian belum dapat dihitung: {galat}"
    if snapshot.pk_berlaku is None:
        return (
            None,
            "Capaian dihitung setelah Perjanjian Kinerja tahun ini dicatat. Realisasi dapat diisi dahulu.",
        )
    return None, (
        "Capaian dihitung setelah Bagian Organisasi menetapkan kebijakan pengukuran tahun ini."
        " Realisasi dapat diisi dahulu."
    )


def _tahun_lalu(snapshot: potongan.Snapshot) -> tuple[int, ...]:
    """The latest years before this one with anything to compare with, oldest first."""
    ada = {r.tahun for r in snapshot.realisasi if r.tahun < snapshot.tahun}
    return tuple(sorted(ada)[-TAHUN_LALU_TAMPIL:])


def _keterangan(definisi: potongan.Indikator | None, *, dihitung: bool, langsung: bool) -> str:
    if dihitung and definisi:
        return SEBUTAN_AKUMULASI[definisi.akumulasi]
    return "diisi langsung; triwulan tidak dihitung" if langsung else ""


def _capaian(hasil: HasilIndikator | None) -> dict[str, str]:
    if hasil is None:
        return {"capaian": "", "predikat": "", "alasan": ""}
    capaian = hasil.capaian
    if capaian.nilai is None:
        return {"capaian": capaian.keadaan.value, "predikat": "", "alasan": capaian.alasan}
    return {
        "capaian": say_percent(capaian.nilai),
        "predikat": say_kategori(capaian.kategori),
        "alasan": capaian.batas,
    }


def _close(indikator: Indikator | None, pembaca: GridReader) -> str:
    if indikator is None:
        return "belum ada dalam Renstra"
    if pembaca.tutup:
        return pembaca.tutup
    return "" if may_enter_for_unit(indikator, pembaca.unit) else "bukan unit Anda"
