"""What an entered target or realisasi says: its number or rank, its printed form, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sakip.capaian.arithmetic import divide
from sakip.capaian.predikat import DESIMAL_SKALA, find_kategori, rank, read_number
from sakip.capaian.rounding import Angka, decimal_text, round_half_up
from sakip.capaian.values import Keadaan, KeadaanNilai, Nilai, Skala, Target, in_percent

_SATUAN_POIN = frozenset({"", "indeks", "nilai", "poin", "skor"})
"""Units that are measured on a scale, without things to be counted."""


class NotComputable(Exception):
    """A value cannot be computed. ``str()`` is the Indonesian clause that follows "tidak dapat disimpulkan
    karena"; ``state`` says which of the three states without a value it is."""

    def __init__(self, alasan: str, state: Keadaan = Keadaan.TIDAK_DAPAT_DIHITUNG) -> None:
        super().__init__(alasan)
        self.keadaan = state


def require_filled(nilai: Nilai, sebutan: str) -> None:
    """Raise NotComputable, with the state kept, unless the value was entered.

    ``sebutan`` names the value in the reason ("realisasi", "realisasi tahun 2022"). A reason that was entered
    with the value is used as it is, without its full stop, since it becomes a clause.
    """
    if nilai.keadaan is KeadaanNilai.TERISI:
        return
    alasan = nilai.alasan.strip().rstrip(".")
    if not alasan and nilai.keadaan is KeadaanNilai.BELUM_DIISI:
        alasan = f"{sebutan} belum diisi"
    raise NotComputable(alasan or f"data {sebutan} tidak tersedia", Keadaan(nilai.keadaan.value))


def complete(nilai: Nilai, pengali: Decimal | None) -> Nilai:
    """The same value with ``angka`` = pembilang ÷ penyebut × ``pengali``, exactly, where only the two counts
    were entered. An entered ``angka`` is never touched; without a multiplier there is none."""
    if nilai.keadaan is not KeadaanNilai.TERISI or nilai.angka is not None or nilai.huruf.strip():
        return nilai
    if nilai.pembilang is None or not nilai.penyebut or pengali is None:
        return nilai
    return replace(nilai, angka=divide(nilai.pembilang, nilai.penyebut) * Fraction(pengali))


def pecahan_step(nilai: Nilai, pengali: Decimal | None) -> str:
    """Working of :func:`complete` ("realisasi 2 ÷ 3 × 100 = 66,6667"), empty when it had nothing to do.

    It is written out far enough for the next step to be checked with it.
    """
    whole = complete(nilai, pengali)
    if whole is nilai or whole.angka is None or nilai.pembilang is None or nilai.penyebut is None:
        return ""
    pecahan = f"{decimal_text(nilai.pembilang)} ÷ {decimal_text(nilai.penyebut)}"
    times = "" if pengali is None or pengali == 1 else f" × {decimal_text(pengali)}"
    return f"realisasi {pecahan}{times} = {decimal_text(whole.angka)}"


def agrees_as_written(computed: Nilai, recorded: Nilai) -> bool:
    """Whether an entered value is the computed one, as far as it was written out: 66,67 is two thirds.

    Fewer than two decimals are not enough for that: 30 is not 30,25, and a capaian would show it.
    """
    if (computed.keadaan, computed.huruf) != (recorded.keadaan, recorded.huruf):
        return False
    if isinstance(computed.angka, Fraction) and isinstance(recorded.angka, Decimal):
        desimal = -int(recorded.angka.as_tuple().exponent)
        return round_half_up(computed.angka, max(DESIMAL_SKALA, desimal)) == recorded.angka
    return computed.angka == recorded.angka


def realisasi_number(nilai: Nilai, sebutan: str = "realisasi") -> Angka:
    """The number of a value that must be one. Raises NotComputable when it is a letter or missing."""
    require_filled(nilai, sebutan)
    if nilai.angka is not None:
        return nilai.angka
    if nilai.huruf.strip():
        raise NotComputable(f'{sebutan} "{nilai.huruf.strip()}" berupa huruf, padahal diperlukan angka')
    if nilai.penyebut is not None and nilai.penyebut == 0:
        raise NotComputable(f"penyebut {sebutan} bernilai nol")
    if nilai.pembilang is not None and nilai.penyebut is not None:
        raise NotComputable(f"pengali untuk pembilang dan penyebut {sebutan} belum ditetapkan")
    raise NotComputable(f"{sebutan} tidak memuat nilai")


def target_number(target: Target) -> Decimal:
    """The number of a target, not negative. Raises NotComputable when it has none.

    A negative target is refused: dividing by it would turn "semakin tinggi semakin baik" into its opposite.
    """
    if target.angka is None:
        if target.huruf.strip():
            raise NotComputable(f'target "{target.huruf.strip()}" berupa huruf, padahal diperlukan angka')
        raise NotComputable("target belum ditetapkan")
    if target.angka < 0:
        raise NotComputable("target bernilai negatif")
    return target.angka


def rentang_target(target: Target) -> tuple[Decimal, Decimal]:
    """Lower and upper end of a range target. Raises NotComputable when it is not a proper range."""
    if target.bawah is None or target.atas is None:
        raise NotComputable("rentang target belum ditetapkan")
    if target.bawah > target.atas:
        raise NotComputable("batas bawah rentang target melebihi batas atasnya")
    if target.bawah < 0:
        raise NotComputable("target bernilai negatif")
    return target.bawah, target.atas


def rank_on_scale(angka: Angka | None, huruf: str, skala: Skala | None, sebutan: str) -> tuple[int, str]:
    """Rank of a letter, or of a number read through the scale, with the words for the working.

    The letter goes first when both were entered: it is what the document promises ("B (80)"). Raises
    NotComputable when there is no scale, no value, or no such letter on the scale.
    """
    huruf = huruf.strip()
    if angka is None and not huruf:
        raise NotComputable(f"{sebutan} belum berupa predikat")
    if skala is None:
        raise NotComputable("skala predikat indikator belum ditetapkan")
    kategori = find_kategori(huruf, skala) if huruf or angka is None else read_number(angka, skala)
    if kategori is None:
        raise NotComputable(f'{sebutan} "{huruf}" tidak terdapat pada skala {skala.nama}')
    level = rank(kategori.kode, skala)
    word = kategori.kode if huruf or angka is None else f"{decimal_text(angka)} terbaca {kategori.kode}"
    return level, f"{sebutan} {word} (peringkat {level})"


def print_target(target: Target | None, satuan: str) -> str:
    """Printed form of a target: its own if it has one, else the value with the decimals that it was decided with
    ("95%", "83,5", "80–90", "B")."""
    if target is None:
        return KeadaanNilai.BELUM_DIISI.value
    if target.cetak:
        return target.cetak
    if target.bawah is not None and target.atas is not None:
        return f"{_print_number(target.bawah, '', 0)}–{_print_number(target.atas, satuan, 0)}"
    return _print_content(target.angka, target.huruf, satuan, 0) or KeadaanNilai.BELUM_DIISI.value


def print_value(nilai: Nilai, satuan: str, desimal: int, pengali: Decimal | None = None) -> str:
    """Printed form of a value; a value that is not there prints its state, never a dash or a zero.

    ``pengali`` is the indikator's multiplier; a fraction without one prints its two counts ("12/15").
    """
    if nilai.keadaan is not KeadaanNilai.TERISI:
        return nilai.keadaan.value
    if nilai.cetak:
        return nilai.cetak
    content = _print_content(complete(nilai, pengali).angka, nilai.huruf, satuan, desimal)
    if not content and nilai.pembilang is not None and nilai.penyebut is not None:
        content = f"{decimal_text(nilai.pembilang)}/{decimal_text(nilai.penyebut)}"
    return content or "tidak memuat nilai"


def print_measured_target(target: Target | None, satuan: str) -> str:
    """As :func:`print_target`, of a target that is measured: a printed form that holds no number ("B" for 80) stands
    beside the number, "80 (B)", so that a reader can follow the capaian."""
    text = print_target(target, satuan)
    if target is None or target.huruf.strip():
        return text
    ends = [e for e in (target.angka, target.bawah, target.atas) if e is not None]
    return _beside_numbers(text, ends, satuan)


def print_measured_value(nilai: Nilai, satuan: str, desimal: int, pengali: Decimal | None = None) -> str:
    """As :func:`print_value`, of a value that is measured: see :func:`print_measured_target`."""
    text = print_value(nilai, satuan, desimal, pengali)
    if nilai.keadaan is not KeadaanNilai.TERISI or nilai.huruf.strip() or nilai.angka is None:
        return text
    return _beside_numbers(text, [nilai.angka], satuan)


def _beside_numbers(text: str, ends: Sequence[Angka], satuan: str) -> str:
    if not ends or any(c.isdigit() for c in text):
        return text
    percent = "%" if in_percent(satuan) else ""
    return f"{'–'.join(f'{decimal_text(e)}{percent}' for e in ends)} ({text})"


def satuan_selisih(satuan: str) -> str:
    """Unit of a difference: "poin" between two percentages or index values, else the indikator's unit."""
    return satuan.strip() if _counting(satuan) else "poin"


def _print_content(angka: Angka | None, huruf: str, satuan: str, desimal: int) -> str:
    """The letter, the number, or as the documents print both: "B (80,00)"."""
    huruf = huruf.strip()
    if angka is None:
        return huruf
    text = _print_number(angka, satuan, desimal)
    return f"{huruf} ({text})" if huruf else text


def _print_number(angka: Angka, satuan: str, desimal: int) -> str:
    if isinstance(angka, Decimal) and round_half_up(angka, desimal) != angka:
        # More decimals than the indikator prints are kept: dropping an entered digit would misstate the record.
        text = decimal_text(angka)
    elif _counting(satuan) and angka == int(angka):
        # Nobody counts 12,00 documents; who wants it printed so has the printed form for it.
        text = decimal_text(angka, 0)
    else:
        text = decimal_text(angka, desimal)
    return f"{text}%" if in_percent(satuan) else text


def _counting(satuan: str) -> bool:
    """Whether the unit counts or measures things ("dokumen", "orang", "menit"): no percentage, no index."""
    return not in_percent(satuan) and satuan.strip().casefold() not in _SATUAN_POIN
