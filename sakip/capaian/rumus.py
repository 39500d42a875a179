"""The registry of the formulas of capaian: all that is particular to one of them stands here, and only here.

A rumus has a stable code, the words by which pages, forms, workbooks and the document speak of it, and a function that
takes the target, the realisasi (already entered, see :mod:`sakip.capaian.pengukuran`) and the indikator's scale, and
answers an :class:`Working` or raises :class:`sakip.capaian.nilai.NotComputable`. It neither caps nor rounds.
Nobody outside asks which rumus it is; whoever needs to know something asks its :class:`RumusDefinition`.

A code is never deleted or given another meaning: published documents name it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from fractions import Fraction

from sakip.capaian.arithmetic import divide
from sakip.capaian.nilai import (
    NotComputable,
    rank_on_scale,
    realisasi_number,
    rentang_target,
    target_number,
)
from sakip.capaian.rounding import decimal_text
from sakip.capaian.values import JenisNilai, Nilai, Skala, Target

ZERO, HUNDRED = Fraction(0), Fraction(100)

_LKIP_JEMBER = "Bab III LKIP Kecamatan Balung 2020, Umbulsari 2021, dan Jombang 2023 (Kabupaten Jember)"
_THE_LOWER = "realisasi yang lebih rendah menunjukkan kinerja yang lebih baik"
_NO_REGULATION = "Ketentuan ini ditetapkan untuk laporan ini dan tidak bersumber dari peraturan."


class Rumus(StrEnum):
    """Stable codes of the formulas."""

    POSITIF = "positif"
    NEGATIF = "negatif"
    NEGATIF_BAGI = "negatif-bagi"
    PREDIKAT = "predikat"
    RENTANG = "rentang"


@dataclass(frozen=True, slots=True)
class Working:
    """Raw capaian in percent, and its working without the result ("realisasi 95 ÷ target 100 × 100")."""

    mentah: Fraction
    langkah: str


class BaikBila(Enum):
    """When a change of realisasi is an improvement."""

    NAIK = auto()
    TURUN = auto()
    MENDEKATI_TARGET = auto()


@dataclass(frozen=True, slots=True)
class Posisi:
    """Verb phrases for a realisasi above, at and below a capaian of 100."""

    atas: str
    sama: str
    bawah: str

    def name_of(self, location: int) -> str:
        """The phrase for 1, 0 or −1 (:attr:`sakip.capaian.results.Capaian.location`)."""
        return (self.sama, self.atas, self.bawah)[location]


@dataclass(frozen=True, slots=True)
class PrintedFormula:
    """A formula as the document typesets it: capaian = ``pembilang`` / ``penyebut`` × 100%."""

    pembilang: str
    penyebut: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A rule of this application and of no regulation, told in a document where a result needed it."""

    isi: str
    berlaku: Callable[[Target, Nilai], bool]


RumusFunction = Callable[[Target, Nilai, Skala | None], Working]


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusDefinition:
    """A registered rumus with every word that belongs to it.

    ``label`` is its name in forms and workbooks, ``makna`` the word after "makna" beside a working. ``pengantar``
    introduces the ``formula`` in the document's chapter on measuring; ``selalu_dicetak`` where no indikator uses it
    either. ``dasar`` is its source. ``pengingat`` is said where its direction is not the usual one. ``berperingkat``:
    it compares ranks on the indikator's scale, so letters go before numbers. ``ditawarkan``: kabupaten offer it
    without saying so.
    """

    kode: Rumus
    label: str
    makna: str
    jenis_nilai: JenisNilai
    baik_bila: BaikBila
    dasar: str
    pengantar: str
    formula: tuple[PrintedFormula, ...]
    posisi: Posisi
    fungsi: RumusFunction
    selalu_dicetak: bool = False
    pengingat: str = ""
    ketentuan: tuple[Provision, ...] = ()
    berperingkat: bool = False
    ditawarkan: bool = True


RUMUS_LIST: dict[Rumus, RumusDefinition] = {}


def register(definition: RumusDefinition) -> None:
    """Add a rumus to the registry. Raises ValueError for a code that is taken."""
    if definition.kode in RUMUS_LIST:
        raise ValueError(f"rumus {definition.kode.value!r} sudah terdaftar")
    RUMUS_LIST[definition.kode] = definition


def rumus_definition(kode: str) -> RumusDefinition:
    """The registered rumus. Raises ValueError for an unknown code."""
    return RUMUS_LIST[Rumus(kode)]


def rumus_for(jenis_nilai: str) -> tuple[RumusDefinition, ...]:
    """Those that measure values of a kind, the usual one first."""
    return tuple(d for d in RUMUS_LIST.values() if d.jenis_nilai == jenis_nilai)


def rumus_bawaan(jenis_nilai: str) -> Rumus:
    """The usual rumus of a kind of value."""
    return rumus_for(jenis_nilai)[0].kode


def rumus_choices(kode: Collection[str] | None = None) -> tuple[tuple[str, str], ...]:
    """Codes with their labels, as choices; of the given codes alone where there are any given."""
    return tuple((d.kode.value, d.label) for d in RUMUS_LIST.values() if kode is None or d.kode in kode)


def say_rumus(jenis_nilai: str, kode: Collection[str] | None = None) -> str:
    """The labels that a kind of value may choose from, for a message: "A", "B", atau "C"."""
    label = [f'"{d.label}"' for d in rumus_for(jenis_nilai) if kode is None or d.kode in kode]
    return " atau ".join(label) if len(label) < 3 else f"{', '.join(label[:-1])}, atau {label[-1]}"


def say_every_rumus() -> str:
    """Every kind of value with the labels of its rumus, for a message: angka memakai "A" atau "B", …"""
    return "; ".join(f"{kinds.value} memakai {say_rumus(kinds)}" for kinds in JenisNilai)


def _positif(target: Target, realisasi: Nilai, skala: Skala | None) -> Working:
    """Semakin tinggi semakin baik: R ÷ T × 100."""
    t, r = target_number(target), realisasi_number(realisasi)
    if t == 0:
        raise NotComputable("target bernilai nol")
    return Working(divide(r, t) * HUNDRED, f"realisasi {decimal_text(r)} ÷ target {decimal_text(t)} × 100")


register(
    RumusDefinition(
        kode=Rumus.POSITIF,
        label="Semakin tinggi semakin baik",
        makna="positif",
        jenis_nilai=JenisNilai.ANGKA,
        baik_bila=BaikBila.NAIK,
        dasar=f"Rumus progres positif, {_LKIP_JEMBER}",
        pengantar="Pada indikator bermakna positif, realisasi yang lebih tinggi menunjukkan kinerja yang lebih baik:",
        formula=(PrintedFormula("Realisasi", "Target"),),
        posisi=Posisi("berada di atas target", "sama dengan target", "berada di bawah target"),
        fungsi=_positif,
        selalu_dicetak=True,
    )
)


def _negatif(target: Target, realisasi: Nilai, skala: Skala | None) -> Working:
    """Semakin rendah semakin baik: (T − (R − T)) ÷ T × 100.

    With target 0 the quotient does not exist. Our own rule, found in no regulation: the promise "none" is
    either kept (100) or broken (0).
    """
    t, r = target_number(target), realisasi_number(realisasi)
    if t == 0:
        return _against_target_zero(r <= 0, decimal_text(r))
    step = (
        f"(target {decimal_text(t)} − (realisasi {decimal_text(r)} − target {decimal_text(t)})) "
        f"÷ target {decimal_text(t)} × 100"
    )
    return Working(divide(2 * Fraction(t) - Fraction(r), t) * HUNDRED, step)


def _against_target_zero(met: bool, realisasi: str) -> Working:
    if met:
        return Working(HUNDRED, f"realisasi {realisasi} memenuhi target 0")
    return Working(ZERO, f"realisasi {realisasi} melampaui target 0")


_POSISI_LOW = Posisi("berada di bawah target", "sama dengan target", "berada di atas target")

register(
    RumusDefinition(
        kode=Rumus.NEGATIF,
        label="Semakin rendah semakin baik",
        makna="negatif",
        jenis_nilai=JenisNilai.ANGKA,
        baik_bila=BaikBila.TURUN,
        dasar=f"Rumus progres negatif, {_LKIP_JEMBER}; target nol mengikuti ketentuan aplikasi",
        pengantar=f"Pada indikator bermakna negatif, {_THE_LOWER}:",
        formula=(PrintedFormula("Target − (Realisasi − Target)", "Target"),),
        posisi=_POSISI_LOW,
        fungsi=_negatif,
        selalu_dicetak=True,
        pengingat=_THE_LOWER,
        ketentuan=(
            Provision(
                "Untuk indikator bermakna negatif dengan target nol, capaian bernilai 100,00% apabila realisasi nol "
                f"dan 0,00% apabila realisasi lebih dari nol. {_NO_REGULATION}",
                lambda target, realisasi: target.angka == 0,
            ),
        ),
    )
)


def _negatif_bagi(target: Target, realisasi: Nilai, skala: Skala | None) -> Working:
    """Semakin rendah semakin baik, as other kabupaten measure it: T ÷ R × 100.

    With realisasi 0 the quotient does not exist. Our own rule, found in no regulation: nothing of what was to be
    kept low came about, so the target is met (100), and by how much cannot be told. A target of 0 is then either
    kept (100) or broken (0).
    """
    t, r = target_number(target), realisasi_number(realisasi)
    if r < 0:
        raise NotComputable("realisasi bernilai negatif")
    if t == 0:
        return _against_target_zero(r == 0, decimal_text(r))
    if r == 0:
        return Working(HUNDRED, f"realisasi 0 memenuhi target {decimal_text(t)}")
    return Working(divide(t, r) * HUNDRED, f"target {decimal_text(t)} ÷ realisasi {decimal_text(r)} × 100")


register(
    RumusDefinition(
        kode=Rumus.NEGATIF_BAGI,
        label="Semakin rendah semakin baik (target ÷ realisasi)",
        makna="negatif, target dibagi realisasi",
        jenis_nilai=JenisNilai.ANGKA,
        baik_bila=BaikBila.TURUN,
        dasar="Target dibagi realisasi, sebagaimana dipakai kabupaten lain untuk indikator yang semakin rendah "
        "semakin baik; realisasi nol mengikuti ketentuan aplikasi",
        pengantar="Pada indikator bermakna negatif yang targetnya dibagi dengan realisasinya, "
        f"{_THE_LOWER} pula:",
        formula=(PrintedFormula("Target", "Realisasi"),),
        posisi=_POSISI_LOW,
        fungsi=_negatif_bagi,
        pengingat=_THE_LOWER,
        ketentuan=(
            Provision(
                "Untuk indikator bermakna negatif yang targetnya dibagi dengan realisasinya, realisasi nol bernilai "
                f"100,00%, karena hasil baginya tidak ada. {_NO_REGULATION}",
                lambda target, realisasi: realisasi.angka == 0,
            ),
        ),
        ditawarkan=False,
    )
)


def _predikat(target: Target, realisasi: Nilai, skala: Skala | None) -> Working:
    """Letters on a named scale: peringkat(R) ÷ peringkat(T) × 100, rank 1 = lowest.

    A number is read through the scale, so SKM 66 against target B compares C with B on the scale of Permen
    PANRB 14/2017, and B with B on the one of Kepmenpan 25/2004.
    """
    t, target_word = rank_on_scale(target.angka, target.huruf, skala, "target")
    r, realisasi_word = rank_on_scale(realisasi.angka, realisasi.huruf, skala, "realisasi")
    return Working(divide(r, t) * HUNDRED, f"{realisasi_word} ÷ {target_word} × 100")


register(
    RumusDefinition(
        kode=Rumus.PREDIKAT,
        label="Huruf pada skala",
        makna="predikat",
        jenis_nilai=JenisNilai.HURUF,
        baik_bila=BaikBila.NAIK,
        dasar="Perbandingan peringkat predikat pada skala bernama (ketentuan aplikasi); "
        "LKIP Kecamatan Jombang 2023 mencetak target B dan realisasi B sebagai 100%",
        pengantar="Pada indikator yang targetnya berupa predikat, yang dibandingkan adalah peringkat predikat pada "
        "skalanya; predikat terendah berperingkat 1, dan nilai berupa angka dibaca melalui skala itu:",
        formula=(PrintedFormula("Peringkat Realisasi", "Peringkat Target"),),
        posisi=Posisi(
            "lebih tinggi daripada predikat yang ditargetkan",
            "sesuai dengan predikat yang ditargetkan",
            "lebih rendah daripada predikat yang ditargetkan",
        ),
        fungsi=_predikat,
        berperingkat=True,
    )
)


def _rentang(target: Target, realisasi: Nilai, skala: Skala | None) -> Working:
    """Best inside [bawah, atas]: 100 inside, ``positif`` against the lower end, ``negatif`` against the upper."""
    below, above = rentang_target(target)
    r = realisasi_number(realisasi)
    word = f"{decimal_text(below)}–{decimal_text(above)}"
    if below <= r <= above:
        return Working(HUNDRED, f"realisasi {decimal_text(r)} di dalam rentang {word}")
    if r < below:
        working = _positif(Target(angka=below), realisasi, skala)
        return Working(working.mentah, f"di bawah rentang {word}: {working.langkah}")
    working = _negatif(Target(angka=above), realisasi, skala)
    return Working(working.mentah, f"di atas rentang {word}: {working.langkah}")


register(
    RumusDefinition(
        kode=Rumus.RENTANG,
        label="Terbaik di dalam rentang",
        makna="rentang",
        jenis_nilai=JenisNilai.RENTANG,
        baik_bila=BaikBila.MENDEKATI_TARGET,
        dasar="Rumus progres positif terhadap batas bawah dan rumus progres negatif terhadap batas atas "
        "(ketentuan aplikasi)",
        pengantar="Pada indikator yang targetnya berupa rentang, realisasi di dalam rentang bernilai 100%; realisasi "
        "di bawah dan di atas rentang berturut-turut dihitung dengan:",
        formula=(
            PrintedFormula("Realisasi", "Batas Bawah"),
            PrintedFormula("Batas Atas − (Realisasi − Batas Atas)", "Batas Atas"),
        ),
        posisi=Posisi(
            "berada di dalam rentang target",
            "berada di dalam rentang target",
            "berada di luar rentang target",
        ),
        fungsi=_rentang,
    )
)
