"""Whatever the records are, the document's prose can be signed and its tables fit: generated kecamatan-years."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.table_layout import table_layout
from reports.document.tree import Part
from reports.lkip.bab3 import bab3
from reports.lkip.bab4 import bab4
from reports.lkip.ikhtisar import ikhtisar
from reports.publish.naskah import Naskah
from sakip.capaian.inputs import Kebijakan, Lingkup, Pembanding
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai, Nilai, Target
from sakip.snapshot.types import (
    Anggaran,
    DukunganProgram,
    Indikator,
    PembandingIndikator,
    Realisasi,
    Snapshot,
)
from sakip.text.numbers import parse_number
from tests.reports.lkip.example_naskah import CAPPED, WITHOUT_LIMIT
from tests.reports.lkip.naskah_material import (
    anggaran_row,
    belanja,
    indikator,
    keluaran,
    naskah,
    pk,
    realisasi,
    renstra,
    sasaran,
    snapshot,
    tujuan,
)
from tests.reports.lkip.read_part import (
    all_parts,
    all_sentences,
    all_tables,
    defect,
    table_rows,
    text,
)
from tests.sakip.capaian.example_scales import AKIP_2021, SKM_2017

D = Decimal
TAHUN = 2023

angka = st.decimals(min_value=0, max_value=10**5, places=2)
huruf = st.sampled_from([k.kode for k in AKIP_2021.kategori] + ["Z"])
# Names as people type them: stray spaces, a full stop at the end, quotation marks, no words at all left over.
nama = st.sampled_from(
    [
        "IKM",
        "Persentase  laporan selesai.",
        ' Nilai "SAKIP" ',
        "Jumlah desa (tertib) ",
        "SKM...",
        "kasus konflik",
    ]
)
alasan = st.sampled_from(
    ["", "Survei belum dilaksanakan.", "IKM ditunda", "data  belum masuk..", "Dinas belum merilis"]
)
nilai = st.one_of(
    st.builds(lambda n: Nilai(keadaan=KeadaanNilai.TERISI, angka=n), angka),
    st.builds(lambda h: Nilai(keadaan=KeadaanNilai.TERISI, huruf=h), huruf),
    st.builds(
        lambda a, b: Nilai(keadaan=KeadaanNilai.TERISI, pembilang=a, penyebut=b),
        st.integers(0, 20).map(D),
        st.integers(0, 20).map(D),
    ),
    st.builds(lambda a: Nilai(keadaan=KeadaanNilai.TIDAK_TERSEDIA, alasan=a), alasan),
    st.just(Nilai(keadaan=KeadaanNilai.BELUM_DIISI)),
)
sasaran_nilai = st.one_of(
    st.builds(lambda n: Target(angka=n), angka),
    st.builds(lambda h: Target(huruf=h), huruf),
    st.builds(lambda n: Target(bawah=n, atas=n + 10), angka),
    st.builds(lambda n: Target(angka=n, cetak=f"minimal {n}".replace(".", ",")), angka),
)
uang = st.none() | st.integers(0, 10**11)


@st.composite
def size(draw: st.DrawFn, key: str) -> tuple[Indikator, Target, tuple[Realisasi, ...], PembandingIndikator]:
    """An indikator with its target, realisasi of some years, and values of some areas."""
    end = draw(st.none() | sasaran_nilai)
    content = indikator(
        key,
        draw(nama),
        satuan=draw(st.sampled_from(["%", "Indeks", "kasus", "Predikat", ""])),
        rumus=draw(st.sampled_from(list(Rumus))),
        skala=draw(st.sampled_from([None, AKIP_2021, SKM_2017])),
        target={} if end is None else {2026: end},
        sumber=draw(st.sampled_from(["", "Seksi  Pelayanan."])),
    )
    tahun = draw(st.sets(st.integers(TAHUN - 6, TAHUN)))
    scope = draw(st.sets(st.sampled_from(list(Lingkup))))
    return (
        content,
        draw(sasaran_nilai),
        tuple(realisasi(key, t, draw(nilai)) for t in sorted(tahun)),
        PembandingIndikator(
            kunci_indikator=key,
            nilai=tuple(
                Pembanding(lingkup=w, tahun=TAHUN, nilai=draw(nilai), sumber="BPS. ") for w in sorted(scope)
            ),
        ),
    )


@st.composite
def anggaran(draw: st.DrawFn) -> tuple[Anggaran, ...]:
    """Programs that some documents split to sub kegiatan and some do not split at all."""
    rows = []
    for n in range(draw(st.integers(0, 3))):
        program = (f"7.01.0{n}", f"Program {n}")
        for m in range(draw(st.integers(1, 2))):
            kegiatan = draw(
                st.sampled_from([("", ""), (f"7.01.0{n}.2.01", "Kegiatan"), ("", "Kegiatan tanpa kode")])
            )
            sub = (
                (f"7.01.0{n}.2.01.0{m}", "Sub kegiatan") if kegiatan[0] and draw(st.booleans()) else ("", "")
            )
            result = keluaran(
                draw(nama), "orang", draw(st.none() | angka.map(str)), draw(st.none() | angka.map(str))
            )
            rows.append(
                anggaran_row(
                    program,
                    draw(uang),
                    draw(uang),
                    kegiatan=kegiatan,
                    sub=sub,
                    rinci=draw(st.booleans()),
                    keluaran=(replace(result, jenis=draw(st.sampled_from(["output", "outcome"]))),),
                )
            )
    return tuple(rows)


@st.composite
def tahun_kecamatan(draw: st.DrawFn) -> Snapshot:
    """A kecamatan-year in which anything may be missing."""
    jumlah = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    content = [[draw(size(f"i{n}{m}")) for m in range(many)] for n, many in enumerate(jumlah)]
    rencana = renstra(
        2021,
        2026,
        *(
            tujuan(f"t{n}", f"Tujuan {n}.", sasaran(f"s{n}", f"Sasaran  {n}.", *(i for i, _, _, _ in groups)))
            for n, groups in enumerate(content)
        ),
    )
    all_groups = [u for groups in content for u in groups]
    promise = {i.kunci: t for i, t, _, _ in all_groups}
    rows = draw(anggaran())
    program = sorted({b.program for b in rows})
    kebijakan: Kebijakan = draw(st.sampled_from([WITHOUT_LIMIT, CAPPED]))
    return snapshot(
        "Jombang",
        "35.09.01",
        TAHUN,
        kebijakan=kebijakan,
        renstra=(rencana,),
        pk=(pk(TAHUN, rencana, promise),),
        pk_lalu=tuple(pk(t, rencana, promise) for t in sorted(draw(st.sets(st.integers(2019, 2022))))),
        realisasi=tuple(r for _, _, own, _ in all_groups for r in own),
        pembanding=tuple(p for _, _, _, p in all_groups),
        anggaran=rows,
        belanja=tuple(
            belanja(str(n), f"Belanja {n}", draw(uang), draw(uang)) for n in range(draw(st.integers(0, 3)))
        ),
        dukungan=tuple(
            DukunganProgram(kunci_sasaran=f"s{n}", program=tuple(draw(st.sets(st.sampled_from(program)))))
            for n in range(len(content))
            if program
        ),
    )


any_naskah = tahun_kecamatan().map(naskah)


@settings(max_examples=60, deadline=None)
@given(any_naskah)
def test_every_sentence_and_cell_can_be_signed_and_shares_sum_to_100(content: Naskah) -> None:
    measured = bab3(content)
    printed_shares_sum_to_100(measured)
    for part in (ikhtisar(content), measured, bab4(content)):
        for sentence in all_sentences(part):
            assert defect(sentence) == [], sentence
        for table in all_tables(part).values():
            table_layout(table)
            assert table.sumber
            for rows in (*table.heads, *(b.cells for b in table.rows)):
                for cell in rows:
                    assert defect(text(cell.content)) == [], table.key
        assert [b.key for b in all_parts(part) if not b.content and not b.children] == []


def printed_shares_sum_to_100(bab: Part) -> None:
    *_, porsi = table_rows(bab, "tabel-ikhtisar")
    many = len(porsi) - 2  # each is rounded for itself
    total = sum((parse_number(p) for p in porsi[2:]), Decimal(0))
    assert abs(total - 100) <= Decimal("0.005") * many
    assert parse_number(porsi[1]) == 100
    if "tabel-proporsi" in all_tables(bab):
        *parts, last = table_rows(bab, "tabel-proporsi")
        if last[0] == "Jumlah" and last[-1].endswith("%"):
            assert sum(parse_number(b[-1]) for b in parts) == parse_number(last[-1]) == 100
