"""RPJMD and Renstra: what is wrong with a sheet as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sakip.entry.values import shorten
from sakip.workbook.cells.row import Baris, Pemeriksa, PeriksaLembar, check_fraction


def _versi_renstra(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    """The version that a row names is on the sheet Renstra."""
    ada = {(b["tahun_awal"], b["versi"]) for b in p.tabel["Renstra"]}
    for b in semua:
        if b.rusak & {"tahun_awal", "versi"}:
            continue
        if b["tahun_awal"] is None:
            pesan = "Isi tahun awal Renstra." if ada else "Isi dahulu lembar Renstra."
            p.refuse(b, "tahun_awal", pesan)
        elif (b["tahun_awal"], b["versi"]) not in ada:
            p.refuse(
                b,
                "versi",
                f"Renstra {b['tahun_awal']} versi {b['versi']} tidak ada pada lembar Renstra. Perbaiki versinya.",
            )


def renstra(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["tahun_awal"] and b["tahun_akhir"]:
            if b["tahun_akhir"] < b["tahun_awal"]:
                p.refuse(b, "tahun_akhir", "Isi tahun akhir yang tidak lebih awal daripada tahun awalnya.")
            elif not b["tahun_awal"] <= p.catatan.tahun <= b["tahun_akhir"]:
                p.refuse(
                    b,
                    "tahun_awal",
                    f"Renstra {b['tahun_awal']}–{b['tahun_akhir']} tidak meliputi tahun {p.catatan.tahun}."
                    " Isi Renstra yang berlaku pada tahun buku kerja.",
                )
        if b["misi_diacu"] is not None and b["rpjmd"] is None:
            p.refuse(b, "rpjmd", "Isi tahun awal RPJMD yang memuat misi yang diacu.")


def tujuan(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _versi_renstra(p, semua)


def indikator_tujuan(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _versi_renstra(p, semua)


def target_tujuan(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _versi_renstra(p, semua)
    kolom = ("tahun_awal", "versi", "tujuan", "nomor")
    ada = {tuple(b[k] for k in kolom) for b in p.tabel["IndikatorTujuan"]}
    for b in semua:
        if not b.rusak & set(kolom) and tuple(b[k] for k in kolom) not in ada:
            p.refuse(
                b,
                "nomor",
                f"indikator nomor {b['nomor']} tujuan {b['tujuan']} tidak ada pada lembar IndikatorTujuan.",
            )


def sasaran(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _versi_renstra(p, semua)
    _check_weights(p, semua)
    sasaran = {b["uraian"] for b in p.tabel["RPJMD"] if b["jenis"] == "sasaran"}
    for b in semua:
        if b["sasaran_rpjmd"] and p.tabel["RPJMD"] and b["sasaran_rpjmd"] not in sasaran:
            p.refuse(
                b,
                "sasaran_rpjmd",
                f'"{shorten(b["sasaran_rpjmd"])}" tidak ada pada lembar RPJMD. Salin uraiannya dengan tepat.',
            )


def _check_weights(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    for b in semua:
        if b["bobot"] is not None and not 0 < float(b["bobot"]) <= 100:
            p.refuse(b, "bobot", "Isi bobot lebih dari 0 sampai 100 persen.")


def indikator(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _versi_renstra(p, semua)
    _check_weights(p, semua)
    check_fraction(p, semua)


def target_renstra(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    _versi_renstra(p, semua)


def rpjmd(p: Pemeriksa, semua: Sequence[Baris]) -> None:
    """An outline: one period, then misi, below each its tujuan, below each its sasaran."""
    di_atas: set[str] = set()
    for b in semua:
        jenis = b["jenis"]
        perlu = {"misi": "periode", "tujuan": "misi", "sasaran": "tujuan"}.get(jenis or "")
        if jenis is None:
            continue
        if jenis == "periode" and di_atas:
            p.refuse(b, "jenis", "Hanya satu periode per buku kerja. Hapus baris ini.")
        elif perlu and perlu not in di_atas:
            p.refuse(b, "jenis", f"Tulis {perlu} di atas {jenis} ini.")
        if jenis in ("periode", "misi") and b["nomor"] is None:
            p.refuse(b, "nomor", "Isi tahun awal periode." if jenis == "periode" else "Isi nomor misi.")
        if jenis == "periode" and b["nomor"] is not None and not 2000 <= b["nomor"] <= 2100:
            p.refuse(b, "nomor", "Isi tahun awal periode, misalnya 2021.")
        if jenis == "periode" and b["tahun_akhir"] is None:
            p.refuse(b, "tahun_akhir", "Isi tahun akhir periode.")
        if jenis != "periode" and not b["uraian"]:
            p.refuse(b, "uraian", f"Isi uraian {jenis}.")
        di_atas.add(jenis)
        di_atas -= {"periode": set(), "misi": {"tujuan"}, "tujuan": set(), "sasaran": set()}[jenis]


PERIKSA: Final[Mapping[str, PeriksaLembar]] = {
    "RPJMD": rpjmd,
    "Renstra": renstra,
    "Tujuan": tujuan,
    "IndikatorTujuan": indikator_tujuan,
    "TargetTujuan": target_tujuan,
    "Sasaran": sasaran,
    "Indikator": indikator,
    "TargetRenstra": target_renstra,
}
