"""How wide a text is, and where it breaks, without asking the machine for its fonts.

Widths are those of Liberation Sans, which equal Arial's and Helvetica's, in thousandths of the font size.
Measuring by table keeps the drawings identical everywhere and pure; kerning, which only narrows, is ignored.
"""

from typing import Final


def _tabel(kelompok: dict[int, str]) -> dict[str, int]:
    return {huruf: lebar for lebar, anggota in kelompok.items() for huruf in anggota}


_BIASA: Final = _tabel(
    {
        191: "'",
        222: "ijl‘’",
        260: "|",
        278: " !,./:;I[\\]ft\u00a0",
        333: "()-`r“”²³",
        334: "{}",
        350: "•",
        355: '"',
        389: "*",
        400: "°",
        469: "^",
        500: "Jcksvxyz",
        549: "≥≤",
        556: "#$0123456789?L_abdeghnopqué–",
        584: "+<=>~×−",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        834: "½",
        889: "%",
        944: "W",
        1015: "@",
    }
)
_TEBAL: Final = _tabel(
    {
        238: "'",
        278: " ,./I\\ijl‘’\u00a0",
        280: "|",
        333: "!()-:;[]`ft²³",
        350: "•",
        389: "*r{}",
        400: "°",
        474: '"',
        500: "z“”",
        549: "≥≤",
        556: "#$0123456789J_aceksvxyé–",
        584: "+<=>^~×−",
        611: "?FLTZbdghnopqu",
        667: "EPSVXY",
        722: "&ABCDHKNRU",
        778: "GOQw",
        833: "M",
        834: "½",
        889: "%m",
        944: "W",
        975: "@",
    }
)
# For a letter without an entry; no Latin letter is wider, so a box may be too roomy but never too narrow.
_LAIN: Final = 1000

ELIPSIS: Final = "…"


def lebar_teks(teks: str, ukuran: int, *, tebal: bool = False) -> int:
    """Width of one line in the unit of `ukuran`, rounded up."""
    tabel = _TEBAL if tebal else _BIASA
    return -(-sum(tabel.get(huruf, _LAIN) for huruf in teks) * ukuran // 1000)


def wrap(
    teks: str, lebar: int, ukuran: int, *, tebal: bool = False, maks_baris: int | None = None
) -> tuple[str, ...]:
    """Break a text into lines no wider than `lebar`.

    Lines break at spaces and after a slash ("Koordinasi/Sinergi"); a single piece that is too wide is broken
    between letters. With `maks_baris` what does not fit is replaced by "…". An empty text has no lines.
    """
    baris: list[str] = []
    kini = ""
    for kata in teks.split():
        sambung = " " if kini else ""
        for cut in _potongan(kata):
            if _load(kini + sambung + cut, lebar, ukuran, tebal):
                kini += sambung + cut
            else:
                if kini:
                    baris.append(kini)
                kini = cut
                while not _load(kini, lebar, ukuran, tebal) and len(kini) > 1:
                    n = _how_many_fit(kini, lebar, ukuran, tebal)
                    baris.append(kini[:n])
                    kini = kini[n:]
            sambung = ""
    if kini:
        baris.append(kini)
    if maks_baris is not None and len(baris) > maks_baris:
        baris[maks_baris - 1 :] = [_elipsis(baris[maks_baris - 1], lebar, ukuran, tebal)]
    return tuple(baris)


def _elipsis(baris: str, lebar: int, ukuran: int, tebal: bool) -> str:
    """The line shortened by words, or by letters if it is a single word, so that "…" fits behind it."""
    while baris and not _load(baris + ELIPSIS, lebar, ukuran, tebal):
        baris = baris.rpartition(" ")[0] or baris[:-1]
    return baris.rstrip(" /,;:") + ELIPSIS


def _load(teks: str, lebar: int, ukuran: int, tebal: bool) -> bool:
    return lebar_teks(teks, ukuran, tebal=tebal) <= lebar


def _how_many_fit(kata: str, lebar: int, ukuran: int, tebal: bool) -> int:
    """How many letters fit on a line; at least one, or breaking would never end."""
    return next((n for n in range(len(kata) - 1, 1, -1) if _load(kata[:n], lebar, ukuran, tebal)), 1)


def _potongan(kata: str) -> list[str]:
    """A word cut after each slash; the slash stays with what precedes it."""
    bagian = kata.split("/")
    return [f"{b}/" for b in bagian[:-1]] + ([bagian[-1]] if bagian[-1] else [])
