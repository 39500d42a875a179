"""What checks found is kept while what they read is the same: it is what asking anew finds, whatever was edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bench.wordings import wordings
from reports.publish.naskah import BAGIAN_NARASI, Narasi, Naskah
from reports.review.found import checked_year
from reports.review.passages import passages_of
from sakip.checks import CHECKS, CheckedYear, Finding, find_all
from sakip.checks.kept import KeptFindings, only
from sakip.checks.material import Area, Passage, Surroundings, texts_of
from sakip.snapshot.reads import forget
from tests.reports.lkip.example_naskah import naskah_balung, naskah_jombang

AROUND = Surroundings(neighbours=(Area(kode="35.09.22", nama="Arjasa", desa=("Kemuning Lor",)),))
MANY = 60


@pytest.fixture(scope="module")
def jombang() -> Iterator[Naskah]:
    """Each sentence of bench/wordings_wrong.txt about Jombang, five in a narrative."""
    wrong: dict[str, list[str]] = {}
    for one in wordings("wordings_wrong.txt"):
        if one.kecamatan == "Jombang" and not one.wrong.startswith("<"):
            wrong.setdefault(one.kunci, []).append(one.wrong)
    narasi = tuple(
        Narasi(bagian=bagian, kunci=kunci, isi="".join(f"<p>{text}</p>" for text in texts))
        for kunci, every in wrong.items()
        for at, bagian in enumerate(tuple(BAGIAN_NARASI)[:4])
        if (texts := every[at * 5 : at * 5 + 5])
    )
    yield replace(naskah_jombang(), narasi=narasi)
    forget()


def year_of(
    naskah: Naskah, around: Surroundings = AROUND, passages: tuple[Passage, ...] | None = None
) -> CheckedYear:
    return checked_year(naskah, passages_of(naskah) if passages is None else passages, around)


def told(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(f, f.place.words, f.place.pk, f.place.parent) for f in findings]


def test_a_check_of_texts_looks_at_each_by_itself(jombang: Naskah) -> None:
    """Else it is asked again of all: ``together``."""
    year = year_of(jombang)
    places = dict.fromkeys(text.place for text in texts_of(year))
    order = {place: at for at, place in enumerate(places)}
    apart = [only(year, frozenset([place])) for place in places]
    found = 0
    for check in CHECKS.values():
        if not check.by_text:
            continue
        whole = list(check.find(year))
        assert {place for place, _ in whole} <= places.keys(), check.code
        by_place = [one for year_of_one in apart for one in check.find(year_of_one)]
        assert sorted(whole, key=lambda one: order[one[0]]) == by_place, check.code
        found += len(whole)
    assert found > MANY


def edits(jombang: Naskah) -> Iterator[tuple[str, CheckedYear]]:
    """Years, each after another edit of the first."""
    first, *others = jombang.narasi
    snapshot = jombang.snapshot
    yield "nothing", year_of(jombang)
    yield (
        "a text",
        year_of(replace(jombang, narasi=(replace(first, isi="<p>Realisasi IKM 12.</p>"), *others))),
    )
    yield "a text less", year_of(replace(jombang, narasi=tuple(others)))
    yield "texts in another order", year_of(replace(jombang, narasi=jombang.narasi[::-1]))
    yield "none", year_of(replace(jombang, narasi=()))
    about = tuple(replace(p, place=replace(p.place, words="tempat lain")) for p in passages_of(jombang))
    yield "what a place is called", year_of(jombang, passages=about)
    named = replace(snapshot.kecamatan, nama="Arjasa")
    yield "the name", year_of(replace(jombang, snapshot=replace(snapshot, kecamatan=named)))
    noted = (*(replace(r, catatan="Nilai IKM 12 pada tahun 2023.") for r in snapshot.realisasi),)
    yield "remarks", year_of(replace(jombang, snapshot=replace(snapshot, realisasi=noted)))
    yield "what was measured", year_of(replace(jombang, results=naskah_balung().results))
    yield "nothing measured", year_of(replace(jombang, results=None))
    yield "the neighbours", year_of(jombang, Surroundings())
    yield "no budget", year_of(replace(jombang, snapshot=replace(snapshot, anggaran=(), belanja=())))


def test_what_is_kept_is_what_asking_anew_finds(jombang: Naskah) -> None:
    """From edit to edit, there and back."""
    asked = dict(edits(jombang))
    anew = {name: told(find_all(CHECKS.values(), year)) for name, year in asked.items()}
    assert len({len(found) for found in anew.values()}) > 5
    kept = KeptFindings()
    for name in (*asked, *(one for edit in asked for one in ("nothing", edit))):
        year = kept.settle(asked[name])
        assert told(find_all(CHECKS.values(), year, kept.ask)) == anew[name], name


def test_a_check_is_asked_again_of_what_changed_alone(jombang: Naskah) -> None:
    seen: dict[str, list[int]] = {}

    def noted(code: str) -> object:
        def find(year: CheckedYear) -> Iterator[object]:
            texts = year.passages if "passages" in CHECKS[code].reads else None
            seen.setdefault(code, []).append(len(texts or ()))
            yield from CHECKS[code].find(year)

        return find

    checks = [replace(check, find=noted(check.code)) for check in CHECKS.values()]  # type: ignore[arg-type]
    kept, years = KeptFindings(), dict(edits(jombang))
    find_all(checks, kept.settle(years["nothing"]), kept.ask)
    seen.clear()
    find_all(checks, kept.settle(year_of(jombang)), kept.ask)
    assert seen == {}  # the same texts, read again
    find_all(checks, kept.settle(years["a text"]), kept.ask)
    assert {code for code in seen if not CHECKS[code].by_text} == {
        c.code for c in CHECKS.values() if c.together
    }
    assert {most for code, asked in seen.items() if CHECKS[code].by_text for most in asked} == {1}
