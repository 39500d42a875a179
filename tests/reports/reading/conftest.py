"""The kecamatan whose papers are read: it stands in the reference, and nothing is recorded of it yet."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan


@pytest.fixture
def ambulu(referensi: None) -> Kecamatan:
    return Kecamatan.objects.select_related("kabupaten").get(nama="Ambulu")
