"""What is said of years that no contoh has: every sentence is true of them, whatever the wording."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from reports.lkip.lkip import lkip
from reports.prose.capitals import begin_small
from reports.prose.conclusion import attention_text, efisiensi_text, target_sentence
from reports.prose.language import part_of, with_minus
from reports.publish.naskah import Naskah
from reports.tables.pk import why_changed
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai
from sakip.snapshot.types import Indikator, LintasSektor, Realisasi, SaranaPrasarana, Snapshot
from tests.reports.lkip.example_naskah import naskah_balung, snapshot_balung, snapshot_jombang
from tests.reports.lkip.example_plan import anggaran_pk, complete_pk
from tests.reports.lkip.naskah_material import angka, filled, naskah
from tests.reports.lkip.read_part import defect, prose
from tests.table_tests import each_row

D = Decimal
KECAMATAN = tuple(f"35.09.{n:02}" for n in range(1, 32))


def of_kecamatan(content: Snapshot, kode: str) -> Snapshot:
    return replace(content, kecamatan=replace(content.kecamatan, kode=kode))


def said(content: Snapshot) -> str:
    dokumen = lkip(naskah(content))
    return "\n".join(prose(part) for part in (*dokumen.front, *dokumen.body))


def with_realisasi(content: Snapshot, of: Callable[[Decimal], Decimal]) -> Snapshot:
    """Every number of the year changed so."""

    def changed(r: Realisasi) -> Realisasi:
        number = r.tahunan.angka
        if r.tahun != content.tahun or not isinstance(number, Decimal) or r.tahunan.huruf:
            return r
        return replace(r, tahunan=replace(filled(str(of(number))), keadaan=KeadaanNilai.TERISI))

    return replace(content, realisasi=tuple(changed(r) for r in content.realisasi))


def less_is_better(content: Snapshot) -> Snapshot:
    def turned(i: Indikator) -> Indikator:
        return replace(i, rumus=Rumus.NEGATIF) if i.rumus == Rumus.POSITIF else i

    return replace(
        content,
        renstra=tuple(
            replace(
                r,
                tujuan=tuple(
                    replace(
                        t,
                        sasaran=tuple(
                            replace(s, indikator=tuple(turned(i) for i in s.indikator)) for s in t.sasaran
                        ),
                    )
                    for t in r.tujuan
                ),
            )
            for r in content.renstra
        ),
    )


def promised(content: Snapshot, many: int) -> Snapshot:
    """The year with so many indikator of its PK."""
    pk = content.pk[-1]
    return replace(content, pk=(replace(pk, indikator=pk.indikator[:many]),))


YEARS: dict[str, Callable[[Snapshot], Snapshot]] = {
    "nothing reached": lambda s: with_realisasi(s, lambda n: D(0)),
    "five times the target": lambda s: with_realisasi(s, lambda n: n * 5),
    "half of it": lambda s: with_realisasi(s, lambda n: n / 2),
    "less is better, and less": lambda s: less_is_better(with_realisasi(s, lambda n: n / 4)),
    "less is better, and more": lambda s: less_is_better(with_realisasi(s, lambda n: n * 3)),
    "one indikator": lambda s: promised(s, 1),
    "two indikator": lambda s: promised(s, 2),
}

#: What is false or unreadable of any year.
NEVER = {
    "a hyphen for a minus": r"(?<![\w.,/–-])-\d",
    "points of the kemajuan as points of the number": r"[Jj]arak indikator|tinggal \d|mengejar \d",
    "the amount that is left, as what the programs are part of": r"Dari jumlah itu, anggaran",
    "a number where it is all": r"\b(?:terdapat|ada|sebanyak) 1 \(satu\) (?:indikator|sasaran)[^.,;]*\.",
    "a year that runs into a value": r"tahun \d{4} \d",
    "two that are counted": r"[Ss]eluruh 2 \(dua\)",
    "less that is called beyond": r"lebih rendah[^.]*melampaui",
}


@pytest.mark.parametrize("make", [snapshot_jombang, snapshot_balung])
@pytest.mark.parametrize("year", YEARS)
def test_no_year_is_told_what_is_not_so(make: Callable[[], Snapshot], year: str) -> None:
    for kode in KECAMATAN[::6]:
        text = said(of_kecamatan(YEARS[year](make()), kode))
        for what, pattern in NEVER.items():
            if what == "a number where it is all" and year != "one indikator":
                continue
            assert not (found := re.search(pattern, text)), f"{kode} {what}: {found and found[0]}"
        if year.startswith("less is better, and less"):
            beyond = re.search(r"(?:melampaui|melebihi|melewati|di atas) [^.]*akhir Renstra", text)
            assert not beyond, beyond


def test_a_target_missed_by_less_than_is_printed_is_said_to_be_missed() -> None:
    # 99,999 of 100 is shown as 100,00.
    near = promised(with_realisasi(snapshot_jombang(), lambda n: D("99.999")), 1)
    results = naskah(near).results
    assert results
    (one,) = (i for s in results.sasaran for i in s.indikator)
    assert one.capaian.nilai == 100
    assert target_sentence([one]).endswith("satu-satunya indikator yang diukur belum mencapai target.")


EVERY = r"(?:,? tanpa kecuali,?| sama-sama)?"


def test_all_are_said_to_be_all() -> None:
    met = with_realisasi(snapshot_jombang(), lambda n: n * 5)
    results = naskah(met).results
    assert results
    every = [i for s in results.sasaran for i in s.indikator]
    for n in range(36):
        assert re.search(
            rf"seluruh 4 \(empat\) indikator{EVERY} mencapai target\.$", target_sentence(every, n)
        )
        assert re.search(rf"kedua indikator{EVERY} mencapai target\.$", target_sentence(every[:2], n))
        assert target_sentence(every[:1], n) == ""  # its capaian, told just before, says it
    for kode in KECAMATAN:
        text = efisiensi_text(naskah(of_kecamatan(met, kode)))
        assert re.search(rf"seluruh 4 \(empat\) sasaran{EVERY} dinilai efisien\.$", text)
        assert not defect(text)


@each_row(
    ("n", "of", "words"),
    [
        (1, 1, "satu-satunya indikator"),
        (1, 2, "1 dari 2 (dua) indikator"),
        (2, 2, "kedua indikator"),
        (3, 3, "seluruh 3 (tiga) indikator"),
    ],
)
def test_parts_and_wholes(n: int, of: int, words: str) -> None:
    assert part_of(n, of, "indikator") == words


def test_where_the_target_is_zero_it_is_not_the_data_that_lack() -> None:
    content = snapshot_jombang()
    pk = content.pk[-1]
    first = replace(pk.indikator[0], target=angka("0"))
    content = replace(content, pk=(*content.pk[:-1], replace(pk, indikator=(first, *pk.indikator[1:]))))
    for kode in KECAMATAN:
        text = attention_text(naskah(of_kecamatan(content, kode)))
        target = next(s for s in text.split(". ") if first.indikator in s)
        assert target.startswith("Target")
        assert "ditinjau kembali" in target
        assert "dilengkapi" not in target
        assert not defect(text)


def test_the_programs_are_part_of_the_whole_and_not_of_what_is_left() -> None:
    dasar = naskah_balung()
    for kode in KECAMATAN:
        content: Naskah = replace(dasar, snapshot=of_kecamatan(dasar.snapshot, kode))
        dokumen = lkip(content)
        text = "\n".join(prose(part) for part in dokumen.body)
        assert "Dari keseluruhan anggaran itu, anggaran 2 (dua) program" in text or "Rp400.000.000" in text


@each_row(
    ("sources", "reason"),
    [
        (("P-APBD", "PAPBD"), "anggaran programnya disesuaikan dengan Perubahan APBD"),
        (("APBD Perubahan",), "anggaran programnya disesuaikan dengan Perubahan APBD"),
        (("P-APBD", "APBD"), "terjadi perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran"),
        (("P-APBD", ""), "terjadi perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran"),
        ((), "terjadi perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran"),
    ],
)
def test_why_a_pk_was_changed(sources: tuple[str, ...], reason: str) -> None:
    rows = tuple(anggaran_pk(str(n), f"Program {n}", 1, source) for n, source in enumerate(sources))
    pk = replace(complete_pk(1), alasan="b", anggaran=rows)
    assert why_changed(pk) == reason
    assert why_changed(replace(pk, alasan="a")) == "terjadi pergantian atau mutasi pejabat"


def test_a_role_is_told_as_a_role_whatever_kind_of_word_it_begins_with() -> None:
    for role in ("Patroli bersama", "Menerbitkan dokumen"):
        one = LintasSektor(
            instansi="Kepolisian Sektor", peran=role, kunci_sasaran=_first_sasaran(), ditinjau=True
        )
        for kode in KECAMATAN:
            content = of_kecamatan(replace(snapshot_jombang(), lintas_sektor=(one,)), kode)
            (sentence,) = [line for line in said(content).split("\n") if "Kepolisian Sektor" in line]
            assert sentence.endswith(f": {begin_small(role)}."), sentence


def _first_sasaran() -> str:
    results = naskah(snapshot_jombang()).results
    assert results
    return results.sasaran[0].kunci


def test_what_is_broken_is_not_what_the_work_is_done_with() -> None:
    one = SaranaPrasarana(
        nama="Komputer", jumlah=12, satuan="unit", baik=9, rusak_ringan=2, rusak_berat=1, keterangan=""
    )
    for kode in KECAMATAN:
        text = said(of_kecamatan(replace(snapshot_jombang(), sarana=(one,)), kode))
        (sentence,) = re.findall(r"[^.\n]*1 \(satu\) jenis sarana dan prasarana[^.]*\.", text)
        assert "3 unit komputer" in sentence
        assert "memakai" not in sentence
        assert "rusak" in sentence or "tidak dalam keadaan baik" in sentence


def test_a_working_has_the_sign_of_its_numbers() -> None:
    assert with_minus("(target 10 − (realisasi -25 − target 10)) ÷ target 10 × 100 = -50,00") == (
        "(target 10 − (realisasi \u221225 − target 10)) ÷ target 10 × 100 = \u221250,00"
    )
    assert with_minus("rentang 8-9, tahun 2021-2023, B-") == "rentang 8-9, tahun 2021-2023, B-"
