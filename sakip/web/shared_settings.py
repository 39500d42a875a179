"""What several machines share besides the database: who tells workers of a task, and where media are kept.

Read by the settings; a value that cannot be meant stops the start with the variable's name and what it accepts. No
value is repeated, since it may hold a password.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.core.exceptions import ImproperlyConfigured

#: The backend of django-tasks, and the queue of RQ, by which a worker is called.
CALLS: Final = "panggilan"

#: Seconds until a Redis that does not answer counts as away; to wait for a call may take longer than to connect.
_TIMEOUTS: Final = {"socket_connect_timeout": "2", "socket_timeout": "15"}

#: What else its address may say.
_ASKED: Final = {"db", "ssl_ca_certs"}

_REDIS: Final = (
    "Isi redis://mesin:6379/0, rediss://pengguna:sandi@mesin:6379/0, atau unix:///jalur/redis.sock?db=0; atau hapus"
    " untuk memakai antrean basis data saja."
)
_S3: Final = {
    "SAKIP_S3_ADDRESS": "alamat layanannya",
    "SAKIP_S3_BUCKET": "nama bucket",
    "SAKIP_S3_KEY": "kunci akses",
    "SAKIP_S3_SECRET": "kunci rahasia",
}


def queue_settings(address: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings TASKS and RQ_QUEUES: tasks are recorded in the database; with the address of a Redis, workers are
    called by way of it. Raises ImproperlyConfigured."""
    if not address:
        return {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}, {}
    tasks = {
        "default": {"BACKEND": "sakip.web.calls.CallingBackend", "QUEUES": ["default"]},
        CALLS: {"BACKEND": "django_tasks_rq.RQBackend", "QUEUES": [CALLS]},
    }
    return tasks, {CALLS: {"URL": _redis_address(address)}}


def _redis_address(raw: str) -> str:
    try:
        parts = urlsplit(raw.strip())
        asked = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        number = asked.get("db") or (parts.path.removeprefix("/") if parts.scheme != "unix" else "") or "0"
        placed = bool(parts.hostname) if parts.scheme != "unix" else parts.path.startswith("/")
        meant = placed and parts.port != 0 and number.isdecimal() and asked.keys() <= _ASKED
    except ValueError:
        meant = False
    if not meant or parts.scheme not in ("redis", "rediss", "unix") or parts.fragment:
        raise ImproperlyConfigured(f"REDIS_URL bukan alamat Redis. {_REDIS}") from None
    return f"{raw.strip().partition('?')[0]}?{urlencode(_TIMEOUTS | asked)}"


def media_storage(environment: Mapping[str, str]) -> dict[str, Any]:
    """The setting STORAGES["default"]: a folder of this machine or, where SAKIP_S3_… name one, a bucket for all.

    Raises ImproperlyConfigured.
    """
    told = {name: environment.get(name, "").strip() for name in _S3}
    if not any(told.values()):
        if environment.get("SAKIP_S3_REGION", "").strip():
            raise ImproperlyConfigured(
                "SAKIP_S3_REGION diisi tanpa SAKIP_S3_ADDRESS. Lengkapi SAKIP_S3_…, atau hapus."
            )
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    if missing := [f"{name} ({words})" for name, words in _S3.items() if not told[name]]:
        raise ImproperlyConfigured(
            f"Penyimpanan S3 belum lengkap: isi {', '.join(missing)}, atau hapus semua SAKIP_S3_… untuk menyimpan di"
            " SAKIP_DATA_DIR."
        )
    return {
        "BACKEND": "sakip.web.shared_media.SharedMedia",
        "OPTIONS": {
            "endpoint_url": _service_address(told["SAKIP_S3_ADDRESS"]),
            "bucket_name": told["SAKIP_S3_BUCKET"],
            "access_key": told["SAKIP_S3_KEY"],
            "secret_key": told["SAKIP_S3_SECRET"],
            "region_name": environment.get("SAKIP_S3_REGION", "").strip() or "us-east-1",
        },
    }


def _service_address(raw: str) -> str:
    try:
        parts = urlsplit(raw.rstrip("/"))
        meant = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        alone = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    except ValueError:
        meant = alone = False
    if not (meant and alone):
        raise ImproperlyConfigured(
            "SAKIP_S3_ADDRESS bukan alamat layanan S3. Isi https:// dan nama mesinnya saja, misalnya"
            " https://s3.contohkab.go.id; bucket dan kunci ada pada SAKIP_S3_BUCKET, SAKIP_S3_KEY, dan SAKIP_S3_SECRET."
        ) from None
    return raw.rstrip("/")
