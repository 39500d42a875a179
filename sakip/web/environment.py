"""What the environment says to the settings, variable by variable.

A value that cannot be meant stops the start with the variable's name and what it accepts: a silently ignored
misspelling would otherwise show only when something has gone wrong.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from typing import Final

from django.core.exceptions import ImproperlyConfigured

#: Those of our own that are known; DATABASE_URL and REDIS_URL are named as elsewhere.
VARIABLES: Final = frozenset(
    {
        "SAKIP_ADDRESS",
        "SAKIP_ALLOWED_HOSTS",
        "SAKIP_BSRE_ADDRESS",
        "SAKIP_BSRE_CA",
        "SAKIP_BSRE_ISSUERS",
        "SAKIP_BSRE_PASSWORD",
        "SAKIP_BSRE_SECONDS",
        "SAKIP_BSRE_USER",
        "SAKIP_BSRE_VERIFY",
        "SAKIP_BSRE_VERSION",
        "SAKIP_DATA_DIR",
        "SAKIP_DEBUG",
        "SAKIP_EMAIL",
        "SAKIP_EMAIL_FROM",
        "SAKIP_HSTS_SECONDS",
        "SAKIP_LOG_LEVEL",
        "SAKIP_MODE",
        "SAKIP_PROXY_COUNT",
        "SAKIP_S3_ADDRESS",
        "SAKIP_S3_BUCKET",
        "SAKIP_S3_KEY",
        "SAKIP_S3_REGION",
        "SAKIP_S3_SECRET",
        "SAKIP_SECRET_KEY",
        "SAKIP_SIGN_AFTER_HOURS",
        "SAKIP_TIME_ZONE",
        "SAKIP_TOTP",
        "SAKIP_TSA",
    }
)
BOOLEANS: Final = {"1": True, "true": True, "ya": True, "0": False, "false": False, "tidak": False}


def refuse(name: str, value: str, choices: Iterable[str]) -> ImproperlyConfigured:
    """Return the error for a variable whose value is none of the accepted words."""
    return ImproperlyConfigured(f'{name}="{value}" tidak dikenal. Isi salah satu dari: {", ".join(choices)}.')


def env_text(name: str, *, default: str = "") -> str:
    """Read a variable to the letter; environ takes one that begins with a dollar sign for the name of another."""
    return os.environ.get(name, default)


def env_bool(name: str, *, default: bool) -> bool:
    """Read a yes/no variable; unlike environ, which takes every unknown word for "no"."""
    if (raw := os.environ.get(name)) is None:
        return default
    if (value := BOOLEANS.get(raw.strip().lower())) is None:
        raise refuse(name, raw, BOOLEANS)
    return value


def env_choice(name: str, *, default: str, choices: tuple[str, ...]) -> str:
    """Read a variable that accepts one of a few words."""
    value = env_text(name, default=default)
    if value not in choices:
        raise refuse(name, value, choices)
    return value


def env_count(name: str, *, default: int) -> int:
    """Read a variable that counts something: a whole number from zero."""
    raw = env_text(name, default=str(default))
    if not (raw.isascii() and raw.isdigit()):
        raise ImproperlyConfigured(
            f'{name}="{raw}" bukan bilangan bulat. Isi 0 atau lebih, misalnya {default}.'
        )
    return int(raw)


def env_certificates(variable: str) -> str:
    """Read the name of a file of CA certificates."""
    name = env_text(variable).strip()
    try:
        if name:
            ssl.create_default_context(cafile=name)
    except (OSError, ssl.SSLError) as error:
        raise ImproperlyConfigured(
            f'{variable}="{name}" bukan berkas sertifikat CA (PEM) yang dapat dibaca. Isi letaknya, atau hapus.'
        ) from error
    return name


def refuse_unknown() -> None:
    """Raise ImproperlyConfigured for a variable that begins as ours and is none."""
    if unknown := sorted(name for name in os.environ if name.startswith("SAKIP_") and name not in VARIABLES):
        raise ImproperlyConfigured(
            f"{', '.join(unknown)} tidak dikenal. Variabel yang dikenal: {', '.join(sorted(VARIABLES))}."
        )
