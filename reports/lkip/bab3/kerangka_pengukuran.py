"""BAB III.A Kerangka pengukuran: formulas, the year's scale, caps and the rule for what is not known."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import cell, columns, header, listing, row
from reports.document.tree import Block, ParagraphBlock, Part, RumusBlock, TableBlock
from reports.lkip.bab3.sources import all_indikator, indikator_definition
from reports.lkip.bab3.tabel_sasaran import known_pembanding
from reports.official.signatures import nama_kecamatan
from reports.prose.language import chain, sentence
from reports.publish.naskah import Naskah
from reports.tables.definisi import definisi_table
from reports.tables.pk import nama_pk
from sakip.capaian.inputs import Kategori, Kebijakan, Skala
from sakip.capaian.predikat import DESIMAL_SKALA, rank
from sakip.capaian.results import Results
from sakip.capaian.rumus import RUMUS_LIST, rumus_definition
from sakip.snapshot.reads import kept
from sakip.text.in_words import terbilang
from sakip.text.numbers import format_angka

_LEFT = "Capaian Kinerja"


@kept
def kerangka_pengukuran(naskah: Naskah) -> Part:
    """What is compared with what, by which formulas, on which scale, under which rules."""
    return Part(
        key="kerangka-pengukuran",
        title="Kerangka Pengukuran Kinerja",
        level=2,
        content=(
            *_opening(naskah),
            *_rumus(naskah),
            *_provision(naskah),
            *_skala(naskah),
            *_definisi(naskah),
        ),
    )


def _opening(naskah: Naskah) -> tuple[Block, ...]:
    snapshot = naskah.snapshot
    reference = (
        nama_pk(snapshot.pk_in_force)
        if snapshot.pk_in_force
        else f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    )
    return (
        ParagraphBlock(
            content=sentence(
                f"Pengukuran kinerja dilakukan dengan membandingkan realisasi setiap indikator sasaran dengan "
                f"targetnya dalam {reference}. Hasil perbandingan itu disebut capaian kinerja dan menunjukkan "
                "sejauh mana "
                f"{nama_kecamatan(snapshot)} mewujudkan sasaran strategisnya, sesuai dengan Peraturan Menteri "
                f"Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014"
            )
        ),
    )


def _rumus(naskah: Naskah) -> tuple[Block, ...]:
    """The formulas that every document prints, and those that this report uses; none where nothing is measured."""
    used = {i.capaian.rumus for i in all_indikator(naskah.results)} if naskah.results else set()
    if not used:
        return ()
    blocks: list[Block] = [
        ParagraphBlock(
            content="Capaian kinerja dihitung menurut makna indikatornya dengan rumus berikut.", style="rapat"
        )
    ]
    for definition in RUMUS_LIST.values():
        if definition.selalu_dicetak or definition.kode in used:
            blocks.append(ParagraphBlock(content=definition.pengantar, style="rapat"))
            blocks += [
                RumusBlock(left=_LEFT, pembilang=f.pembilang, penyebut=f.penyebut) for f in definition.formula
            ]
    return tuple(blocks)


def _provision(naskah: Naskah) -> tuple[Block, ...]:
    items = [
        *_limits(naskah.snapshot.kebijakan),
        *_without_data(naskah.results),
        *_kemajuan(naskah.results),
        *_efisiensi(naskah.snapshot.kebijakan),
        *_selisih(naskah),
        *_pembulatan(naskah.snapshot.kebijakan),
        *_application_provision(naskah),
    ]
    return (
        ParagraphBlock(content="Pengukuran tersebut mengikuti ketentuan sebagai berikut.", style="rapat"),
        listing(items),
    )


def _limits(kebijakan: Kebijakan | None) -> tuple[str, ...]:
    """The caps of the year in words."""
    if kebijakan is None:
        return ()
    parts = []
    if kebijakan.batas_atas is not None:
        parts.append(
            f"capaian di atas {_whole(kebijakan.batas_atas)} dihitung {_whole(kebijakan.batas_atas)}"
        )
    if kebijakan.batas_bawah is not None:
        parts.append(
            f"capaian di bawah {_whole(kebijakan.batas_bawah)} dihitung {_whole(kebijakan.batas_bawah)}"
        )
    if not parts:
        return (
            sentence(
                "Nilai capaian tidak dibatasi: capaian di atas 100% dicantumkan sebagaimana hasil hitungnya"
            ),
        )
    return (sentence(" dan ".join(parts)),)


def _without_data(results: Results | None) -> tuple[str, ...]:
    """What is done with an indikator without data; only where there is one."""
    if results is not None and all(i.capaian.nilai is not None for i in all_indikator(results)):
        return ()
    return (
        "Indikator tanpa data tidak diberi nilai nol dan tidak ikut dirata-ratakan. Rata-rata yang belum mencakup "
        "seluruh indikatornya tidak diberi predikat.",
    )


def _kemajuan(results: Results | None) -> tuple[str, ...]:
    """How the tingkat kemajuan is computed; only where one is shown."""
    if results is None or all(i.kemajuan.target is None for i in all_indikator(results)):
        return ()
    return (
        "Tingkat kemajuan dihitung dengan rumus yang sama terhadap target tahun terakhir Renstra, tanpa pembatasan "
        "nilai.",
    )


def _selisih(naskah: Naskah) -> tuple[str, ...]:
    """What the last column of the tables compares, of what they have to compare."""
    results = naskah.results
    if results is None:
        return ()
    every = all_indikator(results)
    regions = [p for i in every for p in known_pembanding(i)]
    medians = [m for i in every if (m := naskah.median_of(i.kunci)) is not None and m.selisih is not None]
    wider = chain(
        [
            *(["wilayah lain"] if regions else []),
            *([f"median {naskah.snapshot.kecamatan.sebutan.lower()} lain"] if medians else []),
        ]
    )
    compared = [
        words
        for words, there in (
            (
                "capaian tahun ini dengan capaian tahun sebelumnya",
                any(p.selisih_capaian is not None for i in every for p in i.perubahan),
            ),
            (f"realisasi dengan {wider}", bool(wider)),
            (
                "capaian dengan serapan anggaran",
                any(s.efisiensi.selisih is not None for s in results.sasaran),
            ),
        )
        if there
    ]
    if not compared:
        return ()
    units = {p.satuan for p in regions} | {m.satuan for m in medians}
    own = bool(units - {"poin", "peringkat", ""})
    ranks = "peringkat" in units
    said = ["poin", *(["peringkat"] if ranks else []), *(["satuan indikatornya"] if own else [])]
    unit = f"{', '.join(said[:-1])}, atau {said[-1]}" if len(said) > 2 else " atau ".join(said)
    return (sentence(f"Selisih dalam tabel setiap sasaran membandingkan {chain(compared)}, dalam {unit}"),)


def _efisiensi(kebijakan: Kebijakan | None) -> tuple[str, ...]:
    """What serapan is, and when money was used efficiently."""
    least = (
        f"sekurang-kurangnya {_whole(kebijakan.batas_efisien)} dan "
        if kebijakan and kebijakan.batas_efisien is not None
        else ""
    )
    return (
        "Serapan anggaran adalah realisasi anggaran dibagi pagu.",
        f"Penggunaan sumber daya pada sebuah sasaran dinilai efisien apabila capaian kinerjanya {least}tidak lebih "
        "rendah daripada serapan anggarannya.",
    )


def _whole(nilai: Decimal) -> str:
    return f"{format_angka(nilai)}%"


def _pembulatan(kebijakan: Kebijakan | None) -> tuple[str, ...]:
    if kebijakan is None:
        return ()
    # A year that prints fewer decimals, or more, is classified like any other.
    with_two = kebijakan.desimal == DESIMAL_SKALA
    dasar = (
        ""
        if with_two
        else f"; predikat ditentukan dari nilai dengan {terbilang(DESIMAL_SKALA)} angka desimal"
    )
    decimals = f"{terbilang(kebijakan.desimal)} angka desimal" if kebijakan.desimal else "bilangan bulat"
    return (sentence(f"Nilai disajikan dengan {decimals}{dasar}"),)


def _application_provision(naskah: Naskah) -> tuple[str, ...]:
    """Our own rules, named as such, and only those that a result of this report needed, be it a tingkat kemajuan."""
    if naskah.results is None:
        return ()
    return tuple(
        dict.fromkeys(
            provision.isi
            for i in all_indikator(naskah.results)
            for one in (i.capaian, i.kemajuan)
            for provision in rumus_definition(one.rumus).ketentuan
            if one.target is not None
            and i.realisasi is not None
            and provision.berlaku(one.target, i.realisasi)
        )
    )


def _skala(naskah: Naskah) -> tuple[Block, ...]:
    kebijakan = naskah.snapshot.kebijakan
    tahun = naskah.snapshot.tahun
    huruf = _skala_huruf(naskah)
    if kebijakan is None:
        opening: tuple[Block, ...] = (
            ParagraphBlock(
                content=sentence(f"Skala predikat capaian kinerja tahun {tahun} belum ditetapkan")
            ),
        )
    else:
        opening = (
            ParagraphBlock(
                content=f"Predikat capaian kinerja tahun {tahun} ditetapkan dengan skala berikut.",
                style="rapat",
            ),
            skala_table(
                kebijakan.skala,
                key="tabel-skala",
                title=f"Skala Predikat Capaian Kinerja Tahun {tahun}",
                ranked=any(s.kode == kebijakan.skala.kode for s in huruf),
            ),
        )
    others = [s for s in huruf if kebijakan is None or s.kode != kebijakan.skala.kode]
    return (
        *opening,
        *((_ranks_line(len(others)),) if others else ()),
        *(
            skala_table(s, key=f"tabel-skala-{s.kode}", title=f"Peringkat Predikat: {s.nama}", ranked=True)
            for s in others
        ),
    )


def _ranks_line(many: int) -> ParagraphBlock:
    where = "tabel berikut" if many == 1 else "tabel-tabel berikut"
    said = f"Peringkat predikat bagi indikator bertarget predikat disajikan dalam {where}."
    return ParagraphBlock(content=said, style="rapat")


def _skala_huruf(naskah: Naskah) -> list[Skala]:
    """Scales of the indikator that are measured by predikat, each once."""
    if naskah.results is None:
        return []
    definition = indikator_definition(naskah.snapshot)
    skala: dict[str, Skala] = {}
    for i in all_indikator(naskah.results):
        own = definition[i.kunci].skala if i.kunci in definition else None
        if rumus_definition(i.capaian.rumus).berperingkat and own is not None:
            skala.setdefault(own.kode, own)
    return list(skala.values())


def _definisi(naskah: Naskah) -> tuple[Block, ...]:
    """How what is measured beside the SK IKU is worked out; the SK defines the rest in its appendix."""
    snapshot = naskah.snapshot
    table = definisi_table(snapshot, key="tabel-definisi") if snapshot.iku else None
    if table is None:
        return ()
    text = "Indikator yang diukur di luar Keputusan IKU memiliki definisi operasional berikut."
    return (ParagraphBlock(content=text, style="rapat"), table)


def skala_table(skala: Skala, *, key: str, title: str, ranked: bool) -> TableBlock:
    """A scale with its printed ranges, the bounds that classify, and ranks where letters are compared."""
    coded = any(k.kode != k.label for k in skala.kategori)
    column_titles = ["No.", *(["Kategori"] if coded else []), "Predikat", "Rentang nilai", "Batas bawah"]
    column_titles += ["Peringkat"] if ranked else []
    widths = [8, *([14] if coded else []), 0, 22, 18, *([14] if ranked else [])]
    widths[column_titles.index("Predikat")] = 100 - sum(widths)
    return TableBlock(
        key=key,
        title=title,
        columns=columns(
            *(
                (w, "kiri" if j == "Predikat" else "tengah")
                for w, j in zip(widths, column_titles, strict=True)
            )
        ),
        heads=header(*column_titles),
        rows=tuple(
            row(
                cell(nomor),
                *((cell(k.kode, head=True),) if coded else ()),
                cell(k.label, head=not coded),
                cell(k.rentang_cetak),
                cell(_batas_bawah(k)),
                *((cell(rank(k.kode, skala)),) if ranked else ()),
            )
            for nomor, k in enumerate(skala.kategori, start=1)
        ),
        sumber=skala.nama,
        size="kecil",
    )


def _batas_bawah(kategori: Kategori) -> str:
    if kategori.batas is None:
        return "tanpa batas"
    return f"{'≥' if kategori.tertutup else '>'} {format_angka(kategori.batas, 2)}"
