"""Entry of the Rencana Aksi."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.entry.derived_page import Filled, fill_page
from sakip.entry.page import EntryPage, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.pejabat.terms import camat_words
from sakip.records.reference_form import unit_names
from sakip.records.rencana_aksi.form import ROMAN
from sakip.records.rencana_aksi.steps import improvement_steps, steps_from_improvement
from sakip.records.rencana_aksi.writes import rencana_aksi_from_pk
from sakip.snapshot.typed import choose_pejabat


def arrange(here: EntryPlace) -> dict[str, Any]:
    """The year's rencana aksi: indikator with their triwulan, kegiatan and steps under them, and the
    steps that last year planned (13 queries at most)."""
    rencana = here.rows(m.RencanaAksi).select_related("kecamatan", *choose_pejabat("penandatangan")).first()
    if rencana is None:
        return {"rencana": None}
    rows = (
        m.BarisRencanaAksi.objects.filter(rencana_aksi=rencana)
        .select_related("acuan_indikator")
        .prefetch_related(
            "target",
            "langkah",
            Prefetch(
                "kegiatan",
                m.KegiatanRencanaAksi.objects.select_related("program", "kegiatan", "sub_kegiatan"),
            ),
        )
    )
    lines, names = list(rows), unit_names(here.kecamatan)
    return {
        "rencana": rencana,
        "signer": camat_words(rencana, here.kecamatan),
        "rows": lines,
        "langkah": [
            (row, [(step, [names.get(k, k) for k in step.penanggung_jawab]) for step in row.langkah.all()])
            for row in lines
        ],
        "planned": improvement_steps(rencana),
        "triwulan": ROMAN,
        "has_pk": here.rows(m.PerjanjianKinerja).filter(dikutip=False).exists(),
    }


def _fill(rencana: m.RencanaAksi, by: Pengguna) -> Filled:
    """Add to the rencana aksi the indikator of the PK that it does not have yet; what is still to be typed."""
    result = rencana_aksi_from_pk(rencana=rencana, by=by)
    if not result.rows:
        return Filled("Semua indikator PK sudah ada dalam rencana aksi.")
    versi = f"PK perubahan ke-{result.perjanjian.versi}" if result.perjanjian.versi else "PK murni"
    words = [f"{len(result.rows)} indikator ditambahkan dari {versi}."]
    if result.proposed:
        words.append(
            f"Target triwulan diusulkan pada {result.proposed} indikator, menurut pembagian tahun lalu atau merata;"
            " periksa, lalu tandai sudah benar."
        )
    if result.bertarget:
        words.append(f"Target PK menjadi target triwulan terakhir pada {result.bertarget} indikator.")
    if result.proposed < len(result.rows):
        words.append("Isi target triwulan lainnya.")
    return Filled(" ".join(words))


rencana_aksi_fill = fill_page("rencana-aksi", _fill, m.RencanaAksi)


def _fill_steps(rencana: m.RencanaAksi, by: Pengguna) -> Filled:
    """Make last year's plan of improvement into steps of the rencana aksi."""
    steps = steps_from_improvement(rencana=rencana, by=by)
    before = rencana.tahun - 1
    made = sum(not one.left_behind for one in steps)
    if not made:
        words = f"Tidak ada langkah baru dalam rencana perbaikan tahun {before}."
    else:
        words = f"{made} langkah ditambahkan dari rencana perbaikan tahun {before}."
    return Filled(
        words,
        location="#judul-langkah-rencana",
        left_behind=tuple(
            f"{one.planned.tindakan}: indikator “{one.planned.indikator}” tidak ada dalam Renstra tahun"
            f" {rencana.tahun}. Tambahkan langkah itu pada indikator penggantinya."
            for one in steps
            if one.left_behind
        ),
    )


rencana_aksi_steps = fill_page("rencana-aksi", _fill_steps, m.RencanaAksi)

PAGE = EntryPage(
    code="rencana-aksi",
    compose=arrange,
    tables=table_of_each(
        "rencana-aksi", "baris-rencana-aksi", "kegiatan-rencana-aksi", "langkah-rencana-aksi"
    ),
)
