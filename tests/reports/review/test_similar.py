"""A paragraph that is another's is shown beside it; what only has words in common is not."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from reports.models import Narasi
from reports.review.review import review_year
from reports.review.similar import similar_texts
from sakip.checks.material import Passage
from tests.sakip.checks.text.passages import passage

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

OURS = (
    "Kecamatan Balung melaksanakan pembinaan ketenteraman di 8 desa melalui patroli bersama linmas, babinsa, dan warga "
    "setiap malam Minggu sepanjang tahun."
)
THEIRS = (
    "Kecamatan Ajung melaksanakan pembinaan ketenteraman di 7 desa melalui patroli bersama linmas, babinsa, dan warga "
    "setiap malam Minggu sepanjang tahun."
)
OTHER = (
    "Kecamatan Ajung membuka layanan keliling ke dusun terpencil agar warga lanjut usia mengurus dokumen kependudukan "
    "tanpa datang ke kantor kecamatan."
)


def alike(balung: Kecamatan, *passages: Passage) -> list[tuple[str, bool, int]]:
    """Origin, whether it is the own kecamatan's, and likeness in percent."""
    found = similar_texts(kecamatan=balung, tahun=2023, passages=passages)
    return [(one.origin, one.own, int(one.likeness * 100)) for one in found]


@pytest.fixture
def ajung(mini: Kecamatan) -> Kecamatan:
    return Kecamatan.objects.get(kabupaten=mini.kabupaten, nama="Ajung")


def write(kecamatan: Kecamatan, tahun: int, text: str) -> None:
    Narasi.objects.create(kecamatan=kecamatan, tahun=tahun, bagian="profil", isi=f"<p>{text}</p>")


def test_a_copy_in_which_names_and_numbers_were_changed_is_a_copy(mini: Kecamatan, ajung: Kecamatan) -> None:
    write(ajung, 2023, THEIRS)
    assert alike(mini, passage(OURS)) == [("Kecamatan Ajung 2023, Profil kecamatan", False, 100)]


def test_one_word_put_in_is_nearly_equal(mini: Kecamatan, ajung: Kecamatan) -> None:
    """20 words have 17 runs, 21 have 18; the 3 runs over the gap are gone and 4 new ones there: 14 of 21 are 66%."""
    write(ajung, 2022, THEIRS.replace("patroli bersama", "patroli rutin bersama"))
    assert alike(mini, passage(OURS)) == [("Kecamatan Ajung 2022, Profil kecamatan", False, 66)]


def test_own_text_of_last_year_is_told_apart(mini: Kecamatan) -> None:
    write(mini, 2022, OURS)
    assert alike(mini, passage(OURS)) == [("Kecamatan Balung 2022, Profil kecamatan", True, 100)]


def test_other_words_short_texts_and_older_years_are_not_alike(mini: Kecamatan, ajung: Kecamatan) -> None:
    write(ajung, 2023, OTHER)
    write(ajung, 2020, THEIRS)
    assert alike(mini, passage(OURS), passage("Kegiatan berjalan dengan baik.")) == []


def test_the_review_says_where_a_paragraph_comes_from(mini: Kecamatan, ajung: Kecamatan) -> None:
    write(ajung, 2023, THEIRS)
    Narasi.objects.create(kecamatan=mini, tahun=2023, bagian="kendala", isi=f"<p>{OURS}</p>")
    found = [
        f for f in review_year(kecamatan=mini, tahun=2023).findings if f.code == "tulisan-kecamatan-lain"
    ]
    assert [(f.message, f.expected) for f in found] == [
        (
            "“Kecamatan Balung melaksanakan pembinaan ketenteraman di 8 desa melalui patroli bersama linmas, …” sama "
            "dengan Kecamatan Ajung 2023, Profil kecamatan. Uraikan keadaan tahun ini sendiri.",
            THEIRS,
        )
    ]
