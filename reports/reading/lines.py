"""Program, kegiatan and sub kegiatan of a plan as they are gathered from its tables: each once, with its indikator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reports.examine.cells import decimal_of, whole_name
from reports.papers.paper import Row
from reports.reading.desk import Desk, bare, shared, unit_of
from sakip.text.numbers import format_angka
from sakip.text.reading.roman import counted

#: Words with which the name of what is measured begins.
_MEASURED: Final = re.compile(
    r"^\W*(?:\d{1,2}\s*[.)]\s*)?\W*(?:jumlah|p[er]{1,2}[so]?[rs]?[aeo]\w*[st]ase|nilai|indeks|hasil|cakupan|tingkat|rata|"
    r"rasio|capaian|skor|predikat|opini|angka|skm|ikm|ipp|%)",
    re.IGNORECASE,
)
_VALUE: Final = re.compile(
    r"^[:\s±≥>≤<]*(?:rp\.?\s*)?(?P<number>\d[\d.,]*)\s*(?P<unit>%|[^\d%]{0,40})$", re.IGNORECASE
)
_SEVERAL: Final = re.compile(r"\d[\d.,]*\s*[^\d]+")
_SHORT: Final = {
    "org": "orang",
    "bln": "bulan",
    "th": "tahun",
    "thn": "tahun",
    "dok": "dokumen",
    "keg": "kegiatan",
    "lap": "laporan",
    "lbr": "lembar",
    "pkt": "paket",
    "bh": "buah",
    "prosen": "%",
    "persen": "%",
}
_WORDS: Final = (
    (re.compile(r"\bBMD\b"), "barang milik daerah"),
    (re.compile(r"(?<=[a-z] )PD\b"), "perangkat daerah"),
    (re.compile(r"\bPemda\b"), "pemerintahan daerah"),
    (re.compile(r"\byg\b", re.IGNORECASE), "yang"),
    (re.compile(r"(?<=\w) & (?=\w)"), " dan "),
    (re.compile(r"\bDok\.?(?= )", re.IGNORECASE), "dokumen"),
)
_QUARTERED: Final = re.compile(
    r"\b(?:tw|tri\s*wulan)\.?\s*-?\s*(?P<quarter>iv|iii|ii|i|[1-4])\s*[:=]\s*(?P<value>\d[\d.,]*\s*%?|[A-D]{1,2}\b|-)",
    re.IGNORECASE,
)
#: Of two indikator of one line that are one, worded otherwise.
_SAME: Final = 0.6
_LONGEST: Final = 60
_SHORTEST: Final = 8


def says_what(cell: str) -> bool:
    """Whether a text names what is measured: "Jumlah …", "Persentase …"."""
    return bool(_MEASURED.match(cell))


def numbers_of(cell: str) -> dict[int, str]:
    """The values by triwulan that a cell says: "Tw 1: 13 Tw 2: 13"."""
    return {counted(found["quarter"]): found["value"].strip() for found in _QUARTERED.finditer(cell)}


def value_of(cell: str) -> tuple[str, str] | None:
    """The number and the satuan of a cell that holds a target: "13 org/ Bln" → "13", "orang/bulan". Several numbers
    in a short cell are one target in words. None for a text."""
    text = " ".join(cell.split()).strip(" .")
    if len(text) > _LONGEST:
        return None
    if re.fullmatch(r"AA|A|BB|B|CC|C|D", text):
        return text, ""
    found = _VALUE.match(text)
    if found is None:
        words = re.match(r"\d[\d.,]*\s+[^\W\d]", text) and len(_SEVERAL.findall(text)) > 1
        return (text, "") if words and not says_what(text) else None
    number = decimal_of(found["number"])
    return None if number is None else (format_angka(number), unit(found["unit"]))


def in_full(name: str) -> str:
    """A name with what offices shorten in narrow columns written out."""
    for short, meant in _WORDS:
        name = short.sub(meant, name)
    return name


def unit(text: str) -> str:
    """A satuan as it is written in full."""
    text = re.sub(r"\s*/\s*", "/", text.strip(" .:,")).replace("-", "") if text.strip() != "%" else "%"
    parts = [_SHORT.get(part.strip(" .").casefold(), part.strip()) for part in text.split("/")]
    said = "/".join(parts)
    return said.casefold() if not said.isupper() else said


def counted_in(cell: str) -> str:
    """What a target says it counts: "9 Kasus" → "kasus"; empty where it says nothing, or its verdict ("85 (Baik)")."""
    value = value_of(cell)
    return value[1] if value and re.fullmatch(r"[^\W\d_]+(?:[/ ][^\W\d_]+)*", value[1]) else ""


@dataclass(kw_only=True)
class Indikator:
    """What is measured of a line: its words, target and satuan, and where it stands."""

    row: Row
    name: str
    target: str = ""
    satuan: str = ""
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Line:
    """A program, kegiatan or sub kegiatan."""

    row: Row
    kode: str
    notes: tuple[str, ...] = ()
    sasaran: str = ""
    beside: bool = False
    """Whether its own row names the sasaran, and none above it."""
    anggaran: int | None = None
    doubts: list[str] = field(default_factory=list)
    said: list[Indikator] = field(default_factory=list)
    latest: list[Indikator] = field(default_factory=list)

    def say(self, row: Row, names: Sequence[str]) -> None:
        """Take in indikator; one that stands here already in other words is that one."""
        self.latest = []
        for name in map(in_full, names):
            words = whole_name(name)
            same = next((one for one in self.said if shared(words, whole_name(one.name)) >= _SAME), None)
            if same is None:
                same = Indikator(row=row, name=name)
                self.said.append(same)
            elif same.name.casefold() != name.casefold():
                same.notes.append(f'Dokumen juga menulis "{name}" pada {row.at.words}.')
            self.latest.append(same)

    def aim(self, desk: Desk, row: Row, cell: str) -> None:
        """The target of what was named last; as many values as names are one for each."""
        told = _SEVERAL.findall(cell)
        cells = told if len(told) == len(self.latest) > 1 else [cell] * len(self.latest)
        if not self.latest:
            desk.unplaced(row, f'Target "{cell}" tanpa indikator.')
        for one, text in zip(self.latest, cells, strict=True):
            value = value_of(text)
            if value is None:
                continue
            target, said = value
            said = said or (unit_of(one.name) if not target.isalpha() else "")
            if one.target and (one.target, one.satuan) != (target, said):
                one.doubts.append(
                    f"Dokumen menyebut target lain pada {row.at.words}: {target} {said}. Pilih salah satu.".replace(
                        " .", "."
                    )
                )
                continue
            one.target, one.satuan = target, said
            if len(self.latest) > 1 and cells == [cell] * len(self.latest):
                one.notes.append(f'Satu target "{cell}" untuk {len(self.latest)} indikator; periksa.')

    def money(self, desk: Desk, row: Row, amount: int) -> None:
        """Its pagu."""
        if self.anggaran not in (None, amount):
            self.doubts.append(
                f"Dokumen menyebut anggaran lain pada {row.at.words}: {format_angka(amount)}. Pilih salah satu."
            )
            return
        self.anggaran = amount


@dataclass
class Lines:
    """The lines of a plan, found by their names in one nomenklatur."""

    desk: Desk
    versi: str
    known: dict[str, Line] = field(default_factory=dict)

    def exactly(self, text: str) -> bool:
        """Whether a text is the whole name of one."""
        found = self.desk.code(text, versi=self.versi)
        return found is not None and found[2]

    def find(self, row: Row, text: str, last: Line | None) -> Line | None:
        """The line of that name; below the one that was named last, where the name alone does not tell."""
        name = bare(text)
        if len(name) < _SHORTEST:
            return None
        parts = last.kode.rpartition(":")[2].split(".") if last else []
        places = [".".join(parts[:length]) for length in range(len(parts), 1, -1)]
        told = [self.desk.code(text, versi=self.versi, below=below) for below in places]
        told.append(self.desk.code(text, versi=self.versi))
        found = next((one for one in told if one and one[2]), None) or next(filter(None, told), None)
        if found is None:
            return None
        kode = found[0] if self.versi == self.desk.recorded.versi_rkt else f"{self.versi}:{found[0]}"
        notes = () if found[2] else (f'Nama dalam dokumen: "{name}".',)
        return self.known.setdefault(kode, Line(row=row, kode=kode, notes=notes))

    def propose(self) -> None:
        """Propose them as rows of RKTKegiatan, in the order of their codes."""
        stored = [one for one in self.desk.recorded.content["RKTKegiatan"] if one.get("kode")]
        numbers = {one["kode"]: one["nomor"] for one in stored}
        free = max((one["nomor"] or 0 for one in stored), default=0)
        for line in sorted(self.known.values(), key=lambda one: one.kode):
            if line.kode not in numbers:
                free += 1
                numbers[line.kode] = free
            aim, sure = self.desk.sasaran.find(line.sasaran)
            own: dict[str, Any] = {
                "nomor": numbers[line.kode],
                "kode": line.kode,
                "sasaran": aim.kunci if aim and sure else "",
                "anggaran": line.anggaran,
            }
            said: list[Indikator | None] = list(line.said) or [None]
            for one in said:
                cells = {"uraian": one.name, "target": one.target, "satuan": one.satuan} if one else {}
                self.desk.propose(
                    "RKTKegiatan",
                    one.row if one else line.row,
                    own | cells,
                    fact=(),
                    notes=[*(line.notes if "kode" in own else ()), *(one.notes if one else ())],
                    doubts=[*line.doubts, *(one.doubts if one else ())],
                )
                own = {"nomor": numbers[line.kode]}
            if aim is not None:
                self._supports(line, aim.kunci, sure)

    def _supports(self, line: Line, sasaran: str, sure: bool) -> None:
        """A program below a sasaran supports it; one of another nomenklatur than the year's budget is none of its
        programs."""
        place = self.desk.recorded.references.nomenklatur.get(self.desk.recorded.versi, {}).get(line.kode)
        if self.versi != self.desk.recorded.versi or place is None or place.level != "program":
            return
        near = f'Dianggap sama dengan sasaran "{sasaran}" karena bunyinya mirip: "{line.sasaran}".'
        above = f'Sasarannya tertulis di atas baris program ini: "{line.sasaran}". Pastikan sasaran yang didukungnya.'
        self.desk.propose(
            "DukunganProgram",
            line.row,
            {"sasaran": sasaran, "kode": line.kode},
            fact=("sasaran", "kode"),
            notes=[] if sure else [near],
            doubts=[] if line.beside else [above],
        )
