"""Renstra: versions, tujuan, sasaran, indikator and their targets per year."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kecamatan.bacaan import Objek
from kecamatan.selaras import Baris, Sisa
from sakip import models as m
from sakip.offered_rumus import offered_rumus, refuse_rumus
from sakip.services.contoh.konteks import Konteks, kolom_target


def renstra(konteks: Konteks, periode: m.PeriodeRPJMD | None) -> None:
    """Write every version and remember sasaran and indikator by kunci; of two versions the later one's count."""
    misi = _misi_diacu(konteks, periode)
    per_periode: dict[int, list[Baris]] = {}
    for asal in konteks.asal.daftar("renstra"):
        tahun_awal = asal.bulat_wajib("tahun_awal")
        per_periode.setdefault(tahun_awal, []).append(
            (
                asal,
                {
                    "versi": asal.bulat_wajib("versi"),
                    "tahun_akhir": asal.bulat_wajib("tahun_akhir"),
                    "dasar": asal.teks("dasar"),
                    "tanggal": asal.tanggal("tanggal"),
                    "sumber": asal.teks("sumber"),
                    "periode_rpjmd": periode,
                    "misi_diacu": misi,
                }
                | (_acuan_sendiri(konteks, asal) if konteks.selaras.utuh else {}),
            )
        )
    for tahun_awal, baris in per_periode.items():
        versi = konteks.selaras.daftar(
            m.Renstra,
            baris,
            asal=konteks.asal,
            induk={"kecamatan": konteks.kecamatan, "tahun_awal": tahun_awal},
            kunci=("versi",),
            sisa=Sisa.TUNDA,
        )
        for tercatat, (asal, _) in zip(versi, baris, strict=True):
            _versi(konteks, tercatat, asal)
    if konteks.selaras.utuh:
        konteks.selaras.daftar(
            m.Renstra,
            [],
            asal=konteks.asal,
            induk={},
            lingkup=_berlaku(konteks).exclude(tahun_awal__in=per_periode),
            kunci=("tahun_awal", "versi"),
            sisa=Sisa.TUNDA,
        )


def _berlaku(konteks: Konteks) -> QuerySet[m.Renstra]:
    """Stored versions whose period includes the year."""
    return m.Renstra.objects.for_kecamatan(konteks.kecamatan).for_tahun(konteks.tahun)


def acuan_lain(konteks: Konteks) -> None:
    """Let sasaran and indikator of other periods be referred to where the file's own have no such kunci."""
    lain = m.Renstra.objects.for_kecamatan(konteks.kecamatan).exclude(pk__in=_berlaku(konteks))
    for renstra in lain.order_by("-tahun_awal", "-versi").prefetch_related("sasaran", "indikator"):
        for sasaran in renstra.sasaran.all():
            konteks.sasaran.setdefault(sasaran.kunci, sasaran)
        for indikator in renstra.indikator.all():
            konteks.indikator.setdefault(indikator.kunci, indikator)


def _acuan_sendiri(konteks: Konteks, asal: Objek) -> dict[str, Any]:
    """RPJMD and misi that this version refers to, by first year and number."""
    tahun, nomor = asal.bulat("rpjmd"), asal.bulat("misi_diacu")
    if tahun is None:
        if nomor is not None:
            raise asal.galat("isi tahun awal RPJMD yang memuat misi itu.", "rpjmd")
        return {"periode_rpjmd": None, "misi_diacu": None}
    periode = m.PeriodeRPJMD.objects.filter(
        kabupaten=konteks.kecamatan.kabupaten_id, tahun_awal=tahun
    ).first()
    if periode is None:
        raise asal.galat(f"RPJMD yang dimulai tahun {tahun} belum dicatat. Perbaiki tahunnya.", "rpjmd")
    misi = None if nomor is None else periode.misi.filter(nomor=nomor).first()
    if nomor is not None and misi is None:
        raise asal.galat(
            f"misi {nomor} tidak ada dalam RPJMD {tahun}. Isi nomor salah satu misinya.", "misi_diacu"
        )
    return {"periode_rpjmd": periode, "misi_diacu": misi}


def _misi_diacu(konteks: Konteks, periode: m.PeriodeRPJMD | None) -> m.MisiRPJMD | None:
    nomor = konteks.asal.bulat("misi_diacu")
    if nomor is None:
        return None
    misi = m.MisiRPJMD.objects.filter(periode=periode, nomor=nomor).first() if periode else None
    if misi is None:
        raise konteks.asal.galat(
            f"misi {nomor} tidak ada dalam RPJMD berkas ini. Isi nomor salah satu misinya.", "misi_diacu"
        )
    return misi


def _versi(konteks: Konteks, renstra: m.Renstra, asal: Objek) -> None:
    daftar = asal.daftar("tujuan")
    tujuan = konteks.selaras.daftar(
        m.Tujuan,
        [(t, {"kunci": t.teks_wajib("kunci"), "uraian": t.teks_wajib("uraian")}) for t in daftar],
        asal=asal,
        induk={"renstra": renstra},
        kunci=("kunci",),
        sisa=Sisa.TUNDA,
    )
    sasaran: list[tuple[Objek, Objek, m.Tujuan]] = []
    for baris, isi in zip(tujuan, daftar, strict=True):
        _indikator_tujuan(konteks, baris, isi)
        sasaran += [(s, isi, baris) for s in isi.daftar("sasaran")]
    # All sasaran of the version at once: kunci is unique within it, and one may have moved to another tujuan.
    tercatat = konteks.selaras.daftar(
        m.Sasaran,
        [(s, {"tujuan": t} | _kolom_sasaran(konteks, renstra, s)) for s, _, t in sasaran],
        asal=asal,
        induk={"renstra": renstra},
        kunci=("kunci",),
        sisa=Sisa.TUNDA,
    )
    konteks.sasaran |= {s.kunci: s for s in tercatat}
    _indikator(konteks, renstra, asal, [(s, isi) for s, (isi, _, _) in zip(tercatat, sasaran, strict=True)])


def _indikator_tujuan(konteks: Konteks, tujuan: m.Tujuan, asal: Objek) -> None:
    daftar = asal.daftar("indikator")
    indikator = konteks.selaras.daftar(
        m.IndikatorTujuan,
        [(i, {"nama": i.teks_wajib("nama"), "satuan": i.teks("satuan")}) for i in daftar],
        asal=asal,
        induk={"tujuan": tujuan},
    )
    for baris, isi in zip(indikator, daftar, strict=True):
        _target(konteks, m.TargetTujuan, baris, isi)


def _target(konteks: Konteks, model: type[Any], indikator: Any, asal: Objek) -> None:
    konteks.selaras.daftar(
        model,
        [(t, {"tahun": tahun} | kolom_target(t)) for tahun, t in asal.per_tahun("target")],
        asal=asal,
        induk={"indikator": indikator},
        kunci=("tahun",),
    )


def _kolom_sasaran(konteks: Konteks, renstra: m.Renstra, asal: Objek) -> dict[str, Any]:
    return {
        "kunci": asal.teks_wajib("kunci"),
        "uraian": asal.teks_wajib("uraian"),
        "bobot": asal.angka("bobot"),
        "strategi": asal.daftar_teks("strategi"),
        "kebijakan": asal.daftar_teks("kebijakan"),
        "program_teks": asal.daftar_teks("program"),
        "sasaran_rpjmd": _sasaran_rpjmd(renstra, asal),
    }


def _sasaran_rpjmd(renstra: m.Renstra, asal: Objek) -> m.SasaranRPJMD | None:
    uraian = asal.teks("sasaran_rpjmd")
    if not uraian:
        return None
    sasaran = m.SasaranRPJMD.objects.filter(
        uraian=uraian, tujuan__misi__periode=renstra.periode_rpjmd
    ).order_by("tujuan__misi__nomor", "tujuan__urut", "urut")
    hasil = sasaran.first()
    if hasil is None:
        raise asal.galat(
            f'"{uraian}" bukan sasaran RPJMD berkas ini. Salin uraiannya dengan tepat.', "sasaran_rpjmd"
        )
    return hasil


def _indikator(
    konteks: Konteks, renstra: m.Renstra, asal: Objek, sasaran: list[tuple[m.Sasaran, Objek]]
) -> None:
    skala = {s.kode: s for s in m.Skala.objects.all()}
    ditawarkan = offered_rumus(konteks.kecamatan.kabupaten_id, konteks.tahun)
    # What an indikator is measured by already stays, in whichever version of the Renstra it stands.
    tersimpan = set(m.Indikator.objects.for_kecamatan(konteks.kecamatan).values_list("kunci", "rumus"))
    baris: list[Baris] = []
    for s, isi_sasaran in sasaran:
        for i in isi_sasaran.daftar("indikator"):
            kode = i.teks("skala")
            if kode and kode not in skala:
                raise i.galat(
                    f'"{kode}" tidak dikenal. Isi salah satu dari {", ".join(sorted(skala))}.', "skala"
                )
            rumus = i.teks_wajib("rumus")
            if (i.teks("kunci"), rumus) not in tersimpan and (
                pesan := refuse_rumus(rumus, ditawarkan, konteks.tahun)
            ):
                raise i.galat(pesan, "rumus")
            baris.append((i, {"sasaran": s, "skala": skala.get(kode)} | _kolom_indikator(konteks, i)))
    tercatat = konteks.selaras.daftar(
        m.Indikator,
        baris,
        asal=asal,
        induk={"renstra": renstra},
        kunci=("kunci",),
        sisa=Sisa.TUNDA,
    )
    for indikator, (isi, _) in zip(tercatat, baris, strict=True):
        _target(konteks, m.TargetRenstra, indikator, isi)
    konteks.indikator |= {i.kunci: i for i in tercatat}


def _kolom_indikator(konteks: Konteks, asal: Objek) -> dict[str, Any]:
    desimal = asal.bulat("desimal")
    return {
        "kunci": asal.teks_wajib("kunci"),
        "nama": asal.teks_wajib("nama"),
        "satuan": asal.teks("satuan"),
        "jenis_nilai": asal.teks_wajib("jenis_nilai"),
        "rumus": asal.teks_wajib("rumus"),
        "desimal": 2 if desimal is None else desimal,
        "akumulasi": asal.teks_wajib("akumulasi"),
        "bobot": asal.angka("bobot"),
        "pengali": asal.angka("pengali"),
        **{k: asal.teks(k) for k in ("pembilang", "penyebut", "formulasi", "sumber_data")},
        "penjelasan": asal.daftar_teks("penjelasan"),
        "penanggung_jawab": konteks.unit(asal),
        "iku": asal.benar("iku", bawaan=True),
        "dalam_renstra": asal.benar("dalam_renstra", bawaan=True),
    }
