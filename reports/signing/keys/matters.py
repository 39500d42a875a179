"""What is to be done about keys of signers before it keeps somebody from signing: told to who keeps the accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cryptography import x509
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from kecamatan.accounts.officials import OFFICIALS
from kecamatan.models import Keanggotaan, Pengguna
from kecamatan.permissions import Hak, may_anywhere
from reports.models import KunciTandaTangan, OtoritasSertifikat, PengaturanDokumen
from reports.signing.keys.holder import KeyKind
from sakip.text.dates import format_tanggal

#: A certificate that ends within these is told.
SOON: Final = timedelta(days=30)

#: So many keys are told of at once.
MOST: Final = 20
_OTHERS: Final = (
    "Masih ada yang perlu ditangani. Tangani yang di atas dahulu; yang berikutnya lalu tampil di sini."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMatter:
    """What is the matter, in sentences with the remedy; ``person`` whose key it is, or, where that is None, what it is
    about."""

    person: Pengguna | None
    words: str
    about: str = "Otoritas sertifikat"


def key_matters(user: Pengguna) -> list[KeyMatter]:
    """Of the officials whose accounts the user keeps the first :data:`MOST` by name, then of the installation's
    authority (2 queries; none for who keeps no accounts).

    Where a kabupaten signs with another kind of key, those of the installation concern nobody.
    """
    if not may_anywhere(user, Hak.AKUN):
        return []
    others = PengaturanDokumen.objects.exclude(cara_tanda_tangan=KeyKind.INSTALLATION)
    elsewhere = others.values("kabupaten")
    signing = Keanggotaan.objects.filter(peran__in=OFFICIALS, pengguna__is_active=True).exclude(
        Q(kecamatan__kabupaten__in=elsewhere) | Q(kabupaten__in=elsewhere)
    )
    people = Pengguna.objects.for_user(user).filter(pk__in=signing.values("pengguna"))
    newer = KunciTandaTangan.objects.filter(pengguna=OuterRef("pengguna"), pk__gt=OuterRef("pk"))
    troubled = (
        Q(dicabut_pada__isnull=False) | Q(berlaku_sampai=None) | Q(berlaku_sampai__lte=timezone.now() + SOON)
    )
    rows = (
        KunciTandaTangan.objects.filter(troubled, ~Exists(newer), pengguna__in=people)
        .select_related("pengguna")
        .defer("kunci", "kunci_publik", "sertifikat")
        .order_by(Coalesce(NullIf("pengguna__nama", Value("")), "pengguna__username"), "pk")
    )
    first = list(rows[: MOST + 1])
    found = [KeyMatter(person=row.pengguna, words=_of_key(row)) for row in first[:MOST]]
    if len(first) > MOST:
        found.append(KeyMatter(person=None, words=_OTHERS, about="Kunci lain"))
    authority = OtoritasSertifikat.objects.order_by("dibuat", "id").last()
    if authority and (words := _of_authority(authority)):
        found.append(KeyMatter(person=None, words=words))
    return found


def _of_key(row: KunciTandaTangan) -> str:
    name = row.pengguna.username
    if row.dicabut_pada is not None:
        return (
            f"Kuncinya dicabut {_day(row.dicabut_pada)} ({row.alasan_cabut.rstrip('.')}). Minta ia membuat kunci baru"
            " di halaman Kunci tanda tangan."
        )
    if row.berlaku_sampai is None:
        return (
            "Kuncinya menunggu sertifikat. Pastikan ia sendiri yang membuatnya, lalu minta pengelola aplikasi"
            f" menjalankan: manage.py sertifikat terbitkan {name}"
        )
    if ends := _ends(row.berlaku_sampai):
        return (
            f"Sertifikatnya {ends}. Minta pengelola aplikasi menjalankan: manage.py sertifikat cabut {name} --alasan"
            ' "Habis masa berlaku"; sesudah itu ia membuat kunci baru.'
        )
    return ""


def _of_authority(row: OtoritasSertifikat) -> str:
    ends = _ends(x509.load_der_x509_certificate(bytes(row.sertifikat)).not_valid_after_utc)
    if not ends:
        return ""
    return (
        f"Otoritas sertifikat {row} {ends}; sesudah itu tidak ada kunci yang dapat disertifikasi. Minta pengelola"
        " aplikasi membuat yang baru: manage.py sertifikat otoritas NAMA"
    )


def _ends(until: datetime) -> str:
    """When it ends, of one that ends soon or has ended; empty of the others."""
    now = timezone.now()
    if until > now + SOON:
        return ""
    return f"berakhir {_day(until)}" if until > now else f"sudah berakhir {_day(until)}"


def _day(moment: datetime) -> str:
    return format_tanggal(timezone.localtime(moment).date())
