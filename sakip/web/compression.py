"""Pages go over the line compressed: an office shares one, and a page is nine tenths repetition."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

#: What is text. Pictures, PDF, Word and workbooks are compressed already.
TEXT: Final = ("text/", "application/json", "application/javascript")


class CompressionMiddleware(GZipMiddleware):
    """gzip for text that is answered whole; the one place that compresses, so no proxy need do it again.

    Who listens to the line cannot learn a secret of a page from its compressed length (BREACH): the token of a form
    is masked anew in every page, and each answer is lengthened by up to 100 random bytes. Files that are handed out
    in pieces keep their length, so that a browser can show how far it is. No Brotli: it would be a tenth to a fifth
    smaller, and its coding has no place for those bytes.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer as it goes out."""
        if response.streaming or not response.get("Content-Type", "").startswith(TEXT):
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed
