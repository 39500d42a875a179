"""What a perubahan of the Renstra changed, found by kunci and told in the order of the new version."""

from dataclasses import replace

from reports.tables.perubahan import perubahan_renstra
from sakip.snapshot.types import Indikator, Renstra
from tests.reports.lkip.example_plan import RENSTRA_AWAL, RENSTRA_PERUBAHAN
from tests.reports.lkip.naskah_material import huruf, indikator, persen, renstra, sasaran, tujuan
from tests.reports.lkip.read_part import text


def listing(old: Renstra, new: Renstra) -> list[tuple[str, str, str, str]]:
    return [(p.unsur, text(p.before), text(p.after), p.trait) for p in perubahan_renstra(old, new)]


def one(*content: Indikator, uraian: str = "Meningkatnya pelayanan") -> Renstra:
    return renstra(2021, 2026, tujuan("t1", "Tujuan", sasaran("s1", uraian, *content)))


def test_everything_that_the_change_of_jombang_changed() -> None:
    assert listing(RENSTRA_AWAL, RENSTRA_PERUBAHAN) == [
        ("tujuan", "", "Meningkatnya akuntabilitas kinerja", "ditambahkan"),
        ("indikator tujuan", "Indeks Pelayanan Publik", "Nilai IPP", "diubah"),
        ("sasaran", "", "Terselenggaranya pemerintahan kecamatan", "ditambahkan"),
        ("sasaran", "Meningkatnya serapan anggaran", "", "dihapus"),
        ("indikator sasaran", "", "Persentase layanan tepat waktu", "ditambahkan"),
        ("indikator sasaran", "", "Nilai SAKIP", "ditambahkan"),
        ("indikator sasaran", "Persentase realisasi anggaran", "", "dihapus"),
        ("target", "IKM:\n2023: 85", "IKM:\n2023: 86", "diubah"),
    ]


def test_the_same_renstra_has_no_differences() -> None:
    assert perubahan_renstra(RENSTRA_PERUBAHAN, replace(RENSTRA_PERUBAHAN, versi=2)) == ()


def test_stray_spaces_are_no_change_but_other_words_are() -> None:
    old = one(indikator("i", "IKM"), uraian="Meningkatnya  pelayanan.")
    assert listing(old, one(indikator("i", "IKM"))) == []
    assert listing(old, one(indikator("i", "Indeks"))) == [("indikator sasaran", "IKM", "Indeks", "diubah")]


def test_a_target_that_came_or_went_is_a_change() -> None:
    old = one(indikator("i", "IKM", target={2021: persen("80"), 2022: huruf("B")}))
    new = one(indikator("i", "IKM", target={2022: huruf("B"), 2026: persen("100")}))
    assert listing(old, new) == [
        ("target", "IKM:\n2021: 80%; 2026: –", "IKM:\n2021: –; 2026: 100%", "diubah")
    ]


def test_an_indikator_outside_the_matrix_is_not_compared() -> None:
    outside = replace(indikator("x", "Jumlah desa"), dalam_renstra=False)
    assert listing(one(indikator("i", "IKM")), one(indikator("i", "IKM"), outside)) == []
