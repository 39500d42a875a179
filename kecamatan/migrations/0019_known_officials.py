"""Connect the accounts of camat with the officials they can only be: by the NIP in the user name, or by the name."""

import re
from collections import Counter

from django.db import migrations

_TITLES = {"drs", "dra", "dr", "ir", "h", "hj", "prof"}


def _plain(nama: str) -> str:
    """The name in small letters, without titles before it and what follows a comma."""
    words = [re.sub(r"[^a-z]", "", word) for word in nama.split(",")[0].casefold().split()]
    while words and words[0] in _TITLES:
        words = words[1:]
    return " ".join(filter(None, words))


def connect(apps, schema_editor):
    Pejabat = apps.get_model("kecamatan", "Pejabat")
    Keanggotaan = apps.get_model("kecamatan", "Keanggotaan")
    AkunPejabat = apps.get_model("kecamatan", "AkunPejabat")
    places: dict[object, set[int]] = {}
    for one in Keanggotaan.objects.filter(peran="camat").select_related("pengguna"):
        places.setdefault(one.pengguna, set()).add(one.kecamatan_id)
    pairs = []
    for person, kecamatan in places.items():
        officials = Pejabat.objects.filter(masa__jabatan="camat", masa__kecamatan__in=kecamatan).distinct()
        found = [one for one in officials if one.nip and one.nip == person.username] or [
            one for one in officials if _plain(one.nama) and _plain(one.nama) == _plain(person.nama)
        ]
        if len(found) == 1:
            pairs.append((person, found[0]))
    accounts = Counter(official.pk for _, official in pairs)
    AkunPejabat.objects.bulk_create(
        AkunPejabat(pengguna=person, pejabat=official, nama=official.nama, nip=official.nip)
        for person, official in pairs
        if accounts[official.pk] == 1
    )


class Migration(migrations.Migration):
    dependencies = [
        ("kecamatan", "0018_account_of_an_official"),
    ]

    operations = [
        migrations.RunPython(connect, migrations.RunPython.noop),
    ]
