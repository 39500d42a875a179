"""Analysis 2: realisasi and capaian of this year against earlier years (2 to 5 year columns)."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import nama_renstra, sumber_data
from reports.prose.comparison_sentences import kalimat_perubahan, kalimat_tren
from reports.prose.language import kalimat, paragraf, rapi, say_persen, shown_decimals
from reports.prose.sentences import say_indikator
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from reports.tables.printed import TIDAK_TERSEDIA
from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, HasilIndikator, HasilSasaran, Perubahan
from sakip.capaian.values import Keadaan
from sakip.text.numbers import format_angka

#: Width in percent of a year column, by the number of years shown.
_LEBAR_TAHUN = {2: 14, 3: 11, 4: 9, 5: 7}


def tahun_sebelumnya(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Tables of target, realisasi and capaian per year with the changes in words; one sentence without data."""
    tahun = tahun_terbanding(sasaran)
    if not tahun:
        return (
            Paragraf(
                isi=kalimat(
                    f"Perkembangan kinerja {TIDAK_DAPAT_DISIMPULKAN} karena target dan realisasi sebelum tahun "
                    f"{letak.tahun} tidak tersedia"
                )
            ),
        )
    semua = (*tahun, letak.tahun)
    return (
        _tabel_realisasi(naskah, sasaran, letak, semua),
        *_tabel_capaian(naskah, sasaran, letak, semua),
        *(
            Paragraf(isi=_uraian(i, letak, tunggal=len(sasaran.indikator) == 1, urutan=letak.urutan(urutan)))
            for urutan, i in enumerate(sasaran.indikator)
        ),
    )


def tahun_terbanding(sasaran: HasilSasaran) -> tuple[int, ...]:
    """Earlier years for which at least one indikator has a realisasi or a target, oldest first, at most four."""
    tahun = {p.tahun for i in sasaran.indikator for p in i.perubahan if _berisi(p)}
    return tuple(sorted(tahun))[-4:]


def _berisi(perubahan: Perubahan) -> bool:
    ada_realisasi = perubahan.realisasi is not None and perubahan.realisasi.keadaan is KeadaanNilai.TERISI
    return ada_realisasi or perubahan.capaian.target is not None


def _uraian(i: HasilIndikator, letak: Letak, *, tunggal: bool, urutan: int) -> str:
    """The year before in full, the nearest comparable year if that is another one, and the course over all."""
    terisi = [p for p in i.perubahan if _berisi(p)]
    if not terisi:
        return kalimat(
            f"Perkembangan {say_indikator(i, tunggal)} {TIDAK_DAPAT_DISIMPULKAN} karena data tahun-tahun sebelumnya "
            f"tidak tersedia"
        )
    dibahas = [terisi[-1]]
    if terisi[-1].keadaan is not Keadaan.TERHITUNG:
        dibahas += [p for p in terisi if p.keadaan is Keadaan.TERHITUNG][-1:]
    return paragraf(
        # Once named, it is "indikator ini" for the rest of the paragraph.
        *(
            kalimat_perubahan(i, p, letak.tahun, tunggal=tunggal or n > 0, urutan=urutan + n)
            for n, p in enumerate(dibahas)
        ),
        kalimat_tren(i, letak.tahun),
    )


def _tabel_realisasi(naskah: Naskah, sasaran: HasilSasaran, letak: Letak, tahun: tuple[int, ...]) -> Tabel:
    n, lebar = len(tahun), _LEBAR_TAHUN[len(tahun)]
    return Tabel(
        kunci=f"tabel-tahun-lalu-{letak.kunci}",
        judul=f"Target dan Realisasi Sasaran {letak.nomor} Tahun {tahun[0]}–{tahun[-1]}",
        kolom=kolom(100 - 2 * n * lebar, *((lebar, "kanan") for _ in range(2 * n))),
        kepala=header(
            Sel(isi="Indikator kinerja", baris=2),
            Sel(isi="Target", kolom=n),
            Sel(isi="Realisasi", kolom=n),
        )
        + header(*(str(t) for t in (*tahun, *tahun))),
        baris=tuple(
            row(
                sel(rapi(i.nama), kepala=True),
                *(sel(_cetak(i, t, letak)[0]) for t in tahun),
                *(sel(_cetak(i, t, letak)[1]) for t in tahun),
            )
            for i in sasaran.indikator
        ),
        sumber=_sumber(naskah, sasaran, tahun),
        ukuran="mini" if n > 3 else "kecil",
    )


def _tabel_capaian(
    naskah: Naskah, sasaran: HasilSasaran, letak: Letak, tahun: tuple[int, ...]
) -> tuple[Tabel, ...]:
    """Capaian per year and its change; left out where no earlier capaian is known, since it would say nothing."""
    if not any(p.capaian.nilai is not None for i in sasaran.indikator for p in i.perubahan):
        return ()
    n, lebar, lebar_perubahan = len(tahun), 13 if len(tahun) < 5 else 12, 15
    return (
        Tabel(
            kunci=f"tabel-capaian-tahun-lalu-{letak.kunci}",
            judul=f"Perkembangan Capaian Sasaran {letak.nomor} Tahun {tahun[0]}–{tahun[-1]}",
            kolom=kolom(
                100 - n * lebar - lebar_perubahan,
                *((lebar, "kanan") for _ in range(n)),
                (lebar_perubahan, "kanan"),
            ),
            kepala=header(
                Sel(isi="Indikator kinerja", baris=2),
                Sel(isi="Capaian", kolom=n),
                Sel(isi=f"Perubahan {tahun[-2]}–{tahun[-1]} (poin)", baris=2),
            )
            + header(*(str(t) for t in tahun)),
            baris=tuple(
                row(
                    sel(rapi(i.nama), kepala=True),
                    *(sel(_cetak(i, t, letak)[2]) for t in tahun),
                    sel(_selisih(i, tahun[-2])),
                )
                for i in sasaran.indikator
            ),
            sumber=_sumber(naskah, sasaran, tahun),
            ukuran="mini" if n > 4 else "kecil",
        ),
    )


def _sumber(naskah: Naskah, sasaran: HasilSasaran, tahun: tuple[int, ...]) -> str:
    snapshot = naskah.snapshot
    # The target of an earlier year is that year's latest PK's, else the Renstra's.
    pk = {p.tahun: p for p in sorted((*snapshot.pk_lalu, *snapshot.pk), key=lambda p: (p.tahun, p.versi))}
    dari_pk = [nama_pk(pk[t]) for t in tahun if t in pk]
    tanpa_pk = {
        p.tahun
        for i in sasaran.indikator
        for p in i.perubahan
        if p.capaian.target is not None and p.tahun not in pk
    }
    dari_renstra = [nama_renstra(snapshot)] if tanpa_pk & set(tahun) else []
    return sumber_data(naskah, sasaran.indikator, tahun, [*dari_pk, *dari_renstra])


def _lalu(i: HasilIndikator, tahun: int) -> Perubahan | None:
    return next((p for p in i.perubahan if p.tahun == tahun), None)


def _cetak(i: HasilIndikator, tahun: int, letak: Letak) -> tuple[str, str, str]:
    """Target, realisasi and capaian of a year, as the tables print them."""
    if tahun == letak.tahun:
        return i.target_cetak, i.realisasi_cetak, say_persen(i.capaian.nilai)
    lalu = _lalu(i, tahun)
    if lalu is None:
        return TIDAK_TERSEDIA, TIDAK_TERSEDIA, TIDAK_DAPAT_DISIMPULKAN
    target = TIDAK_TERSEDIA if lalu.capaian.target is None else lalu.target_cetak
    return target, lalu.realisasi_cetak, say_persen(lalu.capaian.nilai)


def _selisih(i: HasilIndikator, tahun: int) -> str:
    lalu = _lalu(i, tahun)
    if lalu is None or lalu.selisih_capaian is None:
        return TIDAK_DAPAT_DISIMPULKAN
    return bertanda(lalu.selisih_capaian)


def bertanda(selisih: Decimal) -> str:
    """A difference with its sign: "+5,00", "-2,50", "0,00"."""
    return f"{'+' if selisih > 0 else ''}{format_angka(selisih, max(2, shown_decimals(selisih)))}"
