"""Faults of every kind planted in clean papers: how many Periksa berkas finds, and what it says of a clean one.

    script/bench faults            three rounds
    script/bench faults --ronde 1 --luput

The papers are the LKIPs that the product itself prints of the contoh: what is said of them as they are (as Word, PDF
and text) is counted as false. Then each gets one fault of every kind of `_paper_faults.py` for which it has a place, at
places that a seed chooses, and is examined as text, as Word, and (in the first round) as PDF.
"""

from __future__ import annotations

import argparse
from importlib import import_module

from django.core.management import call_command

from bench._site import own_process

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ronde", type=int, default=3)
    parser.add_argument(
        "--luput", action="store_true", help="name what is missed and what is said of a clean paper"
    )
    options = parser.parse_args()
    with own_process():
        call_command("siapkan", verbosity=0)
        call_command("muat_contoh", verbosity=0)
        import_module("bench._faults_run").main(options.ronde, options.luput)
