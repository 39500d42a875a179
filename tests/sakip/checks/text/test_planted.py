"""A small part of what the benchmark plants: sentences of real reports, right and wrong (bench/planted.py)."""

from __future__ import annotations

import random

import pytest

from bench._planted_world import World, world_of
from bench.planted import Planted, found_in, hits, planted
from sakip.checks.material import Area, Surroundings
from sakip.snapshot.parts.source import PeraturanReference
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import SCALES

ERRORS, CLEAN = 30, 60


@pytest.fixture(scope="module")
def jombang() -> World:
    """Jombang 2023 between two neighbours, with the regulation that every report cites."""
    regulation = PeraturanReference(
        pk=1,
        kode="permenpanrb-53-2014",
        sebutan="Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
        "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja",
        berlaku_mulai=None,
        berlaku_sampai=None,
        dicabut_oleh="",
    )
    neighbours = (Area(kode="35.09.22", nama="Arjasa"), Area(kode="35.09.24", nama="Sukowono"))
    around = Surroundings(neighbours=neighbours, peraturan=(regulation,), scales=SCALES)
    return world_of("Jombang", naskah_jombang(), around)


@pytest.fixture(scope="module")
def sentences(jombang: World) -> list[Planted]:
    """All of them, always the same."""
    choose = random.Random(11)  # noqa: S311
    return [*planted(jombang, choose), *planted(jombang, choose, "planted_clean.txt")]


def test_planted_errors_are_found(jombang: World, sentences: list[Planted]) -> None:
    wrong = random.Random(3).sample([s for s in sentences if s.field], ERRORS)  # noqa: S311
    found = found_in(jombang, wrong)
    assert [one.text for one, said in zip(wrong, found, strict=True) if not hits(one, said)] == []


def test_clean_sentences_stay_silent(jombang: World, sentences: list[Planted]) -> None:
    right = random.Random(3).sample([s for s in sentences if not s.field], CLEAN)  # noqa: S311
    found = found_in(jombang, right)
    assert [(one.text, said) for one, said in zip(right, found, strict=True) if said] == []
