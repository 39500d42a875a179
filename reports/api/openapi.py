"""The API as OpenAPI 3.1. Rows of tables are described where they are kept (:mod:`reports.open_data`)."""

from __future__ import annotations

from typing import Any, Final

from kecamatan.accounts.system_keys import PER_MINUTE
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from reports.api.pages import MOST_PER_PAGE, PER_PAGE
from reports.open_data.files import row_schema
from reports.open_data.measured import ANGGARAN, CAPAIAN

VERSION: Final = "1.0"

_TEXT: Final = {"type": "string"}
_MAYBE_TEXT: Final = {"type": ["string", "null"]}
_WHOLE: Final = {"type": "integer"}
_MAYBE_WHOLE: Final = {"type": ["integer", "null"]}
_MOMENT: Final = {"type": ["string", "null"], "format": "date-time"}


def described(server: str) -> dict[str, Any]:
    """The whole description; ``server`` is the address that its paths stand below."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "API SAKIP kecamatan",
            "version": VERSION,
            "description": "Hanya membaca, untuk sistem milik kabupaten sendiri. Kunci dibuat Bagian Organisasi pada"
            f" halaman Kunci sistem. Paling banyak {PER_MINUTE} permintaan per menit dan kunci; lebih dari itu dijawab"
            " 429 dengan Retry-After. Yang tidak diketahui null, tidak pernah nol.",
        },
        "servers": [{"url": server}],
        "security": [{"kunci": []}],
        "paths": {
            "/kecamatan": _path("Daftar kecamatan kabupaten pemilik kunci.", "Kecamatan", year=False),
            "/pemantauan": _path(
                "Keadaan setiap dokumen setahun per kecamatan: kelengkapan, yang kurang, dan ketepatan waktu.",
                "Pemantauan",
            ),
            "/capaian": _path(
                "Capaian per indikator dari LKIP yang ditandatangani; laporan dan baris null selama belum ada.",
                "Capaian",
            ),
            "/anggaran": _path(
                "Pagu, realisasi, dan serapan dari LKIP yang ditandatangani; laporan dan baris null selama belum ada.",
                "Anggaran",
            ),
            "/dokumen": _path(
                "Dokumen yang ditandatangani dan setiap versinya, dengan alamat verifikasinya.", "Dokumen"
            ),
        },
        "components": {
            "securitySchemes": {"kunci": {"type": "http", "scheme": "bearer"}},
            "parameters": {
                "tahun": _parameter("tahun", YEAR_FIRST, YEAR_LAST, required=True),
                "halaman": _parameter("halaman", 1, 1_000_000, default=1),
                "per_halaman": _parameter("per_halaman", 1, MOST_PER_PAGE, default=PER_PAGE),
            },
            "schemas": _schemas(),
            "responses": {
                "Masalah": {
                    "description": "Yang salah dan cara memperbaikinya, dalam bahasa Indonesia (RFC 9457).",
                    "content": {"application/problem+json": {"schema": _ref("Masalah")}},
                },
                "TerlaluBanyak": {
                    "description": "Terlalu banyak permintaan.",
                    "headers": {
                        "Retry-After": {"description": "Detik sampai boleh meminta lagi.", "schema": _WHOLE}
                    },
                    "content": {"application/problem+json": {"schema": _ref("Masalah")}},
                },
                "TidakBerubah": {"description": "Sama dengan yang sudah diterima (If-None-Match)."},
            },
        },
    }


def _ref(name: str, kind: str = "schemas") -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _parameter(
    name: str, least: int, most: int, *, required: bool = False, default: int | None = None
) -> Any:
    schema = {"type": "integer", "minimum": least, "maximum": most}
    if default is not None:
        schema["default"] = default
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _path(summary: str, item: str, *, year: bool = True) -> dict[str, Any]:
    names = [*(["tahun"] if year else []), "halaman", "per_halaman"]
    return {
        "get": {
            "summary": summary,
            "operationId": item.lower(),
            "parameters": [_ref(name, "parameters") for name in names],
            "responses": {
                "200": {
                    "description": "Satu halaman.",
                    "headers": {"ETag": {"description": "Untuk If-None-Match.", "schema": _TEXT}},
                    "content": {"application/json": {"schema": _page_of(item)}},
                },
                "304": _ref("TidakBerubah", "responses"),
                "400": _ref("Masalah", "responses"),
                "401": _ref("Masalah", "responses"),
                "429": _ref("TerlaluBanyak", "responses"),
            },
        }
    }


def _page_of(item: str) -> dict[str, Any]:
    return _object(
        data={"type": "array", "items": _ref(item)},
        halaman=_WHOLE,
        per_halaman=_WHOLE,
        jumlah={"type": "integer", "description": "Banyaknya butir di semua halaman."},
        berikutnya={"type": ["string", "null"], "format": "uri", "description": "Alamat halaman berikutnya."},
    )


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _schemas() -> dict[str, Any]:
    place = {"kode": _TEXT, "nama": _TEXT}
    report = {**_object(versi=_WHOLE, ditandatangani=_MOMENT, verifikasi=_TEXT), "type": ["object", "null"]}
    return {
        "Kecamatan": _object(**place, sebutan=_TEXT, kabupaten=_TEXT, kode_kabupaten=_TEXT),
        "Pemantauan": _object(
            **place,
            tahun=_WHOLE,
            dihitung=_MOMENT,
            dokumen={
                "type": "array",
                "items": _object(
                    kode=_TEXT,
                    nama=_TEXT,
                    keadaan=_TEXT,
                    persen=_MAYBE_WHOLE,
                    kurang={"type": "array", "items": _TEXT},
                    waktu=_MAYBE_TEXT,
                    mutakhir={
                        "type": "boolean",
                        "description": "Salah bila catatannya berubah sejak dihitung.",
                    },
                ),
            },
        ),
        "Capaian": _object(
            **place,
            tahun=_WHOLE,
            laporan=report,
            baris={"type": ["array", "null"], "items": row_schema(CAPAIAN)},
        ),
        "Anggaran": _object(
            **place,
            tahun=_WHOLE,
            laporan=report,
            baris={"type": ["array", "null"], "items": row_schema(ANGGARAN)},
        ),
        "Dokumen": _object(
            kode_kecamatan=_TEXT,
            kecamatan=_TEXT,
            tahun=_WHOLE,
            jenis=_TEXT,
            nama=_TEXT,
            perubahan=_WHOLE,
            versi=_WHOLE,
            berlaku={"type": "boolean", "description": "Salah bila ada versi yang lebih baru."},
            penanda_tangan=_TEXT,
            jabatan=_TEXT,
            ditandatangani=_MOMENT,
            sha256=_TEXT,
            verifikasi=_TEXT,
        ),
        "Masalah": _object(type=_TEXT, title=_TEXT, status=_WHOLE, detail=_TEXT),
    }
