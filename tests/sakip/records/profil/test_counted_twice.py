"""Tables of staff that count in two directions, made plain."""

from __future__ import annotations

from sakip.records.profil.counted_twice import counted_plainly
from tests.table_tests import each_row


@each_row(
    ("text", "plain"),
    [
        (
            "Golongan|Ruang||||Jumlah\n|a|b|c|d|\nIV|1|-|-|-|1\nIII|3||1|2|6\nII|0|-|2|-|2\nJumlah|4|-|3|2|9",
            "Golongan|ASN\nIV/a|1\nIII/a|3\nIII/c|1\nIII/d|2\nII/c|2\nJumlah|9",
        ),
        # the sums may be left out, or below alone; the other way round; with words
        ("Gol.|A|B|C|D\nIII|1||2|\nTotal|1||2|", "Golongan|ASN\nIII/a|1\nIII/c|2\nJumlah|3"),
        ("No|Ruang|II|III|IV\n1|a|1|2|\n2|d||3|", "Golongan|ASN\nII/a|1\nIII/a|2\nIII/d|3"),
        ("Golongan IV|x", None),
        # a sum that is none is told in the cell
        (
            "Gol|a|b|Jml\nIII|1|2|4",
            "Golongan|ASN\nIII/a|3, jumlahnya tertulis 4\nIII/b|3, jumlahnya tertulis 4",
        ),
        ("No|Golongan|Jumlah\n1|IV/a|2\n2|III/d|1", None),
        # laki-laki and perempuan
        ("No|Pendidikan|L|P\n1|S1|3|2\n2|SMA|2|-", "No|Pendidikan|Jumlah\n1|S1|5\n2|SMA|2"),
        (
            "No|Golongan|Laki-laki|Perempuan|Jumlah\n1|IV/a|1|0|1\n2|III/d|2|1|3",
            "No|Golongan|Jumlah\n1|IV/a|1\n2|III/d|3",
        ),
        (
            "Pendidikan|Jenis Kelamin||Jumlah\n|Lk|Pr|\nS1|3|2|5\nS2||1|2",
            "Pendidikan|Jumlah\nS1|5\nS2|1, jumlahnya tertulis 2",
        ),
        (
            "Pendidikan|PNS||PPPK||Honorer|\n|L|P|L|P|L|P\nS1|3|2|1||0|2\nSMA|1|||1|x|1",
            "Pendidikan|PNS|PPPK|Honorer\nS1|5|1|2\nSMA|1|1|x + 1",
        ),
        (
            "No|Jabatan|PNS|||Non ASN||\n||L|P|Jml|L|P|Jml\n1|Staf|2|1|3|1|1|2",
            "No|Jabatan|PNS|Non ASN\n1|Staf|3|2",
        ),
        ("Jenis Kelamin|ASN|Non ASN\nLaki-laki|9|3\nPerempuan|4|2", None),
    ],
)
def test_each_row_has_one_count(text: str, plain: str | None) -> None:
    rows = [line.split("|") for line in text.split("\n")]
    width = max(map(len, rows))
    found = counted_plainly([[*row, *[""] * (width - len(row))] for row in rows])
    assert (None if found is None else "\n".join("|".join(cells) for _, cells in found)) == plain
