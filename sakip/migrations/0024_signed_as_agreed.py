"""An agreed document may be signed as it was agreed; then the row that says so stays."""

from django.conf import settings
from django.db import migrations, models

from kecamatan.ground.triggers import Penolakan, pasang_pemicu, refuse_truncate

MESSAGE = (
    "Penetapan yang sudah ditandatangani tidak dapat diubah atau dihapus. Buka penetapannya dengan alasan."
)
KEPT = ("id", "kecamatan_id", "jenis", "dokumen", "oleh_id", "pada", "versi", "ditandatangani_pada")
SIGNED = "OLD.ditandatangani_pada IS NOT NULL"


def changed(other: str) -> str:
    """Whether a signed row is changed in anything but that it is opened, once."""
    columns = " OR ".join(f"NEW.{one} {other} OLD.{one}" for one in KEPT)
    return f"{SIGNED} AND (OLD.dibuka_pada IS NOT NULL OR {columns})"


REFUSALS = (
    Penolakan(
        nama="sakip_penetapan_tolak_ubah",
        tabel="sakip_penetapan",
        kejadian="UPDATE",
        pesan=MESSAGE,
        syarat=changed("IS NOT"),
        syarat_postgresql=changed("IS DISTINCT FROM"),
    ),
    Penolakan(
        nama="sakip_penetapan_tolak_hapus",
        tabel="sakip_penetapan",
        kejadian="DELETE",
        pesan=MESSAGE,
        syarat=SIGNED,
    ),
    Penolakan(
        nama="sakip_penetapan_tolak_timpa",
        tabel="sakip_penetapan",
        kejadian="INSERT",
        pesan=MESSAGE,
        syarat="EXISTS (SELECT 1 FROM sakip_penetapan lama WHERE lama.ditandatangani_pada IS NOT NULL"
        " AND (lama.id = NEW.id"
        " OR (lama.dibuka_pada IS NULL AND lama.jenis = NEW.jenis AND lama.dokumen = NEW.dokumen)))",
        hanya_sqlite=True,
    ),
    refuse_truncate("sakip_penetapan", MESSAGE, which="ditandatangani_pada IS NOT NULL"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0017_notices_by_mail"),
        ("sakip", "0023_agreed_documents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="penetapan",
            name="sakip_penetapan_dokumen",
        ),
        migrations.AddField(
            model_name="penetapan",
            name="dibuka_pada",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="dibuka pada"),
        ),
        migrations.AddField(
            model_name="penetapan",
            name="ditandatangani_pada",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="ditandatangani pada"
            ),
        ),
        migrations.AddField(
            model_name="penetapan",
            name="versi",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="versi"),
        ),
        migrations.AddConstraint(
            model_name="penetapan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dibuka_pada", None)),
                fields=("jenis", "dokumen"),
                name="sakip_penetapan_dokumen",
                violation_error_code="dokumen",
                violation_error_message="Dokumen ini sudah ditetapkan. Buka dahulu penetapannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penetapan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dibuka_pada", None), ("ditandatangani_pada__isnull", False), _connector="OR"
                ),
                name="sakip_penetapan_terbuka_bertanda",
                violation_error_code="terbuka_bertanda",
                violation_error_message="Hapus penetapan yang dibuka: hanya yang sudah ditandatangani disimpan.",
            ),
        ),
        pasang_pemicu(REFUSALS),
    ]
