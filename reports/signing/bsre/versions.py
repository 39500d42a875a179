"""How each version of the service is asked, and how either answers.

The signature is asked for invisible: what people see of it is printed by the document itself, and an image laid over a
page can hide its text.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from reports.signing.bsre.transport import Answer, Request

#: What an id of a document may be: it becomes a part of an address.
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,100}")

#: Under which names a JSON answer holds the document: version 2, version 1.
_DOCUMENT: Final = ("file", "base64_signed_file")

#: Under which names it holds the signer's state.
_STATE: Final = ("status", "status_user")


def state_request(version: int, nik: str) -> Request:
    """Ask whether a signer has a valid certificate."""
    if version == 1:
        return Request("GET", f"/api/user/status/{quote(nik, safe='')}")
    return Request("POST", "/api/v2/user/check/status", {"json": {"nik": nik}})


def sign_request(version: int, pdf: bytes, *, nik: str, passphrase: str, reason: str) -> Request:
    """Ask for a signature under a PDF."""
    if version == 1:
        return Request(
            "POST",
            "/api/sign/pdf",
            {
                "files": {"file": ("dokumen.pdf", pdf, "application/pdf")},
                "data": {"nik": nik, "passphrase": passphrase, "tampilan": "invisible", "reason": reason},
            },
        )
    return Request(
        "POST",
        "/api/v2/sign/pdf",
        {
            "json": {
                "nik": nik,
                "passphrase": passphrase,
                "signatureProperties": [{"tampilan": "INVISIBLE", "reason": reason}],
                "file": [base64.b64encode(pdf).decode()],
            }
        },
    )


def download_request(answer: Answer) -> Request | None:
    """Where the document is fetched that an answer only names; None where it names none."""
    for one in (answer.fields().get("id_dokumen"), answer.document):
        if isinstance(one, str) and _ID.fullmatch(one):
            return Request("GET", f"/api/sign/download/{one}")
    return None


def document_in(answer: Answer) -> bytes | None:
    """The document that an answer holds, itself or as base64 in JSON; None where it holds none. Whether it is a PDF,
    and which, is not asked here."""
    if answer.content.startswith(b"%PDF-"):
        return answer.content
    fields = answer.fields()
    for text in _texts(fields):
        try:
            return base64.b64decode("".join(text.split()), validate=True)
        except (binascii.Error, ValueError):
            continue
    return None


def state_in(answer: Answer) -> str:
    """The signer's state in capitals; empty where the answer says none."""
    fields = answer.fields()
    found = (fields.get(name) for name in _STATE)
    return next((one.strip().upper() for one in found if isinstance(one, str) and one.strip()), "")


def _texts(fields: dict[str, Any]) -> Iterator[str]:
    for name in _DOCUMENT:
        found = fields.get(name)
        if isinstance(found, list) and len(found) == 1:
            found = found[0]
        if isinstance(found, str) and found:
            yield found
