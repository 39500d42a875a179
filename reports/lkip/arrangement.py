"""The order of the parts of the LKIP, which of them are printed, and how they are numbered, as a kabupaten has it.

A kabupaten lists the parts of each chapter, and the appendices, in the order in which it prints them; what it leaves
out is not printed. What a regulation asks for cannot be left out, and the seven analyses of a sasaran stand as Permen
PANRB 53/2014 has them. Of a chapter that it does not list at all everything is printed in the order of Jember. A part
that the list does not know (one that came with a newer program) stays behind the one that it follows by itself. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from reports.document.numbering import counted, roman
from reports.document.tree import Part
from reports.publish.naskah import Penomoran, PenomoranLampiran, Susunan

T = TypeVar("T")

_PERMEN: Final = "Permen PANRB Nomor 53 Tahun 2014 Lampiran II"
_EVALUATION: Final = "Permen PANRB Nomor 88 Tahun 2021"


@dataclass(frozen=True, slots=True)
class ListedPart:
    """A part that a kabupaten places: its key, its name in the list, and why it cannot be left out; ``many`` where the
    report has one for each sasaran, whose keys go on ("analisis-ikm"); ``wished`` where it is printed only for a
    kabupaten that lists it."""

    key: str
    name: str
    demanded: str = ""
    many: bool = False
    wished: bool = False

    def is_of(self, key: str) -> bool:
        """Whether a part of the report with this key is meant."""
        return key == self.key or (self.many and key.startswith(f"{self.key}-"))


#: By the part that they stand below, each in the order of Jember, which holds where a kabupaten has none of its own.
LISTED: Final[dict[str, tuple[ListedPart, ...]]] = {
    "bab-1": (
        ListedPart("latar-belakang", "Latar Belakang"),
        ListedPart("dasar-hukum", "Dasar Hukum"),
        ListedPart("maksud-tujuan", "Maksud dan Tujuan"),
        ListedPart(
            "kedudukan",
            "Kedudukan, Tugas, Fungsi, dan Susunan Organisasi",
            f"{_PERMEN} meminta penjelasan umum organisasi dalam BAB I",
        ),
        ListedPart("sdm", "Sumber Daya Manusia"),
        ListedPart("sarana", "Sarana dan Prasarana"),
        ListedPart("profil", "Profil Kecamatan"),
        ListedPart(
            "isu-strategis",
            "Isu Strategis",
            f"{_PERMEN} meminta aspek strategis dan permasalahan utama organisasi dalam BAB I",
        ),
        ListedPart("sistematika", "Sistematika Penyajian"),
        ListedPart("singkatan", "Daftar Singkatan"),
    ),
    "bab-2": (
        ListedPart("renstra", "Rencana Strategis"),
        ListedPart("rkt", "Rencana Kinerja Tahunan"),
        ListedPart(
            "pk", "Perjanjian Kinerja", f"{_PERMEN} meminta ringkasan Perjanjian Kinerja dalam BAB II"
        ),
        ListedPart("iku", "Indikator Kinerja Utama"),
    ),
    "bab-3": (
        ListedPart("kerangka-pengukuran", "Kerangka Pengukuran Kinerja"),
        ListedPart(
            "capaian-kinerja",
            "Capaian Kinerja",
            f"{_PERMEN} meminta capaian kinerja organisasi dalam BAB III",
        ),
        ListedPart(
            "realisasi-anggaran", "Realisasi Anggaran", f"{_PERMEN} meminta realisasi anggaran dalam BAB III"
        ),
        ListedPart("tindak-lanjut-lhe", "Tindak Lanjut Hasil Evaluasi"),
    ),
    "capaian-kinerja": (
        ListedPart(
            "pengukuran-capaian",
            "Pengukuran Capaian Kinerja",
            f"{_PERMEN} meminta target dan realisasi kinerja dibandingkan",
        ),
        ListedPart("ikhtisar-capaian", "Ikhtisar Capaian dan Predikat"),
        ListedPart(
            "analisis",
            "Analisis Setiap Sasaran",
            f"{_PERMEN} meminta tujuh analisis capaian setiap sasaran",
            many=True,
        ),
        ListedPart(
            "cakupan-pengukuran",
            "Cakupan Pengukuran",
            f"{_EVALUATION} menilai seluruh informasi pencapaian kinerja, juga yang tidak diukur",
        ),
        ListedPart("prestasi", "Inovasi, Prestasi, dan Penghargaan"),
    ),
    "realisasi-anggaran": (
        ListedPart("alokasi-belanja", "Alokasi dan Komposisi Belanja"),
        ListedPart(
            "serapan-program",
            "Realisasi Anggaran per Program",
            f"{_PERMEN} meminta anggaran yang digunakan dan yang telah digunakan untuk mewujudkan kinerja",
        ),
        ListedPart("proporsi-sasaran", "Sumber Daya per Sasaran"),
        ListedPart("serapan-lalu", "Perbandingan Serapan Anggaran"),
        ListedPart("dokumentasi", "Dokumentasi"),
    ),
    "bab-4": (
        ListedPart(
            "simpulan", "Simpulan Umum", f"{_PERMEN} meminta simpulan umum atas capaian kinerja dalam BAB IV"
        ),
        ListedPart("kendala", "Kendala"),
        ListedPart(
            "langkah",
            "Langkah Perbaikan",
            f"{_PERMEN} meminta langkah di masa mendatang untuk meningkatkan kinerja dalam BAB IV",
        ),
    ),
    "lampiran": (
        ListedPart("lampiran-renstra", "Matriks Renstra"),
        ListedPart("lampiran-rkt", "Rencana Kinerja Tahunan"),
        ListedPart("lampiran-pohon-kinerja", "Pohon Kinerja"),
        ListedPart(
            "lampiran-pk",
            "Perjanjian Kinerja",
            f"{_PERMEN} meminta Perjanjian Kinerja dalam lampiran laporan",
        ),
        ListedPart("lampiran-pk-berjenjang", "PK Berjenjang", wished=True),
        ListedPart("lampiran-rencana-aksi", "Rencana Aksi"),
        ListedPart("lampiran-iku", "Keputusan IKU dan Definisi Operasional"),
    ),
}

#: Which of them a kabupaten writes in one list, by the column that keeps it; a part with parts of its own has them
#: behind it.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "bagian": ("bab-1", "bab-2"),
    "bagian_bab3": ("bab-3",),
    "bagian_bab4": ("bab-4",),
    "lampiran": ("lampiran",),
}

#: What stands before a part that stands below another, in a list of lines.
_BELOW: Final = "- "


def _with_below(parts: Iterable[ListedPart]) -> Iterator[ListedPart]:
    for one in parts:
        yield one
        yield from LISTED.get(one.key, ())


def parts_of(column: str) -> tuple[ListedPart, ...]:
    """Every part of a list, in the order of Jember."""
    return tuple(_with_below(one for above in COLUMNS[column] for one in LISTED[above]))


_BY_KEY: Final = {one.key: one for parts in LISTED.values() for one in parts}
_ABOVE: Final = {one.key: above for above, parts in LISTED.items() for one in parts}


class InvalidArrangement(ValueError):
    """A list of parts that cannot be printed; ``str()`` names the line and the remedy."""


def read_lines(text: str, column: str = "bagian") -> tuple[str, ...]:
    """The keys of the parts that the lines of a list name, those below a part behind it. Raises
    :class:`InvalidArrangement`."""
    every = parts_of(column)
    by_name = {one.name.casefold(): one for one in every}
    found: list[ListedPart] = []
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        part = by_name.get(line.removeprefix(_BELOW).casefold())
        if part is None:
            raise InvalidArrangement(
                f"Bagian “{line}” tidak dikenal. Tulis nama bagian seperti dalam daftar."
            )
        if part in found:
            raise InvalidArrangement(f"Bagian “{part.name}” tertulis dua kali. Hapus salah satunya.")
        found.append(part)
    for part in every:
        if part.demanded and part not in found:
            raise InvalidArrangement(
                f"Bagian “{part.name}” tidak boleh dihilangkan: {part.demanded}. Tulis kembali bagian itu."
            )
    return tuple(one.key for one in _gathered(found))


def _gathered(parts: list[ListedPart]) -> Iterator[ListedPart]:
    """In their order, but each behind the part that it stands below."""
    for one in parts:
        if _ABOVE[one.key] not in _BY_KEY:
            yield one
            yield from (other for other in parts if _ABOVE[other.key] == one.key)


def write_lines(keys: Iterable[str]) -> str:
    """The parts as lines of text, as :func:`read_lines` reads them; a key that no part bears any more is left out."""
    return "\n".join(
        f"{_BELOW if _ABOVE[key] in _BY_KEY else ''}{_BY_KEY[key].name}" for key in keys if key in _BY_KEY
    )


def prints(susunan: Susunan, key: str) -> bool:
    """Whether a listed part is printed."""
    if _BY_KEY[key].wished:
        return key in susunan.bagian
    return not _has_own(susunan, _ABOVE[key]) or key in susunan.bagian or bool(_BY_KEY[key].demanded)


def _has_own(susunan: Susunan, above: str) -> bool:
    """Whether the kabupaten lists what stands below a part; what is demanded is always listed where anything is."""
    return any(one.key in susunan.bagian for one in LISTED.get(above, ()))


def in_order(susunan: Susunan, parts: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
    """Listed parts in the order of the kabupaten, without those that it does not print; ``key`` tells which one is
    listed. Those of a list that it has not written stay as they are."""
    kept = (one for one in parts if prints(susunan, key(one)))
    return tuple(sorted(kept, key=lambda one: _place(susunan, key(one))))


def _place(susunan: Susunan, key: str) -> int:
    """Where the kabupaten has a part; behind all others where it has it nowhere."""
    return susunan.bagian.index(key) if key in susunan.bagian else len(susunan.bagian)


def arranged(susunan: Susunan, chapters: Iterable[Part]) -> tuple[Part, ...]:
    """The chapters with their parts in the order of the kabupaten, numbered as it numbers."""
    return tuple(
        _numbered(susunan, place, replace(chapter, children=_ordered(susunan, chapter)))
        for place, chapter in enumerate(chapters, start=1)
    )


def _ordered(susunan: Susunan, above: Part) -> tuple[Part, ...]:
    children = tuple(
        replace(part, children=_ordered(susunan, part)) if part.key in LISTED else part
        for part in above.children
    )
    if not _has_own(susunan, above.key):
        return children
    # Each listed part with those that follow it and are not listed.
    groups: list[tuple[str, list[Part]]] = [("", [])]
    for part in children:
        if key := next((one.key for one in LISTED[above.key] if one.is_of(part.key)), ""):
            groups.append((key, []))
        groups[-1][1].append(part)
    (_, first), *others = groups
    others.sort(key=lambda group: _place(susunan, group[0]))
    ordered = (
        *first,
        *(part for key, group in others for part in (group if prints(susunan, key) else group[1:])),
    )
    # A chapter is numbered by the style of the kabupaten.
    return ordered if above.level == 1 else counted(*ordered)


def appendix_mark(susunan: Susunan, place: int) -> str:
    """What the appendix at a place (from 1) is called: "2", "II" or "B"."""
    match susunan.penomoran_lampiran:
        case PenomoranLampiran.ROMAWI:
            return roman(place).upper()
        case PenomoranLampiran.HURUF:
            return chr(ord("A") + place - 1)
        case PenomoranLampiran.ANGKA:
            return str(place)


def _numbered(susunan: Susunan, place: int, chapter: Part) -> Part:
    if susunan.penomoran == Penomoran.ANGKA:
        return replace(chapter, children=_counted(chapter.children, f"{place}"))
    letters = (
        replace(part, nomor=f"{chr(ord('A') + n)}.") if part.nomor else part
        for n, part in enumerate(chapter.children)
    )
    return replace(chapter, children=tuple(letters))


def _counted(parts: tuple[Part, ...], above: str) -> tuple[Part, ...]:
    """Numbered "1.1", and those below "1.1.1", where they bear a number at all."""
    numbers = [f"{above}.{n}" for n, _ in enumerate(parts, start=1)]
    return tuple(
        replace(part, nomor=number, children=_counted(part.children, number)) if part.nomor else part
        for part, number in zip(parts, numbers, strict=True)
    )
