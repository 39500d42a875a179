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


#: What a conclusion of version 2 says of signatures that hold.
_VALID: Final = frozenset({"VALID", "OK"})

#: Under which names a verdict is explained, and a refusal: version 2, version 1.
_SAID: Final = ("description", "notes", "error", "message")


def state_request(version: int, nik: str) -> Request:
    """Ask whether a signer has a valid certificate."""
    if version == 1:
        return Request("GET", f"/api/user/status/{quote(nik, safe='')}")
    return Request("POST", "/api/v2/user/check/status", {"json": {"nik": nik}})


def sign_request(
    version: int, pdf: bytes, *, nik: str, passphrase: str, reason: str, totp: str = ""
) -> Request:
    """Ask for a signature under a PDF, which the signer grants by his passphrase or, in version 2, by a code."""
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
                **({"totp": totp} if totp else {"passphrase": passphrase}),
                "signatureProperties": [{"tampilan": "INVISIBLE", "reason": reason}],
                "file": [base64.b64encode(pdf).decode()],
            }
        },
    )


def verify_request(version: int, pdf: bytes) -> Request:
    """Ask what the service thinks of a signed PDF."""
    if version == 1:
        return Request(
            "POST", "/api/sign/verify", {"files": {"signed_file": ("dokumen.pdf", pdf, "application/pdf")}}
        )
    return Request("POST", "/api/v2/verify/pdf", {"json": {"file": base64.b64encode(pdf).decode()}})


def verdict_in(answer: Answer) -> bool | None:
    """Whether the service holds the signatures of a PDF to be valid; None where the answer does not say."""
    fields = answer.fields()
    if isinstance(conclusion := fields.get("conclusion"), str) and conclusion.strip():
        return conclusion.strip().upper() in _VALID
    details = fields.get("details")
    if not isinstance(details, list) or not details:
        return False if fields.get("jumlah_signature") == 0 else None
    documents = [one.get("signature_document") if isinstance(one, dict) else None for one in details]
    sound = [one.get("document_integrity") if isinstance(one, dict) else None for one in documents]
    if any(one is False for one in sound):
        return False
    return True if all(one is True for one in sound) else None


def reason_in(answer: Answer) -> str:
    """What the service says about it; empty where it says nothing."""
    fields = answer.fields()
    found = (fields.get(name) for name in _SAID)
    return next((one for one in found if isinstance(one, str) and one.strip()), "")


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
