"""How sentences say what a number is: the words for target, realisasi, capaian, pagu and serapan, and what may stand
between them and the number."""

from __future__ import annotations

import re
from typing import Final

from sakip.checks.text.recorded import Role
from sakip.text.reading.words import word_set

_SHARE: Final = r"p(?:er|ro)sentase"
ROLES: Final = re.compile(
    r"\b(?:"
    rf"(?P<mean>(?:rata[- ]rata|rerata)(?:\s+(?:nilai\s+)?(?:{_SHARE}\s+)?(?:tingkat\s+)?capaian(?:\s+kinerja)?)|"
    r"capaian(?:\s+kinerja)?\s+rata[- ]rata)|"
    r"(?P<average>(?:rata[- ]rata|rerata)(?=\s+(?:mencapai|tercapai|sebesar|adalah|yaitu)))|"
    r"(?P<spent>(?:realisasi|penyerapan)\s+(?:keuangan|anggaran|belanja)(?:nya)?)|"
    rf"(?P<serapan>(?:tingkat\s+|daya\s+|{_SHARE}\s+)?(?:serapan|penyerapan)(?:nya)?(?:\s+(?:anggaran|keuangan))?|terserap)|"
    r"(?P<pagu>(?:pagu|alokasi)(?:nya)?(?:\s+anggaran)?|anggaran(?:nya)?|dari\s+(?:total|keseluruhan)(?=\s+(?:sebesar|Rp)))|"
    r"(?P<target>target(?:nya)?(?:\s+kinerja)?|ditargetkan)|"
    r"(?P<realisasi>realisasi(?:nya)?(?:\s+kinerja(?:nya)?)?|terealisasi(?:kan)?|direalisasikan)|"
    rf"(?P<capaian>(?:{_SHARE}\s+|tingkat\s+)?(?:capaian|pencapaian|ketercapaian)(?:nya)?(?:\s+kinerja(?:nya)?)?)|"
    r"(?P<reached>mencapai|tercapai|diperoleh|memperoleh|nilai(?:nya)?(?=\s+(?:tahun|sebesar|adalah|yaitu)))"
    r")\b",
    re.IGNORECASE,
)
ROLE_OF: Final = {
    "mean": Role.MEAN,
    "average": Role.MEAN,
    "spent": Role.SPENT,
    "serapan": Role.SERAPAN,
    "pagu": Role.PAGU,
    "target": Role.TARGET,
    "realisasi": Role.REALISASI,
    "capaian": Role.CAPAIAN,
    "reached": Role.REACHED,
}
#: "capaian 4 (empat) indikator sasaran rata-rata mencapai": what the mean is of stands before it.
MEAN_OF: Final = re.compile(r"\bcapaian\b[^.;]*\b(?:indi[ck]ator|sasaran|kinerja)\b", re.IGNORECASE)
#: Words that may stand between what a number is said to be and the number, without making it another thing's.
FILLER: Final = word_set(
    "adalah yaitu yakni ialah sebesar sejumlah senilai sebanyak mencapai tercapai hanya baru sudah",
    "telah tercatat berada pada di angka nilai dengan untuk tahun lalu sebelumnya ini tersebut itu",
    "indikator indicator sasaran kinerja kinerjanya nya dari atas ditetapkan sampai akhir hingga secara",
    "keseluruhan total seluruh yang diperoleh program kegiatan sub anggaran keuangan belanja persentase",
    "prosentase utama strategis sekitar apbd setelah perubahan desember januari juni",
)
#: With these a text about an indikator may lead to a number that is the indikator's.
LEADING: Final = FILLER | word_set(
    "persen prosen rp rupiah atau jadi adapun sedangkan",
    "maka dan sehingga bahwa dapat disimpulkan dilihat diketahui tabel table hasil pengukuran sedangkan dibandingkan",
)
#: The number is of a plan of several years, of another document or of another area: other values are right.
ELSEWHERE: Final = re.compile(
    r"\b(?:renstra|rkt|jangka\s+menengah|rpjmd|provinsi|jawa|nasional|kabupaten|kota|triwulan|semester|murni|"
    r"sebelum\s+perubahan|seharusnya|diharapkan|direncanakan|akan\s+datang|berikutnya|mendatang|minimal|paling)\b",
    re.IGNORECASE,
)
#: Where the money comes from is no other area.
SOURCE: Final = re.compile(r"\bA?PBD\s+(?:kabupaten|kota)\b", re.IGNORECASE)
#: An amount of the year as a whole is told of the kecamatan, its APBD, or everything; or with nothing else before it.
WHOLE: Final = re.compile(
    r"\b(?:keseluruhan|seluruh|total|APBD|DPA|tahun\s+anggaran|31\s+desember|pencapaian\s+kinerja)\b",
    re.IGNORECASE,
)
#: What costs money and is a part of the year's.
PART: Final = re.compile(
    r"\b(?:pelatihan|rapat|honor\w*|bantuan|pembangunan|pembinaan|sosialisasi|lomba|pengadaan|kader|pakaian|makan|"
    r"posyandu|musrenbang|pemeliharaan|rehabilitasi|perjalanan|gaji|seksi|desa|kelurahan|pos|"
    r"belanja\s+(?:pegawai|barang|jasa|modal|operasi\w*|langsung|tidak|hibah|honor\w*)|"
    r"kegiatan\s+(?!yang\b|ini\b|tersebut\b|dan\b|guna\b|dengan\b|dalam\b|untuk\b|di\b|pada\b|kecamatan\b)[^\W\d_]+)\b",
    re.IGNORECASE,
)
FOR: Final = re.compile(r"[^.;]{0,12}\b(?:untuk|bagi|guna|pada|dalam\s+rangka)\b[^.;]*", re.IGNORECASE)
OF_MONEY: Final = re.compile(r"\b(?:anggaran|APBD|belanja)\b", re.IGNORECASE)
#: Between what was spent and what could be; behind the share of a target.
OUT_OF: Final = re.compile(r"^\s*dari(?:\s+(?:pagu|anggaran|total|sebesar))*\s*$", re.IGNORECASE)
OF_TARGET: Final = re.compile(r"\s*dari\s+target", re.IGNORECASE)
LAST_YEAR: Final = re.compile(r"tahun\s+(?:lalu|sebelumnya|kemarin)", re.IGNORECASE)
THIS_YEAR: Final = re.compile(r"tahun\s+ini\b", re.IGNORECASE)
IS: Final = re.compile(r"\b(?:adalah|sebesar|yaitu|yakni|ialah)\b|=\s*$", re.IGNORECASE)
WORDS: Final = re.compile(r"[^\W\d_]+")
#: Between an amount and the share of the pagu that it is.
OR_SHARE: Final = re.compile(
    rf"^[\s,]*(?:atau(?:\s+(?:sebesar|setara(?:\s+dengan)?|{_SHARE}))?|setara\s+dengan|dengan\s+{_SHARE}|\()[\s(]*$",
    re.IGNORECASE,
)
#: Around the value of the year before, and between it and this year's: "dari 80 (tahun 2022) menjadi 85".
FROM: Final = re.compile(r"\bdari\s+(?:(?:angka|nilai|sebesar|semula)\s+)*$", re.IGNORECASE)
TO: Final = re.compile(
    r"^\s*\(?(?:(?:pada\s+|di\s+)?tahun\s+(?:\d{4}|lalu|sebelumnya))?\)?\s*(?:menjadi|ke)\s+(?:(?:sebesar|angka)\s+)*$",
    re.IGNORECASE,
)
#: Between the value of one year and that of the next.
NEXT_YEAR: Final = re.compile(
    r"^[\s,]*(?:(?:sedangkan|dan|serta|kemudian|sementara)\s+)*(?:(?:pada|di|untuk)\s+)?tahun\s+(?P<year>\d{4})"
    r"(?:\s+(?:menjadi|sebesar|adalah|yaitu|mencapai))*\s*$",
    re.IGNORECASE,
)


#: A difference, not a value.
DIFFERENCES: Final = frozenset({"poin", "peringkat"})
#: Words that may follow a number without being what it counts.
FOLLOWING: Final = word_set(
    "dan atau serta yang dengan dari pada di tahun sehingga maka karena namun tetapi sedangkan",
    "sementara berada lebih masuk termasuk atas bawah telah sudah belum untuk terhadap dibandingkan",
    "dibanding jika bila dalam sesuai meningkat naik menurun turun kategori predikat melampaui melebihi",
    "hanya dapat ditargetkan tercapai terealisasi realisasi realisasinya capaian capaiannya menjadi sebagaimana",
    "target targetnya",
)
