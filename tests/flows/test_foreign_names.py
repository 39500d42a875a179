"""Names of other places do not stray into a document, as they do when last year's report of a neighbour is copied."""

from __future__ import annotations

import json
import re
from html import unescape

from tests.flows.printed import AKAR, Cetakan

#: Where another kecamatan may be named: as a neighbour in the profile, or as a street of the office's address.
BOLEH = {
    "umbulsari-2021": (),
    "balung-2020": ("Jalan Rambipuji", "Jl. Rambipuji"),
    "jombang-2023": (
        "di sebelah utara dengan Kecamatan Sumberbaru",
        "di sebelah timur dengan Kecamatan Umbulsari",
        "di sebelah selatan dengan Kecamatan Kencong",
    ),
    "jelbuk-2024": (),
}

#: Places that the seed documents took over from others: desa of Ambulu, and a kecamatan that does not exist.
DESA_ASING = {"Andongsari", "Camaru", "Karanganyar", "Pontang", "Sabrang", "Sumberejo", "Tegalsari"}


def wilayah() -> dict[str, str]:
    """Name → code of every kecamatan of the kabupaten."""
    isi = json.loads((AKAR / "fixtures/referensi/wilayah.json").read_text(encoding="utf-8"))
    return {k["nama"]: k["kode"] for k in isi["kecamatan"]}


def semua_teks(cetakan: Cetakan) -> str:
    """Everything that is printed, read out or said in a tooltip."""
    alt = " ".join(e.alt for e in cetakan.pdf.akar.semua("Figure"))
    kepala = " ".join(h.artefak for h in cetakan.pdf.halaman)
    atribut = " ".join(re.findall(r'(?:alt|title|aria-label)="([^"]*)"', cetakan.terbitan.html))
    return " ".join([cetakan.teks, cetakan.html.teks, alt, kepala, unescape(atribut)])


def test_no_other_kecamatan_is_named(cetakan: Cetakan) -> None:
    teks = semua_teks(cetakan)
    for boleh in BOLEH[cetakan.contoh.nama]:
        assert boleh in teks, "izin yang tidak dipakai"
        teks = teks.replace(boleh, "")
    asing = (set(wilayah()) | DESA_ASING) - {cetakan.contoh.kecamatan}
    pola = re.compile(rf"\b(?:{'|'.join(sorted(asing))})\b", re.IGNORECASE)
    assert not [teks[max(0, m.start() - 40) : m.end() + 40] for m in pola.finditer(teks)]


def test_every_code_is_that_of_the_kecamatan(cetakan: Cetakan) -> None:
    assert wilayah()[cetakan.contoh.kecamatan] == cetakan.contoh.kode
    assert set(re.findall(r"\b35\.09\.\d\d\b", semua_teks(cetakan))) == {cetakan.contoh.kode}


def test_the_kecamatan_is_not_taken_for_a_kabupaten_nor_its_report_for_another_year(cetakan: Cetakan) -> None:
    teks = semua_teks(cetakan)
    assert "Kabupaten Jember" in teks
    assert not re.search(rf"\bKabupaten {cetakan.contoh.kecamatan}\b", teks, re.IGNORECASE)
    judul = re.findall(r"\b(?:LKIP|Laporan Kinerja|LAPORAN KINERJA)\b[^.]{0,80}?\b(?i:tahun) (\d{4})", teks)
    assert set(judul) <= {str(cetakan.contoh.tahun)}
