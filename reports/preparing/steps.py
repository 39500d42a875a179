"""The steps by which Bagian Organisasi prepares a year for its kecamatan, each with the rule that says how far it is.

A step is done by what is recorded, never because somebody ticked it: a page that says *selesai* and a record that is
missing cannot stand side by side. What a kecamatan can do without is *tidak wajib* while it is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.urls import reverse

from kecamatan.areas import own_words
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kabupaten, Kecamatan
from reports.preparing.facts import Facts, read_facts


class StepState(StrEnum):
    """The states, as they are read."""

    DONE = "selesai"
    OPEN = "belum"
    OPTIONAL = "tidak wajib"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step as it stands: what is there or missing in a sentence, and the page on which it is done; empty where
    another step comes first."""

    code: str
    title: str
    state: StepState
    says: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """All steps of a kabupaten and year."""

    kabupaten: Kabupaten
    tahun: int
    steps: tuple[Step, ...]

    @property
    def previous(self) -> int:
        """The year before, or this one where there is none."""
        return max(self.tahun - 1, YEAR_FIRST)

    @property
    def next(self) -> int:
        """The year after, or this one where there is none."""
        return min(self.tahun + 1, YEAR_LAST)

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(step.state is StepState.DONE for step in self.steps)

    @property
    def left(self) -> list[Step]:
        """Those without which a kecamatan cannot begin."""
        return [step for step in self.steps if step.state is StepState.OPEN]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule finds: whether it is there, in words, and where it is done."""

    done: bool
    says: str
    link: str
    typed: bool = False
    """Whether the words are of people, which no words of the place replace."""


Rule = Callable[[Facts], Outcome]


@dataclass(frozen=True, slots=True)
class _Registered:
    code: str
    title: str
    needed: bool
    rule: Rule


_STEPS: Final[list[_Registered]] = []


def step(code: str, title: str, *, needed: bool = True) -> Callable[[Rule], Rule]:
    """Register the rule of a step, in the order in which they are done."""

    def register(rule: Rule) -> Rule:
        _STEPS.append(_Registered(code, title, needed, rule))
        return rule

    return register


def preparation(kabupaten: Kabupaten, tahun: int) -> Preparation:
    """Every step of a kabupaten and year, from what is recorded (14 queries)."""
    return Preparation(kabupaten=kabupaten, tahun=tahun, steps=tuple(_steps(read_facts(kabupaten, tahun))))


def _steps(facts: Facts) -> Iterator[Step]:
    for one in _STEPS:
        found = one.rule(facts)
        missing = StepState.OPEN if one.needed else StepState.OPTIONAL
        own = facts.first or Kecamatan(kabupaten=facts.kabupaten)
        yield Step(
            code=one.code,
            title=own_words(one.title, own),
            state=StepState.DONE if found.done else missing,
            says=found.says if found.typed else own_words(found.says, own),
            link=found.link,
        )


def _settings(facts: Facts, part: str) -> str:
    """A part of the page of what holds for all kecamatan, which stands at the pages of any of them."""
    if facts.first is None:
        return ""
    return f"{reverse('isi', args=[facts.first.slug, facts.tahun, 'pengaturan'])}#{part}"


@step("sebutan", "Nama dan sebutan kabupaten", needed=False)
def names(facts: Facts) -> Outcome:
    """Its capital, and what it, its head, its desa and kelurahan are called."""
    one = facts.kabupaten
    said = f"Disebut {one.sebutan}, {one.sebutan_kepala_daerah}, {one.sebutan_desa}, dan {one.sebutan_kelurahan}."
    capital = "" if one.ibu_kota else " Ibu kotanya belum diisi."
    return Outcome(bool(one.ibu_kota), said + capital, reverse("kabupaten-ubah", args=[one.kode]), typed=True)


@step("kecamatan", "Kecamatan")
def kecamatan(facts: Facts) -> Outcome:
    """One at least: which are all of them nobody but Bagian Organisasi knows."""
    says = f"{facts.total} tercatat." if facts.total else "Belum ada. Tempel daftarnya dari Excel."
    return Outcome(facts.total > 0, says, reverse("kabupaten", args=[facts.kabupaten.kode]) + "#kecamatan")


@step("desa", "Desa dan kelurahan")
def desa(facts: Facts) -> Outcome:
    """Every kecamatan has one at least."""
    done = facts.total > 0 and not facts.without_desa
    says = "Semua kecamatan memilikinya." if done else f"Belum ada di {facts.without_desa} kecamatan."
    if not facts.total:
        return Outcome(False, _AFTER_KECAMATAN, "")
    return Outcome(done, says, reverse("wilayah-daftar", args=[facts.kabupaten.kode, "desa"]))


_AFTER_KECAMATAN: Final = "Sesudah kecamatannya ditambahkan."


@step("lambang", "Lambang kabupaten", needed=False)
def lambang(facts: Facts) -> Outcome:
    """The picture on the letterhead and cover; without it they are set without a gap."""
    there = bool(facts.kabupaten.lambang.name)
    return Outcome(there, "Sudah diunggah." if there else "Belum diunggah.", _settings(facts, "lambang"))


@step("bentuk-dokumen", "Bentuk dokumen dan kop", needed=False)
def page_setting(facts: Facts) -> Outcome:
    """Paper, margins and type; what holds without a setting is that of the official form."""
    says = "Sudah diatur." if facts.has_settings else "Belum diatur; dipakai kertas F4 dan bentuk bawaan."
    return Outcome(facts.has_settings, says, _settings(facts, "bentuk-dokumen"))


@step("skala", "Skala predikat")
def scales(facts: Facts) -> Outcome:
    """One is there to be chosen: installed, or the kabupaten's own."""
    says = f"{facts.scales} dapat dipilih." if facts.scales else "Belum ada yang dapat dipilih."
    if facts.kebijakan is not None:
        says = f"Dipakai tahun ini: {facts.kebijakan.skala}."
    page = reverse("skala", args=[facts.kabupaten.kode])
    return Outcome(facts.scales > 0, says, page, typed=facts.kebijakan is not None)


@step("kebijakan", "Kebijakan pengukuran")
def kebijakan(facts: Facts) -> Outcome:
    """How the year is measured; without it no capaian is known."""
    there = facts.kebijakan is not None
    says = "Sudah ditetapkan." if there else "Belum ditetapkan; capaian belum dapat dihitung."
    return Outcome(there, says if facts.first else _AFTER_KECAMATAN, _settings(facts, "kebijakan"))


@step("batas-waktu", "Batas waktu dokumen", needed=False)
def deadlines(facts: Facts) -> Outcome:
    """Of every document of the year; the LKIP is due at the end of February where none is set."""
    if facts.kebijakan is None:
        return Outcome(False, "Diisi bersama kebijakan pengukuran.", _settings(facts, "kebijakan"))
    days = [
        getattr(facts.kebijakan, column.name)
        for column in facts.kebijakan._meta.concrete_fields
        if column.name.startswith("batas_waktu_")
    ]
    there = sum(day is not None for day in days)
    return Outcome(there == len(days), f"{there} dari {len(days)} diisi.", _settings(facts, "kebijakan"))


@step("hari-libur", "Hari libur", needed=False)
def holidays(facts: Facts) -> Outcome:
    """Of the year; without them only Saturdays and Sundays are free in reminders."""
    says = "Sudah dicatat." if facts.has_holidays else "Belum dicatat; hanya Sabtu dan Minggu dihitung libur."
    return Outcome(facts.has_holidays, says, _settings(facts, "hari-libur"))


@step("peraturan", "Peraturan kabupaten")
def regulations(facts: Facts) -> Outcome:
    """One of its own that holds in the year: what sets up the kecamatan is cited in every LKIP."""
    there = facts.regulations > 0
    says = f"{facts.regulations} berlaku tahun ini." if there else "Belum ada yang berlaku tahun ini."
    return Outcome(there, says if facts.first else _AFTER_KECAMATAN, _settings(facts, "peraturan"))


@step("kepala-daerah", "Kepala daerah")
def kepala_daerah(facts: Facts) -> Outcome:
    """Somebody holds the office in the year: the second party of every PK."""
    there = bool(facts.kepala_daerah)
    says = f"{facts.kepala_daerah}." if there else "Belum dicatat siapa yang menjabat tahun ini."
    page = _settings(facts, "kepala-daerah")
    return Outcome(there, says if facts.first else _AFTER_KECAMATAN, page, typed=there)


@step("rpjmd", "RPJMD")
def rpjmd(facts: Facts) -> Outcome:
    """A period that includes the year: every Renstra refers to it."""
    says = f"Periode {facts.rpjmd}." if facts.rpjmd else "Belum dicatat periode yang memuat tahun ini."
    if facts.first is None:
        return Outcome(False, _AFTER_KECAMATAN, "")
    page = reverse("isi", args=[facts.first.slug, facts.tahun, "renstra"])
    return Outcome(bool(facts.rpjmd), says, f"{page}#rpjmd")


@step("nomenklatur", "Nomenklatur program dan kegiatan")
def nomenklatur(facts: Facts) -> Outcome:
    """The edition in which the budget of the year is written."""
    there = bool(facts.nomenklatur)
    says = f"{facts.nomenklatur}." if there else "Belum ada yang berlaku tahun ini. Minta admin memuatnya."
    if facts.first is None:
        return Outcome(there, says, "")
    page = reverse("nomenklatur", args=[facts.first.slug, facts.tahun])
    return Outcome(there, says, page, typed=there)


def _page(facts: Facts, code: str) -> str:
    """A page of its own of what holds for all kecamatan."""
    return "" if facts.first is None else reverse("isi", args=[facts.first.slug, facts.tahun, code])


@step("templat-iku", "Templat IKU", needed=False)
def iku_templates(facts: Facts) -> Outcome:
    """Indikator that Bagian Organisasi words once for all kecamatan; each may word its own."""
    there = facts.iku_templates > 0
    says = (
        f"{facts.iku_templates} berlaku tahun ini."
        if there
        else "Belum ada; setiap kecamatan menulis IKU-nya."
    )
    return Outcome(there, says, _page(facts, "templat-iku"))


@step("teks-baku", "Teks baku narasi", needed=False)
def texts(facts: Facts) -> Outcome:
    """Texts with which the narratives of all kecamatan begin."""
    says = "Sudah ada." if facts.has_texts else "Belum ada; narasi setiap kecamatan mulai kosong."
    return Outcome(facts.has_texts, says, _page(facts, "teks-baku"))


@step("akun", "Akun operator dan camat")
def accounts(facts: Facts) -> Outcome:
    """Every kecamatan has an operator and a camat whose account is open."""
    if not facts.total:
        return Outcome(False, _AFTER_KECAMATAN, "")
    done = not facts.without_accounts
    says = "Semua kecamatan memilikinya." if done else f"Belum lengkap di {facts.without_accounts} kecamatan."
    return Outcome(done, says, reverse("pengguna-daftar"))


@step("camat", "Camat setiap kecamatan", needed=False)
def camat(facts: Facts) -> Outcome:
    """Who holds the office in the year; operators of the kecamatan record it."""
    done = facts.total > 0 and not facts.without_camat
    says = (
        "Semua sudah dicatat."
        if done
        else f"Belum dicatat di {facts.without_camat} kecamatan; diisi operatornya pada Profil dan SDM."
    )
    if facts.first is None:
        return Outcome(False, _AFTER_KECAMATAN, "")
    return Outcome(done, says, reverse("pemantauan"))
