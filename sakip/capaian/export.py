"""The answer as plain data: the shape of ``manage.py capaian --format json``.

Numbers are strings with a decimal point, so that no reader turns them into floats. What is not known is null,
with ``keadaan`` and ``alasan`` beside it.
"""

from __future__ import annotations

import json
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from sakip.capaian.inputs import Kategori, KeadaanNilai, Nilai, Target
from sakip.capaian.results import (
    BarisSerapan,
    Capaian,
    Efisiensi,
    Hasil,
    HasilAnggaran,
    HasilIndikator,
    HasilPembanding,
    HasilSasaran,
    Perubahan,
    Rerata,
    Serapan,
    SerapanSebagian,
)
from sakip.capaian.rounding import Angka
from sakip.capaian.rumus import Rumus, definisi_rumus

_HASIL_BAGI: Final = Context(prec=34, rounding=ROUND_HALF_EVEN)  # the digits of IEEE 754 decimal128


def hasil_to_json(hasil: Hasil) -> str:
    """JSON text of :func:`hasil_to_dict`; equal answers give identical text."""
    return json.dumps(hasil_to_dict(hasil), ensure_ascii=False, indent=1)


def hasil_to_dict(hasil: Hasil) -> dict[str, object]:
    """Everything computed, as dicts, lists, strings, integers, booleans and None only."""
    kebijakan = hasil.kebijakan
    return {
        "kecamatan": hasil.kecamatan,
        "tahun": hasil.tahun,
        "versi_mesin": hasil.versi_mesin,
        "kebijakan": {
            "tahun": kebijakan.tahun,
            "skala": kebijakan.skala.kode,
            "nama_skala": kebijakan.skala.nama,
            "batas_atas": _polos(kebijakan.batas_atas),
            "batas_bawah": _polos(kebijakan.batas_bawah),
            "desimal": kebijakan.desimal,
            "dasar": kebijakan.dasar,
        },
        "sasaran": [_sasaran(s) for s in hasil.sasaran],
        "tujuan": [{"uraian": t.uraian, **_rerata(t.rerata)} for t in hasil.tujuan],
        **_rerata(hasil.rerata),
        "hitungan": [
            {
                "kategori": None if h.kategori is None else h.kategori.kode,
                "label": h.label,
                "jumlah": h.jumlah,
                "porsi": _tetap(h.porsi),
            }
            for h in hasil.hitungan
        ],
        "anggaran": _anggaran(hasil.anggaran),
    }


def _polos(nilai: Angka | None) -> str | None:
    """An entered or unrounded value, without the zeros that only its storage added: 100.00 → "100".

    A quotient that never ends is written with :data:`_HASIL_BAGI`'s digits.
    """
    if nilai is None:
        return None
    if isinstance(nilai, Fraction):
        nilai = _HASIL_BAGI.divide(Decimal(nilai.numerator), Decimal(nilai.denominator))
    if not nilai:
        return "0"
    teks = f"{nilai:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def _tetap(nilai: Decimal | None) -> str | None:
    """A shown value, with the decimals it is shown with: "95.00"."""
    return None if nilai is None else f"{nilai:f}"


def _kategori(kategori: Kategori | None) -> dict[str, object]:
    return {
        "kategori": None if kategori is None else kategori.kode,
        "label": None if kategori is None else kategori.label,
    }


def _rerata(rerata: Rerata) -> dict[str, object]:
    return {
        "rata_rata": _tetap(rerata.nilai),
        **_kategori(rerata.kategori),
        "terhitung": rerata.terhitung,
        "jumlah_indikator": rerata.jumlah,
        "langkah": rerata.langkah or None,
        "alasan": rerata.alasan or None,
    }


def _sasaran(sasaran: HasilSasaran) -> dict[str, object]:
    return {
        "kunci": sasaran.kunci,
        "uraian": sasaran.uraian,
        "tujuan": sasaran.tujuan,
        **_rerata(sasaran.rerata),
        "indikator": [_indikator(i) for i in sasaran.indikator],
        "program": list(sasaran.program),
        "anggaran": {**_serapan(sasaran.anggaran), "proporsi": _tetap(sasaran.proporsi)},
        "efisiensi": _efisiensi(sasaran.efisiensi),
    }


def _indikator(indikator: HasilIndikator) -> dict[str, object]:
    capaian = indikator.capaian
    return {
        "kunci": indikator.kunci,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "rumus": capaian.rumus.value,
        **_target(capaian.target, capaian.rumus),
        "target_cetak": indikator.target_cetak,
        "realisasi": _nilai(indikator.realisasi, capaian.rumus),
        "realisasi_cetak": indikator.realisasi_cetak,
        **_capaian(capaian),
        "realisasi_lalu": {str(p.tahun): _nilai(p.realisasi, capaian.rumus) for p in indikator.perubahan},
        "perubahan": [_perubahan(p) for p in indikator.perubahan],
        "kemajuan_renstra": _tetap(indikator.kemajuan.nilai),
        "kemajuan": {
            "tahun": indikator.tahun_akhir,
            "target_cetak": indikator.target_akhir_cetak,
            "keadaan": indikator.kemajuan.keadaan.value,
            "langkah": indikator.kemajuan.langkah or None,
            "alasan": indikator.kemajuan.alasan or None,
        },
        "pembanding": [_pembanding(p) for p in indikator.pembanding],
    }


def _capaian(capaian: Capaian) -> dict[str, object]:
    return {
        "keadaan": capaian.keadaan.value,
        "capaian_mentah": _polos(capaian.mentah),
        "capaian": _tetap(capaian.nilai),
        "batas": capaian.batas or None,
        **_kategori(capaian.kategori),
        "langkah": capaian.langkah or None,
        "alasan": capaian.alasan or None,
    }


def _terukur(angka: Angka | None, huruf: str, rumus: Rumus) -> str | None:
    """The letter or the number, whichever the rumus measures first when a record has both."""
    teks, huruf = _polos(angka), huruf.strip()
    return (huruf or teks) if definisi_rumus(rumus).berperingkat else (teks or huruf or None)


def _target(target: Target | None, rumus: Rumus) -> dict[str, object]:
    """``target`` is the number or the letter that was measured; a range has its two ends instead."""
    return {
        "target": _terukur(target.angka, target.huruf, rumus) if target else None,
        "target_bawah": _polos(target.bawah) if target else None,
        "target_atas": _polos(target.atas) if target else None,
    }


def _nilai(nilai: Nilai | None, rumus: Rumus) -> str | None:
    if nilai is None or nilai.keadaan is not KeadaanNilai.TERISI:
        return None
    return _terukur(nilai.angka, nilai.huruf, rumus)


def _perubahan(perubahan: Perubahan) -> dict[str, object]:
    return {
        "tahun": perubahan.tahun,
        "target_cetak": perubahan.target_cetak,
        "realisasi_cetak": perubahan.realisasi_cetak,
        "keadaan": perubahan.keadaan.value,
        "capaian": _tetap(perubahan.capaian.nilai),
        "keadaan_capaian": perubahan.capaian.keadaan.value,
        "alasan_capaian": perubahan.capaian.alasan or None,
        "selisih_realisasi": _polos(perubahan.selisih_realisasi),
        "satuan": perubahan.satuan or None,
        "selisih_capaian": _tetap(perubahan.selisih_capaian),
        "arah": perubahan.arah.value,
        "alasan": perubahan.alasan or None,
    }


def _pembanding(pembanding: HasilPembanding) -> dict[str, object]:
    return {
        "lingkup": pembanding.lingkup.value,
        "tahun": pembanding.tahun,
        "cetak": pembanding.cetak,
        "sumber": pembanding.sumber,
        "selisih": _polos(pembanding.selisih),
        "satuan": pembanding.satuan or None,
        "arah": pembanding.arah.value,
        "alasan": pembanding.alasan or None,
    }


def _efisiensi(efisiensi: Efisiensi) -> dict[str, object]:
    return {
        "capaian": _tetap(efisiensi.capaian),
        "serapan": _tetap(efisiensi.serapan),
        "selisih": _tetap(efisiensi.selisih),
        "efisien": efisiensi.efisien,
        "alasan": efisiensi.alasan or None,
    }


def _serapan(serapan: Serapan) -> dict[str, object]:
    return {
        "pagu": _polos(serapan.pagu),
        "realisasi": _polos(serapan.realisasi),
        "serapan": _tetap(serapan.nilai),
        "keadaan": serapan.keadaan.value,
        "alasan": serapan.alasan or None,
        **({"sebagian": _sebagian(serapan.sebagian)} if serapan.sebagian else {}),
    }


def _sebagian(sebagian: SerapanSebagian) -> dict[str, object]:
    return {
        "pagu": _polos(sebagian.pagu),
        "realisasi": _polos(sebagian.realisasi),
        "serapan": _tetap(sebagian.nilai),
        "baris": sebagian.baris,
        "dari": sebagian.dari,
    }


def _baris(baris: BarisSerapan) -> dict[str, object]:
    return {
        "tingkat": baris.tingkat,
        "kode": baris.kode,
        "nama": baris.nama,
        "rinci": baris.rinci,
        **_serapan(baris.serapan),
        "proporsi": _tetap(baris.proporsi),
        "anak": [_baris(a) for a in baris.anak],
    }


def _anggaran(anggaran: HasilAnggaran) -> dict[str, object]:
    return {
        **_serapan(anggaran.total),
        "program": [_baris(b) for b in anggaran.program],
        "lalu": [
            {"tahun": t.tahun, **_serapan(t.serapan), "selisih": _tetap(t.selisih)} for t in anggaran.lalu
        ],
    }
