"""BAB III, the end: what the evaluation of last year said, and what became of each of its recommendations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.document.builders import cell, columns, header, line_rows, row, said_columns
from reports.document.tree import Block, ParagraphBlock, Part, TableBlock
from reports.official.signatures import nama_kecamatan
from reports.prose.language import chain, compose, count_of, paragraph, sentence, tidy
from reports.prose.position import wording_number
from reports.publish.naskah import Naskah
from reports.tables.printed import EMPTY
from sakip.snapshot.reads import kept
from sakip.snapshot.types import LHE, RekomendasiLHE, Snapshot
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka

#: As the model has them, with their weights (Permen PANRB 88/2021).
_KOMPONEN = (
    ("perencanaan", "Perencanaan Kinerja", 30),
    ("pengukuran", "Pengukuran Kinerja", 30),
    ("pelaporan", "Pelaporan Kinerja", 15),
    ("evaluasi", "Evaluasi Akuntabilitas Kinerja Internal", 25),
)
#: Status of a recommendation, with what is said of so many of them.
_SAID = {
    "Selesai": (
        "selesai ditindaklanjuti",
        "telah ditindaklanjuti",
        "sudah ditindaklanjuti",
        "tuntas ditindaklanjuti",
        "telah selesai",
        "sudah selesai",
    ),
    "Dalam proses": (
        "dalam proses",
        "sedang diproses",
        "masih diproses",
        "dalam pengerjaan",
        "sedang dikerjakan",
        "masih dikerjakan",
    ),
    "Belum": (*("belum ditindaklanjuti",) * 4, *("belum dikerjakan",) * 2),
}


@kept
def hasil_evaluasi(naskah: Naskah) -> tuple[Part, ...]:
    """Value, components and recommendations; nothing where no evaluation is recorded."""
    content = tuple(_content(naskah.snapshot))
    title = f"Tindak Lanjut Hasil Evaluasi Tahun {naskah.snapshot.tahun - 1}"
    return (Part(key="tindak-lanjut-lhe", title=title, level=2, content=content),) if content else ()


def _content(snapshot: Snapshot) -> Iterator[Block]:
    recommended = say_recommendations(snapshot.rekomendasi_lhe, "evaluasi itu", wording_number(snapshot, 1))
    said = paragraph(*(_value(snapshot, one) for one in snapshot.lhe), recommended)
    if said:
        yield ParagraphBlock(content=said)
    for one in snapshot.lhe:
        yield from _components(snapshot, one)
    if snapshot.rekomendasi_lhe:
        yield _recommendations(snapshot)


def _letter(lhe: LHE) -> str:
    number = f"Nomor {tidy(lhe.nomor)}" if lhe.nomor.strip() else ""
    day = f"tanggal {format_tanggal(lhe.tanggal)}" if lhe.tanggal else ""
    return " ".join(word for word in ("Laporan Hasil Evaluasi (LHE)", number, day) if word)


def _value(snapshot: Snapshot, lhe: LHE) -> str:
    nama, tahun, letter = nama_kecamatan(snapshot), snapshot.tahun - 1, _letter(lhe)
    nilai = f"{format_angka(lhe.nilai, 2)}{f' dengan predikat {lhe.predikat}' if lhe.predikat else ''}"
    return sentence(
        compose(
            wording_number(snapshot),
            (
                f"Evaluasi atas akuntabilitas kinerja {nama} tahun {tahun} menghasilkan nilai {nilai}",
                f"Akuntabilitas kinerja {nama} tahun {tahun} dinilai {nilai}",
                f"Nilai akuntabilitas kinerja {nama} tahun {tahun} adalah {nilai}",
                f"Dalam evaluasi akuntabilitas kinerja tahun {tahun}, {nama} memperoleh nilai {nilai}",
                f"Untuk tahun {tahun}, akuntabilitas kinerja {nama} memperoleh nilai {nilai}",
                f"Evaluasi tahun {tahun} memberikan nilai {nilai} bagi akuntabilitas kinerja {nama}",
            ),
            (
                f", sebagaimana tertuang dalam {letter}",
                f"menurut {letter}",
                f"berdasarkan {letter}",
                f"; nilai itu tercantum dalam {letter}",
                f"sesuai dengan {letter}",
                f", seperti dimuat dalam {letter}",
            ),
        )
    )


def say_recommendations(rows: Sequence[RekomendasiLHE], evaluasi: str, ordering: int) -> str:
    """How many recommendations an evaluation gave, and how many are in each state: "Dari 3 (tiga) rekomendasi hasil
    evaluasi itu, 2 selesai ditindaklanjuti dan 1 dalam proses."; empty where there are none."""
    if not rows:
        return ""
    states = [one.status for one in rows]
    many = count_of(len(rows), "rekomendasi")
    if len(set(states)) == 1:
        every = "rekomendasi" if len(rows) == 1 else f"seluruh {many}"
        openings = (
            f"{every} hasil {evaluasi}",
            f"{every} dari {evaluasi}",
            f"{every} dalam {evaluasi}",
            f"{every} {evaluasi}",
            f"{every} menurut hasil {evaluasi}",
            f"{every} yang dihasilkan {evaluasi}",
        )
        return sentence(compose(ordering, openings, _SAID[states[0]]))
    openings = (
        f"Dari {many} hasil {evaluasi},",
        f"Di antara {many} hasil {evaluasi},",
        f"Hasil {evaluasi} memuat {many}:",
        f"{evaluasi} menghasilkan {many}:",
        f"Keadaan {many} hasil {evaluasi}:",
        f"Tindak lanjut {many} hasil {evaluasi}:",
    )
    counted = [(states.count(status), words) for status, words in _SAID.items() if status in states]
    said = [chain([f"{n} {words[turn]}" for n, words in counted]) for turn in range(len(_SAID["Belum"]))]
    return sentence(compose(ordering, openings, said))


def _components(snapshot: Snapshot, lhe: LHE) -> Iterator[Block]:
    known = [
        (label, bobot, value) for name, label, bobot in _KOMPONEN if (value := getattr(lhe, name)) is not None
    ]
    if not known:
        return
    whole = len(known) == len(_KOMPONEN)
    yield TableBlock(
        key="tabel-lhe-komponen",
        title=f"Nilai Evaluasi Akuntabilitas Kinerja Tahun {snapshot.tahun - 1} menurut Komponen",
        columns=columns((8, "tengah"), 56, (18, "kanan"), (18, "kanan")),
        heads=header("No.", "Komponen", "Bobot", "Nilai"),
        rows=(
            *(
                row(cell(str(n)), cell(label, head=True), cell(str(bobot)), cell(format_angka(value, 2)))
                for n, (label, bobot, value) in enumerate(known, start=1)
            ),
            *(
                (
                    row(
                        cell("Nilai akuntabilitas kinerja", column=2, head=True),
                        cell("100"),
                        cell(format_angka(lhe.nilai, 2)),
                        kind="jumlah",
                    ),
                )
                if whole
                else ()
            ),
        ),
        sumber=_letter(lhe),
        size="kecil",
    )


def _recommendations(snapshot: Snapshot) -> TableBlock:
    """No | Rekomendasi | Tindak lanjut | Bukti | Penanggung jawab | Status; before that the day by which each was to be
    done, where one of them has such a day."""
    letter = next(
        (_letter(one) for one in snapshot.lhe), f"Laporan Hasil Evaluasi Tahun {snapshot.tahun - 1}"
    )
    dated = any(one.batas_waktu for one in snapshot.rekomendasi_lhe)
    table = TableBlock(
        key="tabel-lhe",
        title=f"Tindak Lanjut Rekomendasi Hasil Evaluasi Tahun {snapshot.tahun - 1}",
        columns=columns((5, "tengah"), 23, 25, 15, 13, (10, "tengah"), (9, "tengah"))
        if dated
        else columns((5, "tengah"), 26, 28, 17, 14, (10, "tengah")),
        heads=header(
            *("No.", "Rekomendasi", "Tindak lanjut", "Bukti", "Penanggung jawab"),
            *(("Batas waktu",) if dated else ()),
            "Status",
        ),
        rows=tuple(
            row(
                cell(str(n)),
                cell(tidy(one.rekomendasi), head=True),
                cell(tidy(one.tindakan) or EMPTY),
                cell(tidy(one.bukti) or EMPTY),
                cell(line_rows(one.penanggung_jawab) if one.penanggung_jawab else EMPTY),
                *((cell(format_tanggal(one.batas_waktu) if one.batas_waktu else EMPTY),) if dated else ()),
                cell(one.status),
            )
            for n, one in enumerate(snapshot.rekomendasi_lhe, start=1)
        ),
        sumber=f"{letter}; catatan tindak lanjut {nama_kecamatan(snapshot)}",
        size="kecil",
    )
    return said_columns(table, "Penanggung jawab", empty=EMPTY, wide=2)
