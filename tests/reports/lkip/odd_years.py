"""Kecamatan-years that no contoh is like, made up to be read: each is odd in one way, and small.

``shrinking`` goes away from its last target, ``lettered`` promises letters alone, ``unmeasured`` has a PK and a pagu
and no result yet, ``wide`` has three sasaran with ten indikator each, ``changed`` drops and adds within its year,
``perfect`` met everything to the digit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from reports.publish.naskah import Narasi, Naskah
from sakip.capaian.inputs import Lingkup, Pembanding
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import KeadaanNilai, Nilai, Target
from sakip.snapshot.types import (
    LHE,
    AnggaranLalu,
    DukunganProgram,
    Indikator,
    PembandingIndikator,
    PerjanjianKinerja,
    Prestasi,
    Renstra,
    Snapshot,
    SurveiKepuasan,
    TindakLanjut,
)
from tests.reports.lkip.example_plan import BUPATI
from tests.reports.lkip.naskah_material import (
    CAMAT,
    angka,
    filled,
    huruf,
    indikator,
    lettered,
    naskah,
    not_available,
    persen,
    pk,
    realisasi,
    renstra,
    sasaran,
    tujuan,
)
from tests.reports.lkip.odd_material import programs, year_of
from tests.sakip.capaian.example_scales import AKIP_2021, SKM_2017

D = Decimal


def shrinking() -> Snapshot:
    """Two indikator, both worse than when the Renstra began: 60 → 48 of 80, and 4 → 9 conflicts with 3 as the most."""
    rencana = renstra(
        2021,
        2026,
        tujuan(
            "t1",
            "Terwujudnya wilayah yang tertib",
            sasaran(
                "tertib",
                "Meningkatnya ketertiban umum",
                indikator(
                    "selesai",
                    "Persentase laporan yang diselesaikan",
                    target={2021: persen("60"), 2022: persen("65"), 2023: persen("70"), 2026: persen("80")},
                ),
                indikator(
                    "konflik",
                    "Jumlah konflik antarwarga",
                    satuan="kasus",
                    rumus=Rumus.NEGATIF,
                    target={2021: angka("5"), 2022: angka("4"), 2023: angka("4"), 2026: angka("3")},
                ),
            ),
        ),
    )
    return year_of(
        2023,
        rencana,
        {"selesai": persen("70"), "konflik": angka("4")},
        realisasi=(
            realisasi("selesai", 2021, filled("60", "%")),
            realisasi("selesai", 2022, filled("55", "%")),
            realisasi("selesai", 2023, filled("48", "%")),
            realisasi("konflik", 2021, filled("4")),
            realisasi("konflik", 2022, filled("6")),
            realisasi("konflik", 2023, filled("9")),
        ),
        anggaran=programs(890_000_000, 90_000_000, 50_000_000),
        anggaran_lalu=(AnggaranLalu(tahun=2022, pagu=D(1_000_000_000), realisasi=D(900_000_000)),),
        dukungan=(DukunganProgram(kunci_sasaran="tertib", program=("7.01.04",)),),
    )


def lettered_year() -> Snapshot:
    """Letters as targets: Nilai AKIP B → A of BB, mutu pelayanan C of B, and one whose letter is not known."""
    rencana = renstra(
        2021,
        2026,
        tujuan(
            "t1",
            "Terwujudnya pemerintahan yang akuntabel dan melayani",
            sasaran(
                "akuntabel",
                "Meningkatnya akuntabilitas kinerja",
                indikator(
                    "akip",
                    "Predikat AKIP",
                    satuan="Predikat",
                    rumus=Rumus.PREDIKAT,
                    skala=AKIP_2021,
                    target={2022: huruf("B"), 2023: huruf("BB"), 2026: huruf("A")},
                ),
                indikator(
                    "zona",
                    "Predikat zona integritas",
                    satuan="Predikat",
                    rumus=Rumus.PREDIKAT,
                    skala=AKIP_2021,
                    target={2026: huruf("A")},
                ),
            ),
            sasaran(
                "layanan",
                "Meningkatnya mutu pelayanan",
                indikator(
                    "mutu",
                    "Mutu pelayanan",
                    satuan="Predikat",
                    rumus=Rumus.PREDIKAT,
                    skala=SKM_2017,
                    target={2022: huruf("C"), 2023: huruf("B"), 2026: huruf("A")},
                ),
            ),
        ),
    )
    return year_of(
        2023,
        rencana,
        {"akip": huruf("BB"), "zona": huruf("B"), "mutu": huruf("B")},
        realisasi=(
            realisasi("akip", 2022, lettered("B")),
            realisasi("akip", 2023, lettered("A")),
            realisasi("zona", 2023, not_available("Penilaian zona integritas ditunda")),
            realisasi("mutu", 2022, lettered("B")),
            realisasi("mutu", 2023, lettered("C")),
        ),
        pembanding=(
            PembandingIndikator(
                kunci_indikator="akip",
                nilai=(
                    Pembanding(
                        lingkup=Lingkup.KABUPATEN, tahun=2023, nilai=lettered("BB"), sumber="LHE Kabupaten"
                    ),
                    Pembanding(
                        lingkup=Lingkup.NASIONAL, tahun=2022, nilai=lettered("B"), sumber="Kementerian PANRB"
                    ),
                ),
            ),
        ),
        anggaran=programs(890_000_000, 100_000_000, 0),
        dukungan=(
            DukunganProgram(kunci_sasaran="akuntabel", program=("7.01.01",)),
            DukunganProgram(kunci_sasaran="layanan", program=("7.01.02", "7.01.04")),
        ),
    )


def unmeasured() -> Snapshot:
    """Agreed and budgeted; nothing is measured and nothing spent yet."""
    rencana = shrinking().renstra[0]
    return year_of(
        2024,
        rencana,
        {"selesai": persen("75"), "konflik": angka("3")},
        anggaran=programs(None, None, None),
        dukungan=(DukunganProgram(kunci_sasaran="tertib", program=("7.01.04",)),),
    )


def _ten(letter: str, what: str) -> tuple[Indikator, ...]:
    return tuple(
        indikator(
            f"{letter}{n}",
            f"Persentase {what} kelompok {n}",
            target={2022: persen("80"), 2023: persen("90"), 2026: persen("100")},
        )
        for n in range(1, 11)
    )


def wide() -> Snapshot:
    """Three sasaran with ten indikator each; the n-th of a sasaran realised 80 + 2n of 90: 82 … 100."""
    subjects = {"a": "warga yang terlayani", "b": "desa yang tertib", "c": "usulan yang ditindaklanjuti"}
    rencana = renstra(
        2021,
        2026,
        tujuan(
            "t1",
            "Terwujudnya pelayanan yang merata",
            *(
                sasaran(letter, f"Meningkatnya {what}", *_ten(letter, what))
                for letter, what in subjects.items()
            ),
        ),
    )
    every = [i.kunci for s in rencana.tujuan[0].sasaran for i in s.indikator]
    return year_of(
        2023,
        rencana,
        {key: persen("90") for key in every},
        pk_lalu=(pk(2022, rencana, {key: persen("80") for key in every}),),
        realisasi=tuple(
            realisasi(key, tahun, filled(str(value + 2 * int(key[1:])), "%"), "Laporan tahunan")
            for key in every
            for tahun, value in ((2022, 75), (2023, 80))
        ),
        anggaran=programs(890_000_000, 95_000_000, 49_000_000),
        dukungan=(
            DukunganProgram(kunci_sasaran="a", program=("7.01.01",)),
            DukunganProgram(kunci_sasaran="b", program=("7.01.02",)),
            DukunganProgram(kunci_sasaran="c", program=("7.01.04",)),
        ),
    )


def _amended(first: PerjanjianKinerja, rencana: Renstra) -> PerjanjianKinerja:
    """A target lowered, one raised, a name changed, one dropped, one added, and money moved."""
    return replace(
        pk(
            2023,
            rencana,
            {"ikm": angka("82"), "waktu": persen("95"), "adu": persen("100")},
            versi=1,
        ),
        alasan="b",
        tanggal=date(2023, 10, 12),
        pihak_pertama=CAMAT,
        pihak_kedua=BUPATI,
        anggaran=(replace(first.anggaran[0], anggaran=D(880_000_000)), *first.anggaran[1:]),
    )


def changed() -> Snapshot:
    """PK murni and perubahan that differ in every way that they can."""
    one = indikator("ikm", "Indeks Kepuasan Masyarakat", satuan="indeks", target={2023: angka("84")})
    other = indikator("waktu", "Persentase layanan tepat waktu", target={2023: persen("90")})
    dropped = indikator("desa", "Persentase desa tertib administrasi", target={2023: persen("80")})
    added = indikator("adu", "Persentase pengaduan yang ditindaklanjuti", target={2026: persen("100")})
    rencana = renstra(
        2021,
        2026,
        tujuan(
            "t1",
            "Terwujudnya pelayanan prima",
            sasaran("layanan", "Meningkatnya kualitas pelayanan", one, other, added),
            sasaran("desa", "Meningkatnya tata kelola desa", dropped),
        ),
    )
    base = year_of(2023, rencana, {"ikm": angka("84"), "waktu": persen("90"), "desa": persen("80")})
    return replace(
        base,
        pk=(*base.pk, _amended(base.pk[0], rencana)),
        realisasi=(
            realisasi("ikm", 2022, filled("80")),
            realisasi("ikm", 2023, filled("83")),
            realisasi("waktu", 2023, filled("95", "%")),
            realisasi("desa", 2023, filled("75", "%")),
            realisasi("adu", 2023, Nilai(keadaan=KeadaanNilai.TERISI, pembilang=D(7), penyebut=D(8))),
        ),
        anggaran=tuple(
            replace(a, pagu_perubahan=D(880_000_000) if a.program == "7.01.01" else a.pagu_murni)
            for a in programs(870_000_000, 99_000_000, 40_000_000)
        ),
        dukungan=(
            DukunganProgram(kunci_sasaran="layanan", program=("7.01.02",)),
            DukunganProgram(kunci_sasaran="desa", program=("7.01.04",)),
        ),
    )


def perfect() -> Snapshot:
    """Everything met to the digit, every rupiah spent, compared with everybody, in the last year of the Renstra."""
    rencana = renstra(
        2019,
        2023,
        tujuan(
            "t1",
            "Terwujudnya pelayanan prima",
            sasaran(
                "layanan",
                "Meningkatnya kualitas pelayanan",
                indikator("ikm", "IKM", satuan="indeks", target={2022: angka("84"), 2023: angka("85")}),
            ),
            sasaran(
                "waktu",
                "Meningkatnya ketepatan waktu pelayanan",
                indikator(
                    "lama",
                    "Lama pelayanan kartu keluarga",
                    satuan="menit",
                    rumus=Rumus.RENTANG,
                    target={
                        2022: Target(bawah=D(10), atas=D(20), cetak="10–20"),
                        2023: Target(bawah=D(10), atas=D(20), cetak="10–20"),
                    },
                ),
                indikator(
                    "aduan",
                    "Jumlah aduan",
                    satuan="aduan",
                    rumus=Rumus.NEGATIF,
                    target={2022: angka("0"), 2023: angka("0")},
                ),
            ),
        ),
    )
    nine = [D(n) for n in ("3.4", "3.4", "3.4", "3.4", "3.4", "3.4", "3.4", "3.4", "3.4")]
    survey = SurveiKepuasan(
        kunci_indikator="ikm",
        periode="Semester II",
        responden=1,
        **{f"u{n}": value for n, value in enumerate(nine, start=1)},  # type: ignore[arg-type]
        sumber="",
    )
    lingkup = (Lingkup.KABUPATEN, Lingkup.PROVINSI, Lingkup.NASIONAL)
    return year_of(
        2023,
        rencana,
        {
            "ikm": angka("85"),
            "lama": Target(bawah=D(10), atas=D(20), cetak="10–20"),
            "aduan": angka("0"),
        },
        realisasi=(
            realisasi("ikm", 2022, filled("85")),
            realisasi("ikm", 2023, filled("85")),
            realisasi("lama", 2022, filled("25")),
            realisasi("lama", 2023, filled("15")),
            realisasi("aduan", 2022, filled("2")),
            realisasi("aduan", 2023, filled("0")),
        ),
        pembanding=(
            PembandingIndikator(
                kunci_indikator="ikm",
                nilai=tuple(
                    Pembanding(lingkup=one, tahun=2023, nilai=filled("85"), sumber="Laporan")
                    for one in lingkup
                ),
            ),
        ),
        anggaran=programs(900_000_000, 100_000_000, 50_000_000),
        anggaran_lalu=(AnggaranLalu(tahun=2022, pagu=D(1_000_000_000), realisasi=D(1_000_000_000)),),
        dukungan=(
            DukunganProgram(kunci_sasaran="layanan", program=("7.01.01", "7.01.02")),
            DukunganProgram(kunci_sasaran="waktu", program=("7.01.02", "7.01.04")),
        ),
        survei=(survey,),
        prestasi=(
            Prestasi(
                jenis="inovasi",
                nama="Antar berkas",
                uraian="",
                pemberi="",
                tanggal=None,
                kunci_sasaran="",
                bukti="",
            ),
        ),
        lhe=(
            LHE(
                nomor="",
                tanggal=None,
                nilai=D("70"),
                predikat="B",
                perencanaan=None,
                pengukuran=None,
                pelaporan=None,
                evaluasi=None,
            ),
        ),
        tindak_lanjut=(
            TindakLanjut(
                kunci_indikator="aduan",
                indikator="Jumlah aduan",
                tahun=2022,
                tindakan="Menata loket.",
                penanggung_jawab=(),
                batas_waktu=date(2023, 6, 30),
                keadaan="Selesai",
                hasil="",
            ),
        ),
    )


#: Name → the year.
ODD: Final[dict[str, Callable[[], Snapshot]]] = {
    "shrinking": shrinking,
    "lettered": lettered_year,
    "unmeasured": unmeasured,
    "wide": wide,
    "changed": changed,
    "perfect": perfect,
}


def odd(name: str, *narasi: Narasi) -> Naskah:
    return naskah(ODD[name](), narasi=narasi)
