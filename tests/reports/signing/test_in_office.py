"""Only who holds the office on the day signs, or who acts for him, and as what is printed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from kecamatan.models import Kecamatan, MasaJabatan, Pejabat, Pengguna
from reports.signing.signer import NotTheSigner, ensure_signer
from tests.factory import make, make_masa_jabatan, make_official_account, make_pengguna

pytestmark = pytest.mark.django_db

TODAY = date(2024, 2, 1)


@pytest.fixture
def camat(balung: Kecamatan) -> Pengguna:
    return make_pengguna("camat", kecamatan=balung)


def printed(camat: Pengguna, balung: Kecamatan, **columns: object) -> MasaJabatan:
    term = make_masa_jabatan(kecamatan=balung, mulai=date(2022, 1, 1), **columns)
    make_official_account(camat, term)
    return term


def judge(camat: Pengguna, term: MasaJabatan, *, himself: bool = True) -> None:
    with time_machine.travel(datetime(2024, 2, 1, 3, tzinfo=UTC), tick=False):
        ensure_signer(camat, term, term.pejabat.nama, himself=himself)


@pytest.mark.one_engine
@pytest.mark.parametrize("status", ["", "pj", "plt", "plh", "pjs"])
def test_who_holds_the_office_or_acts_signs_as_himself(
    camat: Pengguna, balung: Kecamatan, status: str
) -> None:
    judge(camat, printed(camat, balung, status=status, sampai=TODAY))


def test_whose_term_ended_yesterday_does_not(camat: Pengguna, balung: Kecamatan) -> None:
    term = printed(camat, balung, sampai=TODAY - timedelta(days=1))
    with pytest.raises(NotTheSigner, match=r"hari ini \(1 Februari 2024\) tidak tercatat menjabat lagi"):
        judge(camat, term)


@pytest.mark.one_engine
@pytest.mark.parametrize(
    ("own", "other", "signs"),
    [
        ("", "", False),  # somebody was appointed since, and nobody closed the former term
        ("plt", "", False),
        ("plh", "plh", False),
        ("", "plh", True),  # who is away for a while is camat still
        ("plh", "", True),
    ],
)
def test_beside_another_term(camat: Pengguna, balung: Kecamatan, own: str, other: str, signs: bool) -> None:
    term = printed(camat, balung, status=own)
    budi = make(Pejabat, nama="BUDI SANTOSO", nip="")
    make_masa_jabatan(kecamatan=balung, pejabat=budi, status=other, mulai=date(2023, 6, 1))
    if signs:
        judge(camat, term)
    else:
        with pytest.raises(NotTheSigner, match="yang tercatat menjabat BUDI SANTOSO"):
            judge(camat, term)


def test_a_plt_who_was_appointed_since_is_not_printed_as_plt(camat: Pengguna, balung: Kecamatan) -> None:
    term = printed(camat, balung, status="plt", sampai=date(2023, 5, 31))
    make_masa_jabatan(kecamatan=balung, pejabat=term.pejabat, mulai=date(2023, 6, 1))
    words = r"tercetak sebagai Plt. Camat Balung.*menjabat SITI AMINAH, S.Sos., Camat Balung"
    with pytest.raises(NotTheSigner, match=words):
        judge(camat, term)


def test_the_kepala_daerah_may_sign_outside_without_an_account_here(
    camat: Pengguna, balung: Kecamatan
) -> None:
    """Whoever hands in what he signed is not asked to be him; that he holds the office is asked all the same."""
    bupati = make_masa_jabatan(
        jabatan="bupati", kecamatan=None, kabupaten=balung.kabupaten, mulai=date(2021, 2, 26), sampai=TODAY
    )
    judge(camat, bupati, himself=False)
    with pytest.raises(NotTheSigner, match="belum dihubungkan dengan pejabat mana pun"):
        judge(camat, bupati)
    bupati.sampai = TODAY - timedelta(days=1)
    bupati.save()
    with pytest.raises(NotTheSigner, match="tidak tercatat menjabat lagi"):
        judge(camat, bupati, himself=False)
