"""Where the e-Sign client service of BSrE is, and how long it may take: read by the settings."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from sakip.web.environment import env_count, env_text

#: The most seconds that one answer may take: a signature asks three times at the most, and is held for three minutes.
_MOST_SECONDS: Final = 50


def bsre_address(*, user: str, password: str) -> str:
    """Read the address of the service, which asks for both of user and password. The passphrase of a camat goes there:
    not in the clear over a network."""
    raw = env_text("SAKIP_BSRE_ADDRESS").strip()
    try:
        parts = urlsplit(raw)
        secure = parts.scheme == "https" or parts.hostname in ("127.0.0.1", "localhost", "::1")
        meant = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        alone = not (parts.query or parts.fragment or "@" in parts.netloc)
    except ValueError:
        secure = meant = alone = False
    if raw and not (secure and meant and alone):
        # It may hold a password: name the variable, never repeat the value, and cut the cause off.
        raise ImproperlyConfigured(
            "SAKIP_BSRE_ADDRESS bukan alamat https tanpa nama pengguna dan tanda tanya. Isi misalnya"
            " https://esign.contohkab.go.id; http hanya untuk layanan pada mesin ini sendiri."
        ) from None
    if raw and not (user and password):
        raise ImproperlyConfigured(
            "SAKIP_BSRE_ADDRESS diisi, tetapi SAKIP_BSRE_USER atau SAKIP_BSRE_PASSWORD belum. Lengkapi keduanya."
        )
    return raw


def bsre_seconds() -> int:
    """Read how many seconds one answer may take."""
    seconds = env_count("SAKIP_BSRE_SECONDS", default=45)
    if not 1 <= seconds <= _MOST_SECONDS:
        raise ImproperlyConfigured(
            f'SAKIP_BSRE_SECONDS="{seconds}" bukan 1 sampai {_MOST_SECONDS}. Isi misalnya 45.'
        )
    return seconds
