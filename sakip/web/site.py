"""Where people reach this site, for what is printed or mailed: of a setting, never of a request."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.files.storage import default_storage

from kecamatan.ground.errors import InputError
from sakip.web.task_queue import queue_line

_UNKNOWN: Final = "Alamat situs belum diketahui: SAKIP_ALLOWED_HOSTS memuat beberapa nama."
_REMEDY: Final = "Isi SAKIP_ADDRESS, misalnya https://sakip.contohkab.go.id"


def site_address(path: str) -> str:
    """The whole address of a path ("/verifikasi/…/"). Raises InputError where the installation does not say its own."""
    if not settings.SAKIP_ADDRESS:
        raise InputError(f"{_UNKNOWN} Minta admin: {_REMEDY}.")
    return f"{settings.SAKIP_ADDRESS}{path}"


@register(Tags.security, deploy=True)
def address_is_known(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Signatures and mails name the site."""
    if settings.SAKIP_ADDRESS:
        return []
    return [Warning(f"{_UNKNOWN} LKIP tidak dapat ditandatangani.", hint=f"{_REMEDY}.", id="sakip.W001")]


@register(Tags.security, deploy=True)
def issuers_are_known(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What is said to be of BSrE is held against BSrE's own certificates."""
    if settings.SAKIP_BSRE_ISSUERS or not settings.SAKIP_BSRE_ADDRESS:
        return []
    return [
        Warning(
            "SAKIP_BSRE_ADDRESS diisi tanpa SAKIP_BSRE_ISSUERS: penerbit tanda tangan BSrE tidak diperiksa.",
            hint="Isi SAKIP_BSRE_ISSUERS dengan berkas sertifikat penerbit BSrE (PEM).",
            id="sakip.W002",
        )
    ]


@register(Tags.security, deploy=True)
def shared_services_answer(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """What several machines share is reached from this one, and does what it is relied on for."""
    found: list[CheckMessage] = []
    if problem := queue_line().problem():
        found.append(
            Warning(
                f"Redis pada REDIS_URL tidak dapat dipakai: {problem}.",
                hint="Periksa alamat, sandi, dan apakah Redis berjalan. Sementara itu pekerja mencari tugas sendiri.",
                id="sakip.W003",
            )
        )
    if problem := getattr(default_storage, "problem", str)():
        found.append(
            Error(
                f"Bucket pada SAKIP_S3_BUCKET tidak dapat dipakai: {problem}.",
                hint="Periksa SAKIP_S3_…, hak kunci itu (membaca, menulis, menghapus, mendaftar), dan layanannya.",
                id="sakip.E001",
            )
        )
    return found
