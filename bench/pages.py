"""What it costs the server to answer the pages of a year: the first time, again, after an edit, unchanged.

    script/bench pages             prints the figures of bench/HASIL.md

Milliseconds of the processor and queries, in one process on SQLite, for the operator of Jombang 2023. The peer is
Django's own admin: its editable list of realisasi, the page that every Django engineer knows, answered in the same
process in turns, so that what else the machine does falls on both. The process is made as those of the server are
(:mod:`sakip.wsgi`), and an answer is there when it was sent.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

from bench._site import ROOT, own_environment

#: What is to be reached: milliseconds of the LKIP after an edit, of twenty answers the slowest but one.
LIMIT = 150

_MEASURED = """
import json, re, sys, time
from statistics import median
from django.core.signals import request_finished

sent = []
request_finished.connect(lambda **_: sent.append(time.process_time()), weak=False)
import sakip.wsgi  # a process as the server has them
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from kecamatan.models import Jejak, Keanggotaan, Kecamatan, MasaJabatan, Pengguna
from sakip.models import Anggaran, Realisasi
from sakip.snapshot.kept import forget

PLACE = "/kecamatan/jombang/2023/"
STYLES = "gaya.css"
PAGES = {
    "Ringkasan": PLACE,
    **{name: f"{PLACE}{code}/" for name, code in (
        ("Profil", "profil"), ("Renstra", "renstra"), ("RKT", "rkt"), ("PK", "pk"), ("Rencana aksi", "rencana-aksi"),
        ("Realisasi dan perhitungan", "realisasi"), ("Anggaran", "anggaran"), ("Narasi", "narasi"))},
    "LKIP": f"{PLACE}dokumen/lkip/",
    "Gaya LKIP": f"{PLACE}dokumen/lkip/{STYLES}",
    "RKT sebagai dokumen": f"{PLACE}dokumen/rkt/",
}
RIVAL, TEXT = "/lawan/sakip/realisasi/", f"{PLACE}narasi/isi/kendala/-/"
ROUNDS = int(sys.argv[1])

def signed_in(pengguna):
    client = Client(SERVER_NAME="localhost")
    client.force_login(pengguna, backend="kecamatan.accounts.authentication.BackendSandi")
    return client

def answered(client, address, **heads):
    start = time.process_time()
    answer = client.get(address, headers=heads)
    return 1000 * (sent[-1] - start), answer

def asked(client, address, **heads):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address, headers=heads)
    return len(queries), answer

def edited(number):
    page = person.get(TEXT).content.decode()
    sidik = re.search('name="sidik" value="([^"]*)"', page)
    words = f"Pelayanan pada bulan ke-{number} terkendala jaringan yang terputus."
    answer = person.post(TEXT, {"isi": words, **({"sidik": sidik[1]} if sidik else {})})
    assert answer.status_code == 302, answer.status_code
    return words

jombang = Kecamatan.objects.get(slug="jombang")
operator = Pengguna.objects.create(username="operator.bench", nama="Operator")
Keanggotaan.objects.create(pengguna=operator, peran="operator", kecamatan=jombang)
person = signed_in(operator)
staff = signed_in(Pengguna.objects.create(username="staf.bench", nama="Staf", is_staff=True, is_superuser=True))
for address in (*PAGES.values(), RIVAL):
    person.get(address)
    assert staff.get(address).status_code == 200, address

rival = []
for name, address in PAGES.items():
    times = {"pertama": [], "lagi": [], "tidak berubah": []}
    for _ in range(ROUNDS):
        forget()
        times["pertama"].append(answered(person, address)[0])
        spent, answer = answered(person, address)
        times["lagi"].append(spent)
        if mark := answer.headers.get("ETag"):
            spent, unchanged = answered(person, address, if_none_match=mark)
            assert unchanged.status_code == 304, (address, unchanged.status_code)
            times["tidak berubah"].append(spent)
        rival.append(answered(staff, RIVAL)[0])
    forget()
    first, _ = asked(person, address)
    again, answer = asked(person, address)
    mark = answer.headers.get("ETag")
    print(json.dumps({
        "nama": name, "pertanyaan": [first, again, asked(person, address, if_none_match=mark)[0] if mark else None],
        "waktu": [median(one) if one else None for one in times.values()], "lawan": median(rival),
        "byte": len(answer.content),
    }), flush=True)

def changed(row, **values):
    with transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**values)
        Jejak.objects.create(
            tindakan="catatan.diubah", objek_jenis=row._meta.label_lower, objek_pk=row.pk, objek_sebutan=str(row)[:200],
            kecamatan=jombang, tahun=2023,
        )

measured = Realisasi.objects.filter(
    indikator__renstra__kecamatan=jombang, tahun=2023, triwulan=0, indikator__kunci="ikm"
).first()
budget = Anggaran.objects.filter(kecamatan=jombang, tahun=2023).exclude(sub_kegiatan=None).order_by("pk").first()
camat = MasaJabatan.objects.filter(kecamatan=jombang).latest("mulai").pejabat

def person_named(number):
    name = f"Siti Aminah {chr(65 + number)}., S.Sos."
    changed(camat, nama=name)
    return name

def value_typed(number):
    changed(measured, angka=60 + number, cetak="")
    return f"{60 + number}"

def spent_typed(number):
    changed(budget, realisasi=1_234_000 + number)
    return f"1.234.0{number:02}"

EDITS = {
    "satu tulisan": edited, "satu realisasi": value_typed, "satu anggaran": spent_typed, "nama pejabat": person_named,
}
for name, edit in EDITS.items():
    after, rival = [], []
    edit(ROUNDS + 1)
    person.get(PAGES["LKIP"])
    for number in range(ROUNDS):
        words = edit(number)
        spent, answer = answered(person, PAGES["LKIP"])
        assert words in answer.content.decode(), words
        after.append(spent)
        rival.append(answered(staff, RIVAL)[0])
    edit(ROUNDS)
    queries, _ = asked(person, PAGES["LKIP"])
    print(json.dumps({
        "nama": f"LKIP sesudah {name} diubah", "pertanyaan": [queries, None, None], "lawan": median(rival),
        "waktu": [median(after), sorted(after)[-2], None], "byte": 0,
    }), flush=True)
"""

#: So many rows are printed of what an edit costs.
_EDITS = 4


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench pages", description="Ukur halaman baca satu tahun.")
    parser.add_argument("--ronde", type=int, default=20, help="ulangan setiap halaman")
    args = parser.parse_args()
    with own_environment(settings="bench._rival") as environment:
        for command in ("migrate", "siapkan", "muat_contoh"):
            subprocess.run(
                [sys.executable, "manage.py", command],
                env=environment,
                cwd=ROOT,
                check=True,
                capture_output=True,
            )
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(args.ronde)],
            env=environment | {"SAKIP_LOG_LEVEL": "WARNING"},
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    print(f"Batas: LKIP sesudah diubah, yang terlama kecuali satu, {LIMIT} md.\n")
    print(
        "| halaman | byte | pertama (md) | lagi (md) | tidak berubah (md) | pertanyaan | lagi : daftar admin |"
    )
    print("|---|---|---|---|---|---|---|")
    for one in rows[:-_EDITS]:
        times = " | ".join("–" if ms is None else f"{ms:.0f}" for ms in one["waktu"])
        asked = " / ".join("–" if count is None else str(count) for count in one["pertanyaan"])
        ratio = f"{one['waktu'][1] / one['lawan']:.2f}".replace(".", ",")
        print(f"| {one['nama']} | {one['byte']} | {times} | {asked} | {ratio} |")
    print(
        "\n| LKIP sesudah | median (md) | terlama kecuali satu | pertanyaan | daftar admin |\n|---|---|---|---|---|"
    )
    for one in rows[-_EDITS:]:
        middle, slow, _ = one["waktu"]
        head = one["nama"].removeprefix("LKIP sesudah ")
        print(f"| {head} | {middle:.0f} | {slow:.0f} | {one['pertanyaan'][0]} | {one['lawan']:.0f} |")


if __name__ == "__main__":
    main()
