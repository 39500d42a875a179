"""Analysis 5: causes of success or failure and solutions, as people wrote them for every indikator."""

from __future__ import annotations

from reports.document.tree import Blok, Paragraf, Tebal
from reports.lkip.bab3.position import Letak
from reports.prose.language import paragraf, rapi
from reports.prose.sentences import kalimat_belum_dicatat, kalimat_ketercapaian
from reports.publish.naskah import Naskah
from reports.writing.to_document import narrative
from sakip.capaian.results import HasilIndikator, HasilSasaran

#: Places of the narrative per indikator in printed order, with their heading.
TEMPAT = (
    ("pendorong", "Faktor pendorong"),
    ("penghambat", "Faktor penghambat"),
    ("solusi", "Solusi yang telah dilakukan"),
    ("rencana-aksi", "Rencana tindak lanjut"),
)


def sebab_dan_solusi(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Whether each target was met, then what was written; what was not written is named in one sentence."""
    if not sasaran.indikator:
        return (
            Paragraf(
                isi="Penyebab dan solusi belum dapat diuraikan karena sasaran ini belum memiliki indikator."
            ),
        )
    tunggal = len(sasaran.indikator) == 1
    return tuple(
        blok
        for urutan, i in enumerate(sasaran.indikator)
        for blok in _indikator(naskah, i, letak, tunggal=tunggal, urutan=letak.urutan(urutan))
    )


def _indikator(naskah: Naskah, i: HasilIndikator, letak: Letak, *, tunggal: bool, urutan: int) -> list[Blok]:
    tertulis = {tempat: narrative(naskah.narasi_for(tempat, i.kunci)) for tempat, _ in TEMPAT}
    belum = [judul.lower() for tempat, judul in TEMPAT if not tertulis[tempat]]
    # The name stands above as a label, or there is only one: either way "indikator ini" is clear.
    pembuka = kalimat_ketercapaian(i, letak.tahun, urutan)
    penutup = kalimat_belum_dicatat(i, belum, urutan) if belum else ""
    blok: list[Blok] = [] if tunggal else [Paragraf(isi=(Tebal(rapi(i.nama)),), gaya="rapat")]
    if len(belum) == len(TEMPAT):
        return [*blok, Paragraf(isi=paragraf(pembuka, penutup))]
    blok.append(Paragraf(isi=pembuka))
    for tempat, judul in TEMPAT:
        if tertulis[tempat]:
            blok += [Paragraf(isi=(Tebal(judul),), gaya="rapat"), *tertulis[tempat]]
    return [*blok, Paragraf(isi=penutup)] if penutup else blok
