"""A budget file between its upload, its columns and its preview: carried by the page, sealed as the other lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from kecamatan.areas import own_words
from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.entry.place import EntryPlace
from sakip.lists.carried import seal, unseal
from sakip.lists.sipd.amounts import Angka
from sakip.lists.sipd.columns import PAGU, Role, Table, known, mapped, recognise, with_heading
from sakip.lists.sipd.comparison import Judged
from sakip.lists.sipd.file_rows import ReadFile, Wanted
from sakip.lists.sipd.judge import Pagu, judge_file
from sakip.lists.sipd.rows import read_rows
from sakip.lists.sipd.writes import Layout, layouts
from sakip.text.dates import NAMA_BULAN
from sakip.workbook.grid import Grid, GridRow, read_grids

_KIND: Final = "sipd"
#: Characters that a page carries at most; a form of Django's takes two and a half million.
_MOST_CARRIED: Final = 2_000_000
_REMEDY: Final = (
    "Unduh lagi laporannya dari SIPD sebagai Excel, atau simpan rekapnya sebagai .xlsx atau .csv."
)
_TOO_LARGE: Final = (
    "Berkas ini terlalu besar untuk dibawa dari halaman ke halaman. Hapus kolom yang tidak dipakai, misalnya nomor dan"
    " keterangan dokumen, lalu unggah lagi."
)
_ELSEWHERE: Final = "Pratinjau ini dari kecamatan atau tahun lain. Unggah lagi berkasnya."


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file with what is known of it.

    ``sampai`` is the month up to whose end its realisasi counts, 0 where none is taken; ``pagu`` where its pagu
    belongs; ``by_hand`` holds where somebody mapped its columns, and the kabupaten is to remember them.
    """

    nama: str
    table: Table
    angka: Angka = "id"
    units: tuple[str, ...] = ()
    pagu: Pagu = ""
    sampai: int = 0
    by_hand: bool = False

    @classmethod
    def of_file(cls, nama: str, content: bytes, here: EntryPlace, *, pagu: Pagu, sampai: int) -> Self:
        """A file just uploaded: its layout as the kabupaten remembers it, else as it is recognised.

        Raises :class:`sakip.workbook.safety.WorkbookUnsafe` and TimedOut.
        """
        grids = read_grids(content, remedy=_REMEDY)
        stored = {one.sidik: one for one in layouts(here)}
        nama = nama.replace("\\", "/").rpartition("/")[2][:150]
        if (table := known(grids, stored.keys())) is None:
            return cls(nama=nama, table=recognise(grids), pagu=pagu, sampai=sampai)
        layout = stored[table.signature]
        return cls(
            nama=nama,
            table=mapped(table, {int(at): role for at, role in layout.kolom.items()}),
            angka="en" if layout.angka == "en" else "id",
            units=tuple(layout.unit.get(here.kecamatan.kode, ())),
            pagu=pagu,
            sampai=sampai,
        )

    def read(self, here: EntryPlace) -> ReadFile:
        """What its rows say of the kecamatan."""
        # What is not taken is not judged either.
        idle = (() if self.sampai else (Role.REALISASI, Role.SETORAN)) + (() if self.pagu else PAGU)
        table = mapped(self.table, {c.at: c.role for c in self.table.columns if c.role not in idle})
        place = here.kecamatan
        wanted = Wanted(
            tahun=here.tahun,
            nama=place.nama,
            sebutan=own_words("Kecamatan", place),
            units=self.units,
            angka=self.angka,
        )
        return read_rows(table, wanted)

    def judged(self, here: EntryPlace) -> Judged:
        """What it comes to beside the recorded budget."""
        return judge_file(self.read(here), here, self.pagu)

    @property
    def layout(self) -> Layout | None:
        """What the kabupaten is to remember of it."""
        return Layout(table=self.table, angka=self.angka, units=self.units) if self.by_hand else None

    @property
    def until(self) -> str:
        """ "akhir Mei"; empty where no realisasi is taken."""
        return f"akhir {NAMA_BULAN[self.sampai - 1]}" if self.sampai else ""

    def why(self, tahun: int) -> str:
        """What the trail says of each row."""
        until = f", realisasi sampai dengan {self.until} {tahun}" if self.until else ""
        return f"Diambil dari berkas SIPD {self.nama}{until}."

    def with_columns(self, roles: Mapping[int, str], *, angka: Angka, units: Sequence[str]) -> Upload:
        """The same with its columns as somebody mapped them."""
        return replace(self, table=mapped(self.table, roles), angka=angka, units=tuple(units), by_hand=True)

    def with_heading(self, first: int, last: int) -> Upload:
        """The same with its heading in the rows from ``first`` to ``last`` by Excel's numbers. Raises InputError where
        there are none, or nothing below them."""
        numbers = [row.number for row in self.table.grid.rows]
        found = [n for n, number in enumerate(numbers) if first <= number <= last]
        if not found or found[-1] + 1 >= len(numbers):
            raise InputError(
                f"Baris {first} sampai {last} bukan judul kolom: tidak ada isi di dalamnya atau di bawahnya. Tulis"
                " nomor baris seperti di Excel."
            )
        return replace(self, table=with_heading(self.table.grid, found[0], found[-1] + 1))

    def sealed(self, here: EntryPlace, by: Pengguna) -> str:
        """What a page carries of it. Raises InputError for more than that."""
        text = seal(_KIND, self._packed(here), by)
        if len(text) > _MOST_CARRIED:
            raise InputError(_TOO_LARGE)
        return text

    def _packed(self, here: EntryPlace) -> dict[str, Any]:
        table = self.table
        return {
            "tempat": [here.kecamatan.pk, here.tahun],
            "nama": self.nama,
            "lembar": table.grid.sheet,
            "baris": [[row.number, list(row.cells)] for row in table.grid.rows],
            "rusak": dict(table.grid.broken),
            "judul": [table.first, table.last],
            "kolom": {str(c.at): c.role for c in table.columns if c.role},
            "angka": self.angka,
            "unit": list(self.units),
            "pagu": self.pagu,
            "sampai": self.sampai,
            "tangan": self.by_hand,
        }

    @classmethod
    def unsealed(cls, text: str, here: EntryPlace, by: Pengguna) -> Self:
        """The file again. Raises InputError for what is too old, another's, or of another place."""
        content = unseal(_KIND, text, by)
        if content["tempat"] != [here.kecamatan.pk, here.tahun]:
            raise InputError(_ELSEWHERE)
        grid = Grid(
            sheet=content["lembar"],
            rows=[GridRow(number=number, cells=cells) for number, cells in content["baris"]],
            broken=content["rusak"],
        )
        table = with_heading(grid, *content["judul"])
        if content["tangan"] or content["kolom"] != {str(c.at): c.role for c in table.columns if c.role}:
            table = mapped(table, {int(at): role for at, role in content["kolom"].items()})
        return cls(
            nama=content["nama"],
            table=table,
            angka=content["angka"],
            units=tuple(content["unit"]),
            pagu=content["pagu"],
            sampai=content["sampai"],
            by_hand=content["tangan"],
        )
