"""Where static files are kept once collected."""

from __future__ import annotations

from typing import ClassVar

from whitenoise.storage import CompressedManifestStaticFilesStorage as Dasar


class StaticStorage(Dasar):
    """Names with a fingerprint in our scripts too: a module that imports another asks for the version it was made with.

    Without it a browser could join a new script to an old one for as long as it keeps the old. Only for our own:
    a library's file may name in a comment what it does not have.
    """

    patterns: ClassVar = (*Dasar.patterns, ("js/*.js", Dasar._js_module_import_aggregation_patterns[1]))
