"""What a browser sends, whole or not at all.

A server whose line to the browser drops gives the application what came so far and then nothing, as if that were all:
half a file would be stored as a file, and a text that ends in the middle as what somebody wrote. A proxy in front that
waits for the whole hides it; not every site has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.core.exceptions import BadRequest

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_INPUT: Final = "wsgi.input"


def whole_body(application: Application) -> Application:
    """The application, to which a body that is shorter than the browser said cannot be read."""

    def call(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        said = environ.get("CONTENT_LENGTH") or ""
        if said.isascii() and said.isdigit():  # else nobody said how much there is to come
            environ[_INPUT] = _Whole(environ[_INPUT], int(said))
        return application(environ, start_response)

    return call


class _Whole:
    """A body of so many bytes. Raises BadRequest where it ends before them."""

    def __init__(self, stream: Any, size: int) -> None:
        self._stream, self._left = stream, size

    def read(self, size: int = -1) -> bytes:
        """So many bytes, all that are left without a number; fewer only at the end."""
        wanted = self._left if size < 0 else min(size, self._left)
        pieces: list[bytes] = []
        while wanted:
            pieces.append(self._taken(self._stream.read(wanted)))
            wanted -= len(pieces[-1])
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        """To the end of a line, or so many bytes of it."""
        wanted = self._left if size < 0 else min(size, self._left)
        return self._taken(self._stream.readline(wanted)) if wanted else b""

    def _taken(self, piece: bytes) -> bytes:
        if not piece:
            raise BadRequest("sambungan terputus sebelum seluruh kiriman diterima")
        self._left -= len(piece)
        return piece
