"""Run as a program: standard input names documents, each with its naskah; says which files come of them.

Reads a JSON list of [kind of document, shape of file, naskah as JSON], and writes the SHA-256 of each file as a list.
It has nothing else: the database that its settings name does not exist.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256

import django


def main() -> None:
    django.setup()
    from reports.publish.assemble import arrange
    from reports.publish.files import publish_html, publish_pdf
    from reports.publish.naskah import Naskah
    from sakip.snapshot.codec import read

    made = []
    for kind, shape, text in json.load(sys.stdin):
        assembled = arrange(read(text, Naskah), kind)
        content = publish_html(assembled).encode() if shape == "html" else publish_pdf(assembled).content
        made.append(sha256(content).hexdigest())
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
