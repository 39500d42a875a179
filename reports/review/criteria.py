"""What the regulations ask a report to tell: the seven analyses of Permen PANRB 53/2014 and the nine criteria of
quality by which Permen PANRB 88/2021 evaluates it; where the LKIP answers each, and which record feeds the answer.

Pure: asked of the document tree. Permen 88/2021 is put in our own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reports.document.numbering import traverse
from reports.document.tree import Dokumen
from reports.review.sections import numbers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """``basis`` names the analysis of 53/2014 and the criterion of 88/2021; ``parts`` are keys of parts of the LKIP,
    with ``{sasaran}`` where each sasaran has its own; ``where`` names the part with its number in braces;
    ``records`` are what feeds it, as their pages are called."""

    words: str
    basis: str
    where: str
    parts: tuple[str, ...]
    records: tuple[str, ...]


#: In the order of Permen 53/2014, then what Permen 88/2021 asks beside it.
CRITERIA: Final = (
    Criterion(
        words="Target dan realisasi tahun ini dibandingkan",
        basis="analisis 1; kriteria 3",
        where="{capaian}, tabel setiap sasaran",
        parts=("analisis-{sasaran}-target",),
        records=("Perjanjian Kinerja", "Realisasi"),
    ),
    Criterion(
        words="Realisasi dan capaian dibandingkan dengan tahun-tahun sebelumnya",
        basis="analisis 2; kriteria 5",
        where="{capaian}, perbandingan dengan tahun sebelumnya",
        parts=("analisis-{sasaran}-tahun",),
        records=("Realisasi tahun sebelumnya",),
    ),
    Criterion(
        words="Realisasi sampai tahun ini dibandingkan dengan target jangka menengah",
        basis="analisis 3; kriteria 4",
        where="{capaian}, kemajuan terhadap target akhir Renstra",
        parts=("analisis-{sasaran}-renstra",),
        records=("Renstra",),
    ),
    Criterion(
        words="Realisasi dibandingkan dengan kabupaten, provinsi, atau nasional",
        basis="analisis 4; kriteria 6",
        where="{capaian}, perbandingan wilayah",
        # The median of other kecamatan stands beside these; alone it is no wider area, and answers nothing.
        parts=("analisis-{sasaran}-pembanding",),
        records=("Data pembanding", "LKIP kecamatan lain"),
    ),
    Criterion(
        words="Penyebab keberhasilan atau kegagalan, upaya, hambatan, dan solusinya dianalisis",
        basis="analisis 5; kriteria 7",
        where="{capaian}, penyebab dan solusi",
        parts=("analisis-{sasaran}-sebab",),
        records=("Narasi",),
    ),
    Criterion(
        words="Efisiensi penggunaan sumber daya dianalisis",
        basis="analisis 6; kriteria 8",
        where="{capaian}, efisiensi",
        parts=("analisis-{sasaran}-efisiensi",),
        records=("Anggaran", "Narasi"),
    ),
    Criterion(
        words="Program dan kegiatan yang menunjang pencapaian dianalisis",
        basis="analisis 7",
        where="{capaian}, program pendukung",
        parts=("analisis-{sasaran}-program",),
        records=("Anggaran", "Narasi"),
    ),
    Criterion(
        words="Laporan disusun menurut standar",
        basis="kriteria 1",
        where="BAB I sampai BAB IV",
        parts=("bab-1", "bab-2", "bab-3", "bab-4"),
        records=(),
    ),
    Criterion(
        words="Seluruh informasi pencapaian kinerja diungkapkan, juga yang tidak diukur",
        basis="kriteria 2",
        where="{capaian}, cakupan pengukuran",
        parts=("cakupan-pengukuran",),
        records=("Perjanjian Kinerja", "IKU"),
    ),
    Criterion(
        words="Upaya perbaikan dan rekomendasi disampaikan",
        basis="kriteria 9",
        where="{langkah}, langkah perbaikan{lhe}",
        # Recommendations of an evaluation are told where there are any; without one nothing lacks.
        parts=("langkah",),
        records=("Narasi", "Tindak lanjut target yang belum tercapai", "Tindak lanjut hasil evaluasi (LHE)"),
    ),
)


@dataclass(frozen=True, slots=True)
class Answered:
    """In how many of the places where a criterion is to be answered the document has an answer."""

    criterion: Criterion
    n: int
    of: int
    where: str

    @property
    def whole(self) -> bool:
        return self.n == self.of


def answered(dokumen: Dokumen) -> Iterator[Answered]:
    """Each criterion with how much of it this LKIP answers; without a measured sasaran no analysis is."""
    keys = [part.key for top in dokumen.body for part in traverse(top)]
    present = set(keys)
    numbers = numbers_of(dokumen)
    evaluated = numbers.get("tindak-lanjut-lhe", "")
    places = {
        "capaian": numbers["capaian-kinerja"],
        "langkah": numbers["bab-4"],
        "lhe": f"; {evaluated}, tindak lanjut hasil evaluasi" if evaluated else "",
    }
    sasaran = [
        key.removeprefix("analisis-").removesuffix("-target")
        for key in keys
        if key.startswith("analisis-") and key.endswith("-target")
    ]
    for one in CRITERIA:
        wanted = [
            name
            for part in one.parts
            for name in ([part.format(sasaran=s) for s in sasaran] if "{sasaran}" in part else [part])
        ]
        n = sum(name in present for name in wanted)
        yield Answered(one, n, max(len(wanted), 1), one.where.format(**places))
