"""The year's documents: what is wrong with a sheet as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sakip.text.dates import InvalidDate, parse_month
from sakip.workbook.cells.row import Baris, Pemeriksa, PeriksaLembar, check_fraction


def iku(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    check_fraction(p, semua)


def dokumen(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    tahun = p.catatan.tahun
    for b in semua:
        dokumen = b["dokumen"]
        if b["tanggal"] and b["tanggal_cetak"]:
            p.refuse(
                b,
                "tanggal_cetak",
                "Isi tanggal, atau tanggal seperti tercetak bila harinya tidak diketahui; jangan keduanya.",
            )
        elif b["tanggal_cetak"] and (b["penandatangan"] or b["pihak_kedua"]):
            try:
                parse_month(b["tanggal_cetak"])
            except InvalidDate as galat:
                p.refuse(b, "tanggal_cetak", str(galat))
        if dokumen != "pk":
            if b["tahun"] is not None and b["tahun"] != tahun:
                p.refuse(b, "tahun", f"Kosongkan, atau isi {tahun}.")
            if b["versi"]:
                p.refuse(b, "versi", "Kosongkan; hanya PK yang berversi.")
        elif b["alasan"] and not b["versi"]:
            p.refuse(b, "alasan", "Kosongkan; alasan hanya untuk PK perubahan.")
        elif b["tahun"] is not None and b["tahun"] > tahun:
            p.refuse(b, "tahun", f"Isi {tahun} atau tahun sebelumnya.")


def pk(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _check_pk_year(p, semua)
    pertama: dict[tuple[Any, ...], Baris] = {}
    for b in semua:
        if not b["kunci_indikator"]:
            continue
        lain = pertama.setdefault((b["tahun"], b["versi"], b["kunci_indikator"]), b)
        if lain is not b:
            p.refuse(
                b,
                "kunci_indikator",
                f"indikator ini sudah ada pada baris {lain.nomor}. Hapus salah satu.",
            )


def pk_anggaran(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _check_pk_year(p, semua)
    for b in semua:
        kolom = p.jenjang(b)
        if kolom and kolom["kegiatan"]:
            p.refuse(b, "kode", "Tulis kode program, bukan kegiatan atau sub kegiatan.")


def _check_pk_year(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["tahun"] is not None and b["tahun"] > p.catatan.tahun:
            p.refuse(b, "tahun", f"Isi {p.catatan.tahun} atau tahun sebelumnya.")


def rkt_kegiatan(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    """The first row of a number has the code; the following ones add indikator."""
    pertama: dict[int, Baris] = {}
    for b in semua:
        nomor = b["nomor"]
        lain = b if nomor is None else pertama.setdefault(nomor, b)
        if lain is b:
            if not b["kode"]:
                p.refuse(b, "kode", "Isi kode program, kegiatan, atau sub kegiatan.")
        else:
            for kolom in ("kode", "sasaran", "anggaran", "penanggung_jawab"):
                if b[kolom] is not None and b[kolom] != lain[kolom]:
                    p.refuse(
                        b,
                        kolom,
                        f"berbeda dengan baris {lain.nomor} yang bernomor sama. Kosongkan, atau beri nomor lain.",
                    )
            if not b["uraian"]:
                p.refuse(b, "uraian", "Isi uraian indikator.")
        if not b["uraian"] and (b["target"] or b["satuan"]):
            p.refuse(b, "uraian", "Isi uraian indikator.")


def rencana_aksi(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        for n in range(1, 5):
            if b[f"cetak_{n}"] and b[f"target_{n}"] is None:
                p.refuse(b, f"target_{n}", "Isi target triwulan itu, atau kosongkan bentuk cetaknya.")


def rencana_aksi_kegiatan(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    ada = {b["nomor"] for b in p.tabel["RencanaAksi"]}
    for b in semua:
        if b["nomor"] is not None and b["nomor"] not in ada:
            p.refuse(b, "nomor", f"baris nomor {b['nomor']} tidak ada pada lembar RencanaAksi.")


PERIKSA: Final[Mapping[str, PeriksaLembar]] = {
    "Dokumen": dokumen,
    "RKTKegiatan": rkt_kegiatan,
    "PK": pk,
    "PKAnggaran": pk_anggaran,
    "IKU": iku,
    "RencanaAksi": rencana_aksi,
    "RencanaAksiKegiatan": rencana_aksi_kegiatan,
}
