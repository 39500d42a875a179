"""The addresses of the API: what a key's kabupaten has, a page at a time, each in a fixed number of queries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kecamatan.models import Kecamatan, KunciSistem
from reports.api.gate import api
from reports.api.openapi import described
from reports.api.pages import answer, asked_page, asked_year, marked
from reports.models import SalinanPublik
from reports.monitoring.matrix import Row, read_matrix
from reports.open_data.files import as_json
from reports.open_data.measured import ANGGARAN, CAPAIAN
from reports.open_data.table import DataTable
from reports.public.library import latest_copies, signed_documents
from reports.public.selectors import Jenis

#: What is read of a copy for a list: all else is large.
_LARGE: Final = ("kata", "tabel", "arsip__snapshot", "arsip__naskah")


@login_not_required
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The description; it tells nothing of anybody, so it asks for no key."""
    server = request.build_absolute_uri(reverse("api-openapi")).removesuffix("/openapi.json")
    return marked(request, json.dumps(described(server), ensure_ascii=False))


@api
def kecamatan(request: HttpRequest, key: KunciSistem) -> HttpResponse:
    """The kecamatan of the kabupaten (2 queries)."""
    page = asked_page(request, _places(key))
    return answer(
        request,
        page,
        (
            _dump(
                kode=one.kode,
                nama=one.nama,
                sebutan=one.sebutan,
                kabupaten=str(key.kabupaten),
                kode_kabupaten=key.kabupaten.kode,
            )
            for one in page.rows
        ),
    )


@api
def monitoring(request: HttpRequest, key: KunciSistem) -> HttpResponse:
    """How far the documents of a year are (8 queries where all is kept and still holds)."""
    tahun, page = asked_year(request), asked_page(request, _places(key))
    matrix = read_matrix(key.kabupaten, tahun, [one.pk for one in page.rows])
    rows = {row.kecamatan.pk: row for row in matrix.rows}
    return answer(request, page, (_state(rows[one.pk], tahun) for one in page.rows))


def _state(row: Row, tahun: int) -> str:
    return _dump(
        kode=row.kecamatan.kode,
        nama=row.kecamatan.nama,
        tahun=tahun,
        dihitung=row.counted.isoformat() if row.counted else None,
        dokumen=[
            {
                "kode": cell.column.code,
                "nama": cell.column.title,
                "keadaan": cell.state,
                "persen": cell.percent,
                "kurang": list(cell.missing),
                "waktu": cell.time.words if cell.time else None,
                "mutakhir": cell.current,
            }
            for cell in row.cells
        ],
    )


@api
def capaian(request: HttpRequest, key: KunciSistem) -> HttpResponse:
    """Capaian of every indikator, of the signed LKIP (3 queries)."""
    return _table(request, key, CAPAIAN)


@api
def anggaran(request: HttpRequest, key: KunciSistem) -> HttpResponse:
    """Pagu, realisasi and serapan, of the signed LKIP (3 queries)."""
    return _table(request, key, ANGGARAN)


def _table(request: HttpRequest, key: KunciSistem, table: DataTable) -> HttpResponse:
    tahun, page = asked_year(request), asked_page(request, _places(key))
    copies = (
        latest_copies()
        .filter(kecamatan__in=[one.pk for one in page.rows], tahun=tahun, jenis=Jenis.LKIP)
        .select_related("arsip__tanda_tangan")
        .defer("kata", "arsip__snapshot", "arsip__naskah")
    )
    found = {one.kecamatan_id: one for one in copies}
    return answer(request, page, (_rows(request, one, tahun, found.get(one.pk), table) for one in page.rows))


def _rows(
    request: HttpRequest, place: Kecamatan, tahun: int, copy: SalinanPublik | None, table: DataTable
) -> str:
    report = copy and {
        "versi": copy.versi,
        "ditandatangani": copy.arsip.tanda_tangan.waktu.isoformat(),
        "verifikasi": _verification(request, copy),
    }
    head = _dump(kode=place.kode, nama=place.nama, tahun=tahun, laporan=report)
    rows = as_json(table, copy.tabel.get(table.code, [])) if copy else "null"
    return f'{head[:-1]},"baris":{rows}}}'


@api
def documents(request: HttpRequest, key: KunciSistem) -> HttpResponse:
    """What is signed of a year, each version (2 queries)."""
    tahun = asked_year(request)
    rows = (
        signed_documents()
        .filter(kecamatan__kabupaten=key.kabupaten, tahun=tahun)
        .select_related("kecamatan", "arsip__kecamatan", "arsip__tanda_tangan")
        .defer(*_LARGE)
        .order_by("kecamatan__kode", "jenis", "perubahan", "versi", "pk")
    )
    page = asked_page(request, rows)
    return answer(request, page, _documents(request, page.rows))


def _documents(request: HttpRequest, rows: Any) -> Iterator[str]:
    for row in rows:
        signature = row.arsip.tanda_tangan
        yield _dump(
            kode_kecamatan=row.kecamatan.kode,
            kecamatan=row.kecamatan.nama,
            tahun=row.tahun,
            jenis=row.jenis,
            nama=row.arsip.nama,
            perubahan=row.perubahan,
            versi=row.versi,
            berlaku=row.versi == row.latest,
            penanda_tangan=signature.nama,
            jabatan=signature.jabatan,
            ditandatangani=signature.waktu.isoformat(),
            sha256=signature.sidik,
            verifikasi=_verification(request, row),
        )


def _places(key: KunciSistem) -> QuerySet[Kecamatan]:
    return Kecamatan.objects.filter(kabupaten=key.kabupaten).order_by("kode")


def _verification(request: HttpRequest, copy: SalinanPublik) -> str:
    return request.build_absolute_uri(reverse("verifikasi-laporan", args=[copy.arsip.tanda_tangan.token]))


def _dump(**content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
