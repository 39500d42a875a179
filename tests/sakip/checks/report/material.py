"""Small years for the checks of a whole report: a Renstra of two sasaran, its PK, its documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from reports.publish.naskah import Narasi, Naskah
from reports.review.passages import passages_of
from sakip.checks import CHECKS, CheckedYear, Finding, find_all
from sakip.checks.material import Surroundings
from sakip.snapshot.types import RKT, BarisIKU, KeputusanIKU, PerjanjianKinerja, Renstra, Snapshot
from tests.reports.lkip.example_naskah import CAPPED
from tests.reports.lkip.naskah_material import (
    angka,
    indikator,
    naskah,
    persen,
    pk,
    renstra,
    sasaran,
    snapshot,
    tujuan,
)

RENSTRA = renstra(
    2021,
    2026,
    tujuan(
        "t1",
        "Meningkatnya kualitas pelayanan",
        sasaran(
            "s1",
            "Meningkatnya kepuasan masyarakat",
            indikator("ikm", "IKM", satuan="Indeks", target={2023: angka("80"), 2026: angka("90")}),
            indikator("ipp", "IPP", satuan="Indeks", target={2023: angka("4"), 2026: angka("5")}),
        ),
        sasaran(
            "s2",
            "Terjaganya ketertiban",
            indikator(
                "trantib", "Persentase laporan selesai", target={2023: persen("100"), 2026: persen("100")}
            ),
        ),
    ),
)
PROMISED = {"ikm": angka("80"), "trantib": persen("100")}
AFTERWARDS = Surroundings(signed=date(2024, 2, 21), dated=(date(2024, 2, 21), date(2024, 2, 21)))


def year(**content: Any) -> Snapshot:
    """2023 with the Renstra and a PK that promises two of its three indikator, and what is given."""
    given = {"renstra": (RENSTRA,), "pk": (pk(2023, RENSTRA, PROMISED),), "kebijakan": CAPPED} | content
    return snapshot("Jombang", "35.09.01", 2023, **given)


def findings(
    code: str, content: Snapshot, *written: Narasi, around: Surroundings = AFTERWARDS
) -> list[Finding]:
    """What one check finds in the report of these records and texts."""
    report: Naskah = naskah(content, narasi=written)
    asked = CheckedYear(snapshot=content, results=report.results, passages=passages_of(report), around=around)
    return list(find_all([CHECKS[code]], asked))


def found(code: str, content: Snapshot, *written: Narasi, around: Surroundings = AFTERWARDS) -> list[str]:
    """The same as sentences: place and message."""
    return [str(one) for one in findings(code, content, *written, around=around)]


def text(bagian: str, kunci: str = "") -> Narasi:
    """Something written at that place."""
    return Narasi(bagian=bagian, kunci=kunci, isi="<p>Petugas terbatas.</p>")


def dated(document: Any, tanggal: date | None, month: str = "") -> Any:
    """The document with another date."""
    return replace(document, tanggal=tanggal, tanggal_cetak=month)


def agreed(tanggal: date | None = None, month: str = "", *, versi: int = 0) -> PerjanjianKinerja:
    """A PK of the year with its date."""
    made: PerjanjianKinerja = dated(pk(2023, RENSTRA, PROMISED, versi=versi), tanggal, month)
    return made


def rkt(tanggal: date | None = None, month: str = "", **content: Any) -> RKT:
    """An RKT of the year with its date."""
    rows = {"sasaran": (), "baris": (), "penandatangan": None} | content
    return RKT(tahun=2023, tempat="Jember", tanggal=tanggal, tanggal_cetak=month, **rows)


def iku(*rows: BarisIKU, tanggal: date | None = None, tahun: int = 2023) -> KeputusanIKU:
    """An SK IKU with these rows."""
    return KeputusanIKU(
        tahun=tahun,
        tempat="Jember",
        tanggal=tanggal,
        tanggal_cetak="",
        nomor="065/1/35.09.01/2023",
        penandatangan=None,
        mengingat=(),
        instansi="",
        tugas=(),
        fungsi=(),
        tujuan=(),
        indikator_tujuan=(),
        baris=rows,
    )


def iku_row(kunci: str, nama: str, **content: Any) -> BarisIKU:
    """A row of it, measured as a percentage of two counts unless it says otherwise."""
    whole: dict[str, Any] = {
        "pembilang": "Jumlah laporan selesai",
        "penyebut": "Jumlah laporan masuk",
        "formulasi": "",
        "penjelasan": (),
        "penanggung_jawab": ("Seksi Pelayanan",),
        "sumber_data": "Register",
    }
    return BarisIKU(
        sasaran="", indikator=nama, kunci_indikator=kunci, satuan="%", pengali=None, **(whole | content)
    )


def with_sasaran_changed(plan: Renstra, kunci: str, **change: Any) -> Renstra:
    """The Renstra with one sasaran changed."""
    return replace(
        plan,
        tujuan=tuple(
            replace(t, sasaran=tuple(replace(s, **change) if s.kunci == kunci else s for s in t.sasaran))
            for t in plan.tujuan
        ),
    )
