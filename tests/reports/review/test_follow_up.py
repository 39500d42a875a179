"""What became of the review of a year: notes of every version with their answers, and reasons for what stands."""

import pytest

from kecamatan.models import Kecamatan
from reports.models import CatatanReviu, Laporan, TemuanDiakui
from reports.publish.assemble import LKIP, build_draft, content_fingerprint
from reports.publish.naskah import ReviewFollowUp
from reports.review.answers import answerable
from reports.review.review import review_year
from tests.factory import TAHUN, make, make_laporan

pytestmark = pytest.mark.django_db


def read_again(balung: Kecamatan) -> ReviewFollowUp | None:
    return build_draft(kecamatan=balung, tahun=TAHUN).tindak_lanjut_reviu


def test_every_note_counts_once_and_so_does_a_finding_that_was_answered_in_two_versions(
    balung: Kecamatan,
) -> None:
    first = make_laporan(kecamatan=balung, tahun=TAHUN, status="dibuka_kembali")
    assert read_again(balung) is None
    nothing = build_draft(kecamatan=balung, tahun=TAHUN)
    second = make(
        Laporan, kecamatan=balung, tahun=TAHUN, versi=2, menggantikan=first, alasan_dibuka="Angka keliru."
    )
    make(CatatanReviu, laporan=first, isi="Lengkapi.", selesai=True)
    answered = make(CatatanReviu, laporan=first, isi="Jelaskan.")
    closed = make(CatatanReviu, laporan=second, isi="Perbaiki.", selesai=True)
    make(CatatanReviu, laporan=second, isi="Belum dibaca.")
    for note in (answered, answered, closed):
        make(CatatanReviu, laporan=second, menjawab=note, isi="Sudah.")
    found = [one for one in review_year(kecamatan=balung, tahun=TAHUN).findings if answerable(one)]
    for laporan, one in ((first, found[0]), (second, found[0]), (second, found[1])):
        make(TemuanDiakui, laporan=laporan, aturan=one.code, sidik=one.mark)
    expected = ReviewFollowUp(catatan=4, selesai=2, dijawab=1, beralasan=2)
    assert build_draft(kecamatan=balung, tahun=TAHUN + 1).tindak_lanjut_reviu is None
    draft = build_draft(kecamatan=balung, tahun=TAHUN)
    assert draft.tindak_lanjut_reviu == expected
    assert content_fingerprint(draft, LKIP) != content_fingerprint(nothing, LKIP)


def test_what_was_answered_and_then_mended_is_not_counted(balung: Kecamatan) -> None:
    laporan = make_laporan(kecamatan=balung, tahun=TAHUN)
    one = next(one for one in review_year(kecamatan=balung, tahun=TAHUN).findings if answerable(one))
    answer = make(TemuanDiakui, laporan=laporan, aturan=one.code, sidik=one.mark)
    expected = ReviewFollowUp(catatan=0, selesai=0, dijawab=0, beralasan=1)
    assert read_again(balung) == expected
    # As if it had been about another value, and about a rule that is no longer there.
    make(TemuanDiakui, laporan=laporan, aturan=one.code, sidik="0" * 64)
    make(TemuanDiakui, laporan=laporan, aturan="rule-that-was", sidik="1" * 64)
    assert read_again(balung) == expected
    answer.delete()
    assert read_again(balung) is None
