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
    AnggaranResult,
    Capaian,
    Efisiensi,
    IndikatorResult,
    PartialSerapan,
    PembandingResult,
    Perubahan,
    Rerata,
    Results,
    SasaranResult,
    Serapan,
    SerapanLine,
    TriwulanResult,
)
from sakip.capaian.rounding import Angka
from sakip.capaian.rumus import Rumus, rumus_definition

_QUOTIENT: Final = Context(prec=34, rounding=ROUND_HALF_EVEN)  # the digits of IEEE 754 decimal128


def results_to_json(results: Results) -> str:
    """JSON text of :func:`results_to_dict`; equal answers give identical text."""
    return json.dumps(results_to_dict(results), ensure_ascii=False, indent=1)


def results_to_dict(results: Results) -> dict[str, object]:
    """Everything computed, as dicts, lists, strings, integers, booleans and None only."""
    kebijakan = results.kebijakan
    return {
        "kecamatan": results.kecamatan,
        "tahun": results.tahun,
        "versi_mesin": results.versi_mesin,
        "kebijakan": {
            "tahun": kebijakan.tahun,
            "skala": kebijakan.skala.kode,
            "nama_skala": kebijakan.skala.nama,
            "batas_atas": plain_number(kebijakan.batas_atas),
            "batas_bawah": plain_number(kebijakan.batas_bawah),
            "desimal": kebijakan.desimal,
            "dasar": kebijakan.dasar,
        },
        "sasaran": [_sasaran(s) for s in results.sasaran],
        "tujuan": [{"uraian": t.uraian, **_rerata(t.rerata)} for t in results.tujuan],
        **_rerata(results.rerata),
        "hitungan": [
            {
                "kategori": None if h.kategori is None else h.kategori.kode,
                "label": h.label,
                "jumlah": h.jumlah,
                "porsi": _unchanged(h.porsi),
            }
            for h in results.hitungan
        ],
        "anggaran": _anggaran(results.anggaran),
        "di_luar_pk": [_indikator(i) for i in results.di_luar_pk],
        "indikator_tujuan": [
            {"kunci": t.kunci, "uraian": t.uraian, "indikator": [_indikator(i) for i in t.indikator]}
            for t in results.indikator_tujuan
        ],
    }


def plain_number(nilai: Angka | None) -> str | None:
    """An entered or unrounded value, without the zeros that only its storage added: 100.00 → "100".

    A quotient that never ends is written with :data:`_QUOTIENT`'s digits.
    """
    if nilai is None:
        return None
    if isinstance(nilai, Fraction):
        nilai = _QUOTIENT.divide(Decimal(nilai.numerator), Decimal(nilai.denominator))
    if not nilai:
        return "0"
    text = f"{nilai:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unchanged(nilai: Decimal | None) -> str | None:
    """A shown value, with the decimals it is shown with: "95.00"."""
    return None if nilai is None else f"{nilai:f}"


def _kategori(kategori: Kategori | None) -> dict[str, object]:
    return {
        "kategori": None if kategori is None else kategori.kode,
        "label": None if kategori is None else kategori.label,
    }


def _rerata(rerata: Rerata) -> dict[str, object]:
    return {
        "rata_rata": _unchanged(rerata.nilai),
        **_kategori(rerata.kategori),
        "terhitung": rerata.terhitung,
        "jumlah_indikator": rerata.jumlah,
        "langkah": rerata.langkah or None,
        "alasan": rerata.alasan or None,
    }


def _sasaran(sasaran: SasaranResult) -> dict[str, object]:
    return {
        "kunci": sasaran.kunci,
        "uraian": sasaran.uraian,
        "tujuan": sasaran.tujuan,
        **_rerata(sasaran.rerata),
        "indikator": [_indikator(i) for i in sasaran.indikator],
        "program": list(sasaran.program),
        "anggaran": {**_serapan(sasaran.anggaran), "proporsi": _unchanged(sasaran.proporsi)},
        "efisiensi": _efisiensi(sasaran.efisiensi),
    }


def _indikator(indikator: IndikatorResult) -> dict[str, object]:
    capaian = indikator.capaian
    return {
        "kunci": indikator.kunci,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "rumus": capaian.rumus.value,
        **_target(capaian.target, capaian.rumus),
        "target_cetak": indikator.target_cetak,
        "target_dari": indikator.asal.value,
        "target_lain": [
            {
                "dokumen": o.dokumen,
                "target_cetak": o.cetak,
                "letak": o.letak.value,
                "capaian": _unchanged(o.capaian.nilai),
            }
            for o in indikator.target_lain
        ],
        "realisasi": _nilai(indikator.realisasi, capaian.rumus),
        "realisasi_cetak": indikator.realisasi_cetak,
        **_capaian(capaian),
        "realisasi_lalu": {str(p.tahun): _nilai(p.realisasi, capaian.rumus) for p in indikator.perubahan},
        "perubahan": [_perubahan(p) for p in indikator.perubahan],
        "dasar_perbandingan": indikator.dasar.value if indikator.dasar else None,
        "kemajuan_renstra": _unchanged(indikator.kemajuan.nilai),
        "kemajuan": {
            "tahun": indikator.tahun_akhir,
            "target_cetak": indikator.target_akhir_cetak,
            "keadaan": indikator.kemajuan.keadaan.value,
            "langkah": indikator.kemajuan.langkah or None,
            "alasan": indikator.kemajuan.alasan or None,
        },
        "pembanding": [_pembanding(p) for p in indikator.pembanding],
        **({"triwulan": [_triwulan(t) for t in indikator.triwulan]} if indikator.triwulan else {}),
    }


def _triwulan(one: TriwulanResult) -> dict[str, object]:
    return {
        "triwulan": one.triwulan,
        "target_cetak": one.target_cetak,
        "realisasi_cetak": one.realisasi_cetak,
        **_capaian(one.capaian),
    }


def _capaian(capaian: Capaian) -> dict[str, object]:
    return {
        "keadaan": capaian.keadaan.value,
        "capaian_mentah": plain_number(capaian.mentah),
        "capaian": _unchanged(capaian.nilai),
        "batas": capaian.batas or None,
        **_kategori(capaian.kategori),
        "langkah": capaian.langkah or None,
        "alasan": capaian.alasan or None,
    }


def _measured(angka: Angka | None, huruf: str, rumus: Rumus) -> str | None:
    """The letter or the number, whichever the rumus measures first when a record has both."""
    text, huruf = plain_number(angka), huruf.strip()
    return (huruf or text) if rumus_definition(rumus).berperingkat else (text or huruf or None)


def _target(target: Target | None, rumus: Rumus) -> dict[str, object]:
    """``target`` is the number or the letter that was measured; a range has its two ends instead."""
    return {
        "target": _measured(target.angka, target.huruf, rumus) if target else None,
        "target_bawah": plain_number(target.bawah) if target else None,
        "target_atas": plain_number(target.atas) if target else None,
    }


def _nilai(nilai: Nilai | None, rumus: Rumus) -> str | None:
    if nilai is None or nilai.keadaan is not KeadaanNilai.TERISI:
        return None
    return _measured(nilai.angka, nilai.huruf, rumus)


def _perubahan(perubahan: Perubahan) -> dict[str, object]:
    return {
        "tahun": perubahan.tahun,
        "target_cetak": perubahan.target_cetak,
        "target_dari": perubahan.asal.value,
        "realisasi_cetak": perubahan.realisasi_cetak,
        "keadaan": perubahan.keadaan.value,
        "capaian": _unchanged(perubahan.capaian.nilai),
        "keadaan_capaian": perubahan.capaian.keadaan.value,
        "alasan_capaian": perubahan.capaian.alasan or None,
        "capaian_renstra": _unchanged(perubahan.terhadap_renstra.nilai)
        if perubahan.terhadap_renstra
        else None,
        "selisih_realisasi": plain_number(perubahan.selisih_realisasi),
        "satuan": perubahan.satuan or None,
        "selisih_capaian": _unchanged(perubahan.selisih_capaian),
        "arah": perubahan.arah.value,
        "alasan": perubahan.alasan or None,
    }


def _pembanding(pembanding: PembandingResult) -> dict[str, object]:
    return {
        "lingkup": pembanding.lingkup.value,
        "tahun": pembanding.tahun,
        "cetak": pembanding.cetak,
        "sumber": pembanding.sumber,
        "selisih": plain_number(pembanding.selisih),
        "satuan": pembanding.satuan or None,
        "arah": pembanding.arah.value,
        "alasan": pembanding.alasan or None,
    }


def _efisiensi(efisiensi: Efisiensi) -> dict[str, object]:
    return {
        "capaian": _unchanged(efisiensi.capaian),
        "serapan": _unchanged(efisiensi.serapan),
        "selisih": _unchanged(efisiensi.selisih),
        "efisien": efisiensi.efisien,
        "alasan": efisiensi.alasan or None,
    }


def _serapan(serapan: Serapan) -> dict[str, object]:
    return {
        "pagu": plain_number(serapan.pagu),
        "realisasi": plain_number(serapan.realisasi),
        "serapan": _unchanged(serapan.nilai),
        "keadaan": serapan.keadaan.value,
        "alasan": serapan.alasan or None,
        **({"sebagian": _partial(serapan.sebagian)} if serapan.sebagian else {}),
    }


def _partial(partial: PartialSerapan) -> dict[str, object]:
    return {
        "pagu": plain_number(partial.pagu),
        "realisasi": plain_number(partial.realisasi),
        "serapan": _unchanged(partial.nilai),
        "baris": partial.baris,
        "dari": partial.dari,
    }


def _rows(row: SerapanLine) -> dict[str, object]:
    return {
        "tingkat": row.tingkat,
        "kode": row.kode,
        "nama": row.nama,
        "rinci": row.rinci,
        **_serapan(row.serapan),
        "proporsi": _unchanged(row.proporsi),
        "anak": [_rows(a) for a in row.anak],
    }


def _anggaran(anggaran: AnggaranResult) -> dict[str, object]:
    return {
        **_serapan(anggaran.total),
        "program": [_rows(b) for b in anggaran.program],
        "lalu": [
            {"tahun": t.tahun, **_serapan(t.serapan), "selisih": _unchanged(t.selisih)} for t in anggaran.lalu
        ],
    }
