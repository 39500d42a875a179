"""What people write for the LKIP."""

from __future__ import annotations

from collections.abc import Mapping

from sakip.entry.values import Choice, Key, YesNo
from sakip.exchange.lembar.dasar import Kolom, Lembar
from sakip.exchange.lembar.kolom import TEKS


def lembar_narasi(bagian: Mapping[str, str]) -> Lembar:
    """The sheet; ``bagian`` are the places of narrative, code to words."""
    return Lembar(
        nama="Narasi",
        isi="Teks yang ditulis untuk LKIP",
        model=("reports.narasi",),
        kolom=(
            Kolom(
                kunci="bagian",
                judul="Bagian",
                jenis=Choice(choices=tuple(bagian.items())),
                arti="bagian laporan",
                lebar=38,
            ),
            Kolom(
                kunci="kunci",
                judul="Kunci sasaran atau indikator",
                jenis=Key(),
                petunjuk="Hanya untuk bagian yang ditulis per sasaran atau per indikator.",
                lebar=18,
                acuan="SasaranIndikator",
            ),
            Kolom(
                kunci="isi",
                judul="Isi",
                jenis=TEKS,
                petunjuk='Satu paragraf per baris (Alt+Enter); butir diawali "- " atau "1. ".',
                arti="teks narasi, atau hapus barisnya",
                lebar=110,
            ),
            Kolom(
                kunci="lanjutan",
                judul="Lanjutan",
                jenis=YesNo(),
                petunjuk="Ya bila menyambung baris di atasnya (teks sangat panjang).",
                lebar=10,
            ),
            Kolom(
                kunci="ditinjau",
                judul="Sudah ditinjau",
                jenis=YesNo(),
                petunjuk="Tidak untuk teks salinan yang belum dibaca ulang; kosong berarti Ya.",
                lebar=12,
            ),
        ),
    )
