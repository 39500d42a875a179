"""Small scales for the engine's tests, typed from the table of bounds; independent of the fixtures."""

from decimal import Decimal

from sakip.capaian.values import Kategori, Skala


def _skala(kode: str, nama: str, *kategori: tuple[str, str, str | None]) -> Skala:
    """Each category as (kode, label, bound): "> 75", "≥ 55", or None for the lowest."""
    return Skala(
        kode=kode,
        nama=nama,
        dasar="contoh",
        kategori=tuple(
            Kategori(
                kode=k,
                label=label,
                batas=None if batas is None else Decimal(batas[2:]),
                tertutup=batas is not None and batas.startswith("≥"),
                rentang_cetak=batas or "selebihnya",
            )
            for k, label, batas in kategori
        ),
    )


JEMBER_2020 = _skala(
    "jember-2020",
    "Jember 2020–2021",
    ("Sangat Baik", "Sangat Baik", "> 100"),
    ("Baik", "Baik", "> 75"),
    ("Cukup", "Cukup", "≥ 55"),
    ("Kurang", "Kurang", None),
)

AKIP_2021 = _skala(
    "akip-2021",
    "AKIP (Permen PANRB 88/2021)",
    ("AA", "Sangat Memuaskan", "> 90"),
    ("A", "Memuaskan", "> 80"),
    ("BB", "Sangat Baik", "> 70"),
    ("B", "Baik", "> 60"),
    ("CC", "Cukup (Memadai)", "> 50"),
    ("C", "Kurang", "> 30"),
    ("D", "Sangat Kurang", None),
)

SKM_2017 = _skala(
    "skm-2017",
    "SKM (Permen PANRB 14/2017)",
    ("A", "Sangat Baik", "> 88.30"),
    ("B", "Baik", "> 76.60"),
    ("C", "Kurang Baik", "≥ 65.00"),
    ("D", "Tidak Baik", None),
)

SKM_2004 = _skala(
    "skm-2004",
    "SKM (Kepmenpan 25/2004)",
    ("A", "Sangat Baik", "> 81.25"),
    ("B", "Baik", "> 62.50"),
    ("C", "Kurang Baik", "> 43.75"),
    ("D", "Tidak Baik", None),
)

FIVE_LEVELS = _skala(
    "lima-tingkat",
    "Lima tingkat",
    ("Sangat Baik", "Sangat Baik", "> 90"),
    ("Baik", "Baik", "> 75"),
    ("Cukup", "Cukup", "> 65"),
    ("Kurang", "Kurang", "> 50"),
    ("Sangat Kurang", "Sangat Kurang", None),
)

EVERYTHING = {s.kode: s for s in (JEMBER_2020, AKIP_2021, SKM_2017, SKM_2004, FIVE_LEVELS)}
