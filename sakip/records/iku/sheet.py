"""The Keputusan Camat tentang IKU in the workbook: its lampiran, its items, and the regulations that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.entry.value_kinds import Choice
from sakip.records.peraturan.named import no_regulation
from sakip.records.profil.sheet import stored_profile
from sakip.snapshot.rows import fetch, key_of
from sakip.workbook.in_force import plan_beside
from sakip.workbook.sheets.columns import (
    ONE_LINE,
    fraction_words,
    indikator_key,
    of,
    plan_beside_column,
    satuan,
    sebutan,
)
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import PERATURAN, Column
from sakip.workbook.stored import Stored, stock


@stock
def stored_iku(data: Stored) -> m.KeputusanIKU | None:
    """The year's decision with what it cites, its items and rows (4 queries)."""
    return _IKU.first(data.kecamatan.pk, data.tahun)


_IKU: Final = PreparedRows(
    lambda kecamatan, tahun: (
        m.KeputusanIKU.objects.filter(kecamatan=kecamatan, tahun=tahun)
        .select_related("penandatangan__pejabat")
        .prefetch_related(
            fetch("daftar_mengingat", m.MengingatIKU, "peraturan"),
            "butir",
            fetch("baris", m.BarisIKU, "acuan_indikator__renstra"),
        )
    )
)


def _below(owner: Any, relation: str) -> Iterable[Any]:
    return getattr(owner, relation).all() if owner else ()


def _rows(data: Stored) -> Iterator[Said]:
    for b in _below(stored_iku(data), "baris"):
        reference = b.acuan_indikator
        yield said(b, kunci_indikator=key_of(reference), renstra=plan_beside(data, reference))


def _items(data: Stored) -> Iterator[Said]:
    items = list(_below(stored_iku(data), "butir"))
    for kind in m.ButirIKU.Jenis.values:
        yield from (said(item) for item in items if item.jenis == kind)


def _law(data: Stored) -> Iterator[Said]:
    for used_by, cited in (
        ("profil", _below(stored_profile(data), "daftar_dasar_hukum")),
        ("iku", _below(stored_iku(data), "daftar_mengingat")),
    ):
        for one in cited:
            yield said(untuk=used_by, peraturan=one.peraturan.kode, sebutan=one.peraturan.sebutan)


register(
    record_sheet(
        "DasarHukum",
        "Peraturan yang menjadi dasar organisasi dan yang diingat dalam SK IKU",
        Column(
            key="untuk",
            title="Untuk",
            kind=Choice(choices=(("profil", "Profil"), ("iku", "SK IKU"))),
            meaning="dokumen yang memakai peraturan",
            width=12,
        ),
        Column(
            key="peraturan",
            title="Kode peraturan",
            kind=ONE_LINE,
            hint="Kode pada lembar Peraturan.",
            meaning="kode peraturan",
            width=28,
            reference=PERATURAN,
            misnamed=no_regulation,
        ),
        sebutan(),
        model=("kecamatan.dasarhukumprofil", "sakip.mengingatiku"),
        unique=("untuk", "peraturan"),
        pasted=Pasted(words=((r"dasar\s+hukum|peraturan|regulasi|ketentuan", "peraturan"),)),
        read=_law,
    ),
    record_sheet(
        "IKU",
        "Keputusan Camat tentang IKU: baris lampiran",
        of(m.BarisIKU, "sasaran", width=50),
        of(m.BarisIKU, "indikator", width=50),
        indikator_key(),
        plan_beside_column(),
        satuan(m.BarisIKU),
        *fraction_words(m.BarisIKU),
        of(m.BarisIKU, "formulasi", hint="Bila tidak berupa pecahan.", width=40),
        of(m.BarisIKU, "penjelasan", hint="Satu per baris dalam sel (Alt+Enter).", width=50),
        of(m.BarisIKU, "penanggung_jawab", hint="Seperti tercetak, satu per baris.", width=30),
        of(m.BarisIKU, "sumber_data", width=30),
        model=("sakip.barisiku",),
        told=("indikator",),
        pasted=Pasted(
            words=(
                (r"^sumber$|\bsumber data$", "sumber_data"),
                (r"^(?:pj|pic)$", "penanggung_jawab"),
                (r"formulasi|rumus|perhitungan", "formulasi"),
                (r"alasan", "penjelasan"),
            )
        ),
        read=_rows,
    ),
    record_sheet(
        "IKUButir",
        "Keputusan Camat tentang IKU: tugas, fungsi, tujuan, dan indikator tujuan",
        of(m.ButirIKU, "jenis", meaning="jenis butir", width=20),
        of(m.ButirIKU, "uraian", width=90),
        model=("sakip.butiriku",),
        told=("jenis", "uraian"),
        read=_items,
    ),
)
