"""BAB III.B: what the PK leaves out is named, with all that is recorded of it."""

from dataclasses import replace
from decimal import Decimal

from reports.document.numbering import number_all
from reports.lkip.bab3 import bab3
from reports.lkip.ikhtisar import ikhtisar
from reports.pages import SCREEN_PAGES, build_page
from sakip.snapshot.types import (
    BarisIKU,
    IndikatorTujuan,
    KeputusanIKU,
    RealisasiTujuan,
    Snapshot,
    TargetTahun,
)
from tests.reports.lkip.example_naskah import naskah_balung, snapshot_jombang
from tests.reports.lkip.naskah_material import (
    angka,
    filled,
    indikator,
    naskah,
    not_available,
    persen,
    realisasi,
    sasaran,
    tujuan,
)
from tests.reports.lkip.read_part import all_sentences, all_tables, part_of, prose, table_rows

D = Decimal
YEARS = {2019: "70", 2020: "80", 2021: "90", 2022: "95", 2023: "100.2"}


def _iku(nama: str, key: str = "") -> BarisIKU:
    return BarisIKU(
        sasaran="Kinerja utama",
        indikator=nama,
        kunci_indikator=key,
        satuan="",
        pembilang="",
        penyebut="",
        pengali=None,
        formulasi="",
        penjelasan=(),
        penanggung_jawab=(),
        sumber_data="",
    )


def _keputusan(*rows: BarisIKU) -> KeputusanIKU:
    return KeputusanIKU(
        tahun=2023,
        tempat="",
        tanggal=None,
        tanggal_cetak="",
        nomor="",
        penandatangan=None,
        mengingat=(),
        instansi="",
        tugas=(),
        fungsi=(),
        tujuan=(),
        indikator_tujuan=(),
        baris=rows,
    )


def _left_out() -> Snapshot:
    """Jombang, with a third tujuan of one indikator that was measured for five years and that no PK names."""
    base = snapshot_jombang()
    (rencana,) = base.renstra
    desa = indikator("desa", "Indeks desa", satuan="indeks", target={2023: angka("82"), 2026: angka("84")})
    more = tujuan("t9", "Mandirinya desa", sasaran("s9", "Meningkatnya kemandirian desa", desa))
    more = replace(more, indikator=(IndikatorTujuan(nama="Desa mandiri", satuan="%", target=()),))
    rows = tuple(realisasi("desa", t, filled(n), "IDM") for t, n in YEARS.items())
    return replace(
        base,
        renstra=(replace(rencana, tujuan=(*rencana.tujuan, more)),),
        realisasi=(*base.realisasi, *rows),
        iku=_keputusan(_iku("IKM", "ikm"), _iku("Jumlah dokumen"), _iku("Indeks desa", "desa")),
    )


def test_what_the_pk_leaves_out_is_counted_and_named() -> None:
    content = bab3(naskah(_left_out()))
    part = part_of(content, "cakupan-pengukuran")
    assert all_sentences(part)[0] == (
        "Perjanjian Kinerja yang menjadi dasar pengukuran tidak mencakup 2 dari 3 (tiga) Indikator Kinerja Utama "
        "(IKU), 1 dari 3 (tiga) tujuan Renstra, 1 dari 5 (lima) sasaran Renstra, dan 1 dari 5 (lima) indikator sasaran "
        "Renstra; yang tidak tercakup tidak dihitung dalam capaian dan disebutkan dalam tabel berikut."
    )
    # It has a realisasi, so it was measured; only promised it was not.
    assert all_tables(content)["tabel-tidak-diukur"].title == (
        "Tujuan, Sasaran, dan Indikator di Luar Perjanjian Kinerja Tahun 2023"
    )
    assert table_rows(content, "tabel-tidak-diukur") == [
        ["Tujuan yang tidak diperjanjikan: Mandirinya desa"],
        ["Sasaran yang tidak diperjanjikan: Meningkatnya kemandirian desa"],
        # 100,2 / 82 = 122,195…, capped at 100; 100,2 / 84 = 119,2857…
        ["Indeks desa", "Renstra dan SK IKU", "82", "100,2", "100,00%", "119,29%"],
        ["Di luar Renstra, sasaran: Kinerja utama"],
        ["Jumlah dokumen", "SK IKU", "–", "–", "–", "–"],
    ]


def test_columns_of_what_nobody_measured_are_not_printed() -> None:
    base = _left_out()
    unmeasured = tuple(r for r in base.realisasi if r.kunci_indikator != "desa")
    content = bab3(naskah(replace(base, realisasi=unmeasured)))
    table = all_tables(content)["tabel-tidak-diukur"]
    assert [cell.content for cell in table.heads[0]] == [
        "Indikator",
        "Tercantum dalam",
        "Target Renstra 2023",
    ]
    assert [row for row in table_rows(content, "tabel-tidak-diukur") if len(row) > 1] == [
        ["Indeks desa", "Renstra dan SK IKU", "82"],
        ["Jumlah dokumen", "SK IKU", "–"],
    ]


def test_of_a_realisasi_that_is_not_available_no_capaian_is_printed() -> None:
    base = _left_out()
    others = tuple(r for r in base.realisasi if r.kunci_indikator != "desa")
    lacking = realisasi("desa", 2023, not_available(), "")
    content = bab3(naskah(replace(base, realisasi=(*others, lacking))))
    heads = [cell.content for cell in all_tables(content)["tabel-tidak-diukur"].heads[0]]
    assert heads == ["Indikator", "Tercantum dalam", "Target Renstra 2023", "Realisasi 2023"]
    assert [row for row in table_rows(content, "tabel-tidak-diukur") if len(row) > 1] == [
        ["Indeks desa", "Renstra dan SK IKU", "82", "tidak tersedia"],
        ["Jumlah dokumen", "SK IKU", "–", "–"],
    ]


def test_its_earlier_values_are_printed_too() -> None:
    content = bab3(naskah(_left_out()))
    assert table_rows(content, "tabel-tidak-diukur-lalu") == [
        ["Indeks desa", "70", "80", "90", "95", "100,2"]
    ]
    assert all_tables(content)["tabel-tidak-diukur-lalu"].sumber == "IDM"


def test_it_enters_no_mean_and_no_count() -> None:
    content = bab3(naskah(_left_out()))
    assert table_rows(content, "tabel-pengukuran") == table_rows(
        bab3(naskah(snapshot_jombang())), "tabel-pengukuran"
    )


def test_the_ikhtisar_says_it() -> None:
    assert (
        "Perjanjian Kinerja tidak mencakup 2 dari 3 (tiga) Indikator Kinerja Utama (IKU) dan 1 dari 5 (lima) indikator "
        "sasaran Renstra" in prose(ikhtisar(naskah(_left_out())))
    )
    assert "tidak mencakup" not in prose(ikhtisar(naskah_balung()))


def test_indikator_of_a_tujuan_are_said_to_be_unmeasured() -> None:
    part = part_of(bab3(naskah(_left_out())), "cakupan-pengukuran")
    assert all_sentences(part)[-1] == (
        "Indikator tujuan Renstra “Desa mandiri” belum diukur karena realisasinya tidak tercatat; "
        "capaian indikator sasaran tidak menggantikan capaian tujuan."
    )


def _with_tujuan() -> tuple[Snapshot, Snapshot]:
    """A year with two indikator of a tujuan, of which none is measured, and the same with a realisasi of one."""
    base = _left_out()
    (rencana,) = base.renstra
    *rest, more = rencana.tujuan
    desa, tertib = (
        replace(more.indikator[0], nama=nama, target=(TargetTahun(tahun=2023, target=persen("80")),))
        for nama in ("Desa mandiri", "Desa tertib")
    )
    new = replace(rencana, tujuan=(*rest, replace(more, indikator=(desa, tertib))))
    measured = RealisasiTujuan(
        kunci_tujuan="t9",
        indikator="Desa mandiri",
        tahun=2023,
        nilai=filled("60", "%"),
        catatan="",
        sumber="IDM",
    )
    return base, replace(base, renstra=(new,), realisasi_tujuan=(measured,))


def test_indikator_of_a_tujuan_are_measured_where_their_realisasi_is_recorded() -> None:
    base, measured = _with_tujuan()
    content = bab3(naskah(measured))
    # 60 / 80 = 75,00
    assert [row[-5:-1] for row in table_rows(content, "tabel-indikator-tujuan")] == [
        ["%", "80%", "60%", "75,00%"],
        ["%", "80%", "belum diisi", "belum diisi"],
    ]
    assert all_tables(content)["tabel-indikator-tujuan"].sumber.endswith("; IDM")
    assert all_sentences(part_of(content, "cakupan-pengukuran"))[-1].startswith(
        "Sebanyak 1 dari 2 (dua) indikator tujuan Renstra, yaitu “Desa tertib”, belum diukur"
    )
    assert "tabel-indikator-tujuan" not in all_tables(bab3(naskah(base)))


def test_the_page_of_realisasi_shows_indikator_of_a_tujuan_once() -> None:
    measured = _with_tujuan()[1]
    for year, source in ((measured, "; IDM"), (replace(measured, realisasi_tujuan=()), "")):
        page = build_page(naskah(year), SCREEN_PAGES["realisasi"])
        assert page is not None
        number_all(page)  # refuses a key that stands twice
        (own,) = (part for part in page.body if part.key == "indikator-tujuan")
        assert all_tables(own)["tabel-indikator-tujuan"].sumber.endswith(source)


def test_where_everything_is_measured_one_sentence_says_so() -> None:
    content = bab3(naskah_balung())
    assert all_sentences(part_of(content, "cakupan-pengukuran"))[0] == (
        "Perjanjian Kinerja yang menjadi dasar pengukuran mencakup seluruh sasaran dan indikator sasaran Renstra."
    )
    assert "tabel-tidak-diukur" not in all_tables(content)


def _iku_alone(*rows: BarisIKU) -> str:
    """What is said of the coverage where the kecamatan has a PK of Jombang's and decided these IKU."""
    base = replace(snapshot_jombang(), iku=_keputusan(*rows))
    return all_sentences(part_of(bab3(naskah(base)), "cakupan-pengukuran"))[0]


def test_none_of_several_and_the_only_one_are_said_as_such() -> None:
    reference = "Perjanjian Kinerja yang menjadi dasar pengukuran tidak mencakup"
    assert _iku_alone(_iku("Satu")).startswith(
        f"{reference} satu-satunya Indikator Kinerja Utama (IKU); yang"
    )
    assert _iku_alone(_iku("Satu"), _iku("Dua")).startswith(f"{reference} satu pun dari 2 (dua) Indikator")
    assert _iku_alone(_iku("IKM", "ikm"), _iku("Dua")).startswith(f"{reference} 1 dari 2 (dua) Indikator")


def test_of_a_kecamatan_without_renstra_only_its_iku_are_covered() -> None:
    base = replace(snapshot_jombang(), iku=None)
    (agreement,) = base.pk
    untied = replace(
        agreement,
        indikator=tuple(replace(r, kunci_indikator="", kunci_sasaran="") for r in agreement.indikator),
    )
    alone = replace(base, renstra=(), pk=(untied,))
    decided = replace(alone, iku=_keputusan(_iku(untied.indikator[0].indikator)))
    said = [all_sentences(part_of(bab3(naskah(s)), "cakupan-pengukuran"))[0] for s in (alone, decided)]
    assert said == [
        "Cakupan pengukuran belum dapat disimpulkan karena Renstra dan Keputusan IKU belum dicatat.",
        "Perjanjian Kinerja yang menjadi dasar pengukuran mencakup seluruh Indikator Kinerja Utama.",
    ]


def _dropping(n: int) -> Snapshot:
    """Jombang, whose PK perubahan leaves out the first ``n`` indikator of its murni."""
    base = snapshot_jombang()
    (first,) = base.pk
    return replace(base, pk=(replace(first, versi=0), replace(first, versi=1, indikator=first.indikator[n:])))


def test_what_a_perubahan_drops_is_said() -> None:
    name = snapshot_jombang().pk[0].indikator[0].indikator
    rest = "semula diperjanjikan pada tahun ini, tetapi tidak dimuat lagi dalam Perjanjian Kinerja yang terakhir."
    for n, said in ((1, f"Indikator “{name}” {rest}"), (2, f"Sebanyak 2 (dua) indikator {rest}")):
        document = naskah(_dropping(n))
        assert all_sentences(part_of(bab3(document), "cakupan-pengukuran"))[0].endswith(said)
        assert said in prose(ikhtisar(document))
    assert "semula" not in prose(bab3(naskah(_dropping(0))))


def test_iku_of_one_sasaran_stand_under_one_heading_and_one_that_the_renstra_has_under_its_own() -> None:
    base = _left_out()
    year = replace(base, iku=_keputusan(_iku("Jumlah dokumen"), _iku("indeks  desa."), _iku("Nilai mutu")))
    rows = table_rows(bab3(naskah(year)), "tabel-tidak-diukur")
    assert [row[:2] for row in rows] == [
        ["Tujuan yang tidak diperjanjikan: Mandirinya desa"],
        ["Sasaran yang tidak diperjanjikan: Meningkatnya kemandirian desa"],
        ["Indeks desa", "Renstra dan SK IKU"],
        ["Di luar Renstra, sasaran: Kinerja utama"],
        ["Jumlah dokumen", "SK IKU"],
        ["Nilai mutu", "SK IKU"],
    ]


def test_a_source_stands_where_a_realisasi_comes_from_it_and_nowhere_else() -> None:
    base = _left_out()
    (rencana,) = base.renstra
    *rest, more = rencana.tujuan
    (kemandirian,) = more.sasaran
    untargeted = replace(kemandirian.indikator[0], target=())
    new = replace(more, sasaran=(replace(kemandirian, indikator=(untargeted,)),))
    year = replace(base, renstra=(replace(rencana, tujuan=(*rest, new)),))
    # Recorded, though without a target there is no capaian.
    assert all_tables(bab3(naskah(year)))["tabel-tidak-diukur"].sumber.endswith("; IDM")
    declared = tuple(
        replace(r, tahunan=not_available("survei ditunda")) if r.kunci_indikator == "laporan" else r
        for r in base.realisasi
    )
    before, after = (
        all_tables(bab3(naskah(s)))["tabel-pengukuran"].sumber
        for s in (base, replace(base, realisasi=declared))
    )
    gone = set(before.split("; ")) - set(after.split("; "))
    assert gone == {"Laporan penanganan pengaduan trantibum"}


def test_why_something_is_not_measured_stands_beside_it() -> None:
    base = _left_out()
    rows = tuple(r for r in base.realisasi if (r.kunci_indikator, r.tahun) != ("desa", 2023))
    year = replace(base, realisasi=(*rows, realisasi("desa", 2023, not_available("IDM 2023 belum terbit"))))
    content = bab3(naskah(year))
    assert [row[-1] for row in table_rows(content, "tabel-tidak-diukur")] == [
        "Tujuan yang tidak diukur: Mandirinya desa",
        "Sasaran yang tidak diukur: Meningkatnya kemandirian desa",
        "IDM 2023 belum terbit",
        "Di luar Renstra, sasaran: Kinerja utama",
        "–",
    ]
    assert all_tables(content)["tabel-tidak-diukur"].heads[0][-1].content == "Alasan tidak diukur"
