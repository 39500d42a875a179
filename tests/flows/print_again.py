"""Run as a program: renders the naskah on standard input as document ``argv[1]`` and writes the PDF to standard output.

It has nothing but the JSON: the database that its settings name does not exist.
"""

from __future__ import annotations

import sys

import django


def main() -> None:
    django.setup()
    from reports.publish.assemble import arrange
    from reports.publish.files import publish_pdf
    from reports.publish.naskah import Naskah
    from sakip.snapshot.codec import read

    naskah = read(sys.stdin.read(), Naskah)
    sys.stdout.buffer.write(publish_pdf(arrange(naskah, sys.argv[1])).content)


if __name__ == "__main__":
    main()
