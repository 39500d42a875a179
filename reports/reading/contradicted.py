"""What a paper says otherwise elsewhere of a fact that is proposed: noted at each of its proposals, none held back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from reports.examine import rules  # noqa: F401  # registers them
from reports.examine.base import PAPER_RULES, Flaw, Material
from reports.examine.cells import LEAST_MONEY
from reports.examine.subject import Subject
from reports.papers.paper import Paper
from reports.reading.desk import Desk
from reports.reading.proposal import Proposal
from sakip.text.numbers import format_angka
from sakip.workbook.recorded import RecordedBook

_Meant = Callable[[Proposal, Flaw, int], bool]


def _in_its_row(one: Proposal, flaw: Flaw, tahun: int) -> bool:
    """Whether the proposal was made of a row that the finding names, and tells of the year itself."""
    spots = {one.at, *one.also}
    return one.cells.get("tahun", tahun) == tahun and any(seen.at in spots for seen in flaw.seen)


def _of_its_money(one: Proposal, flaw: Flaw, tahun: int) -> bool:
    """Whether the finding names its amount, too large to be that of something else."""
    amounts = [cell for cell in one.cells.values() if isinstance(cell, int) and cell >= LEAST_MONEY]
    return _in_its_row(one, flaw, tahun) or any(format_angka(cell) in flaw.message for cell in amounts)


def _of_non_asn(one: Proposal, flaw: Flaw, tahun: int) -> bool:
    return "non_asn" in one.cells


def _of_its_kind(one: Proposal, flaw: Flaw, tahun: int) -> bool:
    """Whatever is proposed of that kind is meant: the finding is about the paper."""
    return True


def _of_its_nip(one: Proposal, flaw: Flaw, tahun: int) -> bool:
    return str(one.cells.get("nip", "")) in {flaw.recorded, flaw.expected} - {""}


def _with_its_number(one: Proposal, flaw: Flaw, tahun: int) -> bool:
    return one.cells.get("nomor") in {flaw.recorded, flaw.expected} - {""}


#: By rule, the sheets whose proposals it may be about, and which of them.
_ABOUT: Final[Mapping[str, tuple[frozenset[str], _Meant]]] = {
    "berkas-satu-target": (frozenset({"PK", "RKT", "TargetRenstra"}), _in_its_row),
    "berkas-satu-realisasi": (frozenset({"Realisasi"}), _in_its_row),
    "berkas-nilai-kalimat": (frozenset({"Realisasi"}), _in_its_row),
    "berkas-satu-pagu": (frozenset({"Anggaran", "PKAnggaran", "RKTKegiatan"}), _of_its_money),
    "berkas-satu-total": (frozenset({"Belanja"}), _in_its_row),
    "berkas-jumlah-penduduk": (frozenset({"Profil"}), _of_its_kind),
    "berkas-jumlah-pegawai": (frozenset({"SDM"}), _of_non_asn),
    "berkas-satu-nip": (frozenset({"Pejabat"}), _of_its_nip),
    "berkas-masa-renstra": (frozenset({"Renstra"}), _of_its_kind),
    "berkas-nomor-keputusan": (frozenset({"Dokumen"}), _with_its_number),
}


def note_contradictions(desk: Desk, paper: Paper) -> None:
    """Lay what Periksa berkas finds beside the proposals that it is about; one that is held back already says so."""
    material = paper_material(desk.recorded, paper)
    for code, (sheets, meant) in _ABOUT.items():
        if not any(one.sheet in sheets for one in desk.reading.proposals):
            continue
        for flaw in PAPER_RULES[code].find(material):
            for at, one in enumerate(desk.reading.proposals):
                if one.sheet in sheets and not one.doubts and meant(one, flaw, desk.tahun):
                    desk.reading.proposals[at] = replace(one, notes=(*one.notes, flaw.message))


def paper_material(recorded: RecordedBook, paper: Paper) -> Material:
    """The paper as Periksa berkas looks at it, as one of the kecamatan and the year that it would fill."""
    place = recorded.kecamatan
    return Material(paper, Subject(nama=place.nama, kabupaten=place.kabupaten.nama, tahun=recorded.tahun))
