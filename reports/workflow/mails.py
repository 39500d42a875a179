"""Mails to people, one after another: each is claimed before it is sent, and given back where it could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Final

from django.core.mail import EmailMessage, get_connection

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.web.site import site_address

#: How every mail ends.
END: Final = (
    "Surel ini dikirim otomatis dan tidak memuat isi laporan. Untuk berhenti menerimanya, buka halaman Akun dan"
    " matikan pemberitahuan."
)

#: Where so many mails found no server one after another, it is down: the others are tried the next time.
_PATIENCE: Final = 3

#: What a server says about one mail; whatever else goes wrong is about the server.
_ABOUT_THE_MAIL: Final = (SMTPDataError, SMTPRecipientsRefused, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail to a person. ``claim`` says whether it is ours to send, ``give_back`` that it was not sent after all."""

    person: Pengguna
    claim: Callable[[], bool]
    give_back: Callable[[], object]
    message: EmailMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How many mails went out, to which user names none could be sent, and whether the others were left for the next
    time because the server does not answer."""

    count: int
    failed: tuple[str, ...]
    gave_up: bool = False

    @property
    def said(self) -> str:
        """How many, for who started it."""
        return f"{self.count} surel terkirim."

    def ensure_all(self) -> None:
        """Raise InputError, with the remedy, unless all were sent."""
        if self.failed:
            down = " Peladen surel tidak menjawab, jadi yang lain tidak dicoba." if self.gave_up else ""
            raise InputError(
                f"Surel kepada {', '.join(self.failed)} tidak terkirim.{down} Periksa SAKIP_EMAIL; percobaan"
                " diulang pada pengiriman berikutnya."
            )


def deliver(mails: Iterable[Mail]) -> Sent:
    """Send them over one connection. One that cannot be sent is given back for the next time; the others go out.

    Raises InputError where nobody knows the name of the site.
    """
    site_address("")  # refuse before anything is claimed
    way_out, count, failed, unreached = get_connection(), 0, [], 0
    for mail in mails:
        if not mail.claim():
            continue
        try:
            way_out.open()  # once for all of them, as long as it holds
            way_out.send_messages([mail.message])
        except (OSError, ValueError) as error:
            mail.give_back()
            failed.append(mail.person.username)
            with suppress(OSError):
                way_out.close()  # what is left of it serves nobody
            unreached = 0 if isinstance(error, _ABOUT_THE_MAIL) else unreached + 1
            if unreached == _PATIENCE:
                return Sent(count=count, failed=tuple(failed), gave_up=True)
        else:
            count, unreached = count + 1, 0
    with suppress(OSError):
        way_out.close()
    return Sent(count=count, failed=tuple(failed))
