"""A file that is only to be compared: its fingerprint is taken while it comes in, and nothing of it is kept, neither in
memory nor on the disk."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers, StopUpload

#: Where the addresses begin whose uploads are taken so.
PREFIX: Final = "verifikasi/"

LARGEST_SIZE: Final = 100 * 1024 * 1024

_PDF: Final = b"%PDF-"


class FingerprintOnly(UploadedFile):
    """A file of which the fingerprint is left; ``size`` is that of the file, ``is_pdf`` whether it begins as one."""

    def __init__(self, *, sha256: str, is_pdf: bool, name: str | None, size: int) -> None:
        # What else reads an upload (a form sent twice is told by its content) reads the fingerprint.
        super().__init__(BytesIO(sha256.encode()), name, size=size)
        self.sha256 = sha256
        self.is_pdf = is_pdf


class FingerprintHandler(FileUploadHandler):
    """The first of the upload handlers; at other addresses it leaves everything to those after it."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._ours = request is not None and request.path_info.startswith(f"/{PREFIX}")
        self._mark, self._start = hashlib.sha256(), b""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin; no other handler sees the file."""
        super().new_file(*args, **kwargs)
        self._mark, self._start = hashlib.sha256(), b""
        if self._ours:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take a piece into the fingerprint. One who sends on and on is cut off."""
        if not self._ours:
            return raw_data
        self._start = (self._start + raw_data[: len(_PDF)])[: len(_PDF)]
        self._mark.update(raw_data)
        if start + len(raw_data) > 2 * LARGEST_SIZE:
            raise StopUpload(connection_reset=True)
        return None

    def file_complete(self, file_size: int) -> FingerprintOnly | None:
        """What is left of the file."""
        if not self._ours:
            return None
        return FingerprintOnly(
            sha256=self._mark.hexdigest(), is_pdf=self._start == _PDF, name=self.file_name, size=file_size
        )
