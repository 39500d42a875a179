"""The kabupaten and kecamatan of a simulation, and the people who work there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from django.contrib.auth.hashers import make_password

from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, MasaJabatan, Pejabat, Pengguna, Provinsi
from sakip.models import KebijakanPengukuran

#: The password of everybody in a simulation; as public as those of the demo.
PASSWORD: Final = "demo-simulasi-sakip"  # noqa: S105

#: The most kabupaten whose codes can be told from those of the country: 80 in each of 80 provinces that are not.
_PER_PROVINCE: Final = 80


def make_kabupaten(count: int) -> list[Kabupaten]:
    """That many kabupaten: those that are there, and new ones after them, each with a kepala daerah (4 queries)."""
    there = list(Kabupaten.objects.order_by("pk")[:count])
    taken = {one.kode for one in there}
    new = [
        Kabupaten(kode=kode, nama=f"Simulasi {kode}", provinsi=f"Provinsi Simulasi {kode[:2]}")
        for kode in islice((kode for kode in _codes() if kode not in taken), count - len(there))
    ]
    new = Kabupaten.objects.bulk_create(new, batch_size=500)
    heads = Pejabat.objects.bulk_create([Pejabat(nama=f"KEPALA DAERAH {one.kode}") for one in new])
    MasaJabatan.objects.bulk_create(
        [
            MasaJabatan(
                pejabat=head, jabatan=MasaJabatan.Jabatan.BUPATI, kabupaten=one, mulai=date(2021, 2, 26)
            )
            for head, one in zip(heads, new, strict=True)
        ]
    )
    return there + new


def _codes() -> Iterator[str]:
    for province in range(11, 100):
        for number in range(1, _PER_PROVINCE + 1):
            yield f"{province}.{number:02d}"


def make_kecamatan(kabupaten: list[Kabupaten], count: int) -> list[Kecamatan]:
    """So many kecamatan, spread over the kabupaten; those that are there come first (2 queries)."""
    there = list(Kecamatan.objects.filter(kabupaten=kabupaten[0]).order_by("pk")[:count])
    names = [one.nama for one in there]
    others = kabupaten[1:] or kabupaten
    start = 1 if kabupaten[1:] else len(there) + 1
    new = []
    for number in range(count - len(there)):
        home, place = others[number % len(others)], number // len(others)
        name = names[place % len(names)] + ("" if place < len(names) and kabupaten[1:] else f" {place + 1}")
        kode = f"{home.kode}.{start + place:02d}"
        new.append(Kecamatan(kabupaten=home, kode=kode, nama=name, slug=f"simulasi-{kode.replace('.', '-')}"))
    return there + Kecamatan.objects.bulk_create(new, batch_size=500)


def make_policies(kabupaten: list[Kabupaten], years: Iterable[int]) -> None:
    """How each kabupaten measures in each year where it has not said so: as the newest kebijakan that is there (3
    queries)."""
    newest = KebijakanPengukuran.objects.order_by("tahun").last()
    if newest is None:
        return
    there = set(KebijakanPengukuran.objects.values_list("kabupaten", "tahun"))
    own = ("id", "kabupaten", "tahun", "batas_waktu_lkip")
    same = {
        one.name: getattr(newest, one.name) for one in newest._meta.concrete_fields if one.name not in own
    }
    KebijakanPengukuran.objects.bulk_create(
        [
            KebijakanPengukuran(kabupaten=one, tahun=tahun, **same)
            for one in kabupaten
            for tahun in years
            if (one.pk, tahun) not in there
        ],
        batch_size=500,
    )


def make_people(kabupaten: list[Kabupaten], kecamatan: list[Kecamatan]) -> dict[int, int]:
    """An operator and a camat of each kecamatan, Bagian Organisasi of each kabupaten, who follows the last provinsi,
    who follows all, and an admin of everything, all with :data:`PASSWORD`; the operator by kecamatan (3 queries per
    500)."""
    peran = Keanggotaan.Peran
    password = make_password(PASSWORD)  # once: it is slow by design
    provinsi = Provinsi.objects.get(kode=kabupaten[-1].kode[:2])
    held: list[tuple[Keanggotaan.Peran, Kecamatan | None, Kabupaten | Provinsi | None]] = [
        *((peran.OPERATOR, one, None) for one in kecamatan),
        *((peran.CAMAT, one, None) for one in kecamatan),
        *((peran.ORGANISASI, None, one) for one in kabupaten),
        (peran.PROVINSI, None, provinsi),
        (peran.PUSAT, None, None),
        (peran.ADMIN, None, None),
    ]
    people = [
        Pengguna(
            username=f"simulasi.{role}.{getattr(place or area, 'kode', 'semua')}",
            nama=f"{role.label} {place or area or ''}".strip(),
            password=password,
        )
        for role, place, area in held
    ]
    Pengguna.objects.bulk_create(people, batch_size=500)
    Keanggotaan.objects.bulk_create(
        [
            Keanggotaan(
                pengguna=person,
                peran=role,
                kecamatan=place,
                kabupaten=area if isinstance(area, Kabupaten) else None,
                provinsi=area if isinstance(area, Provinsi) else None,
            )
            for person, (role, place, area) in zip(people, held, strict=True)
        ],
        batch_size=500,
    )
    return {
        place.pk: person.pk
        for person, (role, place, _) in zip(people, held, strict=True)
        if place and role == peran.OPERATOR
    }
