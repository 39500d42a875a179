"""What the ikhtisar eksekutif and BAB IV both conclude: capaian, budget, efisiensi, kendala and langkah."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from reports.document.builders import listing
from reports.document.tree import Block, ParagraphBlock
from reports.lkip.arrangement import prints
from reports.lkip.bab3.belanja import jumlah_belanja
from reports.lkip.bab3.sources import (
    alasan_without_anggaran,
    alasan_without_result,
    all_indikator,
    recorded_anggaran,
)
from reports.official.signatures import nama_kecamatan
from reports.prose.budget_sentences import last_anggaran_sentence, serapan_sentence
from reports.prose.capitals import begin_large
from reports.prose.language import (
    chain,
    compose,
    count_of,
    paragraph,
    part_of,
    quoted,
    sentence,
)
from reports.prose.position import wording_number
from reports.prose.sentences import reached, rerata_sentence
from reports.publish.naskah import Naskah
from reports.writing.to_document import written_for
from sakip.capaian.results import Capaian, IndikatorResult, Results, Serapan
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.values import Keadaan
from sakip.text.states import NOT_YET_CONCLUDED, no_conclusion

V = TypeVar("V")

#: As many indikator as a sentence names.
_MOST_NAMED: Final = 5


def capaian_text(naskah: Naskah, place: int = 0) -> str:
    """Mean capaian and how many targets were met; one sentence where nothing was measured."""
    subject = f"{nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    results = naskah.results
    if results is None or not all_indikator(results):
        alasan = alasan_without_result(naskah)
        return sentence(f"Capaian kinerja {subject} {NOT_YET_CONCLUDED} karena {alasan}")
    ordering = wording_number(naskah.snapshot, place)
    return paragraph(
        rerata_sentence(results.rerata, subject, ordering),
        target_sentence(all_indikator(results), ordering),
    )


def target_sentence(indikator: Sequence[IndikatorResult], ordering: int = 0) -> str:
    """How many targets were met, missed and undecided, by capaian before caps; empty where the capaian of the only one
    says it."""
    if len(indikator) == 1 and _says_its_verdict(indikator[0].capaian):
        return ""
    ways = _say_verdicts(
        [i.capaian.keadaan if (verdict := reached(i.capaian)) is None else verdict for i in indikator],
        "indikator",
        {
            True: "mencapai target",
            False: "belum mencapai target",
            **{state: f"{no_conclusion(state)} ketercapaiannya" for state in Keadaan},
        },
    )
    return sentence(
        compose(
            ordering,
            (
                "Menurut ketercapaian targetnya,",
                "Dibandingkan dengan targetnya,",
                "Dilihat dari targetnya,",
                "Terhadap target yang diperjanjikan,",
                "Dari segi pemenuhan target,",
                "Jika diukur dengan targetnya,",
                "Menurut target dalam Perjanjian Kinerja,",
                "Dalam hal pemenuhan target,",
                "Menurut targetnya,",
                "Dari sisi target,",
            ),
            ways,
        )
    )


def _says_its_verdict(capaian: Capaian) -> bool:
    """Whether the shown capaian is less than 100 just where the target was missed: rounding may hide it."""
    return capaian.nilai is None or (capaian.nilai >= HUNDRED) is reached(capaian)


def anggaran_text(naskah: Naskah, place: int = 0, *, compared: bool = True, rupiah: bool = True) -> str:
    """Budget and serapan: of all belanja where that is more than the programs, of the programs, and where that is to be
    ``compared`` against last year. Without ``rupiah`` that of the programs is not said where the comparison says its
    serapan."""
    subject = f"{nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    anggaran, belanja = recorded_anggaran(naskah), jumlah_belanja(naskah)
    if anggaran is None:
        alasan = alasan_without_anggaran(naskah)
        return sentence(f"Serapan anggaran {subject} {NOT_YET_CONCLUDED} karena {alasan}")
    whole = belanja is not None and belanja.realisasi is not None and belanja.pagu != anggaran.total.pagu
    previous = [a for a in anggaran.lalu if a.serapan.nilai is not None]
    ordering = wording_number(naskah.snapshot, place)
    change = (
        last_anggaran_sentence(
            anggaran.total, max(previous, key=lambda a: a.tahun), naskah.snapshot.tahun, ordering
        )
        if compared and previous and anggaran.total.nilai is not None
        else ""
    )
    if change and not whole and not rupiah:
        return change
    return paragraph(
        serapan_sentence(belanja, f"Keseluruhan anggaran belanja {subject}", ordering)
        if belanja and whole
        else "",
        serapan_sentence(
            anggaran.total,
            f"Dari keseluruhan anggaran itu, anggaran {count_of(len(anggaran.program), 'program')}"
            if belanja and whole and _part_of(anggaran.total, belanja)
            else f"Anggaran program {subject}",
            # Not in the words of the sentence before.
            ordering + 5 if belanja and whole else ordering,
        ),
        change,
    )


def _part_of(part: Serapan, whole: Serapan) -> bool:
    """Whether the programs are known to be less than all belanja."""
    return (
        part.nilai is not None and part.pagu is not None and whole.pagu is not None and part.pagu < whole.pagu
    )


def efisiensi_text(naskah: Naskah, place: int = 0) -> str:
    """How many sasaran used their money efficiently; empty where none can be judged: why, BAB III says of each."""
    if naskah.results is None or all(s.efisiensi.efisien is None for s in naskah.results.sasaran):
        return ""
    ways = _say_verdicts(
        [s.efisiensi.efisien for s in naskah.results.sasaran],
        "sasaran",
        {
            True: "dinilai efisien",
            False: "dinilai tidak efisien",
            None: "tidak dapat dinilai",
        },
    )
    return sentence(
        compose(
            wording_number(naskah.snapshot, place),
            (
                "Dari segi penggunaan sumber daya,",
                "Perbandingan capaian dengan serapan menunjukkan bahwa",
                "Dalam hal efisiensi,",
                "Jika capaian disandingkan dengan serapan,",
                "Menurut penilaian efisiensi,",
                "Menurut penggunaan sumber dayanya,",
                "Dilihat dari serapan anggarannya,",
                "Atas dasar capaian dan serapan,",
            ),
            ways,
        )
    )


def _say_verdicts(verdict: Sequence[V], thing: str, words: Mapping[V, str]) -> tuple[str, ...]:
    """The ways to say how many of the things are of each verdict: as a sentence of its own, and as what there is of
    them ("terdapat 3 indikator yang …")."""
    found = [(count_of(verdict.count(p), thing), words[p]) for p in words if p in verdict]
    if len(found) == 1:  # a mere number would leave open whether there are others
        whole, said = part_of(len(verdict), len(verdict), thing), found[0][1]
        if len(verdict) == 1:
            # The Renstra may have others that nobody promised this year.
            return (f"{whole} yang diukur {said}",)
        return tuple(
            f"{whole}{every} {said}" for every in ("", " tanpa kecuali", " sama-sama", ", tanpa kecuali,")
        )
    part = chain([f"{n} {said}" for n, said in found])
    counted = chain([f"{n} yang {said}" for n, said in found])
    return (part, f"terdapat {counted}", f"ada {counted}", f"sebanyak {part}")


def kendala_blocks(naskah: Naskah) -> tuple[Block, ...]:
    """Kendala as written, else where they are explained, else that they are not recorded."""
    tahun = naskah.snapshot.tahun
    if written := written_for(naskah, "kendala"):
        return written
    if any(n.bagian == "penghambat" and n.isi for n in naskah.narasi):
        said = compose(
            wording_number(naskah.snapshot),
            (
                f"Kendala tahun {tahun}",
                f"Kendala pencapaian kinerja tahun {tahun}",
                f"Hambatan pada tahun {tahun}",
                f"Hambatan pencapaian kinerja tahun {tahun}",
                f"Kendala yang dihadapi pada tahun {tahun}",
                f"Hambatan yang dihadapi pada tahun {tahun}",
            ),
            (
                "diuraikan sebagai faktor penghambat setiap indikator dalam BAB III",
                "dijelaskan pada faktor penghambat setiap indikator dalam BAB III",
                "disampaikan bersama analisis setiap indikator dalam BAB III",
                "terdapat dalam uraian setiap indikator pada BAB III",
                "diuraikan per indikator dalam BAB III",
                "dijelaskan dalam BAB III bersama indikatornya",
            ),
        )
    else:
        said = compose(
            wording_number(naskah.snapshot),
            (
                f"Kendala dalam pencapaian kinerja tahun {tahun}",
                f"Kendala pencapaian kinerja tahun {tahun}",
                f"Hambatan pencapaian kinerja tahun {tahun}",
                f"Kendala kinerja tahun {tahun}",
                f"Hambatan kinerja pada tahun {tahun}",
                f"Kendala pada tahun {tahun}",
            ),
            (
                "belum dicatat",
                "belum tercatat",
                "belum ada catatannya",
                "belum diuraikan",
                "belum terdokumentasi",
                "belum disampaikan",
            ),
        )
    return (ParagraphBlock(content=sentence(said)),)


def step_blocks(naskah: Naskah) -> tuple[Block, ...]:
    """Langkah perbaikan as written; without it, what the results themselves ask for next year. Many missed targets are
    a list."""
    if written := written_for(naskah, "langkah"):
        return written
    missed = _nama(naskah.results, False) if naskah.results else []
    named = (listing([f"{nama}." for nama in missed], "bulatan"),) if len(missed) > _MOST_NAMED else ()
    return (ParagraphBlock(content=attention_text(naskah, 1)), *named)


def told_in_bab4(naskah: Naskah) -> str:
    """Where the kendala and the langkah that people wrote are told; empty of what they did not write, or what the
    kabupaten does not print there."""
    said = [
        word
        for word, bagian in (("kendala", "kendala"), ("langkah perbaikan", "langkah"))
        if naskah.narasi_for(bagian) and prints(naskah.susunan, bagian)
    ]
    if not said:
        return ""
    subject = begin_large(chain(said))
    return sentence(
        compose(
            wording_number(naskah.snapshot),
            (subject, f"{subject} selengkapnya", f"{subject} secara rinci", f"Uraian {chain(said)}"),
            ("diuraikan dalam", "dijelaskan dalam", "disampaikan dalam"),
            ("BAB IV", "BAB IV laporan ini", "bagian penutup"),
        )
    )


def attention_text(naskah: Naskah, place: int = 0) -> str:
    """Indikator to attend to next year: targets missed, then data missing; all met says to keep it so. Many are
    counted: their names would hide what is said of them."""
    front = naskah.snapshot.tahun + 1
    results = naskah.results
    if results is None or not all_indikator(results):
        return sentence(f"Langkah perbaikan untuk tahun {front} belum dicatat")
    less = _nama(results, False)
    many = f"{count_of(len(less), 'indikator')}" if len(less) > _MOST_NAMED else ""
    without = _nama(results, None)
    # Where the data are there and yield no number, it is the target that has to be looked at.
    uncountable = _nama(results, None, Keadaan.TIDAK_DAPAT_DIHITUNG)
    without = [nama for nama in without if nama not in uncountable]
    pending, unclear = (_named(names) for names in (without, uncountable))
    ordering = wording_number(naskah.snapshot, place)
    if not less and not without and not uncountable:
        return sentence(
            compose(
                ordering,
                (
                    f"Pada tahun {front} {nama_kecamatan(naskah.snapshot)}",
                    f"{nama_kecamatan(naskah.snapshot)} pada tahun {front}",
                ),
                ("mempertahankan", "menjaga", "berupaya mempertahankan", "melanjutkan"),
                (
                    "kinerja yang telah memenuhi seluruh target",
                    "pemenuhan seluruh target",
                    "capaian yang memenuhi semua target",
                    "kinerja yang seluruh targetnya telah tercapai",
                ),
            )
        )
    return paragraph(
        sentence(
            compose(
                ordering,
                (
                    f"Pada tahun {front} perbaikan",
                    f"Perbaikan tahun {front}",
                    f"Langkah perbaikan tahun {front}",
                    f"Untuk tahun {front} perbaikan",
                    f"Upaya perbaikan pada tahun {front}",
                    f"Perbaikan kinerja tahun {front}",
                    f"Pada tahun {front} upaya perbaikan",
                ),
                ("diarahkan pada", "dipusatkan pada", "mengutamakan"),
                (f"{many} yang targetnya belum tercapai", f"{many} yang belum mencapai target")
                if many
                else (
                    f"indikator yang targetnya belum tercapai, yaitu {chain(less)}",
                    f"indikator yang belum mencapai target: {chain(less)}",
                    f"{chain(less)} yang targetnya belum tercapai",
                ),
            )
        )
        if less
        else "",
        sentence(
            compose(
                ordering,
                (
                    f"Data {pending}",
                    f"Data untuk {pending}",
                    f"Pencatatan data {pending}",
                    f"Catatan untuk {pending}",
                ),
                ("perlu dilengkapi", "akan dilengkapi", "dilengkapi lebih dahulu"),
                (
                    "agar capaiannya dapat disimpulkan",
                    ", sehingga capaiannya dapat disimpulkan",
                    "supaya capaiannya dapat diukur",
                    "untuk menyimpulkan capaiannya",
                ),
            )
        )
        if without
        else "",
        sentence(
            compose(
                ordering,
                (
                    f"Target dan cara mengukur {unclear}",
                    f"Target {unclear}",
                    f"Target serta realisasi {unclear}",
                ),
                ("perlu ditinjau kembali", "akan ditinjau kembali"),
                ("agar capaiannya dapat dihitung", "supaya capaiannya dapat dihitung"),
            )
        )
        if uncountable
        else "",
    )


def _named(names: Sequence[str]) -> str:
    """Indikator by their names, many of them by their number."""
    return count_of(len(names), "indikator") if len(names) > _MOST_NAMED else f"indikator {chain(names)}"


def _nama(results: Results, verdict: bool | None, keadaan: Keadaan | None = None) -> list[str]:
    return [
        quoted(i.nama)
        for i in all_indikator(results)
        if reached(i.capaian) is verdict and keadaan in (None, i.capaian.keadaan)
    ]
