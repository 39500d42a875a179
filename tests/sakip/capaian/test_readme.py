"""The worked tables of sakip/capaian/README.md, row by row: document and engine cannot drift apart."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import sakip.capaian
from sakip.capaian.anggaran import compute_anggaran, compute_efisiensi, compute_serapan
from sakip.capaian.engine import compute
from sakip.capaian.inputs import Akumulasi, Kebijakan, TahunLalu
from sakip.capaian.predikat import klasifikasi
from sakip.capaian.results import Arah, Capaian, HasilIndikator, Rerata
from sakip.capaian.rounding import round_half_up, share_by_largest_remainder, teks_desimal
from sakip.capaian.rumus import Rumus
from sakip.capaian.skm import compute_skm
from sakip.capaian.triwulan import ROMAWI, akumulasi
from sakip.capaian.values import Keadaan, KeadaanNilai, Nilai, Target
from sakip.text.numbers import parse_number
from tests.sakip.capaian.example_inputs import (
    BELUM,
    TIDAK_ADA,
    angka,
    baris,
    huruf,
    indikator,
    kebijakan,
    masukan,
    pecahan,
    sasaran,
    target,
)
from tests.sakip.capaian.example_scales import SEMUA

README = Path(sakip.capaian.__file__).with_name("README.md")
TIDAK_TERSEDIA = "–"

Baris = dict[str, str]


def read_table() -> dict[str, list[Baris]]:
    """Every table under a "### Tabel: …" heading."""
    tabel: dict[str, list[Baris]] = {}
    for bagian in re.split(r"^#+ ", README.read_text(encoding="utf-8"), flags=re.MULTILINE):
        judul, _, isi = bagian.partition("\n")
        if not judul.startswith("Tabel: "):
            continue
        sel = [
            [s.strip() for s in b.strip().strip("|").split("|")]
            for b in isi.splitlines()
            if b.startswith("|")
        ]
        kepala, _, *isi_tabel = sel
        tabel[judul.removeprefix("Tabel: ")] = [dict(zip(kepala, b, strict=True)) for b in isi_tabel]
    return tabel


TABEL = read_table()


def butir(sel: str) -> list[str]:
    return sel.split(" · ") if sel else []


def read_value(sel: str) -> Nilai:
    if sel == "belum diisi":
        return BELUM
    if sel in ("tidak tersedia", TIDAK_TERSEDIA):
        return TIDAK_ADA
    if "/" in sel:
        return pecahan(*sel.split("/"))
    return huruf(sel) if sel[0].isalpha() else angka(str(parse_number(sel)))


def read_target(sel: str) -> Target | None:
    if not sel:
        return None
    if "–" in sel:
        bawah, atas = (parse_number(s) for s in sel.split("–"))
        return Target(bawah=bawah, atas=atas)
    return Target(huruf=sel) if sel[0].isalpha() else Target(angka=parse_number(sel))


def satu(sel: Baris, realisasi: Nilai, lalu: tuple[TahunLalu, ...] = ()) -> HasilIndikator:
    """The result of one indikator described by the cells rumus, skala and target."""
    masuk = indikator(
        read_target(sel["target"]),
        realisasi,
        rumus=Rumus(sel.get("rumus", "positif")),
        skala=SEMUA.get(sel.get("skala", "")),
        lalu=lalu,
    )
    return compute(masukan(sasaran(masuk))).sasaran[0].indikator[0]


def cocok(capaian: Capaian, harap: str) -> None:
    """Compare with a cell: a shown number, or "keadaan: alasan"."""
    if harap[0].isalpha():
        assert f"{capaian.keadaan.value}: {capaian.alasan}" == harap
        assert capaian.nilai is None
        assert capaian.mentah is None
        assert capaian.kategori is None
    else:
        assert capaian.keadaan is Keadaan.TERHITUNG
        assert str(capaian.nilai) == tampil(harap)
        assert capaian.langkah
        assert not capaian.alasan


def tampil(sel: str) -> str:
    """ "1.234,50" → "1234.50": the cell's own decimals are part of what is asserted."""
    return sel.replace(".", "").replace(",", ".").replace("−", "-")


def check_capaian(sel: Baris) -> None:
    cocok(satu(sel, read_value(sel["realisasi"])).capaian, sel["capaian"])


def check_fraction(sel: Baris) -> None:
    masuk = indikator(
        read_target(sel["target"]),
        pecahan(tampil(sel["pembilang"]), tampil(sel["penyebut"])),
        rumus=Rumus(sel["rumus"]),
        satuan=sel["satuan"],
        desimal=int(sel["desimal"]),
        pengali=tampil(sel["pengali"]) or None,
    )
    hasil = compute(masukan(sasaran(masuk))).sasaran[0].indikator[0]
    cocok(hasil.capaian, sel["capaian"])
    assert hasil.realisasi_cetak == sel["realisasi"]


def check_batas_kategori(sel: Baris) -> None:
    assert klasifikasi(parse_number(sel["nilai"]), SEMUA[sel["skala"]]).kode == sel["kategori"]


def check_batas_capaian(sel: Baris) -> None:
    aturan = kebijakan(
        atas=tampil(sel["batas atas"]) or None,
        bawah=tampil(sel["batas bawah"]) or None,
    )
    masuk = indikator(target(10), read_value(sel["realisasi"]), rumus=Rumus.NEGATIF)
    capaian = compute(masukan(sasaran(masuk), aturan=aturan)).sasaran[0].indikator[0].capaian
    assert capaian.mentah == parse_number(sel["mentah"])
    assert capaian.terbatas == parse_number(sel["capaian"])
    assert str(capaian.nilai) == tampil(sel["capaian"])
    assert capaian.batas == sel["batas"]


def check_rerata(sel: Baris) -> None:
    bobot = butir(sel["bobot"])
    isi = [
        indikator(target(100), read_value(c), nama=str(i), bobot=bobot[i] if bobot else None)
        for i, c in enumerate(butir(sel["capaian"]))
    ]
    hasil = compute(masukan(sasaran(*isi), aturan=kebijakan(SEMUA[sel["skala"]])))
    n, m = (int(s) for s in sel["terhitung"].split(" dari "))
    for rerata in (hasil.rerata, hasil.sasaran[0].rerata, hasil.tujuan[0].rerata):
        assert (rerata.terhitung, rerata.jumlah) == (n, m)
        assert str(rerata.nilai or "") == tampil(sel["rata-rata"])
        assert (rerata.kategori.kode if rerata.kategori else "") == sel["kategori"]
        assert bool(rerata.alasan) is (n == 0)
        assert rerata.lengkap is (n == m)


def check_porsi(sel: Baris) -> None:
    porsi = share_by_largest_remainder([int(j) for j in butir(sel["jumlah"])])
    assert [str(p) for p in porsi] == [tampil(p) for p in butir(sel["porsi"])]
    assert sum(porsi) == 100


def check_perubahan(sel: Baris) -> None:
    lalu = TahunLalu(tahun=2022, target=read_target(sel["target"]), realisasi=read_value(sel["lalu"]))
    (perubahan,) = satu(sel, read_value(sel["kini"]), (lalu,)).perubahan
    assert perubahan.arah is Arah(sel["arah"])
    assert perubahan.satuan == sel["satuan"]
    if sel["selisih realisasi"]:
        assert perubahan.selisih_realisasi == parse_number(sel["selisih realisasi"])
        assert str(perubahan.selisih_capaian) == tampil(sel["selisih capaian"])
        assert perubahan.keadaan is Keadaan.TERHITUNG
        assert not perubahan.alasan
    else:
        assert perubahan.selisih_realisasi is None
        assert perubahan.selisih_capaian is None
        assert perubahan.keadaan in (Keadaan.BELUM_DIISI, Keadaan.TIDAK_TERSEDIA)
        assert perubahan.alasan


def check_kemajuan(sel: Baris) -> None:
    masuk = indikator(
        target(100), read_value(sel["realisasi"]), target_akhir=read_target(sel["target akhir"])
    )
    aturan: Kebijakan = kebijakan(atas="100", bawah="0")
    hasil = compute(masukan(sasaran(masuk), aturan=aturan)).sasaran[0].indikator[0]
    cocok(hasil.kemajuan, sel["kemajuan"])
    assert hasil.kemajuan.kategori is None
    assert not hasil.kemajuan.batas


def rupiah(sel: str) -> Decimal | None:
    return parse_number(sel) if sel else None


def check_serapan(sel: Baris) -> None:
    serapan = compute_serapan(rupiah(sel["pagu"]), rupiah(sel["realisasi"]))
    harap = sel["serapan"]
    if harap[0].isalpha():
        assert f"{serapan.keadaan.value}: {serapan.alasan}" == harap
        assert serapan.nilai is None
    else:
        assert serapan.keadaan is Keadaan.TERHITUNG
        assert str(serapan.nilai) == tampil(harap)


def check_proporsi(sel: Baris) -> None:
    pagu = [int(parse_number(p)) for p in butir(sel["pagu"])]
    hasil = compute_anggaran([baris(str(i), p, 0) for i, p in enumerate(pagu)], ())
    assert [str(b.proporsi) for b in hasil.program] == [tampil(p) for p in butir(sel["proporsi"])]


def check_efisiensi(sel: Baris) -> None:
    mentah = None if sel["capaian"] == TIDAK_TERSEDIA else parse_number(sel["capaian"])
    rerata = Rerata(
        nilai=None if mentah is None else round_half_up(mentah),
        terhitung=1,
        jumlah=1,
        kategori=None,
        langkah="",
        alasan="" if mentah is not None else "belum ada indikator",
        mentah=None if mentah is None else Fraction(mentah),
    )
    efisiensi = compute_efisiensi(rerata, compute_serapan(Decimal(100), parse_number(sel["serapan"])))
    assert efisiensi.efisien is {"ya": True, "tidak": False, "": None}[sel["efisien"]]
    assert (str(efisiensi.selisih) if sel["selisih"] else "") == tampil(sel["selisih"])
    assert bool(efisiensi.alasan) is (efisiensi.efisien is None)


def check_triwulan(sel: Baris) -> None:
    diukur = [ROMAWI.index(t) + 1 for t in butir(sel["diukur"])] or [1, 2, 3, 4]
    hasil = akumulasi([read_value(sel[t]) for t in ROMAWI], Akumulasi(sel["mode"]), Decimal(100), diukur)
    if ":" in sel["tahun"]:
        assert f"{hasil.keadaan.value}: {hasil.alasan}" == sel["tahun"]
        assert hasil.angka is None
    else:
        assert hasil.keadaan is KeadaanNilai.TERISI
        assert hasil.huruf or hasil.angka is not None
        assert (hasil.huruf or teks_desimal(hasil.angka or Decimal(0))) == sel["tahun"]


def check_skm(sel: Baris) -> None:
    hasil = compute_skm([parse_number(n) for n in butir(sel["NRR per unsur"])])
    assert str(hasil.indeks) == tampil(sel["indeks"])
    assert str(hasil.ikm) == tampil(sel["IKM"])


PERIKSA: dict[str, Callable[[Baris], None]] = {
    "capaian": check_capaian,
    "pembilang dan penyebut": check_fraction,
    "batas kategori": check_batas_kategori,
    "batas capaian": check_batas_capaian,
    "rata-rata": check_rerata,
    "jumlah dan porsi per kategori": check_porsi,
    "perubahan": check_perubahan,
    "tingkat kemajuan": check_kemajuan,
    "serapan": check_serapan,
    "proporsi": check_proporsi,
    "efisiensi": check_efisiensi,
    "triwulan": check_triwulan,
    "SKM": check_skm,
}


def test_every_worked_table_is_checked() -> None:
    assert list(TABEL) == list(PERIKSA)


@pytest.mark.parametrize(
    ("judul", "sel"),
    [pytest.param(j, b, id=f"{j}: {' | '.join(b.values())}") for j, isi in TABEL.items() for b in isi],
)
def test_row_of_the_readme(judul: str, sel: Baris) -> None:
    PERIKSA[judul](sel)
