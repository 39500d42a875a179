"""What rows of several rooms have in common: targets, values, levels, periods."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Model

from sakip.models import SubKegiatan
from tests.constraints import Case

ANGKA = {"angka": Decimal(80)}
WITHOUT = {"angka": None}
RENTANG = {"bawah": Decimal(80), "atas": Decimal(90)}
PECAHAN = {"pembilang": Decimal(60), "penyebut": Decimal(90)}
TIDAK_TERSEDIA = {"keadaan": "tidak tersedia", "angka": None, "alasan": "Survei tidak dilaksanakan."}


def target(model: type[Model]) -> Iterator[Case]:
    """A target given in more than one way, half a range, and a range upside down."""
    for violate in (
        ANGKA | {"huruf": "B"},
        ANGKA | RENTANG,
        WITHOUT | {"huruf": "B"} | RENTANG,
        WITHOUT | {"bawah": Decimal(80)},
        WITHOUT | {"atas": Decimal(80)},
    ):
        yield Case(rules="satu_target", model=model, violate=violate)
    upside_down = WITHOUT | {"bawah": Decimal(90), "atas": Decimal(80)}
    yield Case(rules="rentang_urut", model=model, violate=upside_down)


def nilai(model: type[Model]) -> Iterator[Case]:
    """A value that contradicts its keadaan, or is given in more than one way."""
    for violate in (
        WITHOUT,
        ANGKA | {"huruf": "B"},
        ANGKA | PECAHAN,
        WITHOUT | {"huruf": "B"} | PECAHAN,
        WITHOUT | {"pembilang": Decimal(60)},
        ANGKA | {"alasan": "Survei tidak dilaksanakan."},
        TIDAK_TERSEDIA | {"alasan": ""},
        TIDAK_TERSEDIA | ANGKA,
        TIDAK_TERSEDIA | {"huruf": "B"},
        TIDAK_TERSEDIA | PECAHAN,
    ):
        yield Case(rules="nilai_sesuai_keadaan", model=model, violate=violate)
    yield Case(
        rules="penyebut_positif",
        model=model,
        violate=WITHOUT | {"pembilang": Decimal(0), "penyebut": Decimal(0)},
    )


def jenjang(model: type[Model]) -> Iterator[Case]:
    """A sub kegiatan that hangs in the air."""
    yield Case(
        rules="sub_kegiatan_berkegiatan",
        model=model,
        violate={"sub_kegiatan": SubKegiatan, "kegiatan": None},
    )


def tahun_order(model: type[Model]) -> Case:
    """A period that ends before it begins."""
    return Case(rules="tahun_urut", model=model, violate={"tahun_awal": 2021, "tahun_akhir": 2020})
