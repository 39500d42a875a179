"""Passwords that somebody who knows the office guesses first: local words, places, own names, years, rows of keys.

A password is cut into the pieces that make it cheapest: a known word, a name, a year, a row of keys, else its
characters one by one. ``kecamatan2026`` is two pieces, however long it is. Four words that have nothing to do with
each other pass, whether they are known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from django.core.exceptions import ValidationError

from kecamatan.models import DesaKelurahan, Kabupaten, Kecamatan
from kecamatan.nip import LENGTH as NIP_LENGTH

#: What a password must be worth. A character is worth 1, a common word 3.
ENOUGH: Final = 8
_WORD: Final = 3

#: Of the office and of the people who work in it: the first that are tried, and no word among others.
_OFFICE = """
admin administrator agustus akuntabilitas anggaran aparatur aplikasi april bagian bagor bapak bappeda bulan bupati
camat data demo desa desember dinas distrik dokumen evaluasi februari indikator indonesia instansi januari jawa juli
jumat juni kab kabupaten kamis kantor kapanewon kasubag kasubbag kec kecamatan kel kelurahan kepala kinerja kota lakip
laporan lkip login lurah maret masuk minggu november oktober operator organisasi pagu pegawai pejabat pemda pemerintah
pemkab pemkot pengawas pengguna perencanaan perjanjian program provinsi rabu realisasi renstra rkpd rpjmd sabtu sakip
sasaran sekcam sekretaris selasa senin september server sistem staf staff tahun tapem target tujuan user wali walikota
wilayah
"""
OFFICE: Final = frozenset(_OFFICE.split())

#: What people choose here when they are asked for a password.
_COMMON = """
abadi abcd access adik alhamdulillah allah allahuakbar anak anakku anjing apasaja arema asdf asdfgh asdfghjkl ayah
ayahku ayam bahagia bandung baru bebas berkah bersama bisa bismillah bogor bola buka bunda bunga cantik cinta cintaku
coba dahulu damai delapan dengan dirgahayu dunia emas empat enam football ganteng ganti gantisandi garuda gembira
ginseng hari harimau hebat hello hidup hijau hitam ibuku ikan iloveyou indah inirahasia inisandi internet islam istri
istriku jagoan jakarta jalan jaya jember jombang juara kamu karunia kasih kata katasandi kelapa keluarga kembang kerja
kita kode komputer kopi kosong kucing kunci langit laskar lautan letmein lima love lupa lupasandi malaikat malam
malang mama mandiri manis mantap mantul master matahari mawar mawarputih medan melati merah merahputih merdeka mobil
monkey motor mudah muhammad nasional negara nusantara orang pagi pahlawan pancasila pantai pantang papa passwd
password passwordku pelangi persebaya persib persija pintar pintu praja prestasi putih putra putri qazwsx qwer qwerty
qwertyuiop rahasia rahasiaku rahmat raja ramadhan rejeki rezeki rindu rumah rumahku saja salam samudra sandi sandibaru
sandiku sangatrahasia satria satu sayang sayangku secret sehat sejahtera semangat semarang sembilan sementara semesta
semua sendiri senyum sepuluh setia siang siap sukses summer super surabaya surga syukur tanah tanpa terima terimakasih
test testing tiga tuhan tujuh ubah umum untuk welcome wisata yakin yang yogyakarta zxcv zxcvbn zxcvbnm
"""
COMMON: Final = frozenset(_COMMON.split())

#: Figures that are read as letters, "k3c4m4t4n".
_LETTERS: Final = str.maketrans("0134578@$!", "oieastbasi")
_NOT_TYPED: Final = re.compile(r"[\W_]+")
_YEAR: Final = re.compile(r"(19|20)[0-9]{2}")
_DAY, _MONTH = "(0[1-9]|[12][0-9]|3[01])", "(0[1-9]|1[0-2])"
_DATE: Final = re.compile(rf"{_DAY}{_MONTH}((19|20)?[0-9]{{2}})|(19|20)[0-9]{{2}}{_MONTH}{_DAY}")
_ROWS: Final = ("01234567890", "abcdefghijklmnopqrstuvwxyz")
_SHORTEST_ROW: Final = 3
_SHORTEST_NAME: Final = 3

#: So many characters are looked at: a longer password is worth at least as much as its beginning.
_LOOKED_AT: Final = 64


class GuessableValidator:
    """For ``AUTH_PASSWORD_VALIDATORS``."""

    message = (
        "Kata sandi ini mudah ditebak: isinya kata yang umum, nama tempat, nama Anda, tahun, atau angka berurutan."
        " Pilih empat kata yang tidak berhubungan satu sama lain dan tidak berhubungan dengan kantor Anda."
    )

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError for one that is guessed early (3 queries)."""
        if worth(password, names=[*_places(), *_names_of(user)]) < ENOUGH:
            raise ValidationError(self.message, code="password_guessable")

    def get_help_text(self) -> str:
        """What to do instead."""
        return (
            "Pilih empat kata yang tidak berhubungan satu sama lain dan tidak berhubungan dengan kantor Anda."
        )


def worth(password: str, *, names: Iterable[str] = ()) -> int:
    """How many characters the password is worth to somebody who knows the words and the names."""
    text = _squeezed(password[: 2 * _LOOKED_AT])[:_LOOKED_AT]
    text = next((text[:n] for n in range(1, len(text) // 2 + 1) if text[n:] == text[:-n]), text)  # said again
    letters = text.translate(_LETTERS)
    cheap = dict.fromkeys(COMMON, _WORD) | dict.fromkeys(OFFICE, 1)
    cheap |= dict.fromkeys((n for one in names if len(n := _squeezed(one)) >= _SHORTEST_NAME), 1)
    longest = max(map(len, cheap))
    best = [0]  # of the first so many characters
    for end in range(1, len(text) + 1):
        costs = [best[end - 1] + 1]
        for start in range(max(0, end - max(longest, NIP_LENGTH)), end):
            piece = text[start:end]
            known = cheap.get(piece, cheap.get(letters[start:end]))
            if known is not None:
                costs.append(best[start] + known)
            if _is_one(piece):
                costs.append(best[start] + 1)
        best.append(min(costs))
    return best[-1]


def _is_one(piece: str) -> bool:
    """Whether the piece is one thing: a row of keys, one key held down, a year, a date, a NIP."""
    if len(piece) < _SHORTEST_ROW:
        return False
    if len(set(piece)) == 1 or any(piece in row or piece[::-1] in row for row in _ROWS):
        return True
    if not piece.isdigit():
        return False
    return bool(_YEAR.fullmatch(piece) or _DATE.fullmatch(piece) or len(piece) == NIP_LENGTH)


def _squeezed(text: str) -> str:
    """Small letters and figures, with what stands for them; nothing between them."""
    return _NOT_TYPED.sub("", text.lower().translate(str.maketrans("@$!", "asi")))


def _places() -> Iterable[str]:
    for model in (Kabupaten, Kecamatan, DesaKelurahan):
        for name in model._default_manager.order_by().values_list("nama", flat=True).distinct():
            yield from (name, *name.split())


def _names_of(user: Any) -> Iterable[str]:
    for column in ("nama", "username", "email"):
        value = getattr(user, column, "") or ""
        yield from (value, *re.split(r"[\W_\d]+", value))
