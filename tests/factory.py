"""Rows for tests: ``make_…()`` stores a valid one, ``build()`` builds one without storing it.

What a test does not name is filled in from STANDARD (:mod:`tests.standard_rows`, by room); a model in STANDARD means
"any row of it, made if there is none". Tests name what they are about, so STANDARD may change without changing what
they show.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model

from kecamatan import models as k
from reports import models as r
from sakip import models as s
from tests.quick.rows import count, first, insert
from tests.standard_rows import FINGERPRINT, TAHUN, WHEN_SUBMITTED, areas, plans, reports, year

#: What tests name of the standard rows.
__all__ = ["FINGERPRINT", "TAHUN", "WHEN_SUBMITTED"]

M = TypeVar("M", bound=Model)

STANDARD: dict[type[Model], dict[str, Any]] = areas.ROWS | plans.ROWS | year.ROWS | reports.ROWS


def one(model: type[M]) -> M:
    """Any row of the model; made if there is none."""
    return first(model) or make(model)


def build(model: type[M], **change: Any) -> M:
    """A valid row that is not stored. A value that is a model or a function is replaced by the row it gives."""
    entries = STANDARD[model] | change
    return model(**{nama: _nilai(nilai) for nama, nilai in entries.items()})


def make(model: type[M], **change: Any) -> M:
    """A valid, stored row. Stored as asked, without validation, as the database would take it."""
    row = build(model, **change)
    insert(row)
    return row


def _nilai(nilai: Any) -> Any:
    if isinstance(nilai, type) and issubclass(nilai, Model):
        return one(nilai)
    return nilai() if callable(nilai) else nilai


def make_kabupaten(**change: Any) -> k.Kabupaten:
    return make(k.Kabupaten, **change)


def make_kecamatan(**change: Any) -> k.Kecamatan:
    """Balung; ``kode`` alone is enough for another one."""
    if kode := change.get("kode"):
        tail = str(kode).rpartition(".")[2]
        change = {"nama": f"Kecamatan {tail}", "slug": f"kecamatan-{tail}"} | change
    return make(k.Kecamatan, **change)


def make_pengguna(
    peran: str = "", *, kecamatan: Any = None, kabupaten: Any = None, provinsi: Any = None, **change: Any
) -> k.Pengguna:
    """A user; with ``peran`` also the membership in the kecamatan, kabupaten or provinsi."""
    pengguna = make(k.Pengguna, **({"username": f"{peran}.{count(k.Pengguna)}"} | change))
    if peran:
        places = {"kecamatan": kecamatan, "kabupaten": kabupaten, "provinsi": provinsi}
        make(k.Keanggotaan, pengguna=pengguna, peran=peran, **places)
    return pengguna


def make_scale(*, kabupaten: k.Kabupaten | None, **change: Any) -> s.Skala:
    """A kabupaten's own scale: from 90 on Tinggi, below it Rendah."""
    scale = make(s.Skala, **({"kabupaten": kabupaten, "kode": "35-09-1", "untuk": "capaian"} | change))
    make(s.KategoriSkala, skala=scale, kode="Tinggi", label="Tinggi", batas=Decimal(90), tertutup=True)
    make(s.KategoriSkala, skala=scale, kode="Rendah", label="Rendah", batas=None)
    return scale


def make_official_account(pengguna: k.Pengguna, masa: k.MasaJabatan) -> k.AkunPejabat:
    """Say whose account it is, as it was said long ago."""
    official = masa.pejabat
    return make(k.AkunPejabat, pengguna=pengguna, pejabat=official, nama=official.nama, nip=official.nip)


def make_masa_jabatan(**change: Any) -> k.MasaJabatan:
    return make(k.MasaJabatan, **change)


def make_renstra(**change: Any) -> s.Renstra:
    return make(s.Renstra, **change)


def make_sasaran(**change: Any) -> s.Sasaran:
    """A sasaran; ``tujuan`` alone is enough, its Renstra is taken over."""
    if "tujuan" in change:
        change = {"renstra": change["tujuan"].renstra} | change
    return make(s.Sasaran, **change)


def make_indikator(**change: Any) -> s.Indikator:
    """An indikator; ``sasaran`` alone is enough, its Renstra is taken over."""
    if "sasaran" in change:
        change = {"renstra": change["sasaran"].renstra} | change
    return make(s.Indikator, **change)


def make_pk(**change: Any) -> s.PerjanjianKinerja:
    """PK murni, or perubahan where ``versi`` is 1 or more."""
    if change.get("versi"):
        change = {"jenis": "perubahan"} | change
    return make(s.PerjanjianKinerja, **change)


def make_measured(
    kecamatan: k.Kecamatan, years: Mapping[int, tuple[float, float]], **change: Any
) -> s.Indikator:
    """An indikator, the only one of the PK of every year, with its target and realisasi: A from a capaian of 80 on,
    else D."""
    skala = make(s.Skala, kode="akip-2021", untuk="capaian")
    make(s.KategoriSkala, skala=skala, kode="A", label="Memuaskan", batas=Decimal(80))
    make(s.KategoriSkala, skala=skala, kode="D", label="Kurang", batas=None)
    indikator = make_indikator(sasaran=make_sasaran(renstra=make_renstra(kecamatan=kecamatan)), **change)
    for tahun, (promised, reached) in years.items():
        make(s.KebijakanPengukuran, kabupaten=kecamatan.kabupaten, tahun=tahun, skala=skala)
        pk = make_pk(kecamatan=kecamatan, tahun=tahun)
        make(
            s.BarisPK,
            perjanjian=pk,
            acuan_indikator=indikator,
            indikator=indikator.nama,
            angka=Decimal(promised),
        )
        make_realisasi(indikator=indikator, tahun=tahun, angka=Decimal(reached))
    return indikator


def make_realisasi(**change: Any) -> s.Realisasi:
    return make(s.Realisasi, **change)


def make_anggaran(**change: Any) -> s.Anggaran:
    return make(s.Anggaran, **change)


def make_arsip(laporan: r.Laporan, **change: Any) -> r.Arsip:
    """The archive of a version of a report, which names it."""
    named = {"kecamatan": laporan.kecamatan, "tahun": laporan.tahun, "versi": laporan.versi}
    return make(r.Arsip, laporan=laporan, **named | change)


def make_laporan(**change: Any) -> r.Laporan:
    """A draft; any later status gets the submission that it presupposes."""
    if change.get("status", "draf") not in ("draf", "dikembalikan"):
        change = {"diajukan_oleh": one(k.Pengguna), "diajukan_pada": WHEN_SUBMITTED} | change
    return make(r.Laporan, **change)
