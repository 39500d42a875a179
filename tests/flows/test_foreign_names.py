"""Names of other places do not stray into a document, as they do when last year's report of a neighbour is copied."""

from __future__ import annotations

import json
import re
from html import unescape

from tests.flows.printed import ROOT, Template

#: Where another kecamatan may be named: as a neighbour in the profile, or as a street of the office's address.
ALLOWED = {
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
FOREIGN_DESA = {"Andongsari", "Camaru", "Karanganyar", "Pontang", "Sabrang", "Sumberejo", "Tegalsari"}


def wilayah() -> dict[str, str]:
    """Name → code of every kecamatan of the kabupaten."""
    content = json.loads((ROOT / "fixtures/referensi/wilayah.json").read_text(encoding="utf-8"))
    return {k["nama"]: k["kode"] for k in content["kecamatan"]}


def all_text(template: Template) -> str:
    """Everything that is printed, read out or said in a tooltip."""
    alt = " ".join(e.alt for e in template.pdf.root.everything("Figure"))
    head = " ".join(h.artefact for h in template.pdf.pages)
    attribute = " ".join(re.findall(r'(?:alt|title|aria-label)="([^"]*)"', template.edition.html))
    return " ".join([template.text, template.html.text, alt, head, unescape(attribute)])


def test_no_other_kecamatan_is_named(template: Template) -> None:
    text = all_text(template)
    for allowed in ALLOWED[template.contoh.nama]:
        assert allowed in text, "izin yang tidak dipakai"
        text = text.replace(allowed, "")
    foreign = (set(wilayah()) | FOREIGN_DESA) - {template.contoh.kecamatan}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(foreign))})\b", re.IGNORECASE)
    assert not [text[max(0, m.start() - 40) : m.end() + 40] for m in pattern.finditer(text)]


def test_every_code_is_that_of_the_kecamatan(template: Template) -> None:
    assert wilayah()[template.contoh.kecamatan] == template.contoh.kode
    assert set(re.findall(r"\b35\.09\.\d\d\b", all_text(template))) == {template.contoh.kode}


def test_the_kecamatan_is_not_taken_for_a_kabupaten_nor_its_report_for_another_year(
    template: Template,
) -> None:
    text = all_text(template)
    assert "Kabupaten Jember" in text
    assert not re.search(rf"\bKabupaten {template.contoh.kecamatan}\b", text, re.IGNORECASE)
    titles = re.findall(r"\b(?:LKIP|Laporan Kinerja|LAPORAN KINERJA)\b[^.]{0,80}?\b(?i:tahun) (\d{4})", text)
    assert set(titles) <= {str(template.contoh.tahun)}
