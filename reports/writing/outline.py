"""The outline of the narrative: every place where people may write in a year, and how far each of them is.

Pure: from the Naskah alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kecamatan.areas import own_words
from reports.lkip.bab3.analisis_sebab import PLACES
from reports.prose.language import tidy
from reports.publish.naskah import BAGIAN_NARASI, Naskah
from sakip.capaian.rounding import HUNDRED
from sakip.checks.kinds import NO_KEY

PER_INDIKATOR: Final = tuple(bagian for bagian, _ in PLACES)
PER_SASARAN: Final = ("efisiensi", "program")
GENERAL: Final = tuple(b for b in BAGIAN_NARASI if b not in (*PER_INDIKATOR, *PER_SASARAN))

#: What a place asks of its writer, in a line or two.
HINTS: Final[dict[str, str]] = {
    "kata-pengantar": "Menggantikan kata pengantar yang sudah tersusun; tanda tangannya tetap tercetak di bawahnya.",
    "latar-belakang-pembuka": "Menggantikan pembuka latar belakang dalam BAB I yang sudah tersusun.",
    "latar-belakang": "Keadaan khusus tahun ini yang perlu diketahui pembaca, pada akhir latar belakang dalam BAB I.",
    "dasar-hukum": "Peraturan yang mendasari laporan, juga peraturan kabupaten. Bila diisi, menjadi bagian BAB I.",
    "maksud-tujuan": "Menggantikan maksud dan tujuan dalam BAB I yang sudah tersusun.",
    "profil": "Gambaran umum kecamatan dalam BAB I. Wilayah, penduduk, dan pegawai tersaji dari catatannya.",
    "sistematika": "Menggantikan sistematika dalam BAB I, yang mengikuti susunan laporan; tulisan ini tidak.",
    "pendorong": "Apa yang membuat target tercapai, atau hasilnya membaik.",
    "penghambat": "Apa yang membuat target tidak tercapai, atau hasilnya tertahan.",
    "solusi": "Yang sudah dilakukan untuk mengatasi hambatan.",
    "rencana-aksi": "Yang akan dilakukan tahun berikutnya, oleh siapa.",
    "efisiensi": "Penjelasan atas perbandingan capaian dengan serapan anggaran.",
    "program": "Bagaimana program dan kegiatan menunjang sasaran ini.",
    "kendala": "Kendala pokok setahun, tercetak utuh dalam BAB IV. Ikhtisar eksekutif hanya menunjuk ke sana.",
    "langkah": "Langkah perbaikan pokok, tercetak utuh dalam BAB IV. Ikhtisar eksekutif hanya menunjuk ke sana.",
    "penutup": "Menggantikan kalimat penutup pada akhir BAB IV; tanda tangannya tetap tercetak di bawahnya.",
    "perubahan-renstra": "Mengapa Renstra diubah. Tercetak dalam BAB II, hanya bila ada perubahan Renstra.",
}


#: Places that a report may leave empty: what they add is said elsewhere already.
ADDITIONS: Final = frozenset(
    {
        "kata-pengantar",
        "latar-belakang-pembuka",
        "latar-belakang",
        "dasar-hukum",
        "maksud-tujuan",
        "profil",
        "sistematika",
        "penutup",
    }
)

#: Of an indikator that reached its target nobody asks what kept it back, of one that missed it not what carried it.
_OF_THE_MISSED: Final = frozenset({"penghambat", "solusi", "rencana-aksi"})
_OF_THE_REACHED: Final = frozenset({"pendorong"})


class State(StrEnum):
    """How far a piece of text is."""

    EMPTY = "kosong"
    FILLED = "terisi"
    UNREVIEWED = "belum ditinjau"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """A place for a text; ``about`` is the sasaran or indikator that it is about, ``hint`` what it asks for. An
    ``optional`` one may stay empty in this year."""

    bagian: str
    key: str
    title: str
    hint: str
    about: str
    state: State
    optional: bool = False

    @property
    def address(self) -> tuple[str, str]:
        """The two parts of its address."""
        return (self.bagian, self.key or NO_KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """Places about one thing."""

    title: str
    places: tuple[TextPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Every place in printed order."""

    groups: tuple[PlaceGroup, ...]

    @property
    def places(self) -> tuple[TextPlace, ...]:
        """Every place, without its group."""
        return tuple(p for group in self.groups for p in group.places)

    @property
    def filled(self) -> int:
        """How many hold a text."""
        return sum(p.state is not State.EMPTY for p in self.places)

    @property
    def asked(self) -> tuple[TextPlace, ...]:
        """Those that the report asks for."""
        return tuple(p for p in self.places if not p.optional)

    @property
    def answered(self) -> int:
        """How many of those hold a text."""
        return sum(p.state is not State.EMPTY for p in self.asked)

    @property
    def unreviewed(self) -> int:
        """How many hold a copy or a draft that nobody has confirmed."""
        return sum(p.state is State.UNREVIEWED for p in self.places)

    def find(self, bagian: str, key: str) -> TextPlace | None:
        """The place of that name."""
        return next((p for p in self.places if (p.bagian, p.key) == (bagian, key)), None)

    def unread_after(self, bagian: str, key: str) -> TextPlace | None:
        """The next place whose text nobody has confirmed, from the first again after the last; None where all are."""
        places = self.places
        after = next((n for n, p in enumerate(places, start=1) if (p.bagian, p.key) == (bagian, key)), 0)
        return next((p for p in (*places[after:], *places[:after]) if p.state is State.UNREVIEWED), None)

    def neighbours(self, place: TextPlace) -> tuple[TextPlace | None, TextPlace | None]:
        """The places before and after."""
        places = self.places
        i = places.index(place)
        return (places[i - 1] if i else None, places[i + 1] if i + 1 < len(places) else None)


def outline(naskah: Naskah) -> Outline:
    """General places, those of every sasaran with its indikator, then texts whose sasaran or indikator is gone."""
    written = {(n.bagian, n.kunci): n for n in naskah.narasi}
    may_stay_empty = _may_stay_empty(naskah)

    def place(bagian: str, key: str = "", about: str = "") -> TextPlace:
        n = written.pop((bagian, key), None)
        empty = n is None or not n.isi.strip()
        state = State.EMPTY if empty else State.FILLED if n and n.ditinjau else State.UNREVIEWED
        title, hint = (
            own_words(w, naskah.snapshot.kecamatan) for w in (BAGIAN_NARASI[bagian], HINTS[bagian])
        )
        optional = may_stay_empty(bagian, key)
        return TextPlace(
            bagian=bagian, key=key, title=title, hint=hint, about=about, state=state, optional=optional
        )

    groups = [PlaceGroup(title="Uraian umum", places=tuple(place(b) for b in GENERAL))]
    for sasaran, uraian, indikator in _sasaran(naskah):
        groups.append(
            PlaceGroup(
                title=f"Sasaran: {uraian}", places=tuple(place(b, sasaran, uraian) for b in PER_SASARAN)
            )
        )
        groups += [
            PlaceGroup(title=f"Indikator: {nama}", places=tuple(place(b, key, nama) for b in PER_INDIKATOR))
            for key, nama in indikator
        ]
    if left := [place(b, k, k) for b, k in list(written)]:
        groups.append(
            PlaceGroup(title="Narasi yang sasaran atau indikatornya tidak lagi ada", places=tuple(left))
        )
    return Outline(groups=tuple(groups))


def _may_stay_empty(naskah: Naskah) -> Callable[[str, str], bool]:
    """Whether a place may: why the Renstra was changed is asked only where it was, and of an indikator what fits its
    capaian."""
    renstra = naskah.snapshot.renstra_in_force
    optional = ADDITIONS if renstra and renstra.versi else ADDITIONS | {"perubahan-renstra"}
    measured = {
        i.kunci: raw >= HUNDRED
        for s in (naskah.results.sasaran if naskah.results else ())
        for i in s.indikator
        if (raw := i.capaian.mentah) is not None
    }
    unasked = {True: _OF_THE_MISSED, False: _OF_THE_REACHED}
    return lambda bagian, key: bagian in optional or (key in measured and bagian in unasked[measured[key]])


def _sasaran(naskah: Naskah) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Sasaran with their indikator as BAB III goes through them: of the PK, else of the Renstra."""
    if naskah.results is not None:
        for s in naskah.results.sasaran:
            if s.kunci:
                yield s.kunci, tidy(s.uraian), [(i.kunci, tidy(i.nama)) for i in s.indikator if i.kunci]
        return
    renstra = naskah.snapshot.renstra_in_force
    for tujuan in renstra.tujuan if renstra else ():
        for sasaran in tujuan.sasaran:
            yield (
                sasaran.kunci,
                tidy(sasaran.uraian),
                [(i.kunci, tidy(i.nama)) for i in sasaran.indikator],
            )
