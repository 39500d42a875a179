"""Kinds of value that say who somebody is and how an office is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kecamatan.ground.texts import Refused
from kecamatan.nip import InvalidNip, format_nip, parse_nip
from sakip.entry.value_kinds import LEAVE_EMPTY, SAYS_NOTHING, Text, shorten


def _something(text: str, kind: str) -> str:
    """The text, unless it only says that there is none."""
    if SAYS_NOTHING.fullmatch(text):
        raise Refused(f'"{shorten(text)}" bukan {kind}. {LEAVE_EMPTY}')
    return text


@dataclass(frozen=True)
class Nip(Text):
    """The 18 digits of a NIP, typed with or without their spaces."""

    one_line: bool = True

    def words(self, raw: Any) -> str:
        """The digits."""
        text = _something(super().words(raw), "NIP")
        try:
            return parse_nip(text).angka
        except InvalidNip as problem:
            raise Refused(str(problem)) from problem

    def text(self, value: Any) -> str:
        """In groups, as documents print it; what is no NIP stays as it was typed."""
        try:
            return format_nip(value) if value else ""
        except InvalidNip:
            return str(value)

    def cell(self, value: Any) -> Any:
        """The digits."""
        return value or None


@dataclass(frozen=True)
class PostalCode(Text):
    """The five digits of a kode pos."""

    one_line: bool = True

    def words(self, raw: Any) -> str:
        """The digits."""
        text = _something(super().words(raw), "kode pos")
        if not (len(text) == 5 and text.isascii() and text.isdigit()):
            raise Refused(f'"{shorten(text)}" bukan kode pos. Tulis lima angka, misalnya 68161.')
        return text


@dataclass(frozen=True)
class Email(Text):
    """An address of electronic mail."""

    one_line: bool = True

    def words(self, raw: Any) -> str:
        """The address."""
        text = _something(super().words(raw), "alamat surel")
        try:
            validate_email(text)
        except ValidationError as problem:
            raise Refused(
                f'"{shorten(text)}" bukan alamat surel. Tulis seperti kecamatan@jemberkab.go.id.'
            ) from problem
        return text
