"""How much of the contoh Baca dokumen reads out of the LKIPs that they were written from.

`script/bench reading FOLDER`: FOLDER holds the three LKIPs as text (000…, 001…, 004…). Each is read as it is, and as a
DOCX and PDFs that are made of it with real tables (one of them by LibreOffice, where that is there).
Counted are the cells of the contoh that stand in a table of the document:
keys, what the office does not say (rumus, desimal, akumulasi), our narrative, and what we noted ourselves (dasar and
sumber of a Renstra, keterangan of an anggaran) are not. A text is right when three quarters of its words are the same.
Of the facts for which a document gives two values (reading_contradicted.txt) it says which are held back or say so.
`script/bench reading FOLDER txt` measures the texts alone.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from django.core.management import call_command

from bench._site import own_process

if __name__ == "__main__":
    with own_process():
        call_command("siapkan", verbosity=0)
        import_module("bench._reading_run").main(Path(sys.argv[1]), sys.argv[2:])
