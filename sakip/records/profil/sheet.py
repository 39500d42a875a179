"""The year's profile in the workbook: address and figures, items, facts, legal basis, and the people counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from kecamatan import models as k
from kecamatan.ground.prepared import PreparedRows
from sakip.entry.value_kinds import Choice
from sakip.records.profil.pasted import ITEMS, STAFF
from sakip.records.profil.pasted import PROFILE as PROFILE_LINES
from sakip.snapshot.rows import fetch
from sakip.workbook.sheets.columns import of, satuan
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import record_sheet, register
from sakip.workbook.sheets.said import Said, said
from sakip.workbook.sheets.sheet import Column
from sakip.workbook.stored import Stored, stock

ADDRESS: Final = ("alamat", "telepon", "kode_pos", "surel", "ibu_kota")
BORDERS: Final = ("batas_utara", "batas_timur", "batas_selatan", "batas_barat")
PROFILE: Final = ("luas_km2", *BORDERS, "penduduk", "penduduk_laki_laki", "penduduk_perempuan")

#: Kinds of items, as the sheet calls them, by their code.
ITEM_CODES: Final = {
    kind: "isu_strategis" if kind == k.ButirProfil.Jenis.ISU else kind for kind in k.ButirProfil.Jenis.values
}


@stock
def stored_profile(data: Stored) -> k.ProfilKecamatan | None:
    """The year's profile with what hangs on it (4 queries)."""
    return _PROFIL.first(data.kecamatan.pk, data.tahun)


_PROFIL: Final = PreparedRows(
    lambda kecamatan, tahun: k.ProfilKecamatan.objects.filter(
        kecamatan=kecamatan, tahun=tahun
    ).prefetch_related(fetch("daftar_dasar_hukum", k.DasarHukumProfil, "peraturan"), "butir", "fakta")
)


@stock
def stored_staff(data: Stored) -> list[k.KomposisiSDM]:
    """The people counted, in the order of the list as a whole, by which its rows are numbered through."""
    return _STAFF(data.kecamatan.pk, data.tahun)


_STAFF: Final = PreparedRows(
    lambda kecamatan, tahun: k.KomposisiSDM.objects.filter(kecamatan=kecamatan, tahun=tahun).order_by(
        "urut", "id"
    )
)


def _below(data: Stored, relation: str) -> Iterable[Any]:
    profile = stored_profile(data)
    return getattr(profile, relation).all() if profile else ()


def _profile(data: Stored) -> Iterator[Said]:
    profile = stored_profile(data)
    yield said(data.kecamatan, profile, **({} if profile else dict.fromkeys(PROFILE)))


def _items(data: Stored) -> Iterator[Said]:
    items = list(_below(data, "butir"))
    for kind, code in ITEM_CODES.items():
        yield from (said(item, jenis=code) for item in items if item.jenis == kind)


_PROFILE_HINTS: Final = {"kode_pos": "Lima angka.", "luas_km2": "Misalnya 47,12."}

register(
    record_sheet(
        "Profil",
        "Alamat kantor, luas, batas, dan penduduk",
        *(
            of(model, name, hint=_PROFILE_HINTS.get(name), meaning="", width=18)
            for model, names in ((k.Kecamatan, ADDRESS), (k.ProfilKecamatan, PROFILE))
            for name in names
        ),
        upright=True,
        pasted=PROFILE_LINES,
        model=("kecamatan.kecamatan", "kecamatan.profilkecamatan"),
        read=_profile,
    ),
    record_sheet(
        "ProfilButir",
        "Kedudukan, tugas, fungsi, dan isu strategis",
        Column(
            key="jenis",
            title="Jenis",
            kind=Choice(
                choices=tuple((ITEM_CODES[code], str(words)) for code, words in k.ButirProfil.Jenis.choices)
            ),
            meaning="jenis butir",
            width=16,
        ),
        of(k.ButirProfil, "uraian", hint="Satu butir per baris; urutannya sama dengan cetakan.", width=90),
        model=("kecamatan.butirprofil",),
        told=("jenis", "uraian"),
        pasted=ITEMS,
        read=_items,
    ),
    record_sheet(
        "ProfilFakta",
        "Angka dan keterangan tentang wilayah",
        of(k.FaktaProfil, "kelompok", meaning="kelompok fakta", width=22),
        of(k.FaktaProfil, "uraian", width=40),
        of(k.FaktaProfil, "nilai", hint="Angka, atau isi kolom Dengan kata-kata.", width=14),
        satuan(k.FaktaProfil),
        of(k.FaktaProfil, "teks", title="Dengan kata-kata"),
        of(k.FaktaProfil, "sumber", width=24),
        model=("kecamatan.faktaprofil",),
        told=("kelompok", "uraian"),
        pasted=Pasted(words=((r"uraian|^data\b", "uraian"), (r"jumlah|nilai|besaran", "nilai"))),
        read=lambda data: map(said, _below(data, "fakta")),
    ),
    record_sheet(
        "SDM",
        "Komposisi pegawai menurut jabatan, golongan, dan pendidikan",
        of(k.KomposisiSDM, "kelompok", width=22),
        of(k.KomposisiSDM, "uraian", width=40),
        of(k.KomposisiSDM, "golongan", width=14),
        of(k.KomposisiSDM, "asn", hint="Kosong berarti tidak diketahui, bukan nol.", width=14),
        of(k.KomposisiSDM, "non_asn", width=16),
        of(k.KomposisiSDM, "keterangan", width=30),
        model=("kecamatan.komposisisdm",),
        told=("kelompok", "uraian", "golongan"),
        pasted=STAFF,
        read=lambda data: map(said, stored_staff(data)),
    ),
)
