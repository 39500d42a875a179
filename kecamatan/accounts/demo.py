"""Accounts of the demo: public passwords, hence never in production."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.text import slugify

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import (
    AkunPejabat,
    Kabupaten,
    Keanggotaan,
    Kecamatan,
    MasaJabatan,
    Pengguna,
    Provinsi,
)

Peran = Keanggotaan.Peran

#: peran, and how the account of a kecamatan, or of a kabupaten, is called.
_DI_KECAMATAN = ((Peran.OPERATOR, "Operator Kecamatan"), (Peran.CAMAT, "Camat"))
_DI_KABUPATEN = (
    (Peran.ORGANISASI, "Bagian Organisasi"),
    (Peran.PENGAWAS, "Pengawas"),
    (Peran.BUPATI, "Kepala Daerah"),
)


#: Every password of the demo has this form.
DEMO_PASSWORD: Final = re.compile(r"demo-[a-z0-9-]+-([0-9]{4}|sakip)")


@dataclass(frozen=True, kw_only=True)
class DemoAccount:
    """An account and its password; ``sandi`` is None when somebody has changed it."""

    pengguna: Pengguna
    peran: str
    sandi: str | None


def ensure_demo() -> None:
    """Raise InputError in production: the demo's passwords are printed in the code."""
    if settings.IS_PRODUCTION:
        raise InputError(
            "Data contoh dan akunnya hanya untuk demo. Hapus SAKIP_MODE=produksi bila ini memang mesin demo."
        )


@transaction.atomic
def demo_account_create(*, kecamatan: list[tuple[Kecamatan, int]]) -> list[DemoAccount]:
    """Create the accounts that are missing: operator and camat of each kecamatan (with the year of its records),
    Bagian Organisasi, pengawas and kepala daerah of the kabupaten, who follows its provinsi and the nation, and admin.

    Passwords are the same on every machine. One that was changed stays as it is. Raises InputError in production.
    """
    ensure_demo()
    results = []
    for one, tahun in kecamatan:
        for peran, sebutan in _DI_KECAMATAN:
            account = _account(
                nama_pengguna=f"{peran}.{one.slug}",
                nama=f"{sebutan} {one.nama}",
                sandi=f"demo-{one.slug}-{tahun}",
                peran=peran,
                kecamatan=one,
            )
            results.append(account)
            if peran is Peran.CAMAT:
                _connect(account.pengguna, MasaJabatan.objects.filter(kecamatan=one, jabatan=peran))
    kabupaten = Kabupaten.objects.order_by("kode").first()
    if kabupaten is not None:
        for peran, sebutan in _DI_KABUPATEN:
            account = _account(
                nama_pengguna=peran.value,
                nama=f"{sebutan} {kabupaten}",
                sandi=f"demo-{slugify(kabupaten.nama)}-sakip",
                peran=peran,
                kabupaten=kabupaten,
            )
            results.append(account)
            if peran is Peran.BUPATI:
                _connect(account.pengguna, MasaJabatan.objects.filter(kabupaten=kabupaten, jabatan=peran))
        provinsi = Provinsi.objects.filter(kode=kabupaten.kode[:2]).first()
        if provinsi is not None:
            results.append(
                _account(
                    nama_pengguna="provinsi",
                    nama=f"Pemantau {provinsi}",
                    sandi=f"demo-{slugify(provinsi.nama)}-sakip",
                    peran=Peran.PROVINSI,
                    provinsi=provinsi,
                )
            )
    results.append(
        _account(nama_pengguna="pusat", nama="Pemantau Pusat", sandi="demo-pusat-sakip", peran=Peran.PUSAT)
    )
    results.append(
        _account(nama_pengguna="admin", nama="Admin Sistem", sandi="demo-pengelola-sakip", peran=Peran.ADMIN)
    )
    return results


def _connect(person: Pengguna, terms: QuerySet[MasaJabatan]) -> None:
    """The demo's official is whom the records name last; who signs by it need not wait, for nobody else took it
    over."""
    term = terms.order_by("mulai").last()
    if term is None or AkunPejabat.objects.filter(Q(pengguna=person) | Q(pejabat=term.pejabat_id)).exists():
        return
    official = term.pejabat
    tie = AkunPejabat.objects.create(pengguna=person, pejabat=official, nama=official.nama, nip=official.nip)
    trail_add(action="akun_pejabat.dibuat", subject=tie, sebutan=person.username, kecamatan=term.kecamatan)


def _account(
    *,
    nama_pengguna: str,
    nama: str,
    sandi: str,
    peran: Peran,
    kecamatan: Kecamatan | None = None,
    kabupaten: Kabupaten | None = None,
    provinsi: Provinsi | None = None,
) -> DemoAccount:
    pengguna = Pengguna.objects.filter(username=nama_pengguna).first()
    if pengguna is None:
        pengguna = Pengguna.objects.create_user(username=nama_pengguna, password=sandi, nama=nama)
        trail_add(action="pengguna.dibuat", subject=pengguna, sebutan=nama_pengguna, kecamatan=kecamatan)
    keanggotaan, new = Keanggotaan.objects.get_or_create(
        pengguna=pengguna, peran=peran, kecamatan=kecamatan, kabupaten=kabupaten, provinsi=provinsi
    )
    if new:
        trail_add(
            action="keanggotaan.dibuat",
            subject=keanggotaan,
            sebutan=nama_pengguna,
            kecamatan=kecamatan,
            after={"peran": peran.value},
        )
    return DemoAccount(
        pengguna=pengguna,
        peran=keanggotaan.get_peran_display(),
        sandi=sandi if pengguna.check_password(sandi) else None,
    )
