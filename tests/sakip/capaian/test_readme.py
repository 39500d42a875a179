"""The worked tables of sakip/capaian/README.md, row by row: document and engine cannot drift apart."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import sakip.capaian
from sakip.capaian.aggregates import compute_kategori
from sakip.capaian.anggaran import compute_anggaran, compute_efisiensi, compute_serapan
from sakip.capaian.engine import compute
from sakip.capaian.inputs import (
    Akumulasi,
    AsalTarget,
    Kebijakan,
    OtherTarget,
    TriwulanInput,
    YearBefore,
)
from sakip.capaian.perbandingan import compare_targets
from sakip.capaian.predikat import classify
from sakip.capaian.results import Arah, Capaian, IndikatorResult, Rerata
from sakip.capaian.rounding import decimal_text, round_half_up
from sakip.capaian.rumus import Rumus
from sakip.capaian.skm import compute_skm
from sakip.capaian.triwulan import ROMAN, akumulasi
from sakip.capaian.values import Keadaan, KeadaanNilai, Nilai, Target
from sakip.text.numbers import parse_number
from tests.sakip.capaian.example_inputs import (
    NONE_THERE,
    PENDING,
    angka,
    budget_row,
    huruf,
    indikator,
    inputs,
    kebijakan,
    pecahan,
    sasaran,
    target,
)
from tests.sakip.capaian.example_scales import EVERYTHING
from tests.table_tests import each_row

README = Path(sakip.capaian.__file__).with_name("README.md")
TIDAK_TERSEDIA = "–"

Row = dict[str, str]


def read_table() -> dict[str, list[Row]]:
    """Every table under a "### Tabel: …" heading."""
    tables: dict[str, list[Row]] = {}
    for part in re.split(r"^#+ ", README.read_text(encoding="utf-8"), flags=re.MULTILINE):
        title, _, content = part.partition("\n")
        if not title.startswith("Tabel: "):
            continue
        cells = [
            [s.strip() for s in b.strip().strip("|").split("|")]
            for b in content.splitlines()
            if b.startswith("|")
        ]
        heads, _, *table_content = cells
        tables[title.removeprefix("Tabel: ")] = [dict(zip(heads, b, strict=True)) for b in table_content]
    return tables


TABLES = read_table()


def items(cell: str) -> list[str]:
    return cell.split(" · ") if cell else []


def read_value(cell: str) -> Nilai:
    if cell == "belum diisi":
        return PENDING
    if cell in ("tidak tersedia", TIDAK_TERSEDIA):
        return NONE_THERE
    if "/" in cell:
        return pecahan(*cell.split("/"))
    return huruf(cell) if cell[0].isalpha() else angka(str(parse_number(cell)))


def read_target(cell: str) -> Target | None:
    if not cell:
        return None
    if "–" in cell:
        below, above = (parse_number(s) for s in cell.split("–"))
        return Target(bawah=below, atas=above)
    return Target(huruf=cell) if cell[0].isalpha() else Target(angka=parse_number(cell))


def one(cells: Row, realisasi: Nilai, previous: tuple[YearBefore, ...] = ()) -> IndikatorResult:
    """The result of one indikator described by the cells rumus, skala and target."""
    sign_in = indikator(
        read_target(cells["target"]),
        realisasi,
        rumus=Rumus(cells.get("rumus", "positif")),
        skala=EVERYTHING.get(cells.get("skala", "")),
        previous=previous,
    )
    return compute(inputs(sasaran(sign_in))).sasaran[0].indikator[0]


def matches(capaian: Capaian, expect: str) -> None:
    """Compare with a cell: a shown number, or "keadaan: alasan"."""
    if expect[0].isalpha():
        assert f"{capaian.keadaan.value}: {capaian.alasan}" == expect
        assert capaian.nilai is None
        assert capaian.mentah is None
        assert capaian.kategori is None
    else:
        assert capaian.keadaan is Keadaan.TERHITUNG
        assert str(capaian.nilai) == shown(expect)
        assert capaian.langkah
        assert not capaian.alasan


def shown(cell: str) -> str:
    """ "1.234,50" → "1234.50": the cell's own decimals are part of what is asserted."""
    return cell.replace(".", "").replace(",", ".").replace("−", "-")


def check_capaian(cells: Row) -> None:
    matches(one(cells, read_value(cells["realisasi"])).capaian, cells["capaian"])


def check_fraction(cells: Row) -> None:
    sign_in = indikator(
        read_target(cells["target"]),
        pecahan(shown(cells["pembilang"]), shown(cells["penyebut"])),
        rumus=Rumus(cells["rumus"]),
        satuan=cells["satuan"],
        desimal=int(cells["desimal"]),
        pengali=shown(cells["pengali"]) or None,
    )
    result = compute(inputs(sasaran(sign_in))).sasaran[0].indikator[0]
    matches(result.capaian, cells["capaian"])
    assert result.realisasi_cetak == cells["realisasi"]


def check_batas_kategori(cells: Row) -> None:
    assert classify(parse_number(cells["nilai"]), EVERYTHING[cells["skala"]]).kode == cells["kategori"]


def check_batas_capaian(cells: Row) -> None:
    rules = kebijakan(
        above=shown(cells["batas atas"]) or None,
        below=shown(cells["batas bawah"]) or None,
    )
    sign_in = indikator(target(10), read_value(cells["realisasi"]), rumus=Rumus.NEGATIF)
    capaian = compute(inputs(sasaran(sign_in), rules=rules)).sasaran[0].indikator[0].capaian
    assert capaian.mentah == parse_number(cells["mentah"])
    assert capaian.terbatas == parse_number(cells["capaian"])
    assert str(capaian.nilai) == shown(cells["capaian"])
    assert capaian.batas == cells["batas"]


def check_rerata(cells: Row) -> None:
    bobot = items(cells["bobot"])
    content = [
        indikator(target(100), read_value(c), nama=str(i), bobot=bobot[i] if bobot else None)
        for i, c in enumerate(items(cells["capaian"]))
    ]
    result = compute(inputs(sasaran(*content), rules=kebijakan(EVERYTHING[cells["skala"]])))
    n, m = (int(s) for s in cells["terhitung"].split(" dari "))
    for rerata in (result.rerata, result.sasaran[0].rerata, result.tujuan[0].rerata):
        assert (rerata.terhitung, rerata.jumlah) == (n, m)
        assert str(rerata.nilai or "") == shown(cells["rata-rata"])
        assert (rerata.kategori.kode if rerata.kategori else "") == cells["kategori"]
        assert bool(rerata.alasan) is (n == 0)
        assert rerata.complete is (n == m)


def check_porsi(cells: Row) -> None:
    rules = kebijakan()
    measured = [
        Capaian(keadaan=Keadaan.TERHITUNG, rumus=Rumus.POSITIF, target=None, nilai=Decimal(1), kategori=k)
        for j, k in zip(items(cells["jumlah"]), rules.skala.kategori, strict=False)
        for _ in range(int(j))
    ]
    porsi = [h.porsi for h in compute_kategori(measured, rules) if h.jumlah]
    assert [str(p) for p in porsi] == [shown(p) for p in items(cells["porsi"])]


def check_perubahan(cells: Row) -> None:
    previous = YearBefore(
        tahun=2022, target=read_target(cells["target"]), realisasi=read_value(cells["lalu"])
    )
    (perubahan,) = one(cells, read_value(cells["kini"]), (previous,)).perubahan
    assert perubahan.arah is Arah(cells["arah"])
    assert perubahan.satuan == cells["satuan"]
    if cells["selisih realisasi"]:
        assert perubahan.selisih_realisasi == parse_number(cells["selisih realisasi"])
        assert str(perubahan.selisih_capaian) == shown(cells["selisih capaian"])
        assert perubahan.keadaan is Keadaan.TERHITUNG
        assert not perubahan.alasan
    else:
        assert perubahan.selisih_realisasi is None
        assert perubahan.selisih_capaian is None
        assert perubahan.keadaan in (Keadaan.BELUM_DIISI, Keadaan.TIDAK_TERSEDIA)
        assert perubahan.alasan


def check_dasar(cells: Row) -> None:
    years = [
        [None if t == TIDAK_TERSEDIA else target(t) for t in y.split(" / ")] for y in items(cells["tahun"])
    ]
    *before, (pk, renstra, _) = years
    realisasi = [angka(y.split(" / ")[2]) for y in items(cells["tahun"])]
    lalu = tuple(
        YearBefore(
            tahun=2023 - len(before) + n,
            target=of_pk or of_renstra,
            realisasi=realisasi[n],
            asal=AsalTarget.PK if of_pk else AsalTarget.RENSTRA,
            target_renstra=of_renstra,
        )
        for n, (of_pk, of_renstra, _) in enumerate(before)
    )
    others = (OtherTarget(dokumen="Renstra", target=renstra),) if renstra else ()
    measured = replace(indikator(pk, realisasi[-1], previous=lalu), target_lain=others)
    result = compute(inputs(sasaran(measured))).sasaran[0].indikator[0]
    assert (result.dasar or "") == cells["dasar"]
    compared = [result.compared(p)[1] for p in (*result.perubahan, None)]
    assert [str(c.nilai) for c in compared] == [shown(c) for c in items(cells["capaian"])]
    selisih = [None if c == TIDAK_TERSEDIA else shown(c) for c in items(cells["selisih"])]
    assert [
        None if p.selisih_capaian is None else str(p.selisih_capaian) for p in result.perubahan
    ] == selisih


def check_other_target(cells: Row) -> None:
    measured, other = read_target(cells["target"]), read_target(cells["lain"])
    assert other is not None
    skala = EVERYTHING[cells["skala"]] if cells["skala"] else None
    assert compare_targets(measured, other, skala) == cells["letak"]


def check_progress(cells: Row) -> None:
    sign_in = indikator(
        target(100), read_value(cells["realisasi"]), target_akhir=read_target(cells["target akhir"])
    )
    rules: Kebijakan = kebijakan(above="100", below="0")
    result = compute(inputs(sasaran(sign_in), rules=rules)).sasaran[0].indikator[0]
    matches(result.kemajuan, cells["kemajuan"])
    assert result.kemajuan.kategori is None
    assert not result.kemajuan.batas


def rupiah(cell: str) -> Decimal | None:
    return parse_number(cell) if cell else None


def check_serapan(cells: Row) -> None:
    serapan = compute_serapan(rupiah(cells["pagu"]), rupiah(cells["realisasi"]))
    expect = cells["serapan"]
    if expect[0].isalpha():
        assert f"{serapan.keadaan.value}: {serapan.alasan}" == expect
        assert serapan.nilai is None
    else:
        assert serapan.keadaan is Keadaan.TERHITUNG
        assert str(serapan.nilai) == shown(expect)


def check_proporsi(cells: Row) -> None:
    pagu = [int(parse_number(p)) for p in items(cells["pagu"])]
    result = compute_anggaran([budget_row(str(i), p, 0) for i, p in enumerate(pagu)], ())
    assert [str(b.proporsi) for b in result.program] == [shown(p) for p in items(cells["proporsi"])]


def check_efisiensi(cells: Row) -> None:
    capaian = items(cells["capaian"])
    known = [parse_number(c) for c in capaian if c != TIDAK_TERSEDIA]
    raw = known[0] if known else None
    rerata = Rerata(
        nilai=None if raw is None else round_half_up(raw),
        terhitung=len(known),
        jumlah=len(capaian),
        kategori=None,
        langkah="",
        alasan="" if raw is not None else "belum ada indikator",
        mentah=None if raw is None else Fraction(raw),
    )
    serapan = compute_serapan(Decimal(100), parse_number(cells["serapan"]))
    efisiensi = compute_efisiensi(rerata, serapan, parse_number(cells["batas"]) if cells["batas"] else None)
    assert efisiensi.efisien is {"ya": True, "tidak": False, "": None}[cells["efisien"]]
    assert (str(efisiensi.selisih) if cells["selisih"] else "") == shown(cells["selisih"])
    assert bool(efisiensi.alasan) is (efisiensi.efisien is None)


def check_triwulan(cells: Row) -> None:
    measured = [ROMAN.index(t) + 1 for t in items(cells["diukur"])] or [1, 2, 3, 4]
    result = akumulasi(
        [read_value(cells[t]) for t in ROMAN], Akumulasi(cells["mode"]), Decimal(100), measured
    )
    if ":" in cells["tahun"]:
        assert f"{result.keadaan.value}: {result.alasan}" == cells["tahun"]
        assert result.angka is None
    else:
        assert result.keadaan is KeadaanNilai.TERISI
        assert result.huruf or result.angka is not None
        assert (result.huruf or decimal_text(result.angka or Decimal(0))) == cells["tahun"]


def check_triwulan_capaian(cells: Row) -> None:
    given = TriwulanInput(
        target=tuple(None if t == "–" else read_target(t) for t in items(cells["target"])),
        akumulasi_target=Akumulasi(cells["target menurut"]),
        realisasi=tuple(read_value(t) for t in items(cells["realisasi"])),
        akumulasi=Akumulasi(cells["realisasi menurut"]),
        measured=tuple(ROMAN.index(t) + 1 for t in items(cells["diukur"])) or (1, 2, 3, 4),
    )
    one_indikator = replace(indikator(None, PENDING), triwulan=given)
    results = compute(inputs(sasaran(one_indikator))).sasaran[0].indikator[0].triwulan
    for result, expect in zip(results, items(cells["capaian"]), strict=True):
        matches(result.capaian, expect)


def check_skm(cells: Row) -> None:
    result = compute_skm([(n, parse_number(n)) for n in items(cells["NRR per unsur"])])
    assert str(result.indeks) == shown(cells["indeks"])
    assert str(result.ikm) == shown(cells["IKM"])


CHECK: dict[str, Callable[[Row], None]] = {
    "capaian": check_capaian,
    "pembilang dan penyebut": check_fraction,
    "batas kategori": check_batas_kategori,
    "batas capaian": check_batas_capaian,
    "rata-rata": check_rerata,
    "jumlah dan porsi per kategori": check_porsi,
    "perubahan": check_perubahan,
    "dasar perbandingan": check_dasar,
    "target antardokumen": check_other_target,
    "tingkat kemajuan": check_progress,
    "serapan": check_serapan,
    "proporsi": check_proporsi,
    "efisiensi": check_efisiensi,
    "triwulan": check_triwulan,
    "capaian triwulan": check_triwulan_capaian,
    "SKM": check_skm,
}


def test_every_worked_table_is_checked() -> None:
    assert list(TABLES) == list(CHECK)


@each_row(
    ("title", "cell"),
    [
        pytest.param(j, b, id=f"{j}: {' | '.join(b.values())}")
        for j, content in TABLES.items()
        for b in content
    ],
)
def test_row_of_the_readme(title: str, cell: Row) -> None:
    CHECK[title](cell)
