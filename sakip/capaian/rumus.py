"""The registry of the formulas of capaian: all that is particular to one of them stands here, and only here.

A rumus has a stable code, the words by which pages, forms, workbooks and the document speak of it, and a function that
takes the target, the realisasi (already entered, see :mod:`sakip.capaian.pengukuran`) and the indikator's scale, and
answers an :class:`Hitungan` or raises :class:`sakip.capaian.nilai.NotComputable`. It neither caps nor rounds.
Nobody outside asks which rumus it is; whoever needs to know something asks its :class:`DefinisiRumus`.

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
    angka_realisasi,
    angka_target,
    peringkat_pada_skala,
    rentang_target,
)
from sakip.capaian.rounding import teks_desimal
from sakip.capaian.values import JenisNilai, Nilai, Skala, Target

NOL, SERATUS = Fraction(0), Fraction(100)

_LKIP_JEMBER = "Bab III LKIP Kecamatan Balung 2020, Umbulsari 2021, dan Jombang 2023 (Kabupaten Jember)"
_SEMAKIN_RENDAH = "realisasi yang lebih rendah menunjukkan kinerja yang lebih baik"
_BUKAN_PERATURAN = "Ketentuan ini ditetapkan untuk laporan ini dan tidak bersumber dari peraturan."


class Rumus(StrEnum):
    """Stable codes of the formulas."""

    POSITIF = "positif"
    NEGATIF = "negatif"
    NEGATIF_BAGI = "negatif-bagi"
    PREDIKAT = "predikat"
    RENTANG = "rentang"


@dataclass(frozen=True, slots=True)
class Hitungan:
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

    def name_of(self, letak: int) -> str:
        """The phrase for 1, 0 or −1 (:attr:`sakip.capaian.results.Capaian.letak`)."""
        return (self.sama, self.atas, self.bawah)[letak]


@dataclass(frozen=True, slots=True)
class FormulaCetak:
    """A formula as the document typesets it: capaian = ``pembilang`` / ``penyebut`` × 100%."""

    pembilang: str
    penyebut: str


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """A rule of this application and of no regulation, told in a document where a result needed it."""

    isi: str
    berlaku: Callable[[Target, Nilai], bool]


FungsiRumus = Callable[[Target, Nilai, Skala | None], Hitungan]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinisiRumus:
    """A registered rumus with every word that belongs to it.

    ``label`` is its name in forms and workbooks, ``makna`` the word after "makna" beside a working. ``pengantar``
    introduces the ``formula`` in the document's chapter on measuring; ``selalu_dicetak`` where no indikator uses it
    either. ``dasar`` is its source. ``sebesar_target`` lets the phrase of its ``posisi`` be followed by "sebesar" and
    the target. ``pengingat`` is said where its direction is not the usual one. ``berperingkat``: it compares ranks on
    the indikator's scale, so letters go before numbers. ``ditawarkan``: kabupaten offer it without saying so.
    """

    kode: Rumus
    label: str
    makna: str
    jenis_nilai: JenisNilai
    baik_bila: BaikBila
    dasar: str
    pengantar: str
    formula: tuple[FormulaCetak, ...]
    posisi: Posisi
    fungsi: FungsiRumus
    selalu_dicetak: bool = False
    sebesar_target: bool = False
    pengingat: str = ""
    ketentuan: tuple[Ketentuan, ...] = ()
    berperingkat: bool = False
    ditawarkan: bool = True


DAFTAR_RUMUS: dict[Rumus, DefinisiRumus] = {}


def register(definisi: DefinisiRumus) -> None:
    """Add a rumus to the registry. Raises ValueError for a code that is taken."""
    if definisi.kode in DAFTAR_RUMUS:
        raise ValueError(f"rumus {definisi.kode.value!r} sudah terdaftar")
    DAFTAR_RUMUS[definisi.kode] = definisi


def definisi_rumus(kode: str) -> DefinisiRumus:
    """The registered rumus. Raises ValueError for an unknown code."""
    return DAFTAR_RUMUS[Rumus(kode)]


def rumus_untuk(jenis_nilai: str) -> tuple[DefinisiRumus, ...]:
    """Those that measure values of a kind, the usual one first."""
    return tuple(d for d in DAFTAR_RUMUS.values() if d.jenis_nilai == jenis_nilai)


def rumus_bawaan(jenis_nilai: str) -> Rumus:
    """The usual rumus of a kind of value."""
    return rumus_untuk(jenis_nilai)[0].kode


def pilihan_rumus(kode: Collection[str] | None = None) -> tuple[tuple[str, str], ...]:
    """Codes with their labels, as choices; of the given codes alone where there are any given."""
    return tuple((d.kode.value, d.label) for d in DAFTAR_RUMUS.values() if kode is None or d.kode in kode)


def say_rumus(jenis_nilai: str, kode: Collection[str] | None = None) -> str:
    """The labels that a kind of value may choose from, for a message: "A", "B", atau "C"."""
    label = [f'"{d.label}"' for d in rumus_untuk(jenis_nilai) if kode is None or d.kode in kode]
    return " atau ".join(label) if len(label) < 3 else f"{', '.join(label[:-1])}, atau {label[-1]}"


def say_every_rumus() -> str:
    """Every kind of value with the labels of its rumus, for a message: angka memakai "A" atau "B", …"""
    return "; ".join(f"{jenis.value} memakai {say_rumus(jenis)}" for jenis in JenisNilai)


def _positif(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Semakin tinggi semakin baik: R ÷ T × 100."""
    t, r = angka_target(target), angka_realisasi(realisasi)
    if t == 0:
        raise NotComputable("target bernilai nol")
    return Hitungan(divide(r, t) * SERATUS, f"realisasi {teks_desimal(r)} ÷ target {teks_desimal(t)} × 100")


register(
    DefinisiRumus(
        kode=Rumus.POSITIF,
        label="Semakin tinggi semakin baik",
        makna="positif",
        jenis_nilai=JenisNilai.ANGKA,
        baik_bila=BaikBila.NAIK,
        dasar=f"Rumus progres positif, {_LKIP_JEMBER}",
        pengantar="Pada indikator bermakna positif, realisasi yang lebih tinggi menunjukkan kinerja yang lebih baik:",
        formula=(FormulaCetak("Realisasi", "Target"),),
        posisi=Posisi("berada di atas target", "sama dengan target", "berada di bawah target"),
        fungsi=_positif,
        selalu_dicetak=True,
        sebesar_target=True,
    )
)


def _negatif(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Semakin rendah semakin baik: (T − (R − T)) ÷ T × 100.

    With target 0 the quotient does not exist. Our own rule, found in no regulation: the promise "none" is
    either kept (100) or broken (0).
    """
    t, r = angka_target(target), angka_realisasi(realisasi)
    if t == 0:
        return _terhadap_target_nol(r <= 0, teks_desimal(r))
    langkah = (
        f"(target {teks_desimal(t)} − (realisasi {teks_desimal(r)} − target {teks_desimal(t)})) "
        f"÷ target {teks_desimal(t)} × 100"
    )
    return Hitungan(divide(2 * Fraction(t) - Fraction(r), t) * SERATUS, langkah)


def _terhadap_target_nol(terpenuhi: bool, realisasi: str) -> Hitungan:
    if terpenuhi:
        return Hitungan(SERATUS, f"realisasi {realisasi} memenuhi target 0 (ketentuan aplikasi)")
    return Hitungan(NOL, f"realisasi {realisasi} melampaui target 0 (ketentuan aplikasi)")


_POSISI_RENDAH = Posisi("berada di bawah target", "sama dengan target", "berada di atas target")

register(
    DefinisiRumus(
        kode=Rumus.NEGATIF,
        label="Semakin rendah semakin baik",
        makna="negatif",
        jenis_nilai=JenisNilai.ANGKA,
        baik_bila=BaikBila.TURUN,
        dasar=f"Rumus progres negatif, {_LKIP_JEMBER}; target nol mengikuti ketentuan aplikasi",
        pengantar=f"Pada indikator bermakna negatif, {_SEMAKIN_RENDAH}:",
        formula=(FormulaCetak("Target − (Realisasi − Target)", "Target"),),
        posisi=_POSISI_RENDAH,
        fungsi=_negatif,
        selalu_dicetak=True,
        pengingat=_SEMAKIN_RENDAH,
        ketentuan=(
            Ketentuan(
                "Untuk indikator bermakna negatif dengan target nol, capaian bernilai 100,00% apabila realisasi nol "
                f"dan 0,00% apabila realisasi lebih dari nol. {_BUKAN_PERATURAN}",
                lambda target, realisasi: target.angka == 0,
            ),
        ),
    )
)


def _negatif_bagi(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Semakin rendah semakin baik, as other kabupaten measure it: T ÷ R × 100.

    With realisasi 0 the quotient does not exist. Our own rule, found in no regulation: nothing of what was to be
    kept low came about, so the target is met (100), and by how much cannot be told. A target of 0 is then either
    kept (100) or broken (0).
    """
    t, r = angka_target(target), angka_realisasi(realisasi)
    if r < 0:
        raise NotComputable("realisasi bernilai negatif")
    if t == 0:
        return _terhadap_target_nol(r == 0, teks_desimal(r))
    if r == 0:
        return Hitungan(SERATUS, f"realisasi 0 memenuhi target {teks_desimal(t)} (ketentuan aplikasi)")
    return Hitungan(divide(t, r) * SERATUS, f"target {teks_desimal(t)} ÷ realisasi {teks_desimal(r)} × 100")


register(
    DefinisiRumus(
        kode=Rumus.NEGATIF_BAGI,
        label="Semakin rendah semakin baik (target ÷ realisasi)",
        makna="negatif, target dibagi realisasi",
        jenis_nilai=JenisNilai.ANGKA,
        baik_bila=BaikBila.TURUN,
        dasar="Target dibagi realisasi, sebagaimana dipakai kabupaten lain untuk indikator yang semakin rendah "
        "semakin baik; realisasi nol mengikuti ketentuan aplikasi",
        pengantar="Pada indikator bermakna negatif yang targetnya dibagi dengan realisasinya, "
        f"{_SEMAKIN_RENDAH} pula:",
        formula=(FormulaCetak("Target", "Realisasi"),),
        posisi=_POSISI_RENDAH,
        fungsi=_negatif_bagi,
        pengingat=_SEMAKIN_RENDAH,
        ketentuan=(
            Ketentuan(
                "Untuk indikator bermakna negatif yang targetnya dibagi dengan realisasinya, realisasi nol bernilai "
                f"100,00%, karena hasil baginya tidak ada. {_BUKAN_PERATURAN}",
                lambda target, realisasi: realisasi.angka == 0,
            ),
        ),
        ditawarkan=False,
    )
)


def _predikat(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Letters on a named scale: peringkat(R) ÷ peringkat(T) × 100, rank 1 = lowest.

    A number is read through the scale, so SKM 66 against target B compares C with B on the scale of Permen
    PANRB 14/2017, and B with B on the one of Kepmenpan 25/2004.
    """
    t, kata_target = peringkat_pada_skala(target.angka, target.huruf, skala, "target")
    r, kata_realisasi = peringkat_pada_skala(realisasi.angka, realisasi.huruf, skala, "realisasi")
    return Hitungan(divide(r, t) * SERATUS, f"{kata_realisasi} ÷ {kata_target} × 100")


register(
    DefinisiRumus(
        kode=Rumus.PREDIKAT,
        label="Huruf pada skala",
        makna="predikat",
        jenis_nilai=JenisNilai.HURUF,
        baik_bila=BaikBila.NAIK,
        dasar="Perbandingan peringkat predikat pada skala bernama (ketentuan aplikasi); "
        "LKIP Kecamatan Jombang 2023 mencetak target B dan realisasi B sebagai 100%",
        pengantar="Pada indikator yang targetnya berupa predikat, yang dibandingkan adalah peringkat predikat pada "
        "skalanya; predikat terendah berperingkat 1, dan nilai berupa angka dibaca melalui skala itu:",
        formula=(FormulaCetak("Peringkat Realisasi", "Peringkat Target"),),
        posisi=Posisi(
            "lebih tinggi daripada predikat yang ditargetkan",
            "sesuai dengan predikat yang ditargetkan",
            "lebih rendah daripada predikat yang ditargetkan",
        ),
        fungsi=_predikat,
        berperingkat=True,
    )
)


def _rentang(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Best inside [bawah, atas]: 100 inside, ``positif`` against the lower end, ``negatif`` against the upper."""
    bawah, atas = rentang_target(target)
    r = angka_realisasi(realisasi)
    kata = f"{teks_desimal(bawah)}–{teks_desimal(atas)}"
    if bawah <= r <= atas:
        return Hitungan(SERATUS, f"realisasi {teks_desimal(r)} di dalam rentang {kata}")
    if r < bawah:
        hitungan = _positif(Target(angka=bawah), realisasi, skala)
        return Hitungan(hitungan.mentah, f"di bawah rentang {kata}: {hitungan.langkah}")
    hitungan = _negatif(Target(angka=atas), realisasi, skala)
    return Hitungan(hitungan.mentah, f"di atas rentang {kata}: {hitungan.langkah}")


register(
    DefinisiRumus(
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
            FormulaCetak("Realisasi", "Batas Bawah"),
            FormulaCetak("Batas Atas − (Realisasi − Batas Atas)", "Batas Atas"),
        ),
        posisi=Posisi(
            "berada di dalam rentang target",
            "berada di dalam rentang target",
            "berada di luar rentang target",
        ),
        fungsi=_rentang,
    )
)
