"""Steps of bench/entry.py that need Django: make the office and its sessions, and look up what was stored."""

from __future__ import annotations

import json
import os
import sys
from decimal import Decimal
from typing import Any

import django


def prepare() -> dict[str, Any]:
    """One kecamatan with a PK of 60 indikator, 20 operators and 20 users of the admin, all signed in."""
    from django.core.management import call_command

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        call_command("siapkan", stdout=quiet)

    from bench.entry import INDIKATOR, PERSON, TAHUN, TRIWULAN
    from kecamatan.models import Kabupaten, Keanggotaan, Kecamatan, Pengguna
    from sakip import models as m

    balung = Kecamatan.objects.get(slug="balung")
    kebijakan = m.KebijakanPengukuran.objects.order_by("tahun").last()
    if kebijakan is not None and not m.KebijakanPengukuran.objects.filter(tahun=TAHUN).exists():
        kebijakan.pk, kebijakan.tahun = None, TAHUN
        kebijakan.save(force_insert=True)
    renstra = m.Renstra.objects.create(kecamatan=balung, tahun_awal=TAHUN - 1, tahun_akhir=TAHUN + 4)
    tujuan = m.Tujuan.objects.create(renstra=renstra, kunci="t1", uraian="Meningkatkan pelayanan")
    pk = m.PerjanjianKinerja.objects.create(kecamatan=balung, tahun=TAHUN)
    cells, rival = [], []
    for n in range(INDIKATOR):
        if n % 6 == 0:
            sasaran = m.Sasaran.objects.create(
                renstra=renstra, tujuan=tujuan, kunci=f"s{n}", uraian=f"Sasaran {n // 6 + 1}", urut=n
            )
        indikator = m.Indikator.objects.create(
            renstra=renstra, sasaran=sasaran, kunci=f"i{n}", nama=f"Indikator {n + 1}", satuan="%", urut=n
        )
        m.BarisPK.objects.create(
            perjanjian=pk,
            sasaran=sasaran.uraian,
            acuan_sasaran=sasaran,
            indikator=indikator.nama,
            acuan_indikator=indikator,
            satuan="%",
            angka=Decimal(80),
            urut=n,
        )
        old = m.Realisasi.objects.create(indikator=indikator, tahun=TAHUN - 1, angka=Decimal(70))
        rival.append([old.pk, indikator.pk])
        cells += [[indikator.pk, triwulan] for triwulan in range(1, TRIWULAN + 1)]
    operator = []
    for n in range(PERSON):
        pengguna = Pengguna.objects.create(username=f"operator.{n}", nama=f"Operator {n}")
        Keanggotaan.objects.create(pengguna=pengguna, peran="operator", kecamatan=balung)
        operator.append(_session(pengguna))
    staff = [
        _session(
            Pengguna.objects.create(username=f"staf.{n}", nama=f"Staf {n}", is_staff=True, is_superuser=True)
        )
        for n in range(PERSON)
    ]
    assert Kabupaten.objects.exists()  # noqa: S101  # the reference data are there
    return {"sel": cells, "lawan": rival, "operator": operator, "staf": staff}


def _session(pengguna: Any) -> str:
    """A session as the sign-in makes it, without its slow hash."""
    from django.test import Client

    client = Client()
    client.force_login(pengguna, backend="kecamatan.accounts.authentication.BackendSandi")
    return str(client.cookies["sessionid"].value)


def check() -> dict[str, Any]:
    """Every stored value of the year, and how many changes the trail holds."""
    from bench.entry import TAHUN
    from kecamatan.models import Jejak
    from sakip.models import Realisasi
    from sakip.text.numbers import format_angka

    return {
        "nilai": [
            [r.indikator_id, r.triwulan, format_angka(r.angka) if r.angka is not None else ""]
            for r in Realisasi.objects.filter(tahun=TAHUN)
        ],
        "jejak": Jejak.objects.filter(objek_jenis="sakip.realisasi", tahun=TAHUN).count(),
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps({"siapkan": prepare, "periksa": check}[sys.argv[1]]()))
