"""Rules about who and where."""

from __future__ import annotations

from itertools import combinations

from django.db.models import Count, F

from kecamatan.models import Keanggotaan, Kecamatan, MasaJabatan, ProfilKecamatan, UnitKerja
from sakip.pemeriksaan.aturan import Aturan, Pelanggaran, Tingkat

#: A Plt. acts while there is no camat: both hold one office.
_SATU_JABATAN = {MasaJabatan.Jabatan.PLT_CAMAT.value: MasaJabatan.Jabatan.CAMAT.value}


def kode_sekabupaten() -> Pelanggaran:
    """The code of a kecamatan begins with that of its kabupaten."""
    for k in Kecamatan.objects.select_related("kabupaten").exclude(kode__startswith=F("kabupaten__kode")):
        yield (
            k.nama,
            f"Kode {k.kode} tidak berawalan kode {k.kabupaten} ({k.kabupaten.kode}). Perbaiki kodenya.",
        )


def unit_sekecamatan() -> Pelanggaran:
    """A unit kerja is below a unit of the same kecamatan."""
    for u in (
        UnitKerja.objects.exclude(induk=None)
        .exclude(kecamatan=F("induk__kecamatan"))
        .select_related("kecamatan")
    ):
        yield (
            f"{u.kecamatan.nama}, unit kerja {u.kunci}",
            "Atasannya unit kecamatan lain. Pilih atasan langsungnya.",
        )


def unit_sampai_camat() -> Pelanggaran:
    """Going up from a unit kerja ends at the camat, not in a circle."""
    unit = {u.pk: u for u in UnitKerja.objects.select_related("kecamatan")}
    for u in unit.values():
        dilalui = set()
        atas = u
        while atas.induk_id is not None and atas.pk not in dilalui:
            dilalui.add(atas.pk)
            atas = unit[atas.induk_id]
        if atas.induk_id is not None:
            yield (
                f"{u.kecamatan.nama}, unit kerja {u.kunci}",
                "Susunan atasannya melingkar. Perbaiki atasan langsungnya.",
            )


def keanggotaan_sekecamatan() -> Pelanggaran:
    """The units that narrow an operator belong to the operator's kecamatan."""
    salah = Keanggotaan.unit.through.objects.exclude(unitkerja__kecamatan=F("keanggotaan__kecamatan"))
    for k in salah.select_related("keanggotaan__pengguna", "unitkerja").order_by("pk"):
        yield (
            f"Pengguna {k.keanggotaan.pengguna.username}",
            f"Unit kerja {k.unitkerja} milik kecamatan lain. Pilih unit kecamatannya.",
        )


def masa_jabatan_tidak_bertindih() -> Pelanggaran:
    """One office is held by one person at a time; camat and Plt. camat are one office."""
    per_jabatan: dict[tuple[str, int | None, int | None], list[MasaJabatan]] = {}
    for m in MasaJabatan.objects.select_related("pejabat", "kecamatan", "kabupaten").order_by("mulai", "id"):
        jabatan = _SATU_JABATAN.get(m.jabatan, m.jabatan)
        per_jabatan.setdefault((jabatan, m.kecamatan_id, m.kabupaten_id), []).append(m)
    for daftar in per_jabatan.values():
        for awal, lalu in combinations(daftar, 2):
            if awal.sampai is None or awal.sampai >= lalu.mulai:
                yield (
                    f"Masa jabatan {lalu}",
                    f"Bertindih dengan {awal} sejak {awal.mulai:%d/%m/%Y}. Isi akhir masa jabatan yang terdahulu.",
                )


def penduduk_menjumlah() -> Pelanggaran:
    """Laki-laki and perempuan add up to the population, where all three are known."""
    for p in ProfilKecamatan.objects.select_related("kecamatan").exclude(
        penduduk=F("penduduk_laki_laki") + F("penduduk_perempuan")
    ):
        if None not in (p.penduduk, p.penduduk_laki_laki, p.penduduk_perempuan):
            yield (
                f"{p.kecamatan.nama} {p.tahun}, profil",
                f"Penduduk {p.penduduk} jiwa bukan jumlah {p.penduduk_laki_laki} laki-laki dan "
                f"{p.penduduk_perempuan} perempuan. Periksa ketiganya.",
            )


def jumlah_desa_resmi() -> Pelanggaran:
    """The desa and kelurahan listed are as many as Kemendagri counts."""
    for k in Kecamatan.objects.annotate(tercatat=Count("desa")).filter(tercatat__gt=0):
        if k.jumlah_desa is None or k.jumlah_kelurahan is None:
            continue
        if k.tercatat != k.jumlah_desa + k.jumlah_kelurahan:
            yield (
                f"{k.nama}, desa",
                f"Tercatat {k.tercatat} desa/kelurahan; menurut Kemendagri {k.jumlah_desa + k.jumlah_kelurahan}. "
                "Periksa daftarnya.",
            )


ATURAN_WILAYAH = (
    Aturan("kode-sekabupaten", kode_sekabupaten),
    Aturan("unit-sekecamatan", unit_sekecamatan),
    Aturan("unit-sampai-camat", unit_sampai_camat),
    Aturan("keanggotaan-sekecamatan", keanggotaan_sekecamatan),
    Aturan("masa-jabatan-tidak-bertindih", masa_jabatan_tidak_bertindih),
    Aturan("penduduk-menjumlah", penduduk_menjumlah),
    Aturan("jumlah-desa-resmi", jumlah_desa_resmi, Tingkat.PERINGATAN),
)
