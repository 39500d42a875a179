"""A made-up document with everything that a document can hold: about forty pages, twenty-five tables.

The kecamatan does not exist. Its figures follow from their position, so every run builds the same document.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from io import BytesIO
from typing import Literal

from PIL import Image

from reports.document.tree import (
    Block,
    Bold,
    Cover,
    Dokumen,
    Figure,
    FormBlock,
    FotoBlock,
    Italic,
    Item,
    ItemList,
    Kop,
    Lambang,
    LineBreak,
    PageBreak,
    ParagraphBlock,
    Part,
    Pecahan,
    RumusBlock,
    SignatureBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TandaTanganBlock,
    Title,
)
from reports.writing.html import read_html
from reports.writing.to_document import narrative_of
from sakip.snapshot.types import Berkas
from sakip.text.numbers import format_angka

TITLE = "Laporan Kinerja"
SENTENCES = (
    "Camat memimpin penyelenggaraan pemerintahan di wilayah kecamatan dan mengoordinasikan pelayanan umum.",
    "Pengukuran kinerja membandingkan realisasi dengan target yang disepakati dalam perjanjian kinerja.",
    "Hasil pengukuran menjadi bahan perbaikan perencanaan dan pembagian sumber daya pada tahun berikutnya.",
    "Setiap seksi melaporkan bukti dukung kepada sekretariat paling lambat pada akhir triwulan berjalan.",
    "Rapat evaluasi membahas indikator yang belum mencapai target beserta sebab dan tindak lanjutnya.",
)


def sentence(start: int, many: int) -> str:
    """Some sentences, beginning with another one each time."""
    return " ".join(SENTENCES[(start + i) % len(SENTENCES)] for i in range(many))


def paragraphs(start: int, many: int = 3) -> tuple[Block, ...]:
    return tuple(ParagraphBlock(content=sentence(start + i, 4)) for i in range(many))


def table(key: str, title: str, *, column: int, row: int, **others: object) -> TableBlock:
    """A table with a two-row header, group rows, a subtotal and a total."""
    angka = column - 2
    number_width = 18 if angka <= 3 else 72 // angka
    widths = (6, 94 - number_width * angka, *[number_width] * angka)
    return TableBlock(
        key=key,
        title=title,
        columns=tuple(
            TableColumn(width=w, alignment="tengah" if i == 0 else "kiri" if i == 1 else "kanan")
            for i, w in enumerate(widths)
        ),
        heads=(
            (
                TableCell(content="No.", row=2),
                TableCell(content="Uraian", row=2),
                TableCell(content="Target dan realisasi (Rp)", column=angka),
            ),
            tuple(TableCell(content=str(2025 - angka + i)) for i in range(angka)),
        ),
        rows=(*(_row(i, angka) for i in range(row)), _jumlah(angka)),
        sumber="Sekretariat Kecamatan Contoh",
        **others,  # type: ignore[arg-type]
    )


def _row(i: int, angka: int) -> TableRow:
    if i % 6 == 0:
        cells = (
            TableCell(content="", head=False),
            TableCell(content=f"Program {i // 6 + 1} penunjang urusan", column=angka + 1, head=True),
        )
        return TableRow(kind="kelompok", cells=cells)
    nilai = tuple(TableCell(content=format_angka(234_567 * (i + j + 1))) for j in range(angka))
    kind: Literal["biasa", "subjumlah"] = "subjumlah" if i % 6 == 5 else "biasa"
    nama = f"Kegiatan {i} koordinasi pelayanan dan pemberdayaan masyarakat desa"
    return TableRow(
        kind=kind, indent=1, cells=(TableCell(content=str(i)), TableCell(content=nama, head=True), *nilai)
    )


def _jumlah(angka: int) -> TableRow:
    nilai = tuple(TableCell(content=format_angka(8_765_432 * (j + 1))) for j in range(angka))
    return TableRow(
        kind="jumlah", cells=(TableCell(content="Jumlah", column=2, head=True, alignment="tengah"), *nilai)
    )


def figure(key: str, title: str) -> Figure:
    bar = "".join(
        f'<rect x="300" y="{30 + i * 60}" width="{500 + i * 90}" height="36" fill="#1b4f72"/>'
        f'<text x="0" y="{56 + i * 60}" font-size="28" font-family="Liberation Sans">Indikator {i + 1}</text>'
        for i in range(6)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="grafik" width="160mm" height="40mm" viewBox="0 0 1600 400">'
        f"{bar}</svg>"
    )
    return Figure(key=key, title=title, svg=svg, alt=f"{title}: enam batang, makin panjang ke bawah.")


def iku_table() -> TableBlock:
    """Fractions in cells, and a row span."""
    row = (
        (
            TableCell(content="1", row=2),
            TableCell(content="Meningkatnya kualitas pelayanan publik", row=2, head=True),
            TableCell(content="Persentase desa tertib administrasi"),
            TableCell(
                content=(
                    Pecahan(pembilang="Jumlah desa tertib administrasi", penyebut="Jumlah seluruh desa"),
                )
            ),
            TableCell(content="Seksi Pemerintahan"),
        ),
        (
            TableCell(content="Indeks Kepuasan Masyarakat"),
            TableCell(content=("Nilai rata-rata unsur pelayanan", LineBreak(), Italic("survei semesteran"))),
            TableCell(content="Seksi Pelayanan Umum"),
        ),
    )
    return TableBlock(
        key="tabel-iku",
        title="Indikator Kinerja Utama",
        columns=tuple(TableColumn(width=w) for w in (6, 24, 22, 30, 18)),
        heads=(
            tuple(
                TableCell(content=j) for j in ("No.", "Sasaran", "Indikator", "Formulasi", "Penanggung jawab")
            ),
        ),
        rows=tuple(TableRow(cells=cells) for cells in row),
        sumber="Keputusan Camat Contoh",
        column_numbers=True,
    )


def foto(nomor: int, keterangan: str) -> FotoBlock:
    return FotoBlock(
        file=Berkas(nama=f"foto/{nomor}.jpg", sha256=f"{nomor:064x}", lebar=1300, tinggi=867),
        keterangan=keterangan,
    )


def media(many: int = 6) -> dict[str, bytes]:
    """The photos' bytes: smooth colours, as large as a photo after upload."""
    return {f"foto/{nomor}.jpg": _photo(nomor) for nomor in range(1, many + 1)}


@cache
def _photo(nomor: int) -> bytes:
    slope = Image.linear_gradient("L").resize((1300, 867))
    flat = Image.new("L", slope.size, 40 * nomor)
    content = BytesIO()
    Image.merge("RGB", (slope, flat, slope.rotate(180))).save(content, "JPEG", quality=80)
    return content.getvalue()


#: Of the kabupaten and of the kecamatan; any two pictures will do.
LAMBANG = tuple(
    Lambang(
        file=Berkas(nama=f"foto/{nomor}.jpg", sha256=f"{nomor:064x}", lebar=1300, tinggi=867),
        alt=f"Lambang {owner} Contoh",
    )
    for nomor, owner in enumerate(("Kabupaten", "Kecamatan"), start=1)
)


def pk_form() -> Part:
    """A PK as its form prescribes it: kop, title, parties, two signatures, tables on the next page."""
    return Part(
        key="lampiran-pk",
        title="Perjanjian Kinerja Tahun 2024",
        level=1,
        nomor="Lampiran 3",
        shows_title=False,
        content=(
            Kop(
                pemerintah="Pemerintah Kabupaten Contoh",
                instansi="Kecamatan Contoh",
                addresses=("Jalan Raya Contoh Nomor 1 Telepon (0331) 000000", "CONTOH 68100"),
                lambang=LAMBANG,
            ),
            Title(rows=("PERJANJIAN KINERJA TAHUN 2024",), large=True),
            *paragraphs(0, 1),
            FormBlock(pairs=(("Nama", (Bold("BUDI SANTOSO, S.Sos."),)), ("Jabatan", "Camat Contoh"))),
            ParagraphBlock(content="selanjutnya disebut pihak pertama", style="rapat"),
            FormBlock(pairs=(("Nama", (Bold("Ir. SITI AMINAH"),)), ("Jabatan", "Bupati Contoh"))),
            *paragraphs(1, 2),
            SignatureBlock(
                blocks=(
                    TandaTanganBlock(
                        heads=("Pihak Kedua,", "Bupati Contoh"), nama="Ir. SITI AMINAH", below=()
                    ),
                    TandaTanganBlock(
                        heads=("Contoh, 2 Januari 2024", "Pihak Pertama,", "Camat Contoh"),
                        nama="BUDI SANTOSO, S.Sos.",
                        below=("Pembina", "NIP 19700101 199503 1 001"),
                    ),
                )
            ),
            PageBreak(),
            table(
                "lampiran-pk-indikator",
                "Indikator dan target",
                column=5,
                row=8,
                numbered=False,
                shown_title=False,
            ),
        ),
    )


def sk_iku() -> Part:
    """A decree with its diktum."""
    dasar = tuple(Item(content=f"Peraturan contoh nomor {i} tentang pelaporan kinerja;") for i in range(1, 9))
    return Part(
        key="lampiran-sk",
        title="Keputusan Camat tentang IKU",
        level=1,
        nomor="Lampiran 4",
        shows_title=False,
        content=(
            Kop(
                pemerintah="Pemerintah Kabupaten Contoh",
                instansi="Kecamatan Contoh",
                addresses=("CONTOH",),
            ),
            Title(rows=("KEPUTUSAN CAMAT CONTOH", "NOMOR 065/1/35.99.01/2024")),
            FormBlock(
                kind="anjuran",
                pairs=(
                    (
                        "Menimbang",
                        ItemList(
                            items=tuple(Item(content=f"bahwa {k}") for k in SENTENCES[:2]), kind="huruf"
                        ),
                    ),
                    ("Mengingat", ItemList(items=dasar)),
                ),
            ),
            Title(rows=("MEMUTUSKAN:",)),
            FormBlock(
                kind="anjuran",
                pairs=(
                    ("Menetapkan", "Indikator Kinerja Utama Kecamatan Contoh."),
                    ("KESATU", sentence(0, 2)),
                    ("KEDUA", sentence(2, 2)),
                ),
            ),
            SignatureBlock(
                blocks=(
                    TandaTanganBlock(
                        heads=("Ditetapkan di Contoh", "pada tanggal 2 Januari 2024", "CAMAT CONTOH,"),
                        nama="BUDI SANTOSO, S.Sos.",
                        below=("Pembina", "NIP 19700101 199503 1 001"),
                    ),
                )
            ),
        ),
    )


def bab(nomor: int, roman: str, title: str, tables_per_bab: int) -> Part:
    children = []
    for i in range(tables_per_bab):
        key = f"bab-{nomor}-{i + 1}"
        content: list[Block] = [
            *paragraphs(i, 3),
            table(f"tabel-{key}", f"Perkembangan {title} Bagian {i + 1}", column=5 + (i * 2) % 4, row=10),
        ]
        if i == 1:
            content.append(figure(f"gambar-{key}", f"Capaian {title}"))
        children.append(
            Part(
                key=key,
                title=f"Uraian {title} {i + 1}",
                level=2,
                nomor=f"{chr(65 + i)}.",
                content=tuple(content),
            )
        )
    return Part(
        key=f"bab-{nomor}",
        title=title,
        level=1,
        nomor=f"BAB {roman}",
        content=paragraphs(nomor, 1),
        children=tuple(children),
    )


def measuring_bab() -> Part:
    """BAB I with every kind of text: lists in lists, a formula, narrative, the IKU table."""
    listing = ItemList(
        kind="huruf",
        items=(
            Item(
                content=SENTENCES[0],
                children=(
                    ItemList(items=(Item(content="rincian pertama;"), Item(content="rincian kedua."))),
                ),
            ),
            Item(content=(Bold("Penegasan: "), SENTENCES[1])),
        ),
    )
    rumus = RumusBlock(left="Capaian", pembilang="Realisasi", penyebut="Target")
    narasi = narrative_of(
        read_html("<p>Warga <strong>aktif</strong> bermusyawarah.</p><ul><li>gotong royong</li></ul>")
    )
    measure = Part(
        key="ukur",
        title="Cara Pengukuran",
        level=3,
        nomor="1.",
        content=(listing, rumus, narasi, iku_table()),
    )
    notes = Part(
        key="catatan",
        title="Catatan",
        level=4,
        content=(
            ParagraphBlock(content=SENTENCES[2], style="catatan"),
            ItemList(items=(Item(content="satu"),), kind="kurung-angka"),
        ),
    )
    content = Part(
        key="landasan",
        title="Landasan Pengukuran",
        level=2,
        nomor="A.",
        content=paragraphs(0, 3),
        children=(measure, notes),
    )
    return Part(key="bab-1", title="Pendahuluan", level=1, nomor="BAB I", children=(content,))


def contoh_dokumen(*, konsep: bool = True, many_foto: int = 6) -> Dokumen:
    """The whole document; ``many_foto`` photos, whose bytes :func:`media` gives."""
    dokumentasi = Part(
        key="dokumentasi",
        title="Dokumentasi Kegiatan",
        level=2,
        nomor="G.",
        content=tuple(
            foto(i, f"Musyawarah desa ke-{i} bersama perangkat kecamatan") for i in range(1, many_foto + 1)
        ),
    )
    bab3 = bab(3, "III", "Akuntabilitas Kinerja", 7)
    bab3 = Part(
        key=bab3.key,
        title=bab3.title,
        level=1,
        nomor=bab3.nomor,
        content=bab3.content,
        children=(*bab3.children, dokumentasi),
    )
    tanda_tangan = SignatureBlock(
        blocks=(
            TandaTanganBlock(
                heads=("Contoh, Februari 2025", "Camat Contoh,"),
                nama="BUDI SANTOSO, S.Sos.",
                below=("Pembina",),
            ),
        )
    )
    return Dokumen(
        key="lkip-contoh-2024",
        title="Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024",
        head="LKIP Kecamatan Contoh Tahun 2024",
        cover=Cover(
            titles=("Laporan Kinerja", "Instansi Pemerintah (LKIP)"),
            instansi=("Kecamatan Contoh", "Kabupaten Contoh"),
            tahun="Tahun 2024",
            lambang=LAMBANG,
        ),
        front=(
            Part(
                key="kata-pengantar",
                title="Kata Pengantar",
                level=1,
                content=(*paragraphs(0, 4), tanda_tangan),
            ),
            Part(
                key="ikhtisar",
                title="Ikhtisar Eksekutif",
                level=1,
                content=(*paragraphs(2, 4), table("tabel-ikhtisar", "Ikhtisar Capaian", column=5, row=8)),
            ),
        ),
        body=(measuring_bab(), bab(2, "II", "Perencanaan Kinerja", 6), bab3, bab(4, "IV", "Penutup", 2)),
        lampiran=(
            *(
                Part(
                    key=f"lampiran-{i}",
                    title=f"Matriks Rencana Strategis {i}",
                    level=1,
                    nomor=f"Lampiran {i}",
                    landscape=True,
                    content=tuple(
                        table(
                            f"tabel-matriks-{i}-{j}",
                            f"Matriks {i} Bagian {j}",
                            column=12,
                            row=14,
                            size="mini",
                        )
                        for j in (1, 2)
                    ),
                )
                for i in (1, 2)
            ),
            pk_form(),
            sk_iku(),
        ),
        konsep=konsep,
    )


def short(dokumen: Dokumen) -> Dokumen:
    """A fifth of the document: its front, its first chapter, photos, one wide page."""
    *_, bab3, _ = dokumen.body
    return dataclasses.replace(
        dokumen,
        body=(dokumen.body[0], dataclasses.replace(bab3, children=bab3.children[-2:])),
        lampiran=dokumen.lampiran[:1],
    )
