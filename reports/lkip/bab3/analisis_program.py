"""Analysis 7: the programs, kegiatan and sub kegiatan behind a sasaran: input, output and outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import BarisTabel, Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.belanja import sel_serapan
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import sumber_anggaran
from reports.prose.budget_sentences import kalimat_keluaran, kalimat_program
from reports.prose.language import (
    dengan_satuan,
    kalimat,
    paragraf,
    petik,
    rapi,
)
from reports.publish.naskah import Naskah
from reports.tables.printed import KOSONG, TIDAK_TERSEDIA, print_persen
from reports.tables.rkt import kode_tampil
from reports.writing.to_document import narrative
from sakip.capaian.arithmetic import divide
from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.levels import row_steps
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, BarisSerapan, HasilSasaran
from sakip.capaian.rounding import SERATUS, round_half_up
from sakip.snapshot.types import Anggaran, Keluaran
from sakip.text.numbers import format_angka

_SEBUTAN = {"output": "Keluaran (output)", "outcome": "Hasil (outcome)"}


def program_pendukung(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Sentences and the table of input, output and outcome; one sentence where no program is recorded."""
    tambahan = narrative(naskah.narasi_for("program", sasaran.kunci))
    program = program_sasaran(naskah, sasaran)
    if not program:
        sebab = (
            "programnya belum ditetapkan" if not sasaran.program else "data anggaran programnya belum dicatat"
        )
        teks = f"Dukungan program terhadap sasaran ini {TIDAK_DAPAT_DISIMPULKAN} karena {sebab}"
        return (Paragraf(isi=kalimat(teks)), *tambahan)
    milik = _milik(naskah, program)
    keluaran = [k for b in milik for k in b.keluaran]
    output = [persen_keluaran(k) for k in keluaran if k.jenis == "output"]
    return (
        Paragraf(
            isi=paragraf(
                kalimat_program(program, sasaran.anggaran, letak.urutan(2)), kalimat_keluaran(output)
            )
        ),
        _tabel(naskah, program, letak),
        *(
            Paragraf(isi=kalimat(f"Catatan {petik(uraian)}: {rapi(keterangan)}"), gaya="catatan")
            for uraian, keterangan in (
                *((_nama(b), b.keterangan) for b in milik if b.rinci),
                *((k.uraian, k.keterangan) for k in keluaran),
            )
            if keterangan
        ),
        *tambahan,
    )


def program_sasaran(naskah: Naskah, sasaran: HasilSasaran) -> tuple[BarisSerapan, ...]:
    """Budget rows of the sasaran's programs, in the sasaran's order (by code, or by name before codes existed)."""
    if naskah.hasil is None:
        return ()
    menurut = {(b.kode or b.nama): b for b in naskah.hasil.anggaran.program}
    return tuple(menurut[kode] for kode in sasaran.program if kode in menurut)


def persen_keluaran(keluaran: Keluaran) -> Decimal | None:
    """realisasi / target × 100 of an output or outcome; None unless both are numbers and the target is not 0."""
    if keluaran.keadaan != KeadaanNilai.TERISI or keluaran.realisasi is None or not keluaran.target:
        return None
    return round_half_up(divide(keluaran.realisasi * SERATUS, keluaran.target))


def _milik(naskah: Naskah, program: Sequence[BarisSerapan]) -> list[Anggaran]:
    kunci = {b.kode or b.nama for b in program}
    return [a for a in naskah.snapshot.anggaran if (a.program or a.nama_program) in kunci]


def _nama(baris: Anggaran) -> str:
    nama = baris.nama_sub_kegiatan or baris.nama_kegiatan or baris.nama_program
    return f"{nama} ({baris.unit})" if baris.unit else nama


def _tabel(naskah: Naskah, program: Sequence[BarisSerapan], letak: Letak) -> Tabel:
    milik = _milik(naskah, program)
    return Tabel(
        kunci=f"tabel-program-{letak.kunci}",
        judul=f"Program, Kegiatan, dan Sub Kegiatan Pendukung Sasaran {letak.nomor} Tahun {letak.tahun}",
        kolom=kolom(52, (18, "kanan"), (18, "kanan"), (12, "kanan")),
        kepala=header("Program/kegiatan/sub kegiatan", "Target", "Realisasi", "Capaian"),
        baris=tuple(b for p in program for b in _baris(p, milik, 0, ())),
        sumber=sumber_anggaran(naskah),
        ukuran="kecil",
    )


def _baris(
    baris: BarisSerapan, milik: Sequence[Anggaran], inden: int, jalur: tuple[str, ...]
) -> Iterator[BarisTabel]:
    """A row of the tree with its money, its outputs and outcomes below it, then the rows it splits into."""
    jalur = (*jalur, baris.kode or baris.nama)
    kode = kode_tampil(baris.kode)
    nama = rapi(baris.nama) if kode == KOSONG else f"{kode} {rapi(baris.nama)}"
    if not baris.rinci:
        yield row(sel(f"{nama}: anggaran (Rp)", kepala=True), *sel_serapan(baris.serapan), inden=inden)
        return
    yield row(Sel(isi=nama, kolom=4, kepala=True), jenis="kelompok", inden=inden)
    yield row(sel("Masukan (input): anggaran (Rp)"), *sel_serapan(baris.serapan), inden=inden)
    for k in _keluaran(jalur, milik):
        yield row(sel(f"{_SEBUTAN[k.jenis]}: {rapi(k.uraian)}"), *_sel_keluaran(k), inden=inden)
    for anak in baris.anak:
        yield from _baris(anak, milik, inden + 1, jalur)


def _keluaran(jalur: tuple[str, ...], milik: Sequence[Anggaran]) -> tuple[Keluaran, ...]:
    """Outputs and outcomes recorded on exactly this row."""
    penuh = (*jalur, "", "", "")[:4]
    return tuple(k for a in milik if tuple(step.key for step in row_steps(a)) == penuh for k in a.keluaran)


def _sel_keluaran(k: Keluaran) -> tuple[Sel, ...]:
    """Target, realisasi and percentage; one cell over all three where neither is known."""
    ada_realisasi = k.keadaan == KeadaanNilai.TERISI and (k.realisasi is not None or k.realisasi_cetak)
    if not ada_realisasi and k.target is None and not k.target_cetak:
        return (sel(TIDAK_TERSEDIA, kolom=3, rata="tengah"),)
    nilai = persen_keluaran(k)
    realisasi = (
        _cetak(k.realisasi, k.realisasi_cetak, k.satuan) if k.keadaan == KeadaanNilai.TERISI else k.keadaan
    )
    return (
        sel(_cetak(k.target, k.target_cetak, k.satuan)),
        sel(realisasi or TIDAK_TERSEDIA),
        sel(print_persen(nilai)),
    )


def _cetak(nilai: Decimal | None, cetak: str, satuan: str) -> str:
    """The printed form with its unit, else the number with it, else "tidak tersedia"."""
    if cetak:
        return dengan_satuan(cetak, satuan)
    if nilai is None:
        return TIDAK_TERSEDIA
    teks = format_angka(nilai)
    return f"{teks}%" if satuan.strip() == "%" else dengan_satuan(teks, satuan)
