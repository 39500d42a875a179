"""What a grid and its server say to each other about a cell, whatever record it is of: what was typed with the mark of
what was seen, and what became of it.

With the script every cell is sent by itself and answered in JSON; without it the page is one form, whose cells are
those that say something else than the page showed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone

from kecamatan.ground.prepared import asked_once
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kecamatan, Pengguna
from sakip.entry.lock import YearClosed
from sakip.entry.place import seen_kecamatan
from sakip.entry.save import Conflict
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.entry.writer import CapaianAsked, RecordRefused
from sakip.text.dates import format_tanggal

#: How the reason of a refusal is called beside the cell.
STATE: Final = {CONFLICT: "bentrok", INVALID: "tidak sah", CLOSED: "terkunci"}


CHANGES_SAID: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedCell:
    """Why a cell of the plain form was not stored; ``text`` is what was typed."""

    text: str
    status: int
    message: str


def cell_door(
    request: HttpRequest,
    slug: str,
    tahun: int,
    save: Callable[[Pengguna, Kecamatan], dict[str, Any]],
    conflict_answer: Callable[[Conflict], dict[str, Any]],
) -> JsonResponse:
    """What ``save`` says of the cell that it stored, or why nothing was. A GET says who is signed in, and with which
    token to send. The kecamatan is one that the user sees (``for_user``), and with it all that is in it."""
    user = request.user
    kecamatan = seen_kecamatan(user, slug)
    if kecamatan is None or not isinstance(user, Pengguna) or not YEAR_FIRST <= tahun <= YEAR_LAST:
        return _refusal("Halaman ini tidak ada.", 404)
    if request.method == "GET":
        return JsonResponse({"pengguna": user.pk, "token": get_token(request)})
    try:
        with asked_once():  # what follows from a cell is read by the judge as well
            return JsonResponse(save(user, kecamatan))
    except Conflict as conflict:
        return JsonResponse(conflict_answer(conflict), status=CONFLICT)
    except YearClosed as error:
        return _refusal(str(error), CLOSED)
    except CapaianAsked as asked:
        return JsonResponse({"pesan": _say_changes(asked), "setuju": asked.mark}, status=INVALID)
    except RecordRefused as error:
        return _refusal(str(error), INVALID)
    except Http404 as error:
        return _refusal(str(error), 404)
    except PermissionDenied as error:
        return _refusal(str(error), 403)


def _say_changes(asked: CapaianAsked) -> str:
    """What would be measured otherwise; the first of many, in the room of a cell."""
    first = [
        f"{c.indikator} tahun {c.tahun}, {c.lama} menjadi {c.baru}" for c in asked.changes[:CHANGES_SAID]
    ]
    more = len(asked.changes) - len(first)
    return f"Capaian yang sudah terukur berubah: {'; '.join(first)}{f'; dan {more} lagi' if more else ''}."


def _refusal(message: str, status: int) -> JsonResponse:
    return JsonResponse({"pesan": message}, status=status)


def say_conflict(conflict: Conflict, stored: str, fingerprint: str) -> dict[str, Any]:
    """Who changed the cell and when; ``stored`` is what it says now, ``fingerprint`` its mark."""
    return {
        "pesan": f"{conflict.by} lebih dahulu mengubah nilai ini.",
        "tersimpan": stored,
        "oleh": conflict.by,
        "waktu": say_time(conflict.moment),
        "sidik": fingerprint,
    }


def conflict_message(conflict: Conflict, stored: str, text: str) -> str:
    """The same as a sentence below a cell of the plain form, with what may be done."""
    return (
        f"{conflict.by} mengubah nilai ini pada {say_time(conflict.moment)} menjadi"
        f" {stored or '(kosong)'}. Simpan sekali lagi untuk memakai nilai Anda, {text or '(kosong)'};"
        f" {f'atau tulis {stored}' if stored else 'atau kosongkan'} untuk memakai nilai tersimpan."
    )


def say_time(moment: Any) -> str:
    """ "25 November 2026 pukul 09.15", in the time of the office."""
    if moment is None:
        return "waktu tidak tercatat"
    local = timezone.localtime(moment)
    return f"{format_tanggal(local.date())} pukul {local:%H.%M}"


def first_status(failed: Mapping[Any, FailedCell]) -> int:
    """What a page answers of whose cells some were refused."""
    present = {one.status for one in failed.values()}
    return next(status for status in (CONFLICT, CLOSED, INVALID) if status in present)


# -- the plain form ----------------------------------------------------------------------------------


def origin_of(request: HttpRequest) -> dict[str, tuple[str, str]]:
    """What the page showed: name of the cell → text and fingerprint, of filled cells."""
    try:
        origin_content = json.loads(request.POST.get("asal", "{}"))
        return {
            str(nama): (str(text), str(fingerprint)) for nama, (text, fingerprint) in origin_content.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def typed_cells(
    request: HttpRequest, origin: Mapping[str, tuple[str, str]], name: re.Pattern[str]
) -> dict[str, str]:
    """Cells whose text is not the one that the page showed, in the order of the page; ``name`` is how their entries
    are called, with the name of the cell as its group ``nama``."""
    return {
        nama: content
        for entry, text in request.POST.items()
        if (matches := name.fullmatch(entry))
        and (nama := matches["nama"])
        and isinstance(text, str)
        and (content := text.replace("\r\n", "\n").strip()) != origin.get(nama, ("", ""))[0]
    }


def say_failed(
    failed: Mapping[str, FailedCell], name: Callable[[str], tuple[str, bool]]
) -> list[tuple[str, str, str]]:
    """Each cell that was refused: where it stands, what it is called and why. ``name`` says what it is called and
    whether it stands on the page to be typed in; what was typed into another is told here, as it stands nowhere
    else."""
    told = []
    for nama, one in failed.items():
        words, is_open = name(nama)
        kept = "" if is_open else f' Yang Anda ketik: "{one.text or "(kosong)"}".'
        told.append((f"#sel-{nama}" if is_open else "", words, f"{one.message}{kept}"))
    return told


def shown_origin(
    stored: Mapping[str, tuple[str, str]], failed: Mapping[str, FailedCell], request: HttpRequest
) -> str:
    """What the page shows now, for its form to bring back. Who met another's value has seen it by then; whose text was
    refused has seen nothing new."""
    before, origin = origin_of(request), dict(stored)
    for nama, one in failed.items():
        if one.status != CONFLICT:
            origin.pop(nama, None)
            if nama in before:
                origin[nama] = before[nama]
    return json.dumps(origin, separators=(",", ":"))
