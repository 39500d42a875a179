"""What became of the review of a year: notes of every version with their answers, and reasons for what stands."""

import pytest

from kecamatan.models import Kecamatan
from reports.models import CatatanReviu, Laporan, TemuanDiakui
from reports.publish.assemble import LKIP, build_draft, content_fingerprint
from reports.publish.naskah import ReviewFollowUp
from reports.review.follow_up import read_follow_up
from tests.factory import TAHUN, make, make_laporan

pytestmark = pytest.mark.django_db


def test_every_note_counts_once_and_so_does_a_finding_that_was_answered_in_two_versions(
    balung: Kecamatan,
) -> None:
    first = make_laporan(kecamatan=balung, tahun=TAHUN, status="dibuka_kembali")
    assert read_follow_up(kecamatan=balung, tahun=TAHUN) is None
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
    for laporan, sidik in ((first, "a"), (second, "a"), (second, "b")):
        make(TemuanDiakui, laporan=laporan, sidik=sidik * 64)
    expected = ReviewFollowUp(catatan=4, selesai=2, dijawab=1, beralasan=2)
    assert read_follow_up(kecamatan=balung, tahun=TAHUN) == expected
    assert read_follow_up(kecamatan=balung, tahun=TAHUN + 1) is None
    draft = build_draft(kecamatan=balung, tahun=TAHUN)
    assert draft.tindak_lanjut_reviu == expected
    assert content_fingerprint(draft, LKIP) != content_fingerprint(nothing, LKIP)
