"""What a column of an office's table may hold, and the words that say so. Pure."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "nomor"
    UPSTREAM = "RPJMD"  # misi, tujuan, and sasaran of the kabupaten
    MISSION = "misi"
    TUJUAN = "tujuan"
    INDIKATOR_TUJUAN = "indikator tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PROGRAM = "program"
    INDIKATOR_PROGRAM = "indikator program"
    KEGIATAN = "kegiatan"
    INDIKATOR_KEGIATAN = "indikator kegiatan"
    SUB_KEGIATAN = "sub kegiatan"
    INDIKATOR_SUB = "indikator sub kegiatan"
    ACTIVITY = "program/kegiatan/sub kegiatan"  # all three in one column
    ITEM = "uraian"  # of what, the rows tell
    KODE = "kode"
    TARGET = "target"
    TARGET_END = "target akhir Renstra"
    BASELINE = "kondisi awal"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    PREDIKAT = "predikat"
    KEMAJUAN = "tingkat kemajuan"
    ELSEWHERE = "realisasi nasional"
    MONEY = "anggaran"
    SPENT = "realisasi anggaran"
    SHARE = "persen"
    FORMULA = "formulasi"
    ANSWERABLE = "penanggung jawab"
    SOURCE = "sumber data"
    UNIT = "satuan"
    STRATEGY = "strategi"
    POLICY = "kebijakan"
    REMARK = "keterangan"
    JABATAN = "jabatan"
    PANGKAT = "pangkat"
    GOLONGAN = "golongan"
    EDUCATION = "pendidikan"
    COUNT = "jumlah"
    CATEGORY = "kategori"
    RANGE = "nilai"
    NAME = "nama"
    NIP = "NIP"
    OFFICE = "instansi"
    PART = "peran"
    RECOMMENDED = "rekomendasi"
    FOLLOWED = "tindak lanjut"
    DUE = "batas waktu"
    STATUS = "status"
    OTHER = ""


#: Words above a column, the more special first. What is matched is in small letters, blanks single.
_ROLES: Final = tuple(
    (role, re.compile(words))
    for role, words in (
        (
            Role.DUE,
            r"^(?:batas|target|tenggat|rencana)\s+waktu\b|^waktu\s+(?:penyelesaian|pelaksanaan|tindak\s*lanjut)",
        ),
        (Role.NUMBER, r"^(?:no|nomor|nmr)\b\.?\s*(?:urut)?\s*$"),
        (Role.KODE, r"^kode\b|\brekening\b"),
        (Role.NIP, r"^nip\b"),
        (Role.UPSTREAM, r"^(?!.*\b(?:target|realisasi|capaian)\b).*\b(?:rpjmd|nspk)\b"),
        (Role.MISSION, r"^misi\b"),
        # One column for the indikator of several levels: which of them a row is of, its other cells say.
        (
            Role.INDIKATOR,
            r"indi[kc]ator\s+(?:kinerja\s+)?(?:tujuan\s*(?:[/,&]|dan)\s*sasaran|sasaran\s*/\s*tujuan|sasaran\s*[/,]\s*program\s*\()",
        ),
        (
            Role.INDIKATOR_PROGRAM,
            r"^indi[kc]ator\b.*\bprogram\s*(?:\(outcome\)\s*)?(?:/|dan|,)\s*(?:sub\s*)?kegiatan",
        ),
        (
            Role.ACTIVITY,
            r"program\s*(?:/|dan|,)\s*(?:sub\s*)?kegiatan|urusan\s*/|uraian\s*(?:program|kegiatan|belanja)",
        ),
        (Role.INDIKATOR_TUJUAN, r"indi[kc]ator\s+(?:kinerja\s+)?tujuan|tujuan\b.*\bindi[kc]ator\s+tujuan"),
        (Role.INDIKATOR_PROGRAM, r"indi[kc]ator\s+(?:kinerja\s+)?(?:program|outcome)"),
        (Role.INDIKATOR_SUB, r"indi[kc]ator\s+(?:kinerja\s+)?sub\s*-?\s*kegiatan"),
        (Role.INDIKATOR_KEGIATAN, r"indi[kc]ator\s+(?:kinerja\s+)?(?:kegiatan|output|keluaran)"),
        (Role.FORMULA, r"formula|rumus|cara\s+(?:perhitungan|menghitung)|penjelasan|definisi"),
        (Role.ANSWERABLE, r"penanggung\s*-?\s*jawab|pelaksana|pengampu"),
        (Role.SOURCE, r"sumber\s+data"),
        (
            Role.BASELINE,
            r"\bbaseline\b|\b(?:kondisi|capaian)\b.*\btahun\s+(?:awal|dasar)\b|^kondisi\s+(?:kinerja\s+)?awal\b",
        ),
        (
            Role.TARGET_END,
            r"target\b.*(?:akhir|jangka\s+menengah|kondisi\s+akhir|renstra)|^kondisi\s+(?:kinerja\s+)?(?:pada\s+)?akhir\b",
        ),
        (
            Role.TARGET,
            r"^(?:target|rencana|proyeksi)\s+(?:tingkat\s+)?capaian\b(?!.*\brealisasi\b)|^rtc\b",
        ),
        (
            Role.ELSEWHERE,
            r"realisa\w*\s+(?:rata\s*-?\s*rata\s+)?(?:nasional|provinsi|kabupaten|se\s*-?\s*kabupaten)|standar\s+nasional"
            r"|(?:rata\s*-?\s*rata|rerata)\s+(?:tingkat\s+)?(?:nasional|provinsi|kabupaten)",
        ),
        (Role.KEMAJUAN, r"kemajuan"),
        (Role.SHARE, r"^\(?%\)?$|^(?:persen|prosen)\w*$|%\s*\)?\s*(?:serapan|penyerapan)|serapan\s*\(?%"),
        (
            Role.SPENT,
            r"realisa\w*\s+(?:anggaran|keuangan|belanja|pagu|\(?rp)|penyerapan|serapan(?!\s*\(?%)|anggaran\s+.*\brealisa",
        ),
        (
            Role.MONEY,
            r"\banggara\w*|^(?:p\W{0,3}|perubahan\s+)?apbd(?:\W{0,3}p|\s+perubahan)?(?:\s+(?:t\W?a\W*|tahun\s+)?20\d\d)?\W*$"
            r"|^(?:sebelum|se(?:telah|sudah))\s+perubahan\b|\bpagu\b|alokasi|\bdana\b|\bbelanja\b.*\brp|^jumlah\s*\(?rp",
        ),
        (Role.PREDIKAT, r"predikat|interpretasi|kriteria|penilaian"),
        (Role.TARGET, r"^(?:tahun\s+)?20\d\d\s*\(t(?:arget)?\)"),
        (Role.REALISASI, r"^(?:tahun\s+)?20\d\d\s*\(r(?:ealisasi)?\)"),
        (Role.CAPAIAN, r"^%?\s*\(?capa(?:i\w*)?\b|tingkat\s+capaian|capaian\s+kinerja|persentase\s+capaian"),
        (Role.REALISASI, r"^realisa?\w*|\brealisasi\b"),
        (Role.TARGET, r"^tar(?:get\w*)?\b|\btarget\b"),
        (Role.INDIKATOR, r"indi[kc]ator|^iku\b|ukuran\s+kinerja"),
        (Role.SASARAN, r"sasaran|kinerja\s+utama"),
        (Role.TUJUAN, r"^tujuan\b"),
        (Role.SUB_KEGIATAN, r"^sub\s*-?\s*kegiatan\b"),
        (Role.KEGIATAN, r"^kegiatan\b"),
        (Role.PROGRAM, r"^program\b"),
        (Role.STRATEGY, r"^strategi\b"),
        (Role.POLICY, r"^kebijakan\b|arah\s+kebijakan"),
        (Role.UNIT, r"^satuan\b"),
        (Role.JABATAN, r"jabatan"),
        (Role.GOLONGAN, r"^gol(?:ongan|\.|\b)"),
        (Role.PANGKAT, r"pangkat"),
        (Role.EDUCATION, r"pendidikan"),
        (Role.CATEGORY, r"^kategori\b"),
        (Role.RANGE, r"^(?:rentang\s+|interval\s+)?nilai\b|^interval\b|^rentang\b|^skala\b"),
        (Role.NAME, r"^nama\b"),
        (
            Role.COUNT,
            r"^jumlah\b|^banyaknya\b|^total\b|^(?:asn|c?pns|pppk|p3k|non[\s-]*(?:asn|pns)|honorer|thl|ptt)$"
            r"|^(?:tenaga|pegawai)\s+(?:kontrak|honorer|harian|sukarela|non[\s-]*(?:asn|pns))\b",
        ),
        (Role.REMARK, r"^ket(?:erangan|\.|\b)"),
        (Role.ITEM, r"^uraian$"),
        (Role.OFFICE, r"^(?:perangkat\s+daerah|opd|skpd|instansi|lembaga|stakeholder)\b"),
        (Role.RECOMMENDED, r"^(?:uraian\s+|isi\s+)?rekomendasi\b"),
        (Role.FOLLOWED, r"^(?:rencana\s+|uraian\s+|hasil\s+)?tindak\s*lanjut\b|^tindakan\b"),
        (Role.STATUS, r"^status\b|^progr?es\b"),
        (Role.PART, r"^(?:peran|dukungan|kontribusi)\b"),
    )
)
#: What is longer is no name of a column.
_LONGEST_HEADING: Final = 120
#: A number of a column behind its words: "TARGET (4)".
NUMBERED: Final = re.compile(r"\s*\(\d{1,2}\)\s*$")


def role_of(text: str) -> Role:
    """What a column under these words holds."""
    words = NUMBERED.sub("", " ".join(text.casefold().split())).strip(" .:")
    if len(words) > _LONGEST_HEADING:
        return Role.OTHER
    return next((role for role, pattern in _ROLES if pattern.search(words)), Role.OTHER)
