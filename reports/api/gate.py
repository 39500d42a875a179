"""Who may ask, how often, and what is answered to who may not: application/problem+json (RFC 9457), in Indonesian."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from kecamatan.accounts.public_budget import READING, is_spent, spend
from kecamatan.accounts.system_keys import PER_MINUTE, seconds_to_wait, system_key_of
from kecamatan.models import KunciSistem
from sakip.web.client_ip import client_ip

PROBLEM: Final = "application/problem+json; charset=utf-8"

_QUARTER: Final = 15 * 60  # seconds


class Problem(Exception):
    """What is wrong with a question; ``str()`` says what to do."""

    def __init__(self, status: int, title: str, detail: str, **headers: str) -> None:
        super().__init__(detail)
        self.status = status
        self.title = title
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(self) -> HttpResponse:
        """As it goes out."""
        content = {"type": "about:blank", "title": self.title, "status": self.status, "detail": str(self)}
        return HttpResponse(
            json.dumps(content, ensure_ascii=False),
            status=self.status,
            content_type=PROBLEM,
            headers={"Cache-Control": "no-store", **self.headers},
        )


def api(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An address of the API: the view is given the key that asks, whose kabupaten is all that it may read."""

    @login_not_required
    @csrf_exempt  # nothing is written, and no cookie says who asks
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if request.method not in ("GET", "HEAD"):
                raise Problem(
                    405,
                    "Cara tidak dikenal",
                    "API ini hanya membaca. Pakai GET atau HEAD.",
                    Allow="GET, HEAD",
                )
            return view(request, _key(request), *args, **kwargs)
        except Problem as problem:
            return problem.answer()

    return guarded


def _key(request: HttpRequest) -> KunciSistem:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    key = system_key_of(token.strip()) if kind.lower() == "bearer" else None
    if key is None:
        _refuse(client_ip(request), said=bool(token))
    elif wait := seconds_to_wait(key):
        raise Problem(
            429,
            "Terlalu banyak permintaan",
            f"Kunci ini sudah dipakai {PER_MINUTE} kali dalam satu menit. Coba lagi {wait} detik lagi.",
            Retry_After=str(wait),
        )
    assert key is not None  # noqa: S101  # refused above
    return key


def _refuse(address: str | None, *, said: bool) -> None:
    """Who tries token after token waits like who asks for too many public pages."""
    if is_spent(address, READING):
        raise Problem(
            429,
            "Terlalu banyak permintaan",
            "Terlalu banyak permintaan tanpa kunci yang berlaku dari jaringan ini. Coba lagi 15 menit lagi.",
            Retry_After=str(_QUARTER),
        )
    spend(address, READING)
    why = (
        "Token ini tidak dikenal, sudah dicabut, atau habis masa berlakunya. Minta kunci baru kepada Bagian Organisasi."
        if said
        else 'Sertakan kunci sistem pada kepala permintaan: "Authorization: Bearer TOKEN".'
    )
    raise Problem(401, "Kunci tidak berlaku", why, WWW_Authenticate='Bearer realm="SAKIP"')
