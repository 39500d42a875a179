"""What no LKIP may say: the list of generated sentences that were to change, each as a pattern of what was wrong.

Read by the words of the tree, whatever the wording, and by the texts of the contoh.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from bench.alike import variant
from reports.lkip.lkip import lkip
from reports.publish.naskah import Naskah
from tests.reports.lkip.example_naskah import naskah_balung, naskah_jombang, naskah_umbulsari
from tests.reports.lkip.example_plan import naskah_rencana
from tests.reports.lkip.read_part import all_tables, prose, table_rows

CONTOH = sorted((Path(__file__).parents[3] / "fixtures" / "contoh").glob("*.json"))

#: Which row of the list a pattern stands for.
WRONG = {
    "circular reason": r"angka pembandingnya tidak disajikan|sehingga perbandingannya tidak dapat",
    "a value announced twice": r"nilai [^.]*\bsenilai|sebesar (?:[A-D]|BB|AA)\b",
    "kemajuan without time": r"menempatkan tingkat kemajuan|kurang [\d,]+ poin dari 100% sampai akhir",
    "a rank that is not counted": r"peringkat predikatnya masih perlu ditingkatkan",
    "a mean of one": r"Dari 1 \(satu\) indikator, rata-rata|[Rr]ata-rata [^.]*atas 1 \(satu\) indikator",
    "said a third time": r"target indikator ini (?:dapat|belum) (?:dicapai|tercapai)",
    "an empty sentence of the sasaran": r"Sasaran ini mendukung tujuan|diukur dengan \d+ \([a-z]+\) indikator",
    "one output": r"Satu keluaran yang terukur",
    "the programmer's voice": r"Penggolongan memakai|[Dd]ibulatkan satu kali|tepat satu predikat|dalam sumber data"
    r"|dirinci dalam dokumen|(?:laporan|dokumen|sumber) asal",
    "a form's voice": r"tidak dinilai nol|dianggap nol|realisasinya belum diisi, tidak tersedia",
    "serapan under an own heading": r"Perkembangan serapan anggaran tidak dapat",
    "a diff": r"Perubahan tersebut meliputi",
    "alternatives of a rule": r"perubahan program, kegiatan, atau alokasi",
    "money that served no goal": r"Tidak dikaitkan dengan satu sasaran",
    "levels that are not there": r"sampai dengan sub kegiatan",
    "a decree's lampiran": r"tersebut dalam lampiran",
    "a hyphen for a minus": r"(?<![\w.,/–-])-\d+,\d\d\b",
}


def words(naskah: Naskah) -> str:
    """Every sentence and every cell."""
    dokumen = lkip(naskah)
    parts = (*dokumen.front, *dokumen.body, *dokumen.lampiran)
    cells = [" ".join(row) for part in parts for key in all_tables(part) for row in table_rows(part, key)]
    return "\n".join([*(prose(part) for part in parts), *cells])


@pytest.mark.parametrize("make", [naskah_jombang, naskah_balung, naskah_umbulsari, naskah_rencana])
def test_no_report_says_it_in_any_of_its_wordings(make: Callable[[], Naskah]) -> None:
    for number in (1, 7, 18, 26, 31):
        text = words(variant(make(), number, Random(number)))  # noqa: S311
        for row, pattern in WRONG.items():
            assert not (found := re.search(pattern, text)), f"{row}: {found and found[0]}"


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    rows = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for row in rows for text in _texts(row)]


@pytest.mark.parametrize("path", CONTOH, ids=lambda p: p.stem)
def test_no_contoh_says_it(path: Path) -> None:
    for text in _texts(json.loads(path.read_text(encoding="utf-8"))["lembar"]):
        for row, pattern in WRONG.items():
            assert not re.search(pattern, text), f"{row}: {text}"
