"""Who and where: kabupaten, kecamatan, desa, officials and users."""

from django.apps import AppConfig


class KecamatanConfig(AppConfig):
    """Rows of wilayah, unit kerja, pejabat and pengguna; knows nothing of performance or documents."""

    name = "kecamatan"
    verbose_name = "Kecamatan"
