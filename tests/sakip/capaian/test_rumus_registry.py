"""The registry owns its rumus: nobody else knows one by its name, and everybody speaks in its words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sakip.capaian
from reports.prose.sentences import kalimat_realisasi, posisi_target
from sakip.capaian.engine import compute
from sakip.capaian.rumus import (
    DAFTAR_RUMUS,
    Posisi,
    Rumus,
    pilihan_rumus,
    rumus_bawaan,
    rumus_untuk,
    say_rumus,
)
from sakip.capaian.values import JenisNilai
from sakip.models import Indikator
from tests.sakip.capaian.example_inputs import angka, indikator, masukan, sasaran, target

AKAR = Path(sakip.capaian.__file__).parents[2]
REGISTER = AKAR / "sakip/capaian/rumus.py"


def _berkas() -> Iterator[Path]:
    for ruang in ("sakip", "reports", "kecamatan"):
        yield from (b for b in (AKAR / ruang).rglob("*.py") if "migrations" not in b.parts and b != REGISTER)
    for ruang in ("templates", "static"):
        yield from (b for b in (AKAR / ruang).rglob("*") if b.suffix in {".html", ".js"})


def test_no_file_but_the_registry_names_a_rumus() -> None:
    anggota = re.compile(r"\bRumus\.[A-Z]")
    # "predikat" and "rentang" are words of their own as well: a kind of value, a column, a live value.
    kode = re.compile(r"""(["'])(positif|negatif|negatif-bagi)\1""")
    pelanggar = [
        f"{b.relative_to(AKAR)}: {baris.strip()}"
        for b in _berkas()
        for baris in b.read_text(encoding="utf-8").splitlines()
        if (anggota.search(baris) or kode.search(baris)) and "code=" not in baris
    ]
    assert pelanggar == []


def test_readme_has_a_row_for_every_rumus() -> None:
    readme = Path(sakip.capaian.__file__).with_name("README.md").read_text(encoding="utf-8")
    bagian = readme.split("## Rumus\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", bagian, re.MULTILINE) == [k.value for k in DAFTAR_RUMUS]


def test_every_kind_of_value_has_a_usual_rumus() -> None:
    assert [rumus_bawaan(j).value for j in JenisNilai] == ["positif", "predikat", "rentang"]
    assert {d.kode for j in JenisNilai for d in rumus_untuk(j)} == set(Rumus)
    assert say_rumus("huruf") == '"Huruf pada skala"'


def test_the_model_offers_what_is_registered() -> None:
    kolom = Indikator._meta.get_field("rumus")
    assert tuple(kolom.choices or ()) == pilihan_rumus()
    assert all(len(kode) <= (kolom.max_length or 0) for kode in Rumus)


def test_sentences_use_the_words_of_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    asli = DAFTAR_RUMUS[Rumus.NEGATIF_BAGI]
    lain = replace(asli, posisi=Posisi("unggul", "imbang", "tertinggal"), pengingat="yang kecil yang dicari")
    monkeypatch.setitem(DAFTAR_RUMUS, Rumus.NEGATIF_BAGI, lain)
    for r, kata in (("200", "unggul"), ("235", "imbang"), ("422", "tertinggal")):
        isi = indikator(target(235), angka(r), rumus=Rumus.NEGATIF_BAGI, satuan="orang")
        hasil = compute(masukan(sasaran(isi))).sasaran[0].indikator[0]
        assert posisi_target(hasil.capaian) == kata
        kalimat = kalimat_realisasi(hasil, 2023)
        assert kata in kalimat
        assert "Karena yang kecil yang dicari, target indikator ini" in kalimat
