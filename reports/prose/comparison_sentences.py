"""Generated sentences of comparison: with earlier years, with the Renstra's last year, with wider areas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reports.prose.language import (
    besar_selisih,
    count_of,
    dengan_satuan,
    gerak_selisih,
    kalimat,
    klausa,
    paragraf,
    persen,
    ragam,
    rangkai,
    rapi,
    sebesar,
    unik,
)
from reports.prose.sentences import realisasi_indikator, say_indikator, say_shortfall
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Arah,
    Capaian,
    HasilIndikator,
    HasilPembanding,
    Perubahan,
)
from sakip.capaian.rumus import definisi_rumus

_NOL = Decimal(0)

# -- earlier years ---------------------------------------------------------------------------------


def kalimat_perubahan(
    indikator: HasilIndikator, perubahan: Perubahan, tahun: int, *, tunggal: bool, urutan: int = 0
) -> str:
    """Change of realisasi against one earlier year and, kept apart from it, the change of capaian."""
    subjek = say_indikator(indikator, tunggal)
    if perubahan.selisih_realisasi is None:
        alasan = _alasan_tahun(perubahan.alasan, perubahan.tahun, indikator.capaian.alasan)
        return kalimat(
            f"Perbandingan {subjek} dengan tahun {perubahan.tahun} {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}"
        )
    lalu = dengan_satuan(perubahan.realisasi_cetak, indikator.satuan)
    kini = realisasi_indikator(indikator)
    gerak = gerak_selisih(perubahan.selisih_realisasi, perubahan.satuan)
    akibat = _akibat(perubahan.arah)
    if perubahan.selisih_realisasi == _NOL:
        pilihan: tuple[str, ...] = (
            f"Realisasi {subjek} tetap {kini} seperti pada tahun {perubahan.tahun}",
            f"Dibandingkan dengan tahun {perubahan.tahun}, realisasi {subjek} tetap, yaitu {kini}",
        )
        if lalu != kini:
            # Two printed forms of one value ("B" and "B (63)") must not read as a misprint.
            pilihan = (
                f"Realisasi {subjek} tetap: {lalu} pada tahun {perubahan.tahun} dan {kini} pada tahun {tahun}",
            )
    else:
        pilihan = (
            f"Dibandingkan dengan tahun {perubahan.tahun}, realisasi {subjek} {gerak}, dari {lalu} menjadi "
            f"{kini}{f', sehingga kinerja {akibat}' if akibat else ''}",
            f"Realisasi {subjek} {gerak} terhadap tahun {perubahan.tahun}, yakni dari {lalu} menjadi "
            f"{kini}{f', sehingga kinerjanya {akibat}' if akibat else ''}",
            f"Pada tahun {perubahan.tahun} realisasi {subjek} tercatat {lalu}. Realisasi tahun {tahun} {sebesar(kini)} "
            f"berarti {gerak}{f' dan menunjukkan kinerja yang {akibat}' if akibat else ''}",
        )
    return paragraf(kalimat(ragam(urutan, *pilihan)), kalimat_perubahan_capaian(indikator, perubahan, urutan))


def kalimat_perubahan_capaian(indikator: HasilIndikator, perubahan: Perubahan, urutan: int = 0) -> str:
    """Change of capaian in percentage points, or why it cannot be told."""
    kini, lalu = indikator.capaian.nilai, perubahan.capaian.nilai
    if perubahan.selisih_capaian is None or kini is None or lalu is None:
        alasan = _alasan_tahun(perubahan.capaian.alasan, perubahan.tahun, indikator.capaian.alasan)
        return kalimat(
            ragam(
                urutan,
                f"Perubahan capaian kinerjanya {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}",
                f"Karena {alasan}, perubahan capaian kinerjanya {TIDAK_DAPAT_DISIMPULKAN}",
            )
        )
    if perubahan.selisih_capaian == _NOL:
        return kalimat(f"Capaian kinerjanya tetap {persen(kini)}")
    gerak = gerak_selisih(perubahan.selisih_capaian, "poin")
    target = _perubahan_target(indikator, perubahan)
    return kalimat(
        ragam(
            urutan,
            f"Capaian kinerjanya {gerak}, dari {persen(lalu)} menjadi {persen(kini)}{target}",
            f"Dari segi capaian kinerja, nilainya {gerak}, yaitu dari {persen(lalu)} menjadi {persen(kini)}{target}",
        )
    )


def _perubahan_target(indikator: HasilIndikator, perubahan: Perubahan) -> str:
    """A capaian may rise while the realisasi falls, and the other way about, where the target was changed."""
    lalu, kini = perubahan.target_cetak, indikator.target_cetak
    if lalu == kini:
        return ""
    dari, ke = (dengan_satuan(t, indikator.satuan) for t in (lalu, kini))
    return f", dengan target yang berubah dari {dari} menjadi {ke}"


def kalimat_tren(indikator: HasilIndikator, tahun: int) -> str:
    """Course of the realisasi over three years or more; empty when fewer are known or the units differ."""
    deret = [p for p in indikator.perubahan if p.selisih_realisasi is not None]
    if len(deret) < 2 or len({p.satuan for p in deret}) > 1:
        return ""
    # Each difference is this year minus that year, so its negation places the years on one line ending at 0.
    letak = [-p.selisih_realisasi for p in deret if p.selisih_realisasi is not None] + [_NOL]
    gerak = _arah_deret([b - a for a, b in pairwise(letak)])
    akibat = _akibat(deret[0].arah) if gerak not in _TANPA_ARAH else ""
    return kalimat(
        f"Sepanjang {count_of(len(letak), 'tahun')} yang tercatat antara {deret[0].tahun} dan {tahun}, realisasi "
        f"indikator ini {gerak}{f', yang berarti kinerja {akibat}' if akibat else ''}"
    )


_TANPA_ARAH = ("tidak berubah", "berfluktuasi")


def _arah_deret(langkah: Sequence[Decimal]) -> str:
    """Words for a series by its steps from year to year."""
    if not any(langkah):
        return "tidak berubah"
    if all(n >= _NOL for n in langkah):
        return "terus naik" if all(langkah) else "cenderung naik"
    if all(n <= _NOL for n in langkah):
        return "terus turun" if all(langkah) else "cenderung turun"
    return "berfluktuasi"


def _akibat(arah: Arah) -> str:
    """What a change means for kinerja; empty where that cannot be told."""
    return "" if arah is Arah.TIDAK_DAPAT_DISIMPULKAN else str(arah.value)


def _alasan_tahun(alasan: str, tahun: int, kini: str) -> str:
    """The reason, naming the year it belongs to; ``kini`` is this year's own where the earlier year has none."""
    if not alasan:
        return klausa(kini)
    if alasan == "target belum ditetapkan":  # nobody will set the target of a year that is over
        return f"target tahun {tahun} tidak tersedia"
    return (
        klausa(alasan) if str(tahun) in alasan or alasan == kini else f"pada tahun {tahun} {klausa(alasan)}"
    )


# -- end of the Renstra ----------------------------------------------------------------------------


def kalimat_kemajuan(indikator: HasilIndikator, tahun: int, *, tunggal: bool, urutan: int = 0) -> str:
    """Tingkat kemajuan against the target of the Renstra's last year."""
    kemajuan = indikator.kemajuan
    subjek = say_indikator(indikator, tunggal)
    akhir = f" tahun {indikator.tahun_akhir}" if indikator.tahun_akhir is not None else ""
    if kemajuan.nilai is None:
        return kalimat(
            f"Tingkat kemajuan {subjek} terhadap target akhir Renstra{akhir} {TIDAK_DAPAT_DISIMPULKAN} karena "
            f"{klausa(kemajuan.alasan)}"
        )
    target = sebesar(dengan_satuan(indikator.target_akhir_cetak, indikator.satuan))
    realisasi, nilai = realisasi_indikator(indikator), persen(kemajuan.nilai)
    keterangan = _keterangan_kemajuan(kemajuan, tahun, indikator.tahun_akhir)
    return kalimat(
        ragam(
            urutan,
            f"Renstra menetapkan target akhir{akhir} {target} untuk {subjek}. Realisasi tahun {tahun} "
            f"{sebesar(realisasi)} menempatkan tingkat kemajuan pada {nilai}, {keterangan}",
            f"Terhadap target akhir Renstra{akhir} {target}, realisasi {subjek} {sebesar(realisasi)} "
            f"menunjukkan tingkat kemajuan {nilai}, {keterangan}",
            f"Tingkat kemajuan {subjek} sampai dengan tahun {tahun} adalah {nilai}, dihitung dari realisasi "
            f"{realisasi} terhadap target akhir Renstra{akhir} {target}, {keterangan}",
        )
    )


def _keterangan_kemajuan(kemajuan: Capaian, tahun: int, tahun_akhir: int | None) -> str:
    if kemajuan.letak is None or kemajuan.nilai is None:
        return ""
    if kemajuan.letak > 0:
        return "sehingga target akhir periode telah terlampaui"
    if kemajuan.letak == 0:
        return "sehingga target akhir periode telah terpenuhi"
    if definisi_rumus(kemajuan.rumus).berperingkat:
        # What is missing are ranks of the scale; the working beside the table names them.
        if tahun_akhir is not None and tahun >= tahun_akhir:
            return "sehingga peringkat yang ditargetkan pada akhir periode belum terpenuhi"
        return "sehingga peringkat predikatnya masih perlu ditingkatkan sampai akhir periode"
    jarak = say_shortfall(kemajuan.nilai)
    if tahun_akhir is not None and tahun >= tahun_akhir:
        return f"sehingga target akhir periode belum terpenuhi, kurang {jarak} dari 100%"
    return f"sehingga masih kurang {jarak} dari 100% sampai akhir periode"


# -- kabupaten, provinsi, nasional -----------------------------------------------------------------


def kalimat_pembanding(
    indikator: HasilIndikator, pembanding: HasilPembanding, wilayah: str, *, tunggal: bool, urutan: int = 0
) -> str:
    """Realisasi against the value of ``wilayah`` ("Kabupaten Jember", "nasional") where both are known."""
    subjek, realisasi = say_indikator(indikator, tunggal), sebesar(realisasi_indikator(indikator))
    acuan = f"{wilayah} tahun {pembanding.tahun} {sebesar(dengan_satuan(pembanding.cetak, indikator.satuan))}"
    if pembanding.selisih is None:
        return kalimat(
            f"Perbandingan {subjek} dengan nilai {acuan} {TIDAK_DAPAT_DISIMPULKAN} karena {klausa(pembanding.alasan)}"
        )
    if pembanding.selisih == _NOL:
        return kalimat(
            ragam(
                urutan,
                f"Realisasi {subjek} {realisasi} setara dengan nilai {acuan}",
                f"Dibandingkan dengan nilai {acuan}, realisasi {subjek} {realisasi} adalah setara",
            )
        )
    letak = "di atas" if pembanding.selisih > _NOL else "di bawah"
    jarak = besar_selisih(pembanding.selisih, pembanding.satuan)
    akibat = {
        Arah.MEMBAIK: ", atau lebih baik",
        Arah.MENURUN: ", sehingga masih perlu ditingkatkan",
    }.get(pembanding.arah, "")
    return kalimat(
        ragam(
            urutan,
            f"Realisasi {subjek} {realisasi} berada {jarak} {letak} nilai {acuan}{akibat}",
            f"Dibandingkan dengan nilai {acuan}, realisasi {subjek} {realisasi} berada {jarak} {letak} nilai tersebut"
            f"{akibat}",
        )
    )


def kalimat_tanpa_pembanding(
    indikator: HasilIndikator,
    tingkat: Sequence[str],
    alasan: Sequence[str],
    *,
    tunggal: bool,
    urutan: int = 0,
) -> str:
    """That values of the named levels are not available, with the recorded reasons where there are any."""
    subjek, daerah = say_indikator(indikator, tunggal), rangkai(tingkat)
    # A reason that only repeats that the data are not available explains nothing.
    penjelas = [klausa(a) for a in unik(alasan) if not rapi(a).endswith("tidak tersedia")]
    sebab = f" karena {rangkai(penjelas)}" if penjelas else ""
    return kalimat(
        ragam(
            urutan,
            f"Data pembanding tingkat {daerah} untuk {subjek} tidak tersedia{sebab}, sehingga perbandingannya "
            f"{TIDAK_DAPAT_DISIMPULKAN}",
            f"Perbandingan {subjek} dengan tingkat {daerah} {TIDAK_DAPAT_DISIMPULKAN}"
            f"{sebab or ' karena data pembandingnya tidak tersedia'}",
            f"Untuk {subjek} tidak tersedia data pembanding tingkat {daerah}{sebab}, sehingga perbandingannya "
            f"{TIDAK_DAPAT_DISIMPULKAN}",
        )
    )
