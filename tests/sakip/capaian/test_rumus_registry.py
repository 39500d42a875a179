"""The registry owns its rumus: nobody else knows one by its name, and everybody speaks in its words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sakip.capaian
from reports.prose.sentences import open_question_sentence, target_position
from sakip.capaian.engine import compute
from sakip.capaian.rumus import (
    RUMUS_LIST,
    Posisi,
    Rumus,
    rumus_bawaan,
    rumus_choices,
    rumus_for,
    say_rumus,
)
from sakip.capaian.values import JenisNilai
from sakip.models import Indikator
from tests.sakip.capaian.example_inputs import angka, indikator, inputs, sasaran, target

ROOT = Path(sakip.capaian.__file__).parents[2]
REGISTER = ROOT / "sakip/capaian/rumus.py"


def _files() -> Iterator[Path]:
    for space in ("sakip", "reports", "kecamatan"):
        yield from (b for b in (ROOT / space).rglob("*.py") if "migrations" not in b.parts and b != REGISTER)
    for space in ("templates", "static"):
        yield from (b for b in (ROOT / space).rglob("*") if b.suffix in {".html", ".js"})


def test_no_file_but_the_registry_names_a_rumus() -> None:
    member = re.compile(r"\bRumus\.[A-Z]")
    # "predikat" and "rentang" are words of their own as well: a kind of value, a column, a live value.
    kode = re.compile(r"""(["'])(positif|negatif|negatif-bagi)\1""")
    offenders = [
        f"{b.relative_to(ROOT)}: {row.strip()}"
        for b in _files()
        for row in b.read_text(encoding="utf-8").splitlines()
        if (member.search(row) or kode.search(row)) and "code=" not in row
    ]
    assert offenders == []


def test_readme_has_a_row_for_every_rumus() -> None:
    readme = Path(sakip.capaian.__file__).with_name("README.md").read_text(encoding="utf-8")
    part = readme.split("## Rumus\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", part, re.MULTILINE) == [k.value for k in RUMUS_LIST]


def test_every_kind_of_value_has_a_usual_rumus() -> None:
    assert [rumus_bawaan(j).value for j in JenisNilai] == ["positif", "predikat", "rentang"]
    assert {d.kode for j in JenisNilai for d in rumus_for(j)} == set(Rumus)
    assert say_rumus("huruf") == '"Huruf pada skala"'


def test_the_model_offers_what_is_registered() -> None:
    column = Indikator._meta.get_field("rumus")
    assert tuple(column.choices or ()) == rumus_choices()
    assert all(len(kode) <= (column.max_length or 0) for kode in Rumus)


def test_sentences_use_the_words_of_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    original = RUMUS_LIST[Rumus.NEGATIF_BAGI]
    other = replace(
        original, posisi=Posisi("unggul", "imbang", "tertinggal"), pengingat="yang kecil yang dicari"
    )
    monkeypatch.setitem(RUMUS_LIST, Rumus.NEGATIF_BAGI, other)
    for r, word in (("200", "unggul"), ("235", "imbang"), ("422", "tertinggal")):
        content = indikator(target(235), angka(r), rumus=Rumus.NEGATIF_BAGI, satuan="orang")
        result = compute(inputs(sasaran(content))).sasaran[0].indikator[0]
        assert target_position(result.capaian) == word
        sentence = open_question_sentence(result, 2023, single=True)
        assert "Karena yang kecil yang dicari, target indikator ini" in sentence
