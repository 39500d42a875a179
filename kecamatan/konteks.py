"""What every page shows about who is signed in."""

from __future__ import annotations

from django.http import HttpRequest

from kecamatan.izin import keanggotaan_dari


def pengguna(request: HttpRequest) -> dict[str, object]:
    """``peran_pengguna``: the names of the user's peran, each once (none for an anonymous visitor)."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    peran = dict.fromkeys(k.get_peran_display() for k in keanggotaan_dari(user))
    return {"peran_pengguna": list(peran)}
