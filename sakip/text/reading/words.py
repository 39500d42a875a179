"""Lists of words, as rules name them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final


def word_set(*lines: str) -> frozenset[str]:
    """The words of these lines."""
    return frozenset(word for line in lines for word in line.split())


@lru_cache(maxsize=8192)  # the same texts are looked at after every edit of a number
def says_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether one of these parts of words stands in a text, whatever its capitals: a quick look before a pattern reads
    it. The parts are in small letters."""
    small = text.casefold()
    return any(part in small for part in parts)


#: Words that carry no thing of their own and deny nothing: they join, point, or say how.
LIGHT: Final = word_set(
    "dan atau serta maupun yang dengan untuk dari di ke pada dalam oleh bagi atas hingga sampai sebagai terhadap",
    "tentang mengenai menurut berdasarkan karena sehingga maka jadi namun tetapi tapi sedangkan sementara adapun bahwa",
    "dimana ketika saat setelah sesudah selama sejak adalah ialah yaitu yakni merupakan menjadi ini itu tersebut nya",
    "tsb dimaksud demikian begitu hal sudah telah masih baru hanya saja cuma juga pun lagi pula bahkan justru memang",
    "cukup sebesar sebanyak sejumlah senilai setara sama secara dapat yg dgn utk thd pd dlm krn sdh tlh dr seluruhnya",
    "keseluruhan seluruh semua total keseluruhannya berturut turut kami kita lalu kemudian selanjutnya akhirnya",
    "akhir tahun th thn ta periode kini sekarang sebelumnya sesuai sebagaimana seperti berikut diatas",
)


def says_something(text: str) -> bool:
    """Whether it has a letter or a digit: "-" and "…" say nothing."""
    return any(character.isalnum() for character in text)
