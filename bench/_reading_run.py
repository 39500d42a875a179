"""What bench/reading.py measures, once Django is set up."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from bench._paper_files import office_pdf, pdf_file, word_file
from bench.papers import places
from kecamatan.models import Kecamatan
from reports.examine.cells import whole_name
from reports.papers.paper import Paper
from reports.papers.read import read_paper
from reports.reading.book import taken_at_first
from reports.reading.proposal import Proposal
from reports.reading.read import read_tables
from sakip.text.dates import parse_date
from sakip.workbook.recorded import RecordedBook

#: At which lines of the text a proposal stands, by its line or by its quotation.
_Find = Callable[[int, str, bool], frozenset[int]]
_CONTOH: Final = Path(__file__).parent.parent / "fixtures/contoh"
_CASES: Final = (
    ("000", "35.09.05-umbulsari-2021.json"),
    ("001", "35.09.10-balung-2020.json"),
    ("004", "35.09.01-jombang-2023.json"),
)
#: By sheet what tells which row is meant, and the cells that are counted.
_SHEETS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "Desa": (("nama",), ("jenis", "nama")),
    "UnitKerja": (("nama",), ("nama", "jenis", "induk")),
    "SDM": (("kelompok", "uraian"), ("uraian", "golongan", "asn", "non_asn", "keterangan")),
    "Renstra": (("tahun_awal", "versi"), ("tahun_awal", "tahun_akhir")),
    "Tujuan": (("versi", "uraian"), ("uraian",)),
    "IndikatorTujuan": (("versi", "nama"), ("nama", "satuan")),
    "TargetTujuan": (("versi", "tujuan", "tahun"), ("target", "cetak")),
    "Sasaran": (("versi", "uraian"), ("uraian", "strategi", "kebijakan", "program")),
    "Indikator": (
        ("versi", "nama"),
        ("nama", "satuan", "pembilang", "penyebut", "formulasi", "sumber_data"),
    ),
    "TargetRenstra": (("versi", "kunci_indikator", "tahun"), ("target", "cetak")),
    "RKT": (("indikator",), ("sasaran", "indikator", "satuan", "target", "cetak")),
    "RKTKegiatan": (("kode", "uraian"), ("kode", "uraian", "target", "satuan", "anggaran")),
    "PK": (("tahun", "versi", "kunci_indikator"), ("sasaran", "indikator", "satuan", "target", "cetak")),
    "PKAnggaran": (("versi", "kode"), ("kode", "nama", "anggaran", "sumber_dana")),
    "IKU": (
        ("indikator",),
        ("sasaran", "indikator", "satuan", "pembilang", "penyebut", "formulasi", "penjelasan", "sumber_data"),
    ),
    "IKUButir": (("jenis", "uraian"), ("uraian",)),
    "RencanaAksi": (
        ("indikator",),
        ("sasaran", "indikator", "satuan", "target_1", "target_2", "target_3", "target_4"),
    ),
    "RencanaAksiKegiatan": (
        ("kode", "indikator"),
        ("kode", "indikator", "satuan", "triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4"),
    ),
    "Realisasi": (("kunci_indikator", "tahun"), ("nilai", "cetak", "sumber")),
    "Pembanding": (("kunci_indikator", "lingkup"), ("keadaan", "nilai", "cetak", "alasan", "sumber")),
    "Anggaran": (("kode",), ("kode", "pagu_murni", "pagu_perubahan", "realisasi")),
    "Keluaran": (("kode", "jenis", "uraian"), ("uraian", "satuan", "target", "realisasi")),
    "Belanja": (("kode",), ("nama", "pagu", "realisasi")),
    "DukunganProgram": (("sasaran", "kode"), ("kode",)),
    "LintasSektor": (("sasaran", "instansi"), ("instansi", "peran")),
    "RPJMD": (("jenis", "uraian"), ("nomor", "tahun_akhir", "uraian", "indikator")),
    "Profil": (
        (),
        (
            *("alamat", "telepon", "kode_pos", "luas_km2", "batas_utara", "batas_timur", "batas_selatan"),
            *("batas_barat", "penduduk", "penduduk_laki_laki", "penduduk_perempuan"),
        ),
    ),
    "Pejabat": (("jabatan",), ("nama", "golongan")),
    "DasarHukum": (("untuk", "peraturan"), ("peraturan",)),
    "Dokumen": (
        ("dokumen", "tahun", "versi"),
        ("nomor", "tempat", "tanggal", "tanggal_cetak", "penandatangan"),
    ),
}
_NAMED: Final = {"kunci_indikator": "Indikator", "tujuan": "Tujuan"}
_NAME: Final = {"Indikator": "nama", "Tujuan": "uraian", "Sasaran": "uraian"}
_SAME: Final = 0.75


def main(folder: Path, kinds: Sequence[str] = ()) -> None:
    """Print the figures, of these kinds of files alone where some are named ("txt")."""
    print(
        f"{'berkas':22} {'sel':>5} {'benar':>6} {'salah':>6} {'ditandai':>9} {'tidak':>6} {'benar %':>8} {'salah %':>8}"
        f" {'di luar':>7}"
    )
    for number, contoh in _CASES:
        content = next(folder.glob(f"{number}*.txt")).read_bytes()
        find = places(*[content.decode("utf-8")] * 2)
        paper = read_paper(content, "lkip.txt")
        makers = {"docx": word_file, "pdf": pdf_file, "pdf dari Word": office_pdf}
        made = {name: make(paper) for name, make in makers.items() if not kinds or name in kinds}
        files = {name: read_paper(file, f"lkip.{name[:4]}") for name, file in made.items() if file}
        for name, one in {"txt": paper, **files}.items():
            rows = json.loads((_CONTOH / contoh).read_text(encoding="utf-8"))
            _measure(f"{number} {name}", one, rows, find)


def _measure(title: str, paper: Paper, contoh: dict[str, Any], find: _Find) -> None:
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(kode=contoh["kecamatan"])
    reading = read_tables(paper, RecordedBook(kecamatan, contoh["tahun"]))
    taken = taken_at_first(reading)
    rows = _coded(contoh.get("lembar", contoh))
    reading.proposals = _plain(reading.proposals)
    counted: Counter[str] = Counter()
    by_sheet: dict[str, Counter[str]] = {}
    proposed = sum(len(one.cells) for one in reading.proposals if one.number in taken)
    for sheet, (identity, columns) in _SHEETS.items():
        own = by_sheet.setdefault(sheet, Counter())
        offered = [one for one in reading.proposals if one.sheet == sheet]
        known: set[int] = set()
        for row in rows.get(sheet, ()):
            meant = [one for one in offered if _meant(one, row, identity, reading.proposals, rows)]
            known |= {one.number for one in meant}
            if (row.get("keadaan") == "tidak tersedia" and not _said_missing(sheet, row)) or row.get(
                "rinci"
            ) is False:
                continue
            if row.get("jabatan") == "bupati":
                continue  # who is kepala daerah is not for a kecamatan to say
            for column in ("keadaan",) if _said_missing(sheet, row) else columns:
                if column in row:
                    own[_verdict(meant, taken, row, column)] += 1
        counted += own
        own["beside"] = sum(one.number in taken and one.number not in known for one in offered)
    total = sum(counted.values())
    beside = sum(own["beside"] for own in by_sheet.values())
    print(
        f"{title:22} {total:5} {counted['right']:6} {counted['wrong']:6} {counted['flagged']:9} {counted['none']:6}"
        f" {counted['right'] / total:8.1%} {counted['wrong'] / max(1, proposed):8.1%} {beside:7}"
    )
    if title.endswith("txt"):
        _by_sheet(by_sheet, rows)
    _contradicted(title, reading.proposals, taken, find)


def _said_missing(sheet: str, row: Mapping[str, Any]) -> bool:
    """Whether the papers themselves say that there is no value: of the nation alone; why is our wording."""
    return sheet == "Pembanding" and row["keadaan"] == "tidak tersedia" and row["lingkup"] == "nasional"


def _contradicted(title: str, proposals: Sequence[Proposal], taken: frozenset[int], find: _Find) -> None:
    """Of the facts for which the document gives two values, how many are held back or say so, and which go by in
    silence. One whose first value is taken and says nothing of the other goes by in silence."""
    document, by_line = title.split()[0], title.endswith("txt")
    told: dict[str, list[str]] = {"ditandai": [], "diam": [], "tidak dibaca": []}
    for line in _CONTRADICTED.read_text(encoding="utf-8").splitlines():
        if not line.startswith(f"{document} |"):
            continue
        _, number, sheet, lines, part, column = (one.strip() for one in line.split("|"))
        meant = [
            one
            for one in proposals
            if one.sheet == sheet
            and {*map(int, lines.split(","))} & find(one.at.line, one.quote, by_line)
            and column in one.cells
            and any(part.casefold() in str(cell).casefold() for cell in one.cells.values())
        ]
        silent = [one for one in meant if one.number in taken and not any(map(_SAYS_OTHER.search, one.notes))]
        told["tidak dibaca" if not meant else "diam" if silent else "ditandai"].append(f"{number} {sheet}")
    print("    dua nilai:", "; ".join(f"{of} {len(one)}" for of, one in told.items()))
    for of in ("diam", "tidak dibaca"):
        if told[of]:
            print(f"      {of}:", ", ".join(told[of]))


_CONTRADICTED: Final = Path(__file__).parent / "reading_contradicted.txt"
#: A note that names another value, or what contradicts it.
_SAYS_OTHER: Final = re.compile(
    r"lain pada|juga menulis|ditulis berbeda|di tempat lain|Samakan|sedangkan|di luar masa|bukan satu jenis"
)


def _by_sheet(by_sheet: Mapping[str, Counter[str]], rows: Mapping[str, Any]) -> None:
    """What each sheet comes to, then the rows of sheets that nothing is read for: what a person still enters."""
    for sheet, own in by_sheet.items():
        if any(own.values()):
            told = (own[one] for one in ("right", "wrong", "flagged", "none", "beside"))
            print("    " + f"{sheet:20}" + "".join(f"{number:7}" for number in told))
    unread = {
        sheet: len(told) for sheet, told in rows.items() if isinstance(told, list) and sheet not in _SHEETS
    }
    print("    tidak dibaca:", ", ".join(f"{sheet} {number}" for sheet, number in unread.items()))


def _coded(rows: dict[str, Any]) -> dict[str, Any]:
    """The contoh with the code on each row of a line of RKT that has several indikator."""
    codes = {row["nomor"]: row["kode"] for row in rows.get("RKTKegiatan", ()) if "kode" in row}
    told = [{"kode": codes[row["nomor"]], **row} for row in rows.get("RKTKegiatan", ())]
    return {**rows, "RKTKegiatan": told}


def _plain(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals likewise, codes without the nomenklatur that stands before those of another year."""
    codes = {
        one.cells["nomor"]: one.cells["kode"]
        for one in proposals
        if one.sheet == "RKTKegiatan" and "kode" in one.cells
    }
    result = []
    for one in proposals:
        cells = dict(one.cells)
        if one.sheet == "RKTKegiatan":
            cells.setdefault("kode", codes.get(cells["nomor"], ""))
        if "tanggal" in cells:
            cells["tanggal"] = parse_date(cells["tanggal"]).isoformat()
        if "kode" in cells:
            cells["kode"] = str(cells["kode"]).split(":")[-1]
        result.append(replace(one, cells=cells))
    return result


def _meant(
    one: Proposal,
    row: Mapping[str, Any],
    identity: Sequence[str],
    proposals: Sequence[Proposal],
    rows: Mapping[str, Any],
) -> bool:
    named = _NAMED | ({"sasaran": "Sasaran"} if one.sheet in ("DukunganProgram", "LintasSektor") else {})
    return all(
        _named_alike(named[column], one.cells.get(column), row.get(column), proposals, rows)
        if column in named
        else _alike(one.cells.get(column, 0), row.get(column, 0))
        for column in identity
    )


def _named_alike(
    sheet: str, ours: Any, theirs: Any, proposals: Sequence[Proposal], rows: Mapping[str, Any]
) -> bool:
    """Whether two keys stand for one name."""
    column = _NAME[sheet]
    names = {one.cells[column] for one in proposals if one.sheet == sheet and one.cells["kunci"] == ours}
    meant = {row[column] for row in rows.get(sheet, ()) if row["kunci"] == theirs}
    return any(_alike(one, other) for one in names for other in meant)


def _verdict(meant: Sequence[Proposal], taken: frozenset[int], row: Mapping[str, Any], column: str) -> str:
    said = [one for one in meant if column in one.cells]
    if any(one.number in taken and _alike(one.cells[column], row[column]) for one in said):
        return "right"
    if any(one.number not in taken for one in said):
        return "flagged"
    return "wrong" if said else "none"


def _alike(ours: Any, theirs: Any) -> bool:
    one, other = (" ".join(x) if isinstance(x, list) else str(x) for x in (ours, theirs))
    if one.casefold() == other.casefold():
        return True
    words, meant = whole_name(one), whole_name(other)
    return 2 * len(words & meant) >= _SAME * (len(words) + len(meant)) > 0 and _digits(one) == _digits(other)


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]
